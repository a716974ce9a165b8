/** An article that treats a topic. */
export interface Reading {
  readonly url: string;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  /** Of what the topic’s key words weigh together, rare words weighing more, the share that the article holds: from 0 to 1. */
  readonly share: number;
  /** The key words it holds, those that tell most first. */
  readonly terms: readonly string[];
  /** Why, as a sentence. */
  readonly message: string;
}
