// Every type that a public signature names is exported by a door, so that a host can write it down.
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { frontDoor, languages, roomIndexes, root } from './support/sources.js';

const doors = [frontDoor, ...roomIndexes, ...languages.map(({ file }) => file)].map((file) => join(root, file));
const program = ts.createProgram(doors, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts'],
  types: [],
  strict: true,
  skipLibCheck: true,
});
const checker = program.getTypeChecker();
const itself = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
const exportsOf = (door: string): ts.Symbol[] => {
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(door)!);
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(itself);
};
const everywhere = new Set(doors.flatMap(exportsOf));
const isOurs = (symbol: ts.Symbol) =>
  symbol.declarations?.some((one) => one.getSourceFile().fileName.startsWith(join(root, 'src'))) === true;

/** The names of types in the head of a declaration: of a function its parameters and what it gives, not what it does inside. */
const namedIn = (node: ts.Node, found: (name: ts.Node) => void): void => {
  if (ts.isBlock(node)) return;
  if (ts.isTypeReferenceNode(node)) found(node.typeName);
  else if (ts.isExpressionWithTypeArguments(node)) found(node.expression);
  if (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
    for (const part of [...(node.typeParameters ?? []), ...node.parameters, node.type]) if (part) namedIn(part, found);
    return;
  }
  if (ts.isVariableDeclaration(node) && node.type) return namedIn(node.type, found);
  if (ts.isPropertyDeclaration(node) && ts.isPrivateIdentifier(node.name)) return;
  ts.forEachChild(node, (child) => namedIn(child, found));
};

test.each(doors)('every type that a signature of %s names is exported by a door', (door) => {
  const hidden = new Set<string>();
  for (const symbol of exportsOf(door)) {
    for (const declaration of symbol.declarations ?? []) {
      namedIn(declaration, (name) => {
        const found = checker.getSymbolAtLocation(name);
        const named = found && itself(found);
        if (!named || named.flags & ts.SymbolFlags.TypeParameter || !isOurs(named) || everywhere.has(named)) return;
        hidden.add(`${named.name}, named by ${symbol.name}`);
      });
    }
  }
  expect([...hidden]).toEqual([]);
});
