import { at } from '../../common/at.js';
import { expectShape, listOf, recordOf, text } from '../../common/expect-shape.js';
import { refuseNoWords } from '../../common/refuse-shape.js';
import { refuseUnknown } from '../../common/refuse.js';
import type { Framework, Indicator } from '../../model/awards/framework.js';
import type { FormMessages } from '../../model/messages/form-messages.js';
import type { Messages } from '../../model/messages/messages.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import { ruleSizeFault } from '../../model/rubrics/rule-size.js';
import { english } from './english.js';
import { evidenceAsked } from './evidence-asked.js';
import type { CriterionField, FactField, FormChoice, FormField, FormGroup, FormModel } from './form.js';

export interface FormModelOptions {
  /** The framework that the rubric judges: the statements of its indicators then stand with the criteria. */
  readonly framework?: Framework | undefined;
  /** The words of the form; English where left out. */
  readonly messages?: Pick<Messages, 'language' | 'direction' | 'form'> | undefined;
}

/**
 * The form of a rubric as plain data: what to ask, in which order, under which names, with which choices. A page lays it out as it likes;
 * `readAnswers` reads what comes back, and `answersOf` fills it in again.
 *
 * @throws TypeError or RangeError for what is no rubric or no framework, or not the framework that the rubric judges.
 *
 * @example
 * const form = formModel(stemNationLeadership, { framework: stemNationAwardFramework });
 * const [vision, team] = form.groups[0]?.criteria ?? [];
 * vision?.name // => 'ratings.shared-vision'
 * vision?.statement // => 'Why we do STEM, and where we want to take it, has been worked out together with many of the people it concerns.'
 * vision?.levels.map(({ value }) => value) // => ['not-yet', 'partly', 'met']
 * team?.notApplicable?.reason.label // => 'Why does it not apply here?'
 */
export const formModel = <const R extends Rubric>(rubric: R, options: FormModelOptions = {}): FormModel<R> => {
  refuseNoRubric('formModel', 'rubric', rubric);
  refuseUnknown('formModel', options, ['framework', 'messages']);
  const { framework, messages } = options;
  if (messages !== undefined) refuseNoWords('formModel', messages, { language: '', form: english });
  const tooLarge = ruleSizeFault(rubric);
  if (tooLarge !== undefined) throw new RangeError(`formModel: the rubric is too large, ${tooLarge}`);
  const words = messages?.form ?? english;
  const indicators = indicatorsOf(rubric, framework);
  const asked = evidenceAsked(rubric);
  const fields = rubric.criteria.map((criterion, i) =>
    criterionField(rubric, criterion, indicators.get(criterion.indicator ?? criterion.id), at(asked, i), words),
  );
  return {
    rubric: { id: rubric.id, version: rubric.version },
    version: { name: 'rubric', value: `${rubric.id} ${rubric.version}` },
    label: rubric.label,
    notice: rubric.notice,
    language: messages?.language ?? 'en',
    direction: messages?.direction ?? 'ltr',
    rubricLanguage: rubric.language ?? 'en',
    about: aboutFields(words),
    groups: groupsOf(rubric, fields),
    facts: (rubric.facts ?? []).map(({ id, label }) => factField(id, label, words)),
    ...(rubric.priorities && { priorities: prioritiesField(rubric, rubric.priorities.atMost, words) }),
    evidence: { name: 'evidence', label: words.evidence.item, fields: evidenceFields(rubric, framework, words) },
  };
};

const FRAMEWORK = /* @__PURE__ */ (() =>
  recordOf('a framework', {
    id: text,
    edition: text,
    elements: listOf(
      'elements',
      recordOf('an element', {
        id: text,
        indicators: listOf('indicators', recordOf('an indicator', { id: text, label: text, statement: text })),
      }),
    ),
  }))();

/** The indicators of the framework, by id. */
const indicatorsOf = (
  { id, framework: judged }: Rubric,
  framework: Framework | undefined,
): ReadonlyMap<string, Indicator> => {
  if (framework === undefined) return new Map();
  expectShape('formModel', 'framework', framework, FRAMEWORK);
  if (judged !== undefined && (judged.id !== framework.id || judged.edition !== framework.edition)) {
    throw new RangeError(
      `formModel: framework is “${framework.id}” ${framework.edition}; the rubric “${id}” judges “${judged.id}” ${judged.edition}`,
    );
  }
  return new Map(framework.elements.flatMap(({ indicators }) => indicators.map((one) => [one.id, one])));
};

