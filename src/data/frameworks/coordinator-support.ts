import { defineFramework } from '../../model/define.js';

/** What a setting does for its STEM co-ordinator: eight strategies from three published lists, each written as an indicator. */
export const coordinatorSupportFramework = defineFramework({
  id: 'coordinator-support',
  edition: 'web-2026-11-28',
  label: 'Support for the STEM co-ordinator',
  publisher: 'stem-leadership',
  checked: '2026-11-28',
  sources: [
    {
      title: 'Interested in implementing a STEM teacher leadership program? (US Department of Education, archived)',
      url: 'https://innovation.ed.gov/what-we-do/stem/building-stem-teacher-leadership/interested-in-implementing-a-stem-teacher-leadership-program/',
      read: '2026-11-28',
      note: 'Seven steps: needs, vision, successful programmes, a designed role, sustainability, a defined post, support. Read at its head.',
    },
    {
      title: 'Strengthen the implementation of STEM teacher leadership (US Department of Education, archived)',
      url: 'https://innovation.ed.gov/what-we-do/stem/building-stem-teacher-leadership/strengthen-implementation-of-stem-teacher-leadership/',
      read: '2026-11-28',
      note: 'The conditions: time, authority, resources, a place among the leaders. Read at its head.',
    },
    {
      title: 'How can networks be sustained? (US Department of Education, archived)',
      url: 'https://innovation.ed.gov/what-we-do/stem/building-stem-teacher-leadership/how-can-high-quality-stem-teacher-leader-networks-be-sustained-and-maintained/',
      read: '2026-11-28',
      note: 'That an effort lasts where several lead. Read at its head.',
    },
    {
      title: 'Science leader toolkit (Explorify)',
      url: 'https://explorify.uk/teacher-support/toolkit',
      read: '2026-11-28',
      note: 'Release time agreed with the head, the audit and the surveys, a small plan, and the yearly look again.',
    },
    {
      title: 'What is your school’s strategy for leading and teaching science and maths? (Questions for governors)',
      url: 'http://www.questionsforgovernors.co.uk/primary/science-and-maths/teaching/what-is-your-schools-strategy-for-leading-and-teaching-science-and-maths/',
      read: '2026-11-28',
      note: 'A plan that leaders and governors own, and a model of the role that fits the school.',
    },
    {
      title: 'State of primary science in the UK 2025 (Primary Science Teaching Trust)',
      url: 'https://pstt.org.uk/theory-practice/state-of-primary-science-in-the-uk-2025',
      read: '2026-11-28',
      note: 'What teachers who lead nothing get: mentoring, meetings, training.',
    },
  ],
  elements: [
    {
      id: 'strategies',
      label: 'What a setting does for the co-ordinator',
      description: 'Time, remit, backing, a yearly rhythm and other people: what the role stands on.',
      verified: true,
      indicators: [
        {
          id: 'protected-time',
          label: 'Protected Time',
          statement:
            'The co-ordinator has time for the role that is agreed with the head at the outset, comes round regularly and is kept free.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'In two of the three lists: the Department’s and the toolkit.',
        },
        {
          id: 'written-remit',
          label: 'A Written Remit',
          statement:
            'What the role is for, what belongs to it and what its holder may decide are worked out for this setting and written down before somebody is appointed.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'In two of the three lists: the Department’s and the reports on primary science.',
        },
        {
          id: 'leadership-backing',
          label: 'Backing by Leaders and Governors',
          statement:
            'Leaders and governors have agreed what STEM is to achieve, answer for it, and hear the co-ordinator where they meet.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'In two of the three lists: the Department’s and the reports on primary science.',
        },
        {
          id: 'yearly-audit',
          label: 'A Yearly Audit with a Short Plan',
          statement:
            'Each year begins with a look at what there is, in which learners, teachers and parents are asked, and leads to a plan of few aims.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'In two of the three lists: the toolkit, and in part the Department’s, which begins with needs.',
        },
        {
          id: 'team-of-leaders',
          label: 'A Team Instead of One Person',
          statement: 'Several people carry the work together, so that it does not hang on one.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'In the Department’s list; the STEM Nation Award asks for a core team.',
        },
        {
          id: 'support-for-colleagues',
          label: 'Support for Colleagues Who Do Not Lead',
          statement: 'Those who teach STEM without leading it have mentoring, regular meetings and training.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'In two of the three lists: the reports on primary science, and in part the Department’s, which trains leaders to coach.',
        },
        {
          id: 'planned-to-last',
          label: 'Planned to Last',
          statement: 'Money for the role and a successor to its holder are planned for from the start.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'In one of the three lists, the Department’s.',
        },
        {
          id: 'breadth-across-disciplines',
          label: 'Breadth Across the Disciplines',
          statement: 'The co-ordinator, who comes from one subject, has time to learn the others.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'In one of the three lists, the Department’s.',
        },
      ],
    },
  ],
  note:
    'This project’s own framework, drawn from three published lists (of the US Department of Education, of a toolkit for primary schools, and of reports on primary science in the UK) and named for the day they were read. Names and statements are this project’s; five strategies stand in two of the lists, one in a list and in the award, two in one list. ' +
    'What those lists share with the eight strategies of `coordinator-role` is not repeated here (training, networks, resources), nor is all else that they name. Taking the strategies to other sectors is this project’s reading. All ids are this project’s.',
});
