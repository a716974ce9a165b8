import { describe, expect, test } from 'vitest';
import {
  checkRubric,
  compileScorer,
  diffRubrics,
  evaluate,
  nextSteps,
  proveRubric,
  sensitivity,
} from '../../src/evaluation/index.js';
import { type Rubric, rubricSchema } from '../../src/model/index.js';

/** Two parts of two criteria each, weights 3 and 1; “at least 70 % in each part”. */
const parts: Rubric = {
  id: 'parts',
  version: '1.0.0',
  label: 'Parts',
  notice: 'Nobody’s award.',
  scale: {
    id: 'three',
    label: 'Three',
    levels: ['none', 'some', 'all'].map((id, points) => ({ id, label: id, points })),
  },
  groups: [
    { id: 'vision', label: 'Vision' },
    { id: 'people', label: 'People' },
  ],
  criteria: [
    { id: 'aims', label: 'Aims', weight: 3, group: 'vision' },
    { id: 'plan', label: 'Plan', weight: 1, group: 'vision', notApplicable: 'waived' },
    { id: 'team', label: 'Team', weight: 3, group: 'people' },
    { id: 'time', label: 'Time', weight: 1, group: 'people', notApplicable: 'waived' },
  ],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [
    {
      id: 'each',
      label: 'Each part',
      origin: 'project',
      rule: { kind: 'every-group', rule: { kind: 'score', atLeast: { numerator: 7, denominator: 10 } } },
    },
  ],
};

