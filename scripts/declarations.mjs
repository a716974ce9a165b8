// Writes the declarations into dist, file by file as src has them, so that a door loads only the files that its types name. What no door
// reaches is left out. Bundled declarations would make every door load the front door's, and zod's.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';

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

/**
 * Of the doors, given as files without their ending: `index`, `graph/index` …
 *
 * A file whose types reach zod stands twice, as .d.ts and .d.cts, because zod has types of its own for each kind of module and a host's
 * must be the same ones. All others stand once, as .d.cts, which both kinds of module may import: so they are also the same types in both.
 */
export const writeDeclarations = (doors) => {
  const texts = declarations();
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
