import { at } from '../../common/at.js';

/** What may stand between two cells. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** So much of a text is looked at to find its separator. */
const MOST_LOOKED_AT = 100_000;
const MOST_RECORDS = 200;
/** What people in Europe write a separator's rival for: the decimal comma. */
const DECIMAL_COMMA = /^\d,\d$/u;

interface Seen {
  readonly delimiter: Delimiter;
  /** In how many records it stands at all. */
  records: number;
  /** How many records have it as often as most have. */
  alike: number;
}

/**
 * The separator of a text: the one that stands in the most records, outside quotes; of several the one that stands equally often in the
 * most of them; of several still the comma, unless each of its commas stands between two digits. `isSure` is false where that last choice was made.
 */
export const findDelimiter = (text: string): { readonly delimiter: Delimiter; readonly isSure: boolean } => {
  const { records, allDecimal } = countRecords(text);
  const seen = DELIMITERS.map((delimiter, i): Seen => {
    const often = new Map<number, number>();
    for (const record of records) {
      const count = at(record, i);
      if (count > 0) often.set(count, (often.get(count) ?? 0) + 1);
    }
    let [all, alike] = [0, 0];
    for (const times of often.values()) {
      all += times;
      alike = Math.max(alike, times);
    }
    return { delimiter, records: all, alike };
  });
  const most = seen.reduce((best, one) => (isBetter(one, best) ? one : best));
  const equals = seen.filter((one) => one.records === most.records && one.alike === most.alike);
  if (most.records === 0 || equals.length === 1) return { delimiter: most.delimiter, isSure: true };
  const chosen = equals.find(({ delimiter }) => delimiter !== ',' || !allDecimal) ?? most;
  return { delimiter: chosen.delimiter, isSure: false };
};

const isBetter = (one: Seen, other: Seen): boolean =>
  one.records !== other.records ? one.records > other.records : one.alike > other.alike;

/** How often each separator stands in each of the first records, outside quotes. */
const countRecords = (text: string): { readonly records: readonly number[][]; readonly allDecimal: boolean } => {
  const records: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let [isQuoted, startsCell, allDecimal] = [false, true, true];
  const end = Math.min(text.length, MOST_LOOKED_AT);
  for (let i = 0; i < end && records.length < MOST_RECORDS; i++) {
    const sign = at(text, i);
    if (isQuoted) {
      // A doubled quote closes and opens again at once.
      if (sign === '"') isQuoted = false;
      continue;
    }
    if (sign === '"' && (startsCell || text[i - 1] === '"')) {
      isQuoted = true;
      startsCell = false;
      continue;
    }
    const which = (DELIMITERS as readonly string[]).indexOf(sign);
    if (which >= 0) counts[which] = at(counts, which) + 1;
    if (sign === ',' && !DECIMAL_COMMA.test(text.slice(i - 1, i + 2))) allDecimal = false;
    startsCell = which >= 0;
    if (sign !== '\n' && sign !== '\r') continue;
    startsCell = true;
    records.push(counts);
    counts = DELIMITERS.map(() => 0);
  }
  records.push(counts);
  return { records, allDecimal };
};
