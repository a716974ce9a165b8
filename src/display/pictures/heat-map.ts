import type { PublishedColumn, PublishedCount, PublishedPortfolio } from '../../model/awards/published-portfolio.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { Canvas, MARGIN } from './draw/canvas.js';
import { mixed, readableOn } from './draw/colours.js';
import { drawKeys, drawMatrix } from './draw/matrix.js';
import { type PictureOptions, type PictureWords, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';

const MOST_CRITERIA = 500;
const MOST_COLUMNS = 200;
/** Stands in a cell of which the count is hidden. */
const HIDDEN = '*';

type Published = Extract<PublishedPortfolio['rubrics'][number], { kind: 'published' }>;

/**
 * How many settings of a published portfolio are at each level of each criterion: the more of them, the darker the cell, and the count in
 * it. Hidden counts stay hidden: their cells are hatched, all alike.
 *
 * @param portfolio what `publishPortfolio` gives; what `summarisePortfolio` gives has counts that must not be published
 * @throws TypeError or RangeError for what is no published portfolio or rubric, for a portfolio without that rubric in that version, for
 * more than 500 criteria, and for options that do not exist or cannot be meant.
 *
 * @example
 * const schools = Array.from({ length: 12 }, (_, n) => ({
 *   setting: { id: `school-${n}`, name: `School ${n}`, sector: 'primary' as const },
 *   evaluations: [{ date: '2026-03-02', evaluation: evaluate(stemNationLeadership, { ratings: { 'use-of-data': n === 3 ? 'met' : n % 2 ? 'partly' : 'not-yet' } }) }],
 * }));
 * const published = publishPortfolio(summarisePortfolio(schools, { on: '2026-06-30' }), { below: 3 });
 * const svg = heatMap(published, stemNationLeadership);
 * svg.includes('Use of data: Not yet 6, Partly hidden and Met hidden.') // => true
 */
export const heatMap = (portfolio: PublishedPortfolio, rubric: Rubric, options: PictureOptions = {}): string => {
  shape.expectShape('heatMap', 'portfolio', portfolio, shape.portfolio);
  shape.refuseNoLabels('heatMap', rubric);
  const settings = readPictureOptions('heatMap', options);
  const found = portfolio.rubrics.find(({ rubric: { id, version } }) => id === rubric.id && version === rubric.version);
  if (found === undefined) {
    const there = portfolio.rubrics.map(({ rubric: { id, version } }) => `“${id}” ${version}`).slice(0, 5);
    throw new RangeError(
      `heatMap: portfolio has no tables by the rubric “${rubric.id}” ${rubric.version}; it has ${there.join(', ') || 'none'}`,
    );
  }
  const canvas = new Canvas(settings);
  const { words } = settings;
  if (found.kind === 'too-few') {
    const said = words.pictures.heatMap.tooFew;
    const block = canvas.layOut(said, canvas.width - 2 * MARGIN, { bold: true });
    canvas.put(block, MARGIN, MARGIN);
    const title = words.pictures.says(canvas.quoted(rubric.label), said);
    return canvas.finish(2 * MARGIN + block.height, title, [title]);
  }
  shape.refuseMany('heatMap', 'portfolio.rubrics[].indicators', found.indicators.length, MOST_CRITERIA);
  for (const { table } of found.indicators) {
    shape.refuseMany('heatMap', 'the columns of a table', table.columns.length, MOST_COLUMNS);
  }
  const cells = found.indicators.reduce((sum, { table }) => sum + table.columns.length, 0);
  shape.refuseMany('heatMap', 'indicators by columns', cells, shape.MOST_CELLS);
  return drawMap(canvas, found, rubric, words);
};

const drawMap = (canvas: Canvas, found: Published, rubric: Rubric, words: PictureWords): string => {
  const said = words.pictures.heatMap;
  const headings = headingsOf(rubric, words);
  const sentences: string[] = [];
  let y = MARGIN;
  let hasHidden = false;
  for (const rows of alike(found.indicators)) {
    const columns = (rows[0]?.table.columns ?? []).map((column) => headings(rows[0]?.criterion ?? '', column));
    if (y > MARGIN) y += 10;
    y = drawMatrix<PublishedCount>(
      canvas,
      {
        columns,
        headings: 'words',
        rows: rows.map(({ label, table }) => ({
          label,
          cells: table.withheld === true ? said.withheld : table.totals,
        })),
        draw: (count, x, top, width, height) => {
          hasHidden ||= count === 'hidden';
          drawCount(canvas, count, found.settings, { x, y: top, width, height });
        },
      },
      y,
    );
    for (const { label, table } of rows) {
      const counts = table.totals.flatMap((count, at) =>
        count === 0 ? [] : [said.count(columns[at] ?? '', count === 'hidden' ? said.hidden : String(count))],
      );
      const told = table.withheld === true ? said.withheld : words.pictures.list(counts);
      sentences.push(words.pictures.says(canvas.quoted(label), told));
    }
  }
  if (hasHidden) {
    const sign = (x: number, top: number, width: number, height: number): void =>
      drawCount(canvas, 'hidden', 1, { x, y: top, width, height });
    const means = said.hiddenKey(HIDDEN);
    sentences.push(`${means}.`);
    y = drawKeys(canvas, words.pictures.key, [[{ sign, means }]], y + 6);
  }
  return canvas.finish(y + MARGIN, said.title(canvas.quoted(rubric.label), found.settings), sentences);
};

/** Criteria one after another whose tables have the same columns stand under the same headings. */
const alike = (indicators: Published['indicators']): Published['indicators'][] => {
  const keyOf = (columns: readonly PublishedColumn[]): string =>
    JSON.stringify(columns.map(({ kind, level }) => [kind, level]));
  const parts: { key: string; rows: Published['indicators'][number][] }[] = [];
  for (const one of indicators) {
    const key = keyOf(one.table.columns);
    const last = parts.at(-1);
    if (last?.key === key) last.rows.push(one);
    else parts.push({ key, rows: [one] });
  }
  return parts.map(({ rows }) => rows);
};

const headingsOf = (rubric: Rubric, { pictures }: PictureWords) => {
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  return (criterion: string, { kind, level }: PublishedColumn): string => {
    if (kind === 'not-applicable') return pictures.notApplicable;
    if (kind === 'unrated') return pictures.unrated;
    if (kind === 'contested') return pictures.heatMap.contested;
    const { levels } = criteria.get(criterion)?.scale ?? rubric.scale;
    return levels.find(({ id }) => id === level)?.label ?? level ?? kind;
  };
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const drawCount = (canvas: Canvas, count: PublishedCount, settings: number, { x, y, width, height }: Box): void => {
  const { colours } = canvas;
  if (count === 'hidden') {
    canvas.rect(x, y, width, height, { fill: canvas.hatch(colours.line), stroke: colours.line });
    const side = Math.min(16, height - 2);
    canvas.rect(x + (width - side) / 2, y + (height - side) / 2, side, side, { fill: colours.ground });
    writeInBox(canvas, HIDDEN, colours.ink, { x, y: y + 2, width, height });
    return;
  }
  const fill = mixed(colours.ground, colours.main, settings > 0 ? Math.min(1, count / settings) : 0);
  canvas.rect(x, y, width, height, { fill, stroke: colours.line });
  writeInBox(canvas, String(count), readableOn(fill), { x, y, width, height });
};

/** A word or two in the middle of a cell. */
export const writeInBox = (canvas: Canvas, text: string, fill: string, { x, y, width, height }: Box): void => {
  const block = canvas.layOut(text, width, { limit: 1, fill });
  canvas.put(block, x + width / 2, y + (height - block.height) / 2, 'middle');
};
