import { describe, expect, test } from 'vitest';
import { defaultColours, mixed, readableOn } from '../../../../src/display/pictures/draw/colours.js';

/** Relative luminance and contrast as WCAG 2.2 defines them, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
const linear = (colour: string): number[] =>
  [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
const luminance = (colour: string): number => {
  const [red, green, blue] = linear(colour) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string): number => {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
};

test('the contrast of black and white is 21 : 1, of #767676 and white 4.54 : 1, as WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

const { ground, ...marks } = defaultColours;

test.each(Object.entries(marks))('%s stands out from the ground by 4.5 : 1 at least', (_, colour) => {
  expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
});

test('what is written on any shade of any colour stands out by 4.5 : 1 at least', () => {
  let least = 21;
  for (let grey = 0; grey < 256; grey++) {
    const shade = mixed('#000000', '#ffffff', grey / 255);
    least = Math.min(least, contrast(shade, readableOn(shade)));
  }
  for (const colour of ['#0b5394', '#b34000', '#00ff00', '#ff0000', '#0000ff', '#ffff00', '#12a5b3']) {
    for (let step = 0; step <= 100; step++) {
      const shade = mixed('#ffffff', colour, step / 100);
      least = Math.min(least, contrast(shade, readableOn(shade)));
    }
  }
  expect(least).toBeGreaterThanOrEqual(4.5);
});

/**
 * How those see colours who lack one kind of cone, in linear RGB: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, “A
 * Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15 (2009), doi:10.1109/TVCG.2009.113, the matrices of
 * severity 1.0.
 */
const SEEN = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
};

/** CIE L*a*b* of linear sRGB under D65. A difference of 2.3 is just noticed. */
const labOf = ([red, green, blue]: readonly number[]): number[] => {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * red! + 0.3575761 * green! + 0.1804375 * blue!) / 0.95047);
  const y = f(0.2126729 * red! + 0.7151522 * green! + 0.072175 * blue!);
  const z = f((0.0193339 * red! + 0.119192 * green! + 0.9503041 * blue!) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

describe.each(Object.entries(SEEN))('with %s', (_, matrix) => {
  const seen = (colour: string): number[] => {
    const rgb = linear(colour);
    return labOf(
      matrix.map((row) =>
        Math.min(
          1,
          Math.max(
            0,
            row.reduce((sum, part, at) => sum + part * rgb[at]!, 0),
          ),
        ),
      ),
    );
  };

  test.each([
    ['met', 'notYetMet'],
    ['met', 'undecided'],
    ['notYetMet', 'undecided'],
  ] as const)('%s and %s differ by 20 at least, nine times what is just noticed', (one, other) => {
    const [a, b] = [seen(defaultColours[one]), seen(defaultColours[other])];
    expect(Math.hypot(...a.map((part, at) => part - b[at]!))).toBeGreaterThanOrEqual(20);
  });
});

test('a mixture goes from the ground to the colour', () => {
  expect([0, 0.5, 1].map((share) => mixed('#ffffff', '#0b5394', share))).toEqual(['#ffffff', '#85a9ca', '#0b5394']);
});
