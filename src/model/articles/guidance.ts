import type { Sector } from '../shared/sector.js';

/** One list of indicator statements and the sectors it is written for. */
export interface GuidanceList {
  /** The heading as the page words it. */
  readonly heading: string;
  /** The sectors the heading names; empty where the heading names none that are known. */
  readonly sectors: readonly Sector[];
  readonly indicators: readonly string[];
}

/** An element of an award as its guidance page describes it: a draft that a person turns into a framework record. */
export interface Guidance {
  readonly title: string;
  readonly audience: string;
  readonly lists: readonly GuidanceList[];
  readonly hints: readonly string[];
  readonly practiceExamples: readonly string[];
  readonly resourceCategories: readonly string[];
}
