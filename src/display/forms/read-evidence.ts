import { dayNumberIn } from '../../common/calendar-date.js';
import { listed } from '../../common/list-words.js';
import { shownValue } from '../../common/shown-value.js';
import type { Evidence, EvidenceKind, Permission } from '../../model/awards/evidence.js';
import type { Voice } from '../../model/awards/voice.js';
import type { EvidenceFields, FormChoice } from './form.js';
import type { FieldReader } from './field-reader.js';

/** Items of evidence in the order of their numbers; those of which nothing is filled in are passed over. */
export const readEvidence = (form: EvidenceFields, reader: FieldReader): readonly Evidence[] => {
  const choices = new Map(form.fields.map((field) => [field.name, field.choices ?? []]));
  const items = numbersOf(form.name, reader).flatMap((number) => {
    const read = readItem(`${form.name}.${number}`, choices, reader);
    return read === undefined ? [] : [{ number, ...read }];
  });
  const taken = new Map<string, number>();
  for (const { id, number } of items) {
    if (id === undefined) continue;
    if (taken.has(id)) {
      const message = `${shownValue(id)} names two items of evidence.`;
      reader.issue('repeated-evidence', 'error', `${form.name}.${number}.id`, message, 'Give each its own id.');
    }
    taken.set(id, number);
  }
  // An item that a person just added has no id yet: it is called by its number, or by the next that is free. Numbers rise, and what was
  // taken stays taken, so the search goes on from where it ended.
  let named = 0;
  return items.map(({ number, id, item }) => {
    if (id !== undefined) return { id, ...item };
    named = Math.max(named, number + 1);
    while (taken.has(`evidence-${named}`)) named++;
    taken.set(`evidence-${named}`, number);
    return { id: `evidence-${named}`, ...item };
  });
};

/** The numbers of the items that the form gave something of, lowest first. */
const numbersOf = (name: string, reader: FieldReader): readonly number[] => {
  const numbers = new Set<number>();
  const start = `${name}.`;
  for (const field of reader.input.keys()) {
    if (!field.startsWith(start)) continue;
    const [, digits] = /^(0|[1-9]\d{0,5})\./u.exec(field.slice(start.length)) ?? [];
    if (digits !== undefined) numbers.add(Number(digits));
  }
  return [...numbers].sort((a, b) => a - b);
};

const readItem = (
  name: string,
  choices: ReadonlyMap<string, readonly FormChoice[]>,
  reader: FieldReader,
): { readonly id?: string | undefined; readonly item: Omit<Evidence, 'id'> } | undefined => {
  const choice = (field: string) => reader.choice(`${name}.${field}`, choices.get(field) ?? []);
  const id = reader.one(`${name}.id`)?.trim();
  const kind = choice('kind') as EvidenceKind | undefined;
  const date = reader.one(`${name}.date`)?.trim();
  const shows = reader.text(`${name}.shows`);
  const supports = readSupports(`${name}.supports`, choices.get('supports') ?? [], reader);
  const voices = reader.choices(`${name}.voices`, choices.get('voices') ?? []) as readonly Voice[];
  const links = linesIn(reader.all(`${name}.links`));
  const permissions = Object.fromEntries(
    (['consent', 'photographs', 'personalData'] as const).flatMap((of) => {
      const given = choice(`permissions.${of}`) as Permission | undefined;
      return given === undefined ? [] : [[of, given]];
    }),
  );
  const isEmpty =
    [kind, date, shows].every((one) => one === undefined) &&
    [supports, voices, links, Object.keys(permissions)].every((list) => list.length === 0);
  if (isEmpty) return undefined;
  if (date !== undefined && dayNumberIn(date) === undefined) {
    const message = `${shownValue(date)} is not a calendar date.`;
    reader.issue('not-a-date', 'error', `${name}.date`, message, 'Write it as 2026-03-02.');
  }
  const missing = [
    ...(kind === undefined ? ['kind'] : []),
    ...(date === undefined ? ['date'] : []),
    ...(shows === undefined ? ['shows'] : []),
    ...(supports.length === 0 ? ['supports'] : []),
  ];
  for (const field of missing) {
    const message = `The item of evidence lacks ${listed(missing)}.`;
    reader.issue('incomplete-evidence', 'error', `${name}.${field}`, message, 'Fill it in, or clear the whole item.');
  }
  return {
    ...(id !== undefined && { id }),
    item: {
      kind: kind ?? 'other',
      date: date ?? '',
      shows: shows ?? '',
      supports,
      ...(voices.length > 0 && { voices }),
      ...(links.length > 0 && { links }),
      ...(Object.keys(permissions).length > 0 && { permissions }),
    },
  };
};

/** Evidence may also support indicators of other elements, which the form may not know: these are kept, and told. */
const readSupports = (name: string, choices: readonly FormChoice[], reader: FieldReader): readonly string[] => {
  const known = reader.valuesOf(choices);
  const given = reader.all(name).map((text) => text.trim());
  for (const indicator of given) {
    if (known.has(indicator)) continue;
    const message = `The form has no indicator ${shownValue(indicator)}; the item is kept all the same.`;
    reader.issue('unknown-indicator', 'warning', name, message, reader.nearest(indicator, [...known]));
  }
  return given;
};

/** Several values are the entries of a list; one alone is a text with one entry a line. */
const linesIn = (values: readonly string[]): readonly string[] =>
  values.length === 1 ? (values[0] ?? '').split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '') : values;
