import type { Strength } from './crosswalk.js';

/** A strategy that strengthens a weak indicator, with how far and why. */
export interface SuggestedStrategy<S extends string = string> {
  readonly strategy: S;
  readonly label: string;
  readonly strength: Exclude<Strength, 'none'>;
  readonly reason: string;
}

/** A weak indicator and what strengthens it, main levers first. */
export interface Suggestion<S extends string = string, I extends string = string> {
  readonly indicator: I;
  readonly label: string;
  /** The level it was rated; absent where assessors differ. */
  readonly level?: string | undefined;
  /** How far up its scale it stands, from 0 to 1, counted in levels. */
  readonly height: number;
  readonly strategies: readonly SuggestedStrategy<S>[];
  /** False where no strategy of the crosswalk is a main lever for this indicator: look beyond the list. */
  readonly hasMainLever: boolean;
}
