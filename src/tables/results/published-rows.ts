import { expectOptions, expectShape, listOf, recordOf, text, valuesOf, type Shape } from '../../common/expect-shape.js';
import type {
  PublishedColumn,
  PublishedCount,
  PublishedPortfolio,
  PublishedTable,
} from '../../model/awards/published-portfolio.js';
import { HIDDEN } from '../hidden-mark.js';
import { numberCells, type NumberOptions, numberOptions } from './number-cells.js';

/**
 * A published portfolio as a tidy table with headings: a row for each count, with the settings it is out of and its share. Hidden counts stay
 * hidden: `hidden` stands in place of the count, the numerator and the share, and the table checks of this room know the mark. A rubric with too few settings,
 * and a table that is withheld, are one row that says so.
 *
 * @throws TypeError or RangeError for what is no published portfolio, and for options that do not exist.
 *
 * @example
 * const counts = { columns: [{ kind: 'level', level: 'met' }, { kind: 'unrated' }], totals: [12, 'hidden'], by: [] } as const;
 * publishedRows({ on: '2026-07-31', below: 5, rubrics: [{
 *   kind: 'published', rubric: { id: 'small', version: '1.0.0' }, settings: 15, notice: 'Ours.',
 *   indicators: [{ criterion: 'plan', indicator: 'plan', label: 'A plan', table: counts }],
 * }], notice: 'Ours.' }).slice(1).map((row) => row.slice(-4))
 * // => [['12', '15', '0.8000', ''], ['hidden', '15', 'hidden', '']]
 */
export const publishedRows = (portfolio: PublishedPortfolio, options: NumberOptions = {}): string[][] => {
  expectShape('publishedRows', 'portfolio', portfolio, PORTFOLIO);
  expectOptions('publishedRows', options, numberOptions);
  return [[...HEADINGS], ...new PublishedRows(portfolio.on, options).all(portfolio)];
};

const HEADINGS =
  'on,rubric,version,criterion,indicator,label,element,by,groups,column,level,elements,count,settings,share,remark'.split(
    ',',
  );

/** What a table is of: rubric, version, criterion, indicator, label and element, each empty where it is of none. */
type Subject = readonly string[];

class PublishedRows {
  readonly #on: string;
  readonly #options: NumberOptions;
  readonly #rows: string[][] = [];

  constructor(on: string, options: NumberOptions) {
    this.#on = on;
    this.#options = options;
  }

  all({ rubrics, elements }: PublishedPortfolio): string[][] {
    for (const rubric of rubrics) {
      const { id, version } = rubric.rubric;
      if (rubric.kind === 'too-few') this.#remark([id, version, '', '', '', ''], 'too few settings');
      else {
        for (const { criterion, indicator, label, table } of rubric.indicators)
          this.#table([id, version, criterion, indicator, label, ''], table, rubric.settings);
      }
    }
    if (elements?.kind === 'each') {
      for (const { element, table } of elements.tables) this.#table(ofElement(element), table, allOf(table));
    } else if (elements?.kind === 'number') this.#table(ofElement('all'), elements.table, allOf(elements.table));
    return this.#rows;
  }

  #table(subject: Subject, table: PublishedTable, settings: number | undefined): void {
    if (table.withheld === true) {
      this.#remark(subject, 'withheld');
      return;
    }
    this.#counts([...subject, '', ''], table, table.totals, settings);
    for (const { by, rows } of table.by) {
      for (const row of rows) this.#counts([...subject, by, row.groups.join('; ')], table, row.counts, row.settings);
    }
  }

  /** A row that says why there are no counts. */
  #remark(subject: Subject, remark: string): void {
    this.#rows.push([this.#on, ...subject, '', '', '', '', '', HIDDEN, '', HIDDEN, remark]);
  }

  #counts(
    subject: Subject,
    { columns }: PublishedTable,
    counts: readonly PublishedCount[],
    settings: number | undefined,
  ): void {
    for (const [at, column] of columns.entries()) {
      const count = countCells(counts[at] ?? HIDDEN, settings, this.#options);
      this.#rows.push([this.#on, ...subject, ...columnCells(column), ...count, '']);
    }
  }
}

const ofElement = (element: string): Subject => ['', '', '', '', '', element];

const columnCells = ({ kind, level = '', elements }: PublishedColumn): string[] => [
  kind,
  level,
  elements === undefined ? '' : String(elements),
];

const countCells = (count: PublishedCount, settings: number | undefined, options: NumberOptions): string[] => {
  const all = settings === undefined ? '' : String(settings);
  if (count === 'hidden') return [HIDDEN, all, HIDDEN];
  const share =
    settings === undefined || settings === 0
      ? ''
      : numberCells({ numerator: count, denominator: settings }, options)[2];
  return [String(count), all, share ?? ''];
};

/** How many settings a table is of, where it is divided or shows all its counts. */
const allOf = ({ by, totals }: PublishedTable): number | undefined => {
  const division = by[0];
  if (division !== undefined) return division.rows.reduce((sum, { settings }) => sum + settings, 0);
  let sum = 0;
  for (const count of totals) {
    if (count === 'hidden') return undefined;
    sum += count;
  }
  return sum;
};

const record: Shape = valuesOf('an object', () => undefined);
const PORTFOLIO = /* @__PURE__ */ (() =>
  recordOf('a published portfolio', { on: text, rubrics: listOf('rubrics', record), notice: text }, false))();
