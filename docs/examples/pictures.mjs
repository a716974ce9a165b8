// The pictures of docs/pictures.md. After a build, `node docs/examples/pictures.mjs` writes them anew into docs/pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { awardProgress, buildArticleGraph, evaluate } from 'stem-leadership';
import { publishPortfolio, summarisePortfolio } from 'stem-leadership/award';
import { coordinatorRoleStemNationLeadership } from 'stem-leadership/crosswalks/coordinator-role--stem-nation-leadership';
import {
  awardTimeLine,
  crosswalkMatrix,
  heatMap,
  neighbourhoodPicture,
  profilePicture,
  progressPicture,
  rulePicture,
  scoreBar,
  settingsHeatMap,
} from 'stem-leadership/display';
import { stemNationAwardFramework as framework } from 'stem-leadership/frameworks/stem-nation-award';
import { neighbourhood } from 'stem-leadership/graph';
import { scienceMark } from 'stem-leadership/rubrics/science-mark';
import { stemNationLeadership as rubric } from 'stem-leadership/rubrics/stem-nation-leadership';

const begun = {
  'shared-vision': 'met',
  'core-team': { notApplicable: 'We are two teachers; everybody leads.' },
  'professional-dialogue': { levels: ['partly', 'met'] },
  'collaborative-practice': 'met',
  'use-of-data': 'not-yet',
};
const evaluation = evaluate(rubric, { ratings: begun });
const ratings = (level) => Object.fromEntries(rubric.criteria.map(({ id }) => [id, level]));
const over = [
  ['2023-05-30', { 'shared-vision': 'partly', 'use-of-data': 'partly' }],
  ['2024-06-10', { ...ratings('partly'), 'core-team': 'not-yet', 'learner-leadership': undefined }],
  ['2025-06-01', { ...ratings('met'), 'use-of-data': 'partly', 'learner-leadership': 'partly' }],
  ['2026-05-29', ratings('met')],
].map(([date, given]) => ({ date, evaluation: evaluate(rubric, { ratings: given }) }));

const decided = {
  framework: { id: framework.id, edition: framework.edition },
  setting: 'hilltop',
  decidedBy: 'A. Validator',
};
const decisions = [
  { ...decided, element: 'leadership', date: '2024-03-11', decision: 'achieved', reason: 'Clear evidence.' },
  { ...decided, element: 'equity-equality', date: '2024-12-01', decision: 'more-evidence-needed', reason: 'Thin.' },
  { ...decided, element: 'equity-equality', date: '2025-06-20', decision: 'achieved', reason: 'Clear evidence.' },
];
const award = awardProgress(decisions, framework, { on: '2026-01-15', windowYears: 3 });

const levels = rubric.scale.levels.map(({ id }) => id);
const schools = Array.from({ length: 18 }, (_, n) => ({
  setting: { id: `school-${n}`, name: `School ${n + 1}`, sector: 'primary' },
  evaluations: [
    {
      date: '2026-03-02',
      evaluation: evaluate(rubric, {
        ratings: Object.fromEntries(
          rubric.criteria.flatMap(({ id }, at) =>
            (n * 7 + at * 3) % 11 === 0 ? [] : [[id, levels[Math.floor(((n * 5 + at * 7) % 9) / 3)]]],
          ),
        ),
      }),
    },
  ],
}));
const summary = summarisePortfolio(schools, { on: '2026-06-30', rubrics: [rubric] });

const TITLES = ['Forces', 'Levers', 'Gears', 'Pulleys', 'Friction', 'Energy', 'Bicycles', 'Bridges', 'Wind turbines'];
const article = (id) => ({ url: `/physics/${id}`, id, title: TITLES[id], subject: 'physics' });
const LINKS = [[1, 4, 5], [0, 2], [6], [1], [0, 1], [8], [2, 4], [0], [5]];
const graph = buildArticleGraph(
  LINKS.map((to, id) => ({ ...article(id), related: to.map((one, at) => ({ ...article(one), slot: at + 1 })) })),
);

/** The pictures, by the names of their files. */
export const pictures = {
  'score-bar': scoreBar(evaluate(rubric, { ratings: { ...begun, 'professional-dialogue': 'partly' } }), rubric),
  profile: profilePicture(evaluation, rubric),
  'heat-map': heatMap(publishPortfolio(summary, { below: 3 }), rubric),
  'settings-heat-map': settingsHeatMap(summary, rubric),
  progress: progressPicture(over, rubric, { windows: award.windows }),
  'award-time-line': awardTimeLine(award),
  neighbourhood: neighbourhoodPicture(neighbourhood(graph, '/physics/1')),
  crosswalk: crosswalkMatrix(coordinatorRoleStemNationLeadership),
  rule: rulePicture(evaluate(scienceMark, { ratings: {} }).outcomes.at(-1)),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../pictures/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(pictures)) writeFileSync(`${folder}${name}.svg`, svg);
  console.log(`${Object.keys(pictures).length} pictures in ${folder}`);
}
