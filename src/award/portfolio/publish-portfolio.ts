import { byCodeUnits } from '../../common/code-units.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import { cellCost, type CountArc, hideCells, type OneColumnGroup } from './hide-cells.js';
import type { PortfolioTables } from '../../model/progress/portfolio-tables.js';
import type { PortfolioGroup, PortfolioSummary } from '../../model/progress/portfolio-summary.js';
import * as shape from '../shapes.js';
import type {
  PublishedColumn,
  PublishedCount,
  PublishedPortfolio,
  PublishedRubric,
  PublishedTable,
} from '../../model/awards/published-portfolio.js';

export type {
  PublishedColumn,
  PublishedPortfolio,
  PublishedRow,
  PublishedRubric,
  PublishedTable,
} from '../../model/awards/published-portfolio.js';

export interface PublishOptions {
  /** Counts of settings from 1 up to but without this number are hidden. */
  readonly below: number;
  /** The groups to divide by, one or both; default none. */
  readonly by?: readonly ('sector' | 'authority')[] | undefined;
  /** Which table of decisions: of `each` element, or the `number` achieved. Together they would give hidden counts away. */
  readonly elements?: 'each' | 'number' | undefined;
}

/**
 * Makes the tables of a portfolio fit to be published: indicators and decisions, by sector, by authority or both, with small counts hidden.
 *
 * - A table of fewer than `below` settings is not given (`too-few`).
 * - A group of fewer than `below` settings is joined with the next smallest until there are enough. If one row is left, the table is
 *   not divided.
 * - *Primary*: every count from 1 to `below − 1` is hidden, totals of columns included; 0 is shown. The number of settings of a row is
 *   at least `below` and is shown. If all of a group lie in one column, or the whole portfolio does, that count is hidden too, since it
 *   would tell the column of each of its settings.
 * - *Complementary*: more is hidden until, for every hidden count, there are two ways to fill in the table that agree with everything
 *   shown and differ in that count. Its parts by sector and by authority are filled in at once, in whole numbers from 0. There are also two
 *   such ways in which a hidden count is 0 only where it truly is, for readers who assume that hidden counts are at least 1.
 * - A row that cannot be protected so is joined with the next smallest, for example five settings in five columns. If that does not
 *   help, the table is not divided; if the whole cannot be protected, it is `withheld`.
 *
 * All tables are one system of sums. They share only the sizes of rows, which are all shown. So no table narrows what another hides,
 * and each is protected with both its divisions at once.
 *
 * Not published are names of settings, who is near, windows, movements and outcomes. Outcomes follow from ratings and would narrow hidden
 * counts down. Of the tables for each element and the table for the number achieved, only one is given: both have the same total of
 * decisions, so a single hidden count would follow from them. The promise is for one publication. Check two of them together if
 * they are of neighbouring days, or of one portfolio divided in two ways.
 *
 * @throws TypeError or RangeError where `below` is no whole number from 1, a division is named twice, or another argument or option is not what it has to be.
 *
 * @example
 * const schools = Array.from({ length: 12 }, (_, n) => ({
 *   setting: { id: `school-${n}`, name: `School ${n}`, sector: n < 2 ? 'elc' as const : n < 7 ? 'primary' as const : 'secondary' as const },
 *   evaluations: [{ date: '2026-03-02', evaluation: evaluate(stemNationLeadership, { ratings: { 'use-of-data': n === 3 ? 'met' : n % 2 ? 'partly' : 'not-yet' } }) }],
 * }));
 * const published = publishPortfolio(summarisePortfolio(schools, { on: '2026-06-30' }), { below: 3, by: ['sector'] });
 * const leadership = published.rubrics[0];
 * const data = leadership?.kind === 'published' ? leadership.indicators.find(({ criterion }) => criterion === 'use-of-data') : undefined;
 * data?.table.totals // => [6, 'hidden', 'hidden', 0, 0, 0]
 * data?.table.by[0]?.rows.map(({ groups, settings }) => [groups, settings]) // => [[['secondary'], 5], [['elc', 'primary'], 7]]
 */
