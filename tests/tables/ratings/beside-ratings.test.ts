// What an assessment says beside its ratings: facts, how many items of evidence there are, priorities.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import { defineRubric } from '../../../src/model/define.js';
import type { Attestation } from '../../../src/model/awards/attestation.js';
import { evidenceCounts } from '../../../src/model/awards/evidence-counts.js';
import type { Assessment } from '../../../src/model/rubrics/assessment.js';
import type { Rating } from '../../../src/model/rubrics/rating.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { assessmentSchemaFor } from '../../../src/model/rubrics/schemas/assessment-schema.js';
import { parseCsv } from '../../../src/tables/csv/parse-csv.js';
import { toCsv } from '../../../src/tables/csv/to-csv.js';
import { countedItems } from '../../../src/tables/ratings/beside-ratings.js';
import { ratersFromRows } from '../../../src/tables/ratings/raters-from-rows.js';
import { ratingTemplateRows } from '../../../src/tables/ratings/rating-template-rows.js';
import { ratingsFromRows } from '../../../src/tables/ratings/ratings-from-rows.js';
import { toRatingRows } from '../../../src/tables/ratings/to-rating-rows.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { growth } from '../../support/counted-work.js';
import { shippedRubrics } from '../../support/rubrics.js';
import { runs, sized } from '../../support/runs.js';

const rubric = defineRubric({
  id: 'garden',
  version: '1.0.0',
  label: 'Garden',
  notice: 'For tests.',
  scale: {
    id: 'two',
    label: 'Two',
    levels: [
      { id: 'not-yet', label: 'Not yet' },
      { id: 'met', label: 'Met' },
    ],
  },
  criteria: [
    { id: 'use-of-data', label: 'Use of data', weight: 1 },
    { id: 'vision', label: 'Vision, shared', weight: 1 },
    { id: 'evidence', label: 'Evidence', weight: 1 },
  ],
  facts: [
    { id: 'visited', label: 'A visit has been made' },
    { id: 'registered', label: 'Is the school registered?' },
  ],
  priorities: { atMost: 2 },
  scoring: { kind: 'none' },
  outcomes: [
    {
      id: 'ready',
      label: 'Ready',
      origin: 'project',
      rule: { kind: 'evidence', atLeast: 2, of: { criteria: ['use-of-data'] } },
    },
  ],
});
const by = { kind: 'self-evaluation', assessor: 'A. Teacher', date: '2026-03-02' } as const;

const read = (rows: readonly (readonly string[])[], options = {}): Assessment[] => {
  const result = ratingsFromRows(rubric, rows, { ...by, ...options });
  if (!result.ok) throw new Error(result.issues[0]?.message);
  for (const one of result.value) expect(assessmentSchemaFor(rubric).safeParse(one).error?.issues).toBeUndefined();
  return result.value;
};
const issuesOf = (rows: readonly (readonly string[])[], options = {}) =>
  ratingsFromRows(rubric, rows, { ...by, ...options }).issues.map(({ code, severity, path, message, hint }) => ({
    code,
    severity,
    at: path,
    message,
    hint,
  }));

