import { expect, test } from 'vitest';
import { reportHtml } from '../../../src/display/report/report-html.js';
import { reportMarkdown } from '../../../src/display/report/report-markdown.js';
import { reportText } from '../../../src/display/report/report-text.js';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import type { GraphIssue } from '../../../src/model/articles/graph-issue.js';
import type { Finding } from '../../../src/model/rubrics/evaluation.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import type { Report } from '../../../src/display/report/document/report.js';
import { growth } from '../../support/counted-work.js';
import { sampleReports } from '../../support/sample-reports.js';
import { smallRubric } from '../../support/small-rubric.js';

const { site } = sampleReports();
const limit = Number.POSITIVE_INFINITY;

const issues = (n: number): readonly GraphIssue[] =>
  Array.from({ length: n }, (_, at) => ({
    code: 'dangling-link',
    also: [],
    severity: 'error',
    path: [],
    url: `/a/${at}`,
    slot: at,
    message: `Related link ${at}, “A title”, leads nowhere.`,
    hint: 'Name another article.',
  }));

const ofSite = (n: number): Report => ({ ...site, issues: issues(n) });

/** An evaluation of many criteria, of outcomes with many findings inside, and of as much evidence. */
const ofEvaluation = (n: number): Report => {
  const criteria = Array.from({ length: n }, (_, at) => ({ id: `c${at}`, label: `Criterion ${at}`, weight: 1 }));
  const rubric: Rubric = { ...smallRubric, criteria, outcomes: [] };
  const assessment = {
    ratings: Object.fromEntries(
      criteria.map(({ id }, at) => [id, at % 2 === 0 ? 'low' : { level: 'high', note: 'So.' }]),
    ),
    evidence: criteria.map(({ id }) => ({
      id,
      kind: 'plan' as const,
      date: '2026-05-04',
      shows: 'A plan.',
      supports: [id],
    })),
    priorities: criteria.map(({ id }) => id),
  };
  const evaluation = evaluate(rubric, assessment);
  const leaf: Finding = { rule: 'every', verdict: 'met', message: 'All are there.', criteria: [], findings: [] };
  const finding = { ...leaf, findings: Array.from({ length: n }, () => ({ ...leaf, findings: [leaf] })) };
  const gaps = criteria.map(({ id, label }) => ({
    criterion: id,
    indicator: id,
    label,
    needed: 'high',
    blocking: true,
    message: `${label} is low.`,
  }));
  const outcome = { outcome: 'o', label: 'O', verdict: 'met' as const, finding, gaps, missing: [] };
  return { kind: 'evaluation', rubric, assessment, evaluation: { ...evaluation, outcomes: [outcome] } };
};

// Work that grows no faster than the report doubles with it. What goes up by more would show at four sizes as 4 or 8.
const LINEAR = 2.2;

test.each([
  ['HTML', reportHtml],
  ['Markdown', reportMarkdown],
  ['text', reportText],
] as const)('the work of a report as %s grows with what it holds, and no faster', (_, write) => {
  expect(
    growth(50, (n) => {
      const report = ofSite(n);
      return () => write(report, { limit });
    }),
  ).toBeLessThan(LINEAR);
  expect(
    growth(50, (n) => {
      const report = ofEvaluation(n);
      return () => write(report, { limit });
    }),
  ).toBeLessThan(LINEAR);
});

test('one long text costs as much as it is long, in every way of writing', () => {
  const texts = ['a', 'a ', '\\', '|', '<', '\u001b', '.a', '1', '- ', 'مر', '日'];
  for (const text of texts) {
    for (const write of [reportHtml, reportMarkdown, reportText]) {
      const work = growth(100, (n) => {
        const report = { ...site, issues: [{ ...issues(1)[0]!, message: text.repeat(n) }] };
        return () => write(report);
      });
      expect(work, `${text} by ${write.name}`).toBeLessThan(LINEAR);
    }
  }
});

test('a report cut at its limit is no longer than the limit says, however much there is', () => {
  const short = reportMarkdown(ofSite(100), { limit: 10 }).length;
  expect(reportMarkdown(ofSite(10_000), { limit: 10 }).length).toBeLessThan(short + 100);
});
