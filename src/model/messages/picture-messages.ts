import type { ElementState } from '../progress/award-progress.js';
import type { Finding, Unscored } from '../rubrics/evaluation.js';
import type { NeighbourLayer } from '../articles/neighbourhood.js';
import type { Strength } from '../articles/crosswalk.js';

/** The words of pictures: what stands in them beside labels and numbers, and the sentences that tell what they show. */
export interface PictureMessages {
  /** A sentence that says one thing of another: *Shared vision: Met.* */
  readonly says: (name: string, said: string) => string;
  /** Several things said together: *2025-03-10, 2026-06-02*. */
  readonly list: (items: readonly string[]) => string;
  /** Sentences, or parts of one, that stand on one line. */
  readonly joined: (parts: readonly string[]) => string;
  readonly notApplicable: string;
  readonly unrated: string;
  /** Assessors differ: the lowest level given and the highest. */
  readonly contested: (least: string, greatest: string) => string;
  readonly verdicts: Readonly<Record<Finding['verdict'], string>>;
  readonly notForPublication: string;
  /** Above the numbers that stand for long names, and the names. */
  readonly key: string;
  readonly score: {
    readonly title: (rubric: string) => string;
    /** The score of what is rated; `outOf` where it is points or a count. */
    readonly value: (value: string, outOf: string | undefined, complete: boolean) => string;
    /** What the score can be when all is rated. */
    readonly open: (least: string, greatest: string, outOf: string | undefined) => string;
    readonly coverage: (share: string) => string;
    readonly band: (label: string, from: string, below: string | undefined) => string;
    /** The band that the score lies in. */
    readonly here: (label: string) => string;
    readonly unscored: Readonly<Record<Unscored, string>>;
  };
  readonly profile: { readonly title: (rubric: string) => string };
  readonly heatMap: {
    readonly title: (rubric: string, settings: number) => string;
    readonly titleOfSettings: (rubric: string, on: string) => string;
    readonly tooFew: string;
    /** In place of a table of which nothing may be shown. */
    readonly withheld: string;
    readonly hidden: string;
    /** What the sign of a hidden count means. */
    readonly hiddenKey: (sign: string) => string;
    /** The heading of a column of contested ratings. */
    readonly contested: string;
    readonly count: (level: string, settings: string) => string;
  };
  readonly progress: {
    readonly title: (rubric: string) => string;
    readonly window: (from: string, last: string) => string;
    readonly met: (outcomes: readonly string[]) => string;
    readonly noneMet: string;
  };
  readonly timeLine: {
    readonly title: (on: string) => string;
    readonly window: (from: string, last: string, elements: number) => string;
    readonly on: (date: string) => string;
    readonly states: Readonly<Record<ElementState['state'], string>>;
  };
  readonly neighbourhood: {
    readonly title: (article: string) => string;
    readonly layers: Readonly<Record<NeighbourLayer, string>>;
    readonly link: (from: string, to: string, bothWays: boolean) => string;
    /** So many articles that are near too are not drawn. */
    readonly left: (articles: number) => string;
  };
  readonly crosswalk: {
    readonly title: (crosswalk: string) => string;
    readonly strengths: Readonly<Record<Strength, string>>;
  };
  readonly rule: { readonly title: (outcome: string, verdict: string) => string };
}
