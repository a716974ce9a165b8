/** What a rule says: true in every way of filling in what is open, false in every one, or not decided yet. */
export type Verdict = 'met' | 'not-yet-met' | 'undecided';

export const VERDICTS = ['met', 'not-yet-met', 'undecided'] as const satisfies readonly Verdict[];
