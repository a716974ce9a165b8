import { wordKey } from './word-key.js';

/** What a column can hold besides the ratings of one criterion. */
export const FIELDS = [
  'setting',
  'setting-name',
  'assessor',
  'date',
  'kind',
  'criterion',
  'level',
  'note',
  'reason',
  'evidence',
  'priority',
  'priorities',
  'said-by',
  'said-on',
] as const;
export type Field = (typeof FIELDS)[number];

/** What a column can say of one criterion or fact, beside its rating or its answer. */
export const ASIDES = ['note', 'reason', 'evidence', 'priority', 'said-by', 'said-on'] as const;
export type Aside = (typeof ASIDES)[number];

/** The headings real sheets give these columns, by what is compared of them. */
const WORDS: Readonly<Record<Field, string>> = {
  setting:
    'setting|setting id|school|school id|establishment|centre|center|nursery|provider|place|name of setting|name of school|establishment name|centre name|nursery name|school/nursery|school or nursery',
  'setting-name': 'setting name|name of the setting|school name|name of the school|name',
  assessor:
    'assessor|assessed by|name of assessor|assessor name|rater|validator|validated by|moderator|moderated by|reviewer|reviewed by|judge|observer|completed by|rated by|assessor(s)|evaluator',
  date: 'date|assessment date|date of assessment|date assessed|date completed|completed on|visit date|date of visit|validation date|date of validation|date rated',
  kind: 'kind|kind of assessment|type|type of assessment|assessment type|assessment kind',
  criterion: 'criterion|criterion id|criteria|indicator|indicator id|statement|standard|item',
  level: 'level|rating|judgement|judgment|grade|level given|rating given|level awarded|mark|response',
  note: 'note|notes|comment|comments|remark|remarks|evidence note|assessor comment|assessor comments',
  reason: 'reason|reasons|reason not applicable|why not applicable|why|reason n/a|n/a reason',
  evidence:
    'evidence|evidence items|items of evidence|number of items|number of items of evidence|pieces of evidence|number of pieces of evidence|evidence count|count of evidence|evidence (number)|no. of items',
  priority: 'priority|is priority|rank of priority',
  priorities: 'priorities|chosen priorities|our priorities|priority criteria|priority areas|focus areas|areas of focus',
  'said-by': 'said by|attested by|confirmed by',
  'said-on': 'said on|attested on|confirmed on',
};
/** *Priority 1*, *2nd priority* and so on: one of several columns with a criterion each. */
const ONE_OF_PRIORITIES = /^(?:priority \d{1,3}|\d{1,3}(?:st|nd|rd|th) priority)$/u;

/** Made when a sheet is first read: folding letters opens the tables of Unicode. */
const fields = (): ReadonlyMap<string, Field> =>
  (made ??= new Map(
    FIELDS.flatMap((field) => WORDS[field].split('|').map((word): [string, Field] => [wordKey(word), field])),
  ));
let made: ReadonlyMap<string, Field> | undefined;

/** Longer text heads no column. */
const LONGEST = 1_000;

/** What is compared of a heading: colons, asterisks and question marks behind it, as forms have them, say nothing. */
export const headingKey = (heading: string): string => {
  if (heading.length > LONGEST) return heading;
  const key = wordKey(heading);
  let end = key.length;
  while (end > 0 && ' :*?'.includes(key.charAt(end - 1))) end--;
  return key.slice(0, end);
};

/** The field that a heading names. */
export const fieldOf = (heading: string): Field | undefined => {
  const key = headingKey(heading);
  return fields().get(key) ?? (ONE_OF_PRIORITIES.test(key) ? 'priorities' : undefined);
};

/** Behind the name of a criterion; the longer words first. */
const ASIDE_BEHIND =
  /[\s\u2010-\u2015:/(-](notes?|comments?|reasons?|(?:number of |no\. of )?items of evidence|(?:number of |no\. of )(?:evidence|items)|evidence (?:items|count)|evidence|priority|said by|said on)\s{0,3}\)?\s{0,3}[:?]?$/iu;
const ASIDE_BEFORE = /^(notes?|comments?|reasons?|evidence|priority|said by|said on)\s{0,3}:\s{0,3}(?=\S)/iu;
const PARTING_SIGNS = /[\s\u2010-\u2015:/(-]/u;

/** A heading that says *note*, *evidence* and so on behind the name of a criterion, or before it and a colon: the name, and which it is. */
export const besideIn = (heading: string): { readonly name: string; readonly aside: Aside } | undefined => {
  if (heading.length > LONGEST) return undefined;
  const before = ASIDE_BEFORE.exec(heading);
  if (before !== null) return { name: heading.slice(before[0].length), aside: asideOf(before[1] ?? '') };
  const behind = ASIDE_BEHIND.exec(heading);
  if (behind === null) return undefined;
  let end = behind.index;
  while (end > 0 && PARTING_SIGNS.test(heading.charAt(end - 1))) end--;
  return end === 0 ? undefined : { name: heading.slice(0, end), aside: asideOf(behind[1] ?? '') };
};

const asideOf = (word: string): Aside => {
  if (/^(?:notes?|comments?)$/iu.test(word)) return 'note';
  if (/^reasons?$/iu.test(word)) return 'reason';
  if (/^priority$/iu.test(word)) return 'priority';
  return /^said/iu.test(word) ? (/by$/iu.test(word) ? 'said-by' : 'said-on') : 'evidence';
};
