import { defineScale } from '../../model/define.js';

/** Three judgements for statements that are either in place or on the way. */
export const metPartlyNotYet = defineScale({
  id: 'met-partly-not-yet',
  label: 'Met, partly, not yet',
  levels: [
    {
      id: 'not-yet',
      label: 'Not yet',
      points: 0,
      descriptor: 'Little or nothing of the statement can be seen so far.',
    },
    {
      id: 'partly',
      label: 'Partly',
      points: 1,
      descriptor: 'Some of the statement can be seen: one of its halves, or all of it in some places only.',
    },
    {
      id: 'met',
      label: 'Met',
      points: 2,
      descriptor: 'The whole statement can be seen, every half of it, and there is evidence to show for it.',
    },
  ],
  note: 'A scale of this project. The points only order and space the levels; no award body uses them.',
});
