import { at } from '../../common/at.js';
import {
  date as dateShape,
  expectOptions,
  expectShape,
  listOf,
  maybe,
  name,
  text,
  valuesOf,
  wordOf,
} from '../../common/expect-shape.js';
import { isIt } from '../../common/nearest-name.js';
import { shownValue } from '../../common/shown-value.js';
import type { Assessment, AssessmentOf } from '../../model/rubrics/assessment.js';
import type { Rating } from '../../model/rubrics/rating.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import type { Issue, Result } from '../../model/shared/issue.js';
import { type Field, FIELDS } from './fields.js';
import { type CriterionColumns, criterionNames, findLayout, type Layout } from './headings.js';
import { type AssessmentKind, DAY_ORDERS, type DayOrder, dateIn, idFrom, kindIn, KINDS } from './identity.js';
import { ratingOf, ratingWords } from './rating-words.js';
import { sheetIssue } from './sheet-issue.js';
import { headingKey } from './fields.js';
import { isBlank, trimmed } from './word-key.js';

export interface RatingsFromRowsOptions {
  /** The setting of every row that names none, by its id or its name. */
  readonly setting?: string | undefined;
  /** Who rated, for rows that do not say. */
  readonly assessor?: string | undefined;
  /** The day, `YYYY-MM-DD`, for rows that do not say. */
  readonly date?: string | undefined;
  readonly kind?: AssessmentKind | undefined;
  /** Why a criterion does not apply, where a cell says *n/a* alone. */
  readonly reason?: string | undefined;
  /** What headings mean: the id or the label of a criterion, or `setting`, `setting-name`, `assessor`, `date`, `kind`, `criterion`, `level`, `note`, `reason`. */
  readonly headings?: Readonly<Record<string, string>> | undefined;
  /** `wide`: a row a setting, a column a criterion; `long`: a row a rating. Found where left out. */
  readonly shape?: 'wide' | 'long' | undefined;
  /** Which number of *02/03/2026* is the day; where left out, such a date is an issue. */
  readonly dates?: DayOrder | undefined;
}

/**
 * The assessments in a sheet of ratings: *wide*, a row a setting and a column a criterion, or *long*, with the headings setting, criterion, level.
 * The row of headings is looked for among the first 50. Headings are read as criteria by id, label or `alsoCalled`, cells as levels likewise,
 * whatever their case, spacing, hyphens and Unicode form; a blank cell is unrated; *n/a – two teachers* is not applicable with its reason;
 * *met | partly* are the levels of assessors who have not settled. A blank setting, assessor, date or kind repeats the one above it, as merged cells do, until a
 * row without anything in it. A name that is no id makes one (*St Mary’s* is `st-marys`) and is kept as `settingName`.
 *
 * The result is `ok` where headings were found. An issue of severity `error` refuses the cell or the row at its path (row, column, both from 0), and
 * the rest is read: a caller who wants all or nothing looks for one. Codes of cells: `unknown-level`, `not-applicable-refused`,
 * `no-reason`, `note-without-level`, `too-long`, `unknown-criterion`, `repeated-rating`; of rows: `no-setting`, `no-assessor`, `no-date`, `no-kind`, `not-a-date`,
 * `unknown-kind`, `no-id`, `repeated-row`, `two-names-one-setting`; of headings: `no-headings`, `unknown-heading`, `repeated-heading`, `ambiguous-heading`.
 *
 * @throws TypeError or RangeError for what is no rubric, rows that are no lists of texts, and options that do not exist.
 *
 * @example
 * const rows = [
 *   ['Self-evaluation 2026', '', ''],
 *   ['School', 'Date', 'Shared vision'],
 *   ['Hilltop Primary', '2 March 2026', ' MET '],
 * ];
 * const read = ratingsFromRows(stemNationLeadership, rows, { kind: 'self-evaluation', assessor: 'A. Co-ordinator' });
 * read.ok && read.value.map(({ setting, date, ratings }) => [setting, date, ratings])
 * // => [['hilltop-primary', '2026-03-02', { 'shared-vision': 'met' }]]
 */
