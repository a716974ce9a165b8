import { at } from '../../common/at.js';
/** So many of the strings made last are kept. */
const KEPT = 256;

/** A text by its number, made anew only where it is not among the last that were asked for. */
export type TextAt = (number: number) => string;

/**
 * Remembers the strings made last: a message, its hint and its repair say the same names, and then share one string.
 *
 * @param make makes the text of a number from 0
 */
export const cachedTexts = (make: TextAt): TextAt => {
  const numbers = new Int32Array(KEPT).fill(-1);
  const texts: string[] = [];
  return (number) => {
    const place = number & (KEPT - 1);
    if (numbers[place] !== number) {
      texts[place] = make(number);
      numbers[place] = number;
    }
    return at(texts, place);
  };
};
