// A small rubric to begin with: it passes every check, so that each later fault is one's own.
import type { Rubric } from 'stem-leadership/model';
import { metPartlyNotYet } from 'stem-leadership/scales/met-partly-not-yet';

export const starter: Rubric = {
  id: 'our-science-club',
  version: '1.0.0',
  label: 'Our science club',
  scale: metPartlyNotYet,
  criteria: [
    { id: 'regular', label: 'It meets every week', weight: 1 },
    { id: 'open-to-all', label: 'Everybody can come', weight: 2 },
    { id: 'learners-lead', label: 'Learners lead it', weight: 1, notApplicable: 'waived' },
  ],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [
    {
      id: 'under-way',
      label: 'Under way',
      origin: 'project',
      description: 'Something of each can be seen.',
      rule: { kind: 'every', level: 'partly' },
    },
    {
      id: 'in-place',
      label: 'In place',
      origin: 'project',
      description: 'Everybody can come, and most of the rest is met.',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'at-least', criterion: 'open-to-all', level: 'met' },
          { kind: 'count', atLeast: 2, level: 'met' },
          { kind: 'achieves', outcome: 'under-way' },
        ],
      },
    },
  ],
  examples: [
    {
      title: 'all of it is met',
      ratings: { regular: 'met', 'open-to-all': 'met', 'learners-lead': 'met' },
      expect: { outcomes: { 'under-way': 'met', 'in-place': 'met' } },
    },
    {
      title: 'not everybody can come yet',
      ratings: { regular: 'met', 'open-to-all': 'partly', 'learners-lead': 'met' },
      expect: { outcomes: { 'under-way': 'met', 'in-place': 'not-yet-met' } },
    },
    {
      title: 'nobody has looked at who leads it',
      ratings: { regular: 'partly', 'open-to-all': 'met' },
      expect: { outcomes: { 'under-way': 'undecided', 'in-place': 'undecided' } },
    },
  ],
  notice: 'The criteria, levels, points and outcomes are those of the people who wrote this rubric.',
};
