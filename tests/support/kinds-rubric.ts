/** For each kind of scoring a rubric in which every kind of rule stands, in each policy of not-applicable. */
import type { Criterion, Outcome, Rubric, Rule, Scale, Scoring } from '../../src/model/index.js';

const scale: Scale = {
  id: 'four',
  label: 'Four',
  levels: [
    { id: 'early', label: 'Early', points: 0 },
    { id: 'growing', label: 'Growing', points: 1 },
    { id: 'ready', label: 'Ready', points: 1 },
    { id: 'model', label: 'Model', points: 3 },
  ],
};
const own: Scale = {
  id: 'two',
  label: 'Two',
  levels: [
    { id: 'ready', label: 'Ready', points: 2 },
    { id: 'model', label: 'Model', points: 7 },
  ],
};

const criteria: readonly Criterion[] = [
  { id: 'plan', label: 'Plan', weight: 1, group: 'places', tags: ['core'] },
  { id: 'team', label: 'Team', weight: 3, group: 'places', notApplicable: 'waived', tags: ['core'] },
  { id: 'voice', label: 'Voice', weight: 2, group: 'people', notApplicable: 'held-open', scale: own },
  { id: 'garden', label: 'Garden', weight: 4, group: 'people', notApplicable: 'allowed' },
  { id: 'trips', label: 'Trips', weight: 1, group: 'plans', notApplicable: 'waived' },
  { id: 'money', label: 'Money', weight: 5, group: 'plans', notApplicable: 'waived', tags: ['core'] },
];

const ready: Rule = { kind: 'share', numerator: 2, denominator: 3, level: 'ready' };

const rulesOf = (scoring: Scoring['kind']): readonly Rule[] => {
  const isShare = ['weighted-mean', 'mean-of-groups', 'minimum', 'share-at-level'].includes(scoring);
  const half = { numerator: isShare ? 1 : 5, denominator: 2 };
  return [
    { kind: 'at-least', criterion: 'plan', level: 'growing' },
    { kind: 'at-least', criterion: 'team', level: 'ready' },
    { kind: 'at-least', criterion: 'voice', level: 'model' },
    { kind: 'every', level: 'ready' },
    { kind: 'some', level: 'model', of: { tag: 'core' } },
    { kind: 'count', atLeast: 4, level: 'ready' },
    ready,
    { kind: 'minimum', level: 'ready', of: { group: 'plans' } },
    { kind: 'lower-median', level: 'ready' },
    { kind: 'evidence', atLeast: 2, of: { group: 'people' } },
    { kind: 'every-group', rule: { kind: 'some', level: 'ready' } },
    { kind: 'every-group', rule: { kind: 'attested', fact: 'visited' } },
    { kind: 'count-groups', atLeast: 2, rule: ready, groups: ['people', 'plans'] },
    {
      kind: 'when-count',
      fewerThan: 3,
      of: { criteria: ['garden', 'trips', 'money'] },
      then: ready,
      otherwise: { kind: 'every', level: 'growing', of: { tag: 'core' } },
    },
    { kind: 'all', rules: [ready, { kind: 'attested', fact: 'visited' }] },
    {
      kind: 'any',
      rules: [
        { kind: 'attested', fact: 'renewed' },
        { kind: 'achieves', outcome: 'outcome-4' },
      ],
    },
    {
      kind: 'at-least-n',
      atLeast: 2,
      rules: [ready, { kind: 'some', level: 'model' }, { kind: 'evidence', atLeast: 1 }],
    },
    ...(scoring === 'none'
      ? []
      : ([
          { kind: 'score', atLeast: half },
          { kind: 'band', band: 'upper' },
        ] as const)),
    ...(scoring === 'none' || scoring === 'count-groups'
      ? []
      : ([{ kind: 'count-groups', atLeast: 2, rule: { kind: 'score', atLeast: half } }] as const)),
  ];
};

const scorings: readonly Scoring[] = [
  { kind: 'weighted-mean', from: 'lowest' },
  { kind: 'weighted-mean', from: 'zero' },
  { kind: 'mean-of-groups', from: 'lowest' },
  { kind: 'minimum', from: 'zero', of: { tag: 'core' } },
  { kind: 'share-at-level', level: 'ready', of: { tag: 'core' } },
  { kind: 'sum' },
  { kind: 'count', level: 'ready' },
  { kind: 'count-groups', rule: ready },
  { kind: 'none' },
];

export const kindsRubrics: readonly Rubric[] = scorings.map((scoring, at): Rubric => {
  const isShare = ['weighted-mean', 'mean-of-groups', 'minimum', 'share-at-level'].includes(scoring.kind);
  const middle = { numerator: isShare ? 3 : 9, denominator: isShare ? 7 : 2 };
  return {
    id: `kinds-${at + 1}-${scoring.kind}`,
    version: '1.0.0',
    label: 'Every kind of rule',
    notice: 'Nobody’s award.',
    scale,
    groups: ['places', 'people', 'plans'].map((id) => ({ id, label: id })),
    criteria,
    facts: ['visited', 'renewed'].map((id) => ({ id, label: id })),
    scoring,
    ...(scoring.kind !== 'none' && {
      bands: [
        { id: 'lower', label: 'Lower', from: { numerator: 0, denominator: 1 }, below: middle },
        { id: 'upper', label: 'Upper', from: middle },
      ],
    }),
    outcomes: rulesOf(scoring.kind).map(
      (rule, place): Outcome => ({ id: `outcome-${place + 1}`, label: rule.kind, origin: 'project', rule }),
    ),
  };
});
