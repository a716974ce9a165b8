import { isRecord, refuseNoRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

/** Throws a TypeError for what has not the shape of an evaluation, as far as a comparison or a suggestion reads it. */
export const refuseNoEvaluation = (caller: string, name: string, evaluation: unknown): void => {
  const right = 'an evaluation, as evaluate gives it';
  refuseNoRecord(caller, name, evaluation, right);
  const fields = evaluation as Readonly<Record<string, unknown>>;
  const refuse = (path: string, got: unknown): never => {
    throw new TypeError(`${caller}: ${name}.${path} is ${shownValue(got)}; ${name} is ${right}`);
  };
  const texts = (value: unknown, path: string, keys: readonly string[]): void => {
    if (!isRecord(value)) refuse(path, value);
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of keys) if (typeof record[key] !== 'string') refuse(`${path}.${key}`, record[key]);
  };
  texts(fields['rubric'], 'rubric', ['id', 'version']);
  texts(fields['score'], 'score', ['kind']);
  const { value } = fields['score'] as Readonly<Record<string, unknown>>;
  if (value !== undefined) {
    const { numerator, denominator } = isRecord(value) ? value : {};
    if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || (denominator as number) < 1) {
      refuse('score.value', value);
    }
  }
  if (fields['framework'] !== undefined) texts(fields['framework'], 'framework', ['id', 'edition']);
  const lists = { criteria: ['criterion', 'indicator', 'label', 'state'], outcomes: ['outcome', 'label', 'verdict'] };
  for (const [list, keys] of Object.entries(lists)) {
    const items = fields[list];
    if (!Array.isArray(items)) refuse(list, items);
    (items as readonly unknown[]).forEach((item, at) => texts(item, `${list}[${at}]`, keys));
  }
};
