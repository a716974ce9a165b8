import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AssessmentColumns,
  compileScorer,
  evaluate,
  NO_BAND,
  NOT_APPLICABLE,
  type ScoredColumns,
  UNRATED,
} from '../../../src/evaluation/index.js';
import { BLOCK } from '../../../src/evaluation/columns/packed-sums.js';
import type { Rating, Rubric } from '../../../src/model/index.js';
import { runs } from '../../support/runs.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import type { Given } from '../../support/oracle.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

/** What a row says, by the words of `evaluate`. */
const wordsOf = (rubric: Rubric, scored: ScoredColumns, row: number) => {
  const { verdicts, states, bands } = compileScorer(rubric);
  const number = (column: Float64Array) => (Number.isNaN(column[row]) ? undefined : column[row]);
  return {
    verdicts: Object.fromEntries(Object.entries(scored.verdicts).map(([id, column]) => [id, verdicts[column[row]!]])),
    state: states[scored.state[row]!],
    value: number(scored.value),
    least: number(scored.least),
    greatest: number(scored.greatest),
    coverage: number(scored.coverage),
    band: scored.band[row] === NO_BAND ? undefined : bands[scored.band[row]!],
  };
};

const wordsOfEvaluate = (rubric: Rubric, given: Given) => {
  const { verdicts, score } = evaluate(rubric, given);
  const value = score.kind === 'scored' ? score.value : undefined;
  return {
    verdicts,
    state: score.kind === 'unscored' ? score.because : value ? 'scored' : 'interval-only',
    value: value?.decimal,
    least: score.interval?.least.decimal,
    greatest: score.interval?.greatest.decimal,
    coverage: score.coverage?.decimal,
    band: score.kind === 'scored' ? score.band : undefined,
  };
};

/** Contested ratings have no code: the first of the levels stands for them. */
const settled = (given: Given): Given => ({
  ...given,
  ratings: Object.fromEntries(
    Object.entries(given.ratings).map(([id, rating]): [string, Rating | undefined] => [
      id,
      typeof rating === 'object' && 'levels' in rating ? rating.levels[0] : rating,
    ]),
  ),
});

const codeOf = (rubric: Rubric, at: number, rating: Rating | undefined): number => {
  if (rating === undefined) return UNRATED;
  if (typeof rating === 'object' && 'notApplicable' in rating) return NOT_APPLICABLE;
  const level = typeof rating === 'string' ? rating : 'level' in rating ? rating.level : rating.levels[0];
  return (rubric.criteria[at]?.scale ?? rubric.scale).levels.findIndex(({ id }) => id === level);
};

const columnsOf = (rubric: Rubric, rows: readonly Given[]): AssessmentColumns => {
  const facts = (rubric.facts ?? []).map(({ id }): [string, Uint8Array] => [
    id,
    Uint8Array.from(rows, ({ facts: known }) => (known?.[id] === undefined ? UNRATED : Number(known[id]))),
  ]);
  const items = ({ evidence = [] }: Given, indicator: string) =>
    evidence.filter(({ supports }) => supports.includes(indicator)).length;
  return {
    ratings: Object.fromEntries(
      rubric.criteria.map(({ id }, at) => [
        id,
        Uint8Array.from(rows, ({ ratings }) => codeOf(rubric, at, ratings[id])),
      ]),
    ),
    facts: Object.fromEntries(facts),
    evidence: Object.fromEntries(
      rubric.criteria.map(({ id, indicator = id }) => [id, Uint16Array.from(rows, (row) => items(row, indicator))]),
    ),
  };
};

/** Other assessments of a case's rubric: each criterion's rating changed in turn, to each of its levels and to nothing. */
const variants = ({ criteria, scale }: Rubric, given: Given): readonly Given[] =>
  criteria.flatMap((criterion) => {
    const refuses = (criterion.notApplicable ?? 'refused') === 'refused';
    const ratings: (Rating | undefined)[] = [
      ...(criterion.scale ?? scale).levels.map(({ id }) => id),
      undefined,
      ...(refuses ? [] : [{ notApplicable: 'not here' }]),
    ];
    return ratings.map((rating) => ({ ...given, ratings: { ...given.ratings, [criterion.id]: rating } }));
  });

