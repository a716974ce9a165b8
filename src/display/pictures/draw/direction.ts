import { isLetter } from '../../../common/unicode/letters.js';

export type Direction = 'ltr' | 'rtl';

/** Hebrew, Arabic, Syriac, Thaana, N’Ko and their neighbours, and the forms in which Arabic letters are also kept. */
const isRightToLeft = (code: number): boolean =>
  (code >= 0x590 && code <= 0x8ff) ||
  (code >= 0xfb1d && code <= 0xfdff) ||
  (code >= 0xfe70 && code <= 0xfefc) ||
  (code >= 0x10800 && code <= 0x10fff) ||
  (code >= 0x1e800 && code <= 0x1efff);

/** Which way a text is written: as its first letter is; as told where it has none. */
export const directionOf = (text: string, otherwise: Direction): Direction => {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (isLetter(code)) return isRightToLeft(code) ? 'rtl' : 'ltr';
  }
  return otherwise;
};
