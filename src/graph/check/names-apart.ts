import { composedText } from '../../common/unicode/normal-forms.js';

const MOST_SHOWN = 160;
/** So many signs stand before the first difference of two long names. */
const BEFORE = 60;

/** Signs that are not seen: soft hyphens, joiners, marks of direction, signs of variation. */
const UNSEEN =
  /\u00ad|\u034f|\u061c|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180f]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff/gu;

/** Letters of other scripts that look like one of the Latin, each pair side by side. */
const TWINS =
  /* @__PURE__ */ 'АAВBЕEЗ3КKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxіiјjѕsԁdһhΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνv'.match(
    /[^]{2}/gu,
  ) ?? [];

const latinTwin = (sign: string): string => TWINS.find((pair) => pair[0] === sign)?.[1] ?? sign;

/**
 * Whether a text is ASCII, with single spaces between words and without “`”: a reader sees it as it is. Nearly all are, and the replacements
 * below took half of the time of a check that finds 13,000 issues.
 */
const isPlain = (text: string): boolean => {
  let before = 0x20;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e || unit === 0x60 || (unit === 0x20 && before === 0x20)) return false;
    before = unit;
  }
  return before !== 0x20 || text === '';
};

/** What a reader sees of a text: two texts that come to the same here look alike. */
const seen = (text: string): string =>
  isPlain(text) || /^[\x21-\x7e]*$/u.test(text)
    ? text
    : composedText(text.replace(UNSEEN, ''))
        .replace(/[\u0370-\u052f]/gu, latinTwin)
        .replace(/[‐‑‒–—−]/gu, '-')
        .replace(/[‘’‚‛`´]/gu, "'")
        .replace(/[“”„‟]/gu, '"')
        .replace(/[^\S ]/gu, ' ')
        .replace(/ +/gu, ' ')
        .trim();

const escapeOf = (sign: string): string => {
  const code = (sign.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
};

/** With escapes for whatever is no plain sign of ASCII, and for spaces that are easily overlooked. */
const escaped = (text: string): string => text.replace(/[^\x20-\x7e]|^ | $|(?<= ) /gu, escapeOf);

/** A stretch of a text, with dots where it is cut. */
const partOf = (text: string, from: number) => ({
  before: from > 0 ? '…' : '',
  text: text.slice(from, from + MOST_SHOWN),
  after: text.length > from + MOST_SHOWN ? '…' : '',
});

/** A text in quotation marks, cut where it is long. */
export const quoted = (text: string): string => {
  const { text: shown, after } = partOf(text, 0);
  return `“${shown}${after}”`;
};

const firstDifference = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
};

/**
 * Two names in quotation marks that do not look alike where they differ: long ones are cut around the first difference, and where a
 * reader could not tell them apart, what is no ASCII is written in escapes.
 *
 * For example “caf\u00e9” and “cafe\u0301”, of which both look like “café”.
 */
export const quotedApart = (one: string, other: string): readonly [string, string] => {
  if (one === other) return [quoted(one), quoted(other)];
  const at = firstDifference(one, other);
  const from = at < MOST_SHOWN ? 0 : at - BEFORE;
  const parts = [partOf(one, from), partOf(other, from)] as const;
  const write = seen(parts[0].text) === seen(parts[1].text) ? escaped : (text: string): string => text;
  const [first, second] = parts.map(({ before, text, after }) => `“${before}${write(text)}${after}”`);
  return [first ?? '', second ?? ''];
};
