import type { Source } from '../shared/source.js';

/** One judgement of a scale. */
export interface Level {
  readonly id: string;
  readonly label: string;
  /** What the level is worth in a score: a whole number from 0 that never falls as levels rise. */
  readonly points?: number | undefined;
  /** What the level looks like in practice. */
  readonly descriptor?: string | undefined;
  /** Other words the same level goes by elsewhere. */
  readonly alsoCalled?: readonly string[] | undefined;
}

/** Ordered judgements, lowest first. Either every level has points or none has. */
export interface Scale {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly Level[];
  readonly sources?: readonly Source[] | undefined;
  readonly note?: string | undefined;
}

/** A scale whose level ids are literal types. */
export interface ScaleOf<Id extends string> extends Scale {
  readonly levels: readonly (Level & { readonly id: Id })[];
}
