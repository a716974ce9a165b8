// What an editor shows of the library's types: the compiler's own words, as the language service gives them.
import { beforeAll, expect, test } from 'vitest';
import { editor } from './support/editor.js';

const before = `
import { evaluate } from '../src/evaluation/verdict/evaluate.js';
import { nextSteps } from '../src/evaluation/advice/next-steps.js';
import { whatIf } from '../src/evaluation/advice/what-if.js';
import { diffRubrics } from '../src/evaluation/versions/diff-rubrics.js';
import { consensus, contestedCriteria, moderationReport, ratingRows } from '../src/agreement/index.js';
import { answersOf, formModel } from '../src/display/index.js';
import { buildArticleGraph } from '../src/graph/index.js';
import { defineFramework, defineRubric, defineScale } from '../src/model/define.js';
import { stemNationLeadership } from '../src/data/rubrics/stem-nation-leadership.js';
import { ncStemAttributes2012 } from '../src/data/rubrics/nc-stem-attributes-2012.js';
import type { AssessmentOf, Judgements, RatingsOf } from '../src/model/rubrics/assessment.js';
import type { Rubric } from '../src/model/rubrics/rubric.js';
const scale = defineScale({ id: 'yes-no', label: 'Yes or no', levels: [{ id: 'no', label: 'No' }, { id: 'yes', label: 'Yes' }] });
const base = { id: 'open-day', version: '1.0.0', label: 'A good open day', notice: 'An example.', scale, scoring: { kind: 'none' } } as const;
const criteria = [{ id: 'a-welcome', label: 'Welcome', weight: 1 }, { id: 'things-to-try', label: 'Things', weight: 2 }] as const;
const small = defineRubric({ ...base, criteria, outcomes: [] });
declare const form: Record<string, string>;
`;

const { messages, hover, offered } = editor(before);

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
    'a rubric without an id',
    "defineRubric({ version: '1.0.0', label: 'X', notice: 'X', scale, scoring: { kind: 'none' }, criteria, outcomes: [] });",
    'a rubric also needs: id',
  ],
  [
    'a mistyped field of a criterion',
    "defineRubric({ id: 'x', version: '1.0.0', label: 'X', notice: 'X', scale, scoring: { kind: 'none' }, criteria: [{ id: 'a', label: 'A', weight: 1, notAplicable: 'allowed' }], outcomes: [] });",
    'a criterion has no field “notAplicable”',
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
  [
    'ratings in a widened variable',
    "const own = { 'shared-vision': 'met' }; evaluate(stemNationLeadership, { ratings: own });",
    'a level is only known as text: add “as const”',
  ],
  [
    'an assessment in a widened variable',
    "const own = { ratings: { 'shared-vision': 'met' } }; contestedCriteria(stemNationLeadership, [own]);",
    'a level is only known as text: add “as const”',
  ],
  [
    'an unknown criterion in a list of assessments',
    "consensus(stemNationLeadership, [{ ratings: { 'use-of-dta': 'met' } }], { rule: 'majority' });",
    '“use-of-dta” is no criterion of this rubric; it has “use-of-data”',
  ],
  [
    'a form in a list of assessments',
    'ratingRows(ncStemAttributes2012, [{ ratings: form }]);',
    'its names are not known',
  ],
  ['a form as an assessment of a list', 'moderationReport(small, [form]);', "Property 'ratings' is missing"],
  [
    'not applicable where the rubric refuses it, in the answers of a form',
    "answersOf(formModel(stemNationLeadership), { ratings: { 'use-of-data': { notApplicable: 'why' } } });",
    'the rubric refuses not applicable here',
  ],
  ['a form as the changes', 'whatIf(stemNationLeadership, { ratings: {} }, form);', "Property 'ratings' is missing"],
  [
    'changes from a form',
    'whatIf(stemNationLeadership, { ratings: {} }, { ratings: form });',
    'its names are not known',
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
  [
    'an interface of the host’s own, in a list',
    "interface Own { 'a-welcome': 'yes' } interface Whole { ratings: Own } declare const all: Whole[]; contestedCriteria(small, all); consensus(small, [{ ratings: all[0]!.ratings }], { rule: 'majority' }); moderationReport(small, all); ratingRows(small, all);",
  ],
  [
    'an interface of the host’s own, as answers and as changes',
    "interface Own { 'a-welcome': 'yes' } declare const own: Own; answersOf(formModel(small), { ratings: own }); whatIf(small, { ratings: own }, { ratings: own });",
  ],
  [
    'a list that a generic function was given',
    "const some = <R extends Rubric>(rubric: R, list: readonly Judgements<R>[], read: readonly AssessmentOf<R>[]) => [consensus(rubric, list, { rule: 'majority' }), contestedCriteria(rubric, read)];",
  ],
  [
    'the witness of a diff, by both versions',
    'const { witness } = diffRubrics(small, small as Rubric); evaluate(small, witness!); evaluate(small as Rubric, witness!);',
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
