import { expect, test } from 'vitest';
import { publishPortfolio } from '../../../src/award/portfolio/publish-portfolio.js';
import { summarisePortfolio } from '../../../src/award/portfolio/summarise-portfolio.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { reportHtml } from '../../../src/display/report/report-html.js';
import { reportMarkdown } from '../../../src/display/report/report-markdown.js';
import { reportText } from '../../../src/display/report/report-text.js';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import type { Finding } from '../../../src/model/rubrics/evaluation.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { sampleReports } from '../../support/sample-reports.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

const reports = sampleReports();

/** Whether a written report says all of these. */
const expectSaid = (written: string, ...said: readonly string[]): void => {
  for (const one of said) expect(written).toContain(one);
};

test('an evaluation tells its score, its verdicts with reasons, what is in the way, and what to do', () => {
  const text = reportText(reports.evaluation, { width: 500 });
  expectSaid(
    text,
    'Setting:            Hilltop Primary',
    // 3 of 6 criteria that apply are rated and one is contested: the coverage counts both, 4 / 6.
    'Rated so far:      66.7 %',
    'Under way: ✗ not yet met',
    '“Use of data” is at “Not yet”; it needs “Partly”.',
    '– not applicable',
    'We are two teachers: everybody leads.',
    '? assessors differ: between Partly and Met',
    'Next steps to “Under way”',
    'Data-Driven Decision Making (main lever)',
    'How do we use data? (/leadership/1)',
    'Notes of six joint planning afternoons.',
    'shelf 4, the blue folder',
    stemNationLeadership.notice,
  );
});

test('the score says what it is out of where it is no share, and the band it lies in', () => {
  const rubric: Rubric = {
    ...smallRubric,
    scoring: { kind: 'sum' },
    bands: [
      {
        id: 'first',
        label: 'First steps',
        from: { numerator: 0, denominator: 1 },
        below: { numerator: 6, denominator: 1 },
      },
      { id: 'further', label: 'Further on', from: { numerator: 6, denominator: 1 } },
    ],
  };
  // 1·2 + 2·1 + 3·2 = 10 of (1 + 2 + 3)·2 = 12.
  const assessment = { ratings: { plan: 'high', team: 'middle', voice: 'high' } } as const;
  const text = reportText({ kind: 'evaluation', rubric, assessment, evaluation: evaluate(rubric, assessment) });
  expectSaid(
    text,
    'Of what is rated:  10 out of 12',
    'When all is rated: 10 out of 12',
    'Band:              Further on',
  );
});

test('the reasons inside a rule stand under it, however deep they are', () => {
  const assessment = { ratings: { plan: 'high', team: 'low', voice: 'middle' } } as const;
  const evaluation = evaluate(smallRubric, assessment);
  const markdown = reportMarkdown({ kind: 'evaluation', rubric: smallRubric, assessment, evaluation });
  expect(markdown).toMatch(/^- ✗ not yet met: /mu);

  const leaf = evaluation.outcomes[0]?.finding ?? expect.fail('the rubric has an outcome');
  let deep: Finding = leaf;
  for (let depth = 0; depth < 1_000; depth++) deep = { ...leaf, message: `depth ${depth}`, findings: [deep] };
  const outcomes = evaluation.outcomes.map((outcome) => ({ ...outcome, finding: deep }));
  const report = {
    kind: 'evaluation',
    rubric: smallRubric,
    assessment,
    evaluation: { ...evaluation, outcomes },
  } as const;
  expectSaid(reportHtml(report), 'depth 999', 'depth 500', 'depth 1<');
  expect(reportHtml(report, { limit: 10 })).toContain('990 more are not listed here.');
});

