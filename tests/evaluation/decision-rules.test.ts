/**
 * Decision rules that published awards use and that are more than a weighted mean, one rubric for each, numbered R1 to R22 as in
 * the project's list of them. Facts of the awards are paraphrased; where an award publishes no threshold, the number here is
 * made up and says so. The verdicts are derived by hand, beside each case.
 *
 * Two rules are not here: a measured share that becomes a level (R9) and a number of listed features that becomes one (R10).
 * A rubric starts from levels.
 */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluation/index.js';
import { defineRubric, defineScale } from '../../src/model/define.js';
import {
  assessmentSchemaFor,
  type Evaluation,
  type Evidence,
  type Rating,
  type Rubric,
  rubricSchema,
  type Verdict,
} from '../../src/model/index.js';

const yesNo = defineScale({
  id: 'yes-no',
  label: 'Met or not',
  levels: [
    { id: 'no', label: 'Not met', points: 0 },
    { id: 'yes', label: 'Met', points: 1 },
  ],
});
const ncLevels = defineScale({
  id: 'nc-levels',
  label: 'Early to model',
  levels: [
    { id: 'early', label: 'Early' },
    { id: 'developing', label: 'Developing' },
    { id: 'prepared', label: 'Prepared' },
    { id: 'model', label: 'Model' },
  ],
});
const indianaLevels = defineScale({
  id: 'indiana-levels',
  label: 'Investigating to innovating',
  levels: [
    { id: 'investigating', label: 'Investigating', points: 0 },
    { id: 'developing', label: 'Developing', points: 1 },
    { id: 'approaching', label: 'Approaching', points: 2 },
    { id: 'innovating', label: 'Innovating', points: 3 },
  ],
});

/** So many criteria, `c-1`, `c-2` and so on, each with what is said of it. */
const criteria = <T extends object>(count: number, more: (n: number) => T) =>
  Array.from({ length: count }, (_, at) => ({
    id: `c-${at + 1}`,
    label: `Criterion ${at + 1}`,
    weight: 1,
    ...more(at + 1),
  }));
const plain = (count: number) => criteria(count, () => ({}));

/** Ratings of `c-1`, `c-2` and so on, in this order. */
const inOrder = (levels: readonly (Rating | undefined)[]): Record<string, Rating | undefined> =>
  Object.fromEntries(levels.map((level, at) => [`c-${at + 1}`, level]));
const times = (count: number, level: string): readonly string[] => Array.from({ length: count }, () => level);

interface Judged {
  readonly levels?: readonly (Rating | undefined)[];
  readonly facts?: Readonly<Record<string, boolean>>;
  readonly evidence?: readonly Evidence[];
}
interface Row extends Judged {
  readonly says: string;
  readonly verdict: Verdict;
}

const judge = (rubric: Rubric, { levels = [], facts, evidence }: Judged): Evaluation =>
  evaluate(rubric, { ratings: inOrder(levels), facts, evidence });

const shared = { version: '1.0.0', notice: 'Paraphrased for a test; the award is its publisher’s.' } as const;

/** The rubric is valid, and the outcome's verdicts are those derived by hand. */
const verdictsOf = (rubric: Rubric, outcome: string, rows: readonly Row[]): void => {
  test('is a valid rubric', () => {
    expect(rubricSchema.safeParse(rubric).error?.issues).toBeUndefined();
  });
  test.each(rows)('“' + outcome + '” is $verdict where $says', ({ verdict, ...judged }) => {
    expect(judge(rubric, judged).verdicts[outcome]).toBe(verdict);
  });
};

describe('R1, all of: thirteen criteria that must all be met', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'all-thirteen',
    label: 'Primary Science Quality Mark',
    scale: yesNo,
    criteria: plain(13),
    scoring: { kind: 'none' },
    outcomes: [{ id: 'mark', label: 'The mark', origin: 'published', rule: { kind: 'every', level: 'yes' } }],
  });
  verdictsOf(rubric, 'mark', [
    // 13 of 13.
    { says: 'all thirteen are met', levels: times(13, 'yes'), verdict: 'met' },
    // 12 of 13: one that is not met cannot be made up for.
    { says: 'twelve are met and one is not', levels: [...times(12, 'yes'), 'no'], verdict: 'not-yet-met' },
    // The open one decides: met makes 13, not met makes 12.
    { says: 'twelve are met and one is unrated', levels: times(12, 'yes'), verdict: 'undecided' },
    // Twelve open ones could all be met, but the first is not.
    { says: 'one is not met and the rest is unrated', levels: ['no'], verdict: 'not-yet-met' },
  ]);
});

