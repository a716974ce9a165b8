import { expect, test } from 'vitest';
import { stemSchoolLabelFramework as framework } from '../../src/data/frameworks/stem-school-label.js';
import { stemSchoolLabel } from '../../src/data/rubrics/stem-school-label.js';
import { evaluate } from '../../src/evaluation/index.js';

test('the STEM School Label is a profile of seven key elements, with the nine criteria that were read and no verdict', () => {
  expect(framework.elements.length).toBe(7);
  expect(framework.elements.every(({ verified }) => !verified)).toBe(true);
  expect(stemSchoolLabel.groups!.map(({ id }) => id)).toEqual(framework.elements.map(({ id }) => id));
  expect(stemSchoolLabel.criteria.length).toBe(9);
  const evaluation = evaluate(stemSchoolLabel, { ratings: { inquiry: 'met', industry: 'partly' } });
  expect(evaluation.verdicts).toEqual({});
  expect(evaluation.score).toMatchObject({ kind: 'unscored', because: 'profile-only' });
});
