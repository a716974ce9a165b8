// The main job, from two pages and a self-evaluation to a report with verdicts, reasons and next steps.
//
//   npm run quickstart
//   npm run quickstart -- --article FILE --guidance FILE --assessment FILE
//
// The library reads and writes nothing. This program reads the files, hands their text to the library, prints the reports and writes
// them as one page, reports/quickstart.html.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildArticleGraph, buildTextIndex, evaluate, nextSteps } from 'stem-leadership';
import { parseArticle, parseGuidance, parseStrategies, readingsFor, reportHtml, reportText } from 'stem-leadership';
import { suggestStrategies } from 'stem-leadership';
import { reportStyles } from 'stem-leadership/display';
import { assessmentSchemaFor } from 'stem-leadership/model';
import { coordinatorRoleStemNationLeadership as crosswalk } from 'stem-leadership/crosswalks/coordinator-role--stem-nation-leadership';
import { coordinatorRoleFramework } from 'stem-leadership/frameworks/coordinator-role';
import { stemNationAwardFramework } from 'stem-leadership/frameworks/stem-nation-award';
import { coordinatorRole } from 'stem-leadership/rubrics/coordinator-role';
import { stemNationLeadership } from 'stem-leadership/rubrics/stem-nation-leadership';

const RUBRICS = [stemNationLeadership, coordinatorRole];
const FRAMEWORKS = [stemNationAwardFramework, coordinatorRoleFramework];

/** Text from outside, safe to print on one line: control characters could move a terminal's cursor. */
const plain = (text) =>
  String(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
const say = (text, indent = '') => console.log(indent + plain(text));
const complain = (text) => {
  say(`! ${text}`);
  process.exitCode = 1;
};

const example = (name) => fileURLToPath(new URL(name, import.meta.url));
const { values: given } = parseArgs({
  options: {
    article: { type: 'string', default: example('article.md') },
    guidance: { type: 'string', default: example('guidance.txt') },
    assessment: { type: 'string', default: example('assessment.json') },
  },
});

/** Started by npm the program stands in the project's folder; a path given to it is meant from where the person stood. */
const startedFrom = process.env.npm_lifecycle_event === 'quickstart' ? (process.env.INIT_CWD ?? '.') : '.';
/** What a reader makes of the file of one option; the reason is printed where it makes nothing. */
const read = (option, reader) => {
  try {
    return reader(readFileSync(resolve(startedFrom, given[option]), 'utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    complain(`--${option} ${given[option]} cannot be read: ${error.message}`);
    return undefined;
  }
};
/** The value of a result of `parse…`; what was noticed is printed. */
const valueOf = (what, result) => {
  for (const { severity, message, hint } of result?.issues ?? []) {
    say(`${what}, ${severity}: ${message}${hint ? ` ${hint}` : ''}`, '  ');
  }
  if (result && !result.ok) complain(`The ${what} could not be read.`);
  return result?.ok ? result.value : undefined;
};

const article = valueOf('article', read('article', parseArticle));
const strategies = article && valueOf('strategies', parseStrategies(article));
if (article)
  say(`“${article.title}” names ${strategies?.length ?? 0} strategies and ${article.related.length} articles.`);
for (const { position, name } of strategies ?? []) say(`${position}. ${name}`, '  ');

const guidance = valueOf('guidance', read('guidance', parseGuidance));
if (guidance) say(`“${guidance.title}”. ${guidance.audience || 'The page does not say for whom.'}`);
for (const { heading, indicators } of guidance?.lists ?? []) say(`${heading} ${indicators.length} indicators`, '  ');

/** Articles to read on a strategy: of the one that was read. An app would give all that it has. */
const graph = article && buildArticleGraph([article]);
const text = graph && buildTextIndex([article], graph);
const readingsOn = (label) => (graph && label ? readingsFor({ label }, graph, { text }) : []);

/** One assessment as a report, or nothing: then the reason has been printed. */
const reportOf = (held) => {
  const rubric = RUBRICS.find(({ id }) => id === held?.rubric?.id);
  if (!rubric) return complain(`An assessment is by no rubric there is: ${RUBRICS.map(({ id }) => id).join(', ')}.`);
  const checked = assessmentSchemaFor(rubric).safeParse(held);
  for (const { path, message } of checked.error?.issues ?? []) complain(`Assessment, ${path.join(' → ')}: ${message}`);
  if (!checked.success) return undefined;
  const assessment = checked.data;
  const evaluation = evaluate(rubric, assessment);
  const to = evaluation.outcomes.find(({ verdict }) => verdict !== 'met')?.outcome;
  const isMapped = rubric.framework?.id === crosswalk.indicators.framework;
  const suggested = isMapped ? suggestStrategies(evaluation, crosswalk, { limit: 3 }) : [];
  return {
    kind: 'evaluation',
    rubric,
    assessment,
    evaluation,
    framework: FRAMEWORKS.find(({ id }) => id === rubric.framework?.id),
    ...(to && { nextSteps: nextSteps(rubric, assessment, { to }), nextStepsTo: to }),
    strategies: suggested,
    readings: readingsOn(suggested[0]?.strategies[0]?.label),
  };
};

const held = read('assessment', JSON.parse);
const reports = [held?.assessments ?? held ?? []].flat().flatMap((one) => reportOf(one) ?? []);
for (const report of reports) console.log(`\n${reportText(report, { width: 92 })}`);

const fragments = reports.map((report, at) =>
  reportHtml(report, { fragment: true, headingLevel: 2, idPrefix: `report-${at + 1}-` }),
);
const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Quickstart</title>`;
const page = `<!doctype html>\n<html lang="en">\n<head>${head}<style>${reportStyles}</style></head>\n<body>\n<main>\n<h1>Quickstart</h1>\n${fragments.join('')}</main>\n</body>\n</html>\n`;
if (reports.length > 0) {
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/quickstart.html', page);
  say(`The same as a page: ${resolve('reports/quickstart.html')}`);
}
