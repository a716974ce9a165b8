import { defineFramework } from '../../model/define.js';

/** The Science Mark for science departments: three areas with sixteen criteria, of which only the areas could be read. */
export const scienceMarkFramework = defineFramework({
  id: 'science-mark',
  edition: 'web-2026-11-28',
  label: 'Science Mark',
  publisher: 'STEM Learning',
  checked: '2026-11-28',
  sources: [
    {
      title: 'Science marks out excellence (Education in Chemistry)',
      url: 'https://edu.rsc.org/news/science-marks-out-excellence/2000340.article',
      read: '2026-11-28',
      note: 'Sixteen criteria in three areas, and the three levels.',
    },
    {
      title: 'Science Mark guidance (STEM Learning)',
      url: 'https://www.stem.org.uk/science-mark-guidance',
      read: '2026-11-28',
      note: 'The statement and the evidence for each criterion, the check of three criteria, and the assessor.',
    },
    {
      title: 'Science Mark: an international tool to improve science teaching (Teaching Times)',
      url: 'https://www.teachingtimes.com/science-mark-an-international-tool-to-improve-science-teaching/',
      read: '2026-11-28',
      note: 'The three areas, and some of what is looked for.',
    },
  ],
  elements: [
    {
      id: 'curriculum',
      label: 'Curriculum',
      description: 'What is taught in science.',
      verified: false,
      indicators: [],
    },
    {
      id: 'learning-teaching',
      label: 'Learning and teaching',
      description: 'How science is taught and learned.',
      verified: false,
      indicators: [],
    },
    {
      id: 'leadership-management',
      label: 'Leadership and management',
      description: 'How the department is led.',
      verified: false,
      indicators: [],
    },
  ],
  note:
    'The texts of the sixteen criteria, and how many belong to each area, were not found; the elements are therefore empty, with verified set to false. What was read of their matter: learners use key ideas by themselves, provision fits the person, ' +
    'skills include communicating, research online and planning, enrichment is for all and not only for the keen, and to teach the core curriculum alone would hardly do. Whether the mark still takes applications was not found: the pages are of 2015 to 2018. The publisher numbers no editions here, so this one is named for the day it was read. All ids are this project’s.',
});