describe('R2, a share: at least three quarters of the elements at prepared', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'three-quarters',
    label: 'An NC attribute, its share alone',
    scale: ncLevels,
    criteria: plain(5),
    scoring: { kind: 'none' },
    outcomes: [
      {
        id: 'enough',
        label: 'Enough',
        origin: 'published',
        rule: { kind: 'share', numerator: 3, denominator: 4, level: 'prepared' },
      },
    ],
  });
  verdictsOf(rubric, 'enough', [
    // Three quarters of 5 are 3.75, so 4 are needed: 4 · 4 = 16 ≥ 3 · 5 = 15.
    { says: 'four of five are prepared', levels: [...times(4, 'prepared'), 'early'], verdict: 'met' },
    // 4 · 3 = 12 < 15: three of five are short, although 3.75 rounded down would let them pass.
    { says: 'three of five are prepared', levels: [...times(3, 'model'), 'early', 'early'], verdict: 'not-yet-met' },
    // Three so far; two open ones leave between 3 and 5.
    { says: 'three are prepared and two unrated', levels: times(3, 'prepared'), verdict: 'undecided' },
    // Two are below already, so 3 at most.
    { says: 'two are developing and three unrated', levels: times(2, 'developing'), verdict: 'not-yet-met' },
  ]);
});

describe('R3, a floor: no element at early, whatever the others are', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'no-early',
    label: 'An NC attribute of four elements',
    scale: ncLevels,
    criteria: plain(4),
    scoring: { kind: 'none' },
    outcomes: [
      {
        id: 'attained',
        label: 'Attained',
        origin: 'published',
        rule: {
          kind: 'all',
          rules: [
            { kind: 'share', numerator: 3, denominator: 4, level: 'prepared' },
            { kind: 'every', level: 'developing' },
          ],
        },
      },
    ],
  });
  verdictsOf(rubric, 'attained', [
    // Three of four is the share, and developing is not early.
    { says: 'three are prepared and one developing', levels: [...times(3, 'prepared'), 'developing'], verdict: 'met' },
    // The share is there and the mean is high, but one is early.
    { says: 'three are model and one early', levels: [...times(3, 'model'), 'early'], verdict: 'not-yet-met' },
    // The share is there already; only the floor is open.
    { says: 'three are model and one unrated', levels: times(3, 'model'), verdict: 'undecided' },
    // The floor is broken, whatever the three open ones become.
    { says: 'one is early and three unrated', levels: ['early'], verdict: 'not-yet-met' },
  ]);
});

describe('R4, a rule that switches on how many elements there are: below four, all must be prepared', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'below-four-all',
    label: 'An NC attribute',
    scale: ncLevels,
    criteria: criteria(4, () => ({ notApplicable: 'allowed' as const })),
    scoring: { kind: 'none' },
    outcomes: [
      {
        id: 'attained',
        label: 'Attained',
        origin: 'published',
        rule: {
          kind: 'when-count',
          fewerThan: 4,
          then: { kind: 'every', level: 'prepared' },
          otherwise: { kind: 'share', numerator: 3, denominator: 4, level: 'prepared' },
        },
      },
    ],
  });
  const notHere = { notApplicable: 'we teach no such course' };
  verdictsOf(rubric, 'attained', [
    // Four elements: three of them are enough.
    { says: 'three of four are prepared', levels: [...times(3, 'prepared'), 'developing'], verdict: 'met' },
    // Three elements are left: all must be, and one is not.
    {
      says: 'two of three are prepared and the fourth is not applicable',
      levels: ['prepared', 'prepared', 'developing', notHere],
      verdict: 'not-yet-met',
    },
    // Three elements are left, all prepared.
    { says: 'all of three are prepared', levels: [...times(3, 'prepared'), notHere], verdict: 'met' },
    // An unrated element still counts: there are four, and with three prepared the share is there whatever it becomes.
    { says: 'three are prepared and the fourth is unrated', levels: times(3, 'prepared'), verdict: 'met' },
    // There are four; two prepared, one developing, one open: 2 or 3 of the 3 needed.
    {
      says: 'two are prepared, one developing, one unrated',
      levels: ['prepared', 'prepared', 'developing'],
      verdict: 'undecided',
    },
  ]);
});

describe('R5, a benchmark passes only when all its criteria do; its percentage is shown and decides nothing', () => {
  const progress = defineScale({
    id: 'progress',
    label: 'Progress',
    levels: [
      { id: 'not-started', label: 'Not started', points: 0 },
      { id: 'in-progress', label: 'In progress', points: 1 },
      { id: 'achieved', label: 'Achieved', points: 2 },
    ],
  });
  const rubric = defineRubric({
    ...shared,
    id: 'one-benchmark',
    label: 'One Gatsby benchmark of ten criteria',
    scale: progress,
    criteria: plain(10),
    scoring: { kind: 'weighted-mean', from: 'zero' },
    outcomes: [{ id: 'achieved', label: 'Achieved', origin: 'published', rule: { kind: 'every', level: 'achieved' } }],
  });
  verdictsOf(rubric, 'achieved', [
    { says: 'all ten are achieved', levels: times(10, 'achieved'), verdict: 'met' },
    {
      says: 'nine are achieved and one is in progress',
      levels: [...times(9, 'achieved'), 'in-progress'],
      verdict: 'not-yet-met',
    },
    { says: 'nine are achieved and one is unrated', levels: times(9, 'achieved'), verdict: 'undecided' },
  ]);

  test('shows 95 per cent for nine achieved and one in progress, and is not achieved', () => {
    // 9 · 2 + 1 = 19 of 20 points.
    const { score } = judge(rubric, { levels: [...times(9, 'achieved'), 'in-progress'] });
    expect(score).toMatchObject({ value: { numerator: 19, denominator: 20 } });
  });
});

