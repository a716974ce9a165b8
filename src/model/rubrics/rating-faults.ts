import { dayNumberIn } from '../../common/calendar-date.js';
import { isIt, nearestName, unknownName } from '../../common/nearest-name.js';
import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Fault } from '../shared/fault.js';
import type { Rubric } from './rubric.js';

/** Says what is wrong with one answer of an assessment, under its criterion or fact. */
export type Faults = (name: string, answer: unknown) => readonly Fault[];

/** Right names are looked for so many times; an assessment with more wrong ones than this is not mistyped. */
const MOST_HINTS = 100;

const RATING =
  'a rating is a level id, { level, note }, { levels } of several assessors, or { notApplicable: “the reason” }';

const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

/** What else an answer says besides what an answer of its kind can say. */
const unknownKeys = (record: Readonly<Record<string, unknown>>, known: readonly string[]): string[] =>
  Object.keys(record).filter((key) => !known.includes(key));

/**
 * What is wrong with ratings by a rubric: unknown criteria and levels, a refused not-applicable, one without a reason, an empty field of a
 * form, and whatever is no rating at all. Made once for an assessment, since it looks the rubric's names up.
 */
export const ratingFaultsOf = (rubric: Rubric): Faults => {
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  let hints = 0;
  const hinted = (hint: () => string, plain: string): string => (hints++ < MOST_HINTS ? hint() : plain);
  return (id, rating) => {
    const criterion = criteria.get(id);
    if (criterion === undefined) {
      const message = hinted(
        () => unknownName('criterion', id, [...criteria.keys()]),
        unknownName('criterion', id, []),
      );
      return [{ path: [id], message }];
    }
    const fault = (message: string, ...path: (string | number)[]): Fault => ({ path: [id, ...path], message });
    const levelFaults = (level: unknown, ...path: (string | number)[]): Fault[] => {
      const levels = (criterion.scale ?? rubric.scale).levels.map((one) => one.id);
      if (typeof level === 'string' && levels.includes(level)) return [];
      if (isBlank(level)) {
        return [fault(`a level of “${id}” is ${shownValue(level)}; leave it out while it is not given`, ...path)];
      }
      if (typeof level !== 'string') {
        return [fault(`a level of “${id}” is ${shownValue(level)}; it is the id of a level`, ...path)];
      }
      const plain = `“${id}” has no level ${shownValue(level)}`;
      return [
        fault(
          hinted(() => `${plain}${isIt(level, levels)}`, plain),
          ...path,
        ),
      ];
    };
    if (isBlank(rating)) {
      return [fault(`“${id}” is ${shownValue(rating)}; leave a criterion out while it is not rated yet`)];
    }
    if (typeof rating === 'string') return levelFaults(rating);
    if (!isRecord(rating)) return [fault(`“${id}” is ${shownValue(rating)}; ${RATING}`)];
    const { level, levels, note, notApplicable } = rating;
    const beside = (...known: readonly string[]): Fault[] =>
      unknownKeys(rating, known).map((key) => {
        const near = nearestName(key, known);
        const help =
          near === undefined ? `beside ${known[0]} there may be ${known[1] ?? 'nothing'}` : `is it “${near}”?`;
        return fault(`the rating of “${id}” says ${shownValue(key)}; ${help}`);
      });
    if (Object.hasOwn(rating, 'notApplicable')) {
      if ((criterion.notApplicable ?? 'refused') === 'refused') {
        const message = `the rubric does not allow not-applicable for “${id}”; rate it, or leave it out while it is unrated`;
        return [fault(message)];
      }
      if (typeof notApplicable !== 'string' || isBlank(notApplicable)) {
        return [fault(`“${id}” is not applicable without a reason; say why`, 'notApplicable')];
      }
      return beside('notApplicable');
    }
    if (Object.hasOwn(rating, 'levels')) {
      if (!Array.isArray(levels) || levels.length === 0) {
        return [fault(`“${id}” has no levels; give those of the assessors, or leave it out`, 'levels')];
      }
      if (levels.length > 1000) return [fault(`“${id}” has ${levels.length} levels; at most 1000 are read`, 'levels')];
      return [...levels.flatMap((one: unknown, at) => levelFaults(one, 'levels', at)), ...beside('levels')];
    }
    if (level === undefined) return [fault(`“${id}” needs a level, { level, note }, { levels } or { notApplicable }`)];
    const faults = [...levelFaults(level, 'level'), ...beside('level', 'note')];
    if (note === undefined || (typeof note === 'string' && note !== '')) return faults;
    return [...faults, fault(`the note of “${id}” is ${shownValue(note)}; leave it out where there is none`, 'note')];
  };
};

/** The same for the facts of an assessment. */
export const factFaultsOf = (rubric: Rubric): Faults => {
  const facts = (rubric.facts ?? []).map(({ id }) => id);
  const known = new Set(facts);
  let hints = 0;
  return (id, said) => {
    const fault = (message: string, ...path: string[]): Fault => ({ path: [id, ...path], message });
    if (!known.has(id)) {
      const plain = `the rubric “${rubric.id}” has no fact ${shownValue(id)}`;
      return [fault(hints++ < MOST_HINTS ? `${plain}${isIt(id, facts)}` : plain)];
    }
    if (typeof said === 'boolean') return [];
    const right = `the fact “${id}” is true, false or { holds, reason }; leave it out while it is not known`;
    if (!isRecord(said) || typeof said['holds'] !== 'boolean') return [fault(`${right}; it is ${shownValue(said)}`)];
    const { reason, by, date } = said;
    const faults = unknownKeys(said, ['holds', 'reason', 'by', 'date']).map((key) =>
      fault(`the fact “${id}” says ${shownValue(key)}; beside holds there may be reason, by and date`),
    );
    if (typeof reason !== 'string' || reason === '') {
      faults.push(
        fault(`the fact “${id}” holds or not without a reason; say why, or give true or false alone`, 'reason'),
      );
    }
    if (by !== undefined && (typeof by !== 'string' || by === '')) {
      faults.push(fault(`by is ${shownValue(by)}; it is the name of who said so, or left out`, 'by'));
    }
    if (date !== undefined && (typeof date !== 'string' || dayNumberIn(date) === undefined)) {
      faults.push(fault(`date is ${shownValue(date)}; it is a calendar date, such as 2026-03-02`, 'date'));
    }
    return faults;
  };
};
