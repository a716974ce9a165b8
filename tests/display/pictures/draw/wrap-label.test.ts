import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOfText } from '../../../../src/display/pictures/draw/label-widths.js';
import { wrapLabel } from '../../../../src/display/pictures/draw/wrap-label.js';

const style = { size: 10, limit: 100 };

test('a label is parted between words', () => {
  // Letters of DejaVu Sans at 10 pixels: “use of data” is 6.4 + 5.3 + 6.2 + 3.2 + 6.2 + 3.6 = 30.9 up to the “f”, and 26.6 for “data”.
  expect(wrapLabel('use of data', 31, style)).toEqual(['use of', 'data']);
  expect(wrapLabel('use of data', 61, style)).toEqual(['use of data']);
});

test('after a hyphen, a dash and a slash', () => {
  expect(wrapLabel('self-evaluation/peer review', 59, style)).toEqual(['self-', 'evaluation/', 'peer', 'review']);
});

test('inside a word that is wider than a line, and not between a letter and its accent', () => {
  expect(wrapLabel('m'.repeat(60), 100, style)).toEqual([
    'mmmmmmmmmm',
    'mmmmmmmmmm',
    'mmmmmmmmmm',
    'mmmmmmmmmm',
    'mmmmmmmmmm',
    'mmmmmmmmmm',
  ]);
  const accented = wrapLabel('e\u0301'.repeat(40), 50, style);
  expect(accented.join('')).toBe('e\u0301'.repeat(40));
  expect(accented.every((line) => !line.startsWith('\u0301'))).toBe(true);
  expect(wrapLabel('👩🏽‍🔬'.repeat(10), 30, style).every((line) => line.startsWith('👩'))).toBe(true);
});

test('French signs stay with their words', () => {
  expect(wrapLabel('part évaluée : « 28 % »', 75, style)).toEqual(['part évaluée :', '« 28 % »']);
});

test('what does not fit into the lines there are is cut, and says so', () => {
  expect(wrapLabel('one two three four five', 30, { ...style, limit: 2 })).toEqual(['one', 'two…']);
  expect(wrapLabel('m'.repeat(60), 100, { ...style, limit: 1 })).toEqual(['mmmmmmmmm…']);
});

const anyLabel = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('  -/abcMWЩعم漢e\u0301\u200d🧪🏽«:»'), '\u0301'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 120,
});

test('whatever the label, no sign is lost, no pair of surrogates is parted, and no line is wider than there is room', () => {
  fc.assert(
    fc.property(anyLabel, fc.integer({ min: 20, max: 400 }), (label, width) => {
      const lines = wrapLabel(label, width, { size: 10, limit: 1000 });
      expect(lines.join('').replaceAll(' ', '')).toBe(label.replaceAll(' ', ''));
      for (const line of lines) {
        // With “u”, a class finds only halves that stand alone.
        if (!/[\ud800-\udfff]/u.test(label)) expect(line).not.toMatch(/[\ud800-\udfff]/u);
        // A single sign with what belongs to it may be wider than the line.
        if (widthOfText(line, 10) > width) expect(Array.from(line).length).toBeLessThanOrEqual(64);
      }
    }),
  );
});
