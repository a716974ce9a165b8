// Every record under src/data, found by its place: a new file has these tests without being named here.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { checkFramework, checkMigration, checkRubric, evaluate, proveRubric } from '../src/evaluation/index.js';
import {
  applicationSchema,
  type Crosswalk,
  crosswalkSchema,
  type Framework,
  frameworkSchema,
  type Migration,
  migrationSchema,
  quantityWordsSchema,
  type Indicator,
  type Rubric,
  rubricSchema,
  type Scale,
  type Source,
  scaleSchema,
  translated,
  type Translation,
  translationSchema,
} from '../src/model/index.js';
import { runs } from './support/runs.js';
import { type RecordFile, recordFiles, root } from './support/sources.js';

interface Recorded {
  readonly id: string;
  readonly sources?: readonly Source[] | undefined;
}
interface Loaded<T> extends RecordFile {
  readonly record: T;
}

const schemas: Readonly<Record<string, z.ZodType>> = {
  scales: scaleSchema,
  frameworks: frameworkSchema,
  rubrics: rubricSchema,
  crosswalks: crosswalkSchema,
  applications: applicationSchema,
  migrations: migrationSchema,
  'quantity-words': quantityWordsSchema,
  translations: translationSchema,
};

const records: readonly Loaded<Recorded>[] = await Promise.all(
  recordFiles.map(async (file) => {
    const module = (await import(join(root, file.file))) as Record<string, Recorded>;
    return { ...file, record: module[file.exportName]! };
  }),
);

const ofKind = <T extends Recorded>(kind: string): readonly Loaded<T>[] =>
  records.filter((one) => one.kind === kind) as unknown as readonly Loaded<T>[];

const frameworks = ofKind<Framework>('frameworks');
const rubrics = ofKind<Rubric>('rubrics');
const scales = ofKind<Scale>('scales');
const crosswalks = ofKind<Crosswalk>('crosswalks');

const frameworkNamed = (id: string) => frameworks.find((one) => one.id === id)?.record;
const indicatorsOf = (framework: Framework, element?: string): readonly Indicator[] =>
  framework.elements
    .filter(({ id }) => element === undefined || id === element)
    .flatMap(({ indicators }) => indicators);

test('there is a schema for every folder of records', () => {
  expect(records.filter(({ kind }) => !schemas[kind]).map(({ file }) => file)).toEqual([]);
  expect(records.length).toBeGreaterThan(0);
});

