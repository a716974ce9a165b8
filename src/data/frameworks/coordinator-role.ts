import { defineFramework } from '../../model/define.js';

/** What supports a STEM co-ordinator: eight strategies of one learning article, each written as an indicator. */
export const coordinatorRoleFramework = defineFramework({
  id: 'coordinator-role',
  edition: '2024-11-22',
  label: 'The STEM co-ordinator’s role',
  publisher: 'stem-leadership',
  checked: '2026-11-28',
  sources: [
    {
      title: 'How can the role of the STEM Co-ordinator be strengthened? (QuickTakes, article 18031)',
      url: 'https://quicktakes.io/learn/education-studies/questions/how-can-the-role-of-the-stem-coordinator-be-strengthened',
      read: '2026-11-22',
      note: 'The names of the eight strategies are the article’s; the statements are this project’s.',
    },
  ],
  elements: [
    {
      id: 'strategies',
      label: 'Strategies for the co-ordinator',
      description: 'Eight kinds of support that let one person move STEM forward in a whole setting.',
      verified: true,
      indicators: [
        {
          id: 'professional-development',
          label: 'Professional Development',
          statement:
            'The co-ordinator keeps learning, through courses, conferences or workshops on STEM teaching and on curriculum work, and colleagues and learners feel the benefit.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
        {
          id: 'collaboration-networking',
          label: 'Collaboration and Networking',
          statement:
            'The co-ordinator belongs to networks that reach teachers elsewhere, community groups and industry, and brings ideas and materials home from them.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
        {
          id: 'data-driven-decisions',
          label: 'Data-Driven Decision Making',
          statement:
            'The co-ordinator has the tools and the training to read how learners do in STEM and how far they take part, and advises on teaching and on spending from what is found.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
        {
          id: 'curriculum-development',
          label: 'Curriculum Development Support',
          statement:
            'The co-ordinator has a leading part in planning and putting into practice one connected STEM curriculum, true to the standards, open to all kinds of learners, with projects and practical work in it.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
        {
          id: 'community-engagement',
          label: 'Community Engagement',
          statement:
            'Partnerships with firms, museums, colleges or universities nearby give learners work on real questions and people to learn from.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
        {
          id: 'resource-advocacy',
          label: 'Advocacy for Resources',
          statement:
            'The co-ordinator makes the case for money, materials and rooms: to funders, to donors, and to leaders when the budget is drawn up.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
        {
          id: 'promoting-best-practice',
          label: 'Promoting Best Practices',
          statement:
            'What works is passed on, inside the setting and beyond it, at meetings that recur, in newsletters or in groups of teachers who learn together.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
        {
          id: 'growth-mindset',
          label: 'Fostering a Growth Mindset',
          statement:
            'Staff and learners alike are helped to see difficulty as part of learning, through work that asks for perseverance, careful thought and the solving of problems.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
      ],
    },
  ],
  note:
    'This project’s own framework, drawn from one article and named for that article’s date. The label of each indicator is the name of the strategy as the article prints it, ' +
    'so a program can match parsed strategies to indicators by label. The article speaks of schools; taking its strategies to other sectors is this project’s reading.',
});
