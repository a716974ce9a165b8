import { articleSlug } from './article-slug.js';
import { pieceOf, unitOf, unpackText } from '../packed/packed-text.js';

const BEYOND = 255;

/** What becomes of a unit in a slug: the unit, or 0 where it is left out; beyond ASCII, what no slug has. */
const slugUnits = (): Uint8Array =>
  (made ??= Uint8Array.from({ length: 256 }, (_, unit) =>
    unit > 127 ? BEYOND : articleSlug(String.fromCharCode(unit)).charCodeAt(0) || 0,
  ));
let made: Uint8Array | undefined;

/**
 * Whether a title is plain ASCII and `text` from `start` to its end is its slug, and not empty: such a part of a url need not be kept, for
 * it is made of the title again.
 */
export const isPlainSlug = (title: string, text: string, start: number): boolean => {
  const end = text.length;
  if (start >= end || title.length < end - start) return false;
  const units = slugUnits();
  let place = start;
  for (let i = 0; i < title.length; i++) {
    const unit = title.charCodeAt(i);
    if (unit > 127) return false;
    const slugUnit = units[unit]!;
    if (slugUnit === 0) continue;
    if (place === end || text.charCodeAt(place) !== slugUnit) return false;
    place++;
  }
  return place === end;
};

/** What is beyond ASCII, which only damaged bytes can bring into a title whose slug is not kept, is left out as a slug leaves it out. */
const isKept = (unit: number): boolean => unit !== 0 && unit !== BEYOND;

/** Whether the slug of a packed title is `text` from `start` to its end. */
export const isSlugOfWords = (words: Int32Array, at: number, form: number, text: string, start: number): boolean => {
  const units = slugUnits();
  let place = start;
  for (let i = 0; i < form >>> 1; i++) {
    const unit = units[unitOf(words, at, form, i)] ?? 0;
    if (!isKept(unit)) continue;
    if (text.charCodeAt(place) !== unit) return false;
    place++;
  }
  return place === text.length;
};

/** Titles up to so many units are turned into slugs without making a string of them. */
const USUAL = 256;

/** The slug of a packed title. */
export const slugOfWords = (words: Int32Array, at: number, form: number): string => {
  const unitCount = form >>> 1;
  if (unitCount > USUAL || (form & 1) === 1) return articleSlug(unpackText(words, at, form));
  const units = slugUnits();
  let length = 0;
  for (let i = 0; i < unitCount; i++) {
    if (isKept(units[(words[at + (i >>> 2)]! >>> (8 * (i & 3))) & 0xff]!)) length++;
  }
  const piece = pieceOf(length);
  for (let i = 0, place = 0; place < length; i++) {
    const unit = units[(words[at + (i >>> 2)]! >>> (8 * (i & 3))) & 0xff]!;
    if (isKept(unit)) piece[place++] = unit;
  }
  return String.fromCharCode.apply(null, piece);
};