describe('a fact', () => {
  test.each([
    ...['yes', 'YES ', 'Y', 'True', 'TRUE', 'x', 'X', '1', '✓', '☑', 'Yes.'].map((cell) => [cell, true] as const),
    ...['no', 'NO', 'n', 'False', '0', '✗', '☐'].map((cell) => [cell, false] as const),
    ...['', '  ', '?', 'unknown', 'Not known'].map((cell) => [cell, undefined] as const),
    ['Yes – in May', { holds: true, reason: 'in May' }],
    ['no: not yet', { holds: false, reason: 'not yet' }],
    ['No (in June)', { holds: false, reason: 'in June' }],
  ] as const)('is read from %j', (cell, said) => {
    const [one] = read([
      ['setting', 'A visit has been made'],
      ['hill', cell],
    ]);
    expect(one?.facts).toEqual(said === undefined ? undefined : { visited: said });
  });

  test.each(['maybe', 'yess', 'no-one', 'none', 'ja', 'n/a', '2', '1,5', 'yes.txt', 'not', '#N/A', '−'])(
    'that is called %j is an issue with its place, and is not read',
    (cell) => {
      const rows = [
        ['setting', 'Is the school registered', 'Use of data'],
        ['hill', cell, 'met'],
      ];
      expect(read(rows)[0]).not.toHaveProperty('facts');
      expect(issuesOf(rows)).toMatchObject([{ code: 'unknown-answer', severity: 'error', at: [1, 1] }]);
    },
  );

  test('offers the nearest word, and keeps the reason, who said so and when', () => {
    expect(
      issuesOf([
        ['setting', 'visited'],
        ['hill', 'yess'],
      ])[0],
    ).toMatchObject({
      message: '“A visit has been made” is “yess”, which says neither yes nor no.',
      hint: 'Is it “yes”?',
    });
    const rows = [
      ['setting', 'visited', 'reason', 'said by', 'said on', 'fact: registered', 'comments'],
      ['hill', 'yes', 'in May', 'B. Visitor', '2 May 2026', 'no', 'lapsed'],
      ['bay', '', 'in May', '', '', 'no', ''],
      ['cove', 'yes', '', 'B. Visitor', '', '', ''],
    ];
    expect(read(rows).map(({ facts }) => facts)).toEqual([
      {
        visited: { holds: true, reason: 'in May', by: 'B. Visitor', date: '2026-05-02' },
        registered: { holds: false, reason: 'lapsed' },
      },
      { registered: false },
      { visited: true },
    ]);
    expect(issuesOf(rows).map(({ code, at }) => [code, ...at])).toEqual([
      ['note-without-level', 2, 1],
      ['no-reason', 3, 1],
    ]);
  });

  test('stands in a long sheet as a criterion does, or in a column of its own, where it must not contradict itself', () => {
    const rows = [
      ['setting', 'criterion', 'level', 'note', 'Registered'],
      ['hill', 'Use of data', 'met', 'seen', 'yes'],
      ['', 'A visit has been made', 'no', 'snow', ''],
      ['', 'vision', 'met', '', 'no'],
      ['', 'visited', 'no', 'snow', 'yes'],
    ];
    expect(read(rows)[0]).toMatchObject({
      ratings: { 'use-of-data': { level: 'met', note: 'seen' }, vision: 'met' },
      facts: { registered: true, visited: { holds: false, reason: 'snow' } },
    });
    expect(issuesOf(rows).map(({ code, at }) => [code, ...at])).toEqual([['repeated-answer', 3, 4]]);
  });
});

describe('a count of evidence', () => {
  test('makes so many items, of which an info says that they are only counted', () => {
    const rows = [
      ['setting', 'Use of data', 'Use of data – evidence', 'vision evidence', 'Evidence'],
      ['hill', 'met', ' 2 ', '0', 'met'],
      ['bay', '', '1.0', '', ''],
    ];
    const [hill, bay] = read(rows);
    expect(evaluate<Rubric>(rubric, hill!).verdicts['ready']).toBe('met');
    expect(hill?.evidence).toEqual([
      {
        id: 'item-1',
        kind: 'other',
        date: '2026-03-02',
        shows: expect.any(String) as string,
        supports: ['use-of-data'],
      },
      {
        id: 'item-2',
        kind: 'other',
        date: '2026-03-02',
        shows: expect.any(String) as string,
        supports: ['use-of-data'],
      },
    ]);
    // The criterion called Evidence is meant by the bare word.
    expect(hill?.ratings).toEqual({ 'use-of-data': 'met', evidence: 'met' });
    expect(bay?.evidence).toHaveLength(1);
    expect(issuesOf(rows)).toMatchObject([{ code: 'evidence-counted', severity: 'info', at: [1, 2] }]);
  });

  test.each([
    ['-1', 'not-a-count', 'error'],
    ['1,5', 'not-a-count', 'error'],
    ['50 %', 'not-a-count', 'error'],
    ['1001', 'too-many-items', 'error'],
    ['1e9', 'not-a-count', 'warning'],
    ['three', 'not-a-count', 'warning'],
    ['minutes of the club', 'not-a-count', 'warning'],
  ])('%j is no such number: %s', (cell, code, severity) => {
    const rows = [
      ['setting', 'Use of data', 'items of evidence'],
      ['hill', 'met', cell],
    ];
    expect(read(rows)[0]).not.toHaveProperty('evidence');
    expect(issuesOf(rows)).toMatchObject([{ code, severity, at: [1, 2] }]);
  });

  test('stands in a long sheet in a column, without a level as well; two different counts of one indicator are an issue', () => {
    const rows = [
      ['setting', 'criterion', 'level', 'no. of items'],
      ['hill', 'Use of data', '', '3'],
      ['', 'vision', 'met', '1'],
      ['', 'Use of data', '', '4'],
    ];
    const [hill] = read(rows);
    expect([...evidenceCounts(hill?.evidence ?? [])]).toEqual([
      ['use-of-data', 3],
      ['vision', 1],
    ]);
    expect(hill?.ratings).toEqual({ vision: 'met' });
    expect(issuesOf(rows).map(({ code, at }) => [code, ...at])).toEqual([
      ['repeated-count', 3, 3],
      ['evidence-counted', 1, 3],
    ]);
  });
});

