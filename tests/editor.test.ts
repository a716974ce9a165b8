// What an editor shows of the library's types: the compiler's own words, as the language service gives them.
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { root } from './support/sources.js';

const file = join(root, 'tests/what-an-editor-shows.ts');
let program = '';
let version = 0;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts'],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

const service = ts.createLanguageService({
  ...ts.sys,
  useCaseSensitiveFileNames: () => true,
  getCompilationSettings: () => options,
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : '1'),
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  getScriptSnapshot: (name) => {
    const text = name === file ? program : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
});

const before = `
import { evaluate } from '../src/evaluation/verdict/evaluate.js';
import { nextSteps } from '../src/evaluation/advice/next-steps.js';
import { buildArticleGraph } from '../src/graph/index.js';
import { defineFramework, defineRubric, defineScale } from '../src/model/define.js';
import { stemNationLeadership } from '../src/data/rubrics/stem-nation-leadership.js';
import { ncStemAttributes2012 } from '../src/data/rubrics/nc-stem-attributes-2012.js';
import type { RatingsOf } from '../src/model/rubrics/assessment.js';
import type { Rubric } from '../src/model/rubrics/rubric.js';
const scale = defineScale({ id: 'yes-no', label: 'Yes or no', levels: [{ id: 'no', label: 'No' }, { id: 'yes', label: 'Yes' }] });
const base = { id: 'open-day', version: '1.0.0', label: 'A good open day', notice: 'An example.', scale, scoring: { kind: 'none' } } as const;
const criteria = [{ id: 'a-welcome', label: 'Welcome', weight: 1 }, { id: 'things-to-try', label: 'Things', weight: 2 }] as const;
const small = defineRubric({ ...base, criteria, outcomes: [] });
declare const form: Record<string, string>;
`;

/** Asks about a program at the place marked ‸. */
const at = (text: string): number => {
  const place = (before + text).indexOf('‸');
  program = (before + text).replace('‸', '');
  version++;
  return place;
};

const messages = (text: string): string[] => {
  at(text);
  return service
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
};

const hover = (text: string): string =>
  ts.displayPartsToString(service.getQuickInfoAtPosition(file, at(text))?.displayParts);

// The first question makes the service read all files; the others are quick.
beforeAll(() => void messages(''), 120_000);

const outcome = (rule: string): string =>
  `defineRubric({ ...base, criteria, outcomes: [{ id: 'ready', label: 'Ready', origin: 'project', rule: ${rule} }] });`;

test.each([
  [
    'an unknown level',
    "evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'mett' } });",
    `Did you mean '"met"'?`,
  ],
  [
    'an unknown criterion',
    "evaluate(small, { ratings: { 'things-to-tri': 'yes' } });",
    '“things-to-tri” is no criterion of this rubric; it has “things-to-try”',
  ],
  [
    'an unknown criterion of many',
    "evaluate(ncStemAttributes2012, { ratings: { 'project-based-lerning-1': 'early' } });",
    '“project-based-lerning-1” is no criterion of this rubric; it has “project-based-learning-5”, “project-based-learning-4” …',
  ],
  [
    'an unknown criterion like none',
    "nextSteps(stemNationLeadership, { ratings: { zeal: 'met' } }, { to: 'element-ready' });",
    '“zeal” is no criterion of this rubric; it has “learner-leadership”, “use-of-data” …',
  ],
  ['an assessment without ratings', 'evaluate(ncStemAttributes2012, {});', "Property 'ratings' is missing"],
  [
    'ratings from a form',
    'evaluate(ncStemAttributes2012, { ratings: form });',
    'its names are not known: check it by assessmentSchemaFor(rubric)',
  ],
  [
    'ratings from entries',
    "evaluate(stemNationLeadership, { ratings: Object.fromEntries([['a', 'b']]) });",
    'its names are not known',
  ],
  ['a form as the assessment', 'evaluate(stemNationLeadership, form);', "Property 'ratings' is missing"],
  [
    'not applicable where the rubric refuses it',
    "evaluate(ncStemAttributes2012, { ratings: { 'project-based-learning-1': { notApplicable: 'why' } } });",
    'the rubric refuses not applicable here: rate this criterion, or leave it out',
  ],
  [
    'an unknown outcome',
    "nextSteps(stemNationLeadership, { ratings: {} }, { to: 'element-redy' });",
    `Did you mean '"element-ready"'?`,
  ],
  [
    'a rule of an unknown criterion',
    outcome("{ kind: 'at-least', criterion: 'awelcome', level: 'yes' }"),
    `Did you mean '"a-welcome"'?`,
  ],
  ['a rule of an unknown kind', outcome("{ kind: 'evry', level: 'yes' }"), `Did you mean '"every"'?`],
  [
    'a rubric without a notice',
    "defineRubric({ id: 'x', version: '1.0.0', label: 'X', scale, scoring: { kind: 'none' }, criteria, outcomes: [] });",
    'a rubric also needs: notice',
  ],
  [
    'a field that no rubric has',
    'defineRubric({ ...base, criteria, outcomes: [], extra: 1 });',
    'a rubric has no field of this name',
  ],
  [
    'a criterion without a weight',
    "defineRubric({ ...base, criteria: [{ id: 'a', label: 'A' }], outcomes: [] });",
    "Property 'weight' is missing",
  ],
  [
    'an article without an id',
    "buildArticleGraph([{ url: '/a', title: 'A', subject: 'S', related: [] }]);",
    "Property 'id' is missing",
  ],
])('tells of %s in one sentence of fewer than 300 characters', (_, text, words) => {
  const [message = '', ...more] = messages(text);
  expect(more).toEqual([]);
  expect(message).toContain(words);
  expect(message.length).toBeLessThan(300);
});

