import { defineScale } from '../../model/define.js';

/** The five levels of the Computing Quality Framework; the fifth is the best. */
export const computingQualityLevels = defineScale({
  id: 'computing-quality-levels',
  label: 'Level 1 to level 5',
  levels: [
    { id: 'level-1', label: 'Level 1', descriptor: 'The school has taken on the process.' },
    { id: 'level-2', label: 'Level 2' },
    { id: 'level-3', label: 'Level 3' },
    { id: 'level-4', label: 'Level 4', descriptor: 'What the mark asks for is there.' },
    { id: 'level-5', label: 'Level 5', descriptor: 'More than the mark asks for is there.' },
  ],
  sources: [
    {
      title: 'Start guide (Computing Quality Framework)',
      url: 'https://computingqualityframework.org/overview/start-guide',
      read: '2026-11-28',
      note: 'The seven dimensions, the five levels and what levels 1, 4 and 5 stand for.',
    },
  ],
  note: 'The levels are published; the descriptors of levels 1, 4 and 5 are paraphrases of the general line on each. What each level looks like in one dimension is shown in the tool alone and was not read. No points are published, so there are none here.',
});
