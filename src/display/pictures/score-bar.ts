import { capitalised } from '../../common/unicode/letter-case.js';
import type { Fraction } from '../../common/fractions.js';
import type { Evaluation, Score } from '../../model/rubrics/evaluation.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { Canvas, MARGIN, SMALL } from './draw/canvas.js';
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
  const canvas = new Canvas(settings);
  const { words } = settings;
  const { score } = evaluation;
  const title = words.pictures.score.title(canvas.quoted(rubric.label));
  if (score.kind === 'scored') return drawScore(canvas, score, rubric, words, title);
  const said = words.pictures.score.unscored[score.because];
  const block = canvas.layOut(said, canvas.width - 2 * MARGIN, { bold: true });
  canvas.put(block, MARGIN, MARGIN);
  return canvas.finish(2 * MARGIN + block.height, title, [words.pictures.says(canvas.quoted(rubric.label), said)]);
};

const drawScore = (canvas: Canvas, score: Scored, rubric: Rubric, words: PictureWords, title: string): string =>
  new ScoreDrawing(canvas, score, rubric, words).finish(title);

class ScoreDrawing {
  readonly #canvas: Canvas;
  readonly #score: Scored;
  readonly #rubric: Rubric;
  readonly #words: PictureWords;
  readonly #room: number;
  #y = MARGIN;

  constructor(canvas: Canvas, score: Scored, rubric: Rubric, words: PictureWords) {
    this.#canvas = canvas;
    this.#score = score;
    this.#rubric = rubric;
    this.#words = words;
    this.#room = canvas.width - 2 * MARGIN;
  }

  finish(title: string): string {
    const { value, interval, coverage, outOf, unit } = this.#score;
    const { least, greatest } = interval;
    const { says, score: said } = this.#words.pictures;
    const figures = figuresOf(
      [...(value ? [value] : []), least, greatest, outOf],
      unit,
      outOf,
      this.#words.decimalSign,
    );
    const most = unit === 'share' ? undefined : figures.number(outOf);
    const isComplete = coverage.numerator === coverage.denominator && isSame(least, greatest);
    const open = said.open(figures.number(least), figures.number(greatest), most);
    const first = value ? said.value(figures.number(value), most, isComplete) : open;
    const covered = said.coverage(figures.share(coverage));
    const hasOpen = value !== undefined && !isComplete;
    this.#down(first, { bold: true });
    this.#bar();
    this.#ends(figures.number({ numerator: 0, denominator: 1 }), figures.number(outOf));
    if (hasOpen) this.#down(open, {});
    this.#down(covered, {});
    this.#coverage();
    const sentences = [
      says(this.#canvas.quoted(this.#rubric.label), first),
      ...(hasOpen ? [`${capitalised(open)}.`] : []),
      `${capitalised(covered)}.`,
      ...this.#bands(),
    ];
    return this.#canvas.finish(this.#y + MARGIN, title, sentences);
  }

  /** Text over the whole width, below what was drawn before. */
  #down(text: string, style: Parameters<Canvas['layOut']>[2]): void {
    const block = this.#canvas.layOut(text, this.#room, style);
    this.#canvas.put(block, MARGIN, this.#y);
    this.#y += block.height;
  }

  #along(number: Fraction): number {
    return MARGIN + this.#room * shareAlong(number, this.#score.outOf);
  }

  /** What is reached for certain is filled, what is open hatched; the mark of the score stands above the bar, and its point in it. */
  #bar(): void {
    const canvas = this.#canvas;
    const { colours } = canvas;
    const { value, interval } = this.#score;
    const { least, greatest } = interval;
    const [from, to] = [this.#along(least), this.#along(greatest)];
    this.#y += 10;
    canvas.rect(MARGIN, this.#y, this.#room, BAR, { fill: colours.ground, stroke: colours.line });
    if (!isSame(least, greatest)) {
      const style = { fill: canvas.hatch(colours.main), stroke: colours.main };
      canvas.rect(from, this.#y, to - from, BAR, style);
    }
    if (least.numerator > 0) canvas.rect(MARGIN, this.#y, from - MARGIN, BAR, { fill: colours.main });
    if (value) drawMark(canvas, this.#along(value), this.#y);
    this.#y += BAR + 2;
  }

  /** The numbers at the ends of the bar. */
  #ends(zero: string, highest: string): void {
    const canvas = this.#canvas;
    const style = { size: SMALL, fill: canvas.colours.quiet };
    const end = canvas.layOut(zero, this.#room / 2, style);
    canvas.put(end, MARGIN, this.#y);
    canvas.put(canvas.layOut(highest, this.#room / 2, style), MARGIN + this.#room, this.#y, 'end');
    this.#y += end.height + 2;
  }

  #coverage(): void {
    const { colours } = this.#canvas;
    const share = shareAlong(this.#score.coverage, { numerator: 1, denominator: 1 });
    this.#y += 2;
    this.#canvas.rect(MARGIN, this.#y, this.#room, 8, { fill: colours.ground, stroke: colours.line });
    this.#canvas.rect(MARGIN, this.#y, this.#room * share, 8, { fill: colours.quiet });
    this.#y += 8;
  }

  /** The bands below the bar, each where it lies; gives what they say. */
  #bands(): readonly string[] {
    const { bands = [] } = this.#rubric;
    const { unit, outOf, band: here } = this.#score;
    const { score: said } = this.#words.pictures;
    const canvas = this.#canvas;
    const { main, ground, line } = canvas.colours;
    const ends = bands.flatMap(({ from, below }) => (below === undefined ? [from] : [from, below]));
    const figures = figuresOf(ends, unit, outOf, this.#words.decimalSign);
    return bands.map(({ id, label, from, below }) => {
      const isHere = id === here;
      const ranged = said.band(canvas.quoted(label), figures.number(from), below && figures.number(below));
      const text = isHere ? said.here(ranged) : ranged;
      const [left, right] = [this.#along(from), this.#along(below ?? outOf)];
      this.#y += 8;
      const style = { fill: isHere ? main : ground, stroke: isHere ? main : line };
      canvas.rect(left, this.#y, Math.max(1, right - left), 6, style);
      this.#y += 7;
      const block = canvas.layOut(text, this.#room, { size: SMALL, bold: isHere });
      canvas.put(block, Math.min(left, MARGIN + this.#room - block.width), this.#y);
      this.#y += block.height;
      return `${text}.`;
    });
  }
}

const isSame = (a: Fraction, b: Fraction): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

/** A triangle above the bar whose point stands on it, and a line through it with a light edge, seen on any fill. */
const drawMark = (canvas: Canvas, x: number, y: number): void => {
  const { colours } = canvas;
  canvas.line(x, y, x, y + BAR, { stroke: colours.ground, strokeWidth: 5 });
  canvas.line(x, y - 2, x, y + BAR + 2, { stroke: colours.ink, strokeWidth: 2 });
  canvas.path([['M', x - 6, y - 10], ['L', x + 6, y - 10], ['L', x, y - 1], ['Z']], { fill: colours.ink });
};
