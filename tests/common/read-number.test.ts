import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareShown, figures, isPossibleChange, readNumber } from '../../src/common/read-number.js';

const read = (text: string, decimal?: '.' | ',') => {
  const shown = readNumber(text, { decimal });
  return shown && figures(shown);
};

describe('a number as people write it', () => {
  test.each([
    ['1,250', '1250'],
    ['1 250', '1250'],
    ['1\u202f250', '1250'],
    ['1\u00a0250\u00a0000', '1250000'],
    ['1,250,000', '1250000'],
    ['1.250.000', '1250000'],
    ['1’250', '1250'],
    ['1,250.5', '1250.5'],
    ['1.250,5', '1250.5'],
    ['1 250,75', '1250.75'],
    ['1.250', '1.25'],
    ['61,5 %', '61.5'],
    ['62.5%', '62.5'],
    ['62 per cent', '62'],
    ['62 percent', '62'],
    ['0,250', '0.25'],
    ['.5', '0.5'],
    ['+4', '4'],
    ['−4 pp', '−4'],
    ['– 4', '−4'],
    ['-4 percentage points', '−4'],
    ['3/4', '3/4'],
    ['½', '1/2'],
    ['1½', '3/2'],
    ['1 1/2', '3/2'],
    ['62½ %', '125/2'],
    ['4/2', '2'],
    ['  7\n', '7'],
  ])('%s is %s', (text, figure) => {
    expect(read(text)).toBe(figure);
  });

  test.each([
    '',
    ' ',
    '%',
    '+',
    '1,250 pupils',
    '12–15',
    '61-65',
    '1,2,3',
    '1,25,000',
    '12 5',
    '1,250 (up from 1,000)',
    '1.2.3',
    '4th',
    '5.',
    '1/0',
    '1 250/200',
    '½½',
    'ten',
    'n/a',
    '1e5',
    '0x10',
    'Infinity',
    '--4',
    '4%%',
    '9'.repeat(31),
    '1,250.',
    '١٢',
  ])('%j is read whole or not at all', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  test('by the decimal sign that is named', () => {
    expect([read('1.250', ','), read('1,250', ','), read('1.250', '.'), read('1,250', '.')]).toEqual([
      '1250',
      '1.25',
      '1.25',
      '1250',
    ]);
    // Where the point is the decimal sign, a comma before one digit is neither.
    expect([read('61,5', '.'), read('61.5', ',')]).toEqual([undefined, undefined]);
  });

  test('of the program is its shortest decimal', () => {
    expect([0.1, 1e21, 1e-7, -2.5].map((value) => figures(readNumber(value)!))).toEqual([
      '0.1',
      '1000000000000000000000',
      '0.0000001',
      '−2.5',
    ]);
    expect([Number.NaN, Number.POSITIVE_INFINITY].map((value) => readNumber(value))).toEqual([undefined, undefined]);
  });

  test('comes back from however a whole number is grouped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom(',', ' ', '\u202f', '\u00a0'),
        (n, mark) => {
          const grouped = String(n).replace(/\B(?=(?:\d{3})+$)/gu, mark);
          expect(readNumber(grouped)?.units).toBe(BigInt(n));
        },
      ),
    );
  });
});

test('a change is possible exactly where some numbers that are shown so have it', () => {
  // In tenths, rounded half up to whole numbers: 645 … 654 is shown as 65. All true values and all changes are written out.
  const shownOf = (tenths: number) => Math.floor((tenths + 5) / 10);
  const possible = new Set<string>();
  for (let now = 600; now < 660; now++) {
    for (let before = 600; before < 660; before++)
      possible.add([shownOf(now), shownOf(before), shownOf(now - before)].join());
  }
  for (let now = 61; now <= 64; now++) {
    for (let before = 61; before <= 64; before++) {
      for (let change = -6; change <= 6; change++) {
        const [a, b, c] = [now, before, change].map((value) => readNumber(value)!);
        expect(isPossibleChange(c!, a!, b!, false)).toBe(possible.has([now, before, change].join()));
        expect(isPossibleChange(c!, a!, b!, true)).toBe(now - before === change);
      }
    }
  }
});

test('numbers compare by what they are, not by how they are written', () => {
  const order = (a: string, b: string) => compareShown(readNumber(a)!, readNumber(b)!);
  expect([order('3/4', '0.75'), order('1½', '1.4') > 0, order('−1', '−1.0')]).toEqual([0, true, 0]);
});
