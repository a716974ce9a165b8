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
import { isRecord } from '../../common/refuse.js';
import type { Attestation } from '../../model/awards/attestation.js';
import { evidenceCounts } from '../../model/awards/evidence-counts.js';
import type { Assessment } from '../../model/rubrics/assessment.js';
import type { Rating } from '../../model/rubrics/rating.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import { NAMES, type Names, type Writing, writing } from './written-words.js';

export interface ToRatingRowsOptions {
  /** `wide`, where left out: a row an assessment, a column a criterion. `long`: a row a rating. */
  readonly shape?: 'wide' | 'long' | undefined;
  /** Whether criteria and levels are written by their labels, where left out, or by their ids. */
  readonly names?: Names | undefined;
}

/**
 * Assessments of one rubric as a sheet of ratings, which `ratingsFromRows` reads back as they were: kind, setting and its name, assessor,
 * date, every rating with its note, facts with their reasons, and priorities. Of evidence a sheet has only how many items there are for each
 * indicator that is a criterion’s: what comes back is evaluated the same, and each item stands for one counted. A level with an empty note comes back as the level,
 * an empty list as none.
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
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  const facts = new Map((rubric.facts ?? []).map((fact) => [fact.id, fact]));
  for (const [at, of] of assessments.entries()) {
    const refuse = (
      what: string,
      given: readonly string[],
      known: ReadonlyMap<string, unknown>,
      field: string,
    ): void => {
      const stranger = given.find((id) => !known.has(id));
      if (stranger === undefined) return;
      throw new RangeError(
        `toRatingRows: assessments[${at}].${field}: ${unknownName(what, stranger, [...known.keys()])}`,
      );
    };
    refuse('criterion', Object.keys(of.ratings), criteria, 'ratings');
    refuse('fact', Object.keys(of.facts ?? {}), facts, 'facts');
    refuse('criterion', of.priorities ?? [], criteria, 'priorities');
  }
  const sheet = sheetOf(rubric, assessments);
  const identity = (of: Assessment): string[] => [
    of.setting,
    ...(sheet.hasNames ? [of.settingName ?? ''] : []),
    of.assessor,
    of.date,
    of.kind,
  ];
  const headings = ['setting', ...(sheet.hasNames ? ['setting name'] : []), 'assessor', 'date', 'kind'];
  return options.shape === 'long'
    ? longRows(rubric, assessments, sheet, headings, identity, words)
    : wideRows(rubric, assessments, sheet, headings, identity, words);
};

/** What some of the assessments say, and which columns a sheet of them needs for it. */
interface Sheet {
  readonly hasNames: boolean;
  readonly noted: ReadonlySet<string>;
  /** By criterion: an indicator of several is counted with the first of them. */
  readonly counted: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly told: (fact: string, part: 'reason' | 'by' | 'date') => boolean;
  readonly hasPriorities: boolean;
  /** How many items an assessment has for a criterion, as a cell. */
  readonly items: (of: Assessment, criterion: Criterion) => string;
}

const sheetOf = (rubric: Rubric, assessments: readonly Assessment[]): Sheet => {
  const firstOf = new Map([...rubric.criteria].reverse().map(({ id, indicator = id }) => [indicator, id]));
  const counts = new Map(assessments.map((each) => [each, evidenceCounts(each.evidence ?? [])]));
  const [noted, counted, answered, told] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [assessment, its] of counts) {
    for (const [id, rating] of Object.entries(assessment.ratings)) if (hasNote(rating)) noted.add(id);
    for (const indicator of its.keys()) counted.add(firstOf.get(indicator) ?? '');
    for (const [id, said] of Object.entries(assessment.facts ?? {})) {
      if (said === undefined) continue;
      answered.add(id);
      if (typeof said !== 'boolean') for (const part of Object.keys(said)) told.add(`${id} ${part}`);
    }
  }
  return {
    hasNames: assessments.some(({ settingName }) => settingName !== undefined),
    noted,
    counted,
    answered,
    told: (fact, part) => told.has(`${fact} ${part}`),
    hasPriorities: assessments.some(({ priorities = [] }) => priorities.length > 0),
    items: (of, { id, indicator = id }) => {
      const many = firstOf.get(indicator) === id ? counts.get(of)?.get(indicator) : undefined;
      return many === undefined ? '' : String(many);
    },
  };
};

/** An answer as cells: yes or no, the reason, who said so and when. */
const answered = (said: Attestation | undefined): readonly [answer: string, reason: string, by: string, on: string] => {
  if (said === undefined) return ['', '', '', ''];
  if (typeof said === 'boolean') return [said ? 'yes' : 'no', '', '', ''];
  return [said.holds ? 'yes' : 'no', said.reason, said.by ?? '', said.date ?? ''];
};

