import { asciiLowerCase } from '../common/ascii-case.js';
import { type DecimalSign, readNumber, type ShownNumber } from '../common/read-number.js';

/** What a note tells of a change. */
export interface Told {
  /** Up, down or neither; absent where no word says so, or words contradict one another. */
  readonly direction?: { readonly sign: -1 | 0 | 1; readonly said: string } | undefined;
  readonly from?: ShownNumber | undefined;
  readonly by?: ShownNumber | undefined;
  /** What stands where a number should, and is none. */
  readonly unreadable?: string | undefined;
}

const RISES: Readonly<Record<string, string>> = {
  up: 'gone up',
  rose: 'risen',
  risen: 'risen',
  rise: 'risen',
  rises: 'risen',
  rising: 'risen',
  increase: 'increased',
  increases: 'increased',
  increased: 'increased',
  increasing: 'increased',
  improve: 'improved',
  improved: 'improved',
  improves: 'improved',
  improving: 'improved',
  improvement: 'improved',
  grew: 'grown',
  grown: 'grown',
  growth: 'grown',
  growing: 'grown',
  gain: 'gained',
  gained: 'gained',
  climbed: 'climbed',
  jumped: 'jumped',
  higher: 'gone up',
};
const FALLS: Readonly<Record<string, string>> = {
  down: 'gone down',
  drop: 'dropped',
  drops: 'dropped',
  dropped: 'dropped',
  dropping: 'dropped',
  fall: 'fallen',
  falls: 'fallen',
  fell: 'fallen',
  fallen: 'fallen',
  falling: 'fallen',
  decrease: 'decreased',
  decreases: 'decreased',
  decreased: 'decreased',
  decreasing: 'decreased',
  decline: 'declined',
  declined: 'declined',
  declining: 'declined',
  reduced: 'been reduced',
  reduction: 'been reduced',
  loss: 'lost',
  lost: 'lost',
  slipped: 'slipped',
  lower: 'gone down',
  worsened: 'worsened',
};
const STAYS: Readonly<Record<string, string>> = {
  unchanged: 'stayed the same',
  same: 'stayed the same',
  steady: 'stayed the same',
};

const UP = '↑↗⬆▲△🔺🡅⇧';
const DOWN = '↓↘⬇▼▽🔻🡇⇩';
const ARROWS = /* @__PURE__ */ new RegExp(`[${UP}${DOWN}]`, 'gu');
const LONGEST_NOTE = 2_000;
const NEGATIONS = ['not', 'no', 'never', 'without', 'neither', 'nor', 'cannot'];
/** So many words before a word of direction can deny it: *has not been dropped*. */
const REACH = 3;

/** The signs a number may be made of, from its sign to its percent; an ending comma or point belongs to the sentence. */
const NUMBER = String.raw`[+\-\u2212\u2013]?[ \u00a0]?(?:\d|[.,]\d|[¼½¾⅐-⅞])(?:[.,'\u2019]\d|[\d¼½¾⅐-⅞]|[ \u00a0\u202f\u2009](?=\d{3}(?!\d)|[¼½¾⅐-⅞]|\d+[/\u2044])|[/\u2044]\d)*(?:[ \u00a0\u202f\u2009]?%)?`;
const FROM = /* @__PURE__ */ new RegExp(
  String.raw`(?<![a-z])from (?:about |around |approximately |just over |just under |over |under |only )?(${NUMBER})(\S*)`,
  'u',
);
const BY = /* @__PURE__ */ new RegExp(
  String.raw`(?<![a-z])(?:by|(?:increase|rise|growth|gain|improvement|decrease|fall|drop|decline|reduction|loss) of) (${NUMBER})(\S*)`,
  'u',
);
const BARE = /* @__PURE__ */ new RegExp(String.raw`(?:(?<![a-z])(?:up|down)|[${UP}${DOWN}]) ?(${NUMBER})(\S*)`, 'u');

/** A change with its sign: *(+4 from 61 %)*. A dash with a space behind it is a dash. */
const SIGNED = /* @__PURE__ */ new RegExp(String.raw`(?:^|[ (\[;])((?=[+\-\u2212]\d)${NUMBER})(\S*)`, 'u');

/**
 * Reads a note such as *dropped from 61 %, by 4*, *decrease from 61 %*, *↓ from 61*, *up 4 points*. Of words that were denied (*not dropped*) nothing
 * is taken, and of words that contradict one another no direction.
 */
export const readNote = (note: string, decimal: DecimalSign | undefined): Told => {
  if (note.length > LONGEST_NOTE) return { unreadable: note };
  const text = asciiLowerCase(note).replace(/\s+/gu, ' ');
  const directions = directionsIn(text);
  const direction = directions[0];
  const from = numberIn(FROM, text, decimal);
  const by = numberIn(BY, text, decimal) ?? numberIn(BARE, text, decimal) ?? numberIn(SIGNED, text, decimal);
  const unreadable = [from, by].find((one) => one !== undefined && one.read === undefined)?.said;
  return {
    ...(direction && directions.every(({ sign }) => sign === direction.sign) && { direction }),
    ...(from?.read && !isYear(from.said) && { from: from.read }),
    ...(by?.read && { by: by.read }),
    ...(unreadable !== undefined && { unreadable }),
  };
};

