/** A field of an object's own: `constructor` and the like, which every object inherits, are ordinary names. */
export const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

/** Whether a value is an object of any kind, a list or a date too; a function is none. */
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
