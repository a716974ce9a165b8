/**
 * The examples of the documentation, made to run.
 *
 * Taken up: every `ts` fence of README.md, CONTRIBUTING.md and docs/, and every `@example` of a docstring under src. A fence stands as
 * it is and brings its own imports; an `@example` needs none, since the public names it uses are imported for it.
 *
 * What a statement yields stands in a comment at its end, or on the line below:
 *   expr // => value          deeply equal to the value, a JavaScript expression; … inside it stands for whatever else is there
 *   expr // ≈ 0.4             close to it, to the digits given
 *   expr // throws /pattern/  throws an error whose message matches
 *   console.log(x) // => text prints the text, or a value that equals it
 * A value may go on over the comment lines that follow. Tags after `ts`: `no-run` is type-checked only, `no-check` is left alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import {
  filesUnder,
  frontDoor,
  languages,
  publicNamesOf,
  readText,
  recordFiles,
  roomIndexes,
  root,
} from './sources.js';

export interface Example {
  /** Where it begins, as `file:line`. */
  readonly place: string;
  readonly file: string;
  /** The line of its first line of code. */
  readonly line: number;
  readonly code: string;
  readonly kind: 'fence' | 'docstring';
  readonly run: boolean;
  /** For a docstring, the names declared beneath it. */
  readonly documents: readonly string[];
}

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;

const fencesIn = (
  text: string,
  file: string,
  firstLine: number,
  shared: Pick<Example, 'kind' | 'documents'>,
): Example[] =>
  [...text.matchAll(/^([ \t]*)```(?:ts|typescript)\b([^\n]*)\n([\s\S]*?)^[ \t]*```/gmu)]
    .filter(([, , tags]) => !tags!.includes('no-check'))
    .map((match) => {
      const line = firstLine + lineOf(text, match.index);
      const code = match[3]!.replaceAll(new RegExp(`^${match[1]!}`, 'gmu'), '');
      return { place: `${file}:${line}`, file, line, code, run: !match[2]!.includes('no-run'), ...shared };
    });

const namesDeclaredBy = (node: ts.Node): string[] => {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = node as { name?: ts.Node };
  return name ? [name.getText()] : [];
};

