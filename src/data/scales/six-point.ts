import { defineScale } from '../../model/define.js';

/** The six-point scale of Scottish inspection and school self-evaluation. */
export const sixPoint = defineScale({
  id: 'six-point',
  label: 'Six-point scale',
  levels: [
    {
      id: 'unsatisfactory',
      label: 'Unsatisfactory',
      points: 1,
      descriptor: 'Weaknesses are major ones.',
    },
    {
      id: 'weak',
      label: 'Weak',
      points: 2,
      descriptor: 'There are weaknesses, and they are important ones.',
    },
    {
      id: 'satisfactory',
      label: 'Satisfactory',
      points: 3,
      descriptor: 'Strengths weigh a little more than weaknesses.',
      alsoCalled: ['adequate'],
    },
    {
      id: 'good',
      label: 'Good',
      points: 4,
      descriptor: 'Strengths are important ones; some things still need to improve.',
    },
    { id: 'very-good', label: 'Very good', points: 5, descriptor: 'Strengths are major ones.' },
    {
      id: 'excellent',
      label: 'Excellent',
      points: 6,
      descriptor: 'Outstanding work that others in the sector follow.',
    },
  ],
  sources: [
    {
      title: 'The six-point scale (Food for Schools, Glow)',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/foodforschools/tools-and-resources/the-six-point-scale/',
      read: '2026-11-22',
      note: 'The names and the order; points to How good is our school? (4th edition), page 33, for the full text.',
    },
    {
      title: 'About inspection and review (Education Scotland)',
      url: 'https://education.gov.scot/inspection-and-review/what-we-do-and-how-we-do-it/02-about-inspection-and-review/',
      read: '2026-11-22',
    },
    {
      title: 'How good is our school? The journey to excellence, part 3 (HMIE)',
      url: 'http://www.hmie.gov.uk/documents/publication/hgiosjte3-05.html',
      read: '2026-11-22',
      note: 'The numbers 6 to 1, with “adequate” for level 3.',
    },
    {
      title: 'How good is our school? (HMIE)',
      url: 'http://www.hmie.gov.uk/documents/publication/hgios-01.html',
      read: '2026-11-22',
      note: 'The four levels in use before 2005.',
    },
    {
      title: 'How good is our school? part 4',
      url: 'https://pdfslide.us/documents/hgios-part4.html',
      read: '2026-11-22',
      note: 'The renaming of level 3 in 2007.',
    },
    {
      title: 'Change of grades (Care Inspectorate)',
      url: 'http://www.careinspectorate.com/index.php/inspections/change-of-grades',
      read: '2026-11-22',
      note: 'The Care Inspectorate’s words for levels 1, 2 and 3.',
    },
  ],
  note:
    'School inspection has said “satisfactory” for level 3 since 2007; before that, and at the Care Inspectorate, the word is “adequate”. ' +
    'The Care Inspectorate ties the words “priority action required” to weak and “urgent remedial action” to unsatisfactory. ' +
    'Before 2005 school inspection used four levels, so older judgements need a scale of their own.',
});
