import { expect, test } from 'vitest';
import { awardProgress } from '../../../src/award/decisions/award-progress.js';
import { stemNationAwardFramework } from '../../../src/data/frameworks/stem-nation-award.js';
import { awardTimeLine } from '../../../src/display/pictures/award-time-line.js';
import { progressPicture } from '../../../src/display/pictures/progress-picture.js';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import { defineRubric } from '../../../src/model/define.js';
import { threeLevels } from '../../support/small-rubric.js';
import { every, linesOf, numberIn, readSvg, toldOf } from '../../support/read-svg.js';

const rubric = defineRubric({
  id: 'two',
  version: '1.0.0',
  label: 'Two criteria',
  notice: 'For tests.',
  scale: threeLevels,
  criteria: ['a', 'b'].map((id) => ({ id, label: id.toUpperCase(), weight: 1 })),
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [{ id: 'good', label: 'Good enough', origin: 'project', rule: { kind: 'every', level: 'middle' } }],
});
const at = (date: string, ratings: Parameters<typeof evaluate<typeof rubric>>[1]['ratings']) => ({
  date,
  evaluation: evaluate(rubric, { ratings: ratings as never }),
});
const evaluations = [
  at('2026-01-01', { a: 'high', b: 'middle' } as never),
  at('2024-01-01', { a: 'middle' } as never),
  at('2025-01-01', { a: 'middle', b: 'middle' } as never),
];

test('dots lie as far along as their days, and as high as their scores', () => {
  const picture = readSvg(progressPicture(evaluations, rubric));
  const dots = every(picture, 'circle').map((dot) => [numberIn(dot, 'cx'), numberIn(dot, 'cy')] as const);
  // 366 days lie between the first two, 365 between the others.
  const [first, second, third] = dots.map(([x]) => x) as [number, number, number];
  expect((second - first) / (third - second)).toBeCloseTo(366 / 365, 2);
  // Half way up, half way up, and three quarters: the plot is 160 pixels high.
  const [half, still, more] = dots.map(([, y]) => y) as [number, number, number];
  expect([half - still, Math.round((half - more) * 100) / 100]).toEqual([0, 40]);
  // What is open of the first, from a quarter to three quarters, is a line of 80 pixels.
  const spans = every(picture, 'line').map((line) => numberIn(line, 'y1') - numberIn(line, 'y2'));
  expect(spans).toContain(80);
});

test('each date says its score, how much was rated, and the outcomes met', () => {
  expect(toldOf(readSvg(progressPicture(evaluations, rubric))).description).toBe(
    '2024-01-01: 50 % of what is rated; 50 % rated; no outcome met. 2025-01-01: 50 %; met: Good enough. 2026-01-01: 75 %; met: Good enough.',
  );
});

test('two evaluations of one date, and windows that end before they begin, are refused in words', () => {
  expect(() => progressPicture([evaluations[0]!, evaluations[0]!], rubric)).toThrow(
    'progressPicture: evaluations has two of “2026-01-01”; give one of each date',
  );
  expect(() => progressPicture(evaluations, rubric, { windows: [{ from: '2026-01-01', last: '2025-01-01' }] })).toThrow(
    'progressPicture: windows[0] ends on “2025-01-01”, before it begins on “2026-01-01”',
  );
});

test('no evaluation at all makes a picture of nothing, with its title', () => {
  expect(toldOf(readSvg(progressPicture([], rubric))).title).toBe('Progress over time by “Two criteria”.');
});

test.each(['0000-01-01', '9999-12-31'])('dates at the end of the calendar are drawn: %s', (date) => {
  expect(linesOf(readSvg(progressPicture([{ ...evaluations[0]!, date }], rubric)))).toContain(date);
});

const of = {
  framework: { id: stemNationAwardFramework.id, edition: stemNationAwardFramework.edition },
  setting: 'hilltop',
  decidedBy: 'A. Validator',
  reason: 'Seen.',
};

test('the time-line tells achieved from more evidence needed by form, and places both by their days', () => {
  const progress = awardProgress(
    [
      { ...of, element: 'leadership', date: '2024-01-01', decision: 'achieved' },
      { ...of, element: 'equity-equality', date: '2025-01-01', decision: 'more-evidence-needed' },
      { ...of, element: 'equity-equality', date: '2026-01-01', decision: 'achieved' },
    ],
    stemNationAwardFramework,
    { on: '2026-06-01', windowYears: 3 },
  );
  const picture = readSvg(awardTimeLine(progress));
  const [first, last] = every(picture, 'circle').map((dot) => numberIn(dot, 'cx')) as [number, number];
  const square = every(picture, 'rect').find(({ values }) => values['width'] === '10')!;
  expect((numberIn(square, 'x') + 5 - first) / (last - first)).toBeCloseTo(366 / 731, 2);
  const { description } = toldOf(picture);
  expect(description).toContain(
    'Equity and equality in STEM: more evidence needed 2025-01-01 and achieved 2026-01-01.',
  );
  expect(description).toContain('not decided yet.');
  expect(linesOf(picture)).toContain('seen on 2026-06-01');
});
