// The package as a host gets it: packed, unpacked and used. As built by `npm test`; where all cases are asked for, as in `.ci/run`, built anew
// with one more record, to see that a record needs no other file.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import * as rolldown from 'rolldown';
import * as rollup from 'rollup';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  foldersIn,
  frontDoor,
  languages,
  publicNamesOf,
  readText,
  recordFiles,
  roomIndexes,
  root,
} from './support/sources.js';
import { isThorough } from './support/runs.js';

const run = promisify(execFile);

const addedId = 'a-new-rubric';
const addedName = 'aNewRubric';
// One that every test of a rubric has something to say about: outcomes, examples, a score.
const model = isThorough
  ? recordFiles.find(({ id, kind }) => kind === 'rubrics' && id === 'stem-nation-leadership')
  : undefined;

let workshop: string;
let host: string;
let packed: { filename: string; size: number; unpackedSize: number; files: { path: string }[] };

const inHost = (...args: string[]) => run(process.execPath, args, { cwd: host });

beforeAll(async () => {
  workshop = mkdtempSync(join(tmpdir(), 'stem-leadership-'));
  const copy = join(workshop, 'project');
  mkdirSync(copy);
  const parts = [
    'src',
    'tests',
    'schemas',
    'scripts',
    'package.json',
    'tsconfig.json',
    'tsconfig.src.json',
    'tsup.config.ts',
  ];
  // Packing writes a readme of its own for a moment, so a copy is packed.
  for (const part of [...parts, 'vitest.config.ts', 'README.md', 'LICENSE', ...(model ? [] : ['dist'])]) {
    if (existsSync(join(root, part))) cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

  if (model) {
    const text = readText(model.file)
      .replace(`id: '${model.id}'`, `id: '${addedId}'`)
      .replace(`export const ${model.exportName} `, `export const ${addedName} `);
    writeFileSync(join(copy, `src/data/rubrics/${addedId}.ts`), text);
    await run(process.execPath, ['node_modules/tsup/dist/cli-default.js'], { cwd: copy });
  } else if (!existsSync(join(copy, 'dist'))) throw new Error('there is no dist; run: npm run build');
  const answer = await run('npm', ['pack', '--json', '--pack-destination', workshop], { cwd: copy });
  const listed = JSON.parse(answer.stdout) as (typeof packed)[] | Record<string, typeof packed>;
  packed = Object.values(listed)[0]!;

  host = join(workshop, 'host');
  const installed = join(host, 'node_modules/stem-leadership');
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', join(workshop, packed.filename), '-C', installed, '--strip-components=1']);
  const { dependencies, peerDependencies } = JSON.parse(readText('package.json')) as Record<
    string,
    Record<string, string>
  >;
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    symlinkSync(join(root, 'node_modules', name), join(host, 'node_modules', name));
  }
  writeFileSync(join(host, 'package.json'), '{ "name": "host", "private": true, "type": "module" }\n');
}, 300_000);

afterAll(() => rmSync(workshop, { recursive: true, force: true }));

describe.runIf(model)('one more file under src/data/rubrics', () => {
  test('is an import path of the packed library, in both module systems and with types', async () => {
    const path = `stem-leadership/rubrics/${addedId}`;
    const esm = `import { ${addedName} } from '${path}'; console.log(${addedName}.id)`;
    const cjs = `console.log(require('${path}').${addedName}.id)`;
    expect((await inHost('--input-type=module', '-e', esm)).stdout.trim()).toBe(addedId);
    expect((await inHost('--input-type=commonjs', '-e', cjs)).stdout.trim()).toBe(addedId);
    const files = packed.files.map((file) => file.path);
    expect(files).toContain(`dist/data/rubrics/${addedId}.d.ts`);
    expect(files).toContain(`dist/data/rubrics/${addedId}.d.cts`);
  });

  test('has its tests without being named in one', async () => {
    const report = join(workshop, 'tests.json');
    const args = ['run', 'tests/data.test.ts', 'tests/house.test.ts', '-t', addedId];
    args.push('--reporter=json', `--outputFile=${report}`);
    // A test that fails makes the run fail; which one it is stands in the report.
    await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: join(workshop, 'project'),
    }).catch(() => {});
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      testResults: { assertionResults: { fullName: string; status: string }[] }[];
    };
    const own = testResults
      .flatMap((file) => file.assertionResults)
      .filter(({ fullName, status }) => fullName.includes(addedId) && status !== 'skipped');
    expect(own.length).toBeGreaterThan(3);
    expect(own.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName)).toEqual([]);
  }, 300_000);
});

