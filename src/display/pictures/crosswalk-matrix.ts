import { shownValue } from '../../common/shown-value.js';
import { refuseNoCrosswalk } from '../../model/articles/refuse-crosswalk.js';
import type { Crosswalk, Strength } from '../../model/articles/crosswalk.js';
import { Canvas, MARGIN } from './draw/canvas.js';
import { drawKeys, drawMatrix, type KeyEntry } from './draw/matrix.js';
import { type PictureOptions, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';

const MOST_STRATEGIES = 500;
const MOST_INDICATORS = 200;

/**
 * Which strategy strengthens which indicator, strategies down and indicators across: a full square for a main lever, a hatched half for a
 * help in part, a dot where the crosswalk says that there is no link, nothing where it says nothing.
 *
 * @throws TypeError or RangeError for what is no crosswalk, for more than 500 strategies or 200 indicators, and for options that do not
 * exist or cannot be meant.
 *
 * @example
 * const svg = crosswalkMatrix(coordinatorRoleStemNationLeadership, { width: 480 });
 * svg.includes('Professional Development') // => true
 */
export const crosswalkMatrix = (crosswalk: Crosswalk, options: PictureOptions = {}): string => {
  refuseNoCrosswalk('crosswalkMatrix', crosswalk);
  shape.expectShape('crosswalkMatrix', 'crosswalk', crosswalk, shape.crosswalk);
  const { strategies, indicators, mappings } = crosswalk;
  shape.refuseMany('crosswalkMatrix', 'crosswalk.strategies.items', strategies.items.length, MOST_STRATEGIES);
  shape.refuseMany('crosswalkMatrix', 'crosswalk.indicators.items', indicators.items.length, MOST_INDICATORS);
  const cells = strategies.items.length * indicators.items.length;
  shape.refuseMany('crosswalkMatrix', 'strategies by indicators', cells, shape.MOST_CELLS);
  const settings = readPictureOptions('crosswalkMatrix', options);
  const canvas = new Canvas(settings);
  const { pictures } = settings.words;
  const strengths = new Map<string, Map<string, Strength>>(strategies.items.map(({ id }) => [id, new Map()]));
  const known = new Set(indicators.items.map(({ id }) => id));
  for (const [at, { strategy, indicator, strength }] of mappings.entries()) {
    const row = strengths.get(strategy);
    if (row !== undefined && known.has(indicator)) row.set(indicator, strength);
    else {
      const strange = row === undefined ? strategy : indicator;
      throw new RangeError(
        `crosswalkMatrix: crosswalk.mappings[${at}] names ${shownValue(strange)}, which is not one of its items`,
      );
    }
  }
  const matrix = {
    columns: indicators.items.map(({ label }) => label),
    headings: 'numbers',
    rows: strategies.items.map(({ id, label }) => ({
      label,
      cells: indicators.items.map((indicator) => strengths.get(id)?.get(indicator.id)),
    })),
    draw: (strength: Strength | undefined, x: number, y: number, width: number, height: number) => {
      canvas.rect(x, y, width, height, { fill: canvas.colours.ground, stroke: canvas.colours.line, strokeWidth: 0.5 });
      drawStrength(canvas, strength, x + width / 2, y + height / 2);
    },
  } as const;
  let y = drawMatrix(canvas, matrix, MARGIN);
  const columns = indicators.items.map(({ label }, at): KeyEntry => ({ sign: String(at + 1), means: label }));
  const signs = (['strong', 'partial', 'none'] as const).map(
    (strength): KeyEntry => ({
      sign: (x, top, width, height) => drawStrength(canvas, strength, x + width / 2, top + height / 2),
      means: pictures.crosswalk.strengths[strength],
    }),
  );
  y = drawKeys(canvas, pictures.key, [columns, signs], y + 8);
  const sentences = strategies.items.map(({ id, label }) => {
    const told = (['strong', 'partial'] as const).flatMap((strength) => {
      const those = indicators.items.filter((indicator) => strengths.get(id)?.get(indicator.id) === strength);
      if (those.length === 0) return [];
      return [
        `${pictures.crosswalk.strengths[strength]} ${pictures.list(those.map((one) => canvas.quoted(one.label)))}`,
      ];
    });
    return pictures.says(
      canvas.quoted(label),
      told.length > 0 ? pictures.joined(told) : pictures.crosswalk.strengths.none,
    );
  });
  return canvas.finish(y + MARGIN, pictures.crosswalk.title(canvas.quoted(crosswalk.label)), sentences);
};

const SIDE = 14;

const drawStrength = (canvas: Canvas, strength: Strength | undefined, x: number, y: number): void => {
  const { main, line } = canvas.colours;
  switch (strength) {
    case 'strong':
      return canvas.rect(x - SIDE / 2, y - SIDE / 2, SIDE, SIDE, { fill: main, stroke: main });
    case 'partial':
      canvas.rect(x - SIDE / 2, y - SIDE / 2, SIDE, SIDE, { stroke: main });
      return canvas.rect(x - SIDE / 2, y, SIDE, SIDE / 2, { fill: canvas.hatch(main), stroke: main });
    case 'none':
      return canvas.circle(x, y, 1.5, { fill: line });
    case undefined:
      return undefined;
  }
};
