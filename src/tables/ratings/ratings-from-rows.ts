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
import type { Attestation } from '../../model/awards/attestation.js';
import type { Assessment, AssessmentOf } from '../../model/rubrics/assessment.js';
import type { Rating } from '../../model/rubrics/rating.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Criterion, Fact, Rubric } from '../../model/rubrics/rubric.js';
import type { Issue, Result } from '../../model/shared/issue.js';
import { countedItems, listedIn, rankIn } from './beside-ratings.js';
import { type CountedEvidence, EvidenceCounts } from './evidence-counts.js';
import { FactAnswers } from './fact-answers.js';
import { FIELDS, headingKey } from './fields.js';
import { type BesideColumns, type CriterionColumns, findLayout, type Layout } from './headings.js';
import { type AssessmentKind, DAY_ORDERS, type DayOrder, KINDS } from './identity.js';
import { type Identity, IdentityReader } from './identity-reader.js';
import { meaningSaid } from './meaning.js';
import { type Found, isOne, type SheetNames, sheetNames } from './names.js';
import { ratingOf, ratingWords } from './rating-words.js';
import { SheetIssues } from './sheet-issue.js';
import { cellAt, isBlank, trimmed } from './word-key.js';

export interface RatingsFromRowsOptions {
  /** The setting of every row that names none, by its id or its name. */
  readonly setting?: string | undefined;
  /** Who rated, for rows that do not say. */
  readonly assessor?: string | undefined;
  /** The day, `YYYY-MM-DD`, for rows that do not say. */
  readonly date?: string | undefined;
  readonly kind?: AssessmentKind | undefined;
  /** Other words for *n/a*, as sheets in another language have them: *sans objet*. Those of English are always read. */
  readonly notApplicable?: readonly string[] | undefined;
  /** Why a criterion does not apply, where a cell says *n/a* alone. */
  readonly reason?: string | undefined;
  /**
   * What headings mean: the id or the label of a criterion or a fact, with ` – evidence`, ` – priority`, ` – note` or ` – reason` behind it where the column
   * says that of it; or `setting`, `setting-name`, `assessor`, `date`, `kind`, `criterion`, `level`, `note`, `reason`, `evidence`, `priority`,
   * `priorities`, `said-by`, `said-on`.
   */
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
 * What else an assessment can say stands in columns of its own: a fact under its id or label (*yes*, *no*, *true*, *x*, *1*, *0* …, blank where it is
 * not known), how many items of evidence a criterion has under *Use of data – evidence*, and the priorities as a list under *priorities* or by a
 * mark or a rank under *Use of data – priority*. In a long sheet a fact may also stand as a criterion does, and *evidence* and *priority* are columns. Items that are counted
 * stand for themselves with the day of the assessment: an issue says that what they are is not known.
 *
 * The result is `ok` where headings were found. An issue of severity `error` refuses the cell or the row at its path (row, column, both from 0), and
 * the rest is read: a caller who wants all or nothing looks for one. Codes of cells: `unknown-level`, `not-applicable-refused`,
 * `no-reason`, `note-without-level`, `too-long`, `spreadsheet-error`, `unknown-criterion`, `repeated-rating`, `unknown-answer`, `repeated-answer`, `not-a-count`, `too-many-items`, `repeated-count`,
 * `evidence-counted` (an info, once), `unknown-priority`, `too-many-priorities`; of rows: `no-setting`, `no-assessor`, `no-date`, `no-kind`, `not-a-date`,
 * `unknown-kind`, `no-id`, `repeated-row`, `two-names-one-setting`, `nothing-but-a-name` (a warning); of headings: `no-headings`, `unknown-heading`, `repeated-heading`, `ambiguous-heading`.
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
  const names = sheetNames(rubric);
  for (const [heading, means] of Object.entries(options.headings ?? {})) {
    const meaning = meaningSaid(means, names);
    if (meaning === undefined || 'several' in meaning || ('field' in meaning && !isField(means))) {
      const near = isIt(means, [...FIELDS, ...names.criteria, ...names.facts]);
      throw new RangeError(
        `ratingsFromRows: options.headings[${shownValue(heading)}] is ${shownValue(means)}, which is not a criterion, a fact or a field${near}`,
      );
    }
  }
  const issues: Issue[] = [];
  const layout = findLayout(rows, names, options, issues);
  if (layout === undefined) return { ok: false, issues };
  const reader = new Reader(rubric, options, layout, names, issues);
  for (let row = layout.firstRow; row < rows.length; row++) {
    const cells = at(rows, row);
    // A sheet printed on several pages has its headings on each.
    if (!reader.isHeadings(cells, at(rows, layout.row))) reader.read(row, cells);
  }
  return { ok: true, value: reader.assessments() as AssessmentOf<R>[], issues };
};

