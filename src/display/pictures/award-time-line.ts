import type { AwardProgress, ElementState } from '../../model/progress/award-progress.js';
import { type Canvas, canvasOf, MARGIN, SMALL } from './draw/canvas.js';
import { drawKeys, type KeyEntry } from './draw/matrix.js';
import { type PictureOptions, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';
import { drawYears, timeAxis } from './draw/time-axis.js';
import { drawWindow } from './progress-picture.js';

const MOST_ELEMENTS = 100;
const MOST_DECISIONS = 1000;
const ROW = 30;

/**
 * The way to an award: each element with its decisions over the years (a filled circle for *achieved*, an empty square for *more evidence
 * needed*), the window that holds most elements, and the day it is seen on.
 *
 * @param progress what `awardProgress` gives
 * @throws TypeError or RangeError for what is no progress of an award, for more than 100 elements or 1,000 decisions, and for options that
 * do not exist or cannot be meant.
 *
 * @example
 * const of = { framework: { id: stemNationAwardFramework.id, edition: stemNationAwardFramework.edition }, setting: 'hilltop-primary' };
 * const achieved = { ...of, decision: 'achieved', decidedBy: 'A. Validator', reason: 'Clear evidence.' } as const;
 * const progress = awardProgress([
 *   { ...achieved, element: 'leadership', date: '2024-03-11' },
 *   { ...achieved, element: 'equity-equality', date: '2025-06-20' },
 * ], stemNationAwardFramework, { on: '2026-01-15', windowYears: 3 });
 * awardTimeLine(progress).includes('window 2024-03-11 to 2027-03-11: 2 elements') // => true
 */
export const awardTimeLine = (progress: AwardProgress, options: PictureOptions = {}): string => {
  const caller = 'awardTimeLine';
  shape.expectShape(caller, 'progress', progress, shape.award);
  const settings = readPictureOptions(caller, options);
  const { elements, on, current, fullest } = progress;
  shape.refuseMany(caller, 'progress.elements', elements.length, MOST_ELEMENTS);
  const decisions = elements.flatMap((element) => element.decisions);
  shape.refuseMany(caller, 'the decisions of progress.elements', decisions.length, MOST_DECISIONS);
  const canvas = canvasOf(settings);
  const { colours } = canvas;
  const { pictures } = settings.words;
  const said = pictures.timeLine;
  // The window to complete, and the one that held most where that is another.
  const windows = [fullest, current].flatMap((one, at, all) =>
    one === undefined || all.slice(0, at).some((other) => other?.from === one.from) ? [] : [one],
  );
  const dates = [on, ...decisions.map(({ date }) => date), ...windows.flatMap(({ from, last }) => [from, last])];
  const room = canvas.width - 2 * MARGIN;
  const isNarrow = canvas.width < 520;
  const label = isNarrow ? room : Math.min(Math.round(room * 0.38), 320);
  const axis = timeAxis(caller, dates, isNarrow ? MARGIN : MARGIN + label + 12, canvas.width - MARGIN);
  const sentences: string[] = [];
  let y = MARGIN;
  for (const { from, last, achieved } of windows) {
    const words = said.window(from, last, achieved.length);
    y += drawWindow(canvas, axis, from, last, words, y);
    sentences.push(`${words}.`);
  }
  const seen = canvas.layOut(said.on(on), axis.right - axis.left, { size: SMALL, bold: true });
  const today = axis.across(on);
  const half = seen.width / 2;
  canvas.put(seen, Math.max(axis.left + half, Math.min(today, axis.right - half)), y, 'middle');
  y += seen.height + 2;
  const top = y;
  const rows: (() => void)[] = [];
  for (const element of elements) {
    const name = canvas.layOut(element.label, label);
    const state = canvas.layOut(said.states[element.state], label, { size: SMALL, fill: colours.quiet });
    const text = name.height + state.height;
    const height = isNarrow ? text + ROW : Math.max(text, ROW);
    const line = isNarrow ? y + text + ROW / 2 : y + height / 2;
    const start = y + (isNarrow ? 0 : (height - text) / 2);
    // What is written comes last, over the lines of the years.
    rows.push(() => {
      canvas.put(name, MARGIN, start);
      canvas.put(state, MARGIN, start + name.height);
      canvas.line(axis.left, line, axis.right, line, { stroke: colours.line });
      for (const { date, decision } of element.decisions) drawDecision(canvas, decision, axis.across(date), line);
    });
    const when = element.decisions.map(({ date, decision }) => `${said.states[decision]} ${date}`);
    sentences.push(
      pictures.says(canvas.quoted(element.label), when.length > 0 ? pictures.list(when) : said.states[element.state]),
    );
    y += height + 6;
  }
  if (!isNarrow) {
    const bottom = y;
    y = drawYears(canvas, axis, top, bottom);
    canvas.line(today, top, today, bottom, { stroke: colours.ink, strokeWidth: 1.5, dashes: '6 3' });
    for (const row of rows) row();
  } else {
    for (const row of rows) row();
    canvas.line(axis.left, y, axis.right, y, { stroke: colours.line });
    canvas.path([['M', today - 5, y - 8], ['L', today + 5, y - 8], ['L', today, y], ['Z']], { fill: colours.ink });
    y = drawYears(canvas, axis, y, y + 4);
  }
  const signs = (['achieved', 'more-evidence-needed'] as const).flatMap((decision): KeyEntry[] =>
    decisions.some((one) => one.decision === decision)
      ? [
          {
            sign: (x, from, width, height) => drawDecision(canvas, decision, x + width / 2, from + height / 2),
            means: said.states[decision],
          },
        ]
      : [],
  );
  y = drawKeys(canvas, pictures.key, [signs], y + 4);
  return canvas.finish(y + MARGIN, said.title(on), sentences);
};

const drawDecision = (
  canvas: Canvas,
  decision: Exclude<ElementState['state'], 'not-decided'>,
  x: number,
  y: number,
): void => {
  const { met, notYetMet, ground } = canvas.colours;
  if (decision === 'achieved') return canvas.circle(x, y, 6, { fill: met, stroke: ground, strokeWidth: 1 });
  return canvas.rect(x - 5, y - 5, 10, 10, { fill: ground, stroke: notYetMet, strokeWidth: 2 });
};
