/**
 * Text as 32-bit words: four code units a word where all are below 256, else two, the first unit lowest, the last word filled up with
 * zeros. The words are the same on every machine, and two texts are equal exactly when their forms and their words are.
 */
export interface PackedText {
  words: Int32Array;
  wordCount: number;
  /** Twice the number of code units, and 1 more where a word holds two of them. */
  form: number;
  hash: number;
}

/** A place to pack texts into, one after the other. */
export const emptyPackedText = (): PackedText => ({ words: new Int32Array(64), wordCount: 0, form: 0, hash: 0 });

export const isWide = (form: number): boolean => (form & 1) === 1;

export const unitCountOf = (form: number): number => form >>> 1;

export const wordCountOf = (form: number): number => {
  const unitCount = form >>> 1;
  return (form & 1) === 1 ? (unitCount + 1) >>> 1 : (unitCount + 3) >>> 2;
};

const MULTIPLIER = 0x9e3779b1;

const finish = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
};

/** Packs the text and reckons its hash on the way. */
export const packText = (text: string, into: PackedText): void => {
  const unitCount = text.length;
  const needed = (unitCount + 3) >>> 2;
  if (into.words.length < needed) into.words = new Int32Array(2 * needed);
  const { words } = into;
  const whole = unitCount & ~3;
  let hash = unitCount;
  let seen = 0;
  let at = 0;
  for (let i = 0; i < whole; i += 4) {
    const first = text.charCodeAt(i);
    const second = text.charCodeAt(i + 1);
    const third = text.charCodeAt(i + 2);
    const fourth = text.charCodeAt(i + 3);
    seen |= first | second | third | fourth;
    const word = first | (second << 8) | (third << 16) | (fourth << 24);
    words[at++] = word;
    hash = Math.imul(hash ^ word, MULTIPLIER);
    hash ^= hash >>> 15;
  }
  if (whole < unitCount) {
    let word = 0;
    for (let i = whole; i < unitCount; i++) {
      const unit = text.charCodeAt(i);
      seen |= unit;
      word |= unit << (8 * (i - whole));
    }
    words[at++] = word;
    hash = Math.imul(hash ^ word, MULTIPLIER);
    hash ^= hash >>> 15;
  }
  if (seen > 0xff) {
    packWide(text, into);
    return;
  }
  into.wordCount = at;
  into.form = 2 * unitCount;
  into.hash = finish(hash);
};

const packWide = (text: string, into: PackedText): void => {
  const unitCount = text.length;
  const wordCount = (unitCount + 1) >>> 1;
  if (into.words.length < wordCount) into.words = new Int32Array(2 * wordCount);
  const { words } = into;
  let hash = ~unitCount;
  for (let at = 0; at < wordCount; at++) {
    const i = 2 * at;
    const word = text.charCodeAt(i) | (i + 1 < unitCount ? text.charCodeAt(i + 1) << 16 : 0);
    words[at] = word;
    hash = Math.imul(hash ^ word, MULTIPLIER);
    hash ^= hash >>> 15;
  }
  into.wordCount = wordCount;
  into.form = 2 * unitCount + 1;
  into.hash = finish(hash);
};

/** Whether the words from `at` on, of that form, are this text. */
export const isText = (words: Int32Array, at: number, form: number, text: string): boolean => {
  const unitCount = form >>> 1;
  if (text.length !== unitCount) return false;
  if ((form & 1) === 1) {
    for (let i = 0; i < unitCount; i++) {
      const word = words[at + (i >>> 1)]!;
      if (text.charCodeAt(i) !== ((i & 1) === 0 ? word & 0xffff : word >>> 16)) return false;
    }
    return true;
  }
  const whole = unitCount & ~3;
  let place = at;
  for (let i = 0; i < whole; i += 4) {
    const word = words[place++]!;
    if (
      text.charCodeAt(i) !== (word & 0xff) ||
      text.charCodeAt(i + 1) !== ((word >>> 8) & 0xff) ||
      text.charCodeAt(i + 2) !== ((word >>> 16) & 0xff) ||
      text.charCodeAt(i + 3) !== word >>> 24
    ) {
      return false;
    }
  }
  for (let i = whole; i < unitCount; i++) {
    if (text.charCodeAt(i) !== ((words[place]! >>> (8 * (i - whole))) & 0xff)) return false;
  }
  return true;
};

/** One code unit of the words from `at` on. */
export const unitOf = (words: Int32Array, at: number, form: number, index: number): number =>
  (form & 1) === 1
    ? (words[at + (index >>> 1)]! >>> (16 * (index & 1))) & 0xffff
    : (words[at + (index >>> 2)]! >>> (8 * (index & 3))) & 0xff;

/** Long texts are made in pieces of this many code units: the arguments of one call lie on the stack. */
const PIECE = 4096;
const narrowPiece = new Uint8Array(PIECE);
const widePiece = new Uint16Array(PIECE);

/** The text again, of its own memory. */
export const unpackText = (words: Int32Array, at: number, form: number): string => {
  const unitCount = form >>> 1;
  const piece = (form & 1) === 1 ? widePiece : narrowPiece;
  let text = '';
  for (let start = 0; start < unitCount; start += PIECE) {
    const length = Math.min(PIECE, unitCount - start);
    if ((form & 1) === 1) for (let i = 0; i < length; i++) widePiece[i] = unitOf(words, at, form, start + i);
    else unpackBytes(words, at + (start >>> 2), length);
    text += String.fromCharCode.apply(null, piece.subarray(0, length) as unknown as number[]);
  }
  return text;
};

const unpackBytes = (words: Int32Array, at: number, length: number): void => {
  for (let i = 0; i < length; i += 4) {
    const word = words[at + (i >>> 2)]!;
    narrowPiece[i] = word;
    narrowPiece[i + 1] = word >>> 8;
    narrowPiece[i + 2] = word >>> 16;
    narrowPiece[i + 3] = word >>> 24;
  }
};
