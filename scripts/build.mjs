// Writes dist/: ES modules, the same modules for `require`, and their declarations. Code goes out without comments, but for licence notices
// and the marks that let bundlers drop what is not used.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { writeDeclarations } from './declarations.mjs';

// Nothing is listed by name: a room is a folder with an index.ts, a record is a file under src/data.
const names = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []);

const rooms = names('src')
  .filter((room) => existsSync(`src/${room}/index.ts`))
  .map((room) => `${room}/index`);
const records = names('src/data').flatMap((kind) =>
  names(`src/data/${kind}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `data/${kind}/${file.slice(0, -'.ts'.length)}`),
);

// A parser is an entry too, though not a door: each then has a chunk of its own, and a bundler that takes one of them
// leaves the packages of the others.
const parsers = names('src/text').flatMap((inner) =>
  (inner.endsWith('.ts') ? [] : names(`src/text/${inner}`))
    .filter((file) => /^parse-.*\.ts$/u.test(file))
    .map((file) => `text/${inner}/${file.slice(0, -'.ts'.length)}`),
);

const doors = ['index', ...rooms, ...records];
const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const packages = Object.keys({ ...dependencies, ...peerDependencies });

/** Statements stay readable, and shorter, than with \u escapes. */
const form = { target: 'es2022', charset: 'utf8', legalComments: 'inline', logLevel: 'error' };

const { outputFiles } = await esbuild.build({
  ...form,
  entryPoints: Object.fromEntries([...doors, ...parsers].map((name) => [name, `src/${name}.ts`])),
  tsconfig: 'tsconfig.src.json',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'neutral',
  external: packages,
  outdir: 'dist',
  chunkNames: 'chunks/[hash]',
  write: false,
});
const modules = new Map(outputFiles.map(({ path, text }) => [path, text]));

// Module by module, so that both forms share what they share in the same way.
const bundle = await rollup({
  input: [...modules.keys()],
  treeshake: false,
  external: packages,
  plugins: [
    {
      name: 'built',
      resolveId: (name, from) => (from ? resolve(dirname(from), name) : name),
      load: (path) => modules.get(path),
    },
  ],
});
const { output } = await bundle.generate({
  format: 'cjs',
  preserveModules: true,
  preserveModulesRoot: resolve('dist'),
  entryFileNames: '[name].cjs',
  exports: 'named',
  // What `import` gives of a package for `require`: the module itself, but for the one whose whole module is its default.
  interop: (name) => (name === 'markdown-it' ? 'default' : 'esModule'),
  externalLiveBindings: false,
  freeze: false,
});

rmSync('dist', { recursive: true, force: true });
/** Without spaces, but with each statement on a line of its own: an engine that tells where an error was thrown shows the whole line. */
const packed = async (text) => {
  const { code } = await esbuild.transform(text, { ...form, minifyWhitespace: true });
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

const write = async (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await packed(text));
};
for (const [path, text] of modules) await write(path, text);
for (const { code, fileName } of output) await write(resolve('dist', fileName), code);
writeDeclarations(doors);
