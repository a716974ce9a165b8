import { at } from '../../common/at.js';
import type { Criterion, Fact, Rubric } from '../../model/rubrics/rubric.js';
import { headingKey } from './fields.js';
import { trimmed } from './word-key.js';

/** What a name means: one thing, several that it cannot tell apart, or nothing. */
export type Found<T> = T | readonly T[] | undefined;

/** The criteria and the facts that a heading or a cell names, by id, label or another word. */
export interface SheetNames {
  readonly criterion: (name: string) => Found<Criterion>;
  readonly fact: (name: string) => Found<Fact>;
  /** All names of criteria, and of facts, for the nearest of them to be offered. */
  readonly criteria: readonly string[];
  readonly facts: readonly string[];
}

const NUMBER_BEFORE = /^q?\d{1,3}(?:\.\d{1,3}){0,2}\s{0,3}(?:[.):\u2013-]\s{0,3}|\s)/iu;
const LONGEST = 1_000;

interface Named {
  readonly id: string;
  readonly label: string;
  readonly alsoCalled?: readonly string[] | undefined;
}

export const sheetNames = ({ criteria, facts = [] }: Rubric): SheetNames => ({
  // Written where neither its label nor its id would be read as the criterion.
  criterion: finder(criteria, /^criterion\s*:\s*/iu, /^fact\s*:/iu),
  fact: finder(facts, /^fact\s*:\s*/iu, /^criterion\s*:/iu),
  criteria: namesOf(criteria),
  facts: namesOf(facts),
});

/** Whether one thing was found, not several. */
export const isOne = <T extends Named>(found: Found<T>): found is T => found !== undefined && 'id' in found;

const namesOf = (list: readonly Named[]): readonly string[] =>
  list.flatMap(({ id, label, alsoCalled = [] }) => [...new Set([label, id, ...alsoCalled])]);

const finder = <T extends Named>(list: readonly T[], prefix: RegExp, other: RegExp): ((name: string) => Found<T>) => {
  const exact = new Map<string, T | undefined>();
  const byKey = new Map<string, T[]>();
  const byId = new Map(list.map((one) => [one.id, one]));
  for (const one of list) {
    exact.set(one.label, exact.has(one.label) ? undefined : one);
    for (const name of [one.id, one.label, ...(one.alsoCalled ?? [])]) {
      const key = headingKey(name);
      const same = byKey.get(key);
      if (key === '') continue;
      if (same === undefined) byKey.set(key, [one]);
      else if (!same.includes(one)) same.push(one);
    }
  }
  return (given) => {
    const name = trimmed(given).replace(prefix, '');
    const one = byId.get(name) ?? exact.get(name);
    if (one !== undefined || name === '' || name.length > LONGEST || other.test(name)) return one;
    // *1. Shared vision*, *Q2) Use of data*: forms number their columns.
    const same = byKey.get(headingKey(name)) ?? byKey.get(headingKey(name.replace(NUMBER_BEFORE, '')));
    return same?.length === 1 ? at(same, 0) : same;
  };
};