export const publishPortfolio = (summary: PortfolioSummary, options: PublishOptions): PublishedPortfolio => {
  expectShape('publishPortfolio', 'summary', summary, SUMMARY);
  expectOptions('publishPortfolio', options, OPTIONS);
  const { below, by = [], elements = 'each' } = options;
  if (new Set(by).size !== by.length) throw new RangeError('publishPortfolio: by names a division twice');
  const divisions = by.map(
    (name): Division => ({ by: name, groups: name === 'sector' ? summary.bySector : summary.byAuthority }),
  );
  const rubrics = summary.all.rubrics.map(({ rubric, settings, indicators, notice }, r): PublishedRubric => {
    if (settings < below) return { kind: 'too-few', rubric };
    const pools = divisions.map((division) => poolsOf(division, below, (tables) => tables.rubrics[r]?.settings ?? 0));
    return {
      kind: 'published',
      rubric,
      settings,
      indicators: indicators.map(({ criterion, indicator, label, levels }, i) => ({
        criterion,
        indicator,
        label,
        table: publish(summary.all, pools, below, {
          columns: [
            ...levels.map(({ level }): PublishedColumn => ({ kind: 'level', level })),
            { kind: 'not-applicable' },
            { kind: 'unrated' },
            { kind: 'contested' },
          ],
          countsOf: (tables) => {
            const one = tables.rubrics[r]?.indicators[i];
            if (one === undefined) return [];
            return [...one.levels.map((level) => level.settings), one.notApplicable, one.unrated, one.contested];
          },
        }),
      })),
      notice,
    };
  });
  const decisions = summary.all.settings < below ? undefined : publishElements(summary.all, divisions, below, elements);
  return {
    on: summary.on,
    below,
    rubrics,
    ...(decisions && { elements: decisions }),
    notice: `Counts from 1 to ${below - 1} are hidden, and so are groups that are wholly in one column, and further counts, so that none can be worked out from the totals shown. Someone who knows more than the tables, or how the hiding was done, may still narrow down a hidden count. No setting is named, and nothing here ranks settings.`,
  };
};

const TABLES = /* @__PURE__ */ (() => {
  const count = shape.wholeFrom(0);
  const level = shape.recordOf('a level', { level: shape.name, settings: count }, false);
  const indicator = shape.recordOf(
    'an indicator',
    {
      criterion: shape.name,
      indicator: shape.name,
      label: shape.text,
      levels: shape.listOf('levels', level),
      notApplicable: count,
      unrated: count,
      contested: count,
    },
    false,
  );
  const table = {
    rubric: shape.rubricVersion,
    settings: count,
    indicators: shape.listOf('indicators', indicator),
    notice: shape.text,
  };
  const element = { element: shape.name, achieved: count, moreEvidenceNeeded: count, noDecision: count };
  return shape.recordOf(
    'tables, as summarisePortfolio gives them',
    {
      settings: count,
      rubrics: shape.listOf('tables', shape.recordOf('a table', table, false)),
      elements: shape.listOf('elements', shape.recordOf('an element', element, false)),
      elementsAchieved: shape.listOf('counts', shape.recordOf('a count', { elements: count, settings: count }, false)),
    },
    false,
  );
})();

const SUMMARY = /* @__PURE__ */ (() => {
  const groups = shape.listOf('groups', shape.recordOf('a group', { group: shape.name, tables: TABLES }, false));
  return shape.recordOf(
    'a summary, as summarisePortfolio gives it',
    { on: shape.date, all: TABLES, bySector: groups, byAuthority: groups },
    false,
  );
})();

const OPTIONS = /* @__PURE__ */ (() => ({
  below: shape.wholeFrom(1),
  by: shape.maybe(shape.listOf('divisions', shape.wordOf(['sector', 'authority']))),
  elements: shape.maybe(shape.wordOf(['each', 'number'])),
}))();

interface Division {
  readonly by: 'sector' | 'authority';
  readonly groups: readonly PortfolioGroup[];
}

/** A division whose groups are put together until each row is large enough. */
interface Pools {
  readonly by: 'sector' | 'authority';
  readonly rows: readonly { readonly groups: readonly PortfolioGroup[]; readonly settings: number }[];
}

const poolsOf = (division: Division, below: number, sizeOf: (tables: PortfolioTables) => number): Pools => {
  const sized = division.groups
    .map((group) => ({ groups: [group], settings: sizeOf(group.tables) }))
    .filter(({ settings }) => settings > 0)
    .sort((a, b) => a.settings - b.settings || byCodeUnits(a.groups[0]?.group ?? '', b.groups[0]?.group ?? ''));
  const pooled: PortfolioGroup[] = [];
  let settings = 0;
  const rows: { groups: readonly PortfolioGroup[]; settings: number }[] = [];
  for (const one of sized) {
    if (one.settings < below || (pooled.length > 0 && settings < below)) {
      pooled.push(...one.groups);
      settings += one.settings;
    } else {
      rows.push(one);
    }
  }
  if (pooled.length > 0) {
    pooled.sort((a, b) => byCodeUnits(a.group, b.group));
    rows.push({ groups: pooled, settings });
  }
  return { by: division.by, rows };
};

