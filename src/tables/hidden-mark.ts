import { asciiLowerCase } from '../common/ascii-case.js';

/** What stands in a cell in place of a count that is hidden, so that no small group can be told. */
export const HIDDEN = 'hidden';

/** Whether a cell holds the mark. What is hidden is no number, and no fault either. */
export const isHidden = (cell: unknown): boolean => typeof cell === 'string' && asciiLowerCase(cell.trim()) === HIDDEN;