describe('priorities', () => {
  test.each([
    [['priorities'], ['Use of data; vision']],
    [['Our priorities'], ['Vision, shared | Use of data']],
    [['priorities'], ['Use of data, vision']],
    [['priorities'], ['1. Use of data\r\n2. Vision, shared']],
    [
      ['Priority 1', 'Priority 2'],
      ['Vision, shared', 'use_of_data'],
    ],
    [
      ['Use of data – priority', 'priority: vision'],
      ['2', '1'],
    ],
    [
      ['Use of data – priority', 'vision (priority)'],
      ['x', 'Yes'],
    ],
  ] as const)('are read under %j from %j', (headings, cells) => {
    const [hill] = read([
      ['setting', ...headings, 'visited'],
      ['hill', ...cells, 'yes'],
    ]);
    expect([...(hill?.priorities ?? [])].sort()).toEqual(['use-of-data', 'vision']);
  });

  test('keep their order, and are an issue where they are too many or no criteria', () => {
    const rows = [
      ['setting', 'priorities'],
      ['hill', 'vision; Use of data'],
      ['bay', 'vision; use of date'],
      ['cove', 'vision; Use of data; evidence'],
    ];
    expect(read([['setting', 'priorities', 'visited'], ...rows.slice(1)]).map(({ priorities }) => priorities)).toEqual([
      ['vision', 'use-of-data'],
      ['vision'],
      undefined,
    ]);
    expect(issuesOf([['setting', 'priorities', 'visited'], ...rows.slice(1)])).toMatchObject([
      { code: 'unknown-priority', at: [2, 1], hint: 'Is it “use-of-data”?' },
      { code: 'too-many-priorities', at: [3] },
    ]);
    const long = [
      ['setting', 'criterion', 'level', 'priority'],
      ['hill', 'Use of data', 'met', '2'],
      ['', 'vision', '', '1'],
      ['', 'evidence', 'met', 'no'],
      ['bay', 'vision', 'met', 'first'],
    ];
    expect(read(long).map(({ priorities }) => priorities)).toEqual([['vision', 'use-of-data'], undefined]);
    expect(issuesOf(long)).toMatchObject([{ code: 'unknown-priority', at: [4, 3] }]);
  });
});

test('headings of facts, evidence and priorities can be said by the option', () => {
  const rows = [
    ['Where', 'Q1', 'How much?', 'Been there', 'Because', 'First'],
    ['hill', 'met', '2', 'yes', 'in May', 'x'],
  ];
  const headings = {
    Where: 'setting',
    Q1: 'use-of-data',
    'How much?': 'use-of-data – evidence',
    'Been there': 'visited',
    Because: 'reason',
    First: 'priority: vision',
  };
  expect(read(rows, { headings })[0]).toMatchObject({
    ratings: { 'use-of-data': 'met' },
    facts: { visited: { holds: true, reason: 'in May' } },
    evidence: [{}, {}],
    priorities: ['vision'],
  });
  expect(() => ratingsFromRows(rubric, rows, { headings: { Q1: 'visitedd' } })).toThrow('is it “visited”?');
});

