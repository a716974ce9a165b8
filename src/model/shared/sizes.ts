import * as z from 'zod';

/** Far longer than any article; what is longer is no words of a person. */
const LONGEST_TEXT = 1_000_000;
/** More entries than this no list and no record has unless its schema says so. */
const MOST_ENTRIES = 10_000;

const counted = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');

// Made once: more than a hundred fields are texts, and to build a schema for each was most of what an import of the model took.
let ofAnyLength: z.ZodString | undefined;
let notEmpty: z.ZodString | undefined;

/** A text of any length up to a million characters. */
export const anyText = (): z.ZodString => {
  const message = `a text has at most ${counted(LONGEST_TEXT)} characters; this one is longer`;
  return (ofAnyLength ??= z.string().max(LONGEST_TEXT, message));
};

/** The same, and not empty. */
export const text = (): z.ZodString => (notEmpty ??= anyText().min(1));

/** A list of at most so many entries. */
export const list = <T extends z.core.$ZodType>(entry: T, most = MOST_ENTRIES): z.ZodArray<T> =>
  z.array(entry).max(most, `a list has at most ${counted(most)} entries here; this one has more`);

/** An object of at most so many names of the caller's, each with its value. */
export const namesWith = <K extends z.core.$ZodRecordKey, V extends z.core.$ZodType>(
  name: K,
  value: V,
  most = MOST_ENTRIES,
): z.ZodRecord<K, V> =>
  z
    .record(name, value)
    .refine((record) => Object.keys(record).length <= most, {
      message: `an object has at most ${counted(most)} names here; this one has more`,
    })
    .meta({ maxProperties: most });