/** *increased from 2019 to 2021* tells of years. */
const isYear = (said: string): boolean => /^(?:19|20)\d\d$/u.test(said);

const directionsIn = (text: string): readonly NonNullable<Told['direction']>[] => {
  const words = text.match(/[a-z]+(?:['\u2019]t)?/gu) ?? [];
  const inWords = words.flatMap((word, at): NonNullable<Told['direction']>[] => {
    const before = words.slice(Math.max(0, at - REACH), at);
    if (before.some((one) => NEGATIONS.includes(one) || /['\u2019]t$/u.test(one))) return [];
    // “Up to date” and “made up of” tell of no change.
    if (word === 'up' && ['to', 'of'].includes(words[at + 1] ?? '')) return [];
    if (Object.hasOwn(RISES, word)) return [{ sign: 1, said: RISES[word] ?? word }];
    if (Object.hasOwn(FALLS, word)) return [{ sign: -1, said: FALLS[word] ?? word }];
    return Object.hasOwn(STAYS, word) ? [{ sign: 0, said: STAYS[word] ?? word }] : [];
  });
  const inArrows = (text.match(ARROWS) ?? []).map(
    (arrow): NonNullable<Told['direction']> =>
      UP.includes(arrow) ? { sign: 1, said: 'gone up' } : { sign: -1, said: 'gone down' },
  );
  return [...inWords, ...inArrows];
};

interface NumberSaid {
  readonly said: string;
  readonly read: ShownNumber | undefined;
}

const numberIn = (pattern: RegExp, text: string, decimal: DecimalSign | undefined): NumberSaid | undefined => {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, said = '', after = ''] = match;
  // What follows at once belongs to the number unless it ends the phrase or is a unit: in *61-65* and *4th* no number is read.
  const isWhole = /^(?:[.,;:!?)\]]*|pp|ppts?|pts?)[.,;:!?)\]]*$/u.test(after);
  return {
    said: isWhole ? said.trim() : `${said}${after}`.trim(),
    read: isWhole ? readNumber(said, { decimal }) : undefined,
  };
};

/**
 * A cell's number, and the note behind it: *65 % (dropped from 61 %)*, *1,250 ↑ from 1,000*, *65, up by 4*. The number is read whole: where something else
 * stands behind it, as in *1,250 pupils* or *12–15*, the cell is not read.
 */
export const readCell = (
  value: number | string,
  decimal: DecimalSign | undefined,
): { readonly number: ShownNumber; readonly note?: string | undefined } | undefined => {
  const alone = readNumber(value, { decimal });
  if (alone !== undefined) return { number: alone };
  if (typeof value !== 'string' || value.length > LONGEST_NOTE) return undefined;
  const at = value.search(NOTE_BEGINS);
  if (at < 1) return undefined;
  const number = readNumber(value.slice(0, at).replace(/[\s,;:]+$/u, ''), { decimal });
  return number && { number, note: value.slice(at) };
};

const DELTA_WORD = /* @__PURE__ */ new RegExp(
  `^(?:([${UP}]|up)|([${DOWN}]|down))\\s*|\\s*(?:([${UP}]|up)|([${DOWN}]|down))$`,
  'iu',
);

/** A typed change: *+4*, *−4 pp*, *↓ 4*, *4 up*. An arrow or word gives the sign of a number that has none. */
export const readDelta = (value: number | string, decimal: DecimalSign | undefined): ShownNumber | undefined => {
  const alone = readNumber(value, { decimal });
  if (alone !== undefined || typeof value !== 'string' || value.length > LONGEST_NOTE) return alone;
  const text = value.trim();
  const match = DELTA_WORD.exec(text);
  const read = match === null ? undefined : readNumber(text.replace(DELTA_WORD, ''), { decimal });
  if (match === null || read === undefined || read.isSigned) return undefined;
  const isUp = match[1] !== undefined || match[3] !== undefined;
  return { ...read, isSigned: true, units: isUp ? read.units : -read.units };
};

/** A bracket, an arrow, or a letter that is not the beginning of a unit. */
const NOTE_BEGINS = /* @__PURE__ */ new RegExp(
  String.raw`[(\[${UP}${DOWN}]|(?<=[\s\d%,;:])(?:[\u2013\u2014-]\s+)?(?:not |no |an? )?(?:${[...Object.keys(RISES), ...Object.keys(FALLS), ...Object.keys(STAYS), 'from'].join('|')})(?![a-z])`,
  'iu',
);
