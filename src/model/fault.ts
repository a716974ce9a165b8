import { nearest } from './names.js';
import type { Rubric } from './rubric.js';

/** Something a rubric must not say: where, and what. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The level ids of one criterion of a rubric, lowest first. */
export const levelIds = (rubric: Rubric, at: number): readonly string[] =>
  (rubric.criteria[at]?.scale ?? rubric.scale).levels.map((level) => level.id);

export const unknownName = (what: string, name: string, known: readonly string[]): string =>
  `there is no ${what} “${name}”${isIt(name, known)}`;

/** The right name, or where none is near the names there are. */
export const isIt = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known);
  if (near !== undefined) return `; is it “${near}”?`;
  return known.length > 0 && known.length <= 10 ? `; there are ${known.map((one) => `“${one}”`).join(', ')}` : '';
};
