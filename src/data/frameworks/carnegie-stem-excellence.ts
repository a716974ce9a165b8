import { defineFramework } from '../../model/define.js';

/** The Carnegie STEM Excellence Pathway: six areas with twenty criteria, of which one could be read. */
export const carnegieStemExcellenceFramework = defineFramework({
  id: 'carnegie-stem-excellence',
  edition: '2014',
  label: 'Carnegie STEM Excellence Pathway',
  publisher: 'Carnegie Science Center',
  checked: '2026-11-28',
  sources: [
    {
      title: 'Local schools embark on Carnegie STEM Excellence Pathway (STEMisphere, 2014)',
      url: 'https://stemisphere.org/news/csc/local-schools-embark-carnegie-stem-excellence-pathway-process-assessing-and-continuously',
      read: '2026-11-22',
      note: 'The six areas, the number of criteria, and one criterion with its area and levels.',
    },
    {
      title: 'Carnegie STEM Excellence Pathway (Carnegie Science Center)',
      url: 'http://carnegiesciencecenter.com/stemcenter/carnegie-stem-excellence-pathway/',
      read: '2026-11-22',
      note: 'The later name of the first area.',
    },
    {
      title: 'Carnegie STEM Excellence Pathway (Intermediate Unit 8)',
      url: 'https://www.iu08.org/o/aiu8/page/carnegie-stem-excellence-pathway',
      read: '2026-11-28',
      note: 'How it is run: a team of five to ten, and three workshops. Whether the publisher itself still runs it was not found.',
    },
  ],
  elements: [
    {
      id: 'teacher-qualifications',
      label: 'Teacher Qualifications',
      description:
        'What teachers know, and how they go on learning; later called Teacher Qualifications and Development.',
      verified: false,
      indicators: [],
    },
    { id: 'curriculum', label: 'Curriculum', description: 'What is taught.', verified: false, indicators: [] },
    {
      id: 'instructional-practices',
      label: 'Instructional Practices',
      description: 'How it is taught.',
      verified: false,
      indicators: [],
    },
    {
      id: 'assessment-of-skills',
      label: 'Assessment and Demonstration of Skills',
      description: 'How learners show what they can do.',
      verified: false,
      indicators: [],
    },
    {
      id: 'family-engagement',
      label: 'Family Engagement',
      description: 'How families are part of it.',
      verified: false,
      indicators: [],
    },
    {
      id: 'real-world-connections',
      label: 'Real-World Connections',
      description: 'How learning is tied to work and life outside school.',
      verified: false,
      indicators: [
        {
          id: 'career-awareness',
          label: 'Career Awareness',
          statement:
            'Learners find out what people in STEM do, from hearing of it to preparing for such work themselves.',
          sectors: ['primary', 'secondary'],
          note: 'The one criterion read. It rises from speakers, through visits and placements, to preparing for work in the region, with chances for girls and others who are few in STEM.',
        },
      ],
    },
  ],
  note:
    'The areas and their names are published. Of the twenty criteria one was read, and how many stand in each area was not found; so no area’s list is complete, and verified is false throughout. ' +
    'Descriptions and ids are this project’s. The edition is named for the year of the earliest page read.',
});
