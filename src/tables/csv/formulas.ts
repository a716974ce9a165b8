/** How cells that a spreadsheet would take for formulas are written and read: guarded by one apostrophe, or kept as they are. */
export type Formulas = 'guard' | 'keep';

export const FORMULAS = ['guard', 'keep'] as const;

/** What a spreadsheet may calculate, and what a guarded cell looks like: apostrophes, then one of the signs that begin a formula. */
const BEGINS_FORMULA = /^'*[=+\-@\t\r]/u;
const IS_GUARDED = /^'+[=+\-@\t\r]/u;
/** A number is calculated too, and to itself. */
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?$/u;

/**
 * One apostrophe before a cell that a spreadsheet would take for a formula, and before one that looks guarded already, so that taking one
 * off gives every cell back. *-5* is a number and stays as it is.
 */
export const guardCell = (cell: string): string =>
  BEGINS_FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;

/** Takes off the one apostrophe that `guardCell` put before a cell. */
export const unguardCell = (cell: string): string => (IS_GUARDED.test(cell) ? cell.slice(1) : cell);
