import { MOST_HINTS, type NameHelp, nameHelp } from '../../common/nearest-name.js';
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

/** The issues of a sheet as they are found. */
export class SheetIssues {
  readonly #issues: Issue[];
  #hints = 0;

  constructor(issues: Issue[]) {
    this.#issues = issues;
  }

  add(code: string, severity: Issue['severity'], path: readonly (string | number)[], message: string, hint = ''): void {
    this.#issues.push(sheetIssue(code, severity, path, message, hint));
  }

  /** What is said of the name nearest to a wrong one; nothing where there were many before. */
  near(wrong: string, names: readonly string[]): NameHelp | undefined {
    return this.#hints++ < MOST_HINTS ? nameHelp(wrong, names) : undefined;
  }
}
