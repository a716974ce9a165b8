/** First and last of the signs that take no column of a terminal: marks set over or under others, and joiners. */
const NONE: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x6d6, 0x6dc],
  [0x900, 0x902],
  [0x93c, 0x93c],
  [0x941, 0x948],
  [0xe31, 0xe31],
  [0xe34, 0xe3a],
  [0x200b, 0x200d],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xe0000, 0xe01ef],
];
/** Those that take two: East Asian letters and most pictures. */
const TWO: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

const isIn = (ranges: readonly (readonly [number, number])[], code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

/** How many columns of a terminal one sign takes, as near as a short table says. */
export const signWidth = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  return isIn(NONE, code) ? 0 : isIn(TWO, code) ? 2 : 1;
};

/** How many columns a text takes. */
export const shownWidth = (text: string): number => {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
};
