import { signClass } from './letters.js';

/** A stretch of a text without white space or the signs of prose. */
export interface FoundWord {
  readonly text: string;
  /** Where it begins in the whole text, in code units. */
  readonly index: number;
}

const isAsciiLetterOrDigit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);

/**
 * The words of a text: the longest stretches of letters and numbers of any script, with marks or without, and of the signs in `others`.
 *
 * For example `wordsIn('It’s 4 °C', { others: '’' })` are `It’s`, `4` and `C`.
 */
export const wordsIn = (
  text: string,
  { others = '', marks = false }: { readonly others?: string; readonly marks?: boolean },
): readonly FoundWord[] => {
  const words: FoundWord[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; ) {
    const codePoint = text.codePointAt(at) ?? 32;
    const length = codePoint > 0xffff ? 2 : 1;
    if (at < text.length && isWordSign(codePoint, others, marks)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      words.push({ text: text.slice(start, at), index: start });
      start = -1;
    }
    at += length;
  }
  return words;
};

const isWordSign = (codePoint: number, others: string, marks: boolean): boolean => {
  if (isAsciiLetterOrDigit(codePoint)) return true;
  if (codePoint >= 0x80) {
    const kind = signClass(codePoint);
    if (kind === 1 || kind === 3 || (kind === 2 && marks)) return true;
  }
  return others.includes(String.fromCodePoint(codePoint));
};