test('facts that are attested are told with their reasons', () => {
  const rubric: Rubric = {
    ...smallRubric,
    facts: [
      { id: 'visited', label: 'A visit was made' },
      { id: 'paid', label: 'It was paid' },
      { id: 'other', label: 'Something else' },
    ],
  };
  const assessment = { ratings: {}, facts: { visited: { holds: true, reason: 'In May.' }, paid: false } } as const;
  const text = reportText({ kind: 'evaluation', rubric, assessment, evaluation: evaluate(rubric, assessment) });
  expect(text).toMatch(/A visit was made +✓ Yes +In May\./u);
  expect(text).toMatch(/It was paid +✗ No/u);
  expect(text).toMatch(/Something else +\? not known yet/u);
});

test('a comparison tells how each criterion and outcome moved, and the years', () => {
  const text = reportText(reports.comparison, { width: 160 });
  expectSaid(text, 'up: 1, down: 1, as before: 4, newly rated: 1', 'Score before:', 'Score after:');
  // (2·0 … ) the ratings are met, not yet of two; later partly, met, met of three: 1/2 and 5/6, a third more.
  expect(text).toMatch(/Score before: +50 % of what is rated \(28\.6 % rated\)/u);
  expect(text).toMatch(/Change of the score: \+33\.3 percentage points/u);
  expect(text).toMatch(/Use of data +Not yet +Met +✓ up/u);
  expect(text).toMatch(/Shared vision +Met +Partly +✗ down/u);
  expect(text).toMatch(/2025-06-13 +none yet +14\.3 % +28\.6 %/u);
  expectSaid(text, 'Left out, since it does not compare');
});

test('an award tells which elements are achieved, by when the rest must come, and who decided', () => {
  const text = reportText(reports.award, { width: 160 });
  expectSaid(
    text,
    '2023-09-12 to 2026-09-12; 2 of 5 elements achieved in it',
    '2026-09-12 (23 days left)',
    'A. Validator',
  );
  expect(text).toMatch(/STEM family learning +✓ achieved +2024-05-20/u);
  expect(text).toMatch(/STEM curriculum and learner pathways +✗ more evidence needed/u);
});

test('a count that is hidden in a portfolio is hidden in every way of writing its report', () => {
  // One school of 40 is at “not yet” in one group: publishing hides it and others with it.
  const schools = Array.from({ length: 40 }, (_, n) => ({
    setting: { id: `s-${n}`, name: `School ${n}`, sector: n < 30 ? ('primary' as const) : ('secondary' as const) },
    evaluations: [
      {
        date: '2026-05-29',
        evaluation: evaluate(stemNationLeadership, {
          ratings: { 'use-of-data': n === 35 ? 'not-yet' : n % 2 === 0 ? 'partly' : 'met' },
        }),
      },
    ],
  }));
  const portfolio = publishPortfolio(
    summarisePortfolio(schools, { on: '2026-06-30', rubrics: [stemNationLeadership] }),
    { below: 5, by: ['sector'] },
  );
  const published = portfolio.rubrics[0];
  const tables = published?.kind === 'published' ? published.indicators.map(({ table }) => table) : expect.fail();
  const hidden = tables
    .flatMap(({ totals, by }) => [totals, ...by.flatMap(({ rows }) => rows.map(({ counts }) => counts))])
    .flat()
    .filter((count) => count === 'hidden').length;
  expect(hidden).toBeGreaterThan(0);
  const report = { kind: 'portfolio', portfolio, rubrics: [stemNationLeadership] } as const;
  const cells = (html: string) => html.replace(/<svg[\s\S]*?<\/svg>/gu, '').match(/<td[^>]*>hidden<\/td>/gu)?.length;
  expect(cells(reportHtml(report))).toBe(hidden);
  expect(reportMarkdown(report).match(/\| hidden (?=\|)/gu)?.length).toBe(hidden);
  expect(reportText(report)).not.toContain('School');
});

test('too few settings, and a table that is withheld, are told in a sentence', () => {
  const { portfolio } = reports.portfolio;
  const rubric = { id: 'small', version: '1.0.0' };
  const few = { kind: 'portfolio', portfolio: { ...portfolio, rubrics: [{ kind: 'too-few', rubric }] } } as const;
  expect(reportText(few)).toContain('There are too few settings to publish.');
  const table = { columns: [], totals: [], withheld: true, by: [] } as const;
  const withheld = {
    ...portfolio,
    rubrics: [],
    elements: { kind: 'each', tables: [{ element: 'leadership', table }] },
  } as const;
  expect(reportText({ ...reports.portfolio, portfolio: withheld })).toContain('This table is withheld');
});