/** The comments before and after every part of some code. */
const commentsOf = (code: string): string[] => {
  const found = new Map<number, string>();
  const visit = (node: ts.Node) => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(code, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(code, node.end) ?? []),
    ];
    for (const { pos, end } of ranges) found.set(pos, code.slice(pos, end));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('code.js', code, ts.ScriptTarget.ES2022));
  return [...found.values()];
};

/** Rooms that judge, advise and measure: they need no schema and no parser. */
const lightRooms = foldersIn('src').filter(
  (room) => !['model', 'text', 'data'].includes(room) && roomIndexes.includes(`src/${room}/index.ts`),
);

describe('the packed library', () => {
  test('holds what is built, the JSON Schemas, the licence and the readme, and nothing of the workshop', () => {
    const files = packed.files.map((file) => file.path);
    expect(files).toContain('LICENSE');
    expect(files).toContain('README.md');
    const strange = files.filter(
      (file) => !/^(?:dist\/|schemas\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/u.test(file),
    );
    expect(strange).toEqual([]);
  });

  test('is small: no source map, no comment in its code, and not much of it', () => {
    const files = packed.files.map((file) => file.path);
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    // A megabyte until there were forms, pictures and reports.
    expect(packed.size).toBeLessThan(1_100_000);
    expect(packed.unpackedSize).toBeLessThan(4_000_000);
    const commented = files.filter((file) => {
      if (!/\.c?js$/u.test(file)) return false;
      const comments = commentsOf(readFileSync(join(host, 'node_modules/stem-leadership', file), 'utf8'));
      return comments.some((comment) => comment !== '/* @__PURE__ */' && !/@license|@preserve|^\/[/*]!/u.test(comment));
    });
    expect(commented).toEqual([]);
    // esbuild drops them along with the spaces, and then a bundler keeps what nobody uses.
    const code = files
      .filter((file) => /\.c?js$/u.test(file))
      .map((file) => readFileSync(join(host, 'node_modules/stem-leadership', file), 'utf8'));
    expect(code.filter((text) => /\(\/\* @__PURE__ \*\/|=\/\* @__PURE__ \*\//u.test(text)).length).toBeGreaterThan(20);
    expect(code.filter((text) => text.includes('!~'))).toEqual([]);
  });

  test('holds every file that its package.json names, and its readme leads to no other', () => {
    const files = packed.files.map((file) => file.path);
    const { exports, main, module, types } = JSON.parse(readText('package.json')) as Record<string, unknown>;
    const namedIn = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(namedIn);
    const missing = namedIn([main, module, types, exports]).filter((name) => {
      const [start = '', end] = name.slice('./'.length).split('*');
      return !files.some((file) => (end === undefined ? file === start : file.startsWith(start) && file.endsWith(end)));
    });
    expect(missing).toEqual([]);
    const readme = readFileSync(join(host, 'node_modules/stem-leadership/README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\(([^)#]+)[^)]*\)/gu)].map(([, to]) => to!);
    expect(links.filter((to) => !to.startsWith('https://') && !files.includes(to))).toEqual([]);
    expect(readText('README.md'), 'the project keeps its own').toMatch(/\]\(docs\//u);
  });

  test('says each declaration once where both kinds of module can read it', () => {
    const files = packed.files.map((file) => file.path);
    const twice = files.filter(
      (file) => file.endsWith('.d.ts') && !files.includes(file.replace(/\.d\.ts$/u, '.d.cts')),
    );
    expect(twice, 'each has one for require').toEqual([]);
    const read = (file: string) => readFileSync(join(host, 'node_modules/stem-leadership', file), 'utf8');
    const whole = files.filter(
      (file) => file.endsWith('.d.ts') && !/^export \* from '\.\/[\w-]+\.cjs';\n$/u.test(read(file)),
    );
    // zod has types of its own for each kind: what names it must be written for both, and so must what names that.
    const reaching = (file: string, seen = new Set<string>()): Set<string> => {
      for (const [, name] of read(file).matchAll(/['"](\.{1,2}\/[^'"]+)['"]/gu)) {
        const next = join(file, '..', name!).replace(/\.(c?)js$/u, '.d.$1ts');
        if (!seen.has(next)) reaching(next, seen.add(next));
      }
      return seen.add(file);
    };
    const needless = whole.filter((file) => ![...reaching(file)].some((one) => /['"]zod['"]/u.test(read(one))));
    expect(needless).toEqual([]);
    expect(whole.length).toBeGreaterThan(0);
  });

  test('is the same by import and by require, through the front door, every room and every language', async () => {
    const ofRooms = [frontDoor, ...roomIndexes].map((file) => ({
      path: file === frontDoor ? 'stem-leadership' : `stem-leadership/${file.split('/')[1]!}`,
      names: publicNamesOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ name }) => name)
        .sort(),
    }));
    const ofLanguages = languages.map(({ name }) => ({ path: `stem-leadership/messages/${name}`, names: [name] }));
    const doors = [...ofRooms, ...ofLanguages];
    const paths = JSON.stringify(doors.map(({ path }) => path));
    const say = 'console.log(JSON.stringify(found.map((door) => Object.keys(door).sort())))';
    const esm = `const found = await Promise.all(${paths}.map((path) => import(path))); ${say}`;
    const cjs = `const found = ${paths}.map((path) => require(path)); ${say}`;
    const names = doors.map((door) => door.names);
    expect(JSON.parse((await inHost('--input-type=module', '-e', esm)).stdout)).toEqual(names);
    expect(JSON.parse((await inHost('--input-type=commonjs', '-e', cjs)).stdout)).toEqual(names);
  });

  test.runIf(isThorough)(
    'lets a host that writes declarations export every public name alone, in an object, and what it gives',
    async () => {
      // Whatever type of ours the compiler has to write down in the host's declarations must have a name that the host can import.
      const project = join(host, 'declarations');
      mkdirSync(project);
      for (const door of [frontDoor, ...roomIndexes]) {
        const room = door === frontDoor ? '' : `/${door.split('/')[1]!}`;
        const names = publicNamesOf(door)
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ name }) => name);
        const gives = 'type Gives<F> = F extends (...given: never[]) => infer G ? G : F;';
        const lines = names.map(
          (name) =>
            `import { ${name} } from 'stem-leadership${room}';\n` +
            `export const alone_${name} = ${name};\nexport const together_${name} = { ${name} };\n` +
            `export const given_${name} = (value: Gives<typeof ${name}>) => ({ value });`,
        );
        writeFileSync(join(project, `${room.slice(1) || 'front'}.ts`), `${gives}\n${lines.join('\n')}\n`);
      }
      const compilerOptions = {
        target: 'ES2022',
        lib: ['ES2022', 'DOM'],
        types: [],
        strict: true,
        declaration: true,
        emitDeclarationOnly: true,
        skipLibCheck: true,
        module: 'NodeNext',
        moduleResolution: 'NodeNext',
        rootDir: '.',
        outDir: 'written',
      };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
      const compiler = join(root, 'node_modules/.bin/tsc');
      const complaints = await run(process.execPath, [compiler, '-p', project, '--pretty', 'false']).then(
        () => '',
        (error: { readonly stdout: string }) => error.stdout,
      );
      expect(complaints.split('\n').filter((line) => line !== '')).toEqual([]);
    },
    300_000,
  );

  test.each(lightRooms)(
    'type-checks an import of %s without loading zod, another room or the front door',
    async (room) => {
      const file = join(host, `only-${room}.ts`);
      writeFileSync(file, `import * as all from 'stem-leadership/${room}';\nexport const given = all;\n`);
      const asked = ['--noEmit', '--strict', '--listFiles', '--ignoreConfig', '--preserveSymlinks'];
      const how = ['--target', 'es2022', '--lib', 'es2022', '--module', 'nodenext'];
      const { stdout } = await run(process.execPath, [join(root, 'node_modules/.bin/tsc'), ...asked, ...how, file]);
      const loaded = stdout
        .split('\n')
        .filter((line) => line !== '' && !/\/lib\/lib\.[^/]*\.d\.ts$/u.test(line) && !line.endsWith(`only-${room}.ts`));
      expect(loaded.length).toBeGreaterThan(0);
      const own = new RegExp(`/stem-leadership/dist/(?:common|model|${room})/`, 'u');
      expect(loaded.filter((line) => !own.test(line))).toEqual([]);
    },
  );

  test('type-checks an import of the front door without loading zod', async () => {
    const file = join(host, 'only-the-front.ts');
    writeFileSync(file, "import * as all from 'stem-leadership';\nexport const given = all;\n");
    const asked = ['--noEmit', '--strict', '--listFiles', '--ignoreConfig', '--preserveSymlinks'];
    const how = ['--target', 'es2022', '--lib', 'es2022', '--module', 'nodenext'];
    const { stdout } = await run(process.execPath, [join(root, 'node_modules/.bin/tsc'), ...asked, ...how, file]);
    expect(stdout).toContain('/stem-leadership/dist/index.d.ts');
    expect(stdout).not.toContain('/zod/');
  });

  test('opens its JSON Schemas to a host', async () => {
    const code = "console.log(require('stem-leadership/schemas/rubric.schema.json').title)";
    expect((await inHost('--input-type=commonjs', '-e', code)).stdout.trim()).toBe('Rubric');
  });
});

const foreign = /node_modules\/(?!stem-leadership\/)(?:@[^/]+\/)?([^/]+)\//u;

describe.each(lightRooms)('stem-leadership/%s', (room) => {
  test('loads no other package when it is required', async () => {
    const code = `require('stem-leadership/${room}'); console.log(Object.keys(require.cache).join('\\n'))`;
    const { stdout } = await inHost('--input-type=commonjs', '-e', code);
    const loaded = stdout.trim().split('\n');
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((file) => !file.includes('/stem-leadership/dist/'))).toEqual([]);
  });

  test('loads no other package when it is imported', async () => {
    const built = await esbuild.build({
      stdin: { contents: `export * from 'stem-leadership/${room}'`, resolveDir: host },
      bundle: true,
      format: 'esm',
      write: false,
      logLevel: 'error',
      metafile: true,
      treeShaking: false,
    });
    expect(Object.keys(built.metafile.inputs).filter((file) => foreign.test(file))).toEqual([]);
  });
});

/** The packages whose code is in a bundle of some code, as three bundlers make it, or the first of them where not all cases are asked for. */
const bundlers: Record<string, (code: string) => Promise<string[]>> = {
  esbuild: async (code) => {
    const built = await esbuild.build({
      stdin: { contents: code, resolveDir: host },
      bundle: true,
      format: 'esm',
      write: false,
      logLevel: 'error',
      metafile: true,
    });
    return Object.values(built.metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    );
  },
  rolldown: async (code) => {
    const entry = join(host, 'entry.js');
    writeFileSync(entry, code);
    const bundle = await rolldown.rolldown({ input: entry, cwd: host, logLevel: 'silent', platform: 'browser' });
    const { output } = await bundle.generate({ format: 'esm' });
    await bundle.close();
    return output.flatMap((chunk) =>
      chunk.type === 'chunk'
        ? Object.entries(chunk.modules).flatMap(([file, { code: kept }]) => (kept?.trim() ? [file] : []))
        : [],
    );
  },
  // Rollup alone resolves no package: this library is led to its file, others stay imports and show by name.
  rollup: async (code) => {
    const require = createRequire(join(host, 'entry.js'));
    const hasSideEffects = (name: string) => {
      const file = join(host, 'node_modules', name, 'package.json');
      return (JSON.parse(readFileSync(file, 'utf8')) as { sideEffects?: boolean }).sideEffects !== false;
    };
    const bundle = await rollup.rollup({
      input: 'entry',
      onwarn: () => {},
      plugins: [
        {
          name: 'host',
          resolveId: (specifier, importer) => {
            if (specifier === 'entry') return specifier;
            if (specifier.startsWith('stem-leadership')) {
              return { id: require.resolve(specifier).replace(/\.cjs$/u, '.js'), moduleSideEffects: false };
            }
            if (specifier.startsWith('.')) return { id: join(importer!, '..', specifier), moduleSideEffects: false };
            return { id: specifier, external: true, moduleSideEffects: hasSideEffects(specifier) };
          },
          load: (id) => (id === 'entry' ? code : null),
        },
      ],
    });
    const { output } = await bundle.generate({ format: 'esm' });
    return output.flatMap((chunk) =>
      chunk.type === 'chunk' ? chunk.imports.map((name) => `node_modules/${name}/`) : [],
    );
  },
};

describe.each(Object.keys(bundlers).slice(0, isThorough ? 3 : 1))('a bundle made by %s', (bundler) => {
  const packagesIn = async (code: string) => {
    const files = await bundlers[bundler]!(code);
    return [...new Set(files.flatMap((file) => foreign.exec(file)?.[1] ?? []))].sort();
  };
  const using = (name: string, path: string) => `import { ${name} } from '${path}'; globalThis.used = ${name};`;

  test('tells when a package is in it', async () => {
    expect(await packagesIn(using('rubricSchema', 'stem-leadership/model'))).toEqual(['zod']);
  });

  // What one name alone brings into a bundle, it brings along with others too: so all are taken at once, and one by one only to find
  // out which it was.
  test.each(
    [frontDoor, ...lightRooms.map((room) => `src/${room}/index.ts`)].map((door) => ({
      path: door === frontDoor ? 'stem-leadership' : `stem-leadership/${door.split('/')[1]!}`,
      names: publicNamesOf(door)
        .filter(({ typeOnly, target }) => !typeOnly && lightRooms.some((room) => target.startsWith(`src/${room}/`)))
        .map(({ name }) => name),
    })),
  )('has no zod, YAML or Markdown where it uses what needs none from $path', async ({ path, names }) => {
    expect(names.length).toBeGreaterThan(0);
    const all = `import { ${names.join(', ')} } from '${path}'; globalThis.used = [${names.join(', ')}];`;
    const culprits: string[] = [];
    if ((await packagesIn(all)).length > 0) {
      for (const name of names) if ((await packagesIn(using(name, path))).length > 0) culprits.push(name);
      expect(culprits.length, 'one of them alone brings it').toBeGreaterThan(0);
    }
    expect(culprits).toEqual([]);
  });

  test('has none either where it uses a record', async () => {
    const [name, id] = model ? [addedName, addedId] : ['stemNationLeadership', 'stem-nation-leadership'];
    expect(await packagesIn(using(name, `stem-leadership/rubrics/${id}`))).toEqual([]);
  });
});
