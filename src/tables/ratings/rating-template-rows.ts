import { date, expectOptions, expectShape, listOf, maybe, name, recordOf, wordOf } from '../../common/expect-shape.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
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
 * by `ratingsFromRows`; read as it is, every criterion is unrated.
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
  const { heading } = writing(rubric, options.names ?? 'label');
  const { assessor = '', date: day = '', kind = '' } = options;
  const criteria = rubric.criteria.map(heading);
  const identity = ({ id, name: label = '' }: TemplateSetting): string[] => [id, label, assessor, day, kind];
  const headings = ['setting', 'setting name', 'assessor', 'date', 'kind'];
  return options.shape === 'long'
    ? [
        [...headings, 'criterion', 'level', 'note'],
        ...settings.flatMap((setting) => criteria.map((criterion) => [...identity(setting), criterion, '', ''])),
      ]
    : [[...headings, ...criteria], ...settings.map((setting) => [...identity(setting), ...criteria.map(() => '')])];
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
