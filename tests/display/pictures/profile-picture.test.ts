import { expect, test } from 'vitest';
import { profilePicture } from '../../../src/display/pictures/profile-picture.js';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import { defineRubric } from '../../../src/model/define.js';
import { threeLevels } from '../../support/small-rubric.js';
import { every, linesOf, readSvg, toldOf } from '../../support/read-svg.js';

const rubric = defineRubric({
  id: 'four',
  version: '1.0.0',
  label: 'Four criteria',
  notice: 'For tests.',
  scale: threeLevels,
  groups: [
    { id: 'first', label: 'First group' },
    { id: 'second', label: 'Second group' },
  ],
  criteria: [
    { id: 'a', label: 'Alpha', weight: 1, group: 'first' },
    { id: 'b', label: 'Beta', weight: 1, group: 'first' },
    { id: 'c', label: 'Gamma', weight: 1, group: 'second', notApplicable: 'allowed' },
    { id: 'd', label: 'Delta', weight: 1, group: 'second' },
  ],
  scoring: { kind: 'none' },
  outcomes: [],
});
const evaluation = evaluate(rubric, {
  ratings: { a: 'middle', b: { levels: ['low', 'high'] }, c: { notApplicable: 'none here' } },
});
const colours = { main: '#123456', line: '#654321' };
const picture = readSvg(profilePicture(evaluation, rubric, { colours }));

/** The boxes of a row by how they are filled: *f* full, *h* hatched, *d* dashed, *e* empty. */
const boxes = every(picture, 'rect')
  .slice(1)
  .map(({ values }) =>
    values['fill'] === colours.main
      ? 'f'
      : values['fill']!.startsWith('url')
        ? 'h'
        : values['stroke-dasharray'] === undefined
          ? 'e'
          : 'd',
  )
  .join('');

test('rated, contested, not applicable and unrated differ in form: filled, hatched, a line, dashed', () => {
  expect(boxes).toBe('ffe' + 'fhh' + 'ddd');
  expect(every(picture, 'line')).toHaveLength(1);
});

test('and in words, group by group, in the picture as in what is read aloud', () => {
  const { levels } = threeLevels;
  const [low, middle, high] = levels.map(({ label }) => label);
  expect(linesOf(picture).join(' | ')).toBe(
    `First group | Alpha | ${middle} | Beta | assessors differ: ${low} to | ${high} | Second group | Gamma | not applicable | Delta | not rated`,
  );
  expect(toldOf(picture).description).toBe(
    `First group. Alpha: ${middle}. Beta: assessors differ: ${low} to ${high}. Second group. Gamma: not applicable. Delta: not rated.`,
  );
});

test('more criteria than a picture shows are refused in words', () => {
  const many = { ...evaluation, criteria: Array.from({ length: 501 }, () => evaluation.criteria[0]!) };
  expect(() => profilePicture(many, rubric)).toThrow(
    'profilePicture: evaluation.criteria has 501 entries; a picture shows at most 500',
  );
});
