import type { Rubric } from './rubric.js';

/** Something a rubric must not say: where, and what. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The level ids of one criterion of a rubric, lowest first. */
export const levelIds = (rubric: Rubric, at: number): readonly string[] =>
  (rubric.criteria[at]?.scale ?? rubric.scale).levels.map((level) => level.id);
