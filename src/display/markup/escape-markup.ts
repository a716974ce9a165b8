import { boundDirection } from './bound-direction.js';

/**
 * Text as XML and HTML hold it, the same between tags and inside quoted attributes: a parser of either gives the text back.
 *
 * Signs that XML cannot hold (most control characters, halves of a pair, noncharacters) and control characters that HTML reads as others
 * become U+FFFD, so that one broken name does not break the page; signs of direction end where the text ends (`boundDirection`).
 */
export const escapeMarkup = (text: string): string => boundDirection(text).replace(ESCAPED, escaped);

/** Those with a meaning in markup, those that a parser would change, and those that it would refuse. With `u`, a whole pair is one sign. */
const ESCAPED = /[&<>"'\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}-\u{10ffff}]/gu;

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (sign: string): string => {
  const named = NAMED[sign];
  if (named !== undefined) return named;
  // In an attribute a plain tab or line end would come back as a space, and a carriage return nowhere as itself.
  if (sign === '\t' || sign === '\n' || sign === '\r') return `&#${sign.charCodeAt(0)};`;
  const code = sign.codePointAt(0) ?? 0;
  // The last two signs of each plane are no characters; the others of the higher planes are.
  return code > 0xffff && (code & 0xfffe) !== 0xfffe ? sign : '\ufffd';
};
