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
  const rows: string[][] = [
    [
      'on',
      'rubric',
      'version',
      'criterion',
      'indicator',
      'label',
      'element',
      'by',
      'groups',
      'column',
      'level',
      'elements',
      'count',
      'settings',
      'share',
      'remark',
    ],
  ];
  const { on, rubrics, elements } = portfolio;
  const empty = (subject: readonly string[], remark: string): number =>
    rows.push([on, ...subject, ...Array.from({ length: 5 }, () => ''), HIDDEN, '', HIDDEN, remark]);
  const table = (
    subject: readonly string[],
    { columns, totals, by, withheld }: PublishedTable,
    settings: number | undefined,
  ): void => {
    if (withheld === true) {
      empty(subject, 'withheld');
      return;
    }
    const add = (
      division: string,
      groups: readonly string[],
      counts: readonly PublishedCount[],
      all: number | undefined,
    ): void => {
      columns.forEach((column, at) => {
        rows.push([
          on,
          ...subject,
          division,
          groups.join('; '),
          ...columnCells(column),
          ...countCells(counts[at] ?? HIDDEN, all, options),
          '',
        ]);
      });
    };
    add('', [], totals, settings);
    for (const division of by) for (const row of division.rows) add(division.by, row.groups, row.counts, row.settings);
  };
  for (const rubric of rubrics) {
    const { id, version } = rubric.rubric;
    if (rubric.kind === 'too-few') empty([id, version, '', '', '', ''], 'too few settings');
    else {
      for (const { criterion, indicator, label, table: counts } of rubric.indicators) {
        table([id, version, criterion, indicator, label, ''], counts, rubric.settings);
      }
    }
  }
  const ofElement = (element: string): string[] => ['', '', '', '', '', element];
  if (elements?.kind === 'each')
    for (const { element, table: counts } of elements.tables) table(ofElement(element), counts, allOf(counts));
  else if (elements?.kind === 'number') table(ofElement('all'), elements.table, allOf(elements.table));
  return rows;
};

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
