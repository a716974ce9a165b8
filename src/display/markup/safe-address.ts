/**
 * An address that may be linked to: http, https, mailto, or relative to the page; with its spaces written as %20. Undefined for any other,
 * which is then shown as text: a scheme that could run a program, a host without a scheme (`//host`), and whatever a browser would read
 * otherwise than it looks, such as control characters inside a scheme or a backslash for a slash.
 */
export const safeAddress = (address: string): string | undefined => {
  const plain = withoutEdges(address);
  if (plain === '' || UNSAFE_SIGN.test(plain)) return undefined;
  const isSafe = /^(?:https?:\/\/[^/?#]|mailto:[^?])/iu.test(plain) || isRelative(plain);
  return isSafe ? plain.replaceAll(' ', '%20') : undefined;
};

/** Control characters, backslashes, halves of a pair, and signs of direction, which show an address otherwise than it is. */
const UNSAFE_SIGN =
  /[\u0000-\u001f\u007f-\u009f\\\ud800-\udfff\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** Without a scheme: no colon before the first slash, and nothing there that Markdown or HTML could read as one (`&colon;`). */
const isRelative = (address: string): boolean => !address.startsWith('//') && !/^[^/?#]*[:&]/u.test(address);

/** Without the spaces at either end. No pattern: one for the end would go over a long run of spaces again from each of them. */
const withoutEdges = (text: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return text.slice(from, to);
};