const longRows = (
  rubric: Rubric,
  assessments: readonly Assessment[],
  { counted, answered: known, told, hasPriorities, items }: Sheet,
  headings: readonly string[],
  identity: (of: Assessment) => string[],
  words: Writing,
): string[][] => {
  const hasCounts = counted.size > 0;
  const facts = (rubric.facts ?? []).filter(({ id }) => known.has(id));
  const [hasBy, hasDates] = (['by', 'date'] as const).map((part) => facts.some(({ id }) => told(id, part)));
  const cellsOf = (name: string, level: string, note: string, count = '', rank = '', by = '', on = ''): string[] => [
    name,
    level,
    note,
    ...(hasCounts ? [count] : []),
    ...(hasPriorities ? [rank] : []),
    ...(hasBy ? [by] : []),
    ...(hasDates ? [on] : []),
  ];
  const rowsOf = (of: Assessment): string[][] => {
    const ranks = new Map([...new Set(of.priorities)].map((id, at) => [id, String(at + 1)]));
    const rows = rubric.criteria.flatMap((criterion) => {
      const rating = own(of.ratings, criterion.id);
      const [count, rank] = [items(of, criterion), ranks.get(criterion.id) ?? ''];
      if (rating === undefined && count === '' && rank === '') return [];
      const { cell, note } = rating === undefined ? { cell: '', note: '' } : words.written(criterion, rating);
      return [[...identity(of), ...cellsOf(words.heading(criterion), cell, note, count, rank)]];
    });
    for (const fact of facts) {
      const [answer, reason, by, on] = answered(own(of.facts, fact.id));
      if (answer !== '')
        rows.push([...identity(of), ...cellsOf(words.factHeading(fact), answer, reason, '', '', by, on)]);
    }
    // An assessment without anything said is a row as well, so that it is not lost.
    return rows.length > 0 ? rows : [[...identity(of), ...cellsOf('', '', '')]];
  };
  return [
    [
      ...headings,
      ...cellsOf(
        'criterion',
        'level',
        'note',
        ...['evidence', 'priority', 'said by', 'said on'].map((name) => words.field(name, 'long')),
      ),
    ],
    ...assessments.flatMap(rowsOf),
  ];
};

const wideRows = (
  rubric: Rubric,
  assessments: readonly Assessment[],
  { noted, counted, answered: known, told, hasPriorities, items }: Sheet,
  headings: readonly string[],
  identity: (of: Assessment) => string[],
  words: Writing,
): string[][] => {
  const criteria = rubric.criteria.flatMap((criterion) => [
    words.heading(criterion),
    ...(noted.has(criterion.id) ? ['note'] : []),
    ...(counted.has(criterion.id) ? [words.beside(criterion, 'evidence')] : []),
  ]);
  const byId = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  const facts = (rubric.facts ?? []).filter(({ id }) => known.has(id));
  const factHeadings = facts.flatMap((fact) => [
    words.factHeading(fact),
    ...(told(fact.id, 'reason') ? ['reason'] : []),
    ...(told(fact.id, 'by') ? [words.field('said by', 'wide')] : []),
    ...(told(fact.id, 'date') ? [words.field('said on', 'wide')] : []),
  ]);
  const rows = assessments.map((of) => [
    ...identity(of),
    ...rubric.criteria.flatMap((criterion) => {
      const rating = own(of.ratings, criterion.id);
      const { cell, note } = rating === undefined ? { cell: '', note: '' } : words.written(criterion, rating);
      return [
        cell,
        ...(noted.has(criterion.id) ? [note] : []),
        ...(counted.has(criterion.id) ? [items(of, criterion)] : []),
      ];
    }),
    ...facts.flatMap(({ id }) => {
      const [answer, reason, by, on] = answered(own(of.facts, id));
      return [
        answer,
        ...(told(id, 'reason') ? [reason] : []),
        ...(told(id, 'by') ? [by] : []),
        ...(told(id, 'date') ? [on] : []),
      ];
    }),
    ...(hasPriorities ? [words.list([...new Set(of.priorities)].flatMap((id) => byId.get(id) ?? []))] : []),
  ]);
  return [
    [...headings, ...criteria, ...factHeadings, ...(hasPriorities ? [words.field('priorities', 'wide')] : [])],
    ...rows,
  ];
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

const ATTESTATION: Shape = (value) => {
  const isSaid =
    value === undefined ||
    typeof value === 'boolean' ||
    (isRecord(value) && typeof value['holds'] === 'boolean' && typeof value['reason'] === 'string');
  return isSaid ? undefined : { at: '', says: 'is no answer; it is true, false or { holds, reason }', wrongKind: true };
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
      facts: maybe(valuesOf('an object of facts', ATTESTATION)),
      evidence: maybe(listOf('items of evidence', recordOf('an item', { id: name, supports: listOf('ids', name) }))),
      priorities: maybe(listOf('ids of criteria', name)),
    }),
  ))();
const OPTIONS = /* @__PURE__ */ (() => ({ shape: maybe(wordOf(['wide', 'long'])), names: maybe(wordOf(NAMES)) }))();
