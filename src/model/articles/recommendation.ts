import type { RelatedLink } from './related-link.js';

/**
 * What speaks for an article: `walk-links` the articles near this one link to it; `walk` a random walk from here arrives there;
 * `text-links` articles that read like this one link to it; `text` it reads like this one.
 */
export type Signal = 'walk-links' | 'walk' | 'text-links' | 'text';

/** One thing that speaks for a recommended article. */
export interface RecommendationReason {
  readonly signal: Signal;
  /** Its place by this signal alone, from 1. */
  readonly place: number;
  /**
   * Urls of articles that connect the two, those that count most first; at most three, each of another id. For `walk` they are those on
   * a shortest way along the links, in its order; none where one of the two links to the other.
   */
  readonly articles: readonly string[];
  /** Key terms that both hold, for the signal `text`; at most five, numbers and filling words left out. */
  readonly terms: readonly string[];
  /** The same as a sentence. */
  readonly message: string;
}

/** An article that another one should link to. */
export interface Recommendation {
  readonly url: string;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  /** The sum of weight / (60 + place) over the signals. To compare within one list, not across lists. */
  readonly score: number;
  /** Those that add most first. */
  readonly reasons: readonly RecommendationReason[];
}

/** What one article should link to, in the form of a related list. */
export interface RecommendedList {
  readonly url: string;
  /** Slots count from 1. Shorter than `limit` where no more was found. */
  readonly related: readonly RelatedLink[];
}
