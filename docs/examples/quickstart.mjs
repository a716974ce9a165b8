// The main job, from two pages and a self-evaluation to a verdict with reasons and a next step.
//
//   npm run quickstart
//   npm run quickstart -- --article FILE --guidance FILE --assessment FILE
//
// The library reads and writes nothing. This program reads the files, hands their text to the library, and prints.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  assessmentSchemaFor,
  evaluate,
  parseArticle,
  parseGuidance,
  parseStrategies,
  suggestStrategies,
} from 'stem-leadership';
import { formatExact } from 'stem-leadership/evaluation';
import { coordinatorRoleStemNationLeadership } from 'stem-leadership/crosswalks/coordinator-role--stem-nation-leadership';
import { coordinatorRole } from 'stem-leadership/rubrics/coordinator-role';
import { stemNationLeadership } from 'stem-leadership/rubrics/stem-nation-leadership';

const WIDTH = 92;
const RUBRICS = [stemNationLeadership, coordinatorRole];
const CROSSWALK = coordinatorRoleStemNationLeadership;

// ---------------------------------------------------------------------------------------------- words on paper

const lines = [];
let trouble = false;

/** Text from outside, safe to print on one line: control characters could move a terminal's cursor. */
const plain = (text) =>
  String(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

/** One paragraph, folded to the width of the page; `first` leads its first line, the others are indented as far. */
const say = (text, first = '') => {
  const indent = ' '.repeat(first.length);
  let line = first;
  for (const word of plain(text).split(' ')) {
    if (line.trim() !== '' && line !== first && line.length + 1 + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += line === first || line === indent ? word : ` ${word}`;
  }
  lines.push(line.trimEnd());
};

const gap = () => {
  if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
};

const heading = (text) => {
  gap();
  lines.push('='.repeat(WIDTH));
  say(text);
  lines.push('='.repeat(WIDTH), '');
};

const subheading = (text) => {
  gap();
  const from = lines.length;
  say(text);
  lines.push('-'.repeat(Math.max(...lines.slice(from).map((line) => line.length))), '');
};

const list = (items, none) => {
  if (items.length === 0) say(none, '  ');
  for (const item of items) say(item, '  - ');
};

const numbered = (items, none) => {
  if (items.length === 0) say(none, '  ');
  for (const [at, item] of items.entries()) say(item, `${String(at + 1).padStart(4)}. `);
};

const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** The first sentence of a Markdown description, without its marks. */
const firstSentence = (markdown) => {
  const paragraph = markdown.trim().split(/\n\s*\n/u)[0] ?? '';
  const text = plain(
    paragraph
      .replace(/^\s*(?:[-*+]|\d+[.)])\s+/gmu, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/(\*\*|__|`)(?=\S)(.+?)\1/gu, '$2'),
  );
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return first === undefined ? '' : first.segment.trim();
};

/** Where an issue is: list positions are counted from 1, as people count. */
const where = (path) => path.map((part) => (typeof part === 'number' ? `no. ${part + 1}` : plain(part))).join(', ');

const SEVERITY = { error: 'Error', warning: 'Please look', info: 'Noted' };

const printIssues = (issues, none) => {
  if (issues.length === 0) return say(none, '  ');
  for (const { severity, path, message, hint } of issues) {
    say(`${SEVERITY[severity]}${path.length > 0 ? ` (${where(path)})` : ''}: ${message}`, '  - ');
    if (hint) say(`What to do: ${hint}`, '    ');
  }
};

// ---------------------------------------------------------------------------------------------- files

const complain = (text) => {
  trouble = true;
  say(text, '  ! ');
};

const REASONS = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'it may not be read by you',
};

/** Started by npm the program stands in the project's folder; a path given to it is meant from where the person stood. */
const startedFrom = process.env.npm_lifecycle_event === 'quickstart' ? process.env.INIT_CWD : undefined;

/** The text of a file, or nothing: then the reason has been printed. */
const read = (option, path) => {
  try {
    return readFileSync(resolve(startedFrom ?? '.', path), 'utf8');
  } catch (error) {
    complain(`Cannot read ${path}: ${REASONS[error.code] ?? error.message}.`);
    say(`Give the right path with --${option} FILE, or leave --${option} out to use the example.`, '    ');
    return undefined;
  }
};

// ---------------------------------------------------------------------------------------------- 1. the article

const reportArticle = (path) => {
  heading('1. The article');
  const text = read('article', path);
  if (text === undefined) return undefined;
  const parsed = parseArticle(text);
  if (!parsed.ok) {
    complain('This file could not be read as an article:');
    printIssues(parsed.issues, '');
    return undefined;
  }
  const article = parsed.value;
  const found = parseStrategies(article);
  const strategies = found.ok ? found.value : [];
  const issues = [...parsed.issues, ...found.issues];
  if (!found.ok) complain('The strategies of this article could not be read; the reason is among the issues below.');
  say(article.title, 'Title:    ');
  say(article.subject, 'Subject:  ');
  say(article.date, 'Date:     ');

  subheading(counted(strategies.length, 'strategy', 'strategies'));
  if (found.ok && strategies.length === 0) say('The answer has no numbered list of named strategies.', '  ');
  for (const { position, name, description } of strategies) {
    say(name, `${String(position).padStart(4)}. `);
    const sentence = firstSentence(description);
    if (sentence) say(sentence, '      ');
  }

  subheading(counted(article.related.length, 'related link'));
  if (article.related.length === 0) say('The article names no other article.', '  ');
  for (const { title, subject, url } of article.related) {
    say(`${title} (${subject})`, '  - ');
    say(url, '    ');
  }

  subheading('What was noticed while reading');
  printIssues(issues, 'Nothing: the page was in order.');
  return { article, strategies };
};

// ---------------------------------------------------------------------------------------------- 2. the guidance page

const SECTORS = {
  elc: 'early learning and childcare',
  primary: 'primary schools',
  secondary: 'secondary schools',
  special: 'special schools',
  cld: 'community learning and development',
};

const reportGuidance = (path) => {
  heading('2. The element of the award');
  const text = read('guidance', path);
  if (text === undefined) return;
  const parsed = parseGuidance(text);
  if (!parsed.ok) {
    complain('This file could not be read as a guidance page:');
    printIssues(parsed.issues, '');
    return;
  }
  const { title, audience, lists, hints, practiceExamples, resourceCategories } = parsed.value;
  say(title, 'Title:     ');
  say(audience || 'The page does not say.', 'For whom:  ');

  for (const { heading: words, sectors, indicators } of lists) {
    subheading(words);
    const named = sectors.map((sector) => SECTORS[sector]).join(', ') || 'the heading names no sector that is known';
    say(`${counted(indicators.length, 'indicator')}, for: ${named}`, '  ');
    numbered(indicators, 'The list is empty.');
  }
  if (lists.length === 0) {
    gap();
    say('The page has no list of indicators.');
  }

  subheading(counted(hints.length, 'hint'));
  list(hints, 'None.');
  subheading(counted(practiceExamples.length, 'practice example'));
  list(practiceExamples, 'None.');
  subheading(counted(resourceCategories.length, 'resource category', 'resource categories'));
  list(resourceCategories, 'None.');

  subheading('What was repaired or noticed while reading');
  printIssues(parsed.issues, 'Nothing: the page was in order.');
};

// ---------------------------------------------------------------------------------------------- 3. the self-evaluation

/** A file may hold one assessment, a list of them, or an object with the list under `assessments`. */
const assessmentsIn = (text) => {
  const held = JSON.parse(text.replace(/^\uFEFF/u, ''));
  if (Array.isArray(held)) return held;
  if (typeof held !== 'object' || held === null) return [held];
  return Array.isArray(held.assessments) ? held.assessments : [held];
};

const percent = (exact) => formatExact(exact, { as: 'percent', decimals: 0, rounding: 'half-up' });

const VERDICT = {
  met: 'met',
  'not-yet-met': 'not yet met',
  undecided: 'undecided',
  'not-applicable': 'not applicable',
};

const printScore = (score) => {
  if (score.kind === 'unscored') {
    const reasons = {
      'nothing-rated': 'nothing has been rated yet',
      'nothing-applicable': 'nothing applies here',
      'profile-only': 'this rubric gives a profile and no number',
    };
    return say(`none, since ${reasons[score.because]}.`, 'Score:     ');
  }
  const { value, interval, coverage } = score;
  say(value ? `${percent(value)} of what has been rated` : 'open', 'Score:     ');
  say(`${percent(coverage)} of what applies has been rated`, 'Coverage:  ');
  const settled = interval.least.decimal === interval.greatest.decimal;
  const range = `between ${percent(interval.least)} and ${percent(interval.greatest)}, depending on what is still open`;
  say(settled ? 'nothing, the score is final' : range, 'Open:      ');
};

const printProfile = (evaluation, rubric) => {
  const levels = new Map(
    [rubric.scale, ...rubric.criteria.flatMap(({ scale }) => scale ?? [])].flatMap((scale) =>
      scale.levels.map(({ id, label }) => [id, label]),
    ),
  );
  const width = Math.max(...evaluation.criteria.map(({ label }) => label.length)) + 2;
  for (const { label, state, level, reason, evidence } of evaluation.criteria) {
    const words = {
      rated: () => levels.get(level) ?? level,
      contested: () => 'Assessors differ',
      'not-applicable': () => `Not applicable: ${reason}`,
      unrated: () => 'Not rated yet',
    };
    const shown = evidence > 0 ? ` (${counted(evidence, 'piece')} of evidence)` : '';
    say(`${words[state]()}${shown}`, `  ${label.padEnd(width)}`);
  }
};

const printFinding = ({ verdict, message, findings }, indent) => {
  say(`${VERDICT[verdict]}: ${message}`, indent);
  for (const inner of findings) printFinding(inner, `${' '.repeat(indent.length)}- `);
};

const printOutcome = ({ label, verdict, finding, gaps }) => {
  say(`${label}: ${VERDICT[verdict].toUpperCase()}`, '  ');
  say(finding.message, '    Why: ');
  for (const inner of finding.findings) printFinding(inner, '      - ');
  if (gaps.length > 0) say('In the way:', '    ');
  for (const { message } of gaps) say(message, '      - ');
  gap();
};

const judge = (held, at) => {
  const id = held?.rubric?.id;
  const rubric = RUBRICS.find((one) => one.id === id);
  if (!rubric) {
    subheading(`Assessment ${at + 1}`);
    const known = RUBRICS.map((one) => `“${one.id}” ${one.version}`).join(' and ');
    const named =
      id === undefined ? 'names no rubric' : `is of the rubric “${plain(id)}”, which this program does not have`;
    complain(`This assessment ${named}. It has ${known}: write one as "rubric": { "id": …, "version": … }.`);
    return undefined;
  }
  subheading(rubric.label);
  const checked = assessmentSchemaFor(rubric).safeParse(held);
  if (!checked.success) {
    complain('This assessment has to be put right first:');
    for (const { path, message } of checked.error.issues) {
      const words = message.endsWith('received undefined') ? 'this is missing' : message;
      say(`${path.length > 0 ? `${path.join(' → ')}: ` : ''}${words}`, '    - ');
    }
    return undefined;
  }
  const assessment = checked.data;
  const evaluation = evaluate(rubric, assessment);
  say(`${assessment.setting}, ${assessment.date}`, 'Setting:   ');
  say(`${assessment.assessor} (${assessment.kind})`, 'Assessor:  ');
  printScore(evaluation.score);
  gap();
  printProfile(evaluation, rubric);
  gap();
  for (const outcome of evaluation.outcomes) printOutcome(outcome);
  for (const { label, criteria } of evaluation.obligations) say(`${label}: ${criteria.join(', ')}`, '  To do: ');
  gap();
  say(evaluation.notice, 'Please note: ');
  return { assessment, evaluation };
};

const reportAssessments = (path) => {
  heading('3. The self-evaluation');
  const text = read('assessment', path);
  if (text === undefined) return [];
  let held;
  try {
    held = assessmentsIn(text);
  } catch (error) {
    complain(`${path} is not JSON: ${error.message}.`);
    return [];
  }
  if (held.length === 0) complain(`${path} holds no assessment.`);
  return held.map(judge).filter((one) => one !== undefined);
};

// ---------------------------------------------------------------------------------------------- 4. what to do next

const sameName = (a, b) => plain(a).toLowerCase() === plain(b).toLowerCase();

const printSuggestion = ({ label, strategies, hasMainLever }, reading) => {
  subheading(label);
  if (!hasMainLever) {
    say('No strategy of the list is a main lever for this indicator, so look beyond the list.', '  ');
    if (strategies.length > 0) say('These help with a part of it:', '  ');
  }
  for (const { label: name, strength, reason } of strategies) say(`${name} (${strength}): ${reason}`, '  - ');
  const found = (reading?.strategies ?? []).filter(({ name }) => strategies.some((one) => sameName(one.label, name)));
  if (found.length === 0) return;
  const places = found.map(({ position }) => position).join(', ');
  say(`“${reading.article.title}”, ${found.length === 1 ? 'strategy' : 'strategies'} ${places}`, '  To read: ');
};

const reportNextSteps = (judged, reading) => {
  heading('4. What to do next');
  const { framework, edition } = CROSSWALK.indicators;
  const leadership = judged.filter(
    ({ evaluation }) => evaluation.framework?.id === framework && evaluation.framework.edition === edition,
  );
  if (leadership.length === 0) say('No assessment above judges the leadership indicators, so nothing is suggested.');
  for (const { assessment, evaluation } of leadership) {
    const suggestions = suggestStrategies(evaluation, CROSSWALK, { atMost: 3 });
    const lowest = 'the indicators that stand lowest, and the strategies that strengthen them.';
    const none = 'no indicator has been rated below its top level.';
    say(`${assessment.setting}, ${assessment.date}: ${suggestions.length > 0 ? lowest : none}`);
    for (const suggestion of suggestions) printSuggestion(suggestion, reading);
    const unrated = evaluation.criteria.filter(({ state }) => state === 'unrated').map(({ label }) => label);
    gap();
    if (unrated.length > 0) say(`Nothing is suggested for what has not been rated yet: ${unrated.join(', ')}.`);
    gap();
  }
  if (leadership.length > 0) say(CROSSWALK.note, 'Please note: ');

  if (!reading || reading.article.related.length === 0) return;
  subheading('To read further: articles the article above names, by subject');
  const subjects = [...new Set(reading.article.related.map(({ subject }) => subject))];
  for (const subject of subjects) {
    say(subject, '  ');
    for (const { title, url } of reading.article.related.filter((link) => link.subject === subject)) {
      say(title, '  - ');
      say(url, '    ');
    }
  }
};

// ---------------------------------------------------------------------------------------------- the program

const example = (name) => fileURLToPath(new URL(name, import.meta.url));

const USAGE = 'Usage: npm run quickstart -- [--article FILE] [--guidance FILE] [--assessment FILE]';

const main = () => {
  let options;
  try {
    ({ values: options } = parseArgs({
      options: {
        article: { type: 'string', default: example('article.md') },
        guidance: { type: 'string', default: example('guidance.txt') },
        assessment: { type: 'string', default: example('assessment.json') },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exitCode = 1;
    return;
  }
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const reading = reportArticle(options.article);
  reportGuidance(options.guidance);
  const judged = reportAssessments(options.assessment);
  reportNextSteps(judged, reading);
  if (trouble) {
    gap();
    say('Some of the input could not be used; see the lines marked with “!”.');
    process.exitCode = 1;
  }
  console.log(lines.join('\n'));
};

main();