export const ratingsFromRows = <const R extends Rubric>(
  rubric: R,
  rows: readonly (readonly string[])[],
  options: RatingsFromRowsOptions = {},
): Result<AssessmentOf<R>[]> => {
  refuseNoRubric('ratingsFromRows', 'rubric', rubric);
  expectShape('ratingsFromRows', 'rows', rows, ROWS);
  expectOptions('ratingsFromRows', options, OPTIONS);
  const names = criterionNames(rubric);
  for (const [heading, means] of Object.entries(options.headings ?? {})) {
    const found = names.find(means);
    if ((found === undefined || !('id' in found)) && !(FIELDS as readonly string[]).includes(means)) {
      throw new RangeError(
        `ratingsFromRows: options.headings[${shownValue(heading)}] is ${shownValue(means)}, which is no criterion and no field${isIt(means, [...FIELDS, ...names.names])}`,
      );
    }
  }
  const issues: Issue[] = [];
  const layout = findLayout(rows, names, options, issues);
  if (layout === undefined) return { ok: false, issues };
  const reader = new Reader(rubric, options, layout, issues);
  for (let row = layout.row + 1; row < rows.length; row++) {
    const cells = at(rows, row);
    // A sheet printed on several pages has its headings on each.
    if (!reader.isHeadings(cells, at(rows, layout.row))) reader.read(row, cells, names.find, names.names);
  }
  return { ok: true, value: reader.assessments() as AssessmentOf<R>[], issues };
};

const ROWS = /* @__PURE__ */ (() => listOf('rows', listOf('texts', text)))();
const OPTIONS = /* @__PURE__ */ (() => ({
  setting: maybe(name),
  assessor: maybe(name),
  date: maybe(dateShape),
  kind: maybe(wordOf(KINDS)),
  reason: maybe(name),
  headings: maybe(valuesOf('an object of headings and what each means', text)),
  shape: maybe(wordOf(['wide', 'long'])),
  dates: maybe(wordOf(DAY_ORDERS)),
}))();

interface Draft {
  readonly setting: string;
  readonly settingName?: string | undefined;
  readonly assessor: string;
  readonly date: string;
  readonly kind: AssessmentKind;
  readonly row: number;
  readonly ratings: Map<string, Rating>;
}

type Identity = Omit<Draft, 'row' | 'ratings'>;
const MOST_HINTS = 100;

class Reader {
  readonly #drafts = new Map<string, Draft>();
  readonly #nameOf = new Map<string, string>();
  readonly #says: ReturnType<typeof ratingWords>;
  /** The last cell of each field that was not blank. */
  #above = new Map<Field, string>();
  #hints = 0;

  constructor(
    readonly rubric: Rubric,
    readonly options: RatingsFromRowsOptions,
    readonly layout: Layout,
    readonly issues: Issue[],
  ) {
    this.#says = ratingWords(rubric);
  }