describe('R6, the headline is the number of benchmarks achieved', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'benchmarks-achieved',
    label: 'Eight benchmarks of two criteria each',
    scale: yesNo,
    groups: Array.from({ length: 8 }, (_, at) => ({ id: `b-${at + 1}`, label: `Benchmark ${at + 1}` })),
    // Criteria 1 and 2 belong to benchmark 1, 3 and 4 to benchmark 2, and so on.
    criteria: criteria(16, (n) => ({ group: `b-${Math.ceil(n / 2)}` })),
    scoring: { kind: 'count-groups', rule: { kind: 'every', level: 'yes' } },
    outcomes: [
      // Six is about the national mean of 2024-25, not a pass mark.
      {
        id: 'six',
        label: 'Six or more',
        origin: 'project',
        rule: { kind: 'score', atLeast: { numerator: 6, denominator: 1 } },
      },
    ],
  });
  verdictsOf(rubric, 'six', [
    // Twelve criteria in order are six whole benchmarks.
    { says: 'six benchmarks are whole', levels: [...times(12, 'yes'), ...times(4, 'no')], verdict: 'met' },
    // One criterion short in three benchmarks leaves five whole, with 13 of 16 criteria met.
    {
      says: 'thirteen of sixteen criteria are met but three benchmarks lack one',
      levels: [...times(10, 'yes'), 'yes', 'no', 'yes', 'no', 'yes', 'no'],
      verdict: 'not-yet-met',
    },
    // Five whole, one half rated: its other criterion decides.
    { says: 'five are whole and the sixth half rated', levels: [...times(11, 'yes')], verdict: 'undecided' },
  ]);

  test('is 0 of 8 where every benchmark has one criterion of two', () => {
    const levels = Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? 'yes' : 'no'));
    expect(judge(rubric, { levels }).score).toMatchObject({ value: { decimal: 0 }, outOf: { decimal: 8 } });
  });
});

describe('R7, the lowest of a few reference indicators decides, not the others', () => {
  const grades = defineScale({
    id: 'six-grades',
    label: 'Six grades',
    levels: [
      { id: 'unsatisfactory', label: 'Unsatisfactory' },
      { id: 'weak', label: 'Weak' },
      { id: 'satisfactory', label: 'Satisfactory' },
      { id: 'good', label: 'Good' },
      { id: 'very-good', label: 'Very good' },
      { id: 'excellent', label: 'Excellent' },
    ],
  });
  const rubric = defineRubric({
    ...shared,
    id: 'reference-minimum',
    label: 'The Scottish inspection statistic',
    scale: grades,
    // The first three are the reference indicators.
    criteria: criteria(5, (n) => ({ tags: [n <= 3 ? 'reference' : 'other'] })),
    scoring: { kind: 'none' },
    outcomes: [
      {
        id: 'positive',
        label: 'Positive',
        origin: 'published',
        rule: { kind: 'minimum', level: 'satisfactory', of: { tag: 'reference' } },
      },
    ],
  });
  verdictsOf(rubric, 'positive', [
    // The lowest of the three is satisfactory; the fourth is weak and does not matter, the fifth is open and does not either.
    {
      says: 'the lowest of the three is satisfactory',
      levels: ['satisfactory', 'good', 'excellent', 'weak'],
      verdict: 'met',
    },
    {
      says: 'one of the three is weak',
      levels: ['good', 'good', 'weak', 'excellent', 'excellent'],
      verdict: 'not-yet-met',
    },
    {
      says: 'one of the three is not graded',
      levels: ['good', 'good', undefined, 'good', 'good'],
      verdict: 'undecided',
    },
  ]);
});

