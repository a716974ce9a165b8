import { describe, expect, test } from 'vitest';
import { scoreBar } from '../../../src/display/pictures/score-bar.js';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import { french } from '../../../src/messages/french.js';
import { defineRubric } from '../../../src/model/define.js';
import { threeLevels } from '../../support/small-rubric.js';
import { every, linesOf, numberIn, readSvg, toldOf } from '../../support/read-svg.js';

const rubric = defineRubric({
  id: 'four',
  version: '1.0.0',
  label: 'Four criteria',
  notice: 'For tests.',
  scale: threeLevels,
  criteria: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase(), weight: 1 })),
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  bands: [
    { id: 'early', label: 'Early', from: { numerator: 0, denominator: 1 }, below: { numerator: 1, denominator: 2 } },
    { id: 'later', label: 'Later', from: { numerator: 1, denominator: 2 } },
  ],
  outcomes: [],
});
const half = evaluate(rubric, { ratings: { a: 'high', b: 'middle' } });
const all = evaluate(rubric, { ratings: { a: 'high', b: 'high', c: 'middle', d: 'middle' } });
const colours = { main: '#123456', line: '#654321' };

test('the bar is as long as the score: filled to the least, hatched to the greatest, marked at the value', () => {
  // Of four criteria one is at the top (1) and one half way up (1/2): 3/4 of what is rated, at least 3/8, at most 7/8.
  const picture = readSvg(scoreBar(half, rubric, { width: 416, colours }));
  const [, frame, hatched, filled] = every(picture, 'rect');
  expect([numberIn(frame!, 'x'), numberIn(frame!, 'width')]).toEqual([8, 400]);
  expect([numberIn(filled!, 'x'), numberIn(filled!, 'width')]).toEqual([8, 150]);
  expect([numberIn(hatched!, 'x'), numberIn(hatched!, 'width')]).toEqual([158, 200]);
  expect(hatched!.values['fill']).toBe('url(#picture-hatch)');
  expect(every(picture, 'line').map((line) => numberIn(line, 'x1'))).toEqual([308, 308]);
});

test('it says the score, what is open, how much is rated, and each band with its bounds', () => {
  const picture = readSvg(scoreBar(half, rubric));
  expect(linesOf(picture)).toEqual([
    '75 % of what is rated',
    '0 %',
    '100 %',
    'between 37.5 % and 87.5 % when all is rated',
    '50 % rated',
    'Early: 0 % to 50 %',
    'Later: from 50 %',
  ]);
  expect(toldOf(picture)).toEqual({
    title: 'Score by “Four criteria”.',
    description:
      'Four criteria: 75 % of what is rated. Between 37.5 % and 87.5 % when all is rated. 50 % rated. Early: 0 % to 50 %. Later: from 50 %.',
  });
});

test('the band of the score is named, filled and bold, and a whole score has nothing hatched', () => {
  const picture = readSvg(scoreBar(all, rubric, { colours }));
  expect(linesOf(picture)).toContain('Later: from 50 % – the score is here');
  expect(every(picture, 'text').filter((text) => text.values['font-weight'] === 'bold')).toHaveLength(2);
  expect(every(picture, 'rect').filter(({ values }) => values['fill']?.startsWith('url'))).toEqual([]);
  expect(every(picture, 'rect').filter(({ values }) => values['fill'] === colours.main)).toHaveLength(2);
});

test('the words and the decimal sign are those of the language', () => {
  const picture = readSvg(scoreBar(half, rubric, { messages: french }));
  expect(picture.values['lang']).toBe('fr');
  expect(linesOf(picture)).toContain('entre 37,5 % et 87,5 % quand tout sera évalué');
});

describe('where there is no score', () => {
  test.each([[{}, 'No score yet: nothing is rated']])('%j: %s', (ratings, said) => {
    expect(linesOf(readSvg(scoreBar(evaluate(rubric, { ratings }), rubric)))).toEqual([said]);
  });
});

test('an evaluation by another version is refused in words', () => {
  expect(() => scoreBar(half, { ...rubric, version: '2.0.0' })).toThrow(
    'scoreBar: evaluation is by the rubric “four” 1.0.0; rubric is “four” 2.0.0',
  );
});
