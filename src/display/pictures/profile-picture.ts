import type { CriterionProfile, Evaluation } from '../../model/rubrics/evaluation.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import type { Level } from '../../model/rubrics/scale.js';
import { Canvas, MARGIN, SMALL } from './draw/canvas.js';
import { type PictureOptions, type PictureWords, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';

const MOST_CRITERIA = 500;
const BAR = 16;
const GAP = 10;
/** So many boxes can be told apart; more levels are one bar. */
const MOST_BOXES = 40;
/** Below this width a label stands over its bar. */
const NARROW = 520;

/**
 * The level of each criterion as a row of boxes, one for each level of its scale, filled as far as it is rated; beside them the level in
 * words. Contested ratings are filled as far as the lowest level given and hatched to the highest; unrated ones are dashed and empty; what
 * is not applicable is a line.
 *
 * @throws TypeError or RangeError for what is no evaluation or rubric, for an evaluation by another rubric or version, for more than 500
 * criteria, and for options that do not exist or cannot be meant.
 *
 * @example
 * const evaluation = evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } });
 * const svg = profilePicture(evaluation, stemNationLeadership, { width: 360 });
 * svg.includes('Use of data: Partly.') // => true
 */
export const profilePicture = (evaluation: Evaluation, rubric: Rubric, options: PictureOptions = {}): string => {
  shape.expectShape('profilePicture', 'evaluation', evaluation, shape.evaluation);
  shape.refuseNoLabels('profilePicture', rubric);
  shape.refuseOtherRubric('profilePicture', 'evaluation', evaluation.rubric, rubric);
  shape.refuseMany('profilePicture', 'evaluation.criteria', evaluation.criteria.length, MOST_CRITERIA);
  const settings = readPictureOptions('profilePicture', options);
  const canvas = new Canvas(settings);
  const { words } = settings;
  const of = new Map<string, Criterion>(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  const groups = new Map((rubric.groups ?? []).map(({ id, label }) => [id, label]));
  const sentences: string[] = [];
  const columns = columnsOf(canvas.width);
  let y = MARGIN;
  let group: string | undefined;
  for (const one of evaluation.criteria) {
    const criterion = of.get(one.criterion);
    if (criterion?.group !== group) {
      group = criterion?.group;
      const heading = group === undefined ? undefined : groups.get(group);
      if (heading !== undefined) {
        const block = canvas.layOut(heading, canvas.width - 2 * MARGIN, { bold: true });
        canvas.put(block, MARGIN, y + 4);
        y += block.height + 8;
        sentences.push(`${canvas.quoted(heading)}.`);
      }
    }
    const row = rowOf(one, (criterion?.scale ?? rubric.scale).levels, canvas, words);
    sentences.push(words.pictures.says(canvas.quoted(one.label), row.said));
    y += drawRow(canvas, one.label, row, columns, y) + GAP;
  }
  return canvas.finish(y + MARGIN - GAP, words.pictures.profile.title(canvas.quoted(rubric.label)), sentences);
};

/** What a row shows: how many boxes there are, to which it is filled, to which hatched, and what is said beside them. */
interface Row {
  readonly state: CriterionProfile['state'];
  readonly boxes: number;
  readonly filled: number;
  readonly hatched: number;
  readonly said: string;
}

const rowOf = (one: CriterionProfile, levels: readonly Level[], canvas: Canvas, words: PictureWords): Row => {
  const { pictures } = words;
  const bare = { state: one.state, boxes: levels.length, filled: 0, hatched: 0 };
  const place = (id: string | undefined): number => levels.findIndex((level) => level.id === id) + 1;
  const named = (id: string | undefined): string =>
    canvas.quoted(levels.find((level) => level.id === id)?.label ?? id ?? '');
  switch (one.state) {
    case 'not-applicable':
      return { ...bare, said: pictures.notApplicable };
    case 'unrated':
      return { ...bare, said: pictures.unrated };
    case 'contested': {
      const [least, greatest] = one.between ?? [];
      const said = pictures.contested(named(least), named(greatest));
      return { ...bare, filled: place(least), hatched: place(greatest), said };
    }
    case 'rated':
      return { ...bare, filled: place(one.level), hatched: place(one.level), said: named(one.level) };
  }
};

interface Columns {
  readonly isNarrow: boolean;
  readonly label: number;
  readonly bar: readonly [x: number, width: number];
  readonly said: readonly [x: number, width: number];
}

const columnsOf = (width: number): Columns => {
  const room = width - 2 * MARGIN;
  if (width < NARROW) {
    const bar = Math.round(room * 0.5);
    return {
      isNarrow: true,
      label: room,
      bar: [MARGIN, bar],
      said: [MARGIN + bar + 12, room - bar - 12],
    };
  }
  const label = Math.min(Math.round(room * 0.4), 420);
  const bar = Math.min(Math.round(room * 0.3), 360);
  return {
    isNarrow: false,
    label,
    bar: [MARGIN + label + 12, bar],
    said: [MARGIN + label + bar + 24, room - label - bar - 24],
  };
};

/** Draws a row from `y` on; gives its height. */
const drawRow = (canvas: Canvas, label: string, row: Row, columns: Columns, y: number): number => {
  const { colours } = canvas;
  const isStated = row.state === 'rated' || row.state === 'contested';
  const name = canvas.layOut(label, columns.label);
  const style = { size: SMALL, italic: !isStated, fill: isStated ? colours.ink : colours.quiet };
  const said = canvas.layOut(row.said, columns.said[1], style);
  const lower = columns.isNarrow ? y + name.height + 2 : y;
  const barHeight = Math.max(BAR, said.height);
  const height = columns.isNarrow ? name.height + 2 + barHeight : Math.max(name.height, barHeight);
  const middle = columns.isNarrow ? lower + barHeight / 2 : y + height / 2;
  canvas.put(name, MARGIN, columns.isNarrow ? y : middle - name.height / 2);
  canvas.put(said, columns.said[0], middle - said.height / 2);
  drawBoxes(canvas, row, columns.bar, middle - BAR / 2);
  return height;
};

const drawBoxes = (canvas: Canvas, row: Row, bar: Columns['bar'], y: number): void => {
  const { colours } = canvas;
  const [x, width] = bar;
  if (row.state === 'not-applicable') {
    canvas.line(x, y + BAR / 2, x + width, y + BAR / 2, { stroke: colours.line, strokeWidth: 2 });
    return;
  }
  if (row.boxes > MOST_BOXES) {
    drawBar(canvas, row, bar, y);
    return;
  }
  const gap = row.boxes > 20 ? 1 : 3;
  const box = (width - gap * (row.boxes - 1)) / Math.max(1, row.boxes);
  for (let i = 0; i < row.boxes; i++) {
    const style =
      i < row.filled
        ? { fill: colours.main, stroke: colours.main }
        : i < row.hatched
          ? { fill: canvas.hatch(colours.main), stroke: colours.main }
          : { fill: colours.ground, stroke: colours.line, dashes: row.state === 'unrated' ? '3 3' : undefined };
    canvas.rect(x + i * (box + gap), y, box, BAR, style);
  }
};

/** A scale of very many levels as one bar, filled and hatched as far as its boxes would be. */
const drawBar = (
  canvas: Canvas,
  { state, boxes, filled, hatched }: Row,
  [x, width]: Columns['bar'],
  y: number,
): void => {
  const { colours } = canvas;
  const dashes = state === 'unrated' ? '3 3' : undefined;
  canvas.rect(x, y, width, BAR, { fill: colours.ground, stroke: colours.line, dashes });
  const along = (count: number): number => (width * count) / boxes;
  if (hatched > filled)
    canvas.rect(x, y, along(hatched), BAR, { fill: canvas.hatch(colours.main), stroke: colours.main });
  if (filled > 0) canvas.rect(x, y, along(filled), BAR, { fill: colours.main });
};