describe('a score inside a group rule', () => {
  test('is that of the group: 75 % in one part does not make up for 50 % in the other', () => {
    // Vision (3·2 + 1·0)/(4·2) = 6/8; people (3·1 + 1·1)/(4·2) = 4/8. The whole would be 10/16 = 62.5 %.
    const evaluation = evaluate(parts, { ratings: { aims: 'all', plan: 'none', team: 'some', time: 'some' } });
    expect(evaluation.verdicts).toEqual({ each: 'not-yet-met' });
    const [finding] = evaluation.outcomes.map((outcome) => outcome.finding);
    expect(finding?.findings.map(({ message }) => message)).toEqual([
      'Vision: The score must be at least 70 %: it is 75 %.',
      'People: The score must be at least 70 %: it is 50 %.',
    ]);
    // Only what lifts the score of people counts.
    expect(evaluation.outcomes[0]?.gaps.map(({ criterion, blocking }) => [criterion, blocking])).toEqual([
      ['team', true],
      ['time', false],
    ]);
  });

  test('leaves a part of which nothing is rated open, and a part of which nothing applies out', () => {
    expect(evaluate(parts, { ratings: { aims: 'all', plan: 'all' } }).verdicts).toEqual({ each: 'undecided' });
    const alone: Rubric = {
      ...parts,
      criteria: parts.criteria.map((criterion) => ({ ...criterion, notApplicable: 'waived' })),
    };
    const away = { notApplicable: 'We have no team.' };
    expect(evaluate(alone, { ratings: { aims: 'all', plan: 'all', team: away, time: away } }).verdicts).toEqual({
      each: 'met',
    });
  });

  test('is in columns what it is for one assessment, in all 4 · 5 · 4 · 5 states', () => {
    const scorer = compileScorer(parts);
    const codes = { aims: [0, 1, 2, 255], plan: [0, 1, 2, 254, 255], team: [0, 1, 2, 255], time: [0, 1, 2, 254, 255] };
    const rows = codes.aims.flatMap((a) =>
      codes.plan.flatMap((b) => codes.team.flatMap((c) => codes.time.map((d) => [a, b, c, d] as const))),
    );
    const column = (at: number): Uint8Array => Uint8Array.from(rows, (row) => row[at]!);
    const { verdicts } = scorer.score({
      ratings: { aims: column(0), plan: column(1), team: column(2), time: column(3) },
    });
    const levels = ['none', 'some', 'all'];
    rows.forEach((row, at) => {
      const ratings = Object.fromEntries(
        parts.criteria.flatMap(({ id }, i) => {
          const code = row[i]!;
          if (code === 255) return [];
          return [[id, code === 254 ? { notApplicable: 'not here' } : levels[code]!]];
        }),
      );
      const { each } = evaluate(parts, { ratings }).verdicts;
      expect(scorer.verdicts[verdicts['each']![at]!], JSON.stringify(ratings)).toBe(each);
    });
  });

  test('is reached by the fewest steps in each part', () => {
    // Vision needs 0.7 · 8 = 5.6 of 8: aims to all (6) is two steps. People has 4 of 8: team to all gives 7, one step.
    const steps = nextSteps(
      parts,
      { ratings: { aims: 'none', plan: 'none', team: 'some', time: 'some' } },
      { to: 'each' },
    );
    expect(steps).toMatchObject({
      kind: 'steps',
      cost: 3,
      proved: true,
      steps: [
        { criterion: 'aims', to: 'all' },
        { criterion: 'team', to: 'all' },
      ],
    });
  });

  test('lets one weight move as far as its own part allows', () => {
    // Vision with aims at all and plan at none: x / (x + 1) ≥ 7/10 from x = 7/3 up, whatever people's weights are.
    const [aims, plan] = sensitivity(parts, { ratings: { aims: 'all', plan: 'none', team: 'all', time: 'all' } });
    expect(aims).toMatchObject({ least: { at: { numerator: 7, denominator: 3 }, included: true } });
    expect(aims?.greatest).toBeUndefined();
    // 3 / (3 + x) ≥ 7/10 up to x = 9/7.
    expect(plan).toMatchObject({ greatest: { at: { numerator: 9, denominator: 7 }, included: true } });
  });

  test('is checked, proved and compared as what it is', () => {
    expect(checkRubric(parts).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(proveRubric(parts)).toMatchObject({ method: 'enumeration', states: 400, holds: true });
    const whole: Rubric = {
      ...parts,
      outcomes: [{ ...parts.outcomes[0]!, rule: { kind: 'score', atLeast: { numerator: 7, denominator: 10 } } }],
    };
    const { bump, witness } = diffRubrics(parts, { ...whole, version: '2.0.0' });
    expect(bump).toBe('major');
    expect(evaluate(parts, witness!).verdicts).not.toEqual(evaluate(whole, witness!).verdicts);
  });

  test('is refused where the score counts groups, and where there is none', () => {
    const counting: Rubric = { ...parts, scoring: { kind: 'count-groups', rule: { kind: 'every', level: 'all' } } };
    const messages = (rubric: Rubric) => rubricSchema.safeParse(rubric).error?.issues.map(({ message }) => message);
    expect(messages(counting)).toEqual(['the rubric’s score counts groups: one group alone has no score to compare']);
    expect(messages({ ...parts, scoring: { kind: 'none' } })).toEqual([
      'the rubric’s scoring is none: there is no score to compare',
    ]);
  });

  test('means the whole rubric’s by way of a band or of another outcome', () => {
    const bands = [
      { id: 'low', label: 'Low', from: { numerator: 0, denominator: 1 }, below: { numerator: 6, denominator: 10 } },
      { id: 'high', label: 'High', from: { numerator: 6, denominator: 10 } },
    ];
    const outcome = (id: string, rule: Rubric['outcomes'][number]['rule']) =>
      ({ id, label: id, origin: 'project', rule }) as const;
    const rubric: Rubric = {
      ...parts,
      bands,
      outcomes: [
        outcome('whole', { kind: 'score', atLeast: { numerator: 6, denominator: 10 } }),
        outcome('band', { kind: 'every-group', rule: { kind: 'band', band: 'high' } }),
        outcome('achieves', { kind: 'every-group', rule: { kind: 'achieves', outcome: 'whole' } }),
        outcome('own', { kind: 'every-group', rule: { kind: 'score', atLeast: { numerator: 6, denominator: 10 } } }),
      ],
    };
    // 62.5 % in all, 50 % in people.
    expect(evaluate(rubric, { ratings: { aims: 'all', plan: 'none', team: 'some', time: 'some' } }).verdicts).toEqual({
      whole: 'met',
      band: 'met',
      achieves: 'met',
      own: 'not-yet-met',
    });
  });
});

test('the lower median of four is the second lowest, of five the third', () => {
  const rubric = (count: number): Rubric => ({
    ...parts,
    groups: undefined,
    criteria: Array.from({ length: count }, (_, at) => ({ id: `c-${at}`, label: `C ${at}`, weight: 1 })),
    outcomes: [{ id: 'fit', label: 'Fit', origin: 'project', rule: { kind: 'lower-median', level: 'some' } }],
  });
  const fit = (...levels: readonly string[]) =>
    evaluate(rubric(levels.length), { ratings: Object.fromEntries(levels.map((level, at) => [`c-${at}`, level])) })
      .verdicts['fit'];
  expect(fit('none', 'none', 'all', 'all')).toBe('not-yet-met');
  expect(fit('none', 'some', 'some', 'all')).toBe('met');
  expect(fit('none', 'none', 'some', 'some', 'some')).toBe('met');
  expect(fit('none', 'none', 'none', 'all', 'all')).toBe('not-yet-met');
  expect(fit('some')).toBe('met');
});

test('a share at a level counts criteria, not weights; its value is the share of those rated, its coverage by weight', () => {
  const rubric: Rubric = { ...parts, scoring: { kind: 'share-at-level', level: 'some' } };
  const { score } = evaluate(rubric, { ratings: { aims: 'none', plan: { notApplicable: 'no plan' }, team: 'all' } });
  // Of three that apply two are rated, one of these reaches: 1/2; all three: between 1/3 and 2/3. Weight 6 of 7 is rated.
  expect(score).toMatchObject({
    kind: 'scored',
    unit: 'share',
    value: { numerator: 1, denominator: 2 },
    interval: { least: { numerator: 1, denominator: 3 }, greatest: { numerator: 2, denominator: 3 } },
    coverage: { numerator: 6, denominator: 7 },
  });
});

test('a share at a level that is the lowest of one scale can leave its interval, and checkRubric says so', () => {
  const own = { id: 'own', label: 'Own', levels: ['some', 'all'].map((id) => ({ id, label: id })) };
  const rubric: Rubric = {
    ...parts,
    criteria: parts.criteria.map((criterion) => (criterion.id === 'aims' ? { ...criterion, scale: own } : criterion)),
    scoring: { kind: 'share-at-level', level: 'some' },
    outcomes: [],
  };
  // “Aims” reaches it whatever it is rated: least is 1/4; of “Plan” alone the share is 0.
  expect(evaluate(rubric, { ratings: { plan: 'none' } }).score).toMatchObject({
    value: { numerator: 0, denominator: 1 },
    interval: { least: { numerator: 1, denominator: 4 } },
  });
  expect(checkRubric(rubric).map(({ code, path }) => [code, path])).toContainEqual([
    'value-outside-interval',
    ['scoring', 'level'],
  ]);
});
