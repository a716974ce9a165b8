import { isIt, unknownName } from '../../common/nearest-name.js';
import type { Rubric } from '../rubrics/rubric.js';

/** Something a rubric must not say: where, and what. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The level ids of one criterion of a rubric, lowest first. */
export const levelIds = (rubric: Rubric, at: number): readonly string[] =>
  (rubric.criteria[at]?.scale ?? rubric.scale).levels.map((level) => level.id);

/** So many unknown names are told the nearest right one. Of input with more the rest is told plainly, since comparing takes time. */
const MOST_HINTS = 100;

/** Counts how many names were compared with what there is. */
export interface Hints {
  given: number;
}

/** What follows an unknown name, for as long as there are hints left. */
export const hintFor = (hints: Hints, name: string, names: readonly string[]): string =>
  hints.given++ < MOST_HINTS ? isIt(name, names) : '';

/** *there is no group “a”; is it “b”?*, likewise. */
export const hinted = (hints: Hints, what: string, name: string, names: readonly string[]): string =>
  unknownName(what, name, hints.given++ < MOST_HINTS ? names : []);
