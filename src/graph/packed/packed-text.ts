/*
 * Text as 32-bit words: four code units a word where all are below 256, else two, the first unit lowest, the last word filled up with
 * zeros. The form of a text is twice the number of its code units, and 1 more where a word holds two of them. The words are the same on
 * every machine, and two texts are equal exactly when their forms and their words are.
 */

/** More words than a text of so many code units takes, whatever they are. */
export const mostWordsOf = (unitCount: number): number => (unitCount + 3) >>> 1;

export const wordCountOf = (form: number): number => {
  const unitCount = form >>> 1;
  return (form & 1) === 1 ? (unitCount + 1) >>> 1 : (unitCount + 3) >>> 2;
};

/** Packs a text into the words from `at` on, which have room for it, and tells its form. */
export const packText = (text: string, words: Int32Array, at: number): number => {
  const unitCount = text.length;
  const whole = unitCount & ~3;
  let seen = 0;
  let place = at;
  for (let i = 0; i < whole; i += 4) {
    const first = text.charCodeAt(i);
    const second = text.charCodeAt(i + 1);
    const third = text.charCodeAt(i + 2);
    const fourth = text.charCodeAt(i + 3);
    seen |= first | second | third | fourth;
    words[place++] = first | (second << 8) | (third << 16) | (fourth << 24);
  }
  if (whole < unitCount) {
    let word = 0;
    for (let i = whole; i < unitCount; i++) {
      const unit = text.charCodeAt(i);
      seen |= unit;
      word |= unit << (8 * (i - whole));
    }
    words[place] = word;
  }
  if (seen <= 0xff) return 2 * unitCount;
  for (let i = 0; i < unitCount; i += 2) {
    words[at + (i >>> 1)] = text.charCodeAt(i) | (i + 1 < unitCount ? text.charCodeAt(i + 1) << 16 : 0);
  }
  return 2 * unitCount + 1;
};

const MULTIPLIER = 0x9e3779b1;

/** Spreads what differs in a hash over all of its bits. */
const finishHash = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
};

/** The hash by which a text is found. */
export const hashOfText = (url: string): number => {
  let hash = 0;
  for (let i = 0; i < url.length; i++) hash = (Math.imul(hash, MULTIPLIER) + url.charCodeAt(i)) | 0;
  return finishHash(hash);
};

/** Whether the words from `at` on, of that form, are this text from `start` to `end`. */
export const isText = (
  words: Int32Array,
  at: number,
  form: number,
  text: string,
  start = 0,
  end = text.length,
): boolean => {
  const unitCount = form >>> 1;
  if (end - start !== unitCount) return false;
  for (let i = 0; i < unitCount; i++) if (text.charCodeAt(start + i) !== unitOf(words, at, form, i)) return false;
  return true;
};

/** One code unit of the words from `at` on. */
export const unitOf = (words: Int32Array, at: number, form: number, index: number): number =>
  (form & 1) === 1
    ? (words[at + (index >>> 1)]! >>> (16 * (index & 1))) & 0xffff
    : (words[at + (index >>> 2)]! >>> (8 * (index & 3))) & 0xff;

/** Long texts are made in pieces of this many code units: the arguments of one call lie on the stack. */
const PIECE = 256;
/** Arrays to gather code units in, one for each length: plain ones, which make a string in half the time of typed ones. */
const pieces: number[][] = [];

export const pieceOf = (length: number): number[] => {
  while (pieces.length <= length) pieces.push(new Array<number>(pieces.length).fill(0));
  return pieces[length]!;
};

/** The text again, of its own memory. */
export const unpackText = (words: Int32Array, at: number, form: number): string => {
  const unitCount = form >>> 1;
  let text = '';
  for (let start = 0; start < unitCount; start += PIECE) {
    const length = Math.min(PIECE, unitCount - start);
    const piece = pieceOf(length);
    if ((form & 1) === 1) for (let i = 0; i < length; i++) piece[i] = unitOf(words, at, form, start + i);
    else for (let i = 0; i < length; i++) piece[i] = (words[at + ((start + i) >>> 2)]! >>> (8 * (i & 3))) & 0xff;
    text += String.fromCharCode.apply(null, piece);
  }
  return text;
};
