// Writes the declarations into dist, file by file as src has them, so that a door loads only the files that its types name. What no door
// reaches is left out. Bundled declarations would make every door load the front door's, and zod's.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The path between the quotes of an import of a file of our own, its ending apart. */
const specifier = /(?<=\b(?:from |import\(|import )['"])(\.{1,2}\/[^'"]+)\.js(?=['"])/gu;

/** The declarations of every file of src, by the path in dist that they would have, their ending apart. */
const declarations = () => {
  const folder = mkdtempSync(join(tmpdir(), 'declarations-'));
  try {
    const how = ['--noEmit', 'false', '--emitDeclarationOnly', '--outDir', folder, '--pretty', 'false'];
    const compiler = 'node_modules/@typescript/native/bin/tsc';
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.src.json', ...how], { stdio: 'inherit' });
    const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.d.ts'));
    return new Map(
      files.map((file) => [resolve('dist', file.slice(0, -'.d.ts'.length)), readFileSync(join(folder, file), 'utf8')]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Ids that a type gives one of, such as `"met" | "not-yet?"`. */
const severalIds = /"[^"]+"(?: \| "[^"]+")+/gu;

/** The ids of whatever stands in the lists of a record, in its order. */
const listedIds = (value) => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value);
  return inner.flatMap((one) => [...(Array.isArray(value) && one?.id ? [one.id] : []), ...listedIds(one)]);
};

/**
 * The declaration of a record, made fit for an editor and for a host that loads this record alone:
 * - ids stand in the order of the record, where the compiler has put them in that of the alphabet, so that an editor offers them so;
 * - types come from the files that declare them: the compiler names a door, and with it zod and all rooms;
 * - the type of a rubric has a name, so that an editor shows `EvaluationOf<StemNationLeadership>` instead of all ids several times over. What
 *   they are then stands in the words about the rubric.
 */
const declarationOf = (text, name, record, declaredIn) => {
  const listed = listedIds(record);
  const place = (id) => listed.indexOf(id.slice(1, -1).replace(/\?$/u, ''));
  const inOrder = text
    .replaceAll(severalIds, (ids) =>
      ids
        .split(' | ')
        .sort((a, b) => place(a) - place(b))
        .join(' | '),
    )
    .replaceAll(/import\("[^"]+"\)\.(\w+)/gu, (_, type) => `import("${declaredIn(type)}").${type}`);
  const [whole, type] = /: import\("[^"]+"\)\.(RubricOf<[^]*>);\n/u.exec(inOrder) ?? [];
  if (type === undefined) return inOrder;
  const named = `${name[0].toUpperCase()}${name.slice(1)}`;
  const ids = (list) => list.map(({ id, notApplicable = 'refused' }) => (notApplicable === 'refused' ? id : `${id}?`));
  const told = [
    `Levels, lowest first: ${ids(record.scale.levels).join(', ')}.`,
    ...(record.outcomes.length > 0 ? [`Outcomes: ${ids(record.outcomes).join(', ')}.`] : []),
    ...(record.facts ? [`Facts: ${ids(record.facts).join(', ')}.`] : []),
    `Criteria, with “?” those that may be not applicable: ${ids(record.criteria).join(', ')}.`,
  ];
  const words = /\/\*\*([^]*?)\s*\*\/\n(?=export declare const)/u;
  return [
    `import type { RubricOf } from '${declaredIn('RubricOf')}';\n`,
    `/** The type of \`${name}\`: its ids. */\nexport interface ${named} extends ${type} {}\n`,
    inOrder
      .replace(whole, `: ${named};\n`)
      .replace(words, (_, said) => `/**\n * ${[said.replace(/^[\s*]+/u, ''), ...told].join('\n *\n * ')}\n */\n`),
  ].join('');
};

/** The declarations of records among all declarations, each made so. */
const recordDeclarations = async (texts) => {
  const declaredIn = (type) => {
    const declares = new RegExp(`^export (?:interface|type) ${type}\\b`, 'mu');
    const files = [...texts.keys()].filter((file) => declares.test(texts.get(file)));
    if (files.length !== 1) throw new Error(`${type} is declared in ${files.length} files`);
    return `../../${relative(resolve('dist'), files[0]).split(sep).join('/')}.js`;
  };
  for (const [file, text] of texts) {
    const name = /^export declare const (\w+):/mu.exec(text)?.[1];
    if (!file.startsWith(resolve('dist/data')) || name === undefined) continue;
    const record = (await import(pathToFileURL(`${file}.js`)))[name];
    texts.set(file, declarationOf(text, name, record, declaredIn));
  }
  return texts;
};

/**
 * Of the doors, given as files without their ending: `index`, `graph/index` …
 *
 * A file whose types reach zod stands twice, as .d.ts and .d.cts, because zod has types of its own for each kind of module and a host's
 * must be the same ones. All others stand once, as .d.cts, which both kinds of module may import: so they are also the same types in both.
 */
export const writeDeclarations = async (doors) => {
  const texts = await recordDeclarations(declarations());
  const importsOf = new Map();
  const reached = new Set(doors.map((door) => resolve('dist', door)));
  // A set is walked to its end, what is added on the way included.
  for (const file of reached) {
    const imports = [...texts.get(file).matchAll(specifier)].map(([, path]) => resolve(dirname(file), path));
    importsOf.set(file, imports);
    for (const path of imports) reached.add(path);
  }

  const foreign = /\b(?:from |import\(|import )['"][^.'"]/u;
  const twice = new Set([...reached].filter((file) => foreign.test(texts.get(file))));
  for (let size = -1; size < twice.size; ) {
    size = twice.size;
    for (const [file, imports] of importsOf) if (imports.some((path) => twice.has(path))) twice.add(file);
  }

  for (const file of reached) {
    const text = texts.get(file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.d.cts`, text.replaceAll(specifier, '$1.cjs'));
    if (twice.has(file)) {
      const ending = (path) => (twice.has(resolve(dirname(file), path)) ? 'js' : 'cjs');
      writeFileSync(
        `${file}.d.ts`,
        text.replaceAll(specifier, (_, path) => `${path}.${ending(path)}`),
      );
    } else if (doors.includes(relative(resolve('dist'), file))) {
      writeFileSync(`${file}.d.ts`, `export * from './${basename(file)}.cjs';\n`);
    }
  }
};