test('a moderation tells how far assessors agree, who leans where, and what to talk about', () => {
  const text = reportText(reports.moderation, { width: 160 });
  expect(text).toMatch(/A and B +50 % \(2 of 4 comparisons\)/u);
  expect(text).toMatch(/A +towards lenient +\+0\.5/u);
  expect(text).toMatch(/Use of data +A: Partly, B: Not yet/u);
  expect(text).toMatch(/Use of data +no majority +Partly, Not yet/u);
});

test('a moderation has no heading for a setting of which there is nothing to tell', () => {
  const { moderation } = reports.moderation;
  const [first, ...others] = moderation.contested;
  const agreed = { ...moderation, contested: [{ ...first!, criteria: [] }, ...others], open: [] };
  const headings = reportMarkdown({ ...reports.moderation, moderation: agreed }).match(/^#+ .*/gmu) ?? [];
  expect(headings.filter((heading) => heading.endsWith(' hill'))).toEqual([]);
  expect(headings.filter((heading) => heading.endsWith(' bay'))).toHaveLength(1);
});

test('a site tells its figures, its issues, and the articles that nobody links to', () => {
  const text = reportText(reports.site, { width: 160 });
  expect(text).toMatch(/Entries that lead nowhere +1 +25 %/u);
  expect(text).toMatch(/\/leadership\/1 +2 +✗ Error +Related link 2, “Who helps\?”, leads nowhere/u);
  expectSaid(text, 'Articles that nobody links to', '- /leadership/4', 'Not reached with 2 clicks');
  expect(reportText({ ...reports.site, issues: [] })).toContain('No issue was found.');
});

test('long tables and lists are cut at the limit, and say how much is left out', () => {
  const site = {
    ...reports.site.site,
    orphans: { count: 5_000, urls: Array.from({ length: 1_200 }, (_, n) => `/${n}`) },
  };
  const text = reportText({ kind: 'site', site });
  expect(text).toContain('- /999\n');
  expect(text).not.toContain('- /1000\n');
  expect(text).toContain('4000 more are not listed here.');
  // Sections are cut like rows, and so is what stands in a row.
  const many = {
    ...reports.evaluation.evaluation,
    outcomes: Array.from({ length: 12 }, () => reports.evaluation.evaluation.outcomes[0]!),
  };
  expect(reportMarkdown({ ...reports.evaluation, evaluation: many }, { limit: 10 })).toContain(
    '\n2 more are not listed here.\n',
  );
  expect(reportText(reports.moderation, { limit: 1, width: 200 })).toMatch(
    /Settings: +hill\. 1 more is not listed here\./u,
  );
  const short = reportText(reports.site, { limit: 1 });
  expect(short).toContain('1 more is not listed here.');
  expect(reportMarkdown(reports.evaluation, { limit: 0 })).toContain('7 more are not listed here.');
});

test('a level is called by its label, a criterion’s own scale included, and by its id where nobody says', () => {
  const rubric: Rubric = {
    ...smallRubric,
    criteria: [
      {
        id: 'plan',
        label: 'A plan',
        weight: 1,
        scale: {
          ...threeLevels,
          levels: [
            { id: 'low', label: 'Poor', points: 0 },
            { id: 'fine', label: 'Fine', points: 1 },
          ],
        },
      },
      ...smallRubric.criteria.slice(1),
    ],
    outcomes: [],
  };
  const comparison = {
    outcomes: [],
    criteria: [{ criterion: 'plan', label: 'A plan', movement: 'up', from: 'low', to: 'gone' }],
  } as const;
  const text = reportText({ kind: 'comparison', rubric, comparison });
  expect(text).toMatch(/A plan +Poor +gone +✓ up/u);
});
