import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { writeDeclarations } from './scripts/declarations.js';

// Nothing is listed by name: a room is a folder with an index.ts, a record is a file under src/data.
const names = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

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

const entriesOf = (list: readonly string[]) => Object.fromEntries(list.map((name) => [name, `src/${name}.ts`]));
const doors = entriesOf(['index', ...rooms, ...records]);

export default defineConfig({
  entry: { ...doors, ...entriesOf(parsers) },
  tsconfig: 'tsconfig.src.json',
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  clean: true,
  silent: true,
  splitting: true,
  esbuildOptions(options) {
    // Statements stay readable, and shorter, than with \u escapes.
    options.charset = 'utf8';
  },
  external: ['zod', 'js-yaml', 'markdown-it'],
  // tsup's own declarations are bundled: every door would load the front door's.
  onSuccess: async () => writeDeclarations(Object.keys(doors)),
});
