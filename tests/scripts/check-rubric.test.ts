// What `npm run check:rubric` answers to the mistakes of a first rubric: which file and line, what is wrong, what to write instead.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readText, root } from '../support/sources.js';

const run = promisify(execFile);

interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly hint?: string;
}
interface Script {
  readonly checkRubrics: (
    root: string,
    ids: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly faults: readonly Fault[] }[]>;
}

const model = 'src/data/rubrics/stem-nation-leadership.ts';
const nameOf = (id: string): string => id.replace(/-+(.)/gu, (_, letter: string) => letter.toUpperCase());

/** The model rubric under another id, with one more change. */
const rubric = (id: string, ...changes: readonly [string, string][]): string => {
  const renamed: readonly [string, string][] = [
    ["id: 'stem-nation-leadership'", `id: '${id}'`],
    ['const stemNationLeadership ', `const ${nameOf(id)} `],
  ];
  return [...renamed, ...changes].reduce((text, [from, to]) => {
    expect(text, 'what is to be changed stands in the model').toContain(from);
    return text.replace(from, to);
  }, readText(model));
};

const lastExamples = /examples: \[\n( {4}\{\n[\s\S]*?\n {4}\},)[\s\S]*?\n {2}\],/u;

const faulty: Readonly<Record<string, () => string>> = {
  'other-export': () => rubric('other-export', ['const otherExport ', 'const OtherExport ']),
  'two-exports': () => `${rubric('two-exports')}\nexport const more = 1;\n`,
  'other-id': () => rubric('other-id', ["id: 'other-id'", "id: 'some-other-id'"]),
  'mistyped-level': () => rubric('mistyped-level', ["'shared-vision': 'met'", "'shared-vision': 'mett'"]),
  'mistyped-kind': () => rubric('mistyped-kind', ["kind: 'every'", "kind: 'evry'"]),
  'mistyped-field': () => rubric('mistyped-field', ['notice:', 'notise:']),
  'mistyped-rule': () => rubric('mistyped-rule', ["level: 'partly'", "level: 'party'"]),
  'a-date': () => rubric('a-date', [/read: '.*?'/u.exec(readText(model))![0], "read: '20 November'"]),
  'no-such-day': () => rubric('no-such-day', [/read: '.*?'/u.exec(readText(model))![0], "read: '2026-02-30'"]),
  'wrong-verdict': () => rubric('wrong-verdict', ["'element-ready': 'met'", "'element-ready': 'undecided'"]),
  'twice-the-criterion': () => rubric('twice-the-criterion', ["id: 'use-of-data'", "id: 'shared-vision'"]),
  'id-of-another': () => rubric('id-of-another', ["id: 'id-of-another'", "id: 'psqm'"]),
  'one-example': () => rubric('one-example').replace(lastExamples, 'examples: [\n$1\n  ],'),
  'wrong-door': () => rubric('wrong-door', ["'../../model/define.js'", "'../../index.js'"]),
  'no-such-file-to-import': () =>
    rubric('no-such-file-to-import', ['scales/met-partly-not-yet.js', 'scales/met-partly.js']),
  'wrong-indicator': () => rubric('wrong-indicator').replaceAll("'use-of-data'", "'use-of-date'"),
  'wrong-edition': () => rubric('wrong-edition', ["edition: 'web-2026-11-22'", "edition: '2026'"]),
  'no-weight': () => rubric('no-weight', ["label: 'Shared vision', weight: 1", "label: 'Shared vision'"]),
  'not-finished': () => rubric('not-finished', ['criteria: [', 'criteria: [[']),
};

