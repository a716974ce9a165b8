import { isCapital } from '../../../common/unicode/letter-case.js';
import { isMark } from '../../../common/unicode/letters.js';

/**
 * How wide letters are, in hundredths of the size of the font. A library that draws no pixels cannot measure letters, and must give the
 * same picture everywhere: so this is one table, of the advance widths of DejaVu Sans, among the widest of the usual fonts. In another
 * font a label is narrower than the room it is given.
 */
const FROM_SPACE =
  '32 41 46 84 64 96 78 28 40 40 50 84 32 37 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 54 100 69 69 70 78 64 58 78 76 30 30 66 56 87 75 79 61 79 70 64 62 74 69 99 69 62 69 40 34 40 84 50 50 62 64 55 64 62 36 64 64 28 28 58 28 98 64 62 64 64 42 53 40 64 60 82 60 60 53 64 34 64 84';

let ofAscii: readonly number[] | undefined;

/** Blocks of letters by their last code point: how wide a letter is there, and how wide a capital is. */
const BLOCKS: readonly (readonly [last: number, width: number, capital: number])[] = [
  [0x24f, 66, 80],
  [0x2af, 70, 70],
  [0x3ff, 70, 82],
  [0x52f, 72, 80],
  [0x58f, 75, 85],
  [0x8ff, 80, 80],
  [0x10ff, 95, 95],
  [0x11ff, 105, 105],
  [0x1dff, 95, 95],
  [0x1eff, 70, 85],
  [0x1fff, 75, 95],
  [0x2017, 64, 64],
  [0x206f, 60, 60],
  [0x2bff, 105, 105],
  [0xfaff, 105, 105],
  [0xfdff, 105, 105],
  [0xffff, 105, 105],
];

/** Letters of Cyrillic that are much broader than the others, small ones and capitals. */
const BROAD = /* @__PURE__ */ new Set('джмфшщъыюљњѩѭДЖМФШЩЪЫЮЉЊѨѬ');
const BROADEST = 112;

/** Astral signs are mostly pictures (emoji) and letters as broad as they are high. */
const WIDEST = 140;

/** Bold letters are broader by so many hundredths. */
const BOLD = 8;

const signWidth = (code: number): number => {
  if (code >= 0x20 && code < 0x7f) {
    ofAscii ??= FROM_SPACE.split(' ').map(Number);
    return ofAscii[code - 0x20] ?? 100;
  }
  if (takesNoRoom(code)) return 0;
  if (code >= 0x400 && code <= 0x52f && BROAD.has(String.fromCharCode(code))) return BROADEST;
  for (const [last, width, capital] of BLOCKS) {
    if (code <= last) return capital !== width && isCapital(code) ? capital : width;
  }
  return WIDEST;
};

/** Signs that join, part or turn others, and marks over and under Latin, Greek, Cyrillic, Hebrew and Arabic letters. */
const takesNoRoom = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  ((code < 0x700 || (code >= 0x1ab0 && code <= 0x20ff)) && isMark(code));

/** How wide one sign is drawn, in pixels. */
export const widthOfSign = (code: number, size: number, bold: boolean): number => {
  const width = signWidth(code);
  return ((width > 0 && bold ? width + BOLD : width) * size) / 100;
};

/** How wide a line of text is drawn, in pixels: rather more than less. */
export const widthOfText = (text: string, size: number, bold = false): number => {
  let width = 0;
  for (const sign of text) width += widthOfSign(sign.codePointAt(0) ?? 0, size, bold);
  return width;
};