const criterionField = (
  rubric: Rubric,
  { id, label, indicator = id, note, notApplicable = 'refused', scale = rubric.scale }: Criterion,
  judged: Indicator | undefined,
  items: number,
  words: FormMessages,
): CriterionField => {
  const levels = scale.levels.map(
    (level): FormChoice => ({
      value: level.id,
      label: level.label,
      ...(level.descriptor !== undefined && { descriptor: level.descriptor }),
    }),
  );
  return {
    criterion: id,
    indicator,
    label,
    ...(judged && { statement: judged.statement }),
    ...(note !== undefined && { note }),
    name: `ratings.${id}`,
    levels,
    unrated: { value: '', label: words.unrated },
    ...(notApplicable !== 'refused' && {
      notApplicable: {
        value: unlike(levels.map(({ value }) => value)),
        label: words.notApplicable,
        reason: { name: `reasons.${id}`, label: words.whyNotApplicable, kind: 'text' },
      },
    }),
    noteField: { name: `notes.${id}`, label: words.note, kind: 'long-text' },
    ...(items > 0 && { evidenceAsked: { items, message: words.evidenceAsked(items) } }),
  };
};

/** The value that says *not applicable*: one that no level has. */
const unlike = (levels: readonly string[]): string => {
  let value = 'n/a';
  while (levels.includes(value)) value += '/';
  return value;
};

/** The groups in the rubric's order, each with its criteria in theirs; those of no group come last, where there are groups. */
const groupsOf = ({ groups = [], criteria }: Rubric, fields: readonly CriterionField[]): FormGroup[] => {
  const known = new Map(groups.map(({ id }) => [id, [] as CriterionField[]]));
  const others: CriterionField[] = [];
  criteria.forEach(({ group = '' }, i) => (known.get(group) ?? others).push(at(fields, i)));
  const named = groups.map(({ id, label }) => ({ id, label, criteria: known.get(id) ?? [] }));
  return [...named, { criteria: others }].filter((group) => group.criteria.length > 0);
};

const choicesOf = (labels: Readonly<Record<string, string>>): FormChoice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const aboutFields = ({ about, kinds }: FormMessages): FormField[] => [
  { name: 'setting', label: about.setting, kind: 'text' },
  { name: 'settingName', label: about.settingName, kind: 'text' },
  { name: 'assessor', label: about.assessor, kind: 'text' },
  { name: 'date', label: about.date, kind: 'date' },
  { name: 'kind', label: about.kind, kind: 'choice', choices: choicesOf(kinds) },
];

const factField = (id: string, label: string, { fact }: FormMessages): FactField => ({
  fact: id,
  name: `facts.${id}`,
  label,
  kind: 'choice',
  choices: [
    { value: 'true', label: fact.holds },
    { value: 'false', label: fact.holdsNot },
    { value: '', label: fact.notKnown },
  ],
  reason: { name: `facts-reason.${id}`, label: fact.reason, kind: 'text' },
  by: { name: `facts-by.${id}`, label: fact.by, kind: 'text' },
  date: { name: `facts-date.${id}`, label: fact.date, kind: 'date' },
});

const prioritiesField = (
  { criteria }: Rubric,
  atMost: number,
  words: FormMessages,
): FormModel['priorities'] & object => ({
  name: 'priorities',
  label: words.priorities(atMost),
  kind: 'choices',
  choices: criteria.map(({ id, label }) => ({ value: id, label })),
  atMost,
});

const evidenceFields = (
  { criteria }: Rubric,
  framework: Framework | undefined,
  { evidence, evidenceKinds, voices, permissions }: FormMessages,
): FormField[] => {
  const supported = new Map<string, string>();
  for (const { id, label, indicator = id } of criteria) if (!supported.has(indicator)) supported.set(indicator, label);
  for (const { id, label } of framework?.elements.flatMap(({ indicators }) => indicators) ?? [])
    supported.set(id, label);
  const permission = (name: 'consent' | 'photographs' | 'personalData'): FormField => ({
    name: `permissions.${name}`,
    label: evidence[name],
    kind: 'choice',
    choices: choicesOf(permissions),
  });
  return [
    { name: 'kind', label: evidence.kind, kind: 'choice', choices: choicesOf(evidenceKinds) },
    { name: 'date', label: evidence.date, kind: 'date' },
    { name: 'shows', label: evidence.shows, kind: 'long-text' },
    {
      name: 'supports',
      label: evidence.supports,
      kind: 'choices',
      choices: [...supported].map(([value, label]) => ({ value, label })),
    },
    { name: 'voices', label: evidence.voices, kind: 'choices', choices: choicesOf(voices) },
    { name: 'links', label: evidence.links, kind: 'lines' },
    permission('consent'),
    permission('photographs'),
    permission('personalData'),
  ];
};
