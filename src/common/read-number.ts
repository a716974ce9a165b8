import { gcdOf } from './big-integers.js';

/** A number as people wrote it: `units / 10^places`, so that *62.5* is 625 with one place. A fraction has its bottom as well: *3/4* is 3 over 4. */
export interface ShownNumber {
  readonly units: bigint;
  readonly places: number;
  /** What the units are divided by besides: 1, but for fractions. Above zero. */
  readonly over: bigint;
  /** *%*, *per cent* or *percent* stood behind it. */
  readonly isPercent: boolean;
  /** *points*, *pp* or *percentage points* stood behind it. */
  readonly isPoints: boolean;
  /** A plus or a minus stood before it. */
  readonly isSigned: boolean;
  /** It was written as a part of a whole, *3/4* or *½*, with no whole number before it. */
  readonly isPart: boolean;
}

/** What stands between the whole part and the decimals. */
export type DecimalSign = '.' | ',';

export interface ReadNumberOptions {
  /** `.` or `,`; by default either is taken where the number can be read in one way only, and *1.250* or *1,250* as people in English write. */
  readonly decimal?: DecimalSign | undefined;
}

/** Longer text is no number. */
const LONGEST_NUMBER = 60;
const MOST_DIGITS = 30;

const VULGAR: Readonly<Record<string, readonly [bigint, bigint]>> = {
  '¼': [1n, 4n],
  '½': [1n, 2n],
  '¾': [3n, 4n],
  '⅐': [1n, 7n],
  '⅑': [1n, 9n],
  '⅒': [1n, 10n],
  '⅓': [1n, 3n],
  '⅔': [2n, 3n],
  '⅕': [1n, 5n],
  '⅖': [2n, 5n],
  '⅗': [3n, 5n],
  '⅘': [4n, 5n],
  '⅙': [1n, 6n],
  '⅚': [5n, 6n],
  '⅛': [1n, 8n],
  '⅜': [3n, 8n],
  '⅝': [5n, 8n],
  '⅞': [7n, 8n],
};

/** Space, no-break space, narrow no-break space, thin space, figure space. */
const SPACE = '[ \\u00a0\\u202f\\u2009\\u2007]';
const SPACES = /* @__PURE__ */ new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu');
const SIGN = /^([+\-\u2212\u2013\uff0b\uff0d])/u;
const UNIT = /* @__PURE__ */ new RegExp(
  `${SPACE}*(%|\\uff05|per${SPACE}?cent|pct|pp|ppts?|%${SPACE}?points?|percentage${SPACE}points?|points?|pts?)\\.?$`,
  'iu',
);
const FRACTION = /^(\d{1,30})\s*[/\u2044]\s*(\d{1,30})$/u;
const MIXED = /* @__PURE__ */ new RegExp(`^(\\d{1,30})${SPACE}?([¼½¾⅐-⅞])$`, 'u');
const MIXED_SLASH = /* @__PURE__ */ new RegExp(`^(\\d{1,30})${SPACE}(\\d{1,30})[/\\u2044](\\d{1,30})$`, 'u');
const PLAIN = /^\d+$/u;
/** Groups of three; the apostrophe is Swiss. Each group has the same separator. */
const GROUPED = /* @__PURE__ */ new RegExp(
  `^(\\d{1,3})((?:[ ]\\d{3})+|(?:[\\u00a0]\\d{3})+|(?:[\\u202f]\\d{3})+|(?:[\\u2009]\\d{3})+|(?:[\\u2007]\\d{3})+|(?:['\\u2019]\\d{3})+)$`,
  'u',
);

const nothing = { over: 1n, isPercent: false, isPoints: false, isSigned: false, isPart: false };

/**
 * Reads a number as people write it, and all of it or nothing: *1,250*, *1 250*, *62.5 %*, *62,5 %*, *+4 pp*, *−4*, *3/4*, *1½*, *.5*. What is left
 * over after the number is no part of it that could be dropped: *1,250 pupils*, *12–15*, *1,2,3* and *1,25,000* are not read.
 *
 * Whether *1,250* is one thousand two hundred and fifty or one and a quarter is for `decimal` to say. Where it is left out, a sign with exactly three
 * digits behind it groups thousands if it is a comma, and is a decimal point if it is a point, as in English; a comma with one, two
 * or more than three digits behind it is a decimal comma.
 * So *1,250.5 %* is 12505 units with one place, *1.250* with `decimal: ','` is 1250, and *1,250 (up from 1,000)* is no number.
 */