describe('R8, an essential subset that a high total does not replace', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'essentials',
    label: 'Elements of which two are essential',
    scale: indianaLevels,
    criteria: criteria(4, (n) => ({ tags: [n <= 2 ? 'essential' : 'further'] })),
    scoring: { kind: 'sum' },
    outcomes: [
      {
        id: 'certified',
        label: 'Certified',
        origin: 'project',
        rule: {
          kind: 'all',
          rules: [
            // The published cut-off is not known; 8 of 12 points is made up.
            { kind: 'score', atLeast: { numerator: 8, denominator: 1 } },
            { kind: 'every', level: 'approaching', of: { tag: 'essential' } },
          ],
        },
      },
    ],
  });
  verdictsOf(rubric, 'certified', [
    // 2 + 2 + 2 + 2 = 8, both essentials at approaching.
    { says: 'all are approaching', levels: times(4, 'approaching'), verdict: 'met' },
    // 1 + 3 + 3 + 3 = 10 points, but the first essential is developing.
    {
      says: 'an essential is developing and the rest innovating',
      levels: ['developing', ...times(3, 'innovating')],
      verdict: 'not-yet-met',
    },
    // 3 + 3 + 1 + 0 = 7 points: the essentials alone do not do either.
    {
      says: 'the essentials are innovating and the total is seven',
      levels: ['innovating', 'innovating', 'developing', 'investigating'],
      verdict: 'not-yet-met',
    },
    // 3 + 3 + 1 = 7 and the last adds 0 to 3.
    {
      says: 'the total is seven with one unrated',
      levels: ['innovating', 'innovating', 'developing'],
      verdict: 'undecided',
    },
  ]);
});

describe('R11, marks that nest: the highest needs the one below it and something more', () => {
  const impact = defineScale({
    id: 'impact',
    label: 'Impact of leadership',
    levels: [
      { id: 'none', label: 'None yet' },
      { id: 'beginning', label: 'Beginning' },
      { id: 'sustained', label: 'Sustained' },
    ],
  });
  const rubric = defineRubric({
    ...shared,
    id: 'nested-marks',
    label: 'Three marks',
    scale: impact,
    criteria: [
      ...plain(3),
      // Work with other schools shows in evidence, not in a level.
      { id: 'other-schools', label: 'Work with other schools', weight: 1 },
    ],
    scoring: { kind: 'none' },
    outcomes: [
      {
        id: 'mark',
        label: 'The mark',
        origin: 'published',
        rule: { kind: 'every', level: 'beginning', of: { criteria: ['c-1', 'c-2', 'c-3'] } },
      },
      {
        id: 'gilt',
        label: 'Gilt',
        origin: 'published',
        rule: { kind: 'every', level: 'sustained', of: { criteria: ['c-1', 'c-2', 'c-3'] } },
      },
      {
        id: 'outreach',
        label: 'Outreach',
        origin: 'published',
        rule: {
          kind: 'all',
          rules: [
            { kind: 'achieves', outcome: 'gilt' },
            { kind: 'evidence', atLeast: 1, of: { criteria: ['other-schools'] } },
          ],
        },
      },
    ],
  });
  const evidence: readonly Evidence[] = [
    {
      id: 'cluster-day',
      kind: 'event',
      date: '2026-03-02',
      shows: 'A day for the cluster',
      supports: ['other-schools'],
    },
  ];
  verdictsOf(rubric, 'outreach', [
    { says: 'gilt is reached and other schools profited', levels: times(3, 'sustained'), evidence, verdict: 'met' },
    // Evidence is what there is: with none the rule is false, not open.
    {
      says: 'gilt is reached and nothing shows work with others',
      levels: times(3, 'sustained'),
      verdict: 'not-yet-met',
    },
    {
      says: 'one criterion keeps gilt out of reach',
      levels: ['sustained', 'sustained', 'beginning'],
      evidence,
      verdict: 'not-yet-met',
    },
    // Gilt is undecided, and so is what leans on it.
    { says: 'gilt waits for one criterion', levels: ['sustained', 'sustained'], evidence, verdict: 'undecided' },
  ]);

  test('gives the highest mark that is met', () => {
    expect(judge(rubric, { levels: times(3, 'sustained') }).achieved).toBe('gilt');
    expect(judge(rubric, { levels: ['sustained', 'beginning', 'sustained'], evidence }).achieved).toBe('mark');
    expect(judge(rubric, { levels: times(3, 'sustained'), evidence }).achieved).toBe('outreach');
  });
});

describe('R12, a time window that somebody attests: all within three years', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'within-three-years',
    label: 'Five elements in a window',
    scale: yesNo,
    criteria: plain(5),
    facts: [{ id: 'in-time', label: 'All five were validated within three years' }],
    scoring: { kind: 'none' },
    outcomes: [
      {
        id: 'award',
        label: 'The award',
        origin: 'published',
        rule: {
          kind: 'all',
          rules: [
            { kind: 'every', level: 'yes' },
            { kind: 'attested', fact: 'in-time' },
          ],
        },
      },
    ],
  });
  verdictsOf(rubric, 'award', [
    { says: 'all five are met in time', levels: times(5, 'yes'), facts: { 'in-time': true }, verdict: 'met' },
    {
      says: 'all five are met and the window has closed',
      levels: times(5, 'yes'),
      facts: { 'in-time': false },
      verdict: 'not-yet-met',
    },
    { says: 'all five are met and nobody has looked at the dates', levels: times(5, 'yes'), verdict: 'undecided' },
  ]);
});

