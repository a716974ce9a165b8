import { defineFramework } from '../../model/define.js';

/** The ten STEM attributes of North Carolina for elementary and middle schools, in the rubric of 2013. */
export const ncStemAttributes2013Framework = defineFramework({
  id: 'nc-stem-attributes-2013',
  edition: '2013-08',
  label: 'North Carolina STEM attributes (elementary and middle school, version 4)',
  publisher: 'North Carolina Department of Public Instruction',
  effectiveFrom: '2013-08-01',
  supersededBy: { id: 'nc-stem-school-progress', edition: 'web-2026-11-28' },
  checked: '2026-11-28',
  sources: [
    {
      title: 'STEM Attribute Implementation Rubric, elementary school, version 4 of August 2013 (NCDPI)',
      url: 'https://studylib.net/doc/10689124/north-carolina-department-of-public-instruction-stem-educ...',
      read: '2026-11-28',
      note: 'The number of attributes and of key elements, and the date. Only the head of the document was read.',
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
      description: 'Ten attributes of a good STEM school or programme.',
      verified: false,
      indicators: [
        {
          id: 'project-based-learning',
          label: '1. Project-based learning with integrated STEM content',
          statement: 'Learners work on projects that join science, technology, engineering and mathematics.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'stem-programmes',
          label: '2. Connections to STEM programmes in and out of school',
          statement: 'Learning in lessons is tied to good STEM programmes inside and outside the school.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'integrated-technology',
          label: '3. Integrated technology and virtual learning',
          statement: 'Technology and virtual learning are part of how STEM is taught.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'authentic-assessment',
          label: '4. Authentic assessment and exhibition',
          statement: 'Learners show what they can do in real tasks, and in front of others.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'professional-development',
          label: '5. Professional development',
          statement: 'Staff go on learning how to teach STEM together.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'outreach',
          label: '6. Outreach to underserved groups',
          statement: 'The school reaches out to groups that STEM has served less well.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'communicated-plan',
          label: '7. A communicated STEM plan',
          statement: 'A plan for STEM is known and taken up across education, communities and business.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'work-based-learning',
          label: '8. Work-based learning',
          statement: 'Learners learn at and through work.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'partnerships',
          label: '9. Business and community partnerships',
          statement: 'Firms and the community work with the school as partners.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'pathway-alignment',
          label: '10. Pathways aligned with postsecondary education',
          statement: 'What is learned here leads on to what is learned after school.',
          sectors: ['primary', 'secondary'],
        },
      ],
    },
  ],
  note:
    'Elementary and middle schools are judged by ten attributes; the eleventh, which only high schools have, stands in the record of 2012. What each is about is widely published, but the exact titles were not read at a source, hence verified: false. ' +
    'The statements are this project’s and say only what the titles suggest. It is version 4; the version 3 of these schools is not here, so the record names no edition before it. The day it came into force is the first of the month that is published. All ids are this project’s.',
});