const isField = (means: string): boolean => (FIELDS as readonly string[]).includes(means);

const ROWS = /* @__PURE__ */ (() => listOf('rows', listOf('texts', text)))();
const OPTIONS = /* @__PURE__ */ (() => ({
  setting: maybe(name),
  assessor: maybe(name),
  date: maybe(dateShape),
  kind: maybe(wordOf(KINDS)),
  reason: maybe(name),
  notApplicable: maybe(listOf('words', name)),
  headings: maybe(valuesOf('an object of headings and what each means', text)),
  shape: maybe(wordOf(['wide', 'long'])),
  dates: maybe(wordOf(DAY_ORDERS)),
}))();

/** What is read so far of one assessment. */
interface Draft extends Identity, CountedEvidence {
  readonly row: number;
  readonly ratings: Map<string, Rating>;
  readonly facts: Map<string, Attestation>;
  /** The criteria chosen, each with its place among them. */
  readonly priorities: Map<string, number>;
}

/** What the last name of a criterion means: rows that repeat it do not look it up anew. */
interface Named {
  readonly name: string;
  readonly criterion: Found<Criterion>;
  readonly fact: Found<Fact>;
}

class Reader {
  readonly #drafts = new Map<string, Draft>();
  readonly #assessors = new Map<string, number>();
  #lastNamed: Named | undefined;
  readonly #says: ReturnType<typeof ratingWords>;
  readonly #identities: IdentityReader;
  readonly #place: ReadonlyMap<string, number>;
  readonly #issues: SheetIssues;
  readonly #facts: FactAnswers;
  readonly #evidence: EvidenceCounts;
  readonly #allNames: readonly string[];