/** `@example` blocks: a fence inside one is its code, otherwise all of its text is. */
const docstringExamplesIn = (file: string): Example[] => {
  const text = readText(file);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Example[] = [];
  const seen = new Set<number>();
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (seen.has(range.pos) || !text.startsWith('/**', range.pos)) continue;
      seen.add(range.pos);
      const firstLine = lineOf(text, range.pos);
      const lines = text
        .slice(range.pos, range.end)
        .split('\n')
        .map((line) => line.replace(/^[ \t]*(?:\/\*\*|\*(?!\/)) ?/u, '').replace(/[ \t]*\*\/$/u, ''));
      lines.forEach((line, start) => {
        if (!line.startsWith('@example')) return;
        let end = start + 1;
        while (end < lines.length && !/^@[a-z]/u.test(lines[end]!)) end++;
        const body = [line.slice('@example'.length).trim(), ...lines.slice(start + 1, end)].join('\n');
        const shared = { kind: 'docstring', documents: namesDeclaredBy(node) } as const;
        const fences = fencesIn(body, file, firstLine + start, shared);
        const place = `${file}:${firstLine + start}`;
        if (fences.length > 0) found.push(...fences);
        else found.push({ place, file, line: firstLine + start, code: body, run: true, ...shared });
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

export const collectExamples = (): Example[] => {
  const pages = [
    ...['README.md', 'CONTRIBUTING.md'].filter((file) => existsSync(join(root, file))),
    ...filesUnder('docs', '.md'),
  ];
  return [
    ...pages.flatMap((file) => fencesIn(readText(file), file, 1, { kind: 'fence', documents: [] })),
    ...filesUnder('src', '.ts').flatMap(docstringExamplesIn),
  ];
};

/** Every public name and the import path it is had from. */
const publicHomes = (): Map<string, string> => {
  const homes = new Map<string, string>();
  for (const { kind, id, exportName } of recordFiles) homes.set(exportName, `stem-leadership/${kind}/${id}`);
  for (const { name } of languages) homes.set(name, `stem-leadership/messages/${name}`);
  for (const index of roomIndexes) {
    for (const { name } of publicNamesOf(index)) homes.set(name, `stem-leadership/${index.split('/')[1]!}`);
  }
  if (existsSync(join(root, frontDoor))) {
    for (const { name } of publicNamesOf(frontDoor)) homes.set(name, 'stem-leadership');
  }
  return homes;
};

/** The names a piece of code uses and does not declare itself, roughly: enough to know what to import for it. */
const namesWantedBy = (code: string): Set<string> => {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const declares =
        (ts.isVariableDeclaration(parent) ||
          ts.isParameter(parent) ||
          ts.isBindingElement(parent) ||
          ts.isFunctionDeclaration(parent) ||
          ts.isInterfaceDeclaration(parent) ||
          ts.isTypeAliasDeclaration(parent) ||
          ts.isImportSpecifier(parent) ||
          ts.isNamespaceImport(parent) ||
          ts.isImportClause(parent)) &&
        parent.name === node;
      const isOnlyAName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node);
      if (declares) declared.add(node.text);
      else if (!isOnlyAName) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const name of declared) used.delete(name);
  return used;
};

const importsFor = (code: string, homes: Map<string, string>): string =>
  [...namesWantedBy(code)]
    .filter((name) => homes.has(name))
    .map((name) => `import { ${name} } from '${homes.get(name)!}';`)
    .join(' ');

const isExpression = (text: string): boolean => {
  const source = ts.createSourceFile('value.js', `(${text}\n);`, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly unknown[] };
  return parseDiagnostics.length === 0 && source.statements.length === 1;
};

/** The claim in the comment behind a statement, or on the line below it. */
const claimBehind = (code: string, end: number): { kind: string; text: string } | undefined => {
  const match = /^[ \t;]*(?:\n[ \t]*)?\/\/ ?(=>|≈|throws)[ \t]*(.*)/u.exec(code.slice(end));
  if (!match) return undefined;
  const kind = match[1]!;
  let text = match[2]!.trim();
  for (const line of code
    .slice(end + match[0].length)
    .split('\n')
    .slice(1)) {
    if (isExpression(elided(text)) || !/^[ \t]*\/\//u.test(line)) break;
    text += `\n${line.replace(/^[ \t]*\/\/ ?/u, '')}`;
  }
  return { kind, text };
};

/** `…` in an object or a list stands for whatever else is there. */
const elided = (text: string) => text.replaceAll(/([{[,]\s*)(?:…|\.\.\.)(?=\s*[}\],])/gu, '$1...__rest');

/** The example as a program that reports each claim it holds. */
const asProgram = (example: Example, homes: Map<string, string>): string => {
  const { code } = example;
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  let program = '';
  let at = 0;
  for (const statement of source.statements) {
    const claim = claimBehind(code, statement.getEnd());
    if (!claim) continue;
    const line = example.line + lineOf(code, statement.getEnd()) - 1;
    const head = code.slice(at, statement.getStart());
    const value = isExpression(elided(claim.text)) ? `() => (${elided(claim.text)}\n)` : 'undefined';
    const about = `${line}, ${JSON.stringify(claim.kind)}, ${JSON.stringify(claim.text)}, ${value}`;
    if (ts.isVariableStatement(statement)) {
      const name = statement.declarationList.declarations.at(-1)!.name.getText();
      program += `${head}${statement.getText()}\nawait __claim(() => ${name.startsWith('{') ? `(${name})` : name}, ${about});`;
    } else if (ts.isExpressionStatement(statement)) {
      const call = statement.expression;
      const printed = ts.isCallExpression(call) && call.expression.getText() === 'console.log';
      program += printed
        ? `${head}await __printed([${call.arguments.map((part) => part.getText()).join(', ')}], ${about});`
        : `${head}await __claim(() => (${call.getText()}), ${about});`;
    } else {
      throw new Error(`${example.file}:${line} a claim stands behind a statement that has no value`);
    }
    at = statement.getEnd();
  }
  program += code.slice(at);
  const imports = example.kind === 'docstring' ? importsFor(code, homes) : '';
  return transformSync(`${imports}\n${program}`, { loader: 'ts', format: 'esm', target: 'es2022' }).code;
};

const runner = `
import { inspect } from 'node:util';
import { writeFileSync } from 'node:fs';

const restMark = Symbol('rest');
globalThis.__rest = Object.defineProperty({ [restMark]: true }, Symbol.iterator, {
  enumerable: false,
  *value() { yield restMark; },
});

const show = (value) => inspect(value, { depth: 8, breakLength: Infinity });
const isObject = (value) => typeof value === 'object' && value !== null;

const same = (actual, expected) => {
  if (Object.is(actual, expected) || (actual === 0 && expected === 0)) return true;
  if (!isObject(actual) || !isObject(expected)) return false;
  if (Array.isArray(actual) !== Array.isArray(expected)) return false;
  if (Array.isArray(expected)) {
    const open = expected.indexOf(restMark);
    if (open < 0) return actual.length === expected.length && expected.every((part, at) => same(actual[at], part));
    const tail = expected.slice(open + 1);
    return (
      actual.length >= expected.length - 1 &&
      expected.slice(0, open).every((part, at) => same(actual[at], part)) &&
      tail.every((part, at) => same(actual[actual.length - tail.length + at], part))
    );
  }
  if (expected instanceof Map || expected instanceof Set) {
    return expected.constructor === actual.constructor && same([...actual], [...expected]);
  }
  if (expected instanceof Date) return actual instanceof Date && +actual === +expected;
  const keys = (object) => Object.keys(object).filter((key) => object[key] !== undefined);
  return (
    (expected[restMark] || keys(actual).length === keys(expected).length) &&
    Object.keys(expected).every((key) => (expected[key] === undefined ? actual[key] === undefined : key in actual && same(actual[key], expected[key])))
  );
};

const close = (actual, expected, digits) =>
  typeof expected === 'number'
    ? typeof actual === 'number' && Math.abs(actual - expected) <= 0.5 * 10 ** -digits + 1e-12
    : isObject(expected) && isObject(actual) && Object.keys(expected).every((key) => close(actual[key], expected[key], digits));

let failures = [];
let claims = 0;
const fail = (line, message) => failures.push({ line, message });

globalThis.__claim = async (run, line, kind, text, value) => {
  claims++;
  if (kind === 'throws') {
    try {
      await run();
      fail(line, 'threw nothing, where ' + text + ' was promised');
    } catch (error) {
      const pattern = value?.();
      if (pattern instanceof RegExp && !pattern.test(error.message)) fail(line, 'threw ' + show(error.message) + ', which does not match ' + text);
    }
    return;
  }
  const actual = await run();
  if (!value) return fail(line, 'the promised value is not an expression: ' + text);
  const expected = value();
  if (kind === '≈') {
    const digits = Math.max(0, ...[...text.matchAll(/\\.(\\d+)/gu)].map(([, part]) => part.length));
    if (!close(actual, expected, digits)) fail(line, 'gave ' + show(actual) + ', not about ' + text);
  } else if (!same(actual, expected)) fail(line, 'gave ' + show(actual) + ', not ' + text);
};

globalThis.__printed = async (values, line, kind, text, value) => {
  const printed = values.map((part) => (typeof part === 'string' ? part : show(part))).join(' ');
  const matches = (promised) => (printed === promised ? (claims++, true) : false);
  if (kind === '=>' && (matches(text) || matches(text.replace(/^(['"\`])(.*)\\1$/su, '$2')))) return;
  if (values.length === 1 && value) return globalThis.__claim(() => values[0], line, kind, text, value);
  claims++;
  fail(line, 'printed ' + printed + ', not ' + text);
};

const results = {};
console.log = () => {};
for (const name of process.argv.slice(3)) {
  failures = [];
  claims = 0;
  try {
    await import('./' + name);
  } catch (error) {
    fail(undefined, error?.stack ?? String(error));
  }
  results[name] = { claims, failures };
}
writeFileSync(process.argv[2], JSON.stringify(results));
`;

export interface Outcome {
  /** How many promised values were compared. */
  readonly claims: number;
  /** What went wrong, each with its place. */
  readonly failures: readonly string[];
}

/** Type-checks all examples in one run of the compiler, then runs them in one process, against the built package. */
export const runExamples = (examples: readonly Example[]): Map<Example, Outcome> => {
  mkdirSync(join(root, '.examples'), { recursive: true });
  const folder = mkdtempSync(join(root, '.examples/run-'));
  const homes = publicHomes();
  const failures = new Map<Example, string[]>(examples.map((example) => [example, []]));
  const nameOf = (at: number) => `example-${String(at + 1).padStart(3, '0')}`;

  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2022'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  writeFileSync(join(folder, 'console.d.ts'), 'declare const console: { log(...values: unknown[]): void };\n');
  writeFileSync(join(folder, 'run.mjs'), runner);

  examples.forEach((example, at) => {
    const imports = example.kind === 'docstring' ? importsFor(example.code, homes) : '';
    writeFileSync(join(folder, `${nameOf(at)}.ts`), `${imports}\n${example.code}\nexport {};\n`);
    if (!example.run) return;
    try {
      writeFileSync(join(folder, `${nameOf(at)}.mjs`), asProgram(example, homes));
    } catch (error) {
      failures.get(example)!.push(`${example.place} ${(error as Error).message}`);
    }
  });

  try {
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', folder, '--pretty', 'false'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
  } catch (error) {
    const printed = String((error as { stdout?: unknown }).stdout ?? error);
    let known = false;
    for (const [, at, line, message] of printed.matchAll(/example-(\d+)\.ts\((\d+),\d+\): (.*)/gu)) {
      const example = examples[Number(at) - 1]!;
      failures.get(example)!.push(`${example.file}:${example.line + Number(line) - 2} ${message}`);
      known = true;
    }
    if (!known) throw error;
  }

  const results = join(folder, 'results.json');
  const programs = examples.map((_, at) => `${nameOf(at)}.mjs`).filter((name) => existsSync(join(folder, name)));
  execFileSync(process.execPath, [join(folder, 'run.mjs'), results, ...programs], { cwd: folder, timeout: 60_000 });
  const ran = JSON.parse(readFileSync(results, 'utf8')) as Record<
    string,
    { claims: number; failures: { line?: number; message: string }[] }
  >;
  rmSync(folder, { recursive: true, force: true });
  return new Map(
    examples.map((example, at) => {
      const result = ran[`${nameOf(at)}.mjs`];
      for (const { line, message } of result?.failures ?? []) {
        failures.get(example)!.push(`${line === undefined ? example.place : `${example.file}:${line}`} ${message}`);
      }
      return [example, { claims: result?.claims ?? 0, failures: failures.get(example)! }];
    }),
  );
};
