import { isIt, MOST_HINTS, unknownName } from '../../common/nearest-name.js';

/** Something a rubric must not say: where, and what. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

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
