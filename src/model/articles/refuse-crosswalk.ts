import { refuseNoRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

type Fields = Readonly<Record<string, unknown>>;

/** Throws a TypeError that names what was called and the field, for what has not the shape of a crosswalk. */
export const refuseNoCrosswalk = (caller: string, crosswalk: unknown): void => {
  refuseNoRecord(caller, 'crosswalk', crosswalk, 'a crosswalk with strategies, indicators and mappings');
  const texts = (value: unknown, path: string, keys: readonly string[]): Fields => {
    refuseNoRecord(caller, path, value, `an object { ${keys.join(', ')} }`);
    const record = value as Fields;
    for (const key of keys) {
      if (typeof record[key] === 'string') continue;
      throw new TypeError(`${caller}: ${path}.${key} is ${shownValue(record[key])}; it is a string`);
    }
    return record;
  };
  const list = (value: unknown, path: string, keys: readonly string[]): void => {
    if (!Array.isArray(value)) throw new TypeError(`${caller}: ${path} is ${shownValue(value)}; it is a list`);
    for (let at = 0; at < value.length; at++) texts(value[at], `${path}[${at}]`, keys);
  };
  const fields = crosswalk as Fields;
  texts(fields, 'crosswalk', ['id']);
  for (const side of ['strategies', 'indicators']) {
    const { items } = texts(fields[side], `crosswalk.${side}`, ['framework', 'edition']);
    list(items, `crosswalk.${side}.items`, ['id', 'label']);
  }
  list(fields['mappings'], 'crosswalk.mappings', ['strategy', 'indicator', 'strength', 'reason']);
};
