import type { Fraction } from '../../common/fractions.js';
import { byCodeUnits } from '../../common/code-units.js';
import type { AwardWindow } from '../../model/progress/award-progress.js';
import type { DatedEvaluation } from '../../model/progress/setting-progress.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Score } from '../../model/rubrics/evaluation.js';
import { Canvas, MARGIN, SMALL } from './draw/canvas.js';
import { type Figures, figuresOf, shareAlong } from './draw/figures.js';
import { type PictureOptions, type PictureWords, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';
import { drawYears, type TimeAxis, timeAxis } from './draw/time-axis.js';

const MOST_EVALUATIONS = 200;
const MOST_WINDOWS = 20;
const MOST_OUTCOMES = 100;
const PLOT = 160;

export interface ProgressPictureOptions extends PictureOptions {
  /** Windows to show behind the evaluations, such as those of `awardProgress`. */
  readonly windows?: readonly Pick<AwardWindow, 'from' | 'last'>[] | undefined;
}

type Scored = Extract<Score, { kind: 'scored' }>;

/**
 * One setting over the years: the score of each evaluation as a dot, with a line over all that it may still be; behind them the windows,
 * and beneath each date with its score, how much was rated, and the outcomes that were met.
 *
 * @param evaluations of one rubric in one version, in any order; bring earlier ones forward first, as for `settingProgress`
 * @throws TypeError or RangeError for what are no dated evaluations or no rubric, for an evaluation by another rubric or version, for two
 * of one date, for more than 200, and for options that do not exist or cannot be meant.
 *
 * @example
 * const evaluations = [
 *   { date: '2025-05-30', evaluation: evaluate(stemNationLeadership, { ratings: { 'use-of-data': 'partly', 'core-team': 'partly' } }) },
 *   { date: '2026-05-29', evaluation: evaluate(stemNationLeadership, { ratings: { 'use-of-data': 'met', 'core-team': 'met' } }) },
 * ];
 * const svg = progressPicture(evaluations, stemNationLeadership, { windows: [{ from: '2025-03-11', last: '2028-03-11' }] });
 * svg.includes('window 2025-03-11 to 2028-03-11') // => true
 */
export const progressPicture = (
  evaluations: readonly DatedEvaluation[],
  rubric: Rubric,
  options: ProgressPictureOptions = {},
): string => {
  const caller = 'progressPicture';
  shape.expectShape(caller, 'evaluations', evaluations, shape.datedEvaluations);
  shape.refuseNoLabels(caller, rubric);
  const settings = readPictureOptions(caller, options, ['windows']);
  const { windows = [] } = options;
  shape.expectShape(caller, 'windows', windows, shape.windows);
  shape.refuseMany(caller, 'evaluations', evaluations.length, MOST_EVALUATIONS);
  shape.refuseMany(caller, 'windows', windows.length, MOST_WINDOWS);
  const points = pointsOf(caller, evaluations, windows, rubric);
  const canvas = new Canvas(settings);
  const { words } = settings;
  const scores = points.flatMap(({ evaluation: { score } }) => (score.kind === 'scored' ? [score] : []));
  const [first] = scores;
  const figures = first && figuresOf(scores.flatMap(numbersOf), first.unit, first.outOf, words.decimalSign);
  const sentences: string[] = [];
  let y = MARGIN;
  const dates = [...points.map(({ date }) => date), ...windows.flatMap(({ from, last }) => [from, last])];
  if (dates.length > 0) {
    const zero = { numerator: 0, denominator: 1 };
    const ends = figures && first ? [figures.number(zero), figures.number(first.outOf)] : [];
    const blocks = ends.map((end) => canvas.layOut(end, 80, { size: SMALL, fill: canvas.colours.quiet }));
    const left = MARGIN + blocks.reduce((most, { width }) => Math.max(most, width), 0) + (blocks.length > 0 ? 6 : 0);
    const axis = timeAxis(caller, dates, left, canvas.width - MARGIN);
    for (const { from, last } of [...windows].sort((a, b) => byCodeUnits(a.from, b.from))) {
      y += drawWindow(canvas, axis, from, last, words.pictures.progress.window(from, last), y);
      sentences.push(`${words.pictures.progress.window(from, last)}.`);
    }
    if (first !== undefined) {
      blocks.forEach((block, at) => {
        canvas.put(block, left - 6, (at === 0 ? y + 8 + PLOT : y + 8) - block.height / 2, 'end');
      });
      drawPlot(canvas, axis, points, first.outOf, y + 8);
      y = drawYears(canvas, axis, y + 8, y + 8 + PLOT);
    } else y = drawYears(canvas, axis, y, y + 12);
  }
  for (const point of points) {
    const told = toldOf(canvas, point, figures, words);
    sentences.push(words.pictures.says(point.date, told));
    y += 6;
    const date = canvas.layOut(point.date, 100, { size: SMALL, bold: true });
    const block = canvas.layOut(told, canvas.width - 2 * MARGIN - 100, { size: SMALL });
    canvas.put(date, MARGIN, y);
    canvas.put(block, MARGIN + 100, y);
    y += block.height;
  }
  return canvas.finish(y + MARGIN, words.pictures.progress.title(canvas.quoted(rubric.label)), sentences);
};

/** The evaluations by date. Those of another rubric or of one date are refused, and windows that end before they begin. */
const pointsOf = (
  caller: string,
  evaluations: readonly DatedEvaluation[],
  windows: NonNullable<ProgressPictureOptions['windows']>,
  rubric: Rubric,
): readonly DatedEvaluation[] => {
  evaluations.forEach(({ evaluation }, at) => {
    shape.refuseMany(caller, `evaluations[${at}].evaluation.outcomes`, evaluation.outcomes.length, MOST_OUTCOMES);
    shape.refuseOtherRubric(caller, `evaluations[${at}].evaluation`, evaluation.rubric, rubric);
  });
  for (const [at, { from, last }] of windows.entries()) {
    if (from <= last) continue;
    throw new RangeError(`${caller}: windows[${at}] ends on “${last}”, before it begins on “${from}”`);
  }
  const points = [...evaluations].sort((a, b) => byCodeUnits(a.date, b.date));
  points.forEach(({ date }, at) => {
    if (at === 0 || points[at - 1]?.date !== date) return;
    throw new RangeError(`${caller}: evaluations has two of “${date}”; give one of each date`);
  });
  return points;
};

const numbersOf = ({ value, interval }: Scored): Fraction[] => [
  ...(value ? [value] : []),
  interval.least,
  interval.greatest,
];

const toldOf = (
  canvas: Canvas,
  { evaluation }: DatedEvaluation,
  figures: Figures | undefined,
  { pictures }: PictureWords,
): string => {
  const { score, outcomes } = evaluation;
  const met = outcomes.filter(({ verdict }) => verdict === 'met').map(({ label }) => canvas.quoted(label));
  const reached = met.length > 0 ? pictures.progress.met(met) : pictures.progress.noneMet;
  const parts = outcomes.length > 0 ? [reached] : [];
  if (score.kind === 'unscored') return pictures.joined([pictures.score.unscored[score.because], ...parts]);
  if (figures === undefined) return pictures.joined(parts);
  const most = score.unit === 'share' ? undefined : figures.number(score.outOf);
  const { least, greatest } = score.interval;
  const isComplete = score.coverage.numerator === score.coverage.denominator;
  const first = score.value
    ? pictures.score.value(figures.number(score.value), most, isComplete)
    : pictures.score.open(figures.number(least), figures.number(greatest), most);
  const coverage = isComplete ? [] : [pictures.score.coverage(figures.share(score.coverage))];
  return pictures.joined([first, ...coverage, ...parts]);
};

/** A bar with brackets at its ends under its words; gives its height. */
export const drawWindow = (
  canvas: Canvas,
  axis: TimeAxis,
  from: string,
  last: string,
  words: string,
  y: number,
): number => {
  const { colours } = canvas;
  const [x1, x2] = [axis.across(from), axis.across(last)];
  const room = axis.right - axis.left;
  const block = canvas.layOut(words, room, { size: SMALL });
  // The words begin where the window does, or earlier where they would not fit.
  canvas.put(block, Math.max(axis.left, Math.min(x1, axis.right - block.width)), y);
  const bar = y + block.height + 2;
  canvas.rect(x1, bar, Math.max(2, x2 - x1), 6, { fill: canvas.hatch(colours.quiet), stroke: colours.quiet });
  return block.height + 14;
};

const drawPlot = (
  canvas: Canvas,
  axis: TimeAxis,
  points: readonly DatedEvaluation[],
  outOf: Fraction,
  top: number,
): void => {
  const { colours } = canvas;
  const up = (value: Fraction): number => top + PLOT * (1 - shareAlong(value, outOf));
  canvas.line(axis.left, top, axis.left, top + PLOT, { stroke: colours.line });
  canvas.line(axis.left, top + PLOT, axis.right, top + PLOT, { stroke: colours.line });
  canvas.line(axis.left, top, axis.right, top, { stroke: colours.line, strokeWidth: 0.5 });
  const marks = points.flatMap(({ date, evaluation: { score } }) =>
    score.kind === 'scored' ? [{ x: axis.across(date), score }] : [],
  );
  // Only scores of what is rated are joined; where one has none, the line breaks off.
  marks.forEach(({ x, score }, at) => {
    const before = marks[at - 1];
    if (before?.score.value === undefined || score.value === undefined) return;
    canvas.line(before.x, up(before.score.value), x, up(score.value), { stroke: colours.main, strokeWidth: 1.5 });
  });
  for (const { x, score } of marks) {
    const [low, high] = [up(score.interval.least), up(score.interval.greatest)];
    if (low !== high) {
      canvas.line(x, low, x, high, { stroke: colours.quiet, strokeWidth: 2 });
      canvas.line(x - 5, low, x + 5, low, { stroke: colours.quiet, strokeWidth: 2 });
      canvas.line(x - 5, high, x + 5, high, { stroke: colours.quiet, strokeWidth: 2 });
    }
    if (score.value)
      canvas.circle(x, up(score.value), 5, { fill: colours.main, stroke: colours.ground, strokeWidth: 1.5 });
  }
};
