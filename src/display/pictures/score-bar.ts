import { capitalised } from '../../common/unicode/letter-case.js';
import type { Fraction } from '../../common/fractions.js';
import type { Evaluation, Score } from '../../model/rubrics/evaluation.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { type Canvas, canvasOf, MARGIN, SMALL } from './draw/canvas.js';
import { figuresOf, shareAlong } from './draw/figures.js';
import { type PictureOptions, type PictureWords, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';

const BAR = 22;
const MOST_BANDS = 100;

type Scored = Extract<Score, { kind: 'scored' }>;

/**
 * The score of an evaluation as a bar: filled as far as the score reaches in any case, hatched as far as it may still reach, with a mark
 * at the score of what is rated; beneath, how much is rated, and the bands of the rubric with the one that the score lies in.
 *
 * @throws TypeError or RangeError for what is no evaluation or rubric, for an evaluation by another rubric or version, and for options that
 * do not exist or cannot be meant.
 *
 * @example
 * const evaluation = evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } });
 * const svg = scoreBar(evaluation, stemNationLeadership);
 * svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="640"') // => true
 */
export const scoreBar = (evaluation: Evaluation, rubric: Rubric, options: PictureOptions = {}): string => {
  shape.expectShape('scoreBar', 'evaluation', evaluation, shape.evaluation);
  shape.refuseNoLabels('scoreBar', rubric);
  shape.refuseOtherRubric('scoreBar', 'evaluation', evaluation.rubric, rubric);
  shape.refuseMany('scoreBar', 'rubric.bands', rubric.bands?.length ?? 0, MOST_BANDS);
  const settings = readPictureOptions('scoreBar', options);
  const canvas = canvasOf(settings);
  const { words } = settings;
  const { score } = evaluation;
  const title = words.pictures.score.title(canvas.quoted(rubric.label));
  if (score.kind === 'scored') return drawScore(canvas, score, rubric, words, title);
  const said = words.pictures.score.unscored[score.because];
  const block = canvas.layOut(said, canvas.width - 2 * MARGIN, { bold: true });
  canvas.put(block, MARGIN, MARGIN);
  return canvas.finish(2 * MARGIN + block.height, title, [words.pictures.says(canvas.quoted(rubric.label), said)]);
};

const drawScore = (canvas: Canvas, score: Scored, rubric: Rubric, words: PictureWords, title: string): string => {
  const { value, interval, coverage, outOf, unit } = score;
  const { least, greatest } = interval;
  const { colours } = canvas;
  const said = words.pictures.score;
  const bands = rubric.bands ?? [];
  const ends = bands.flatMap(({ from, below }) => (below === undefined ? [from] : [from, below]));
  const numbers = [...(value ? [value] : []), least, greatest, outOf];
  const figures = figuresOf(numbers, unit, outOf, words.decimalSign);
  const ofBands = figuresOf(ends, unit, outOf, words.decimalSign);
  const most = unit === 'share' ? undefined : figures.number(outOf);
  const isComplete = coverage.numerator === coverage.denominator && isSame(least, greatest);
  const first = value
    ? said.value(figures.number(value), most, isComplete)
    : said.open(figures.number(least), figures.number(greatest), most);
  const open = said.open(figures.number(least), figures.number(greatest), most);
  const covered = said.coverage(figures.share(coverage));
  const room = canvas.width - 2 * MARGIN;
  const along = (number: Fraction): number => MARGIN + room * shareAlong(number, outOf);

  let y = MARGIN;
  const down = (text: string, style: Parameters<Canvas['layOut']>[2]): void => {
    const block = canvas.layOut(text, room, style);
    canvas.put(block, MARGIN, y);
    y += block.height;
  };
  down(first, { bold: true });
  // The mark of the score stands above the bar, and its point in it.
  y += 10;
  canvas.rect(MARGIN, y, room, BAR, { fill: colours.ground, stroke: colours.line });
  if (!isSame(least, greatest)) {
    canvas.rect(along(least), y, along(greatest) - along(least), BAR, {
      fill: canvas.hatch(colours.main),
      stroke: colours.main,
    });
  }
  if (least.numerator > 0) canvas.rect(MARGIN, y, along(least) - MARGIN, BAR, { fill: colours.main });
  if (value) drawMark(canvas, along(value), y);
  y += BAR + 2;
  const [zero, highest] = [figures.number({ numerator: 0, denominator: 1 }), figures.number(outOf)];
  const endStyle = { size: SMALL, fill: colours.quiet };
  const end = canvas.layOut(zero, room / 2, endStyle);
  canvas.put(end, MARGIN, y);
  canvas.put(canvas.layOut(highest, room / 2, endStyle), MARGIN + room, y, 'end');
  y += end.height + 2;
  if (value && !isComplete) down(open, {});
  down(covered, {});
  y += 2;
  canvas.rect(MARGIN, y, room, 8, { fill: colours.ground, stroke: colours.line });
  canvas.rect(MARGIN, y, room * shareAlong(coverage, { numerator: 1, denominator: 1 }), 8, { fill: colours.quiet });
  y += 8;

  const sentences = [words.pictures.says(canvas.quoted(rubric.label), first)];
  if (value && !isComplete) sentences.push(`${capitalised(open)}.`);
  sentences.push(`${capitalised(covered)}.`);
  for (const band of bands) {
    const from = ofBands.number(band.from);
    const below = band.below && ofBands.number(band.below);
    const isHere = band.id === score.band;
    const ranged = said.band(canvas.quoted(band.label), from, below);
    const text = isHere ? said.here(ranged) : ranged;
    sentences.push(`${text}.`);
    const [left, right] = [along(band.from), along(band.below ?? outOf)];
    y += 8;
    canvas.rect(left, y, Math.max(1, right - left), 6, {
      fill: isHere ? colours.main : colours.ground,
      stroke: isHere ? colours.main : colours.line,
    });
    y += 7;
    const block = canvas.layOut(text, room, { size: SMALL, bold: isHere });
    canvas.put(block, Math.min(left, MARGIN + room - block.width), y);
    y += block.height;
  }
  return canvas.finish(y + MARGIN, title, sentences);
};

const isSame = (a: Fraction, b: Fraction): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

/** A triangle above the bar whose point stands on it, and a line through it with a light edge, seen on any fill. */
const drawMark = ({ path, line, colours }: Canvas, x: number, y: number): void => {
  line(x, y, x, y + BAR, { stroke: colours.ground, strokeWidth: 5 });
  line(x, y - 2, x, y + BAR + 2, { stroke: colours.ink, strokeWidth: 2 });
  path([['M', x - 6, y - 10], ['L', x + 6, y - 10], ['L', x, y - 1], ['Z']], { fill: colours.ink });
};
