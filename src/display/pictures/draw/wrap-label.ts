import { isMark } from '../../../common/unicode/letters.js';
import { widthOfSign, widthOfText } from './label-widths.js';

const ELLIPSIS = '…';

/**
 * A label as lines no wider than `width` pixels: parted between words, and inside a word that is wider than a line. What does not fit into
 * `limit` lines is cut, and the last line ends with “…”.
 */
export const wrapLabel = (
  label: string,
  width: number,
  { size, bold = false, limit }: { readonly size: number; readonly bold?: boolean | undefined; readonly limit: number },
): string[] => {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  const end = (): void => {
    lines.push(withoutSpaces(line));
    line = '';
    taken = 0;
  };
  for (const piece of label.match(PIECES) ?? []) {
    if (lines.length > limit) break;
    const word = withoutSpaces(piece);
    if (line !== '' && taken + widthOfText(word, size, bold) > width) end();
    for (const cluster of clustersOf(piece)) {
      let wide = 0;
      for (const sign of cluster) wide += widthOfSign(sign.codePointAt(0) ?? 0, size, bold);
      // A space at the end of a line is not seen.
      if (line !== '' && cluster !== ' ' && taken + wide > width) end();
      line += cluster;
      taken += wide;
    }
  }
  if (line !== '' || lines.length === 0) end();
  if (lines.length <= limit) return lines;
  const kept = lines.slice(0, limit);
  const last = [...clustersOf(kept.pop() ?? '')];
  while (last.length > 0 && widthOfText(last.join('') + ELLIPSIS, size, bold) > width) last.pop();
  return [...kept, withoutSpaces(last.join('')) + ELLIPSIS];
};

/** Without the spaces at its end. */
const withoutSpaces = (text: string): string => {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end--;
  return text.slice(0, end);
};

/**
 * Words with what parts them from the next: spaces, a hyphen, a dash or a slash. Signs that French sets apart by a space stay with the word
 * before them, or after them.
 */
const PIECES = /(?:« )?[^ \-–—/]*(?: [:;!?»%][^ \-–—/]*)*(?:[-–—/]+ *| +|$)/gu;

/** A word’s signs, each with the marks and joiners that belong to it, so that no accent is parted from its letter. */
function* clustersOf(text: string): Generator<string> {
  let cluster = '';
  let joins = false;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (cluster !== '' && !joins && !belongsToLast(code)) {
      yield cluster;
      cluster = '';
    }
    cluster += sign;
    joins = code === 0x200d;
    // Text without end made of marks alone is parted too.
    if (cluster.length >= 32) joins = false;
    if (cluster.length >= 64) {
      yield cluster;
      cluster = '';
    }
  }
  if (cluster !== '') yield cluster;
}

/** Marks, joiners, and the skin tones of emoji. */
const belongsToLast = (code: number): boolean =>
  isMark(code) || code === 0x200d || code === 0x200c || (code >= 0x1f3fb && code <= 0x1f3ff);