let copy: string;
let answers: ReadonlyMap<string, readonly Fault[]>;

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'rubrics-'));
  for (const part of ['src', 'scripts', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  await run(process.execPath, ['scripts/new-rubric.mjs', 'reading-club', "The club’s “own” 'rubric'"], { cwd: copy });
  const framework = (id: string, from: string, to: string) => {
    const file = join(copy, `src/data/frameworks/${id}.ts`);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };
  const withFramework = [
    'chess-club',
    'chess-typo',
    'chess-torn',
    'chess-edition',
    'chess-scale',
    'chess-name',
    'chess-door',
    'chess-id',
    'chess-days',
  ];
  for (const id of withFramework)
    await run(process.execPath, ['scripts/new-rubric.mjs', id, 'Chess', `https://example.org/${id}`], { cwd: copy });
  framework('chess-typo', 'publisher:', 'publishr:');
  framework('chess-name', 'const chessNameFramework', 'const chessName');
  framework('chess-door', '../../model/define.js', '../../model/index.js');
  framework('chess-id', "id: 'chess-id'", "id: 'chess'");
  framework('chess-days', 'publisher:', "effectiveFrom: '2026-05-01', effectiveTo: '2025-05-01', publisher:");
  framework('chess-torn', 'elements: [', 'elements: [[');
  framework('chess-edition', 'publisher:', "supersedes: { id: 'chess-club', edition: '1' }, publisher:");
  const scale = readText('src/data/scales/met-partly-not-yet.ts');
  writeFileSync(
    join(copy, 'src/data/scales/chess-levels.ts'),
    scale.replace("id: 'met-partly-not-yet'", "id: 'chess-levels'").replace('descriptor:', 'descripter:'),
  );
  const chess = join(copy, 'src/data/rubrics/chess-scale.ts');
  writeFileSync(chess, readFileSync(chess, 'utf8').replace('met-partly-not-yet.js', 'chess-levels.js'));
  for (const [id, text] of Object.entries(faulty)) writeFileSync(join(copy, `src/data/rubrics/${id}.ts`), text());
  const script = '../../scripts/check-rubric.mjs';
  const { checkRubrics } = (await import(script)) as Script;
  const found = await checkRubrics(copy, [
    ...Object.keys(faulty),
    ...withFramework,
    'psqm',
    'reading-club',
    'reading-clubs',
  ]);
  answers = new Map(found.map(({ id, faults }) => [id, faults]));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The line of the file a text stands on, from 1. */
const lineOf = (id: string, text: string): number =>
  readFileSync(join(copy, `src/data/rubrics/${id}.ts`), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

describe('a rubric', () => {
  test.each([
    ['other-export', 'const OtherExport', 'exports OtherExport', 'export const otherExport'],
    ['two-exports', 'const more', 'exports more too', 'export'],
    ['other-id', "id: 'some-other-id'", '“some-other-id”', "id: 'other-id'"],
    ['mistyped-level', "'mett'", 'mett', 'met'],
    ['mistyped-kind', "kind: 'evry'", '“evry”', 'is it “every”?'],
    ['mistyped-field', 'notise:', '“notise”', 'is it “notice”?'],
    ['no-such-file-to-import', 'scales/met-partly.js', 'no record src/data/scales/met-partly.ts', 'met-partly-not-yet'],
    ['mistyped-rule', "level: 'party'", 'party', 'partly'],
    ['a-date', '20 November', '20 November', 'such as 2026-03-02'],
    ['no-such-day', '2026-02-30', '2026-02-30', 'such as 2026-03-02'],
    ['wrong-verdict', "'element-ready': 'undecided'", 'to be undecided; it is met', 'Work it out again'],
    ['id-of-another', "id: 'psqm'", 'src/data/rubrics/psqm.ts', "id: 'id-of-another'"],
    ['one-example', 'examples:', 'has 1 worked example,', "expects 'not-yet-met', one that expects 'undecided'"],
    ['wrong-door', '../../index.js', "imports from '../../index.js'", '../../model/define.js'],
    ['wrong-indicator', "id: 'use-of-date'", 'use-of-data', 'indicator: …'],
    ['wrong-edition', "edition: '2026'", '“2026”', "edition: 'web-2026-11-22'"],
    ['no-weight', "label: 'Shared vision' ", 'weight', 'whole number from 1'],
  ])('%s: the line of %s is told, with what is wrong and what to write', (id, where, wrong, right) => {
    const line = lineOf(id, where);
    const faults = answers.get(id)!.filter((fault) => fault.line === line);
    const said = faults.map(({ message, hint }) => `${message} ${hint}`).join('\n');
    expect(said, JSON.stringify(answers.get(id))).toContain(wrong);
    expect(said).toContain(right);
    expect(faults[0]?.file).toBe(`src/data/rubrics/${id}.ts`);
  });

  test('with an id twice is told where the second stands', () => {
    const all = readFileSync(join(copy, 'src/data/rubrics/twice-the-criterion.ts'), 'utf8').split('\n');
    const [, second] = all.flatMap((line, at) => (line.includes("id: 'shared-vision'") ? [at + 1] : []));
    const fault = answers.get('twice-the-criterion')!.find(({ line }) => line === second);
    expect(fault?.message, JSON.stringify(answers.get('twice-the-criterion'))).toContain('“shared-vision”');
    expect(fault?.hint).toContain('an id of its own');
  });

  test.each(['no-such-file-to-import', 'not-finished'])(
    '%s, which cannot be read, does not hide the faults of others',
    (id) => {
      expect(answers.get(id)!.length).toBeGreaterThan(0);
      expect(answers.get(id)!.every(({ line }) => line > 0)).toBe(true);
    },
  );

  test('without faults has none told, among many that have', () => expect(answers.get('psqm')).toEqual([]));

  test('just begun by new:rubric has none either, and a note of its change', () => {
    expect(answers.get('reading-club')).toEqual([]);
    expect(readFileSync(join(copy, '.changeset/rubric-reading-club.md'), 'utf8')).toContain(
      'stem-leadership/rubrics/reading-club',
    );
  });

  test('just begun with an address has a framework too, with that source, and no fault', () => {
    expect(answers.get('chess-club')).toEqual([]);
    const written = readFileSync(join(copy, 'src/data/frameworks/chess-club.ts'), 'utf8');
    expect(written).toContain("url: 'https://example.org/chess-club'");
    expect(written).toMatch(/checked: '\d{4}-\d{2}-\d{2}'/u);
  });

  test.each([
    ['chess-typo', 'frameworks/chess-typo', 'publishr:', 'the framework has no field “publishr”'],
    ['chess-name', 'frameworks/chess-name', 'export const', 'write `export const chessNameFramework'],
    ['chess-door', 'frameworks/chess-door', 'import', "write `from '../../model/define.js'` for defineFramework"],
    ['chess-id', 'frameworks/chess-id', "id: 'chess'", "write id: 'chess-id'"],
    ['chess-days', 'frameworks/chess-days', 'effectiveFrom:', 'it ends on 2025-05-01, before it begins on 2026-05-01'],
    ['chess-torn', 'frameworks/chess-torn', '    },\n  ],', 'Expected "]"'],
    ['chess-edition', 'frameworks/chess-edition', 'supersedes:', 'does not name this edition in its supersededBy'],
    ['chess-scale', 'scales/chess-levels', 'descripter:', "'descripter' does not exist"],
  ])('%s is told what is wrong in %s, and in no other record', (id, record, where, wrong) => {
    const faults = answers.get(id)!;
    const file = `src/data/${record}.ts`;
    const text = readFileSync(join(copy, file), 'utf8');
    const line = text.slice(0, text.indexOf(where)).split('\n').length;
    expect(faults.map((fault) => fault.file)).toContain(file);
    const said = faults
      .filter((fault) => fault.file === file)
      .map((fault) => `${fault.line}: ${fault.message} ${fault.hint ?? ''}`);
    expect(said.join('\n'), JSON.stringify(faults)).toContain(wrong);
    if (id !== 'chess-torn') expect(said.join('\n')).toContain(`${line}: `);
    expect(said.join('\n')).not.toContain('there is no framework');
  });

  test('that is not there is answered by how to begin it', () => {
    const [fault] = answers.get('reading-clubs')!;
    expect(fault!.message).toBe('there is no such file; is it reading-club?');
    expect(fault!.hint).toContain('npm run new:rubric -- reading-clubs');
  });

  test.each([
    [['Reading Club', 'A label'], 'such as reading-club'],
    [['psqm', 'A label'], 'src/data/rubrics/psqm.ts is there already'],
    [['no-label'], 'An id and a label are needed'],
    [['two-words', 'A', 'label'], '"A label"'],
    [['no-label', 'https://example.org'], 'is an address; the label comes before it'],
    [['torn-address', 'A label', 'https://[x'], 'The label is one argument'],
    [['class', 'A label'], 'is a word of the language'],
    [['chess-club', 'A label', 'https://example.org'], 'chess-club.ts is there already'],
  ])('is not begun with %j', async (args, said) => {
    const refused = run(process.execPath, ['scripts/new-rubric.mjs', ...args], { cwd: copy });
    await expect(refused).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
    expect(existsSync(join(copy, `src/data/rubrics/${args[0]}.ts`))).toBe(['psqm', 'chess-club'].includes(args[0]!));
  });
});
