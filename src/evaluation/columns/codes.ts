/** The code of a criterion that does not apply, in a column of level codes. Said only where the rubric allows it. */
export const NOT_APPLICABLE = 254;

/** The code of a criterion that is not rated, or of a fact that is not yet known. */
export const UNRATED = 255;

/** The code of a row whose score lies in no band. */
export const NO_BAND = 255;

/** What codes leave room for: levels of one scale, and bands. */
export const MOST_LEVELS = 250;
export const MOST_BANDS = 255;

/** What the codes of a verdict column stand for, by position. */
export const verdictNames = ['not-yet-met', 'undecided', 'met'] as const;

/**
 * What the codes of a state column stand for, by position: `scored` has a value; `interval-only` is a sum or a count that
 * waits for ratings or facts, so that only its interval is known; the others are the reasons for having no score.
 */
export const stateNames = ['scored', 'interval-only', 'nothing-rated', 'nothing-applicable', 'profile-only'] as const;

export type ScoreState = (typeof stateNames)[number];

/** The same codes by name, for the loops. */
export const SCORED = 0;
export const INTERVAL_ONLY = 1;
export const NOTHING_RATED = 2;
export const NOTHING_APPLICABLE = 3;
export const PROFILE_ONLY = 4;

export const NOT_YET = 0;
export const UNDECIDED = 1;
export const MET = 2;
/** A rule that looks at nothing applicable and leaves its parent: never seen outside. */
export const ABSENT = 3;
