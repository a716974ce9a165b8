import { date, expectOptions, expectShape, listOf, maybe, name, recordOf, wordOf } from '../../common/expect-shape.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import type { Rule } from '../../model/rubrics/rule.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import { criteriaSelector } from '../../model/rubrics/select-criteria.js';
import { type AssessmentKind, KINDS } from './identity.js';
import { NAMES, type Names, writing } from './written-words.js';

/** A setting as a sheet names it. */
export interface TemplateSetting {
  readonly id: string;
  readonly name?: string | undefined;
}

export interface RatingTemplateOptions {
  /** `wide`, where left out: a row a setting. `long`: a row for each criterion of each setting. */
  readonly shape?: 'wide' | 'long' | undefined;
  readonly names?: Names | undefined;
  /** Filled in on every row where given, for the assessor to fill in where not. */
  readonly assessor?: string | undefined;
  readonly date?: string | undefined;
  readonly kind?: AssessmentKind | undefined;
}

/**
 * The blank sheet an officer sends out: the headings of a rubric, and a row for each setting with its cells left blank. What comes back is read
 * by `ratingsFromRows`; read as it is, every criterion is unrated. Beside the criteria it asks for the rubric’s facts, for how many items of evidence there
 * are where a rule counts them, and for priorities where the rubric asks for them.
 *
 * @throws TypeError or RangeError for what is no rubric, settings without ids, and options that do not exist.
 *
 * @example
 * ratingTemplateRows(stemNationLeadership, [{ id: 'hilltop', name: 'Hilltop Primary' }], { kind: 'self-evaluation' })[1]?.slice(0, 5)
 * // => ['hilltop', 'Hilltop Primary', '', '', 'self-evaluation']
 */
export const ratingTemplateRows = (
  rubric: Rubric,
  settings: readonly TemplateSetting[],
  options: RatingTemplateOptions = {},
): string[][] => {
  refuseNoRubric('ratingTemplateRows', 'rubric', rubric);
  expectShape('ratingTemplateRows', 'settings', settings, SETTINGS);
  expectOptions('ratingTemplateRows', options, OPTIONS);
  const { heading, beside, factHeading, field } = writing(rubric, options.names ?? 'label');
  const { assessor = '', date: day = '', kind = '' } = options;
  const identity = ({ id, name: label = '' }: TemplateSetting): string[] => [id, label, assessor, day, kind];
  const headings = ['setting', 'setting name', 'assessor', 'date', 'kind'];
  const counted = countedCriteria(rubric);
  const facts = (rubric.facts ?? []).map(factHeading);
  const asksPriorities = rubric.priorities !== undefined;
  if (options.shape === 'long') {
    const ofCriteria = [
      'level',
      'note',
      ...(counted.size > 0 ? [field('evidence', 'long')] : []),
      ...(asksPriorities ? [field('priority', 'long')] : []),
    ];
    const lines = [...rubric.criteria.map(heading), ...facts].map((name) => [name, ...ofCriteria.map(() => '')]);
    return [
      [...headings, 'criterion', ...ofCriteria],
      ...settings.flatMap((setting) => lines.map((line) => [...identity(setting), ...line])),
    ];
  }
  const columns = [
    ...rubric.criteria.flatMap((criterion) => [
      heading(criterion),
      ...(counted.has(criterion) ? [beside(criterion, 'evidence')] : []),
    ]),
    ...facts,
    ...(asksPriorities ? [field('priorities', 'wide')] : []),
  ];
  return [[...headings, ...columns], ...settings.map((setting) => [...identity(setting), ...columns.map(() => '')])];
};

/** The criteria whose evidence some rule of the rubric counts; of several with one indicator the first. */
const countedCriteria = ({ criteria, outcomes }: Rubric): ReadonlySet<Criterion> => {
  const { select } = criteriaSelector({ criteria });
  const all = criteria.map((_, at) => at);
  const found = new Set<number>();
  const look = (rule: Rule, within: readonly number[]): void => {
    if (rule.kind === 'evidence') for (const at of select(rule.of, within)) found.add(at);
    for (const inner of innerRules(rule)) look(inner.rule, within);
  };
  for (const { rule } of outcomes) look(rule, all);
  const seen = new Set<string>();
  return new Set(
    criteria.filter(({ id, indicator = id }, at) => {
      const isFirst = !seen.has(indicator);
      if (found.has(at)) seen.add(indicator);
      return found.has(at) && isFirst;
    }),
  );
};

const SETTINGS = /* @__PURE__ */ (() =>
  listOf('settings', recordOf('a setting', { id: name, name: maybe(name) }, false)))();
const OPTIONS = /* @__PURE__ */ (() => ({
  shape: maybe(wordOf(['wide', 'long'])),
  names: maybe(wordOf(NAMES)),
  assessor: maybe(name),
  date: maybe(date),
  kind: maybe(wordOf(KINDS)),
}))();
