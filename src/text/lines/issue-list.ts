import type { Issue, Severity } from '../../model/shared/issue.js';

/** A broken page may be broken in a hundred thousand places; the first hundred are enough to repair it. */
const MOST_ISSUES = 100;

/** Collects issues and stops at a hundred, so that a hostile page cannot make the report larger than itself. */
export class IssueList {
  private readonly kept: Issue[] = [];
  private left = 0;
  private errors = false;

  /** Takes a maker, so that finding the line of an issue costs nothing once the list is full. */
  add(severity: Severity, make: () => Issue): void {
    this.errors ||= severity === 'error';
    if (this.kept.length < MOST_ISSUES) this.kept.push(make());
    else this.left += 1;
  }

  /** Counted separately from the list, since an error may come after the hundredth issue. */
  get hasError(): boolean {
    return this.errors;
  }

  toArray(): readonly Issue[] {
    if (this.left === 0) return this.kept;
    return [...this.kept, this.remainder()];
  }

  private remainder(): Issue {
    return {
      code: 'more-issues',
      severity: this.errors ? 'error' : 'info',
      path: [],
      message: `There are ${this.left} more issues of these kinds; the first ${MOST_ISSUES} are listed.`,
      hint: 'Fix these and read the page again.',
    };
  }
}