describe.each(records)('$file', ({ kind, id, record }) => {
  test('has the id of its file', () => expect(record.id).toBe(id));

  test('passes the schema of its kind', () => {
    const result = schemas[kind]!.safeParse(record);
    expect(result.error?.issues ?? []).toEqual([]);
  });

  test('is plain data that JSON carries without loss', () => {
    expect(JSON.parse(JSON.stringify(record))).toStrictEqual(record);
  });

  test('says where its facts were read, and when', () => {
    for (const { url, read } of record.sources ?? []) {
      expect(url).toMatch(/^https?:\/\/[^\s/]+/u);
      expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(new Date(`${read}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read);
    }
  });
});

describe.each(rubrics)('the rubric $id', ({ record: rubric }) => {
  test('judges a framework that is here, in its edition, by indicators that the element has', () => {
    if (!rubric.framework) return;
    const framework = frameworkNamed(rubric.framework.id);
    expect(framework, `there is no framework ${rubric.framework.id}`).toBeDefined();
    expect(rubric.framework.edition).toBe(framework!.edition);
    const { element } = rubric.framework;
    if (element !== undefined) expect(framework!.elements.map(({ id }) => id)).toContain(element);
    const known = indicatorsOf(framework!, element).map(({ id }) => id);
    const unknown = rubric.criteria.map(({ id, indicator }) => indicator ?? id).filter((id) => !known.includes(id));
    expect(unknown).toEqual([]);
  });

  test('uses a scale as it stands in its own record, where it has the id of one', () => {
    const recorded = scales.find(({ id }) => id === rubric.scale.id);
    if (recorded) expect(rubric.scale).toStrictEqual(recorded.record);
  });

  test('has sources, or says that it is this project’s own', () => {
    expect((rubric.sources ?? []).length > 0 || rubric.outcomes.every(({ origin }) => origin === 'project')).toBe(true);
  });

  test.each(rubric.examples ?? [])('evaluates its example “$title” as it says', (example) => {
    const { ratings, facts, evidence, expect: expected } = example;
    const { verdicts, score } = evaluate(rubric, { ratings, facts, evidence });
    expect(verdicts).toMatchObject(expected.outcomes ?? {});
    if (!expected.score) return;
    const value = score.kind === 'scored' ? score.value : undefined;
    expect(value, 'the example promises a score').toBeDefined();
    expect(value!.numerator * expected.score.denominator).toBe(expected.score.numerator * value!.denominator);
  });

  test('leaves nothing that needs thought', () => {
    expect(checkRubric(rubric).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('is sound in every state an assessment can be in, or in as many as a search looks at', () => {
    const proof = proveRubric(rubric, { mostStates: runs(2_000_000, 0.001), samples: runs(50_000, 0.02) });
    expect(proof.properties.filter(({ holds }) => !holds)).toEqual([]);
    expect(proof.holds).toBe(true);
  }, 300_000);

  test.skipIf(rubric.outcomes.length === 0)('proves each outcome by examples met, not yet met and undecided', () => {
    const shown = (verdict: string) =>
      (rubric.examples ?? []).some(({ expect: { outcomes } }) =>
        Object.values(outcomes ?? {}).includes(verdict as never),
      );
    expect(['met', 'not-yet-met', 'undecided'].filter((verdict) => !shown(verdict))).toEqual([]);
  });
});

describe.each(ofKind<Migration & { readonly id: string }>('migrations'))('the migration $id', ({ record }) => {
  const named = ({ id, version }: Migration['from']) =>
    rubrics.find(({ record: rubric }) => rubric.id === id && rubric.version === version)?.record;

  test('leads from a rubric that is here to another, and has its word for every criterion, level and fact', () => {
    const [older, newer] = [named(record.from), named(record.to)];
    expect(older, `there is no rubric ${record.from.id} ${record.from.version}`).toBeDefined();
    expect(newer, `there is no rubric ${record.to.id} ${record.to.version}`).toBeDefined();
    expect(checkMigration(older!, newer!, record).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe.each(frameworks)('the framework $id', ({ record: framework }) => {
  test('says when it was last looked at, and agrees with the editions before and after it that are here', () => {
    expect(framework.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    const { supersedes, supersededBy } = framework;
    const [before, after] = [supersedes, supersededBy].map((one) => one && frameworkNamed(one.id));
    if (before) expect(before.supersededBy).toMatchObject({ id: framework.id, edition: framework.edition });
    // One edition may take the place of several: it names the latest of them, and each of them names it.
    const named = after?.supersedes;
    const sibling = named && named.id !== framework.id ? frameworkNamed(named.id) : undefined;
    if (sibling) expect(sibling.supersededBy?.id).toBe(after!.id);
    else if (after) expect(named).toEqual({ id: framework.id, edition: framework.edition });
  });

  test('was current on the day it was looked at, unless it says what followed it', () => {
    const codes = checkFramework(framework, { on: framework.checked! }).map(({ code }) => code);
    expect(codes).toEqual(framework.supersededBy ? ['superseded'] : []);
  });
});

describe.each(crosswalks)('the crosswalk $id', ({ record: crosswalk }) => {
  test.each(['strategies', 'indicators'] as const)(
    'takes its %s from a framework that is here, in its edition',
    (list) => {
      const side = crosswalk[list];
      const framework = frameworkNamed(side.framework);
      expect(framework, `there is no framework ${side.framework}`).toBeDefined();
      expect(side.edition).toBe(framework!.edition);
      expect(framework!.elements.map(({ id }) => id)).toContain(side.element);
      const known = indicatorsOf(framework!, side.element).map(({ id }) => id);
      expect(side.items.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([]);
    },
  );

  test('gives every mapping a reason that is a sentence of its own', () => {
    const short = crosswalk.mappings.filter(({ reason }) => reason.trim().split(/\s+/u).length < 2);
    expect(short).toEqual([]);
  });

  test('judges each pair once, or leaves it out', () => {
    const pairs = crosswalk.mappings.map(({ strategy, indicator }) => `${strategy} → ${indicator}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});

describe.each(ofKind<Translation>('translations'))('the translation $id', ({ record }) => {
  const { rubric: ofRubric, framework: ofFramework } = record;

  test('is called by what it translates and the language', () => {
    expect(record.id).toBe(`${(ofRubric ?? ofFramework)?.id}--${record.language}`);
  });

  test('has words for all that people read, and for nothing else', () => {
    const rubric = rubrics.find(({ id }) => id === ofRubric?.id)?.record;
    const framework = frameworks.find(({ id }) => id === ofFramework?.id)?.record;
    expect([rubric === undefined, framework === undefined]).toEqual([
      ofRubric === undefined,
      ofFramework === undefined,
    ]);
    if (rubric) expect(translated(rubric, record).issues).toEqual([]);
    if (framework) expect(translated(framework, record).issues).toEqual([]);
  });
});
