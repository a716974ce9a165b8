const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What ends a line, and tabs: one space stands for any number of them. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** The controls of terminals and of printers, and those that turn the direction of what follows them around. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;
/** Halves of pairs, which no encoding holds. */
const HALVES = /[\ud800-\udfff]/gu;
/** Marks of direction, harmless on a page, where they may be needed. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/gu;

/**
 * Words from outside on one line, with nothing in them that acts: a control is shown as *\u001b*, a broken pair as *�*. What is plain comes
 * back as it was.
 */
export const plainWords = (text: string): string => ownWords(text).trim();

/** The same for the report’s own words, which may begin or end with a space that parts them from what stands beside them. */
export const ownWords = (text: string): string =>
  // A language of the host’s may give something else where JavaScript let it.
  String(text).replace(BREAKS, ' ').replace(CONTROLS, escaped).replace(HALVES, '\ufffd').replace(/ {2,}/gu, ' ');

/** The report’s own words, or with `plainWords` others, for a terminal, which may give a meaning to marks of direction too. */
export const terminalWords = (words: string): string => words.replace(DIRECTION_MARKS, escaped);
