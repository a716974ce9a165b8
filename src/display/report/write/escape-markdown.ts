/** Signs that mean something wherever they stand: emphasis, code, links, HTML, entities, tables, formulas. */
const ANYWHERE = '\\`*_[]{}<>#|~&$^@';

/**
 * Plain words on one line as Markdown that says the same words and nothing else. What is escaped is ASCII punctuation, which CommonMark
 * reads as itself behind a backslash. Figures such as *3.5* and *10:30* are left as they are: nobody makes a link of them.
 */
export const escapeMarkdown = (words: string): string =>
  words.replace(/[\\`*_[\]{}<>#|~&$^@.:/)=+-]/gu, (sign, at: number) => (acts(words, sign, at) ? `\\${sign}` : sign));

const acts = (words: string, sign: string, at: number): boolean => {
  if (ANYWHERE.includes(sign)) return true;
  const next = words[at + 1];
  switch (sign) {
    // A list, or the line under a heading.
    case '-':
    case '+':
    case '=':
      return at === 0;
    // A numbered list.
    case ')':
      return isNumber(words, at);
    // An address, whether or not it names how it is reached: “example.com”, “mailto:me”, “//example”.
    case '.':
    case ':':
      return isNumber(words, at) || (next !== undefined && next !== ' ' && !(isDigit(words[at - 1]) && isDigit(next)));
    default:
      return next === '/';
  }
};

/** True where there are nothing but one to nine digits, as many as the number of a list may have, before a place. */
const isNumber = (words: string, end: number): boolean => end > 0 && end < 10 && /^\d+$/u.test(words.slice(0, end));

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9';

/** An address between < and >: what could end it there or be read as something else is written as percentages. */
export const markdownAddress = (address: string): string =>
  address
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[^\w.~:/?#@!$&'()*+,;=%-]/gu, (sign) => encodeURIComponent(sign))
    .replaceAll('&', '&amp;');
