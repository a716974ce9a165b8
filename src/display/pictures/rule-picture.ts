import type { Finding, OutcomeVerdict } from '../../model/rubrics/evaluation.js';
import { Canvas, MARGIN } from './draw/canvas.js';
import { type PictureOptions, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';

const MOST_FINDINGS = 500;
const INDENT = 26;
/** Deeper findings stand no further to the side, so that their words keep room. */
const DEEPEST = 6;
const MARK = 9;

/**
 * Why an outcome is met or not: its rule as a tree of findings, each with its verdict as a sign and in words. A tick in a full circle is
 * *met*, a cross in an empty one *not yet met*, a half-filled circle *undecided*, a dash *does not apply*.
 *
 * @param outcome one of `evaluation.outcomes`
 * @throws TypeError or RangeError for what is no outcome of an evaluation, for more than 500 findings, and for options that do not exist or
 * cannot be meant.
 *
 * @example
 * const { outcomes } = evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } });
 * rulePicture(outcomes[1]!).includes('not yet met') // => true
 */
export const rulePicture = (outcome: OutcomeVerdict, options: PictureOptions = {}): string => {
  shape.expectShape('rulePicture', 'outcome', outcome, shape.outcome);
  const settings = readPictureOptions('rulePicture', options);
  const canvas = new Canvas(settings);
  const { pictures } = settings.words;
  const { colours } = canvas;
  const sentences: string[] = [];
  const heading = canvas.layOut(outcome.label, canvas.width - 2 * MARGIN, { bold: true });
  canvas.put(heading, MARGIN, MARGIN);
  let y = MARGIN + heading.height + 6;
  /** Where the line from a finding down to those inside it begins, by depth. */
  const ends: number[] = [];
  for (const { finding, depth } of inOrder(outcome.finding)) {
    const step = Math.min(depth, DEEPEST);
    const x = MARGIN + step * INDENT;
    const room = canvas.width - MARGIN - x - 2 * MARK - 8;
    const verdict = pictures.verdicts[finding.verdict];
    const said = canvas.layOut(verdict, room, { size: 12, bold: true, fill: colourOf(canvas, finding.verdict) });
    const message = canvas.layOut(finding.message, room, { size: 13 });
    const middle = y + MARK + 1;
    const above = ends[step - 1];
    if (step > 0 && above !== undefined) {
      const line = x - INDENT + MARK;
      canvas.path(
        [
          ['M', line, above],
          ['L', line, middle],
          ['L', x - 2, middle],
        ],
        { stroke: colours.line },
      );
    }
    // The next one at this depth hangs from this one, so that no line is drawn twice.
    if (step > 0) ends[step - 1] = middle;
    drawVerdict(canvas, finding.verdict, x + MARK, middle);
    canvas.put(said, x + 2 * MARK + 8, y);
    canvas.put(message, x + 2 * MARK + 8, y + said.height);
    ends[step] = middle + MARK + 2;
    ends.length = step + 1;
    sentences.push(pictures.says(verdict, canvas.quoted(finding.message).replace(/\.$/u, '')));
    y += said.height + message.height + 8;
  }
  const title = pictures.rule.title(canvas.quoted(outcome.label), pictures.verdicts[outcome.verdict]);
  return canvas.finish(y + MARGIN, title, sentences);
};

/** The findings as a tree is read, each before those inside it; without recursion, for rules may be deep. */
const inOrder = (first: Finding): { readonly finding: Finding; readonly depth: number }[] => {
  const found: { finding: Finding; depth: number }[] = [];
  const open = [{ finding: first, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    shape.expectShape(
      'rulePicture',
      found.length === 0 ? 'outcome.finding' : 'a finding of outcome',
      next.finding,
      shape.finding,
    );
    found.push(next);
    const { depth } = next;
    shape.refuseMany(
      'rulePicture',
      'outcome.finding',
      found.length + open.length + next.finding.findings.length,
      MOST_FINDINGS,
    );
    open.push(...next.finding.findings.map((finding) => ({ finding, depth: depth + 1 })).reverse());
  }
  return found;
};

const colourOf = ({ colours }: Canvas, verdict: Finding['verdict']): string => {
  switch (verdict) {
    case 'met':
      return colours.met;
    case 'not-yet-met':
      return colours.notYetMet;
    case 'undecided':
      return colours.undecided;
    case 'not-applicable':
      return colours.quiet;
  }
};

const drawVerdict = (canvas: Canvas, verdict: Finding['verdict'], x: number, y: number): void => {
  const colour = colourOf(canvas, verdict);
  const { ground } = canvas.colours;
  const line = { stroke: colour, strokeWidth: 2 };
  switch (verdict) {
    case 'met':
      canvas.circle(x, y, MARK - 1, { fill: colour });
      canvas.path(
        [
          ['M', x - 4, y],
          ['L', x - 1, y + 3],
          ['L', x + 4, y - 3],
        ],
        { stroke: ground, strokeWidth: 2 },
      );
      return;
    case 'not-yet-met':
      canvas.circle(x, y, MARK - 2, { fill: ground, ...line });
      canvas.path(
        [
          ['M', x - 3, y - 3],
          ['L', x + 3, y + 3],
          ['M', x - 3, y + 3],
          ['L', x + 3, y - 3],
        ],
        line,
      );
      return;
    case 'undecided': {
      const r = MARK - 2;
      // A half circle of one curve, near enough for a sign: its handles stand 4/3 of the radius to the side.
      const side = (4 / 3) * r;
      canvas.circle(x, y, r, { fill: ground, ...line });
      canvas.path([['M', x, y - r], ['C', x - side, y - r, x - side, y + r, x, y + r], ['Z']], { fill: colour });
      return;
    }
    case 'not-applicable':
      canvas.line(x - 6, y, x + 6, y, line);
  }
};
