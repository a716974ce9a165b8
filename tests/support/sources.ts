import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of package.json, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/u, '');

/** Files under a folder of the project, as paths from its root, sorted. Packages and pages that the site makes are none of the project's. */
export const filesUnder = (folder: string, ending: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter(
          (name) => name.endsWith(ending) && !/(?:^|\/)node_modules\/|^docs\/(?:generated|\.vitepress)\//u.test(name),
        )
        .sort()
    : [];

export const foldersIn = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

export const readText = (file: string): string => readFileSync(join(root, file), 'utf8');

const parsed = new Map<string, ts.SourceFile>();

export const parseSource = (file: string): ts.SourceFile => {
  const known = parsed.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.ES2022, true);
  parsed.set(file, source);
  return source;
};

/** One import or re-export of a source file. */
export interface ImportLine {
  readonly from: string;
  readonly line: number;
  /** What is written between the quotes. */
  readonly specifier: string;
  /** The file of the project it leads to, or the name of the package. */
  readonly target: string;
  /** Whether the whole line goes away when it is compiled. */
  readonly typeOnly: boolean;
  readonly isExport: boolean;
}

const targetOf = (file: string, specifier: string): string =>
  specifier.startsWith('.')
    ? normalize(join(dirname(file), specifier)).replace(/\.js$/u, '.ts')
    : specifier.split('/')[0]!;

export const importsOf = (file: string): ImportLine[] => {
  const source = parseSource(file);
  const lines: ImportLine[] = [];
  const add = (node: ts.Node, specifier: ts.Expression, typeOnly: boolean, isExport: boolean) => {
    if (!ts.isStringLiteralLike(specifier)) return;
    lines.push({
      from: file,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      specifier: specifier.text,
      target: targetOf(file, specifier.text),
      typeOnly,
      isExport,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword, false);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node, node.moduleSpecifier, node.isTypeOnly, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      add(node, node.arguments[0], false, false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal as ts.Expression, true, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
};

/** The packages that loading a file brings along, following imports that survive compilation; each with the way to it. */
export const packagesLoadedBy = (files: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  const seen = new Set<string>();
  const walk = (current: string, way: string[]): void => {
    if (seen.has(current)) return;
    seen.add(current);
    for (const { target, typeOnly } of importsOf(current)) {
      if (typeOnly) continue;
      if (!target.startsWith('src/')) found.set(target, [...way, current]);
      else if (existsSync(join(root, target))) walk(target, [...way, current]);
    }
  };
  for (const file of files) walk(file, []);
  return found;
};

/** The folder of src a file is in; the front door is in none. */
export const roomOf = (file: string): string => {
  const parts = relative('src', file).split('/');
  return parts.length > 1 ? parts[0]! : '';
};

/** A contributed record, as its place in the tree tells. */
export interface RecordFile {
  readonly file: string;
  readonly kind: string;
  readonly id: string;
  /** The name it is exported by: its id in camel case; a framework’s ends in Framework, since rubrics have the same ids. */
  readonly exportName: string;
}

export const recordFiles: readonly RecordFile[] = filesUnder('src/data', '.ts').map((file) => {
  const [kind, name] = relative('src/data', file).split('/') as [string, string];
  const id = name.replace(/\.ts$/u, '');
  const camelCase = id.replace(/-+(.)/gu, (_, letter: string) => letter.toUpperCase());
  return { file, kind, id, exportName: kind === 'frameworks' ? `${camelCase}Framework` : camelCase };
});

/** A name that an index.ts hands out. */
export interface PublicName {
  readonly name: string;
  readonly typeOnly: boolean;
  /** The source file the index takes it from. */
  readonly target: string;
}

export const publicNamesOf = (index: string): PublicName[] =>
  parseSource(index).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !statement.moduleSpecifier) return [];
    if (!ts.isNamedExports(statement.exportClause) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const target = targetOf(index, statement.moduleSpecifier.text);
    return statement.exportClause.elements.map((element) => ({
      name: element.name.text,
      typeOnly: statement.isTypeOnly || element.isTypeOnly,
      target,
    }));
  });

export const frontDoor = 'src/index.ts';

/** Every room that has an index: the subpaths of the package. */
export const roomIndexes: readonly string[] = foldersIn('src')
  .map((room) => `src/${room}/index.ts`)
  .filter((file) => existsSync(join(root, file)));

/** The languages that the package speaks, one a file: each a subpath of the package. */
export const languages: readonly { readonly file: string; readonly name: string }[] = filesUnder(
  'src/messages',
  '.ts',
).map((file) => ({ file, name: relative('src/messages', file).replace(/\.ts$/u, '') }));