describe('R13, a gate outside the score: a site visit for the upper tier only', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'site-visit',
    label: 'Two tiers',
    scale: indianaLevels,
    criteria: plain(2),
    facts: [{ id: 'visited', label: 'The site visit confirmed the score' }],
    scoring: { kind: 'weighted-mean', from: 'zero' },
    outcomes: [
      // The published bands are not known; a half and five sixths are made up.
      {
        id: 'silver',
        label: 'Silver',
        origin: 'project',
        rule: { kind: 'score', atLeast: { numerator: 1, denominator: 2 } },
      },
      {
        id: 'gold',
        label: 'Gold',
        origin: 'project',
        rule: {
          kind: 'all',
          rules: [
            { kind: 'score', atLeast: { numerator: 5, denominator: 6 } },
            { kind: 'attested', fact: 'visited' },
          ],
        },
      },
    ],
  });
  // 3 + 2 of 6 points are five sixths.
  const high = ['innovating', 'approaching'];
  verdictsOf(rubric, 'gold', [
    {
      says: 'the score is five sixths and the visit confirmed it',
      levels: high,
      facts: { visited: true },
      verdict: 'met',
    },
    { says: 'the visit did not confirm it', levels: high, facts: { visited: false }, verdict: 'not-yet-met' },
    { says: 'the visit is still to come', levels: high, verdict: 'undecided' },
    // 2 + 2 of 6 are four sixths: a visit does not lift a score.
    {
      says: 'there was a visit and the score is four sixths',
      levels: times(2, 'approaching'),
      facts: { visited: true },
      verdict: 'not-yet-met',
    },
  ]);

  test('asks no visit for silver', () => {
    expect(judge(rubric, { levels: high }).verdicts).toEqual({ silver: 'met', gold: 'undecided' });
  });
});

describe('R14, a level that asks for something: each element at developing needs a plan', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'plans-for-developing',
    label: 'An NC attribute with its plans',
    scale: ncLevels,
    criteria: plain(4),
    scoring: { kind: 'none' },
    outcomes: [
      {
        id: 'enough',
        label: 'Enough',
        origin: 'published',
        rule: { kind: 'share', numerator: 3, denominator: 4, level: 'prepared' },
      },
    ],
    obligations: [{ id: 'plan', label: 'A brief plan to improve', when: { level: 'developing' } }],
    priorities: { atMost: 3 },
  });
  const owed = (levels: readonly (Rating | undefined)[]) =>
    judge(rubric, { levels }).obligations.flatMap(({ id, criteria: of }) =>
      of.map((criterion) => `${id} for ${criterion}`),
    );

  verdictsOf(rubric, 'enough', [
    // The plan is owed and does not change the verdict.
    { says: 'one of four is developing', levels: [...times(3, 'prepared'), 'developing'], verdict: 'met' },
    {
      says: 'two of four are developing',
      levels: ['model', 'model', 'developing', 'developing'],
      verdict: 'not-yet-met',
    },
    { says: 'one is developing and two are unrated', levels: ['developing', 'prepared'], verdict: 'undecided' },
  ]);

  test('owes a plan for each element at developing, none for one at early, prepared or unrated', () => {
    expect(owed(['developing', 'early', 'developing'])).toEqual(['plan for c-1', 'plan for c-3']);
    expect(owed(['prepared', 'early', 'model'])).toEqual([]);
  });

  test('takes up to three priorities and refuses a fourth', () => {
    const withPriorities = (priorities: readonly string[]) =>
      assessmentSchemaFor(rubric).safeParse({
        rubric: { id: rubric.id, version: rubric.version },
        kind: 'self-evaluation',
        setting: 'hilltop',
        assessor: 'A. Co-ordinator',
        date: '2026-03-02',
        ratings: {},
        priorities,
      }).success;
    expect(withPriorities(['c-1', 'c-2', 'c-3'])).toBe(true);
    expect(withPriorities(['c-1', 'c-2', 'c-3', 'c-4'])).toBe(false);
  });
});

describe('R15, a tier for a near miss below the certificate', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'near-miss',
    label: 'Certified or developing',
    scale: indianaLevels,
    criteria: plain(4),
    scoring: { kind: 'none' },
    outcomes: [
      // The published line between the two is not known; three of four is made up.
      {
        id: 'developing',
        label: 'Developing',
        origin: 'project',
        rule: { kind: 'count', atLeast: 3, level: 'approaching' },
      },
      { id: 'certified', label: 'Certified', origin: 'project', rule: { kind: 'every', level: 'approaching' } },
    ],
  });
  verdictsOf(rubric, 'certified', [
    { says: 'four of four are approaching', levels: times(4, 'approaching'), verdict: 'met' },
    { says: 'three of four are', levels: [...times(3, 'approaching'), 'developing'], verdict: 'not-yet-met' },
    { says: 'three are and one is unrated', levels: times(3, 'approaching'), verdict: 'undecided' },
  ]);

  test('the lower tier is what one below the line achieves, and what one above it passes through', () => {
    expect(judge(rubric, { levels: [...times(3, 'approaching'), 'developing'] }).achieved).toBe('developing');
    expect(judge(rubric, { levels: times(4, 'approaching') }).achieved).toBe('certified');
    // Two of four: not even a near miss.
    expect(judge(rubric, { levels: ['approaching', 'innovating', 'developing', 'developing'] })).not.toHaveProperty(
      'achieved',
    );
    // Three are there already, so the tier is sure while the certificate is still open.
    expect(judge(rubric, { levels: times(3, 'approaching') }).verdicts).toEqual({
      developing: 'met',
      certified: 'undecided',
    });
  });
});

