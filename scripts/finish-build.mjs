// Finishes what tsup has written to dist/: the same ES modules for `require`, and their declarations. Code goes out without comments, but
// for licence notices and the marks that let bundlers drop what is not used.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { writeDeclarations } from './declarations.mjs';

/** Without spaces, but with each statement on a line of its own: an engine that tells where an error was thrown shows the whole line. */
const packed = async (text) => {
  const { code } = await esbuild.transform(text, {
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'error',
    minifyWhitespace: true,
  });
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

/** Module by module, so that both forms share what they share in the same way. */
const commonModules = async (modules) => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const bundle = await rollup({
    input: [...modules.keys()],
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
  return output;
};

/** @param doors files without their ending: `index`, `graph/index` … */
export const finishBuild = async (doors) => {
  const files = readdirSync('dist', { recursive: true }).filter((file) => file.endsWith('.js'));
  const modules = new Map(files.map((file) => [resolve('dist', file), readFileSync(resolve('dist', file), 'utf8')]));
  const common = await commonModules(modules);
  for (const [path, text] of modules) await write(path, text);
  for (const { code, fileName } of common) await write(resolve('dist', fileName), code);
  await writeDeclarations(doors);
};
