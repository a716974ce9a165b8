/** A criterion that was looked at and does not apply here, with the reason. */
export interface NotApplicable {
  readonly notApplicable: string;
}

/** A level with what the assessor wrote beside it. */
export interface NotedLevel<Level extends string = string> {
  readonly level: Level;
  readonly note?: string | undefined;
}

/** The levels several assessors gave one criterion, where they have not settled on one. */
export interface ContestedLevels<Level extends string = string> {
  readonly levels: readonly Level[];
}

/** A level, plain or with a note, or the levels of several assessors. */
export type Rated<Level extends string = string> = Level | NotedLevel<Level> | ContestedLevels<Level>;

/** What is known of one criterion: a level, plain or with a note; several assessors' levels; or not applicable. Left out means unrated. */
export type Rating<Level extends string = string> = Rated<Level> | NotApplicable;