  constructor(
    readonly rubric: Rubric,
    readonly options: RatingsFromRowsOptions,
    readonly layout: Layout,
    readonly names: SheetNames,
    issues: Issue[],
  ) {
    this.#issues = new SheetIssues(issues);
    this.#facts = new FactAnswers(options.dates, this.#issues);
    this.#evidence = new EvidenceCounts(this.#issues);
    this.#allNames = [...names.criteria, ...names.facts];
    this.#says = ratingWords(rubric, options.notApplicable);
    this.#identities = new IdentityReader(options, layout.fields, issues);
    this.#place = new Map(
      rubric.criteria.map(({ id, indicator = id }, place) => [indicator, place] as const).reverse(),
    );
  }

  assessments(): Assessment[] {
    const { id, version } = this.rubric;
    if (this.#evidence.first !== undefined) {
      const message =
        'the sheet says how many items of evidence there are, not what they are: each item stands for one counted';
      this.#issues.add(
        'evidence-counted',
        'info',
        this.#evidence.first,
        message,
        'give the items themselves where they are known',
      );
    }
    return [...this.#drafts.values()].map((draft) => {
      const { setting, settingName, assessor, date, kind, ratings, facts } = draft;
      const evidence = countedItems(
        [...draft.items].sort(([a], [b]) => this.#placeOf(a) - this.#placeOf(b)),
        date,
      );
      const priorities = this.#prioritiesOf(draft);
      return {
        rubric: { id, version },
        kind,
        setting,
        ...(settingName !== undefined && { settingName }),
        assessor,
        date,
        ratings: Object.fromEntries(ratings),
        ...(facts.size > 0 && { facts: Object.fromEntries(facts) }),
        ...(evidence.length > 0 && { evidence }),
        ...(priorities.length > 0 && { priorities }),
      };
    });
  }

  /** Short however long a name is, since a key is made of each row. */
  #keyOf({ setting, assessor, date }: Identity): string {
    let number = this.#assessors.get(assessor);
    if (number === undefined) this.#assessors.set(assessor, (number = this.#assessors.size));
    return `${setting} ${number} ${date}`;
  }

  #placeOf(indicator: string): number {
    return this.#place.get(indicator) ?? 0;
  }

  #prioritiesOf({ priorities, row, setting }: Draft): string[] {
    const chosen = [...priorities].sort(([, a], [, b]) => (a === b ? 0 : a - b)).map(([criterion]) => criterion);
    const atMost = this.rubric.priorities?.atMost ?? Number.POSITIVE_INFINITY;
    if (chosen.length <= atMost) return chosen;
    const message = `“${setting}” has ${chosen.length} priorities; the rubric asks for at most ${atMost}, so none is read`;
    this.#issues.add('too-many-priorities', 'error', [row], message, `choose at most ${atMost}`);
    return [];
  }

  isHeadings(cells: readonly string[], headings: readonly string[]): boolean {
    const { fields, criteria, facts } = this.layout;
    const columns = [...fields.values(), ...[...criteria, ...facts].slice(0, 3).flatMap(({ column }) => column ?? [])];
    return (
      columns.length > 1 &&
      columns.every((column) => {
        const [cell, heading] = [cells[column] ?? '', headings[column] ?? ''];
        return !isBlank(cell) && headingKey(cell) === headingKey(heading);
      })
    );
  }

  read(row: number, cells: readonly string[]): void {
    if (cells.every(isBlank)) this.#identities.forget();
    else if (this.layout.shape === 'wide') this.#readWide(row, cells);
    else this.#readLong(row, cells);
  }

  #readWide(row: number, cells: readonly string[]): void {
    const identity = this.#identities.read(row, cells);
    if (identity === undefined) return;
    const key = this.#keyOf(identity);
    const before = this.#drafts.get(key);
    if (before !== undefined) {
      const message = `row ${row + 1} and row ${before.row + 1} are both of “${identity.setting}” by ${shownValue(identity.assessor)} on ${identity.date}; the first is read`;
      const hint = 'keep one of them, or give the second its own date or assessor';
      this.#issues.add('repeated-row', 'error', [row], message, hint);
      return;
    }
    const draft = newDraft(identity, row);
    this.#drafts.set(key, draft);
    if (cells.filter((cell) => !isBlank(cell)).length === 1 && !this.#identities.repeats(cells)) {
      const message = `row ${row + 1} has nothing but the name ${shownValue(identity.settingName ?? identity.setting)}; it is read as a setting without ratings`;
      this.#issues.add(
        'nothing-but-a-name',
        'warning',
        [row],
        message,
        'remove the row if it is a heading, a total or a footnote',
      );
    }
    for (const columns of this.layout.criteria) {
      this.#rate(row, cells, columns, draft);
      this.#evidence.read(row, cells, columns.criterion, columns.beside.evidence, draft);
      this.#choose(row, cells, columns.criterion, columns.beside.priority, draft);
    }
    this.#readOwnColumns(row, cells, draft);
  }

  #readLong(row: number, cells: readonly string[]): void {
    const { fields } = this.layout;
    const [criterionColumn, column] = [fields.get('criterion') ?? 0, fields.get('level') ?? 0];
    const identity = this.#identities.read(row, cells);
    if (identity === undefined) return;
    const [evidence, priority] = [fields.get('evidence'), fields.get('priority')];
    // A merged criterion repeats as well, where there is something beside it.
    const isAlone = [criterionColumn, column, evidence, priority].every((one) => isBlank(cellAt(cells, one)));
    const named = isAlone ? '' : this.#identities.cell('criterion', cells);
    const key = this.#keyOf(identity);
    let draft = this.#drafts.get(key);
    if (draft === undefined) this.#drafts.set(key, (draft = newDraft(identity, row)));
    else if (draft.kind !== identity.kind) {
      const message = `row ${row + 1} is of the kind ${identity.kind}, while row ${draft.row + 1} of the same setting, assessor and date is of the kind ${draft.kind}`;
      this.#issues.add('repeated-row', 'error', [row], message, 'give each assessment its own date or assessor');
      return;
    }
    this.#readOwnColumns(row, cells, draft);
    if (named === '') return;
    const beside = Object.fromEntries(
      (['note', 'reason', 'said-by', 'said-on'] as const).flatMap((aside) => {
        const its = fields.get(aside);
        return its === undefined ? [] : [[aside, its]];
      }),
    ) as BesideColumns;
    if (this.#lastNamed?.name !== named) {
      const found = this.names.criterion(named);
      this.#lastNamed = {
        name: named,
        criterion: found,
        fact: found === undefined ? this.names.fact(named) : undefined,
      };
    }
    const { criterion, fact } = this.#lastNamed;
    if (criterion === undefined) {
      if (isOne(fact)) return this.#facts.read(row, cells, { fact, column, beside }, draft.facts);
    }
    if (!isOne(criterion)) {
      const names = criterion?.map(({ id }) => id) ?? this.#allNames;
      const near = this.#issues.near(named, names);
      const message = `${shownValue(named)} ${criterion === undefined ? 'names no criterion' : 'can mean several criteria'}`;
      this.#issues.add('unknown-criterion', 'error', [row, criterionColumn], message, near?.clause);
      return;
    }
    this.#evidence.read(row, cells, criterion, evidence, draft);
    this.#choose(row, cells, criterion, priority, draft);
    if (draft.ratings.has(criterion.id) && !isBlank(cellAt(cells, column))) {
      const message = `“${criterion.label}” is rated twice for “${identity.setting}” by ${shownValue(identity.assessor)} on ${identity.date}; the first is kept`;
      this.#issues.add('repeated-rating', 'error', [row, column], message, 'keep one of them');
      return;
    }
    this.#rate(row, cells, { criterion, column, beside }, draft);
  }

  /** The columns that facts and lists of priorities have of their own. */
  #readOwnColumns(row: number, cells: readonly string[], draft: Draft): void {
    for (const columns of this.layout.facts) this.#facts.read(row, cells, columns, draft.facts);
    for (const column of this.layout.priorities) {
      const cell = cellAt(cells, column);
      if (isBlank(cell)) continue;
      const { criteria, strangers } = listedIn(cell, this.names);
      for (const { id } of criteria) if (!draft.priorities.has(id)) draft.priorities.set(id, draft.priorities.size + 1);
      for (const stranger of strangers) {
        const near = this.#issues.near(stranger, this.names.criteria);
        const message = `${shownValue(stranger)}, listed among the priorities, names no criterion`;
        this.#issues.add('unknown-priority', 'error', [row, column], message, near?.clause);
      }
    }
  }

  #rate(
    row: number,
    cells: readonly string[],
    { criterion, column, beside }: CriterionColumns,
    { ratings }: Draft,
  ): void {
    const cell = cellAt(cells, column);
    const { rating, fault } = ratingOf(criterion, this.#says(criterion, cell), cell, {
      note: cellAt(cells, beside.note),
      reason: cellAt(cells, beside.reason),
      defaultReason: this.options.reason,
    });
    if (rating !== undefined) ratings.set(criterion.id, rating);
    if (fault === undefined) return;
    const isOfNote = fault.code === 'note-without-level';
    const place = (isOfNote ? beside.note : undefined) ?? column ?? 0;
    this.#issues.add(fault.code, isOfNote ? 'warning' : 'error', [row, place], fault.message, fault.hint);
  }

  #choose(
    row: number,
    cells: readonly string[],
    criterion: Criterion,
    column: number | undefined,
    { priorities }: Draft,
  ): void {
    const cell = cellAt(cells, column);
    if (column === undefined || isBlank(cell)) return;
    const chosen = rankIn(cell);
    if (chosen === undefined) {
      const message = `${shownValue(trimmed(cell))} does not say whether “${criterion.label}” is a priority`;
      this.#issues.add('unknown-priority', 'error', [row, column], message, 'write “yes” or “no”, or 1, 2, 3');
    } else if (chosen.isChosen && !priorities.has(criterion.id)) priorities.set(criterion.id, chosen.rank);
  }
}

const newDraft = (identity: Identity, row: number): Draft => ({
  ...identity,
  row,
  ratings: new Map(),
  facts: new Map(),
  items: new Map(),
  itemsInAll: 0,
  priorities: new Map(),
});
