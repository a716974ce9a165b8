import { defineScale } from '../../model/define.js';

/** For which of the Curious Minds Awards a step is done. */
export const curiousMindsAwards = defineScale({
  id: 'curious-minds-awards',
  label: 'Done for the award',
  levels: [
    { id: 'not-yet', label: 'Not yet', descriptor: 'Not enough for either award.' },
    { id: 'silver', label: 'Silver', descriptor: 'As much is done as Silver asks for.' },
    { id: 'gold', label: 'Gold', descriptor: 'As much is done as Gold asks for.' },
  ],
  sources: [
    {
      title: 'Curious Minds Awards (Research Ireland)',
      url: 'https://www.researchireland.ie/curious-minds/curious-minds-awards',
      read: '2026-11-28',
      note: 'The five steps and the three awards.',
    },
  ],
  note: 'The awards are published. How much Gold asks for at each step was not read, and of Silver only science and technology: judge by the published text. Platinum is left out: what it asks for was not read. “Not yet” is this project’s word.',
});
