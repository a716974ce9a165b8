import type { PortfolioSummary } from '../../model/progress/portfolio-summary.js';
import type { CriterionProfile } from '../../model/rubrics/evaluation.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Level, Scale } from '../../model/rubrics/scale.js';
import { Canvas, MARGIN } from './draw/canvas.js';
import { mixed, readableOn } from './draw/colours.js';
import { drawKeys, drawMatrix, type KeyEntry } from './draw/matrix.js';
import { type PictureOptions, type PictureWords, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';
import { writeInBox } from './heat-map.js';

const MOST_SETTINGS = 500;
const MOST_CRITERIA = 200;

/**
 * The level of each setting on each criterion, for those who work with the settings. It names them and hides nothing, so it is marked as
 * not for publication, in the picture and in what is read aloud; `heatMap` shows a published portfolio.
 *
 * A cell holds the number of the level, which a key explains; the higher, the darker. Contested ratings are hatched, with both numbers.
 *
 * @throws TypeError or RangeError for what is no portfolio or rubric, for more than 500 settings, 200 criteria or
 * 20,000 of both together, and for options that do not exist or cannot be meant.
 *
 * @example
 * const judged = (ratings: RatingsOf<typeof stemNationLeadership>) => evaluate(stemNationLeadership, { ratings });
 * const hilltop = { id: 'hilltop', name: 'Hilltop', sector: 'primary' as const };
 * const summary = summarisePortfolio([{ setting: hilltop, evaluations: [{ date: '2026-03-02', evaluation: judged({ 'use-of-data': 'met' }) }] }], { on: '2026-06-30' });
 * const svg = settingsHeatMap(summary, stemNationLeadership);
 * svg.includes('Not for publication') // => true
 */
export const settingsHeatMap = (summary: PortfolioSummary, rubric: Rubric, options: PictureOptions = {}): string => {
  shape.expectShape('settingsHeatMap', 'summary', summary, shape.summary);
  shape.refuseNoLabels('settingsHeatMap', rubric);
  const settings = readPictureOptions('settingsHeatMap', options);
  const rows = summary.settings.flatMap(({ name, judged }) => {
    const one = judged.find(({ rubric: { id, version } }) => id === rubric.id && version === rubric.version);
    return one === undefined ? [] : [{ name, profile: one.profile }];
  });
  shape.refuseMany('settingsHeatMap', 'summary.settings', rows.length, MOST_SETTINGS);
  shape.refuseMany('settingsHeatMap', 'rubric.criteria', rubric.criteria.length, MOST_CRITERIA);
  const cells = rows.length * rubric.criteria.length;
  shape.refuseMany('settingsHeatMap', 'settings by criteria', cells, shape.MOST_CELLS);
  const canvas = new Canvas(settings);
  const { words } = settings;
  const { pictures } = words;
  const sentences = [`${pictures.notForPublication}.`];
  const mark = canvas.layOut(pictures.notForPublication, canvas.width - 6 * MARGIN, { bold: true, limit: 2 });
  canvas.rect(MARGIN, MARGIN, mark.width + 2 * MARGIN, mark.height + 6, {
    stroke: canvas.colours.ink,
    strokeWidth: 2,
    fill: canvas.colours.ground,
  });
  canvas.put(mark, 2 * MARGIN, MARGIN + 3);
  let y = mark.height + 3 * MARGIN;
  const seen = new Set<CriterionProfile['state']>();
  const scaleOf = new Map(rubric.criteria.map(({ id, scale }) => [id, scale ?? rubric.scale]));
  y = drawMatrix<CriterionProfile | undefined>(
    canvas,
    {
      columns: rubric.criteria.map(({ label }) => label),
      headings: 'numbers',
      rows: rows.map(({ name, profile }) => {
        const of = new Map(profile.map((one) => [one.criterion, one]));
        return { label: name, cells: rubric.criteria.map(({ id }) => of.get(id)) };
      }),
      draw: (one, x, top, width, height) => {
        seen.add(one?.state ?? 'unrated');
        drawLevel(canvas, one, scaleOf.get(one?.criterion ?? '')?.levels ?? [], { x, y: top, width, height });
      },
    },
    y,
  );
  for (const { name, profile } of rows) {
    const told = profile.map((one) => pictures.says(canvas.quoted(one.label), toldOf(canvas, one, scaleOf, words)));
    sentences.push(`${canvas.quoted(name)}. ${told.join(' ')}`);
  }
  const criteria = rubric.criteria.map(({ label }, at): KeyEntry => ({ sign: String(at + 1), means: label }));
  y = drawKeys(canvas, pictures.key, [criteria, levelKey(canvas, rubric, seen, words)], y + 8);
  const title = pictures.heatMap.titleOfSettings(canvas.quoted(rubric.label), summary.on);
  return canvas.finish(y + MARGIN, title, sentences);
};

const toldOf = (
  canvas: Canvas,
  one: CriterionProfile,
  scales: ReadonlyMap<string, Scale>,
  { pictures }: PictureWords,
): string => {
  const named = (id: string | undefined): string =>
    canvas.quoted(scales.get(one.criterion)?.levels.find((level) => level.id === id)?.label ?? id ?? '');
  switch (one.state) {
    case 'rated':
      return named(one.level);
    case 'contested':
      return pictures.contested(named(one.between?.[0]), named(one.between?.[1]));
    case 'not-applicable':
      return pictures.notApplicable;
    case 'unrated':
      return pictures.unrated;
  }
};

const shade = ({ colours }: Canvas, place: number, levels: number): string =>
  mixed(colours.ground, colours.main, levels > 0 ? place / levels : 0);

type Box = Parameters<typeof writeInBox>[3];

const drawLevel = (canvas: Canvas, one: CriterionProfile | undefined, levels: readonly Level[], box: Box): void => {
  const { colours } = canvas;
  const { x, y, width, height } = box;
  const place = (id: string | undefined): number => levels.findIndex((level) => level.id === id) + 1;
  switch (one?.state) {
    case 'rated': {
      const fill = shade(canvas, place(one.level), levels.length);
      canvas.rect(x, y, width, height, { fill, stroke: colours.line });
      writeInBox(canvas, String(place(one.level)), readableOn(fill), box);
      return;
    }
    case 'contested': {
      const text = `${place(one.between?.[0])}–${place(one.between?.[1])}`;
      canvas.rect(x, y, width, height, { fill: canvas.hatch(colours.line), stroke: colours.line });
      canvas.rect(x + 2, y + 4, width - 4, height - 8, { fill: colours.ground });
      const block = canvas.layOut(text, 2 * width, { size: 10, limit: 1 });
      canvas.put(block, x + width / 2, y + (height - block.height) / 2, 'middle');
      return;
    }
    case 'not-applicable':
      canvas.line(x + 4, y + height / 2, x + width - 4, y + height / 2, { stroke: colours.line, strokeWidth: 2 });
      return;
    case 'unrated':
    case undefined:
      canvas.rect(x, y, width, height, { fill: colours.ground, stroke: colours.line, dashes: '3 3' });
  }
};

/** The levels by their numbers, for each scale once, and the other signs that occur. */
const levelKey = (
  canvas: Canvas,
  rubric: Rubric,
  seen: ReadonlySet<CriterionProfile['state']>,
  { pictures }: PictureWords,
): readonly KeyEntry[] => {
  const scales = new Map(rubric.criteria.map(({ scale = rubric.scale }) => [scale.id, scale]));
  const entries = [...scales.values()].flatMap((scale) =>
    scale.levels.map((level, at): KeyEntry => {
      const fill = shade(canvas, at + 1, scale.levels.length);
      return {
        sign: (x, y, width, height) => {
          canvas.rect(x, y, width, height, { fill, stroke: canvas.colours.line });
          writeInBox(canvas, String(at + 1), readableOn(fill), { x, y, width, height });
        },
        means: scales.size > 1 ? `${canvas.plain(scale.label)}: ${canvas.plain(level.label)}` : level.label,
      };
    }),
  );
  const blank = { indicator: '', label: '', criterion: '', evidence: 0 };
  for (const [state, means] of [
    ['not-applicable', pictures.notApplicable],
    ['unrated', pictures.unrated],
  ] as const) {
    if (!seen.has(state)) continue;
    entries.push({
      sign: (x, y, width, height) => drawLevel(canvas, { ...blank, state }, [], { x, y, width, height }),
      means,
    });
  }
  return entries;
};
