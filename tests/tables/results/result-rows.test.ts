import { describe, expect, test } from 'vitest';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { writtenLinks } from '../../../src/graph/articles/written-links.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import { recommendRelated } from '../../../src/graph/recommend/recommend-related.js';
import { publishPortfolio } from '../../../src/award/portfolio/publish-portfolio.js';
import { summarisePortfolio } from '../../../src/award/portfolio/summarise-portfolio.js';
import { cohenKappa } from '../../../src/agreement/coefficients/cohen-kappa.js';
import { checkAchievedTable } from '../../../src/tables/check-achieved-table.js';
import { checkAsOfDates } from '../../../src/tables/check-as-of-dates.js';
import { checkDeltaColumn } from '../../../src/tables/check-delta-column.js';
import { checkDenominators } from '../../../src/tables/check-denominators.js';
import { checkHeadline } from '../../../src/tables/check-headline.js';
import { ratersFromRows } from '../../../src/tables/ratings/raters-from-rows.js';
import { evaluationRows } from '../../../src/tables/results/evaluation-rows.js';
import { graphIssueRows, recommendationRows, writtenLinkRows } from '../../../src/tables/results/link-rows.js';
import { publishedRows } from '../../../src/tables/results/published-rows.js';
import { growth } from '../../support/counted-work.js';

/** Rows as objects, by their headings; every row is as long as the headings. */
const records = (rows: readonly (readonly string[])[]): Record<string, string>[] => {
  const [headings = [], ...rest] = rows;
  expect(new Set(headings).size).toBe(headings.length);
  return rest.map((row) => {
    expect(row.length).toBe(headings.length);
    return Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? '']));
  });
};

describe('evaluations', () => {
  const evaluation = evaluate(stemNationLeadership, {
    ratings: { 'shared-vision': { level: 'met', note: 'seen' }, 'use-of-data': { levels: ['not-yet', 'met'] } },
  });
  const entry = { setting: 'hilltop', settingName: 'Hilltop', assessor: 'A', date: '2026-03-02', evaluation };

  test('are rows with exact numbers beside decimals rounded once', () => {
    const [row] = records(evaluationRows([entry]));
    // Two of seven criteria are rated, one of them contested: coverage 2/7 = 0.28571…, half up at four places 0.2857.
    expect(row).toMatchObject({
      setting: 'hilltop',
      'setting name': 'Hilltop',
      rubric: 'stem-nation-leadership',
      'coverage numerator': '2',
      'coverage denominator': '7',
      coverage: '0.2857',
      score: '',
      'score numerator': '',
      'no score because': '',
    });
    expect(records(evaluationRows([entry], { decimals: 2, decimal: ',' }))[0]?.['coverage']).toBe('0,29');
  });

  test('are rows of outcomes and of criteria, on request', () => {
    expect(records(evaluationRows([entry], { of: 'outcomes' })).map(({ verdict }) => verdict)).toEqual(
      evaluation.outcomes.map(({ verdict }) => verdict),
    );
    const criteria = records(evaluationRows([entry], { of: 'criteria' }));
    expect(criteria.length).toBe(7);
    expect(criteria.find(({ criterion }) => criterion === 'shared-vision')).toMatchObject({
      state: 'rated',
      level: 'met',
      note: 'seen',
    });
    expect(criteria.find(({ criterion }) => criterion === 'use-of-data')).toMatchObject({
      state: 'contested',
      'lowest given': 'not-yet',
      'highest given': 'met',
    });
  });

  test('without a score say why in their row', () => {
    const none = evaluate(stemNationLeadership, { ratings: {} });
    expect(records(evaluationRows([{ evaluation: none }]))[0]).toMatchObject({
      'no score because': 'nothing-rated',
      score: '',
    });
  });
});

describe('a published portfolio', () => {
  const settings = Array.from({ length: 12 }, (_, n) => ({
    setting: { id: `s-${n}`, name: `S ${n}`, sector: 'primary' as const },
    evaluations: [
      {
        date: '2026-03-02',
        evaluation: evaluate(stemNationLeadership, { ratings: { 'shared-vision': n < 3 ? 'not-yet' : 'met' } }),
      },
    ],
  }));
  const published = publishPortfolio(summarisePortfolio(settings, { on: '2026-06-30' }), { below: 5 });
  const rows = records(publishedRows(published));

  test('keeps hidden counts hidden, with no share and no numerator that would tell them', () => {
    const ofVision = rows.filter(({ criterion }) => criterion === 'shared-vision');
    expect(ofVision.length).toBeGreaterThan(0);
    // Three settings are below the five that may be shown.
    expect(ofVision.find(({ level }) => level === 'not-yet')).toMatchObject({
      count: 'hidden',
      settings: '12',
      share: 'hidden',
    });
    expect(rows.every(({ count, share }) => (count === 'hidden') === (share === 'hidden'))).toBe(true);
    for (const { count = '', settings: all = '', share = '' } of rows) {
      if (count === 'hidden') continue;
      expect(Math.abs(Number(share) - Number(count) / Number(all))).toBeLessThan(0.0001);
    }
  });

  test('and the checks of tables know the mark', () => {
    const counts = rows.map(({ label = '', level = '', count = '', settings: all = '' }) => ({
      label: `${label} ${level}`,
      part: count,
      whole: all,
    }));
    expect(checkDenominators([{ date: '2026-06-30', counts }])).toEqual([]);
    expect(checkDenominators([{ date: '2026-06-30', counts: [{ label: 'a', part: 'hiden', whole: 3 }] }])).toHaveLength(
      1,
    );
    expect(checkDeltaColumn([{ label: 'a', value: 'hidden', previous: 3, delta: 1 }])).toEqual([]);
    expect(checkDeltaColumn([{ label: 'a', value: 4, previous: 'hidden', delta: 1 }])).toEqual([]);
    expect(checkAchievedTable([{ label: 'a', percent: 'hidden', achieved: 'No' }])).toEqual([]);
    expect(
      checkAsOfDates([
        { label: 'a', value: 'hidden', asOf: '2026' },
        { label: 'a', value: 4, asOf: '2026' },
      ]),
    ).toEqual([]);
    // Half of what is shown is met, but a part of the profile is hidden.
    expect(
      checkHeadline({
        label: 'a',
        percent: 90,
        statistic: 'criteria-met',
        profile: [
          { label: 'b', met: 5, of: 10 },
          { label: 'c', met: 'hidden', of: 40 },
        ],
      }),
    ).toEqual([]);
  });

  test('says in one row that there are too few settings, or that a table is withheld', () => {
    const few = publishPortfolio(summarisePortfolio(settings.slice(0, 2), { on: '2026-06-30' }), { below: 5 });
    expect(records(publishedRows(few)).map(({ count, remark }) => [count, remark])).toEqual([
      ['hidden', 'too few settings'],
    ]);
  });
});

