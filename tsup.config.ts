import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'tsup';
// @ts-expect-error a script has no types
import { finishBuild } from './scripts/finish-build.mjs';

// Nothing is listed by name: a room is a folder with an index.ts, a record is a file under src/data, a language one in src/messages.
const names = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

const rooms = names('src')
  .filter((room) => existsSync(`src/${room}/index.ts`))
  .map((room) => `${room}/index`);
const records = names('src/data').flatMap((kind) =>
  names(`src/data/${kind}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `data/${kind}/${file.slice(0, -'.ts'.length)}`),
);

const languages = names('src/messages').map((file) => `messages/${file.slice(0, -'.ts'.length)}`);

// A parser is an entry too, though not a door: each then has a chunk of its own, and a bundler that takes one of them
// leaves the packages of the others.
const parsers = names('src/text').flatMap((inner) =>
  (inner.endsWith('.ts') ? [] : names(`src/text/${inner}`))
    .filter((file) => /^parse-.*\.ts$/u.test(file))
    .map((file) => `text/${inner}/${file.slice(0, -'.ts'.length)}`),
);

const doors = ['index', ...rooms, ...languages, ...records];

export default defineConfig({
  entry: Object.fromEntries([...doors, ...parsers].map((name) => [name, `src/${name}.ts`])),
  tsconfig: 'tsconfig.src.json',
  format: ['esm'],
  platform: 'neutral',
  target: 'es2022',
  clean: true,
  silent: true,
  splitting: true,
  esbuildOptions(options) {
    // Statements stay readable, and shorter, than with \u escapes.
    options.charset = 'utf8';
    options.chunkNames = 'chunks/[hash]';
  },
  external: ['zod', 'js-yaml', 'markdown-it'],
  // The same modules for `require`, and declarations file by file: tsup would turn `?.` into calls in the one, and let every door load
  // the front door's types in the other.
  onSuccess: () => finishBuild(doors),
});
