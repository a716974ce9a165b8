import { signClass } from '../../common/unicode/letters.js';

/**
 * Where the signs end that stand at `from`: an emoji, an arrow, a ring, at most `most` of them. A letter, a number, white space and what
 * is `meant` otherwise end them.
 */
export function afterSigns(text: string, from: number, most: number, meant: string): number {
  let at = from;
  for (let count = 0; count < most && at < text.length; count += 1) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const kind = signClass(sign.codePointAt(0) ?? 0);
    if (kind === 1 || kind === 3 || meant.includes(sign) || /\s/.test(sign)) break;
    at += sign.length;
  }
  return at;
}

export function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}
