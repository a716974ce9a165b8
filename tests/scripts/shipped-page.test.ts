// docs/rubrics-shipped.md says what the records say.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Framework, Rubric } from '../../src/model/index.js';
import { readText, recordFiles, root } from '../support/sources.js';

interface Script {
  readonly shippedParts: (
    rubrics: readonly unknown[],
    frameworks: readonly unknown[],
  ) => Readonly<Record<string, string>>;
  readonly withParts: (text: string, parts: Readonly<Record<string, string>>) => string;
}
const script = '../../scripts/shipped-page.mjs';
const { shippedParts, withParts } = (await import(script)) as Script;
const page = readText('docs/rubrics-shipped.md');

const recordsOf = async <T>(kind: string): Promise<readonly T[]> =>
  Promise.all(
    recordFiles
      .filter((one) => one.kind === kind)
      .map(async ({ file, exportName }) => ((await import(join(root, file))) as Record<string, T>)[exportName]!),
  );
const rubrics = await recordsOf<Rubric>('rubrics');
const frameworks = await recordsOf<Framework>('frameworks');

describe('the page of shipped rubrics', () => {
  test('is current: `npm run rubrics:page` would change nothing', () => {
    expect(withParts(page, shippedParts(rubrics, frameworks)) === page, 'npm run rubrics:page').toBe(true);
  });

  test('lists every rubric and every framework, and what is wanted of each that was not read whole', () => {
    const parts = shippedParts(rubrics, frameworks);
    for (const { id } of rubrics) expect(parts['rubrics']).toContain(`| \`${id}\` |`);
    for (const { id, elements } of frameworks) {
      expect(parts['currency']).toContain(`| \`${id}\` |`);
      const isWanted = parts['wanted']!.includes(`- \`${id}\`\n`);
      if (elements.some(({ verified }) => !verified)) expect(isWanted, id).toBe(true);
    }
  });
});

describe('a part', () => {
  // The compiler asks for a new kind here, and this test for its word on the page.
  const kinds: Readonly<Record<Rubric['scoring']['kind'], true>> = {
    'weighted-mean': true,
    'mean-of-groups': true,
    minimum: true,
    sum: true,
    count: true,
    'share-at-level': true,
    'count-groups': true,
    none: true,
  };

  const rubric = {
    id: 'clubs',
    version: '1.0.0',
    scoring: { kind: 'none' },
    outcomes: [
      { label: 'A | B', origin: 'published' },
      { label: 'C', origin: 'project' },
    ],
    criteria: [{ note: 'A place for a room.' }, { note: 'A place for a room.' }, {}],
  };
  const framework = {
    id: 'clubs',
    edition: '2',
    supersededBy: { id: 'clubs-3', edition: '3', from: '2026-01-01' },
    sources: [{ read: '2026-02-01' }, { read: '2025-02-01' }],
    elements: [
      { label: 'Rooms', verified: false },
      { label: 'People', verified: true, strands: [{ label: 'Parents', complete: false }] },
    ],
  };

  test('says what a rubric decides and whose rule it is, how current a framework is, and what is wanted', () => {
    const { rubrics: table, currency, wanted } = shippedParts([rubric], [framework]);
    expect(table).toContain('| `clubs` | 1.0.0 | 3, 2 of them places | none | A \\| B (published); C (ours) |');
    expect(currency).toContain(
      '| `clubs` | 2 | not known | – | `clubs-3` 3, from 2026-01-01 | never | 2025-02-01 to 2026-02-01 |',
    );
    expect(wanted).toBe(
      '- `clubs`\n  - the statements of *Rooms*\n  - the end of the list *Parents* of *People*\n  - 2 criteria: A place for a room.',
    );
  });

  test.each(Object.keys(kinds))('has a word for the score of kind %s', (kind) => {
    const { rubrics: table } = shippedParts([{ ...rubric, scoring: { kind } }], []);
    expect(table).not.toContain('undefined');
    expect(table).toContain('| `clubs` |');
  });

  test('stands between its marks; without them the page is refused', () => {
    const marks = 'above\n<!-- from the records: one -->\nold\n<!-- end of one -->\nbelow';
    const once = withParts(marks, { one: 'new' });
    expect(once).toBe('above\n<!-- from the records: one -->\n\nnew\n\n<!-- end of one -->\nbelow');
    expect(withParts(once, { one: 'new' })).toBe(once);
    expect(() => withParts(marks, { two: 'new' })).toThrow(/no marks/u);
  });
});