test('a template asks for facts, for evidence where a rule counts it, and for priorities; read as it is it says nothing', () => {
  const rows = ratingTemplateRows(rubric, [{ id: 'hill' }], by);
  expect(rows[0]?.slice(5)).toEqual([
    'Use of data',
    'Use of data – evidence',
    'Vision, shared',
    'criterion: evidence',
    'A visit has been made',
    'Is the school registered?',
    'priorities',
  ]);
  const long = ratingTemplateRows(rubric, [{ id: 'hill' }], { ...by, shape: 'long', names: 'id' });
  expect(long[0]?.slice(5)).toEqual(['criterion', 'level', 'note', 'evidence', 'priority']);
  expect(long.map((row) => row[5])).toEqual([
    'criterion',
    'use-of-data',
    'vision',
    'criterion: evidence',
    'visited',
    'registered',
  ]);
  for (const sheet of [rows, long]) {
    const [one] = read(sheet);
    expect(one).not.toHaveProperty('facts');
    expect(one).toMatchObject({ setting: 'hill', ratings: {} });
    expect(issuesOf(sheet)).toEqual([]);
  }
});

const text = fc.string({ minLength: 1, maxLength: 8 }).filter((one) => one.trim() === one && one !== '');
const attestation: fc.Arbitrary<Attestation> = fc.oneof(
  fc.boolean(),
  fc.record({ holds: fc.boolean(), reason: text }),
  fc.record({ holds: fc.boolean(), reason: text, by: text, date: fc.constant('2026-02-28') }),
);
const ratingIn = (of: Rubric, criterion: Rubric['criteria'][number]): fc.Arbitrary<Rating> => {
  const level = fc.constantFrom(...(criterion.scale ?? of.scale).levels.map(({ id }) => id));
  const isAbsent = (criterion.notApplicable ?? 'refused') !== 'refused';
  return fc.oneof(
    level,
    fc.record({ level, note: text }),
    ...(isAbsent ? [text.map((notApplicable) => ({ notApplicable }))] : []),
  );
};
/** Assessments of a rubric with everything that a sheet can hold. */
const assessmentsOf = (of: Rubric): fc.Arbitrary<readonly Assessment[]> => {
  const criteria = of.criteria.map(({ id }) => id);
  const indicators = [...new Set(of.criteria.map(({ id, indicator = id }) => indicator))];
  const one = fc.record({
    ratings: fc.record(Object.fromEntries(of.criteria.map((one) => [one.id, ratingIn(of, one)])), { requiredKeys: [] }),
    facts: fc.record(Object.fromEntries((of.facts ?? []).map(({ id }) => [id, attestation])), { requiredKeys: [] }),
    counts: fc.uniqueArray(fc.tuple(fc.nat({ max: indicators.length - 1 }), fc.integer({ min: 1, max: 3 })), {
      selector: ([at]) => at,
      maxLength: 4,
    }),
    priorities: fc.uniqueArray(fc.constantFrom(...criteria), { maxLength: of.priorities?.atMost ?? 3 }),
  });
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((list) =>
    list.map(({ ratings, facts, counts, priorities }, at): Assessment => {
      const ordered = [...counts].sort(([a], [b]) => a - b).map(([i, many]) => [indicators[i]!, many] as const);
      return {
        rubric: { id: of.id, version: of.version },
        kind: 'peer',
        setting: `setting-${at}`,
        assessor: 'B. Visitor',
        date: '2026-03-02',
        ratings,
        ...(Object.keys(facts).length > 0 && { facts }),
        ...(ordered.length > 0 && { evidence: countedItems(ordered, '2026-03-02') }),
        ...(priorities.length > 0 && { priorities }),
      };
    }),
  );
};
const back = (of: Rubric, given: readonly Assessment[], shape: 'wide' | 'long', names: 'label' | 'id') => {
  const parsed = parseCsv(toCsv(toRatingRows(of, given, { shape, names })), { formulas: 'guard' });
  const result = ratingsFromRows(of, parsed.ok ? parsed.value : [], { shape });
  expect(result.issues.filter(({ code }) => code !== 'evidence-counted')).toEqual([]);
  return result.ok ? result.value : [];
};
const forms = [
  ['wide', 'label'],
  ['wide', 'id'],
  ['long', 'label'],
  ['long', 'id'],
] as const;

