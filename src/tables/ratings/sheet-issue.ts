import type { Issue, Severity } from '../../model/shared/issue.js';

/** An issue of a sheet: its message and hint are given as clauses and told as sentences. An empty hint is none. */
export const sheetIssue = (
  code: string,
  severity: Severity,
  path: Issue['path'],
  message: string,
  hint = '',
): Issue => ({ code, severity, path, message: sentence(message), ...(hint !== '' && { hint: sentence(hint) }) });

/**
 * A clause as a sentence, with a capital and a full stop: what a reader is told stands alone, and clauses are what code puts together. A
 * clause that begins with a quotation or ends with a sign of its own keeps it.
 */
const sentence = (clause: string): string => {
  const first = clause.charCodeAt(0);
  const isSmall = first >= 0x61 && first <= 0x7a;
  const opened = isSmall ? String.fromCharCode(first - 0x20) + clause.slice(1) : clause;
  return /[.!?…]$/u.test(opened) ? opened : `${opened}.`;
};
