/** Where a record's facts were read, and when. The record paraphrases; the source's own sentences stay with the source. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day it was read, `YYYY-MM-DD`. */
  readonly read: string;
  readonly licence?: string | undefined;
  /** What this source is the source of, and how far it could be read. */
  readonly note?: string | undefined;
}

/** Who wrote or chose something: the publisher, or this project by editorial judgement. */
export type Origin = 'published' | 'project';
