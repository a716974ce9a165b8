import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import {
  filesUnder,
  foldersIn,
  frontDoor,
  type ImportLine,
  importsOf,
  languages,
  packagesLoadedBy,
  parseSource,
  readText,
  recordFiles,
  roomIndexes,
  roomOf,
  root,
} from './support/sources.js';

const sources = filesUnder('src', '.ts');
const everyImport = sources.flatMap(importsOf);
const isIndex = (file: string) => file.endsWith('/index.ts');
const isInside = (file: string, folder: string) => file.startsWith(`src/${folder}/`);
const say = ({ from, line, specifier }: ImportLine) => `${from}:${line} imports ${specifier}`;

/** Rooms are the folders of src that are neither the ground, the courtyard, the records nor the languages. */
const rooms = foldersIn('src').filter((room) => !['common', 'model', 'data', 'messages'].includes(room));
const packagesOfRoom: Readonly<Record<string, readonly string[]>> = { text: ['js-yaml', 'markdown-it'] };

test('src holds the front door, the model, the rooms and the records, and every import leads to a file that exists', () => {
  expect(sources.length).toBeGreaterThan(0);
  const lost = everyImport.filter(
    ({ specifier, target }) => specifier.startsWith('.') && !existsSync(join(root, target)),
  );
  expect(lost.map(say)).toEqual([]);
});

test('an import inside the package names its file with .js, and packages are imported by their bare name', () => {
  const wrong = everyImport.filter(({ specifier }) => specifier.startsWith('.') && !specifier.endsWith('.js'));
  expect(wrong.map(say)).toEqual([]);
});

test('the ground, common, imports nothing but itself', () => {
  const wrong = everyImport.filter(({ from, target }) => isInside(from, 'common') && !isInside(target, 'common'));
  expect(wrong.map(say)).toEqual([]);
});

/** What is left when whatever leans on nothing that is left is taken away, over and over: circles, and what leans on them. */
const leaningInCircles = (arrows: readonly (readonly [from: string, to: string])[]): string[] => {
  let left = new Set(arrows.map(([from]) => from));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    left = new Set(arrows.flatMap(([from, to]) => (left.has(from) && left.has(to) && from !== to ? [from] : [])));
  }
  return [...left].sort();
};

test('no files import each other in a circle, anywhere', () => {
  expect(leaningInCircles(everyImport.map(({ from, target }) => [from, target]))).toEqual([]);
});

test.each(foldersIn('src').filter((room) => room !== 'data'))(
  'the inner rooms of %s lean on each other one way',
  (room) => {
    const inner = everyImport.filter(
      ({ from, target }) => isInside(from, room) && isInside(target, room) && !isIndex(from),
    );
    expect(leaningInCircles(inner.map(({ from, target }) => [dirname(from), dirname(target)]))).toEqual([]);
  },
);

test('a folder of src other than those of records shows some twenty names at most', () => {
  const names = new Map<string, Set<string>>();
  for (const file of sources) {
    const parts = file.split('/');
    parts.slice(1).forEach((name, at) => {
      const folder = parts.slice(0, at + 1).join('/');
      names.set(folder, (names.get(folder) ?? new Set()).add(name));
    });
  }
  const crowded = [...names].filter(([folder, inside]) => !folder.startsWith('src/data') && inside.size > 22);
  expect(crowded.map(([folder, inside]) => `${folder} shows ${inside.size}`)).toEqual([]);
});

/** No function is longer, so that a reader has all of it before the eyes. */
const LONGEST_FUNCTION = 60;

