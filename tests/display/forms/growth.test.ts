import { describe, expect, test, vi } from 'vitest';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { formModel, readAnswers } from '../../../src/display/index.js';
import { growth } from '../../support/counted-work.js';

const form = formModel(stemNationLeadership);

/** A form with items of evidence of these ids; an empty one is left out. */
const values = (ids: readonly string[]): Record<string, string> => {
  const given: Record<string, string> = {};
  ids.forEach((id, i) => {
    given[`evidence.${i}.kind`] = 'data';
    given[`evidence.${i}.date`] = '2026-01-01';
    given[`evidence.${i}.shows`] = 'a';
    given[`evidence.${i}.supports`] = 'use-of-data';
    if (id !== '') given[`evidence.${i}.id`] = id;
  });
  return given;
};
const idsRead = (ids: readonly string[]) => {
  const read = readAnswers(form, values(ids));
  return read.ok ? read.value.evidence?.map(({ id }) => id) : read.issues;
};
/** Items without ids, and as many others that have the ids these would be given. */
const contested = (n: number): string[] => [
  ...Array.from({ length: n }, () => ''),
  ...Array.from({ length: n }, (_, i) => `evidence-${i + 1}`),
];

describe('an item of evidence without an id', () => {
  test('is called by its number, or by the next that is free', () => {
    expect(idsRead(['', 'evidence-1', '', 'evidence-4', '', '', 'evidence-9'])).toEqual(
      ['2', '1', '3', '4', '5', '6', '9'].map((n) => `evidence-${n}`),
    );
  });

  test('gets one among many items that have the number it would have', () => {
    const size = 2_000;
    const numbers = [...Array.from({ length: size }, (_, i) => size + i), ...Array.from({ length: size }, (_, i) => i)];
    expect(idsRead(contested(size))).toEqual(numbers.map((n) => `evidence-${n + 1}`));
  });

  test('is asked for no number twice', () => {
    // What a Map does counts as no block of the library's code, so the questions to it are counted.
    const questions = [100, 200, 400, 800].map((n) => {
      const asked = vi.spyOn(Map.prototype, 'has');
      readAnswers(form, values(contested(n)));
      const { length } = asked.mock.calls;
      asked.mockRestore();
      return length;
    });
    expect(Math.max(...questions.slice(1).map((more, i) => more / (questions[i] ?? 1)))).toBeLessThan(2.4);
  });

  test('takes work that grows with the items', () => {
    expect(
      growth(50, (n) => {
        const given = values(contested(n));
        return () => readAnswers(form, given);
      }),
    ).toBeLessThan(2.4);
  });
});
