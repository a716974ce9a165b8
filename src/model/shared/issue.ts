/**
 * How much an issue weighs: by an `error` the part at its path cannot be used as it is, a `warning` asks for a look, an `info` says what was
 * done. What an error refuses besides, each verb says: a schema the whole value, a sheet one cell, a check nothing.
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * What is wrong with some input: where it is, what it is, what to do about it.
 * In text the path ends in the line as `'line N'` (counted from 1) wherever a single line is at fault.
 */
export interface Issue {
  /** A stable slug that a program may test, such as `merged-bullets`. */
  readonly code: string;
  readonly severity: Severity;
  /** From the outside in: property names, array positions (from 0), and in text a last part `line N`. */
  readonly path: readonly (string | number)[];
  /** What was found, as a plain sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
}

/** What a verb returns that may have no value to give: the value with what was noticed on the way, or the reasons there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