test.each([
  ['a rule without its level', outcome("{ kind: 'every' }"), "Property 'level' is missing"],
  [
    'ratings in a widened variable',
    "const own = { 'a-welcome': 'yes' }; evaluate(small, { ratings: own });",
    "Type 'string' is not assignable",
  ],
  [
    'a form as a variable of ratings',
    'const ratings: RatingsOf<typeof small> = form;',
    'its names are not known: check it by assessmentSchemaFor(rubric)',
  ],
])('refuses %s, and says why', (_, text, words) => {
  const [message = '', ...more] = messages(text);
  expect(more).toEqual([]);
  expect(message).toContain(words);
});

test.each([
  [
    'an interface of the host’s own',
    "interface Own { 'shared-vision'?: 'met' | 'partly'; 'core-team': { notApplicable: string } } declare const own: Own; evaluate(stemNationLeadership, { ratings: own });",
  ],
  [
    'an interface of the whole assessment',
    "interface Own { ratings: { 'a-welcome': 'yes' }; setting: string } declare const own: Own; evaluate(small, own);",
  ],
  ['a class of the host’s own', "class Own { 'a-welcome' = 'yes' as const; } evaluate(small, { ratings: new Own() });"],
  [
    'what a generic function was given',
    'const judged = <R extends Rubric>(rubric: R, ratings: RatingsOf<R>) => evaluate(rubric, { ratings });',
  ],
  ['any names where the rubric was read at run time', 'declare const read: Rubric; evaluate(read, { ratings: form });'],
])('takes ratings as %s', (_, text) => {
  expect(messages(text)).toEqual([]);
});

test('shows the ids of a rubric and none of its prose', () => {
  expect(hover('sma‸ll;')).toBe('const small: RubricOf<"no" | "yes", string, "a-welcome" | "things-to-try", unknown>');
  expect(hover('stemNation‸Leadership;').length).toBeLessThan(300);
  expect(hover('ncStem‸Attributes2012;').length).toBeLessThan(700);
});

test('shows the ids of a framework and none of its prose', () => {
  const framework =
    "{ id: 'f', edition: '1', label: 'F', publisher: 'P', sources: [], elements: [{ id: 'places', label: 'Places', description: 'Where.', verified: true, indicators: [] }] }";
  expect(hover(`const fra‸mework = defineFramework(${framework});`)).toBe(
    'const framework: FrameworkOf<"places", never>',
  );
});

test('offers the criteria, and of a criterion its levels, lowest first', () => {
  const offered = (text: string) =>
    service.getCompletionsAtPosition(file, at(text), {})?.entries.map(({ name }) => name);
  const ratings = 'const ratings: RatingsOf<typeof stemNationLeadership> =';
  expect(offered(`${ratings} { '‸': 'met' };`)?.slice(0, 2)).toEqual(['collaborative-practice', 'core-team']);
  expect(offered(`${ratings} { 'core-team': '‸' };`)).toEqual(['not-yet', 'partly', 'met']);
  const judging = 'evaluate(stemNationLeadership,';
  expect(offered(`${judging} { ‸ });`)?.[0]).toBe('ratings');
  expect(offered(`${judging} { ratings: { '‸': 'met' } });`)?.slice(0, 2)).toEqual([
    'collaborative-practice',
    'core-team',
  ]);
  expect(offered(`${judging} { ratings: { 'core-team': '‸' } });`)).toEqual(['not-yet', 'partly', 'met']);
});