describe('R16, not applicable, unrated and rated low are three different things', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'where-appropriate',
    label: 'Criteria that hold where appropriate',
    scale: yesNo,
    criteria: [
      { id: 'c-1', label: 'Waived where it does not apply', weight: 1, notApplicable: 'waived' },
      { id: 'c-2', label: 'Held open where it does not apply', weight: 1, notApplicable: 'held-open' },
      { id: 'c-3', label: 'Always applies', weight: 2 },
    ],
    scoring: { kind: 'weighted-mean', from: 'lowest' },
    outcomes: [
      { id: 'every', label: 'All that apply', origin: 'project', rule: { kind: 'every', level: 'yes' } },
      {
        id: 'first-and-third',
        label: 'The first, where it applies, and the third',
        origin: 'project',
        rule: {
          kind: 'all',
          rules: [
            { kind: 'at-least', criterion: 'c-1', level: 'yes' },
            { kind: 'at-least', criterion: 'c-3', level: 'yes' },
          ],
        },
      },
      {
        id: 'second-and-third',
        label: 'The second and the third',
        origin: 'project',
        rule: {
          kind: 'all',
          rules: [
            { kind: 'at-least', criterion: 'c-2', level: 'yes' },
            { kind: 'at-least', criterion: 'c-3', level: 'yes' },
          ],
        },
      },
      {
        id: 'first',
        label: 'The first alone',
        origin: 'project',
        rule: { kind: 'at-least', criterion: 'c-1', level: 'yes' },
      },
    ],
  });
  const notHere = { notApplicable: 'no such work in a nursery' };
  verdictsOf(rubric, 'every', [
    { says: 'one is not applicable and the others are met', levels: [notHere, 'yes', 'yes'], verdict: 'met' },
    { says: 'one is unrated and the others are met', levels: [undefined, 'yes', 'yes'], verdict: 'undecided' },
    { says: 'one is not met', levels: ['no', 'yes', 'yes'], verdict: 'not-yet-met' },
  ]);

  test('a rule that names a waived criterion lets it go, one that names a criterion held open waits for it', () => {
    const { verdicts } = judge(rubric, { levels: [notHere, notHere, 'yes'] });
    expect(verdicts['first-and-third']).toBe('met');
    expect(verdicts['second-and-third']).toBe('undecided');
  });

  test('an outcome of which nothing is left is not met, and says why', () => {
    const { outcomes } = judge(rubric, { levels: [notHere, 'yes', 'yes'] });
    expect(outcomes.find(({ outcome }) => outcome === 'first')).toMatchObject({
      verdict: 'not-yet-met',
      because: 'nothing-applicable',
    });
  });

  test('not applicable shrinks the denominator, unrated shrinks the coverage, rated low lowers the score', () => {
    // Weights 1, 1, 2. Without the first: 3 of 3.
    expect(judge(rubric, { levels: [notHere, 'yes', 'yes'] }).score).toMatchObject({
      value: { decimal: 1 },
      coverage: { decimal: 1 },
      interval: { least: { decimal: 1 } },
    });
    // Unrated: the rated ones are whole, 3 of 4 are rated, and between 3 and 4 of 4 can still come.
    expect(judge(rubric, { levels: [undefined, 'yes', 'yes'] }).score).toMatchObject({
      value: { decimal: 1 },
      coverage: { decimal: 0.75 },
      interval: { least: { decimal: 0.75 }, greatest: { decimal: 1 } },
    });
    // Rated low: 3 of 4.
    expect(judge(rubric, { levels: ['no', 'yes', 'yes'] }).score).toMatchObject({
      value: { decimal: 0.75 },
      coverage: { decimal: 1 },
    });
  });
});

