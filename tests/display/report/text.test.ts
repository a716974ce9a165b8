import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportText } from '../../../src/display/report/report-text.js';
import { fold } from '../../../src/display/report/write/fold.js';
import { shownWidth } from '../../../src/display/report/write/shown-width.js';
import { sampleReports } from '../../support/sample-reports.js';
import { hostileText, poisoned } from './hostile.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
// oxlint-disable-next-line no-control-regex
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;

test.each(Object.values(sampleReports()))(
  'the text of a report of the kind $kind holds nothing that a terminal acts on, and keeps to its width',
  (report) => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(40, 80, 132), (text, width) => {
        const written = reportText(poisoned(report, text), { width });
        expect(written).not.toMatch(ACTS);
        for (const line of written.split('\n')) expect(shownWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 30 },
    );
  },
);

test('a control is shown instead of acting', () => {
  const { evaluation } = sampleReports();
  const text = reportText(poisoned(evaluation, '\u001b[2J\u202e'));
  expect(text).toContain('Shared vision\\u001b[2J\\u202e');
});

test('text is folded at spaces, and a word too long for a line where the line ends', () => {
  expect(fold('one two three', 7)).toEqual(['one two', 'three']);
  expect(fold('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
  expect(fold('', 10)).toEqual(['']);
  // Two columns each: three do not fit into five.
  expect(fold('日本語', 5)).toEqual(['日本', '語']);
});

test('a sign over another takes no column, and an East Asian one two', () => {
  expect(shownWidth('e\u0301')).toBe(1);
  expect(shownWidth('日本')).toBe(4);
  expect(shownWidth('abc')).toBe(3);
});