export const readNumber = (value: unknown, { decimal }: ReadNumberOptions = {}): ShownNumber | undefined => {
  if (typeof value === 'number') return fromFloat(value);
  if (typeof value !== 'string' || value.length > LONGEST_NUMBER) return undefined;
  let rest = value.replace(/[\t\r\n]/gu, ' ').replace(SPACES, '');
  const unit = UNIT.exec(rest)?.[1];
  if (unit !== undefined) rest = rest.replace(UNIT, '');
  const isPoints = unit !== undefined && /point|^p?pts?$|^pp/iu.test(unit);
  const isPercent = unit !== undefined && !isPoints;
  const sign = SIGN.exec(rest)?.[1];
  if (sign !== undefined) rest = rest.slice(1).replace(SPACES, '');
  const read = fraction(rest) ?? digits(rest, decimal);
  if (read === undefined) return undefined;
  const isNegative = sign !== undefined && sign !== '+' && sign !== '\uff0b';
  return { ...read, units: isNegative ? -read.units : read.units, isPercent, isPoints, isSigned: sign !== undefined };
};

/** A number of the program: its shortest decimal, which is exact where it was typed. */
const fromFloat = (value: number): ShownNumber | undefined => {
  if (!Number.isFinite(value)) return undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/u.exec(String(value));
  if (match === null) return undefined;
  const [, sign, whole = '', decimals = '', exponent = '0'] = match;
  const units = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  const places = decimals.length - Number(exponent);
  return places >= 0
    ? { ...nothing, units, places, isSigned: sign === '-' }
    : { ...nothing, units: units * power(-places), places: 0, isSigned: sign === '-' };
};

type Bare = Omit<ShownNumber, 'isPercent' | 'isPoints' | 'isSigned'>;

const bare = (units: bigint, places: number, over = 1n, isPart = false): Bare => ({ units, places, over, isPart });

const fraction = (text: string): Bare | undefined => {
  const vulgar = Object.hasOwn(VULGAR, text) ? VULGAR[text] : undefined;
  if (vulgar) return bare(vulgar[0], 0, vulgar[1], true);
  const mixed = MIXED.exec(text);
  if (mixed) {
    const [top, bottom] = VULGAR[mixed[2] ?? ''] ?? [0n, 0n];
    return bottom === 0n ? undefined : bare(BigInt(mixed[1] ?? '') * bottom + top, 0, bottom);
  }
  const [, top, bottom] = FRACTION.exec(text) ?? [];
  if (top !== undefined && bottom !== undefined) {
    return BigInt(bottom) === 0n ? undefined : bare(BigInt(top), 0, BigInt(bottom), true);
  }
  const [, whole, part, parts] = MIXED_SLASH.exec(text) ?? [];
  if (whole === undefined || part === undefined || parts === undefined) return undefined;
  const [w, p, n] = [BigInt(whole), BigInt(part), BigInt(parts)];
  // A part as large as the whole, as in 1 250/200, is a number with a space in it and no part of one.
  return n === 0n || p >= n ? undefined : bare(w * n + p, 0, n);
};

const digits = (text: string, decimal: DecimalSign | undefined): Bare | undefined => {
  const place = decimalPlace(text, decimal);
  if (place === undefined) return undefined;
  const [whole, decimals] = place === -1 ? [text, undefined] : [text.slice(0, place), text.slice(place + 1)];
  if (decimals !== undefined && !PLAIN.test(decimals)) return undefined;
  const other = place === -1 ? (decimal === ',' ? '.' : ',') : text[place] === '.' ? ',' : '.';
  const joined = whole === '' && decimals !== undefined ? '0' : withoutGroups(whole, other);
  if (joined === undefined || joined.length + (decimals?.length ?? 0) > MOST_DIGITS) return undefined;
  return bare(BigInt(joined + (decimals ?? '')), decimals?.length ?? 0);
};

/** Where the decimal sign stands, −1 for none; undefined where the number cannot be read. */
const decimalPlace = (text: string, decimal: DecimalSign | undefined): number | undefined => {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (decimal !== undefined) {
    const at = decimal === ',' ? comma : point;
    return at === text.indexOf(decimal) ? at : undefined;
  }
  if (comma >= 0 && point >= 0) {
    // Of two signs the last is the decimal one, and stands once.
    const last = Math.max(comma, point);
    return text.indexOf(text[last] ?? '') === last ? last : undefined;
  }
  if (point >= 0) return point === text.indexOf('.') ? point : -1;
  if (comma < 0) return -1;
  const isThousands = text.indexOf(',') !== comma || /^[1-9]\d{0,2},\d{3}$/u.test(text);
  return isThousands ? -1 : comma;
};

/** The digits of a whole number without its thousands separators; undefined where these do not stand at every third digit. */
const withoutGroups = (whole: string, separator: string): string | undefined => {
  if (PLAIN.test(whole)) return whole;
  if (GROUPED.test(whole)) return whole.replace(/\D/gu, '');
  for (const mark of whole.includes(separator) ? [separator] : [separator === ',' ? '.' : ',']) {
    const groups = whole.split(mark);
    const [first = '', ...others] = groups;
    if (others.length > 0 && /^\d{1,3}$/u.test(first) && others.every((group) => /^\d{3}$/u.test(group))) {
      return groups.join('');
    }
  }
  return undefined;
};