describe('R17, a best-fit judgement that stands above the arithmetic', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'best-fit',
    label: 'Nineteen criteria, substantially met',
    scale: yesNo,
    criteria: plain(19),
    facts: [{ id: 'substantially', label: 'The team judges the criteria substantially met' }],
    scoring: { kind: 'weighted-mean', from: 'lowest' },
    outcomes: [
      { id: 'certified', label: 'Certified', origin: 'published', rule: { kind: 'attested', fact: 'substantially' } },
    ],
  });
  verdictsOf(rubric, 'certified', [
    // The team may say so at 17 of 19, and may refuse at 19 of 19.
    {
      says: 'the team says so, with two criteria short',
      levels: [...times(17, 'yes'), 'no', 'no'],
      facts: { substantially: true },
      verdict: 'met',
    },
    {
      says: 'the team does not, with all of them met',
      levels: times(19, 'yes'),
      facts: { substantially: false },
      verdict: 'not-yet-met',
    },
    { says: 'all are met and the team has not said', levels: times(19, 'yes'), verdict: 'undecided' },
  ]);
});

describe('R18, levels worth 0, 1, 3 and 5', () => {
  const uneven = defineScale({
    id: 'uneven',
    label: 'Uneven steps',
    levels: [
      { id: 'none', label: 'None', points: 0 },
      { id: 'some', label: 'Some', points: 1 },
      { id: 'most', label: 'Most', points: 3 },
      { id: 'full', label: 'Full', points: 5 },
    ],
  });
  const rubric = defineRubric({
    ...shared,
    id: 'uneven-points',
    label: 'An application scored in uneven steps',
    scale: uneven,
    criteria: plain(3),
    scoring: { kind: 'sum' },
    // No cut-off is published; nine points is made up.
    outcomes: [
      {
        id: 'fundable',
        label: 'Fundable',
        origin: 'project',
        rule: { kind: 'score', atLeast: { numerator: 9, denominator: 1 } },
      },
    ],
  });
  verdictsOf(rubric, 'fundable', [
    // 5 + 3 + 1 = 9.
    { says: 'full, most and some make nine', levels: ['full', 'most', 'some'], verdict: 'met' },
    // 3 + 3 + 1 = 7. With points of 0, 1, 2 and 3 it would be five of nine, one short of full, most and some.
    { says: 'most, most and some make seven', levels: ['most', 'most', 'some'], verdict: 'not-yet-met' },
    // 3 + 1 = 4, and the third adds 0 to 5: between 4 and 9.
    { says: 'most and some are there and one is unrated', levels: ['most', 'some'], verdict: 'undecided' },
    // 1 + 1 = 2, and the third adds 5 at most.
    { says: 'some and some are there and one is unrated', levels: ['some', 'some'], verdict: 'not-yet-met' },
  ]);
});

describe('R19, another award recognised as equivalent', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'equivalent',
    label: 'A leader’s award',
    scale: yesNo,
    criteria: plain(3),
    facts: [{ id: 'other-award', label: 'Holds an award that counts as this one' }],
    scoring: { kind: 'none' },
    outcomes: [
      {
        id: 'award',
        label: 'The award',
        origin: 'published',
        rule: {
          kind: 'any',
          rules: [
            { kind: 'every', level: 'yes' },
            { kind: 'attested', fact: 'other-award' },
          ],
        },
      },
    ],
  });
  verdictsOf(rubric, 'award', [
    { says: 'the other award is held and nothing is rated', facts: { 'other-award': true }, verdict: 'met' },
    { says: 'all is met and nobody knows of another award', levels: times(3, 'yes'), verdict: 'met' },
    {
      says: 'one is not met and there is no other award',
      levels: ['yes', 'yes', 'no'],
      facts: { 'other-award': false },
      verdict: 'not-yet-met',
    },
    // The way by the criteria is closed; the other is not known to be.
    { says: 'one is not met and nobody knows of another award', levels: ['yes', 'yes', 'no'], verdict: 'undecided' },
  ]);
});

describe('R20, no verdict at all: a profile, and what to work on first', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'pathway',
    label: 'A pathway that only looks',
    scale: defineScale({
      id: 'pathway-levels',
      label: 'Pre-emerging to leading',
      levels: [
        { id: 'pre-emerging', label: 'Pre-emerging' },
        { id: 'emerging', label: 'Emerging' },
        { id: 'progressing', label: 'Progressing' },
        { id: 'advancing', label: 'Advancing' },
        { id: 'leading', label: 'Leading' },
      ],
    }),
    criteria: plain(3),
    scoring: { kind: 'none' },
    outcomes: [],
    priorities: { atMost: 3 },
  });

  test('is a valid rubric that gives neither a verdict nor a number, and says that it is a profile', () => {
    expect(rubricSchema.safeParse(rubric).error?.issues).toBeUndefined();
    const evaluation = judge(rubric, { levels: ['leading', 'pre-emerging'] });
    expect(evaluation.verdicts).toEqual({});
    expect(evaluation.outcomes).toEqual([]);
    expect(evaluation).not.toHaveProperty('achieved');
    expect(evaluation.score).toMatchObject({ kind: 'unscored', because: 'profile-only' });
  });

  test('shows how far up each criterion stands, and which is not rated', () => {
    const { criteria: profile } = judge(rubric, { levels: ['leading', 'progressing'] });
    // Five levels: the highest is at 1, the middle one at 2 of 4 steps.
    expect(profile.map(({ state, height }) => [state, height])).toEqual([
      ['rated', 1],
      ['rated', 0.5],
      ['unrated', undefined],
    ]);
  });
});

