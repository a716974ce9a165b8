import {
  expectOptions,
  expectShape,
  listOf,
  maybe,
  name,
  recordOf,
  valuesOf,
  wordOf,
} from '../../common/expect-shape.js';
import type { Shape } from '../../common/expect-shape.js';
import { unknownName } from '../../common/nearest-name.js';
import { own } from '../../common/own.js';
import type { Assessment } from '../../model/rubrics/assessment.js';
import type { Rating } from '../../model/rubrics/rating.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { NAMES, type Names, type Writing, writing } from './written-words.js';

export interface ToRatingRowsOptions {
  /** `wide`, where left out: a row an assessment, a column a criterion. `long`: a row a rating. */
  readonly shape?: 'wide' | 'long' | undefined;
  /** Whether criteria and levels are written by their labels, where left out, or by their ids. */
  readonly names?: Names | undefined;
}

/**
 * Assessments of one rubric as a sheet of ratings, which `ratingsFromRows` reads back as they were: kind, setting and its name, assessor,
 * date and every rating, with its note. Facts, evidence and priorities have no place in the sheet. A level with an empty note comes back as the level.
 *
 * @throws TypeError or RangeError for what is no rubric, for an assessment that is none or names a criterion that there is not, and for options that do not exist.
 *
 * @example
 * const { id, version } = stemNationLeadership;
 * const assessment: Assessment = {
 *   rubric: { id, version }, kind: 'peer', setting: 'hilltop', assessor: 'B. Visitor', date: '2026-03-02',
 *   ratings: { 'shared-vision': { level: 'met', note: 'seen in class' } },
 * };
 * toRatingRows(stemNationLeadership, [assessment], { shape: 'long', names: 'id' })[1]
 * // => ['hilltop', 'B. Visitor', '2026-03-02', 'peer', 'shared-vision', 'met', 'seen in class']
 */
export const toRatingRows = (
  rubric: Rubric,
  assessments: readonly Assessment[],
  options: ToRatingRowsOptions = {},
): string[][] => {
  refuseNoRubric('toRatingRows', 'rubric', rubric);
  expectShape('toRatingRows', 'assessments', assessments, ASSESSMENTS);
  expectOptions('toRatingRows', options, OPTIONS);
  const words = writing(rubric, options.names ?? 'label');
  for (const [at, { ratings }] of assessments.entries()) {
    const ids = new Set(rubric.criteria.map(({ id }) => id));
    const stranger = Object.keys(ratings).find((id) => !ids.has(id));
    if (stranger !== undefined) {
      throw new RangeError(`toRatingRows: assessments[${at}].ratings: ${unknownName('criterion', stranger, [...ids])}`);
    }
  }
  const hasNames = assessments.some(({ settingName }) => settingName !== undefined);
  const identity = (of: Assessment): string[] => [
    of.setting,
    ...(hasNames ? [of.settingName ?? ''] : []),
    of.assessor,
    of.date,
    of.kind,
  ];
  const headings = ['setting', ...(hasNames ? ['setting name'] : []), 'assessor', 'date', 'kind'];
  return options.shape === 'long'
    ? [
        [...headings, 'criterion', 'level', 'note'],
        ...assessments.flatMap((of) => longRows(rubric, of, identity(of), words)),
      ]
    : wideRows(rubric, assessments, headings, identity, words);
};

const longRows = (rubric: Rubric, { ratings }: Assessment, identity: readonly string[], words: Writing): string[][] => {
  const rows = rubric.criteria.flatMap((criterion) => {
    const rating = own(ratings, criterion.id);
    if (rating === undefined) return [];
    const { cell, note } = words.written(criterion, rating);
    return [[...identity, words.heading(criterion), cell, note]];
  });
  // An assessment without any rating is a row as well, so that it is not lost.
  return rows.length > 0 ? rows : [[...identity, '', '', '']];
};

const wideRows = (
  rubric: Rubric,
  assessments: readonly Assessment[],
  headings: readonly string[],
  identity: (of: Assessment) => string[],
  words: Writing,
): string[][] => {
  const noted = new Set<string>();
  for (const { ratings } of assessments)
    for (const [id, rating] of Object.entries(ratings)) if (hasNote(rating)) noted.add(id);
  const columns = rubric.criteria.flatMap((criterion) => {
    const heading = words.heading(criterion);
    return noted.has(criterion.id) ? [heading, 'note'] : [heading];
  });
  const rows = assessments.map((of) => [
    ...identity(of),
    ...rubric.criteria.flatMap((criterion) => {
      const rating = own(of.ratings, criterion.id);
      const { cell, note } = rating === undefined ? { cell: '', note: '' } : words.written(criterion, rating);
      return noted.has(criterion.id) ? [cell, note] : [cell];
    }),
  ]);
  return [[...headings, ...columns], ...rows];
};

const hasNote = (rating: Rating | undefined): boolean =>
  typeof rating === 'object' && 'note' in rating && rating.note !== undefined && rating.note !== '';

const RATING: Shape = (value) => {
  const isRating =
    value === undefined ||
    typeof value === 'string' ||
    (typeof value === 'object' &&
      value !== null &&
      (typeof (value as Record<string, unknown>)['level'] === 'string' ||
        typeof (value as Record<string, unknown>)['notApplicable'] === 'string' ||
        Array.isArray((value as Record<string, unknown>)['levels'])));
  if (isRating) return undefined;
  return {
    at: '',
    says: 'is no rating; it is a level, { level, note }, { levels } or { notApplicable }',
    wrongKind: true,
  };
};

const ASSESSMENTS = /* @__PURE__ */ (() =>
  listOf(
    'assessments',
    recordOf('an assessment', {
      setting: name,
      settingName: maybe(name),
      assessor: name,
      date: name,
      kind: name,
      ratings: valuesOf('an object of ratings', RATING),
    }),
  ))();
const OPTIONS = /* @__PURE__ */ (() => ({ shape: maybe(wordOf(['wide', 'long'])), names: maybe(wordOf(NAMES)) }))();