describe('what is written of facts, evidence and priorities is read back equal', () => {
  test.each(forms)('%s, by %s, for every rubric that ships', (shape, names) => {
    for (const of of shippedRubrics) {
      fc.assert(
        fc.property(assessmentsOf(of), (given) => {
          expect(back(of, given, shape, names)).toEqual(given);
        }),
        { numRuns: runs(8) },
      );
    }
  });

  test.each(forms)('%s, by %s, for rubrics drawn by lot', (shape, names) => {
    fc.assert(
      fc.property(
        arbitraryCase.chain(({ rubric: of }) => assessmentsOf(of).map((given) => ({ of, given }))),
        ({ of, given }) => {
          expect(back(of, given, shape, names)).toEqual(given);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test.each(forms)('%s, by %s, where criteria and facts are called as fields are', (shape, names) => {
    const odd: Rubric = {
      ...rubric,
      criteria: [
        { id: 'constructor', label: 'toString', weight: 1 },
        { id: 'priority', label: 'Priority', weight: 1 },
        { id: 'priorities', label: 'priorities', weight: 1 },
        { id: 'a', label: 'A; b | c', weight: 1, indicator: 'shared' },
        { id: 'b', label: 'Reason', weight: 1, indicator: 'shared' },
        { id: 'note-1', label: 'A – evidence', weight: 1 },
      ],
      facts: [
        { id: 'a', label: 'constructor' },
        { id: 'evidence', label: 'Evidence' },
        { id: 'yes', label: 'priority 1' },
        { id: 'said-by', label: 'Said by' },
      ],
      outcomes: [],
      priorities: { atMost: 4 },
    };
    fc.assert(
      fc.property(assessmentsOf(odd), (given) => {
        expect(back(odd, given, shape, names)).toEqual(given);
      }),
      { numRuns: runs(60) },
    );
  });

  test('and evidence of any other kind comes back as its counts, so that the evaluation is the same', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...forms), ({ rubric: of, given }, [shape, names]) => {
        const one: Assessment = {
          rubric: { id: of.id, version: of.version },
          kind: 'peer',
          setting: 'hill',
          assessor: 'B. Visitor',
          date: '2026-03-02',
          ...given,
        };
        const [again] = back(of, [one], shape, names);
        expect(evaluate(of, again!)).toEqual(evaluate(of, one));
      }),
      { numRuns: runs(150) },
    );
  });
});

test.each([
  [{ facts: { visitted: true } }, 'assessments[0].facts: there is no fact “visitted”; is it “visited”?'],
  [{ facts: { visited: 'yes' } }, 'assessments[0].facts.visited'],
  [{ priorities: ['visionn'] }, 'assessments[0].priorities: there is no criterion “visionn”; is it “vision”?'],
  [{ evidence: [{ id: 'a' }] }, 'assessments[0].evidence[0].supports'],
])('toRatingRows refuses %j', (wrong, message) => {
  const one = { rubric, kind: 'peer', setting: 'hill', assessor: 'B', date: '2026-03-02', ratings: {}, ...wrong };
  expect(() => toRatingRows(rubric, [one as unknown as Assessment])).toThrow(message);
});

describe('the work of reading them grows with the sheet', () => {
  const many = (n: number) =>
    defineRubric({
      id: 'many',
      version: '1.0.0',
      label: 'Many',
      notice: 'For tests.',
      scale: rubric.scale,
      scoring: { kind: 'none' },
      outcomes: [],
      criteria: Array.from({ length: n }, (_, i) => ({ id: `c-${i}`, label: `Criterion ${i}`, weight: 1 })),
      facts: Array.from({ length: n }, (_, i) => ({ id: `f-${i}`, label: `Fact ${i}` })),
    });
  const sheet = (of: ReturnType<typeof many>, rows: number) => [
    [
      'setting',
      ...of.criteria.flatMap(({ label }) => [label, `${label} – evidence`, `${label} – priority`]),
      ...(of.facts ?? []).map(({ label }) => label),
      'priorities',
    ],
    ...Array.from({ length: rows }, (_, at) => [
      `hill-${at}`,
      ...of.criteria.flatMap(() => ['met', '1', 'x']),
      ...(of.facts ?? []).map(() => 'yes'),
      'c-0; c-1',
    ]),
  ];

  test('with the columns, read and written', () => {
    expect(
      growth(20, (n) => {
        const of = many(n);
        const rows = sheet(of, 1);
        return () => ratingsFromRows(of, rows, by);
      }),
    ).toBeLessThan(2.2);
    expect(
      growth(20, (n) => {
        const of = many(n);
        const given = ratingsFromRows(of, sheet(of, 1), by);
        return () => toRatingRows(of, given.ok ? given.value : []);
      }),
    ).toBeLessThan(2.2);
  });

  test('with the rows, wide and long', () => {
    const of = many(3);
    expect(
      growth(40, (n) => {
        const rows = sheet(of, n);
        return () => ratingsFromRows(of, rows, by);
      }),
    ).toBeLessThan(2.2);
    const long = (n: number) => [
      ['setting', 'criterion', 'level', 'evidence', 'priority', 'Fact 1'],
      ...Array.from({ length: n }, (_, i) => [
        `hill-${i >> 2}`,
        i % 4 === 3 ? 'Fact 0' : `c-${i % 4}`,
        i % 4 === 3 ? 'no' : 'met',
        i % 4 === 3 ? '' : '1',
        '',
        'yes',
      ]),
    ];
    expect(
      growth(100, (n) => {
        const rows = long(n);
        return () => ratingsFromRows(of, rows, by);
      }),
    ).toBeLessThan(2.2);
  });

  test('1,000 columns are read, and 100,000 rows where all cases are asked for', () => {
    const wide = many(250);
    const one = ratingsFromRows(wide, sheet(wide, 1), by);
    expect(one.ok && one.value[0]?.evidence?.length).toBe(250);
    expect(one.ok && Object.keys(one.value[0]?.facts ?? {}).length).toBe(250);
    const rows = sized(100_000, 10_000);
    const tall = ratingsFromRows(
      rubric,
      [
        ['setting', 'Use of data', 'evidence: use-of-data', 'visited'],
        ...Array.from({ length: rows }, (_, i) => [`hill-${i}`, 'met', '1', 'yes']),
      ],
      by,
    );
    expect(tall.ok && tall.value.length).toBe(rows);
    expect(tall.ok && tall.value[rows - 1]?.facts).toEqual({ visited: true });
  });
});

test('a long reason of an answer that many rows repeat is compared part by part', () => {
  const size = 400_000;
  const reason = 'r'.repeat(size);
  const rows = [
    ['setting', 'criterion', 'level', 'visited'],
    ['bay', 'Use of data', 'met', `yes – ${reason}`],
    ...Array.from({ length: size / 8 }, () => ['', '', '', 'yes']),
  ];
  const read = ratingsFromRows(rubric, rows, by);
  expect(read.ok && read.value[0]?.facts).toEqual({ visited: { holds: true, reason } });
  expect(new Set(read.issues.map(({ code }) => code))).toEqual(new Set(['repeated-answer']));
  expect(read.issues.length).toBe(size / 8);
});

test('a long subject that many rows repeat is told in short', () => {
  const size = 400_000;
  const rows = [
    ['subject', 'rater', 'rating'],
    ['s'.repeat(size), 'A', 'met'],
    ...Array.from({ length: size / 8 }, () => ['', 'A', 'met']),
  ];
  const read = ratersFromRows(rows);
  expect(read.ok && read.value.ratings).toEqual([['met']]);
  expect(read.issues.length).toBe(size / 8);
  expect(read.issues[0]?.message).toBe(`“A” rates “${'s'.repeat(80)}…” twice; the first is kept.`);
});