const power = (places: number): bigint => 10n ** BigInt(places);

/** The number as one fraction. */
const asFraction = ({ units, places, over }: ShownNumber): readonly [bigint, bigint] => [units, power(places) * over];

/** Below zero, zero or above zero, as a − b. */
export const compareShown = (a: ShownNumber, b: ShownNumber): number => {
  const [[top, bottom], [otherTop, otherBottom]] = [asFraction(a), asFraction(b)];
  const difference = top * otherBottom - otherTop * bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The first less the second, with the places of the longer. */
export const differenceShown = (a: ShownNumber, b: ShownNumber): ShownNumber => {
  const places = Math.max(a.places, b.places);
  const [left, right] = [a.units * power(places - a.places), b.units * power(places - b.places)];
  return a.over === b.over
    ? { ...nothing, units: left - right, places, over: a.over }
    : { ...nothing, units: left * b.over - right * a.over, places, over: a.over * b.over };
};

/** Half a unit of the last place: so far the true number may lie from the one that is shown. A fraction such as *3/4* is taken as it is. */
const halfUnit = ({ places, over, isPart }: ShownNumber): readonly [bigint, bigint] =>
  over === 1n && !isPart ? [1n, 2n * power(places)] : [0n, 1n];

const sumOf = (parts: readonly (readonly [bigint, bigint])[]): readonly [bigint, bigint] =>
  parts.reduce(([top, bottom], [t, b]) => [top * b + t * bottom, bottom * b], [0n, 1n]);

/**
 * Whether a change that is shown can be the true change between two values that are shown, each of the three rounded to its last place. Shown 65 and
 * 61 stand for 64.5 up to 65.5 and 60.5 up to 61.5, their difference lies between 3 and 5, and so a typed 3, which
 * stands for 2.5 up to 3.5, is possible, and a typed 2 is not.
 */
export const isPossibleChange = (
  change: ShownNumber,
  now: ShownNumber,
  before: ShownNumber,
  isExact: boolean,
): boolean => isWithin(change, differenceShown(now, before), isExact ? [] : [change, now, before]);

/** Whether two figures can be the same number, each rounded to its own places. */
export const isPossiblySame = (a: ShownNumber, b: ShownNumber, isExact: boolean): boolean =>
  isWithin(a, b, isExact || (a.places === b.places && a.over === b.over) ? [] : [a, b]);

const isWithin = (a: ShownNumber, b: ShownNumber, rounded: readonly ShownNumber[]): boolean => {
  const [[top, bottom], [otherTop, otherBottom]] = [asFraction(a), asFraction(b)];
  const [away, per] = [top * otherBottom - otherTop * bottom, bottom * otherBottom];
  if (away === 0n) return true;
  const [leeway, of] = sumOf(rounded.map(halfUnit));
  // The ends do not belong to it: of two neighbours only one takes the number half way between them.
  return (away < 0n ? -away : away) * of < leeway * per;
};

/** As a percent: *3/4* without a percent sign is 75 of a hundred, *62½* is 62½ of a hundred. */
export const asPercent = (shown: ShownNumber): ShownNumber =>
  shown.isPart && !shown.isPercent ? { ...shown, units: 100n * shown.units } : shown;

/**
 * Whether a percent that is shown can stand for `part / whole`: less than one unit of its last place away, as it may have been cut as
 * well as rounded. A fraction has to be right.
 */
export const isShareShown = (shown: ShownNumber, part: bigint, whole: bigint): boolean => {
  const [top, bottom] = asFraction(shown);
  const away = 100n * bottom * part - top * whole;
  if (away === 0n) return true;
  const unit = shown.over === 1n && !shown.isPart ? whole : 0n;
  return away < unit && -away < unit;
};

/** A whole number from 0, without unit and sign; undefined where it is something else. */
export const countShown = (shown: ShownNumber | undefined): bigint | undefined =>
  shown === undefined || shown.isPart || shown.isPercent || shown.isPoints || shown.over !== 1n || shown.units < 0n
    ? undefined
    : shown.units % power(shown.places) === 0n
      ? shown.units / power(shown.places)
      : undefined;

/** The number in figures, without zeros at its end; a fraction as it is. */
export const figures = ({ units, places, over }: ShownNumber): string => {
  const size = units < 0n ? -units : units;
  const sign = units < 0n ? '−' : '';
  if (over !== 1n && (size % over !== 0n || places > 0)) {
    const common = gcdOf(size, over * power(places));
    return `${sign}${size / common}/${(over * power(places)) / common}`;
  }
  const shown = (over === 1n ? size : size / over).toString().padStart(places + 1, '0');
  const decimals = places === 0 ? '' : shown.slice(-places).replace(/0+$/u, '');
  return `${sign}${places === 0 ? shown : shown.slice(0, -places)}${decimals && `.${decimals}`}`;
};
