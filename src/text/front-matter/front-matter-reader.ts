import { dayNumberIn } from '../../common/calendar-date.js';
import { shownValue } from '../../common/shown-value.js';
import type { Severity } from '../../model/shared/issue.js';
import { IssueList } from '../lines/issue-list.js';
import { outlineFrontMatter, type WrittenField } from './outline-front-matter.js';
import { lineMark } from '../lines/page-lines.js';

type Path = readonly [string, ...string[]];

/** Takes fields out of front matter one by one, with an issue that names the line for each that is not as it should be. */
export class FrontMatterReader {
  readonly issues = new IssueList();
  private outline: readonly WrittenField[] | undefined;
  private lines: ReadonlyMap<string, number> | undefined;
  constructor(
    private readonly block: string,
    private readonly firstLine: number,
  ) {}

  /** A text that is there and not empty; where it is not, an issue and `''`. */
  text(record: Readonly<Record<string, unknown>>, path: Path): string {
    const value = own(record, path);
    if (typeof value === 'string' && value !== '') return value;
    this.refuse(path, value, 'a text', 'A text that looks like a number, a date or yes/no needs quotes.');
    return '';
  }

  integer(record: Readonly<Record<string, unknown>>, path: Path): number {
    const value = own(record, path);
    // Adding 0 turns −0, which YAML can write, into 0.
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value + 0;
    this.refuse(path, value, 'a whole number', 'Write digits only, without quotes.');
    return 0;
  }

  date(record: Readonly<Record<string, unknown>>, path: Path): string {
    const value = this.text(record, path);
    if (value !== '' && dayNumberIn(value) === undefined) {
      const message = `"${shorten(value)}" is not a calendar date.`;
      this.report('invalid-date', 'error', path, message, 'Write YYYY-MM-DD, without a time of day.');
    }
    return value;
  }

  report(code: string, severity: Severity, path: Path, message: string, hint: string): void {
    this.issues.add(severity, () => {
      const line = this.lineOf(path);
      const place = line === undefined ? path : [...path, lineMark(this.firstLine + line - 1)];
      return { code, severity, path: place, message, hint };
    });
  }

  /** The fields as they are written; looked at only when an issue needs them, so that a sound page does not pay for it. */
  get fields(): readonly WrittenField[] {
    this.outline ??= outlineFrontMatter(this.block);
    return this.outline;
  }

  nameOf(path: readonly string[]): string {
    return shorten(path.join('.'));
  }

  show(text: string): string {
    return shownValue(text);
  }

  /** The line of a field, or of the field it stands in. */
  private lineOf(path: Path): number | undefined {
    if (!this.lines) {
      const lines = new Map<string, number>();
      for (const field of this.fields) {
        const key = field.path.join('\n');
        if (!lines.has(key)) lines.set(key, field.line);
      }
      this.lines = lines;
    }
    return this.lines.get(path.slice(0, 2).join('\n')) ?? this.lines.get(path[0]);
  }

  /** Says which of three things is wrong: the field is missing, it is empty, or it is something else. */
  refuse(path: Path, value: unknown, wanted: string, hint: string): void {
    const name = this.nameOf(path);
    if (value === undefined)
      this.report('missing-field', 'error', path, `The field ${name} is missing.`, `Add ${name}: ${wanted}.`);
    else if (value === null || value === '')
      this.report('empty-field', 'error', path, `The field ${name} is empty.`, `Give it ${wanted}.`);
    else this.report('wrong-type', 'error', path, `The field ${name} is not ${wanted} but ${describe(value)}.`, hint);
  }
}

/** Own properties only: a page without the field `constructor` has none, whatever objects inherit. */
export function own(record: Readonly<Record<string, unknown>>, path: Path): unknown {
  const key = path[path.length - 1] ?? '';
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Plain assignment to `__proto__` would change the object's prototype; this makes it a property like any other. */
export function setOwn(record: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text "${shorten(value)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? `the ${typeof value} ${value}` : 'a set of fields';
}
