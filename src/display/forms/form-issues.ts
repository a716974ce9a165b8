import { MOST_HINTS, nameHelp } from '../../common/nearest-name.js';
import { capitalised } from '../../common/unicode/letter-case.js';
import type { Issue, Severity } from '../../model/shared/issue.js';

/** At most this many issues are listed; the rest are counted. */
const MOST_ISSUES = 100;
/** The longest name that a message shows. */
const LONGEST_NAME = 100;

/** The issues of a form, each at the name of its field. */
export class FormIssues {
  readonly #told: Issue[] = [];
  #left = 0;
  #hints = 0;
  #errors = 0;

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  add(code: string, severity: Severity, field: string, message: string, hint = ''): void {
    if (severity === 'error') this.#errors++;
    if (this.#told.length >= MOST_ISSUES) this.#left++;
    else {
      const path = field === '' ? [] : [field.slice(0, LONGEST_NAME)];
      this.#told.push({ code, severity, path, message, ...(hint !== '' && { hint }) });
    }
  }

  /** *Is it “met”?*, or which there are; nothing once enough was compared. */
  nearest(name: string, names: readonly string[]): string {
    if (this.#hints++ >= MOST_HINTS) return '';
    const help = nameHelp(name, names);
    return help === undefined ? '' : `${capitalised(help.clause)}${help.isNear ? '' : '.'}`;
  }

  all(): readonly Issue[] {
    if (this.#left === 0) return this.#told;
    const severity: Severity = this.#errors > 0 ? 'error' : 'warning';
    return [
      ...this.#told,
      { code: 'more-issues', severity, path: [], message: `There are ${this.#left} more issues of these kinds.` },
    ];
  }
}