interface Columns {
  readonly columns: readonly PublishedColumn[];
  readonly countsOf: (tables: PortfolioTables) => readonly number[];
}

/** One table, with as many of its rows and divisions as can be protected. */
const publish = (all: PortfolioTables, divisions: readonly Pools[], below: number, table: Columns): PublishedTable => {
  let parts: readonly Pools[] = divisions.filter(({ rows }) => rows.length > 1);
  for (;;) {
    const tried = hideTable(all, parts, below, table);
    if (tried.table !== undefined) return tried.table;
    if (parts.length === 0) return { columns: [], totals: [], by: [], withheld: true };
    parts = coarser(parts, tried.unsafeRow);
  }
};

/** The same with one row fewer: the one that cannot be protected goes with the smallest other one of its division. */
const coarser = (parts: readonly Pools[], unsafeRow: readonly [number, number] | undefined): readonly Pools[] => {
  const [part, row] = unsafeRow ?? [parts.length - 1, 0];
  return parts.flatMap(({ by, rows }, p): Pools[] => {
    if (p !== part) return [{ by, rows }];
    if (rows.length < 3) return [];
    const chosen = rows[row];
    const others = rows.filter((_, at) => at !== row);
    const smallest = others.reduce((least, one) => (one.settings < least.settings ? one : least));
    if (chosen === undefined) return [];
    const groups = [...chosen.groups, ...smallest.groups].sort((a, b) => byCodeUnits(a.group, b.group));
    const together = { groups, settings: chosen.settings + smallest.settings };
    return [{ by, rows: [...others.filter((one) => one !== smallest), together] }];
  });
};

/** Columns in which somebody could stand, whatever the rubric: hiding a 0 there leaves something open. */
const CAN_BE_FILLED: readonly PublishedColumn['kind'][] = [
  'level',
  'unrated',
  'achieved',
  'more-evidence-needed',
  'no-decision',
  'elements',
];

/** How much dearer it is to hide a column that nobody is in: only a group wholly in one column asks for it. */
const EMPTY_COLUMN = 1_000;

/**
 * One table, divided in up to two ways at once. Counts flow from the rows of the first division to the columns, through the columns’ totals, and on to
 * the rows of the second; how many settings a row has is shown and therefore fixed. Columns that nobody is in and perhaps nobody can be, as *not applicable* where the
 * rubric refuses it, stay out of it and are shown as 0: they would protect nothing.
 */
const hideTable = (all: PortfolioTables, parts: readonly Pools[], below: number, table: Columns): HiddenTable =>
  new TableHiding(all, parts, below, table).hidden();

/** A table with counts hidden; or the row that cannot be protected: which division, and which of its rows. */
interface HiddenTable {
  readonly table?: PublishedTable;
  readonly unsafeRow?: readonly [division: number, row: number] | undefined;
}

class TableHiding {
  readonly #parts: readonly Pools[];
  readonly #below: number;
  readonly #table: Columns;
  readonly #totals: readonly number[];
  /** More than all counts together. */
  readonly #dear: number;
  readonly #isOut: readonly boolean[];
  readonly #arcs: CountArc[] = [];
  /** Which row of which division an arc belongs to; none for totals. */
  readonly #rowOf: (readonly [number, number] | undefined)[] = [];
  readonly #inOneColumn: OneColumnGroup[] = [];

  constructor(all: PortfolioTables, parts: readonly Pools[], below: number, table: Columns) {
    this.#parts = parts;
    this.#below = below;
    this.#table = table;
    this.#totals = table.countsOf(all);
    this.#dear = 1 + this.#totals.reduce((sum, count) => sum + count, 0);
    this.#isOut = table.columns.map(({ kind }, c) => this.#totals[c] === 0 && !CAN_BE_FILLED.includes(kind));
  }