  assessments(): Assessment[] {
    const { id, version } = this.rubric;
    return [...this.#drafts.values()].map(({ setting, settingName, assessor, date, kind, ratings }) => ({
      rubric: { id, version },
      kind,
      setting,
      ...(settingName !== undefined && { settingName }),
      assessor,
      date,
      ratings: Object.fromEntries(ratings),
    }));
  }

  isHeadings(cells: readonly string[], headings: readonly string[]): boolean {
    const columns = [...this.layout.fields.values(), ...this.layout.criteria.slice(0, 3).map(({ column }) => column)];
    return (
      columns.length > 1 &&
      columns.every((column) => {
        const [cell, heading] = [cells[column] ?? '', headings[column] ?? ''];
        return !isBlank(cell) && headingKey(cell) === headingKey(heading);
      })
    );
  }

  read(
    row: number,
    cells: readonly string[],
    find: (name: string) => Criterion | readonly Criterion[] | undefined,
    names: readonly string[],
  ): void {
    if (cells.every(isBlank)) {
      this.#above = new Map();
      return;
    }
    if (this.layout.shape === 'wide') this.#readWide(row, cells);
    else this.#readLong(row, cells, find, names);
  }

  #readWide(row: number, cells: readonly string[]): void {
    const identity = this.#identity(row, cells);
    if (identity === undefined) return;
    const key = keyOf(identity);
    const before = this.#drafts.get(key);
    if (before !== undefined) {
      const message = `row ${row + 1} and row ${before.row + 1} are both of “${identity.setting}” by “${identity.assessor}” on ${identity.date}; the first is read`;
      this.#issue(
        'repeated-row',
        'error',
        [row],
        message,
        'keep one of them, or give the second its own date or assessor',
      );
      return;
    }
    const ratings = new Map<string, Rating>();
    for (const columns of this.layout.criteria) this.#rate(row, columns.column, cells, columns, ratings);
    this.#drafts.set(key, { ...identity, row, ratings });
  }

  #readLong(
    row: number,
    cells: readonly string[],
    find: (name: string) => Criterion | readonly Criterion[] | undefined,
    names: readonly string[],
  ): void {
    const { fields } = this.layout;
    const [criterionColumn, column] = [fields.get('criterion') ?? 0, fields.get('level') ?? 0];
    const identity = this.#identity(row, cells);
    if (identity === undefined) return;
    const level = cells[column] ?? '';
    // A merged criterion repeats as well, where there is a level beside it.
    const named = isBlank(cells[criterionColumn] ?? '') && isBlank(level) ? '' : this.#cell('criterion', cells);
    const key = keyOf(identity);
    let draft = this.#drafts.get(key);
    if (draft === undefined) this.#drafts.set(key, (draft = { ...identity, row, ratings: new Map() }));
    else if (draft.kind !== identity.kind) {
      const message = `row ${row + 1} is of the kind ${identity.kind}, while row ${draft.row + 1} of the same setting, assessor and date is of the kind ${draft.kind}`;
      this.#issue('repeated-row', 'error', [row], message, 'give each assessment its own date or assessor');
      return;
    }
    if (named === '') return;
    const criterion = find(named);
    if (criterion === undefined || !('id' in criterion)) {
      const near = this.#hints++ < MOST_HINTS ? isIt(trimmed(named), criterion?.map(({ id }) => id) ?? names) : '';
      const message = `${shownValue(trimmed(named))} ${criterion === undefined ? 'names no criterion' : 'can mean several criteria'}`;
      this.#issue('unknown-criterion', 'error', [row, criterionColumn], message, near.slice(2));
      return;
    }
    if (draft.ratings.has(criterion.id)) {
      const message = `“${criterion.label}” is rated twice for “${identity.setting}” by “${identity.assessor}” on ${identity.date}; the first is kept`;
      this.#issue('repeated-rating', 'error', [row, column], message, 'keep one of them');
      return;
    }
    this.#rate(
      row,
      column,
      cells,
      { criterion, column, note: fields.get('note'), reason: fields.get('reason') },
      draft.ratings,
    );
  }

  #rate(
    row: number,
    column: number,
    cells: readonly string[],
    columns: CriterionColumns,
    ratings: Map<string, Rating>,
  ): void {
    const { criterion } = columns;
    const cell = cells[column] ?? '';
    const beside = (of: number | undefined): string => (of === undefined ? '' : (cells[of] ?? ''));
    const { rating, fault } = ratingOf(criterion, this.#says(criterion, cell), cell, {
      note: beside(columns.note),
      reason: beside(columns.reason),
      defaultReason: this.options.reason,
    });
    if (rating !== undefined) ratings.set(criterion.id, rating);
    if (fault !== undefined) {
      const place = fault.code === 'note-without-level' ? (columns.note ?? column) : column;
      this.#issue(
        fault.code,
        fault.code === 'note-without-level' ? 'warning' : 'error',
        [row, place],
        fault.message,
        fault.hint,
      );
    }
  }

  /** Of whom and when a row is; nothing where it does not say, and an issue tells what is missing. */
  #identity(row: number, cells: readonly string[]): Identity | undefined {
    const setting = this.#setting(row, cells);
    const assessor = trimmed(this.#cell('assessor', cells)) || this.options.assessor;
    const [dateCell, kindCell] = [this.#cell('date', cells), this.#cell('kind', cells)];
    const date = isBlank(dateCell) ? this.options.date : dateIn(dateCell, this.options.dates);
    const kind = isBlank(kindCell) ? this.options.kind : kindIn(kindCell);
    if (setting !== undefined && assessor !== undefined && date !== undefined && kind !== undefined) {
      return { ...setting, assessor, date, kind };
    }
    if (setting === undefined) return undefined;
    const missing = (field: Field, code: string, what: string): void => {
      const message = `row ${row + 1} does not say ${what}`;
      this.#issue(code, 'error', this.#place(row, field), message, `fill it in, or give the option “${field}”`);
    };
    if (assessor === undefined) missing('assessor', 'no-assessor', 'who rated');
    if (date === undefined && isBlank(dateCell)) missing('date', 'no-date', 'on which day');
    else if (date === undefined) {
      const message = `${shownValue(trimmed(dateCell))} is not read as a day`;
      const hint = 'write it as 2026-03-02; or give the option “dates”: “day-first” or “month-first”';
      this.#issue('not-a-date', 'error', this.#place(row, 'date'), message, hint);
    }
    if (kind === undefined && isBlank(kindCell)) missing('kind', 'no-kind', 'of which kind the assessment is');
    else if (kind === undefined) {
      const hint = `write one of ${KINDS.map((one) => `“${one}”`).join(', ')}`;
      this.#issue(
        'unknown-kind',
        'error',
        this.#place(row, 'kind'),
        `${shownValue(trimmed(kindCell))} is no kind of assessment`,
        hint,
      );
    }
    return undefined;
  }

  #setting(row: number, cells: readonly string[]): Pick<Draft, 'setting' | 'settingName'> | undefined {
    const { fields } = this.layout;
    // A setting of its own begins a new name; a blank one repeats both.
    const ownCell = ['setting', 'setting-name'].some(
      (field) => !isBlank(cells[fields.get(field as Field) ?? -1] ?? ''),
    );
    if (ownCell) for (const field of ['setting', 'setting-name'] as const) this.#above.delete(field);
    const [given, label] = [trimmed(this.#cell('setting', cells)), trimmed(this.#cell('setting-name', cells))];
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
    const setting = idFrom(named);
    if (setting === undefined || label.length > 1_000_000) {
      const message = `${shownValue(named)} makes no id of a setting`;
      this.#issue(
        'no-id',
        'error',
        this.#place(row, 'setting'),
        message,
        'add a column “setting” with an id, lower-case words joined by single hyphens',
      );
      return undefined;
    }
    const settingName = label || (named === setting ? undefined : named);
    const before = this.#nameOf.get(setting);
    if (settingName !== undefined && before !== undefined && before !== settingName) {
      if (headingKey(before) !== headingKey(settingName)) {
        const message = `${shownValue(settingName)} and ${shownValue(before)} are both the setting “${setting}”`;
        this.#issue(
          'two-names-one-setting',
          'warning',
          this.#place(row, 'setting'),
          message,
          'give them ids of their own where they are two',
        );
      }
    } else if (settingName !== undefined) this.#nameOf.set(setting, settingName);
    return { setting, ...(settingName !== undefined && { settingName }) };
  }

  /** A cell of a field; where it is blank, the nearest one above it, as in merged cells. */
  #cell(field: Field, cells: readonly string[]): string {
    const column = this.layout.fields.get(field);
    if (column === undefined) return '';
    const cell = cells[column] ?? '';
    if (isBlank(cell)) return this.#above.get(field) ?? '';
    this.#above.set(field, cell);
    return cell;
  }

  #place(row: number, field: Field): (string | number)[] {
    const column =
      this.layout.fields.get(field) ?? (field === 'setting' ? this.layout.fields.get('setting-name') : undefined);
    return column === undefined ? [row] : [row, column];
  }

  #issue(
    code: string,
    severity: Issue['severity'],
    path: readonly (string | number)[],
    message: string,
    hint = '',
  ): void {
    this.issues.push(sheetIssue(code, severity, path, message, hint));
  }
}

const keyOf = ({ setting, assessor, date }: Identity): string => JSON.stringify([setting, assessor, date]);
