import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { collectExamples, type Example, type Outcome, runExamples } from './support/examples.js';
import { filesUnder, frontDoor, parseSource, publicNamesOf, readText, roomIndexes, root } from './support/sources.js';

const examples = collectExamples();
let outcomes: Map<Example, Outcome>;

beforeAll(() => {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('the examples use the built package: npm run build');
  outcomes = runExamples(examples);
}, 300_000);

describe('an example of the documentation compiles, runs and keeps its promises', () => {
  test.each(examples)('$place', (example) => {
    expect(outcomes.get(example)!.failures).toEqual([]);
  });
});

const declarationOf = (file: string, name: string) =>
  parseSource(file).statements.find(
    (statement) =>
      (ts.isFunctionDeclaration(statement) && statement.name?.text === name) ||
      (ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some((declaration) => declaration.name.getText() === name)),
  );

const isFunction = (file: string, name: string): boolean => {
  const statement = declarationOf(file, name);
  if (!statement || ts.isFunctionDeclaration(statement)) return statement !== undefined;
  if (!ts.isVariableStatement(statement)) return false;
  const declaration = statement.declarationList.declarations.find((one) => one.name.getText() === name);
  const value = declaration?.initializer;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
};

const publicFunctions = [
  ...new Map(
    [...roomIndexes, ...(existsSync(join(root, frontDoor)) ? [frontDoor] : [])]
      .flatMap(publicNamesOf)
      .filter(({ typeOnly, name, target }) => !typeOnly && isFunction(target, name))
      .map((one) => [`${one.target} ${one.name}`, one]),
  ).values(),
];

test('there are public functions to speak of, and examples', () => {
  expect(publicFunctions.length).toBeGreaterThan(0);
  expect(examples.length).toBeGreaterThan(0);
});

describe('a public function shows itself with an @example that promises a value', () => {
  test.each(publicFunctions)('$name of $target', ({ name, target }) => {
    const own = examples.filter(({ file, documents }) => file === target && documents.includes(name));
    expect(own.length, `${name} in ${target} has no @example`).toBeGreaterThan(0);
    expect(own.reduce((sum, example) => sum + outcomes.get(example)!.claims, 0)).toBeGreaterThan(0);
  });
});

test('the pictures that the docs keep are as the library draws them: node docs/examples/pictures.mjs', async () => {
  // @ts-expect-error a script has no types
  const made: unknown = await import('../docs/examples/pictures.mjs');
  const { pictures } = made as { readonly pictures: Readonly<Record<string, string>> };
  for (const [name, svg] of Object.entries(pictures)) expect(readText(`docs/pictures/${name}.svg`), name).toBe(svg);
  expect(filesUnder('docs/pictures', '.svg')).toHaveLength(Object.keys(pictures).length);
});
