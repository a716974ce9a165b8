import type {
  PublishedColumn,
  PublishedCount,
  PublishedPortfolio,
  PublishedRubric,
  PublishedTable,
} from '../../../model/awards/published-portfolio.js';
import type { Framework } from '../../../model/awards/framework.js';
import type { Rubric } from '../../../model/rubrics/rubric.js';
import type { Sector } from '../../../model/shared/sector.js';
import { own } from '../../../common/own.js';
import { type Block, line, type Line, present } from '../document/blocks.js';
import { heatMap } from '../../pictures/heat-map.js';
import { blocksOf, type Context, firstOf, inARow, tableOf } from '../document/context.js';
import { levelLabels } from '../document/labels.js';
import type { PortfolioReport } from '../document/report.js';

export const portfolioTitle = (_: PortfolioReport, { messages }: Context): Line => [messages.portfolio.title];

export const portfolioBlocks = (report: PortfolioReport, context: Context): readonly Block[] => {
  const { portfolio, rubrics = [], framework } = report;
  const { messages } = context;
  const of = messages.portfolio;
  const byVersion = new Map(rubrics.map((rubric) => [`${rubric.id} ${rubric.version}`, rubric]));
  return present([
    { kind: 'facts', entries: [[of.on, line(portfolio.on)]] },
    { kind: 'paragraph', line: [of.below(portfolio.below)] },
    ...blocksOf(context, portfolio.rubrics, (one) =>
      rubricSection(portfolio, one, byVersion.get(`${one.rubric.id} ${one.rubric.version}`), context),
    ),
    { kind: 'section', title: [of.decisions], blocks: present(decisionTables(portfolio, framework, context)) },
    { kind: 'notice', title: messages.notice, lines: noticesOf(portfolio).map((notice) => line(notice)) },
  ]);
};

/** Each notice once, in the order of their first places. */
const noticesOf = ({ rubrics, notice }: PublishedPortfolio): readonly string[] => [
  ...new Set([notice, ...rubrics.flatMap((one) => (one.kind === 'published' ? [one.notice] : []))]),
];

const rubricSection = (
  portfolio: PublishedPortfolio,
  one: PublishedRubric,
  rubric: Rubric | undefined,
  context: Context,
): Block => {
  const { messages } = context;
  const of = messages.portfolio;
  const title = line(messages.version(rubric?.label ?? one.rubric.id, one.rubric.version));
  if (one.kind === 'too-few') return { kind: 'section', title, blocks: [{ kind: 'paragraph', line: [of.tooFew] }] };
  const label = levelLabels(rubric);
  const { shown, foot } = firstOf(one.indicators, context);
  return {
    kind: 'section',
    title,
    blocks: present([
      { kind: 'facts', entries: [[of.settings, [String(one.settings)]]] },
      rubric && context.picture((options) => heatMap(portfolio, rubric, options)),
      ...shown.map(
        ({ criterion, label: name, table }): Block => ({
          kind: 'section',
          title: line(name),
          blocks: tablesOf(name, table, (level) => label(criterion, level), context),
        }),
      ),
      foot === undefined ? undefined : { kind: 'paragraph', line: [foot] },
    ]),
  };
};

/** The totals of one thing, and its counts by sector and by authority. */
const tablesOf = (
  name: string,
  table: PublishedTable,
  label: (level: string) => string,
  context: Context,
): readonly Block[] => {
  const { messages } = context;
  const of = messages.portfolio;
  if (table.withheld) return [{ kind: 'paragraph', line: [of.withheld] }];
  const columns = [
    { title: of.group },
    ...table.columns.map((column) => ({ title: columnTitle(column, label, context), numbers: true as const })),
  ];
  const count = (one: PublishedCount): Line => [one === 'hidden' ? of.hidden : String(one)];
  const groupNames = (by: 'sector' | 'authority', groups: readonly string[]): Line =>
    inARow(groups.map((group) => line(by === 'sector' ? (own(of.sectors, group as Sector) ?? group) : group)));
  return present([
    tableOf(context, line(name), columns, [table.totals], (totals) => [[of.allSettings], ...totals.map(count)]),
    ...table.by.map(({ by, rows }) =>
      tableOf(
        context,
        line(of.by[by](name)),
        [...columns, { title: of.settings, numbers: true as const }],
        rows,
        ({ groups, counts, settings }) => [groupNames(by, groups), ...counts.map(count), [String(settings)]],
      ),
    ),
  ]);
};

const columnTitle = (column: PublishedColumn, label: (level: string) => string, { messages }: Context): string => {
  const of = messages.portfolio;
  if (column.kind === 'level') return label(column.level ?? '');
  return column.kind === 'elements' ? of.elements(column.elements ?? 0) : of.columns[column.kind];
};

const decisionTables = (
  { elements }: PublishedPortfolio,
  framework: Framework | undefined,
  context: Context,
): readonly (Block | undefined)[] => {
  if (elements === undefined) return [];
  const { messages } = context;
  const asIs = (level: string): string => level;
  if (elements.kind === 'number') return tablesOf(messages.portfolio.decisions, elements.table, asIs, context);
  const labels = new Map(framework?.elements.map(({ id, label }) => [id, label]));
  return blocksOf(context, elements.tables, ({ element, table }) => {
    const name = labels.get(element) ?? element;
    return { kind: 'section', title: line(name), blocks: tablesOf(name, table, asIs, context) };
  });
};
