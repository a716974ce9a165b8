import { defineScale } from '../../model/define.js';

/** How far a piece of work has come, from an intention to an everyday habit. */
export const implementation = defineScale({
  id: 'implementation',
  label: 'Implementation',
  levels: [
    { id: 'not-started', label: 'Not started', points: 0, descriptor: 'Nothing is planned or done.' },
    {
      id: 'planned',
      label: 'Planned',
      points: 1,
      descriptor: 'It is written in a plan with a name and a date beside it.',
    },
    { id: 'started', label: 'Started', points: 2, descriptor: 'It has begun, in places or for the first time.' },
    {
      id: 'established',
      label: 'Established',
      points: 3,
      descriptor: 'It happens regularly and the people it concerns know about it.',
    },
    {
      id: 'embedded',
      label: 'Embedded',
      points: 4,
      descriptor: 'It is how the setting works, is reviewed, and would go on if the person who began it left.',
    },
  ],
  note: 'A scale of this project.',
});
