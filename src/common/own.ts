/** A field of an object's own: `constructor` and the like, which every object inherits, are ordinary names. */
export const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
