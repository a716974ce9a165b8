import { dayNumberIn } from '../../common/calendar-date.js';
import { isIt, MOST_HINTS, nearestName, unknownName } from '../../common/nearest-name.js';
import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Fault } from '../shared/fault.js';
import type { Criterion, Rubric } from './rubric.js';

/** Says what is wrong with one answer of an assessment, under its criterion or fact. */
export type Faults = (name: string, answer: unknown) => readonly Fault[];

const RATING =
  'a rating is a level id, { level, note }, { levels } of several assessors, or { notApplicable: “the reason” }';

const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

/** What else an answer says besides what an answer of its kind can say. */
const unknownKeys = (record: Readonly<Record<string, unknown>>, known: readonly string[]): string[] =>
  Object.keys(record).filter((key) => !known.includes(key));

/** Finds what is wrong with a name among the right ones, as long as there were few wrong ones before. */
class Hints {
  #told = 0;

  /** The first where a hint may still be looked for, else the second. */
  pick(hinted: () => string, plain: string): string {
    return this.#told++ < MOST_HINTS ? hinted() : plain;
  }
}

/**
 * What is wrong with ratings by a rubric: unknown criteria and levels, a refused not-applicable, one without a reason, an empty field of a
 * form, and whatever is no rating at all. Made once for an assessment, since it looks the rubric's names up.
 */
export const ratingFaultsOf = (rubric: Rubric): Faults => {
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  const hints = new Hints();
  return (id, rating) => {
    const criterion = criteria.get(id);
    if (criterion !== undefined) return new RatingFaults(rubric, criterion, hints).of(rating);
    const message = hints.pick(
      () => unknownName('criterion', id, [...criteria.keys()]),
      unknownName('criterion', id, []),
    );
    return [{ path: [id], message }];
  };
};

/** What is wrong with the rating of one criterion. */
class RatingFaults {
  readonly #id: string;
  readonly #levels: readonly string[];
  readonly #isRefused: boolean;
  readonly #hints: Hints;

  constructor(rubric: Rubric, criterion: Criterion, hints: Hints) {
    this.#id = criterion.id;
    this.#levels = (criterion.scale ?? rubric.scale).levels.map(({ id }) => id);
    this.#isRefused = (criterion.notApplicable ?? 'refused') === 'refused';
    this.#hints = hints;
  }

  of(rating: unknown): readonly Fault[] {
    const id = this.#id;
    if (isBlank(rating))
      return [this.#fault(`“${id}” is ${shownValue(rating)}; leave a criterion out while it is not rated yet`)];
    if (typeof rating === 'string') return this.#level(rating);
    if (!isRecord(rating)) return [this.#fault(`“${id}” is ${shownValue(rating)}; ${RATING}`)];
    if (Object.hasOwn(rating, 'notApplicable')) return this.#notApplicable(rating);
    if (Object.hasOwn(rating, 'levels')) return this.#several(rating);
    return this.#settled(rating);
  }

  #fault(message: string, ...path: readonly (string | number)[]): Fault {
    return { path: [this.#id, ...path], message };
  }

  #level(level: unknown, ...path: readonly (string | number)[]): readonly Fault[] {
    const id = this.#id;
    if (typeof level === 'string' && this.#levels.includes(level)) return [];
    if (isBlank(level))
      return [this.#fault(`a level of “${id}” is ${shownValue(level)}; leave it out while it is not given`, ...path)];
    if (typeof level !== 'string')
      return [this.#fault(`a level of “${id}” is ${shownValue(level)}; it is the id of a level`, ...path)];
    const plain = `“${id}” has no level ${shownValue(level)}`;
    const message = this.#hints.pick(() => `${plain}${isIt(level, this.#levels)}`, plain);
    return [this.#fault(message, ...path)];
  }

  #notApplicable(rating: Readonly<Record<string, unknown>>): readonly Fault[] {
    const id = this.#id;
    if (this.#isRefused) {
      const message = `the rubric does not allow not-applicable for “${id}”; rate it, or leave it out while it is unrated`;
      return [this.#fault(message)];
    }
    const { notApplicable } = rating;
    if (typeof notApplicable !== 'string' || isBlank(notApplicable))
      return [this.#fault(`“${id}” is not applicable without a reason; say why`, 'notApplicable')];
    return this.#beside(rating, 'notApplicable');
  }

  /** The levels of assessors who have not settled. */
  #several(rating: Readonly<Record<string, unknown>>): readonly Fault[] {
    const id = this.#id;
    const { levels } = rating;
    if (!Array.isArray(levels) || levels.length === 0)
      return [this.#fault(`“${id}” has no levels; give those of the assessors, or leave it out`, 'levels')];
    if (levels.length > 1000)
      return [this.#fault(`“${id}” has ${levels.length} levels; at most 1000 are read`, 'levels')];
    return [...levels.flatMap((one: unknown, at) => this.#level(one, 'levels', at)), ...this.#beside(rating, 'levels')];
  }

  #settled(rating: Readonly<Record<string, unknown>>): readonly Fault[] {
    const id = this.#id;
    const { level, note } = rating;
    if (level === undefined)
      return [this.#fault(`“${id}” needs a level, { level, note }, { levels } or { notApplicable }`)];
    const faults = [...this.#level(level, 'level'), ...this.#beside(rating, 'level', 'note')];
    if (note === undefined || (typeof note === 'string' && note !== '')) return faults;
    const message = `the note of “${id}” is ${shownValue(note)}; leave it out where there is none`;
    return [...faults, this.#fault(message, 'note')];
  }

  /** What a rating says besides what one of its kind can say. */
  #beside(rating: Readonly<Record<string, unknown>>, ...known: readonly string[]): readonly Fault[] {
    return unknownKeys(rating, known).map((key) => {
      const near = nearestName(key, known);
      const help = near === undefined ? `beside ${known[0]} there may be ${known[1] ?? 'nothing'}` : `is it “${near}”?`;
      return this.#fault(`the rating of “${this.#id}” says ${shownValue(key)}; ${help}`);
    });
  }
}

/** The same for the facts of an assessment. */
export const factFaultsOf = (rubric: Rubric): Faults => {
  const facts = (rubric.facts ?? []).map(({ id }) => id);
  const known = new Set(facts);
  const hints = new Hints();
  return (id, said) => {
    const fault = (message: string, ...path: string[]): Fault => ({ path: [id, ...path], message });
    if (!known.has(id)) {
      const plain = `the rubric “${rubric.id}” has no fact ${shownValue(id)}`;
      return [fault(hints.pick(() => `${plain}${isIt(id, facts)}`, plain))];
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
