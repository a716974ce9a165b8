import { defineFramework } from '../../model/define.js';

/** The STEM School Label: seven key elements with twenty-one criteria, of which nine could be read by name. */
export const stemSchoolLabelFramework = defineFramework({
  id: 'stem-school-label',
  edition: 'web-2026-11-28',
  label: 'STEM School Label',
  publisher: 'European Schoolnet (Scientix)',
  checked: '2026-11-28',
  sources: [
    {
      title: 'Criteria (STEM School Label)',
      url: 'https://www.stemschoollabel.eu/criteria',
      read: '2026-11-28',
      note: 'Seven key elements and twenty-one criteria.',
    },
    {
      title: 'Definition of the criteria (STEM School Label)',
      url: 'https://www.stemschoollabel.eu/criteria-definition',
      read: '2026-11-28',
      note: 'Nine of the criteria by name.',
    },
    {
      title: 'Labels (STEM School Label)',
      url: 'https://www.stemschoollabel.eu/labels',
      read: '2026-11-28',
      note: 'The three labels, and the plan of action that comes with one.',
    },
  ],
  elements: [
    {
      id: 'instruction',
      label: 'Instruction',
      description: 'How STEM is taught.',
      verified: false,
      indicators: [
        {
          id: 'project-based-learning',
          label: 'Problem- and project-based learning',
          statement: 'Learners work on problems and projects.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'inquiry',
          label: 'Inquiry',
          statement: 'Learners find things out by inquiry.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'personalisation',
          label: 'Personalisation',
          statement: 'Learning fits the learner.',
          sectors: ['primary', 'secondary'],
        },
      ],
    },
    {
      id: 'curriculum-implementation',
      label: 'Curriculum implementation',
      description: 'What of STEM is taught, and how it hangs together.',
      verified: false,
      indicators: [
        {
          id: 'emphasis-on-stem',
          label: 'Emphasis on STEM',
          statement: 'STEM has weight in the curriculum.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'interdisciplinary-teaching',
          label: 'Interdisciplinary teaching',
          statement: 'Subjects are taught in connection.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'contextualisation',
          label: 'Contextualisation',
          statement: 'What is taught is set in the world that learners know.',
          sectors: ['primary', 'secondary'],
        },
      ],
    },
    {
      id: 'assessment',
      label: 'Assessment',
      description: 'How learning in STEM is assessed.',
      verified: false,
      indicators: [],
    },
    {
      id: 'staff-professionalisation',
      label: 'Professionalisation of staff',
      description: 'Who teaches STEM, and how they go on learning.',
      verified: false,
      indicators: [],
    },
    {
      id: 'leadership-culture',
      label: 'School leadership and culture',
      description: 'How the school is led, and what it holds STEM to be.',
      verified: false,
      indicators: [],
    },
    {
      id: 'connections',
      label: 'Connections',
      description: 'Whom the school works with.',
      verified: false,
      indicators: [
        {
          id: 'industry',
          label: 'Industry',
          statement: 'The school works with industry.',
          sectors: ['primary', 'secondary'],
        },
      ],
    },
    {
      id: 'infrastructure',
      label: 'School infrastructure',
      description: 'What the school has to teach STEM with.',
      verified: false,
      indicators: [
        {
          id: 'technology-equipment',
          label: 'Access to technology and equipment',
          statement: 'Learners and staff can get at technology and equipment.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'classroom-materials',
          label: 'Quality of classroom materials',
          statement: 'The materials in class are good.',
          sectors: ['primary', 'secondary'],
        },
      ],
    },
  ],
  note: 'The seven elements and that there are twenty-one criteria are published. Nine criteria were read by name; the other twelve are not here, so no list is known to be complete, and verified is false throughout. The statements are this project’s and say only what the names suggest. The publisher numbers no editions here, so this one is named for the day it was read. All ids are this project’s.',
});
