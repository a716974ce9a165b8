// Finishes what tsup has written to dist/: the same ES modules for `require`, and their declarations. Code goes out without comments, but
// for licence notices and the marks that let bundlers drop what is not used.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { writeDeclarations } from './declarations.mjs';

/** A chunk of fewer characters costs more to open than to read. */
const SMALL_CHUNK = 16_000;

/** esbuild drops the mark along with the spaces; operators that nobody writes stand where it stood meanwhile. */
const PURE = '/* @__PURE__ */';
const STAND_IN = '!~!~!~';

/**
 * Without spaces and with short names of what is local, but with each statement on a line of its own, and what stands in a module itself under its
 * own name: an engine that tells where an error was thrown names the functions it came through and shows the whole line.
 */
const packed = async (text) => {
  // Names of the top are kept only of what is no module: so imports and exports stand aside meanwhile.
  const aside = parseAst(text).body.filter(({ type }) => /^(?:Import|Export)/u.test(type));
  let rest = text;
  for (const { start, end } of aside.toReversed()) rest = rest.slice(0, start) + rest.slice(end);
  const { code: marked } = await esbuild.transform(rest.replaceAll(PURE, STAND_IN), {
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'error',
    minifyWhitespace: true,
    minifyIdentifiers: true,
  });
  // No module of ours does anything when it is loaded, so one that is imported for no name need not be; bundlers warn of that.
  const wanted = aside.filter(({ type, specifiers }) => type !== 'ImportDeclaration' || specifiers.length > 0);
  const packedAside = wanted.map(({ start, end }) => text.slice(start, end).replace(/\s*([{},])\s*/gu, '$1'));
  const code = [...packedAside, marked.replaceAll(STAND_IN, PURE)].join('\n');
  const starts = [];
  const visit = (node) => {
    for (const [name, value] of Object.entries(node)) {
      if (name === 'body' && Array.isArray(value)) starts.push(...value.map(({ start }) => start));
      for (const inner of [value].flat()) if (typeof inner?.type === 'string') visit(inner);
    }
  };
  visit(parseAst(code));
  const cuts = [...new Set([0, ...starts, code.length])].sort((a, b) => a - b);
  const lines = cuts.slice(1).map((end, at) => code.slice(cuts[at], end));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
};

/** What a module imports of the others, as paths. */
const importsIn = (modules, path) => {
  const found = [];
  for (const { source } of parseAst(modules.get(path)).body) {
    const target = source && resolve(dirname(path), source.value);
    if (modules.has(target)) found.push(target);
    else if (source) found.push(source.value);
  }
  return found;
};

/**
 * Chunks that are put together, so that an engine opens a dozen files for a door and not fifty: what records stand on is one, and the small
 * ones that lean on nothing but such are another. Whatever brings a package stays alone, for whoever needs no package.
 */
const chunkNames = (modules, doors) => {
  const imports = new Map([...modules.keys()].map((path) => [path, importsIn(modules, path)]));
  const entries = doors.map((door) => resolve('dist', `${door}.js`));
  const isRecord = (path) => path.startsWith(resolve('dist/data'));
  const reached = (from) => {
    const found = new Set(from);
    for (const path of found) for (const next of imports.get(path) ?? []) found.add(next);
    return found;
  };
  const ofRooms = reached(entries.filter((path) => !isRecord(path)));
  const ofRecords = reached(entries.filter(isRecord));
  const names = new Map(
    [...modules.keys()].filter((path) => ofRooms.has(path) && ofRecords.has(path)).map((path) => [path, 'define']),
  );
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const [path, text] of modules) {
      const isSmall = path.includes('/chunks/') && ofRooms.has(path) && text.length < SMALL_CHUNK;
      if (isSmall && !names.has(path) && imports.get(path).every((next) => names.has(next))) names.set(path, 'common');
    }
  }
  return names;
};

/** Both forms, put together in the same way. */
const bothForms = async (modules, doors) => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = chunkNames(modules, doors);
  const bundle = await rollup({
    input: Object.fromEntries(
      [...modules.keys()]
        .filter((path) => !path.includes('/chunks/'))
        .map((path) => [relative('dist', path).replace(/\.js$/u, ''), path]),
    ),
    treeshake: false,
    external: Object.keys({ ...dependencies, ...peerDependencies }),
    plugins: [
      {
        name: 'built',
        resolveId: (name, from) => (from ? resolve(dirname(from), name) : name),
        load: (path) => modules.get(path),
      },
    ],
  });
  const formOf = async (format, ending) =>
    (
      await bundle.generate({
        format,
        manualChunks: (path) => names.get(path),
        onlyExplicitManualChunks: true,
        hoistTransitiveImports: false,
        entryFileNames: `[name].${ending}`,
        chunkFileNames: `chunks/[hash].${ending}`,
        exports: 'named',
        // What `import` gives of a package for `require`: the module itself, but for the one whose whole module is its default.
        interop: (name) => (name === 'markdown-it' ? 'default' : 'esModule'),
        externalLiveBindings: false,
        freeze: false,
      })
    ).output;
  return [...(await formOf('es', 'js')), ...(await formOf('cjs', 'cjs'))];
};

/** @param doors files without their ending: `index`, `graph/index` … */
export const finishBuild = async (doors) => {
  const files = readdirSync('dist', { recursive: true }).filter((file) => file.endsWith('.js'));
  const modules = new Map(files.map((file) => [resolve('dist', file), readFileSync(resolve('dist', file), 'utf8')]));
  const output = await bothForms(modules, doors);
  for (const path of modules.keys()) rmSync(path);
  for (const { code, fileName } of output) {
    const path = resolve('dist', fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await packed(code));
  }
  await writeDeclarations(doors);
};
