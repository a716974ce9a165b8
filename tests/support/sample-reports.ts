// One report of every kind, of values that the library itself made.
import { moderationReport } from '../../src/agreement/moderation/moderation-report.js';
import { awardProgress } from '../../src/award/decisions/award-progress.js';
import { publishPortfolio } from '../../src/award/portfolio/publish-portfolio.js';
import { summarisePortfolio } from '../../src/award/portfolio/summarise-portfolio.js';
import { settingProgress } from '../../src/award/progress/setting-progress.js';
import { suggestStrategies } from '../../src/crosswalk/suggest-strategies.js';
import { coordinatorRoleStemNationLeadership } from '../../src/data/crosswalks/coordinator-role--stem-nation-leadership.js';
import { stemNationAwardFramework } from '../../src/data/frameworks/stem-nation-award.js';
import { stemNationLeadership } from '../../src/data/rubrics/stem-nation-leadership.js';
import type { Report } from '../../src/display/report/document/report.js';
import { compareEvaluations } from '../../src/evaluation/advice/compare-evaluations.js';
import { nextSteps } from '../../src/evaluation/advice/next-steps.js';
import { evaluate } from '../../src/evaluation/verdict/evaluate.js';
import { buildArticleGraph } from '../../src/graph/articles/build-article-graph.js';
import { checkArticleGraph } from '../../src/graph/check/check-article-graph.js';
import { siteReport } from '../../src/graph/measure/site-report.js';
import { readingsFor } from '../../src/graph/recommend/readings-for.js';
import type { RelatedLink } from '../../src/model/articles/related-link.js';
import type { Messages } from '../../src/model/messages/messages.js';

const rubric = stemNationLeadership;

const related = (slot: number, id: number, title: string): RelatedLink => ({
  slot,
  id,
  title,
  subject: 'Leadership',
  url: `/leadership/${id}`,
});
const articles = [
  {
    ...related(1, 1, 'How do we use data?'),
    related: [related(1, 2, 'How do we lead a team?'), related(2, 9, 'Who helps?')],
  },
  { ...related(1, 2, 'How do we lead a team?'), related: [related(1, 1, 'How do we use data?')] },
  { ...related(1, 3, 'What is a shared vision?'), related: [related(1, 1, 'How do we use our data?')] },
  { ...related(1, 4, 'How do learners lead?'), subject: 'Learners', related: [] },
];

const assessment = {
  rubric: { id: rubric.id, version: rubric.version },
  kind: 'self-evaluation',
  setting: 'hilltop-primary',
  settingName: 'Hilltop Primary',
  assessor: 'A. Baird',
  date: '2026-10-30',
  ratings: {
    'shared-vision': { level: 'partly', note: 'Families have seen it but were not asked.' },
    'core-team': { notApplicable: 'We are two teachers: everybody leads.' },
    'collaborative-practice': 'met',
    'practitioner-leadership': { levels: ['partly', 'met'] },
    'use-of-data': 'not-yet',
  },
  evidence: [
    {
      id: 'notes',
      kind: 'plan',
      date: '2026-09-24',
      shows: 'Notes of six joint planning afternoons.',
      supports: ['collaborative-practice', 'practitioner-leadership'],
      links: ['https://example.org/notes?year=2026&term=1', 'shelf 4, the blue folder'],
    },
  ],
} as const;

const decisions = [
  { element: 'leadership', date: '2023-09-12', decision: 'achieved' as const },
  { element: 'family-community', date: '2024-05-20', decision: 'achieved' as const },
  { element: 'curriculum-pathways', date: '2025-11-03', decision: 'more-evidence-needed' as const },
].map((decision) => ({
  ...decision,
  framework: { id: stemNationAwardFramework.id, edition: stemNationAwardFramework.edition },
  setting: 'hilltop-primary',
  decidedBy: 'A. Validator',
  reason: 'Looked at together.',
}));

const levels = ['not-yet', 'partly', 'met'] as const;

/** One report of every kind; in another language than English where its words are given. */
export const sampleReports = (
  messages?: Messages,
): { readonly [K in Report['kind']]: Report & { readonly kind: K } } => {
  const said = messages && { messages };
  const evaluation = evaluate(rubric, assessment, { ...said });
  const before = evaluate(rubric, { ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } }, { ...said });
  const after = evaluate(
    rubric,
    { ratings: { 'shared-vision': 'partly', 'use-of-data': 'met', 'core-team': 'met' } },
    { ...said },
  );
  const years = [
    { date: '2025-06-13', evaluation: before },
    { date: '2026-06-12', evaluation: after },
  ];
  const graph = buildArticleGraph(articles);
  const schools = Array.from({ length: 40 }, (_, n) => ({
    setting: {
      id: `school-${n}`,
      name: `School ${n}`,
      sector: n < 30 ? ('primary' as const) : ('secondary' as const),
    },
    evaluations: [
      {
        date: '2026-05-29',
        evaluation: evaluate(rubric, {
          ratings: { 'use-of-data': n === 35 ? 'not-yet' : (levels[n % 3] ?? 'met'), 'core-team': 'met' },
        }),
      },
    ],
  }));
  return {
    evaluation: {
      kind: 'evaluation',
      rubric,
      assessment,
      evaluation,
      framework: stemNationAwardFramework,
      nextSteps: nextSteps(rubric, assessment, { to: 'under-way', ...said }),
      nextStepsTo: 'under-way',
      strategies: suggestStrategies(evaluation, coordinatorRoleStemNationLeadership, { limit: 2 }),
      readings: readingsFor({ label: 'Use of data' }, graph),
      ...said,
    },
    comparison: {
      kind: 'comparison',
      rubric,
      setting: 'Hilltop Primary',
      comparison: compareEvaluations(before, after),
      before,
      after,
      progress: settingProgress([
        ...years,
        { date: '2024-06-12', evaluation: { ...before, rubric: { id: rubric.id, version: '0.1.0' } } },
      ]),
      evaluations: years,
      windows: [{ from: '2024-05-20', last: '2027-05-20' }],
      ...said,
    },
    award: {
      kind: 'award',
      award: awardProgress(decisions, stemNationAwardFramework, {
        on: '2026-08-20',
        windowYears: 3,
        sector: 'primary',
      }),
      framework: stemNationAwardFramework,
      setting: 'Hilltop Primary',
      ...said,
    },
    portfolio: {
      kind: 'portfolio',
      portfolio: publishPortfolio(summarisePortfolio(schools, { on: '2026-06-30', rubrics: [rubric] }), {
        below: 5,
        by: ['sector'],
      }),
      rubrics: [rubric],
      framework: stemNationAwardFramework,
      ...said,
    },
    moderation: {
      kind: 'moderation',
      moderation: moderationReport(rubric, [
        { assessor: 'A', setting: 'hill', ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } },
        { assessor: 'B', setting: 'hill', ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } },
        { assessor: 'A', setting: 'bay', ratings: { 'shared-vision': 'partly', 'use-of-data': 'met' } },
        {
          assessor: 'B',
          setting: 'bay',
          ratings: {
            'shared-vision': 'partly',
            'use-of-data': 'partly',
            'core-team': { notApplicable: 'Two teachers.' },
          },
        },
      ]),
      rubric,
      ...said,
    },
    site: {
      kind: 'site',
      site: siteReport(graph, { entries: ['/leadership/1'], clicks: 2 }),
      issues: checkArticleGraph(graph),
      ...said,
    },
  };
};
