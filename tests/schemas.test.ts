import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
// @ts-expect-error a script of the project, without types
import { jsonSchemas } from '../scripts/json-schemas.mjs';
import { filesUnder, foldersIn, readText, recordFiles, root } from './support/sources.js';

const model = existsSync(join(root, 'src/model/index.ts')) ? await import(join(root, 'src/model/index.ts')) : {};
const wanted = jsonSchemas(model) as Record<string, string>;
const committed = filesUnder('schemas', '.json').map((file) => file.replace('schemas/', ''));

test('the JSON Schema files are those of the model, no more and no fewer', () => {
  expect(committed).toEqual(Object.keys(wanted).sort());
});

describe.each(committed)('%s', (file) => {
  test('says what the schema of the model says (npm run schemas)', () => {
    expect(readText(`schemas/${file}`)).toBe(wanted[file]);
  });

  test('is a JSON Schema of 2020-12 that a validator takes in strict mode, formats aside', () => {
    const schema = JSON.parse(readText(`schemas/${file}`)) as object;
    const validator = new Ajv2020({ strictTypes: false, validateFormats: false });
    expect(schema).toHaveProperty('$schema', 'https://json-schema.org/draft/2020-12/schema');
    expect(() => validator.compile(schema)).not.toThrow();
    expect(Object.keys(schema).length, 'it refuses nothing').toBeGreaterThan(2);
  });
});

describe.runIf(recordFiles.length > 0)('a record is accepted by the JSON Schema of its kind', () => {
  const kinds = foldersIn('src/data').filter((kind) => committed.includes(`${kind.replace(/s$/u, '')}.schema.json`));
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (kind: string): ValidateFunction => {
    const schema = JSON.parse(readText(`schemas/${kind.replace(/s$/u, '')}.schema.json`)) as object;
    const made = compiled.get(kind) ?? new Ajv2020({ strictTypes: false, validateFormats: false }).compile(schema);
    compiled.set(kind, made);
    return made;
  };
  test.each(recordFiles.filter(({ kind }) => kinds.includes(kind)))('$file', async ({ file, kind, exportName }) => {
    const validate = validatorOf(kind);
    const record = ((await import(join(root, file))) as Record<string, unknown>)[exportName];
    validate(record);
    expect(validate.errors ?? []).toEqual([]);
  });
});

/** The places of a JSON Schema where a text, a list or an object with names of the caller's own has no stated maximum. */
const unboundedPlaces = (schema: unknown, place: string): string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((part, at) => unboundedPlaces(part, `${place}[${at}]`));
  const said = schema as Readonly<Record<string, unknown>>;
  const isWord = 'enum' in said || 'const' in said || said['format'] === 'date';
  const found: string[] = [];
  if (said['type'] === 'string' && !isWord && !('maxLength' in said)) found.push(`${place}: a text`);
  if (said['type'] === 'array' && !('maxItems' in said) && !('prefixItems' in said)) found.push(`${place}: a list`);
  if (said['type'] === 'object' && said['additionalProperties'] !== false && !('maxProperties' in said)) {
    found.push(`${place}: an object`);
  }
  return found.concat(Object.entries(said).flatMap(([key, part]) => unboundedPlaces(part, `${place}.${key}`)));
};

test.each(Object.entries(wanted))('%s states a maximum for every text, list and object of names', (file, text) => {
  expect(unboundedPlaces(JSON.parse(text), file)).toEqual([]);
});

test('a text, a list or an object above its maximum is refused in words of our own', () => {
  const { articleSchema, migrationSchema, strategySchema, crosswalkSchema } = model as Record<
    string,
    { safeParse: (value: unknown) => { error?: { issues: readonly { message: string }[] } } }
  >;
  const messagesOf = (schema: typeof articleSchema, value: unknown) =>
    schema!.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
  expect(messagesOf(strategySchema, { name: 'a'.repeat(1_000_001), description: '', position: 1 })).toEqual([
    'a text has at most 1,000,000 characters; this one is longer',
  ]);
  const moves = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`c${at}`, 'dropped']));
  const ends = { from: { id: 'a', version: '1.0.0' }, to: { id: 'a', version: '2.0.0' } };
  expect(messagesOf(migrationSchema, { ...ends, criteria: moves })).toEqual([
    'an object has at most 10,000 names here; this one has more',
  ]);
  const sources = Array.from({ length: 10_001 }, () => ({ title: 'a', url: 'a', read: '2026-01-05' }));
  expect(messagesOf(crosswalkSchema, { sources })).toContain(
    'a list has at most 10,000 entries here; this one has more',
  );
});
