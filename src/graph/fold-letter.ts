/**
 * What a code unit is to a reader of words. Everything from `FIRST_LETTER` on is a letter or digit in its folded form; no folded
 * form is a lower number than that of “0”.
 */
export const LETTER_KIND = {
  unknown: 0,
  separator: 1,
  hyphen: 2,
  apostrophe: 3,
  /** Marks and signs that leave no trace in a word. */
  silent: 4,
  /** Letters of scripts that leave no space between words: read in pairs. */
  paired: 5,
  /** One sign that stands for several letters. */
  expanded: 6,
  surrogate: 7,
} as const;

export const FIRST_LETTER = 16;

/** Ranges of code points in hexadecimal, ascending. What lies above ASCII and in none of them is a letter, a digit or a mark that belongs to one. */
const SEPARATORS =
  '0-2F 3A-40 5B-60 7B-A9 AB-AC AE-B1 B4 B6-B8 BB BF D7 F7 2C2-2DF 2E5-2EB 2ED 2EF-2FF 375 37E 384-385 387 3F6 482 55A-55F 589-58F 5BE 5C0 5C3 5C6 600-60F 61B-61F 66A-66D 6D4 700-70D 964-965 970 DF4 E3F E4F E5A-E5B F01-F17 F1A-F1F F34 F36 F38 F3A-F3D F85 FBE-FDA 104A-104F 10FB 1360-1368 1390-1399 1400 166D-166E 1680 169B-169C 16EB-16ED 1735-1736 17D4-17DB 1800-180A 1940-1945 19DE-19FF 1A1E-1A1F 1AA0-1AAD 1B5A-1B6A 1B74-1B7F 1BFC-1BFF 1C3B-1C3F 1C7E-1C7F 1CC0-1CC7 2000-206F 20A0-20CF 2120 2122 2190-2BFF 2CE5-2CEA 2CF9-2CFF 2D70 2E00-2E7F 2FE0-3004 3008-3020 3030 3036-303F 309B-309C 30A0 30FB 31C0-31EF 3200-33FF 4DC0-4DFF A490-A4CF A4FE-A4FF A60D-A60F A673 A67E A6F2-A6F7 A700-A721 A789-A78A A828-A82B A836-A839 A874-A877 A8CE-A8CF A8F8-A8FA A92E-A92F A95F A9C1-A9CD A9DE-A9DF AA5C-AA5F AADE-AADF AAF0-AAF1 AB5B ABEB E000-F8FF FD3E-FD4F FDFC-FDFF FE10-FE1F FE30-FE6F FF00-FF0F FF1A-FF20 FF3B-FF40 FF5B-FF65 FFE0-FFFF 10100-1013F 1D000-1D24F 1F000-1FBFF F0000-10FFFF';
const HYPHENS = '2D 2010-2011 FE63 FF0D';
const APOSTROPHES = '27 2BC 2018-2019 201B FF07';
const SILENT =
  'AD 300-36F 483-489 591-5BD 5BF 5C1-5C2 5C4-5C5 5C7 5F3-5F4 610-61A 640 64B-65F 670 6D6-6DC 6DF-6E8 6EA-6ED 180B-180F 1AB0-1AFF 1DC0-1DFF 200C-200F 202A-202E 2060-206F 20D0-20FF 2DE0-2DFF 302A-302F A66F-A672 A674-A67D FE00-FE0F FE20-FE2F FEFF E0000-E0FFF';
const PAIRED =
  'E00-E3E E40-E4E E50-E59 E80-EFF 1000-1049 1050-109F 1100-11FF 1780-17D3 17DC-17FF 2E80-2FDF 3005-3007 3021-3029 3031-3035 3040-309A 309D-309F 30A1-30FA 30FC-31BF 31F0-31FF 3400-4DBF 4E00-9FFF AC00-D7FF F900-FAFF FF66-FFDC 1B000-1B16F 20000-3FFFF';

/** Letters that Unicode does not take apart, but readers of neighbouring languages do. */
const KINDRED: ReadonlyMap<string, string> = /* @__PURE__ */ (() =>
  new Map([
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['ø', 'o'],
    ['đ', 'd'],
    ['ħ', 'h'],
    ['ł', 'l'],
    ['ı', 'i'],
    ['ς', 'σ'],
  ]))();

/** First and last code point of each range, one after another. */
const rangesOf = (written: string): Int32Array =>
  Int32Array.from(
    written.split(' ').flatMap((range) => {
      const [first, last] = range.split('-').map((digits) => Number.parseInt(digits, 16));
      return [first!, last ?? first!];
    }),
  );

/** The narrower lists come first: a hyphen lies within a range of separators. */
const kindsInOrder = (): readonly (readonly [number, Int32Array])[] => [
  [LETTER_KIND.hyphen, rangesOf(HYPHENS)],
  [LETTER_KIND.apostrophe, rangesOf(APOSTROPHES)],
  [LETTER_KIND.silent, rangesOf(SILENT)],
  [LETTER_KIND.paired, rangesOf(PAIRED)],
  [LETTER_KIND.separator, rangesOf(SEPARATORS)],
];

let kinds: ReturnType<typeof kindsInOrder> | undefined;

const isWithin = (codePoint: number, ranges: Int32Array): boolean => {
  for (let i = 0; i < ranges.length; i += 2) {
    if (codePoint <= ranges[i + 1]!) return codePoint >= ranges[i]!;
  }
  return false;
};

/** The kind of a code point by the lists above: `unknown` for one that is part of a word and still to be folded. */
export const kindOf = (codePoint: number): number => {
  kinds ??= kindsInOrder();
  for (const [kind, ranges] of kinds) if (isWithin(codePoint, ranges)) return kind;
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? LETTER_KIND.surrogate : LETTER_KIND.unknown;
};

/**
 * A letter or digit as it is compared: taken apart by compatibility (NFKD), small, without the marks above and below it.
 * Nothing where what is left holds no letter.
 */
export const foldedForm = (letter: string): string => {
  let folded = '';
  for (const part of letter.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    const kind = kindOf(part.codePointAt(0)!);
    if (kind === LETTER_KIND.unknown) folded += KINDRED.get(part) ?? part;
    else if (kind !== LETTER_KIND.silent) return '';
  }
  return folded;
};

const foldUnit = (unit: number): number => {
  const kind = kindOf(unit);
  if (kind !== LETTER_KIND.unknown) return kind;
  const folded = foldedForm(String.fromCharCode(unit));
  if (folded.length === 0) return LETTER_KIND.separator;
  return folded.length === 1 ? folded.charCodeAt(0) : LETTER_KIND.expanded;
};

let table: Uint16Array | undefined;

/** For each code unit its folded form or its kind; `unknown` until `foldLetter` is first asked for it. */
export const letterTable = (): Uint16Array => {
  if (table) return table;
  table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 128; unit++) table[unit] = foldUnit(unit);
  return table;
};

/** The folded form of a code unit, or its kind. */
export const foldLetter = (unit: number): number => {
  const letters = letterTable();
  if (letters[unit] === LETTER_KIND.unknown) letters[unit] = foldUnit(unit);
  return letters[unit]!;
};
