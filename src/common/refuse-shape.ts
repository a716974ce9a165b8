import { isRecord, refuseNoRecord } from './refuse.js';
import { shownValue } from './shown-value.js';

type Kind = 'text' | 'list' | 'record';

const KINDS: Readonly<Record<Kind, readonly [is: (value: unknown) => boolean, right: string]>> = {
  text: [(value) => typeof value === 'string', 'a string'],
  list: [Array.isArray, 'a list'],
  record: [isRecord, 'an object'],
};

/** Throws a TypeError for what is no object, or has not these fields of these kinds; what is inside them is not looked at. */
export const refuseShape = (
  caller: string,
  name: string,
  value: unknown,
  fields: Readonly<Record<string, Kind>>,
): void => {
  refuseNoRecord(caller, name, value, `an object with ${Object.keys(fields).join(', ')}`);
  for (const [field, kind] of Object.entries(fields)) {
    const [is, right] = KINDS[kind];
    const found: unknown = Object.hasOwn(value as object, field)
      ? (value as Record<string, unknown>)[field]
      : undefined;
    if (!is(found)) throw new TypeError(`${caller}: ${name}.${field} is ${shownValue(found)}; it is ${right}`);
  }
};
