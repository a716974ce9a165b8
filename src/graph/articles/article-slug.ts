import { asciiLowerCase } from '../../common/ascii-case.js';
import { refuseNoText } from '../../common/refuse.js';

const isLetterOrDigit = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);

/**
 * The slug of a title or a subject, by the rule of the article pages: lower case; every character that is not a to z, 0 to 9 or white
 * space is left out, hyphens, apostrophes and letters with accents included; then each space becomes a hyphen. A symbol between two
 * spaces so leaves two hyphens, and a slug cannot be turned back into its title. Beyond A to Z the lower case of two letters has a letter of ASCII: İ is i
 * and the sign of kelvins is k.
 *
 * @example
 * articleSlug('Is a Co-ordinator needed?'); // => 'is-a-coordinator-needed'
 * articleSlug('Tides & moons'); // => 'tides--moons'
 */
export const articleSlug = (title: string): string => {
  refuseNoText('articleSlug', 'title', title);
  return asciiLowerCase(title)
    .replace(/[İ\u212a]/gu, (letter) => (letter === 'İ' ? 'i' : 'k'))
    .replace(/[^a-z0-9\s]/gu, '')
    .replace(/\s/gu, '-');
};

/**
 * Whether `text` from `start` on is the slug of `title`. Says the same as comparing with `articleSlug`, without making a string where
 * the title is plain ASCII: a check of a million articles asks it twice of each.
 */
export const endsInSlugOf = (title: string, text: string, start: number, end = text.length): boolean => {
  let at = start;
  for (let i = 0; i < title.length; i++) {
    let unit = title.charCodeAt(i);
    if (unit > 127) return text.slice(start, end) === articleSlug(title);
    if (unit >= 65 && unit <= 90) unit += 32;
    else if (unit === 32 || (unit >= 9 && unit <= 13)) unit = 45;
    else if (!isLetterOrDigit(unit)) continue;
    if (at >= end || text.charCodeAt(at) !== unit) return false;
    at++;
  }
  return at === end;
};

/** The part of a url behind its last slash, as positions: query, fragment and a closing slash are no part of it. */
export const lastSegment = (url: string): readonly [start: number, end: number] => {
  let end = url.length;
  for (const mark of ['?', '#']) {
    const at = url.indexOf(mark);
    if (at >= 0 && at < end) end = at;
  }
  if (end > 1 && url[end - 1] === '/') end--;
  return [end === 0 ? 0 : url.lastIndexOf('/', end - 1) + 1, end];
};