describe('a scorer', () => {
  test('says of every row what evaluate says of that assessment, whatever the rubric', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        const rows = [given, ...variants(rubric, given)].map(settled);
        const scored = compileScorer(rubric).score(columnsOf(rubric, rows));
        rows.forEach((row, at) => {
          expect(wordsOf(rubric, scored, at)).toEqual(wordsOfEvaluate(rubric, row));
        });
      }),
      { numRuns: runs(400) },
    );
  });

  test('says the same of many rows as of each alone, past the end of a block too', () => {
    const rubric = smallRubric;
    const rows = 10_000;
    const codes = (at: number, allowed: readonly number[]) =>
      Uint8Array.from({ length: rows }, (_, row) => allowed[(row * (at + 3) + (row >> at)) % allowed.length]!);
    const ratings = {
      plan: codes(1, [0, 1, 2, UNRATED]),
      team: codes(2, [UNRATED, 0, 1, 2, NOT_APPLICABLE]),
      voice: codes(3, [2, 1, 0, UNRATED]),
    };
    const scorer = compileScorer(rubric);
    const all = scorer.score({ ratings });
    for (const row of [0, 1, BLOCK - 1, BLOCK, 2 * BLOCK - 1, 2 * BLOCK, rows - 1]) {
      const one = (column: Uint8Array) => column.slice(row, row + 1);
      const alone = scorer.score({
        ratings: { plan: one(ratings.plan), team: one(ratings.team), voice: one(ratings.voice) },
      });
      expect(wordsOf(rubric, all, row)).toEqual(wordsOf(rubric, alone, 0));
    }
  });

  test('takes more criteria than one pass reads, and more parts than a table holds', () => {
    const ids = Array.from({ length: 45 }, (_, at) => `criterion-${at + 1}`);
    const rubric: Rubric = {
      ...smallRubric,
      criteria: ids.map((id, at) => ({ id, label: id, weight: 1 + (at % 7), notApplicable: 'allowed' })),
      outcomes: [
        { id: 'most', label: 'Most', origin: 'project', rule: { kind: 'count', atLeast: 15, level: 'middle' } },
      ],
    };
    const given = Array.from({ length: 60 }, (_, row): Given => {
      const ratings: Record<string, Rating> = {};
      ids.forEach((id, at) => {
        const lot = (row * 7 + at * at + ((row * at) % 5)) % 9;
        if (lot < 6) ratings[id] = ['low', 'middle', 'high'][lot % 3]!;
        else if (lot === 6) ratings[id] = { notApplicable: 'not here' };
      });
      return { ratings };
    });
    const scored = compileScorer(rubric).score(columnsOf(rubric, given));
    given.forEach((one, row) => expect(wordsOf(rubric, scored, row)).toEqual(wordsOfEvaluate(rubric, one)));
  });

  test('stays exact where weights and points need all the whole numbers there are', () => {
    // Spans 999983 and 999979 are primes: shares lie over their product, about 10¹², and so do the points added up.
    const scale = (id: string, points: number) => ({
      ...threeLevels,
      id,
      levels: [
        { id: 'low', label: 'Low', points: 0 },
        { id: 'middle', label: 'Middle', points: 7 },
        { id: 'high', label: 'High', points },
      ],
    });
    const rubric: Rubric = {
      ...smallRubric,
      criteria: [
        { id: 'plan', label: 'A plan', weight: 31, scale: scale('one', 999_983) },
        { id: 'team', label: 'A team', weight: 27, scale: scale('two', 999_979), notApplicable: 'waived' },
      ],
      outcomes: [
        {
          id: 'some',
          label: 'Some',
          origin: 'project',
          rule: { kind: 'score', atLeast: { numerator: 1, denominator: 142_854 } },
        },
      ],
    };
    const levels: (Rating | undefined)[] = ['low', 'middle', 'high', undefined];
    const rows = levels.flatMap((plan) =>
      [...levels, { notApplicable: 'two of us' }].map((team): Given => ({ ratings: { plan, team } })),
    );
    const scored = compileScorer(rubric).score(columnsOf(rubric, rows));
    rows.forEach((one, row) => expect(wordsOf(rubric, scored, row)).toEqual(wordsOfEvaluate(rubric, one)));
  });

  test('takes the mean of groups whose weights have no small common multiple', () => {
    const rubric: Rubric = {
      ...smallRubric,
      groups: ['one', 'two'].map((id) => ({ id, label: id })),
      criteria: [
        { id: 'plan', label: 'A plan', weight: 997, group: 'one' },
        { id: 'team', label: 'A team', weight: 991, group: 'one', notApplicable: 'waived' },
        { id: 'voice', label: 'Learner voice', weight: 983, group: 'two', notApplicable: 'allowed' },
      ],
      scoring: { kind: 'mean-of-groups', from: 'lowest' },
      outcomes: [
        {
          id: 'half',
          label: 'Half',
          origin: 'project',
          rule: { kind: 'score', atLeast: { numerator: 1, denominator: 2 } },
        },
      ],
    };
    const away = { notApplicable: 'not here' };
    const levels: (Rating | undefined)[] = ['low', 'middle', 'high', undefined];
    const rows = levels.flatMap((plan) =>
      [...levels, away].flatMap((team) =>
        [...levels, away].map((voice): Given => ({ ratings: { plan, team, voice } })),
      ),
    );
    const scored = compileScorer(rubric).score(columnsOf(rubric, rows));
    rows.forEach((one, row) => expect(wordsOf(rubric, scored, row)).toEqual(wordsOfEvaluate(rubric, one)));
  });

  test('takes a criterion without a column as unrated, and a fact without one as not yet known', () => {
    const rubric = {
      ...smallRubric,
      facts: [{ id: 'visited', label: 'Visited' }],
      outcomes: [{ id: 'seen', label: 'Seen', origin: 'project', rule: { kind: 'attested', fact: 'visited' } }],
    } as const satisfies Rubric;
    const scorer = compileScorer(rubric);
    const without = scorer.score({ ratings: { plan: Uint8Array.of(2) } });
    expect(wordsOf(rubric, without, 0)).toMatchObject({ verdicts: { seen: 'undecided' }, coverage: 1 / 6 });
    const known = scorer.score({ ratings: {}, facts: { visited: Uint8Array.of(0, 1, UNRATED) } });
    expect(Array.from(known.verdicts.seen, (code) => scorer.verdicts[code])).toEqual([
      'not-yet-met',
      'met',
      'undecided',
    ]);
  });

  test('writes into the columns it is given, and leaves what lies behind', () => {
    const scorer = compileScorer(smallRubric);
    const output = scorer.output(3);
    output.coverage[2] = 0.25;
    const ratings = { plan: Uint8Array.of(2, 1), team: Uint8Array.of(2, 1), voice: Uint8Array.of(2, 1) };
    expect(scorer.score({ ratings }, output)).toBe(output);
    expect([...output.value.subarray(0, 2)]).toEqual([1, 0.5]);
    expect(output.coverage[2]).toBe(0.25);
    expect(() => scorer.score({ ratings }, scorer.output(1))).toThrow(
      new RangeError('score: the output column “begun” has 1 rows, of 2 needed'),
    );
    expect(() => scorer.score({ ratings }, { ...output, value: new Float32Array(2) as never })).toThrow(
      new TypeError('score: the output column “value” is to be a Float64Array, got Float32Array'),
    );
  });
});