describe('an article graph', () => {
  const link = { slot: 1, id: 1, title: 'Tides', subject: 'Oceans', url: '/tides' };
  const articles = [
    {
      url: '/tides',
      id: 1,
      title: 'Tides',
      subject: 'Oceans',
      related: [link, { ...link, slot: 2, id: 2, title: 'Moon', url: '/moons' }],
    },
    { url: '/moons', id: 2, title: 'Moons', subject: 'Oceans', related: [link] },
    {
      url: '/waves',
      id: 3,
      title: 'Waves',
      subject: 'Oceans',
      related: [{ ...link, id: 2, title: 'Moons', url: '/moons' }],
    },
  ];
  const graph = buildArticleGraph(articles);

  test('has its issues as rows with the repairs', () => {
    const issues = checkArticleGraph(graph);
    const rows = records(graphIssueRows(issues));
    expect(rows.length).toBe(issues.length);
    expect(rows.find(({ code }) => code === 'title-differs')).toMatchObject({
      url: '/tides',
      slot: '2',
      repair: 'replace-link',
      certain: 'yes',
      'written title': 'Moon',
      'new title': 'Moons',
    });
  });

  test('has its written links and recommendations as rows', () => {
    expect(
      records(writtenLinkRows([{ url: '/tides', links: writtenLinks(graph, '/tides') }])).map((row) => row['leads to']),
    ).toEqual(['/tides', '/moons']);
    const recommendations = recommendRelated(graph, '/waves', { limit: 2 });
    const rows = records(recommendationRows([{ url: '/waves', recommendations }]));
    expect(rows.map((row) => [row['place'], row['recommended url']])).toEqual(
      recommendations.map(({ url }, at) => [`${at + 1}`, url]),
    );
    expect(() => recommendationRows([{ url: '/waves' } as never])).toThrow('recommendationRows: ');
  });
});

describe('raters’ ratings', () => {
  const long = [
    ['School', 'Validator', 'Level'],
    ['Hill', 'A', 'Met'],
    ['', 'B', 'met '],
    ['Bay', 'A', 'partly'],
    ['', 'B', 'NA'],
    ['Bay', 'A', 'met'],
    ['Mull', 'A', 'mett'],
  ];

  test('are read from long and from wide sheets, and agreement takes them', () => {
    const options = { categories: ['partly', 'met'], missing: ['n/a', 'NA'] };
    const read = ratersFromRows(long, options);
    expect(read).toMatchObject({
      value: {
        subjects: ['Hill', 'Bay', 'Mull'],
        raters: ['A', 'B'],
        ratings: [
          ['met', 'met'],
          ['partly', null],
          [null, null],
        ],
      },
    });
    expect(read.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['repeated-rating', 5, 2],
      ['unknown-category', 6, 2],
    ]);
    const wide = ratersFromRows([
      ['Moderation'],
      ['', 'A', 'B'],
      ['Hill', 'met', 'met'],
      ['Bay', 'partly', 'met'],
      ['Ayr', 'partly', 'partly'],
    ]);
    expect(wide).toMatchObject({ value: { raters: ['A', 'B'], subjects: ['Hill', 'Bay', 'Ayr'] } });
    // Two of three agree; by chance 1/3 · 2/3 + 2/3 · 1/3 = 4/9: (2/3 − 4/9) / (1 − 4/9) = 2/5.
    expect(wide.ok && cohenKappa(wide.value)).toMatchObject({ coefficient: 0.4 });
  });

  test('take work that grows with the sheet', () => {
    const of = (n: number) => [
      ['subject', 'rater', 'rating'],
      ...Array.from({ length: n }, (_, i) => [`s${i >> 1}`, `r${i & 1}`, 'met']),
    ];
    expect(
      growth(40, (n) => {
        const rows = of(n);
        return () => ratersFromRows(rows, { categories: ['met'] });
      }),
    ).toBeLessThan(2.4);
    // Five thousand subjects, each by a rater of its own, would make 25,000,000 places.
    expect(
      ratersFromRows([
        ['subject', 'rater', 'rating'],
        ...Array.from({ length: 5_000 }, (_, i) => [`s${i}`, `r${i}`, 'met']),
      ]),
    ).toMatchObject({
      ok: false,
      issues: [{ code: 'too-large' }],
    });
  });
});
