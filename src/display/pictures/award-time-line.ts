import type { AwardProgress, ElementState } from '../../model/progress/award-progress.js';
import { type Block, Canvas, MARGIN, SMALL } from './draw/canvas.js';
import { drawKeys, type KeyEntry } from './draw/matrix.js';
import { type PictureOptions, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';
import { drawYears, type TimeAxis, timeAxis } from './draw/time-axis.js';
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
  const canvas = new Canvas(settings);
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
  y += drawToday(canvas, axis, on, said.on(on), y) + 2;
  const top = y;
  const rows = elements.map((element): ElementRow => {
    const row = layOutElement(canvas, element, said.states[element.state], label, y, isNarrow);
    y += row.height + 6;
    return row;
  });
  // What is written comes last, over the lines of the years.
  const draw = (): void => {
    for (const row of rows) drawElement(canvas, axis, row);
  };
  y = isNarrow ? drawNarrow(canvas, axis, on, y, draw) : drawWide(canvas, axis, on, [top, y], draw);
  for (const { label: name, state, decisions: its } of elements) {
    const when = its.map(({ date, decision }) => `${said.states[decision]} ${date}`);
    sentences.push(pictures.says(canvas.quoted(name), when.length > 0 ? pictures.list(when) : said.states[state]));
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

/** The day that the picture is of, over its place on the axis; gives the height of the words. */
const drawToday = (canvas: Canvas, axis: TimeAxis, on: string, words: string, y: number): number => {
  const seen = canvas.layOut(words, axis.right - axis.left, { size: SMALL, bold: true });
  const half = seen.width / 2;
  canvas.put(seen, Math.max(axis.left + half, Math.min(axis.across(on), axis.right - half)), y, 'middle');
  return seen.height;
};

/** An element laid out: its words from `top`, its decisions along a line. */
interface ElementRow {
  readonly element: AwardProgress['elements'][number];
  readonly name: Block;
  readonly state: Block;
  readonly top: number;
  readonly line: number;
  readonly height: number;
}

/** Beside its line, or above it where the picture is narrow. */
const layOutElement = (
  canvas: Canvas,
  element: ElementRow['element'],
  said: string,
  room: number,
  y: number,
  isNarrow: boolean,
): ElementRow => {
  const name = canvas.layOut(element.label, room);
  const state = canvas.layOut(said, room, { size: SMALL, fill: canvas.colours.quiet });
  const text = name.height + state.height;
  const height = isNarrow ? text + ROW : Math.max(text, ROW);
  const line = isNarrow ? y + text + ROW / 2 : y + height / 2;
  return { element, name, state, top: y + (isNarrow ? 0 : (height - text) / 2), line, height };
};

const drawElement = (canvas: Canvas, axis: TimeAxis, { element, name, state, top, line }: ElementRow): void => {
  canvas.put(name, MARGIN, top);
  canvas.put(state, MARGIN, top + name.height);
  canvas.line(axis.left, line, axis.right, line, { stroke: canvas.colours.line });
  for (const { date, decision } of element.decisions) drawDecision(canvas, decision, axis.across(date), line);
};

/** The lines of the years go through all rows, and that of the day with them; gives where the picture ends. */
const drawWide = (
  canvas: Canvas,
  axis: TimeAxis,
  on: string,
  [top, bottom]: readonly [number, number],
  rows: () => void,
): number => {
  const end = drawYears(canvas, axis, top, bottom);
  const today = axis.across(on);
  canvas.line(today, top, today, bottom, { stroke: canvas.colours.ink, strokeWidth: 1.5, dashes: '6 3' });
  rows();
  return end;
};

/** The years stand below all rows, with a mark on the day; gives where the picture ends. */
const drawNarrow = (canvas: Canvas, axis: TimeAxis, on: string, y: number, rows: () => void): number => {
  const { line, ink } = canvas.colours;
  const today = axis.across(on);
  rows();
  canvas.line(axis.left, y, axis.right, y, { stroke: line });
  canvas.path([['M', today - 5, y - 8], ['L', today + 5, y - 8], ['L', today, y], ['Z']], { fill: ink });
  return drawYears(canvas, axis, y, y + 4);
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