describe('a caller’s mistake throws and names what it got:', () => {
  const scorer = compileScorer(smallRubric);
  const full = Uint8Array.of(0, 1, 2);

  test('a code that is no level, in its row', () => {
    const long = new Uint8Array(1500).fill(1);
    long[1300] = 3;
    expect(() => scorer.score({ ratings: { plan: long } })).toThrow(
      new RangeError('score: row 1300 of “plan” holds 3; its codes are 0 to 2, 255 (unrated)'),
    );
    expect(() => scorer.score({ ratings: { team: Uint8Array.of(0, 200) } })).toThrow(
      new RangeError('score: row 1 of “team” holds 200; its codes are 0 to 2, 254 (not applicable) and 255 (unrated)'),
    );
  });

  test('not applicable where the rubric refuses it', () => {
    expect(() => scorer.score({ ratings: { plan: Uint8Array.of(0, NOT_APPLICABLE) } })).toThrow(
      new RangeError('score: row 1 of “plan” holds 254, not applicable, which the rubric does not allow for it'),
    );
  });

  test('a fact that is neither true nor false nor unknown', () => {
    const rubric = { ...smallRubric, facts: [{ id: 'visited', label: 'Visited' }] };
    expect(() => compileScorer(rubric).score({ ratings: {}, facts: { visited: Uint8Array.of(1, 2) } })).toThrow(
      'score: row 1 of the fact “visited” holds 2; its codes are 0 (false), 1 (true) and 255 (not yet known)',
    );
  });

  test('columns of unequal length, or none at all', () => {
    expect(() => scorer.score({ ratings: { plan: full, voice: Uint8Array.of(1) } })).toThrow(
      new RangeError('score: the ratings column “voice” has 1 rows, the ratings column “plan” has 3'),
    );
    expect(() => scorer.score({ ratings: {} })).toThrow('no column is given');
  });

  test('a name the rubric does not have', () => {
    expect(() => scorer.score({ ratings: { plan: full, voise: full } as never })).toThrow(
      new RangeError('score: the rubric “small” has no criterion “voise”; is it “voice”?'),
    );
  });

  test('a column of another class', () => {
    expect(() => scorer.score({ ratings: { plan: [0, 1] as never } })).toThrow(
      new TypeError('score: the ratings column “plan” is to be a Uint8Array, got an array'),
    );
    expect(() => scorer.score({ ratings: {}, evidence: { plan: new Float64Array(1) as never } })).toThrow(
      'is to be a Uint8Array or Uint16Array or Uint32Array, got Float64Array',
    );
    expect(() => scorer.score(undefined as never)).toThrow(TypeError);
  });

  test('a rubric with more levels than a byte can name', () => {
    const levels = Array.from({ length: 251 }, (_, at) => ({ id: `level-${at}`, label: `${at}`, points: at }));
    const rubric: Rubric = { ...smallRubric, scale: { ...threeLevels, levels }, outcomes: [] };
    expect(() => compileScorer(rubric)).toThrow('has 251 levels; the codes of a column leave room for 250');
  });
});
