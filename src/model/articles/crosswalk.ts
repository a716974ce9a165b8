import type { Origin, Source } from '../shared/source.js';

/** How far a strategy moves an indicator: a main lever; a help or one half of the statement; no link that the article states. */
export type Strength = 'strong' | 'partial' | 'none';

/** A claim that a strategy strengthens an indicator, with its reason. */
export interface Mapping<S extends string = string, I extends string = string> {
  readonly strategy: S;
  readonly indicator: I;
  readonly strength: Strength;
  readonly reason: string;
}

/** Where one side of a crosswalk comes from. */
export interface CrosswalkSide<Id extends string = string> {
  readonly framework: string;
  readonly edition: string;
  readonly element: string;
  readonly items: readonly { readonly id: Id; readonly label: string }[];
}

/** Claims about how the strategies of one list strengthen the indicators of one element. */
export interface Crosswalk<S extends string = string, I extends string = string> {
  readonly id: string;
  readonly version: string;
  readonly label: string;
  readonly strategies: CrosswalkSide<S>;
  readonly indicators: CrosswalkSide<I>;
  /** Whose judgement the mappings are. */
  readonly origin: Origin;
  readonly mappings: readonly Mapping<S, I>[];
  readonly sources: readonly Source[];
  readonly note?: string | undefined;
}