describe('R21, dimensions of unequal size: the mean of the elements is not the mean of the dimensions', () => {
  const parts = {
    ...shared,
    label: 'A dimension of four elements and one of one',
    scale: yesNo,
    groups: [
      { id: 'large', label: 'Four elements' },
      { id: 'small', label: 'One element' },
    ],
    criteria: criteria(5, (n) => ({ group: n <= 4 ? ('large' as const) : ('small' as const) })),
    outcomes: [
      {
        id: 'three-quarters',
        label: 'Three quarters',
        origin: 'project',
        rule: { kind: 'score', atLeast: { numerator: 3, denominator: 4 } },
      },
    ],
  } as const;
  const ofElements = defineRubric({ ...parts, id: 'of-elements', scoring: { kind: 'weighted-mean', from: 'lowest' } });
  const ofDimensions = defineRubric({
    ...parts,
    id: 'of-dimensions',
    scoring: { kind: 'mean-of-groups', from: 'lowest' },
  });

  // Elements: each counts a fifth. Dimensions: each of the four counts an eighth, the one counts a half.
  verdictsOf(ofElements, 'three-quarters', [
    // 4 of 5.
    { says: 'the four are met and the one is not', levels: [...times(4, 'yes'), 'no'], verdict: 'met' },
    // 3 of 5.
    {
      says: 'two of the four are met and the one is',
      levels: ['yes', 'yes', 'no', 'no', 'yes'],
      verdict: 'not-yet-met',
    },
    // 3 of 5, up to 4 of 5.
    {
      says: 'three of the four are met and the one is unrated',
      levels: ['yes', 'yes', 'yes', 'no'],
      verdict: 'undecided',
    },
  ]);
  verdictsOf(ofDimensions, 'three-quarters', [
    // (2/4 + 1) / 2 = 3/4, where the elements say three fifths.
    { says: 'two of the four are met and the one is', levels: ['yes', 'yes', 'no', 'no', 'yes'], verdict: 'met' },
    // (4/4 + 0) / 2 = 1/2, where the elements say four fifths.
    { says: 'the four are met and the one is not', levels: [...times(4, 'yes'), 'no'], verdict: 'not-yet-met' },
    // (4/4 + x) / 2 lies between 1/2 and 1.
    { says: 'the four are met and the one is unrated', levels: times(4, 'yes'), verdict: 'undecided' },
  ]);
});

describe('R22, a mean that is cut into bands', () => {
  const rubric = defineRubric({
    ...shared,
    id: 'bands',
    label: 'Bronze to gold',
    scale: indianaLevels,
    criteria: plain(2),
    scoring: { kind: 'weighted-mean', from: 'zero' },
    // The published bands are not known; thirds are made up.
    bands: [
      { id: 'below', label: 'Below', from: { numerator: 0, denominator: 1 }, below: { numerator: 1, denominator: 3 } },
      {
        id: 'bronze',
        label: 'Bronze',
        from: { numerator: 1, denominator: 3 },
        below: { numerator: 2, denominator: 3 },
      },
      { id: 'gold', label: 'Gold', from: { numerator: 2, denominator: 3 } },
    ],
    outcomes: [{ id: 'bronze', label: 'Bronze', origin: 'project', rule: { kind: 'band', band: 'bronze' } }],
  });
  verdictsOf(rubric, 'bronze', [
    // 1 + 1 of 6 is a third exactly, and a band begins with its own bound.
    { says: 'the mean is a third exactly', levels: ['developing', 'developing'], verdict: 'met' },
    // 3 + 2 of 6 is in a higher band, which counts too.
    { says: 'the mean is in a higher band', levels: ['innovating', 'approaching'], verdict: 'met' },
    // 1 + 0 of 6.
    { says: 'the mean is a sixth', levels: ['developing', 'investigating'], verdict: 'not-yet-met' },
    // 1 of 6 so far, up to 4 of 6.
    { says: 'one is developing and one unrated', levels: ['developing'], verdict: 'undecided' },
  ]);

  test('a score has a band once all that is open lies in one', () => {
    // 4 of 6 is two thirds exactly: gold begins there, and bronze ends before it.
    expect(judge(rubric, { levels: ['approaching', 'approaching'] }).score).toMatchObject({ band: 'gold' });
    // Between 2 of 6 and 5 of 6: bronze or gold, so none yet.
    expect(judge(rubric, { levels: ['approaching'] }).score).not.toHaveProperty('band');
    // Two assessors say developing and approaching; with 1 of the other that is 2 or 3 of 6, bronze either way.
    expect(judge(rubric, { levels: [{ levels: ['developing', 'approaching'] }, 'developing'] }).score).toMatchObject({
      band: 'bronze',
    });
  });
});
