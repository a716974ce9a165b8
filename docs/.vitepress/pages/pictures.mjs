// The page *Gallery*: what the library draws, drawn by it while the site is made; and the way of a value through the library.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../links.mjs';
import { built } from './records.mjs';

const boxed = (label, svg) =>
  `<figure class="picture"><div class="scroll" tabindex="0" role="region" aria-label="${label}">${svg}</div></figure>`;

/** Four rows of what stands where: a value walks from left to right, carried by the caller. */
const ROWS = [
  ['text of a page', 'parseArticle', 'articles', 'buildArticleGraph', 'issues, ranks, what to link'],
  ['a sheet of rows', 'ratingsFromRows', 'assessments', 'moderationReport', 'where raters differ'],
  ['a form', 'readAnswers', 'an assessment', 'evaluate', 'score, verdicts, gaps'],
  ['an evaluation', 'nextSteps', 'what to do', 'suggestStrategies', 'strategies, readings'],
  ['a person’s decision', 'awardProgress', 'the way to the award', 'reportHtml', 'a page to print'],
];

/** The way of values: plain data in boxes, verbs on the arrows. */
export const wayOfValues = () => {
  const [box, arrow, height, gap] = [150, 130, 40, 16];
  const width = 3 * box + 2 * arrow + 8;
  const total = ROWS.length * (height + gap) + 4;
  const parts = ROWS.flatMap((row, at) => {
    const y = 4 + at * (height + gap);
    return row.map((text, column) => {
      const x = 4 + Math.ceil(column / 2) * box + Math.floor(column / 2) * arrow;
      if (column % 2 === 0) {
        return (
          `<rect x="${x}" y="${y}" width="${box}" height="${height}" rx="6" class="box"/>` +
          `<text x="${x + box / 2}" y="${y + height / 2 + 4}" text-anchor="middle">${text}</text>`
        );
      }
      const [from, to, middle] = [x + 4, x + arrow - 4, y + height / 2];
      return (
        `<path d="M${from} ${middle}H${to}M${to - 6} ${middle - 4}L${to} ${middle}L${to - 6} ${middle + 4}" class="arrow"/>` +
        `<text x="${x + arrow / 2}" y="${middle - 6}" text-anchor="middle" class="verb">${text}</text>`
      );
    });
  });
  const said = ROWS.map(
    ([from, verb, to, next, end]) => `${from} becomes ${to} by ${verb}, and ${end} by ${next}`,
  ).join('; ');
  return (
    `<svg viewBox="0 0 ${width} ${total}" width="${width}" height="${total}" role="img" aria-labelledby="way-title way-desc" class="way">` +
    `<title id="way-title">The way of a value through the library</title><desc id="way-desc">${said}.</desc>${parts.join('')}</svg>`
  );
};

const graphOfExamples = async () => {
  const { buildArticleGraph } = await built('graph/index');
  const { parsePages } = await built('text/index');
  const folder = resolve(root, 'docs/examples/articles');
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  return buildArticleGraph(parsePages(pages).articles);
};

export const picturesPage = async () => {
  const { evaluate } = await built('evaluation/index');
  const { awardProgress, publishPortfolio, summarisePortfolio } = await built('award/index');
  const { neighbourhood } = await built('graph/index');
  const display = await built('display/index');
  const { stemNationLeadership: rubric } = await built('data/rubrics/stem-nation-leadership');
  const { stemNationAwardFramework: framework } = await built('data/frameworks/stem-nation-award');
  const { coordinatorRoleStemNationLeadership: crosswalk } = await built(
    'data/crosswalks/coordinator-role--stem-nation-leadership',
  );

  let drawn = 0;
  const options = (width = 660) => ({ idPrefix: `drawn-${++drawn}-`, width });
  const half = evaluate(rubric, {
    ratings: {
      'shared-vision': 'met',
      'core-team': { notApplicable: 'We are two teachers.' },
      'professional-dialogue': 'partly',
      'use-of-data': { levels: ['partly', 'met'] },
      'learner-leadership': 'not-yet',
    },
  });
  const rated = evaluate(rubric, {
    ratings: { 'shared-vision': 'met', 'professional-dialogue': 'partly', 'use-of-data': 'met' },
  });
  const levels = ['not-yet', 'partly', 'met'];
  const schools = Array.from({ length: 24 }, (_, n) => ({
    setting: { id: `school-${n}`, name: `School ${n}`, sector: 'primary' },
    evaluations: [
      {
        date: '2026-03-02',
        evaluation: evaluate(rubric, {
          ratings: Object.fromEntries(rubric.criteria.map(({ id }, at) => [id, levels[(n * (at + 2) + at) % 3]])),
        }),
      },
    ],
  }));
  const published = publishPortfolio(summarisePortfolio(schools, { on: '2026-06-30' }), { below: 5 });
  const graph = await graphOfExamples();
  const middle = graph.urlAt(0);
  const achieved = {
    framework: { id: framework.id, edition: framework.edition },
    setting: 'hilltop-primary',
    decision: 'achieved',
    decidedBy: 'A. Validator',
    reason: 'Clear evidence.',
  };
  const award = awardProgress(
    [
      { ...achieved, element: 'leadership', date: '2024-03-11' },
      { ...achieved, element: 'equity-equality', date: '2025-06-20' },
    ],
    framework,
    { on: '2026-01-15', windowYears: 3 },
  );
  const [underWay] = half.outcomes;
  const parts = [
    [
      'The way of a value',
      'Plain data in boxes, verbs on the arrows. Your program carries the values; the library keeps none.',
      'The way of a value',
      wayOfValues(),
    ],
    [
      'A score',
      'Filled as far as the score reaches in any case, hatched as far as it may still reach. `scoreBar(evaluation, rubric)`',
      'Score bar',
      display.scoreBar(rated, rubric, options()),
    ],
    [
      'A profile',
      'Rated, not applicable, not rated yet and contested are told apart without colour. `profilePicture(evaluation, rubric)`',
      'Profile',
      display.profilePicture(half, rubric, options()),
    ],
    [
      'Met, undecided, not yet met',
      'The rule of an outcome with the verdict of each part. `rulePicture(outcome)`',
      'Rule',
      display.rulePicture(underWay, options()),
    ],
    [
      'Many settings',
      'How many settings stand where; small counts are hidden. `heatMap(published, rubric)`',
      'Heat map',
      display.heatMap(published, rubric, options()),
    ],
    [
      'The way to an award',
      'Achievements and the years within which the rest must follow. `awardTimeLine(progress)`',
      'Award time-line',
      display.awardTimeLine(award, options()),
    ],
    [
      'A neighbourhood',
      'The articles around one, and the links between them. `neighbourhoodPicture(neighbourhood(graph, url))`',
      'Neighbourhood',
      display.neighbourhoodPicture(neighbourhood(graph, middle), options()),
    ],
    [
      'A crosswalk',
      'Which strategy strengthens which indicator. `crosswalkMatrix(crosswalk)`',
      'Crosswalk',
      display.crosswalkMatrix(crosswalk, options()),
    ],
  ];
  const sections = parts.map(([title, about, label, svg]) => `## ${title}\n\n${about}\n\n${boxed(label, svg)}`);
  return `# Gallery\n\nEach picture is a text in SVG that the library writes, without a dependency and the same in every engine; these were drawn while this site was made; [Pictures](/pictures.md) says how to draw yours. Every one has a title and a description for those who hear it.\n\n${sections.join('\n\n')}\n`;
};
