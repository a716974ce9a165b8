import { defineFramework } from '../../model/define.js';

/** The eleven STEM attributes of North Carolina, in the high-school rubric of 2012. */
export const ncStemAttributes2012Framework = defineFramework({
  id: 'nc-stem-attributes-2012',
  edition: '2012-11-01',
  label: 'North Carolina STEM attributes (high school, version 3)',
  publisher: 'North Carolina Department of Public Instruction',
  effectiveFrom: '2012-11-01',
  supersededBy: { id: 'nc-stem-school-progress', edition: 'web-2026-11-28' },
  checked: '2026-11-28',
  sources: [
    {
      title: 'STEM Attribute Implementation Rubric, high school, version 3 of 1 November 2012 (NCDPI)',
      url: 'https://studylib.net/doc/10823277/north-carolina-department-of-public-instruction-stem-educ...',
      read: '2026-11-22',
      note: 'That attributes are divided into key elements. Its pages on the single attributes were not read.',
    },
    {
      title: 'STEM schools (NCDPI)',
      url: 'http://www.ncpublicschools.org/stem/schools/',
      read: '2026-11-22',
      note: 'That there are eleven attributes and three rubrics, for elementary, middle and high schools.',
    },
    {
      title: 'STEM attributes (NC SMT Center)',
      url: 'https://www.ncsmt.org/programs/nc-stem-learning-network/stem-attributes/',
      read: '2026-11-22',
      note: 'The three pillars: an integrated curriculum, engagement of community and industry, connections with postsecondary education.',
    },
    {
      title: 'Rubric for STEM education effectiveness (AV STEM Center, 2011)',
      url: 'https://avstemcenter.blogspot.com/2011/12/rubric-for-stem-education-effectiveness.html',
      read: '2026-11-22',
      note: 'Confirms the matter of some attributes: projects, programmes in and out of school, technology, the community, postsecondary connections.',
    },
  ],
  elements: [
    {
      id: 'attributes',
      label: 'Attributes',
      description: 'Eleven attributes of a good STEM school or programme.',
      verified: false,
      indicators: [
        {
          id: 'project-based-learning',
          label: '1. Project-based learning with integrated STEM content',
          statement: 'Learners work on projects that join science, technology, engineering and mathematics.',
          sectors: ['secondary'],
        },
        {
          id: 'stem-programmes',
          label: '2. Connections to STEM programmes in and out of school',
          statement: 'Learning in lessons is tied to good STEM programmes inside and outside the school.',
          sectors: ['secondary'],
        },
        {
          id: 'integrated-technology',
          label: '3. Integrated technology and virtual learning',
          statement: 'Technology and virtual learning are part of how STEM is taught.',
          sectors: ['secondary'],
        },
        {
          id: 'authentic-assessment',
          label: '4. Authentic assessment and exhibition',
          statement: 'Learners show what they can do in real tasks, and in front of others.',
          sectors: ['secondary'],
        },
        {
          id: 'professional-development',
          label: '5. Professional development',
          statement: 'Staff go on learning how to teach STEM together.',
          sectors: ['secondary'],
        },
        {
          id: 'outreach',
          label: '6. Outreach to underserved groups',
          statement: 'The school reaches out to groups that STEM has served less well.',
          sectors: ['secondary'],
        },
        {
          id: 'communicated-plan',
          label: '7. A communicated STEM plan',
          statement: 'A plan for STEM is known and taken up across education, communities and business.',
          sectors: ['secondary'],
        },
        {
          id: 'work-based-learning',
          label: '8. Work-based learning',
          statement: 'Learners learn at and through work.',
          sectors: ['secondary'],
        },
        {
          id: 'partnerships',
          label: '9. Business and community partnerships',
          statement: 'Firms and the community work with the school as partners.',
          sectors: ['secondary'],
        },
        {
          id: 'pathway-alignment',
          label: '10. Pathways aligned with postsecondary education',
          statement: 'What is learned here leads on to what is learned after school.',
          sectors: ['secondary'],
        },
        {
          id: 'college-credit',
          label: '11. College credit completion',
          statement: 'Learners finish courses that count towards a college degree.',
          sectors: ['secondary'],
        },
      ],
    },
  ],
  note:
    'There are eleven attributes; what each is about is widely published, but their exact titles were not read at a source, hence verified: false. The statements are this project’s and say only what the titles suggest. ' +
    'Which attribute belongs to which of the three pillars was not read, so they stand in one list. Elementary and middle schools have rubrics of their own, with ten attributes. There is a version 4 of August 2013; of it only the head of the elementary rubric was read, which is the record `nc-stem-attributes-2013`, so no later attributes for high schools are here. What took the place of them all is the STEM School Progress Rubric. All ids are this project’s.',
});
