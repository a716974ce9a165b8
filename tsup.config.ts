import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'tsup';

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

export default defineConfig({
  entry: Object.fromEntries(['index', ...rooms, ...records].map((name) => [name, `src/${name}.ts`])),
  tsconfig: 'tsconfig.src.json',
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  sourcemap: true,
  clean: true,
  splitting: true,
  external: ['zod', 'js-yaml', 'markdown-it', 'type-fest'],
});
