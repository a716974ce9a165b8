/** A named recommendation drawn from an article. */
export interface Strategy {
  readonly name: string;
  /** What the article says of it, as Markdown without the name. May be empty where the name stands alone. */
  readonly description: string;
  /** Its place among the strategies of its article, from 1, across all lists of the article. */
  readonly position: number;
}