  hidden(): HiddenTable {
    const dear = this.#dear;
    const totals = this.#place(this.#totals, (c, value) => ({
      from: this.#into(c),
      to: this.#out(c),
      value,
      cost: value + dear,
    }));
    if (this.#parts.length === 0) this.#noteOneColumn(this.#source, totals);
    let node = this.#source + 2;
    const by = this.#parts.map((part, which) => ({
      by: part.by,
      rows: part.rows.map(({ groups, settings }, row) => ({
        groups: groups.map(({ group }) => group),
        settings,
        places: this.#placeRow(groups, [which, row], node++),
      })),
    }));
    const isSmall = (value: number): boolean => value > 0 && value < this.#below;
    const { hidden, unsafe } = hideCells(this.#arcs, isSmall, this.#inOneColumn);
    if (unsafe.length > 0) return { unsafeRow: unsafe.map((at) => this.#rowOf[at]).find((row) => row !== undefined) };
    const shown = (places: readonly number[]) =>
      places.map((at): PublishedCount => (hidden[at] ? 'hidden' : (this.#arcs[at]?.value ?? 0)));
    const divisions = by.map((part) => ({
      by: part.by,
      rows: part.rows.map(({ groups, settings, places }) => ({ groups, settings, counts: shown(places) })),
    }));
    return { table: { columns: this.#table.columns, totals: shown(totals), by: divisions } };
  }

  /** The node from which all flows where nothing divides the table; the one to which all flows is the next. */
  get #source(): number {
    return 2 * this.#table.columns.length;
  }

  /** The nodes before and behind a column’s total. */
  #into(c: number): number {
    return this.#parts.length > 0 ? c : this.#source;
  }

  #out(c: number): number {
    return this.#parts.length > 1 ? this.#table.columns.length + c : this.#source + 1;
  }

  #placeRow(groups: readonly PortfolioGroup[], row: readonly [number, number], node: number): readonly number[] {
    const sums = this.#table.columns.map(() => 0);
    for (const { tables } of groups) {
      for (const [c, count] of this.#table.countsOf(tables).entries()) sums[c] = (sums[c] ?? 0) + count;
    }
    const endsOf = (c: number) => (row[0] === 0 ? { from: node, to: this.#into(c) } : { from: this.#out(c), to: node });
    const places = this.#place(sums, (c, value) => ({ ...endsOf(c), value, cost: cellCost(value, this.#dear) }), row);
    this.#noteOneColumn(node, places);
    return places;
  }

  /** For each column the place of its arc; none for columns that stay out. */
  #place(
    counts: readonly number[],
    arcOf: (c: number, value: number) => CountArc,
    row?: readonly [number, number],
  ): readonly number[] {
    return counts.map((value, c) => {
      if (this.#isOut[c]) return -1;
      const arc = arcOf(c, value);
      this.#rowOf.push(row);
      return this.#arcs.push(this.#totals[c] === 0 ? { ...arc, cost: EMPTY_COLUMN * this.#dear } : arc) - 1;
    });
  }

  /** A group that stands wholly in one column is hidden as well: its total would say where everybody in it stands. */
  #noteOneColumn(row: number, places: readonly number[]): void {
    const filled = places.filter((at) => (this.#arcs[at]?.value ?? 0) > 0);
    const [full] = filled;
    if (this.#below < 2 || full === undefined || filled.length > 1) return;
    this.#inOneColumn.push({ row, full, zeros: places.filter((at) => at >= 0 && at !== full) });
  }
}

const publishElements = (
  all: PortfolioTables,
  divisions: readonly Division[],
  below: number,
  kind: 'each' | 'number',
): PublishedPortfolio['elements'] => {
  if (all.elements.length === 0) return undefined;
  const pools = divisions.map((division) => poolsOf(division, below, ({ settings }) => settings));
  if (kind === 'number') {
    const columns = all.elementsAchieved.map(({ elements }): PublishedColumn => ({ kind: 'elements', elements }));
    const countsOf = (tables: PortfolioTables) => tables.elementsAchieved.map(({ settings }) => settings);
    return { kind, table: publish(all, pools, below, { columns, countsOf }) };
  }
  const columns: readonly PublishedColumn[] = [
    { kind: 'achieved' },
    { kind: 'more-evidence-needed' },
    { kind: 'no-decision' },
  ];
  return {
    kind,
    tables: all.elements.map(({ element }, at) => ({
      element,
      table: publish(all, pools, below, {
        columns,
        countsOf: (tables) => {
          const one = tables.elements[at];
          return one === undefined ? [] : [one.achieved, one.moreEvidenceNeeded, one.noDecision];
        },
      }),
    })),
  };
};
