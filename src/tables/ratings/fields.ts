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
] as const;
export type Field = (typeof FIELDS)[number];

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
};

const FIELD_OF: ReadonlyMap<string, Field> = /* @__PURE__ */ (() =>
  new Map(FIELDS.flatMap((field) => WORDS[field].split('|').map((word): [string, Field] => [wordKey(word), field]))))();

/** Longer text heads no column. */
const LONGEST = 1_000;

/** What is compared of a heading: colons and asterisks behind it, as forms have them, say nothing. */
export const headingKey = (heading: string): string =>
  heading.length > LONGEST ? heading : wordKey(heading).replace(/[\s:*]+$/u, '');

/** The field that a heading names. */
export const fieldOf = (heading: string): Field | undefined => FIELD_OF.get(headingKey(heading));

/** A heading that says *note* or *reason* behind the name of a criterion: the name, and which of both. */
export const besideIn = (heading: string): { readonly name: string; readonly field: 'note' | 'reason' } | undefined => {
  if (heading.length > LONGEST) return undefined;
  const [, name, word] =
    /^(.*\S)\s*(?:[\u2010-\u2015:/-]|\(|\s)\s*(notes?|comments?|reasons?)\s*\)?\s*:?$/isu.exec(heading) ?? [];
  if (name === undefined || word === undefined) return undefined;
  return { name: name.replace(/[\s\u2010-\u2015:/(-]+$/u, ''), field: /^r/iu.test(word) ? 'reason' : 'note' };
};
