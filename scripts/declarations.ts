// Writes the declarations into dist, file by file as src has them, so that a door loads only the files that its types name; for `require` each
// stands a second time, as .d.cts. What no door reaches is left out. Bundled declarations would make every door load the front door's, and zod's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** The path between the quotes of an import of a file of our own, its ending apart. */
const specifier = /(?<=\b(?:from |import\(|import )['"])(\.{1,2}\/[^'"]+)\.js(?=['"])/gu;

/** Of the doors, given as files without their ending: `index`, `graph/index` … */
export const writeDeclarations = (doors: readonly string[]): void => {
  const config: unknown = ts.readConfigFile('tsconfig.src.json', ts.sys.readFile).config;
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const program = ts.createProgram(fileNames, {
    ...options,
    noEmit: false,
    emitDeclarationOnly: true,
    sourceMap: false,
    outDir: 'dist',
  });
  const written = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (file, text) => written.set(resolve(file), text));
  if (diagnostics.length > 0)
    throw new Error(
      diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n'),
    );

  const reached = new Set(doors.map((door) => resolve('dist', `${door}.d.ts`)));
  for (const file of reached) {
    const text = written.get(file) ?? '';
    // A set is walked to its end, what is added on the way included.
    for (const [, path] of text.matchAll(specifier)) reached.add(resolve(dirname(file), `${path}.d.ts`));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    writeFileSync(file.replace(/\.d\.ts$/u, '.d.cts'), text.replaceAll(specifier, '$1.cjs'));
  }
};
