import { defineScale } from '../../model/define.js';

/** At which level of the Science Mark a criterion is met. */
export const scienceMarkLevels = defineScale({
  id: 'science-mark-levels',
  label: 'Met at the level',
  levels: [
    { id: 'not-yet', label: 'Not yet met', descriptor: 'The criterion is not met at any level.' },
    { id: 'silver', label: 'Silver', descriptor: 'What Silver expects of the criterion is there.' },
    { id: 'gold', label: 'Gold', descriptor: 'What Gold expects of the criterion is there.' },
    {
      id: 'platinum',
      label: 'Platinum',
      descriptor: 'What Platinum expects of the criterion is there.',
    },
  ],
  sources: [
    {
      title: 'Science marks out excellence (Education in Chemistry)',
      url: 'https://edu.rsc.org/news/science-marks-out-excellence/2000340.article',
      read: '2026-11-28',
      note: 'Sixteen criteria in three areas, and the three levels.',
    },
  ],
  note: 'The three levels are published, each with an expected outcome of its own for every criterion; those were not read. “Not yet met” is this project’s word.',
});
