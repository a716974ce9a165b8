import { defineScale } from '../../model/define.js';

/** Two judgements for criteria that are met or not. */
export const metNotYet = defineScale({
  id: 'met-not-yet',
  label: 'Met, not yet',
  levels: [
    { id: 'not-yet', label: 'Not yet', points: 0, descriptor: 'The criterion is not met so far.' },
    {
      id: 'met',
      label: 'Met',
      points: 1,
      descriptor: 'The criterion is met, and there is something to show for it.',
    },
  ],
  note: 'A scale of this project.',
});