/** Functions that are longer, by file and name, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {
  'src/model/rubrics/schemas/evaluation-schema.ts evaluationSchema': 'a table of the fields of an evaluation',
  'src/model/rubrics/schemas/rubric-schema.ts rubricSchema': 'a table of the fields of a rubric',
  'src/graph/articles/article-graph-over.ts articleGraphOver': 'the methods of a graph, one beside the other',
  'src/graph/check/link-messages.ts describeLinkIssue': 'a table of messages, one for each kind of issue',
  'src/graph/measure/communities.ts settle': 'one pass over packed rows',
  'src/graph/measure/equal-rows.ts equalRows': 'one pass over packed rows',
  'src/graph/measure/personalised-page-rank.ts pushAll': 'one loop over packed rows',
  'src/graph/measure/personalised-page-rank.ts pushBothWays': 'one loop over packed rows',
  'src/graph/measure/strong-components.ts strongComponents': 'one walk without recursion over packed rows',
  'src/graph/words/read-terms.ts readTerms': 'one pass over every letter of a text',
};

/** The functions of a file, each by the name it has or is kept under, with how many lines it takes. */
const functionsOf = (file: string, source: ts.SourceFile): readonly (readonly [name: string, lines: number])[] => {
  const found: (readonly [string, number])[] = [];
  const lineAt = (place: number): number => source.getLineAndCharacterOfPosition(place).line;
  const nameOf = (node: ts.Node): string => {
    for (let one: ts.Node = node; !ts.isSourceFile(one); one = one.parent) {
      const { name } = one as { readonly name?: ts.Node };
      if (name !== undefined) return name.getText(source);
    }
    return '';
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const name = ts.isConstructorDeclaration(node) ? `${nameOf(node)} constructor` : nameOf(node);
      found.push([`${file} ${name}`, lineAt(node.end) - lineAt(node.getStart(source)) + 1]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

test(`no function is longer than ${LONGEST_FUNCTION} lines, but those whose reason is given`, () => {
  const long = sources
    .filter((file) => !isInside(file, 'data'))
    .flatMap((file) => functionsOf(file, parseSource(file)))
    .filter(([, lines]) => lines > LONGEST_FUNCTION);
  expect(long.filter(([name]) => !Object.hasOwn(LONGER, name)).map(([name, lines]) => `${name}: ${lines}`)).toEqual([]);
  // A reason goes with the function that it was given for.
  const names = new Set(long.map(([name]) => name));
  expect(Object.keys(LONGER).filter((name) => !names.has(name))).toEqual([]);
});

test('the length of a function is that of its lines, from its parameters to its end', () => {
  const text = ['class A {', '  #b() {', '    return 1;', '  }', '}', 'const c = () =>', '  2;'].join('\n');
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  expect(functionsOf('a.ts', source)).toEqual([
    ['a.ts #b', 3],
    ['a.ts c', 2],
  ]);
});

describe('the model', () => {
  const imports = everyImport.filter(({ from }) => isInside(from, 'model'));

  test('imports zod, common and itself, nothing else', () => {
    const wrong = imports.filter(
      ({ target }) => !(target === 'zod' || isInside(target, 'common') || isInside(target, 'model')),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test('has a define file that brings no code but that of common, so that a record is data alone', () => {
    const file = 'src/model/define.ts';
    if (!existsSync(join(root, file))) return;
    expect(
      importsOf(file)
        .filter(({ typeOnly, target }) => !typeOnly && !isInside(target, 'common'))
        .map(say),
    ).toEqual([]);
  });
});

describe.each(rooms)('the room %s', (room) => {
  const imports = everyImport.filter(({ from }) => isInside(from, room));

  test('imports common, the model, itself and the packages it is allowed, never another room, a record or an index', () => {
    const allowed = packagesOfRoom[room] ?? [];
    const wrong = imports.filter(
      ({ target }) =>
        !(
          isInside(target, 'common') ||
          isInside(target, 'model') ||
          isInside(target, room) ||
          allowed.includes(target)
        ),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test.skipIf(room === 'text')('loads no package at all: no zod, no YAML, no Markdown', () => {
    const loaded = packagesLoadedBy(sources.filter((file) => isInside(file, room)));
    expect([...loaded].map(([name, way]) => `${name} by way of ${way.join(' → ')}`)).toEqual([]);
  });

  test.runIf(sources.some((file) => isInside(file, room)))(
    'has an index, a subpath in package.json and no other door',
    () => {
      expect(sources).toContain(`src/${room}/index.ts`);
      const { exports } = JSON.parse(readText('package.json')) as { exports: Record<string, unknown> };
      expect(Object.keys(exports)).toContain(`./${room}`);
    },
  );
});

describe('an index.ts', () => {
  test.each(sources.filter((file) => isIndex(file) || file === frontDoor))(
    '%s only re-exports, name by name',
    (file) => {
      const other = parseSource(file).statements.filter(
        (statement) =>
          !(
            ts.isExportDeclaration(statement) &&
            statement.moduleSpecifier &&
            statement.exportClause &&
            ts.isNamedExports(statement.exportClause)
          ),
      );
      expect(other.map((statement) => statement.getText())).toEqual([]);
    },
  );

  // By way of a room's index the front door would load the whole room.
  test('is imported by nothing inside: the front door too names the files of the rooms', () => {
    const wrong = everyImport.filter(({ target }) => target === frontDoor || isIndex(target));
    expect(wrong.map(say)).toEqual([]);
  });

  test('of the front door loads no zod: schemas are had from the model', () => {
    expect([...packagesLoadedBy([frontDoor]).keys()].sort()).toEqual(['js-yaml', 'markdown-it']);
  });

  test('of a room hands out nothing of another room, except types of the model that its signatures name', () => {
    const strangers = roomIndexes
      .flatMap(importsOf)
      .filter(({ from, target }) => ![roomOf(from), 'common', 'model'].includes(roomOf(target)));
    expect(strangers.map(say)).toEqual([]);
  });

  test('of the front door hands out names of the rooms, 220 at most, and no record', () => {
    const named = (file: string) =>
      parseSource(file).statements.flatMap((statement) =>
        ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
          ? statement.exportClause.elements.map((element) => element.name.text)
          : [],
      );
    const front = named(frontDoor);
    expect(front.length).toBeLessThanOrEqual(220);
    const ofRooms = new Set(roomIndexes.flatMap(named));
    expect(front.filter((name) => !ofRooms.has(name))).toEqual([]);
  });
});

describe('the records', () => {
  test('import the define functions and the records they name, nothing else', () => {
    const wrong = everyImport.filter(
      ({ from, target }) => isInside(from, 'data') && target !== 'src/model/define.ts' && !isInside(target, 'data'),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test('are imported by no other file of src', () => {
    const wrong = everyImport.filter(({ from, target }) => !isInside(from, 'data') && isInside(target, 'data'));
    expect(wrong.map(say)).toEqual([]);
  });

  test.each(recordFiles)('$id has one export, $exportName, and its file name is its id', ({ file, id, exportName }) => {
    const statements = parseSource(file).statements.filter((statement) => !ts.isImportDeclaration(statement));
    const declarations = statements.flatMap((statement) =>
      ts.isVariableStatement(statement) &&
      statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
        ? [...statement.declarationList.declarations]
        : [],
    );
    const otherExports = statements.filter(
      (statement) =>
        ts.isExportAssignment(statement) ||
        ts.isExportDeclaration(statement) ||
        (!ts.isVariableStatement(statement) && ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.length),
    );
    expect(otherExports.map((statement) => statement.getText())).toEqual([]);
    expect(declarations.map((declaration) => declaration.name.getText())).toEqual([exportName]);
    expect(id).toMatch(/^[a-z][a-z0-9]*(?:--?[a-z0-9]+)*$/u);
  });

  test('lie in folders that package.json opens with a pattern, so that a new file needs no other edit', () => {
    const { exports } = JSON.parse(readText('package.json')) as { exports: Record<string, unknown> };
    for (const kind of foldersIn('src/data')) expect(Object.keys(exports)).toContain(`./${kind}/*`);
  });

  test('are listed nowhere: no code outside src/data names one', () => {
    const ids = new Set(recordFiles.map(({ id }) => id));
    const namesIn = (file: string): string[] => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isStringLiteralLike(node)) {
          const last = node.text
            .split('/')
            .at(-1)!
            .replace(/\.(?:[cm]?js|ts)$/u, '');
          if (ids.has(last)) found.push(`${file} names ${last}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(parseSource(file));
      return found;
    };
    const code = [
      ...sources.filter((file) => !isInside(file, 'data')),
      ...filesUnder('scripts', '.mjs'),
      ...['tsup.config.ts', 'vitest.config.ts', '.size-limit.js'].filter((file) => existsSync(join(root, file))),
    ];
    expect(code.flatMap(namesIn)).toEqual([]);
    const settings = readText('package.json');
    expect([...ids].filter((id) => settings.includes(`/${id}`))).toEqual([]);
  });
});

describe('the languages', () => {
  const imports = everyImport.filter(({ from }) => isInside(from, 'messages'));
  const ofRooms = imports.filter(({ target }) => !isInside(target, 'common') && !isInside(target, 'model'));

  test('import common and the model; English alone puts together the English that each room keeps itself', () => {
    const wrong = ofRooms.filter(
      ({ from, target }) => from !== 'src/messages/english.ts' || !/^src\/[^/]+\/[^/]+\/english\.ts$/u.test(target),
    );
    expect(wrong.map(say)).toEqual([]);
    expect(ofRooms.length).toBeGreaterThan(0);
  });

  test('are imported by no other file of src: without one a room speaks its own English', () => {
    const wrong = everyImport.filter(({ from, target }) => !isInside(from, 'messages') && isInside(target, 'messages'));
    expect(wrong.map(say)).toEqual([]);
  });

  test('lie one a file, which has one export of its name, behind a pattern of package.json', () => {
    const { exports } = JSON.parse(readText('package.json')) as { exports: Record<string, unknown> };
    expect(Object.keys(exports)).toContain('./messages/*');
    for (const { file, name } of languages) {
      expect(
        parseSource(file)
          .text.match(/^export .*$/gmu)
          ?.map((line) => line.split(/[ :]/u, 3)),
      ).toEqual([['export', 'const', name]]);
    }
  });
});

/** Where a file reaches for the clock, the dice, the locale or the host, each with its line. */
const reachesOut = (file: string): string[] => {
  const source = parseSource(file);
  const found: string[] = [];
  const banned = new Set([
    'Intl',
    'console',
    'process',
    'fetch',
    'globalThis',
    'window',
    'eval',
    'setTimeout',
    'Buffer',
  ]);
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    const add = (what: string) =>
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) add('new Date()');
    if (ts.isCallExpression(node) && node.expression.getText() === 'Date') add('Date()');
    if (ts.isPropertyAccessExpression(node)) {
      const text = node.getText();
      if (text === 'Math.random' || text === 'Date.now') add(text);
      if (node.name.text === 'localeCompare' || node.name.text.startsWith('toLocale')) add(node.name.text);
    }
    const isReference =
      ts.isIdentifier(node) &&
      !(ts.isPropertyAccessExpression(parent) && parent.name === node) &&
      !(ts.isPropertyAssignment(parent) && parent.name === node) &&
      !ts.isPropertySignature(parent);
    if (isReference && banned.has(node.text)) add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

test('src has no clock, no dice, no locale and no host: they are arguments', () => {
  expect(sources.flatMap(reachesOut)).toEqual([]);
});

/** What every engine works out to the last bit, as the language says. */
const EXACT = 'PI abs ceil clz32 floor imul max min round sign sqrt trunc fround'.split(' ');
const OF_THE_ENGINE = [
  'toLowerCase',
  'toUpperCase',
  'normalize',
  'localeCompare',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
];

/** Where a file asks the engine what its own version of Unicode or its own mathematics say, each with its line. */
const asksTheEngine = (file: string, source: ts.SourceFile = parseSource(file)): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const add = (what: string) =>
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1} ${what}`);
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && /\\p\{/iu.test(node.getText(source))) add('\\p{…}');
    if ((ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && OF_THE_ENGINE.includes(node.text)) add(node.text);
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(source) === 'Math') {
      if (!EXACT.includes(node.name.text)) add(`Math.${node.name.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

test('src asks no engine for letters, case, normal forms or logarithms, on which engines differ: common has them', () => {
  // The one place where an engine makes letters small, and these are A to Z.
  expect(sources.flatMap((file) => asksTheEngine(file)).map((place) => place.replace(/:\d+/u, ''))).toEqual([
    'src/common/ascii-case.ts toLowerCase',
  ]);
});

test.each([
  ['/^\\p{Lu}/u', '\\p{…}'],
  ["new RegExp('\\\\P{L}', 'u')", '\\p{…}'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a program
  ['new RegExp(String.raw`${x}\\p{L}`)', '\\p{…}'],
  ["name['toUpperCase']()", 'toUpperCase'],
  ['const { normalize } = text', 'normalize'],
  ['Math.log(x)', 'Math.log'],
])('a file that says %s is found', (program, what) => {
  expect(asksTheEngine('a.ts', ts.createSourceFile('a.ts', program, ts.ScriptTarget.Latest, true))).toEqual([
    `a.ts:1 ${what}`,
  ]);
});

/** The texts that a `message` or a `hint` may be: what is written, with one sign in place of each value. */
const writtenTexts = (node: ts.Expression): readonly string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.flatMap((span) => ['“x”', span.literal.text]);
    // A value at the end may bring the full stop.
    const isOpen = node.templateSpans.at(-1)?.literal.text === '';
    return [[node.head.text, ...parts, ...(isOpen ? ['.'] : [])].join('')];
  }
  if (ts.isConditionalExpression(node)) return [...writtenTexts(node.whenTrue), ...writtenTexts(node.whenFalse)];
  return [];
};

test('the message and the hint of an issue are sentences: they begin with a capital or a quotation and end with a full stop', () => {
  const wrong: string[] = [];
  for (const file of sources) {
    if (!/^src\/(?:tables|text|award|crosswalk|graph|evaluation)\//u.test(file) || file.endsWith('/sheet-issue.ts'))
      continue;
    // Sheets of ratings have clauses, of which `sheetIssue` makes sentences; no other file there makes an issue.
    const isSheet = isInside(file, 'tables/ratings');
    const isTold = readText(file).includes('severity');
    const look = (name: string, value: ts.Expression | undefined): void => {
      if (isSheet || value === undefined || !/^(?:message|hint)$/u.test(name)) return;
      const bad = writtenTexts(value).filter((text) => text !== '' && !/^[A-Z“"][\s\S]*[.?…]$/u.test(text));
      wrong.push(...bad.map((text) => `${file}: ${text}`));
    };
    const visit = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && isTold) look(node.name.getText(), node.initializer);
      if (ts.isObjectLiteralExpression(node)) {
        const named = new Map(node.properties.map((one) => [one.name?.getText() ?? '', one]));
        if (['code', 'severity', 'path'].every((name) => named.has(name))) {
          if (isSheet) wrong.push(`${file} makes an issue without sheetIssue`);
          for (const [name, one] of named) if (ts.isPropertyAssignment(one)) look(name, one.initializer);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(parseSource(file));
  }
  expect(wrong).toEqual([]);
});
