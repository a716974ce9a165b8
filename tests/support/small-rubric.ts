import { defineRubric, defineScale } from '../../src/model/define.js';

/** Three judgements worth 0, 1 and 2. */
export const threeLevels = defineScale({
  id: 'three-levels',
  label: 'Three levels',
  levels: [
    { id: 'low', label: 'Low', points: 0 },
    { id: 'middle', label: 'Middle', points: 1 },
    { id: 'high', label: 'High', points: 2 },
  ],
});

/** A rubric small enough to work out by hand: three criteria, weights 1, 2 and 3, one of them may be waived. */
export const smallRubric = defineRubric({
  id: 'small',
  version: '1.0.0',
  label: 'A small rubric',
  notice: 'For tests.',
  scale: threeLevels,
  criteria: [
    { id: 'plan', label: 'A plan', weight: 1 },
    { id: 'team', label: 'A team', weight: 2, notApplicable: 'waived' },
    { id: 'voice', label: 'Learner voice', weight: 3, indicator: 'learner-voice' },
  ],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [
    { id: 'begun', label: 'Begun', origin: 'project', rule: { kind: 'every', level: 'middle' } },
    {
      id: 'secure',
      label: 'Secure',
      origin: 'project',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'at-least', criterion: 'voice', level: 'high' },
          { kind: 'count', atLeast: 2, level: 'high' },
        ],
      },
    },
  ],
});
