import { Ajv2020 } from 'ajv/dist/2020.js';
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
  test.each(recordFiles.filter(({ kind }) => kinds.includes(kind)))('$file', async ({ file, kind, exportName }) => {
    const schema = JSON.parse(readText(`schemas/${kind.replace(/s$/u, '')}.schema.json`)) as object;
    const validate = new Ajv2020({ strictTypes: false, validateFormats: false }).compile(schema);
    const record = ((await import(join(root, file))) as Record<string, unknown>)[exportName];
    validate(record);
    expect(validate.errors ?? []).toEqual([]);
  });
});
