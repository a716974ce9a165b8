/** An article naming another one: a numbered entry of its related list, as the editor wrote it. */
export interface RelatedLink {
  /** The number in `related_articleN`, from 1. Kept because gaps in the numbering are an editor's slip worth showing. */
  readonly slot: number;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  readonly url: string;
}

/** The same bound as the builder of a graph has: slots are kept in 32 bits. */
export const GREATEST_SLOT = 0x7fffffff;
