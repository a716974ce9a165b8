import { defineScale } from '../../model/define.js';

/** The five levels of 360safe: the fifth is the lowest, the first the best. */
export const onlineSafetyLevels = defineScale({
  id: 'online-safety-levels',
  label: 'Level 5 to level 1',
  levels: [
    { id: 'level-5', label: 'Level 5', points: 0, descriptor: 'The lowest of the five.' },
    { id: 'level-4', label: 'Level 4', points: 1 },
    { id: 'level-3', label: 'Level 3', points: 2 },
    { id: 'level-2', label: 'Level 2', points: 3 },
    { id: 'level-1', label: 'Level 1', points: 4, descriptor: 'The highest of the five.' },
  ],
  sources: [
    {
      title: 'Start guide (360safe Scotland)',
      url: 'https://360safescotland.org.uk/overview/start-guide',
      read: '2026-11-28',
      note: 'That level 5 is the lowest and level 1 the highest, and that each aspect has a benchmark level.',
    },
  ],
  note: 'A better level has a lower number. The numbers are names: the order is that in which the levels stand here, lowest first, and the points rise with it. The points are this project’s: how many levels a level stands above the lowest. What a level looks like in one aspect stands in the tool.',
});
