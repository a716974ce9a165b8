import { shownValue } from '../../common/shown-value.js';
import type { Issue } from '../../model/shared/issue.js';
import { type Field, headingKey } from './fields.js';
import { type AssessmentKind, type DayOrder, dateHint, dateIn, idFrom, kindIn, KINDS } from './identity.js';
import { sheetIssue } from './sheet-issue.js';
import { ERROR_HINT, isBlank, isSpreadsheetError, sameTexts, trimmed } from './word-key.js';

/** Of whom, by whom and when an assessment is. */
export interface Identity {
  readonly setting: string;
  readonly settingName?: string | undefined;
  readonly assessor: string;
  readonly date: string;
  readonly kind: AssessmentKind;
}

/** What holds for rows that do not say. */
export interface IdentityOptions {
  readonly setting?: string | undefined;
  readonly assessor?: string | undefined;
  readonly date?: string | undefined;
  readonly kind?: AssessmentKind | undefined;
  readonly dates?: DayOrder | undefined;
}

/** The setting that a row names, or why it names none; and what else is to be said of it. */
interface Called {
  readonly says?: Pick<Identity, 'setting' | 'settingName'>;
  readonly issue?: Pick<Issue, 'code' | 'severity' | 'message'> & { readonly hint: string };
}

/** Reads row by row of whom and when each is; blank cells repeat those above them. */
export class IdentityReader {
  readonly #nameOf = new Map<string, string>();
  /** The last cell of each field that was not blank, without the space around it. */
  #above = new Map<Field, string>();
  readonly #same = sameTexts();
  /** What the last setting gave: rows that repeat it do not read it anew. */
  #called: Called | undefined;

  constructor(
    readonly options: IdentityOptions,
    readonly fields: ReadonlyMap<Field, number>,
    readonly issues: Issue[],
  ) {}

  /** A row without anything in it: what follows repeats nothing from above it. */
  forget(): void {
    this.#above = new Map();
    this.#called = undefined;
  }

  /** Whether a row takes its setting from above it. */
  repeats(cells: readonly string[]): boolean {
    return (['setting', 'setting-name'] as const).every((field) => isBlank(cells[this.fields.get(field) ?? -1] ?? ''));
  }

  /** Of whom and when a row is; nothing where it does not say, and an issue tells what is missing. */
  read(row: number, cells: readonly string[]): Identity | undefined {
    // An error of the spreadsheet is nobody's name: the row is not read.
    const broken = (['setting', 'setting-name', 'assessor', 'date', 'kind'] as const).find((field) =>
      isSpreadsheetError(cells[this.fields.get(field) ?? -1] ?? ''),
    );
    if (broken !== undefined) {
      const cell = cells[this.fields.get(broken) ?? -1] ?? '';
      const message = `${shownValue(trimmed(cell))} is a spreadsheet error; row ${row + 1} is not read`;
      this.#issue('spreadsheet-error', 'error', this.#place(row, broken), message, ERROR_HINT);
      return undefined;
    }
    const setting = this.#setting(row, cells);
    const assessor = this.cell('assessor', cells) || this.options.assessor;
    const [dateCell, kindCell] = [this.cell('date', cells), this.cell('kind', cells)];
    const date = dateCell === '' ? this.options.date : dateIn(dateCell, this.options.dates);
    const kind = kindCell === '' ? this.options.kind : kindIn(kindCell);
    if (setting !== undefined && assessor !== undefined && date !== undefined && kind !== undefined) {
      return { ...setting, assessor, date, kind };
    }
    if (setting === undefined) return undefined;
    const missing = (field: Field, code: string, what: string): void => {
      const message = `row ${row + 1} does not say ${what}`;
      this.#issue(code, 'error', this.#place(row, field), message, `fill it in, or give the option “${field}”`);
    };
    if (assessor === undefined) missing('assessor', 'no-assessor', 'who rated');
    if (date === undefined && dateCell === '') missing('date', 'no-date', 'on which day');
    else if (date === undefined) {
      const message = `${shownValue(dateCell)} is not a date this can read`;
      this.#issue('not-a-date', 'error', this.#place(row, 'date'), message, dateHint(dateCell, this.options.dates));
    }
    if (kind === undefined && kindCell === '') missing('kind', 'no-kind', 'what kind of assessment it is');
    else if (kind === undefined) {
      const hint = `write one of ${KINDS.map((one) => `“${one}”`).join(', ')}`;
      this.#issue(
        'unknown-kind',
        'error',
        this.#place(row, 'kind'),
        `${shownValue(kindCell)} is not a kind of assessment`,
        hint,
      );
    }
    return undefined;
  }

  #setting(row: number, cells: readonly string[]): Pick<Identity, 'setting' | 'settingName'> | undefined {
    const { fields } = this;
    // A setting of its own begins a new name; a blank one repeats both.
    const ownCell = ['setting', 'setting-name'].some(
      (field) => !isBlank(cells[fields.get(field as Field) ?? -1] ?? ''),
    );
    if (ownCell) {
      for (const field of ['setting', 'setting-name'] as const) this.#above.delete(field);
      this.#called = undefined;
    }
    const [given, label] = [this.cell('setting', cells), this.cell('setting-name', cells)];
    const named = given || label || this.options.setting;
    if (named === undefined) {
      this.#issue(
        'no-setting',
        'error',
        this.#place(row, 'setting'),
        `row ${row + 1} names no setting`,
        'fill it in, or give the option “setting”',
      );
      return undefined;
    }
    this.#called ??= this.#call(named, label);
    const { says, issue } = this.#called;
    if (issue !== undefined) {
      this.#issue(issue.code, issue.severity, this.#place(row, 'setting'), issue.message, issue.hint);
    }
    return says;
  }

  #call(named: string, label: string): Called {
    const setting = idFrom(named);
    if (setting === undefined || label.length > 1_000_000) {
      const message = `no id can be made from ${shownValue(named)}`;
      const hint = 'add a column “setting” with an id, lower-case words joined by single hyphens';
      return { issue: { code: 'no-id', severity: 'error', message, hint } };
    }
    const settingName = label || (named === setting ? undefined : named);
    if (settingName === undefined) return { says: { setting } };
    const says = { setting, settingName };
    const before = this.#nameOf.get(setting);
    if (before === undefined) this.#nameOf.set(setting, settingName);
    if (before === undefined || before === settingName) return { says };
    if (headingKey(before) === headingKey(settingName)) return { says };
    const message = `${shownValue(settingName)} and ${shownValue(before)} are both the setting “${setting}”`;
    const hint = 'give each its own id if they are two settings';
    return { says, issue: { code: 'two-names-one-setting', severity: 'warning', message, hint } };
  }

  /** A cell of a field without the space around it; where it is blank, the nearest one above it, as in merged cells. */
  cell(field: Field, cells: readonly string[]): string {
    const column = this.fields.get(field);
    if (column === undefined) return '';
    const cell = cells[column] ?? '';
    if (isBlank(cell)) return this.#above.get(field) ?? '';
    const text = this.#same(trimmed(cell));
    this.#above.set(field, text);
    return text;
  }

  #place(row: number, field: Field): (string | number)[] {
    const column = this.fields.get(field) ?? (field === 'setting' ? this.fields.get('setting-name') : undefined);
    return column === undefined ? [row] : [row, column];
  }

  #issue(
    code: string,
    severity: Issue['severity'],
    path: readonly (string | number)[],
    message: string,
    hint: string,
  ): void {
    this.issues.push(sheetIssue(code, severity, path, message, hint));
  }
}
