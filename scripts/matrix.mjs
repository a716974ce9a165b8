// The packed library in other projects: every compiler, module resolution, zod, engine and bundler that the README promises.
//   node scripts/matrix.mjs [--corner]      --corner tries one of each kind
// What this machine cannot get is said aloud and counted; it does not pass.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import * as esbuild from 'esbuild';

const corner = process.argv.includes('--corner');
const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
const { devDependencies, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const counts = { passed: 0, failed: 0, skipped: 0 };

const run = async (file, args, cwd = folder) =>
  (await promisify(execFile)(file, args, { cwd, timeout: 600_000, maxBuffer: 1e8 })).stdout;
const node = (args, cwd) => run(process.execPath, args, cwd);

/** What went wrong, in few lines. */
const told = (error) =>
  [error.stdout, error.stderr, error.message].find((text) => text?.trim())?.slice(0, 2000) ?? String(error);

const attempt = async (name, work) => {
  try {
    await work();
    counts.passed++;
    console.log(`passed   ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`FAILED   ${name}\n${told(error)}`);
  }
};

/** A project with packages of npm in it, or nothing where they cannot be had. */
const project = async (name, type, packages) => {
  const place = join(folder, name);
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, private: true, type }));
  const flags = ['--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  try {
    await run('npm', ['install', ...flags, ...packages], place);
    return place;
  } catch (error) {
    counts.skipped++;
    console.log(`SKIPPED  ${name}: ${packages.join(' ')} cannot be had: ${told(error).slice(0, 300)}`);
    return undefined;
  }
};

const tarball = basename(
  Object.values(JSON.parse(await run('npm', ['pack', '--json', '--pack-destination', folder], process.cwd())))[0]
    .filename,
);
const library = join(folder, tarball);
const program = readFileSync('tests/consumer/program.js', 'utf8');

// TypeScript, a project for each zod.

const versions = corner ? ['5.4', '7.0'] : ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'];
const compilers = await project(
  'compilers',
  'module',
  versions.map((version) => `typescript-${version}@npm:typescript@~${version}.0`),
);
const resolutions = [
  { module: 'NodeNext', moduleResolution: 'NodeNext', endings: ['ts', 'cts'] },
  { module: 'Node16', moduleResolution: 'Node16', endings: ['ts', 'cts'] },
  { module: 'ESNext', moduleResolution: 'Bundler', endings: ['ts'] },
];

/** Every public name of every door, alone and in an object, for a compiler that has to write down its type. */
const everyName = async (place) => {
  const doors = Object.keys(exports).filter((door) => !/[*]|package\.json/u.test(door));
  const list = `Promise.all(${JSON.stringify(doors)}.map(async (door) => [door, Object.keys(await import('stem-leadership' + door.slice(1)))]))`;
  const named = JSON.parse(
    await node(['--input-type=module', '-e', `console.log(JSON.stringify(await ${list}))`], place),
  );
  return named
    .flatMap(([door, names], at) => [
      `import * as door${at} from 'stem-leadership${door.slice(1)}';`,
      ...names.map((name) => `export const of${at}_${name} = { ${name}: door${at}.${name} };`),
    ])
    .join('\n');
};

const compile = async (place, version, { module, moduleResolution, endings }, files, options) => {
  const name = `${version}-${moduleResolution}-${files[0]}`;
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    module,
    moduleResolution,
    ...options,
  };
  const of = files.flatMap((file) => endings.map((ending) => `${file}.${ending}`));
  writeFileSync(join(place, `${name}.json`), JSON.stringify({ compilerOptions, files: of }));
  await node(
    [join(compilers, `node_modules/typescript-${version}/bin/tsc`), '-p', `${name}.json`, '--pretty', 'false'],
    place,
  );
};

const zods = corner ? ['4.1.0'] : ['4.1.0', 'latest'];
if (compilers) {
  for (const zod of zods) {
    const place = await project(`zod-${zod}`, 'module', [library, `zod@${zod}`]);
    if (!place) continue;
    const names = await everyName(place);
    for (const ending of ['ts', 'cts']) {
      cpSync('tests/consumer/host.ts', join(place, `host.${ending}`));
      writeFileSync(join(place, `names.${ending}`), names);
    }
    const tasks = versions.flatMap((version) =>
      resolutions.map((resolution) => async () => {
        const where = `TypeScript ${version}, ${resolution.moduleResolution}, zod ${zod}`;
        await attempt(`${where}: a host`, () => compile(place, version, resolution, ['host'], { noEmit: true }));
        const written = {
          declaration: true,
          emitDeclarationOnly: true,
          outDir: `written/${version}-${resolution.module}`,
        };
        await attempt(`${where}: declarations of every public name`, () =>
          compile(place, version, resolution, ['names'], written),
        );
      }),
    );
    // Two at a time.
    const work = async () => {
      for (let task = tasks.shift(); task; task = tasks.shift()) await task();
    };
    await Promise.all([work(), work()]);
  }
}

// Engines, runners and bundlers: each has to give the answers that this Node gives.

const host = await project('host', 'module', [library, `zod@${devDependencies.zod}`]);
if (host) {
  writeFileSync(join(host, 'program.js'), program);
  writeFileSync(join(host, 'say.js'), "import { answers } from './program.js';\nconsole.log(answers);\n");
  // The same program for require.
  const common = (await esbuild.transform(program, { format: 'cjs', platform: 'node' })).code;
  writeFileSync(join(host, 'program.cjs'), common);
  writeFileSync(join(host, 'say.cjs'), "console.log(require('./program.cjs').answers);\n");
  const right = (await node(['say.js'], host)).trim();
  const same = (what, text) => {
    if (text.trim() !== right)
      throw new Error(`${what} answers otherwise:\n${text.slice(0, 1500)}\nnot\n${right.slice(0, 1500)}`);
  };
  if (right.length < 1000) throw new Error(`the program says too little: ${right}`);
  await attempt(`Node ${process.version}, require`, async () => same('require', await node(['say.cjs'], host)));

  const system = `${process.platform}-${process.arch}`;
  const engines = [
    { name: 'Node 20.19', packages: [`node-${system}@20.19`], file: `node-${system}/bin/node` },
    { name: 'Node 22', packages: [`node-${system}@22`], file: `node-${system}/bin/node` },
    { name: 'Node 24', packages: [`node-${system}@24`], file: `node-${system}/bin/node`, isCorner: true },
    { name: 'Bun', packages: ['bun'], file: '.bin/bun' },
    {
      name: 'Deno',
      packages: ['deno'],
      file: '.bin/deno',
      args: ['run', '--no-prompt', '--allow-read', '--allow-env'],
    },
  ];
  for (const { name, packages, file, args = [], isCorner } of engines) {
    if (corner && !isCorner) continue;
    const place = await project(name.replaceAll(' ', '-'), 'module', packages);
    if (!place) continue;
    const engine = join(place, 'node_modules', file);
    // Bun and Deno come as a package that fetches nothing but asks for a step after installing.
    const ready = await run(engine, ['--version'], host).then(
      (text) => text.trim().split('\n')[0],
      (error) => {
        counts.skipped++;
        console.log(`SKIPPED  ${name} does not start here: ${told(error).slice(0, 300)}`);
      },
    );
    if (!ready) continue;
    for (const say of ['say.js', 'say.cjs'])
      await attempt(`${name} (${ready}), ${say === 'say.js' ? 'import' : 'require'}`, async () =>
        same(name, await run(engine, [...args, say], host)),
      );
  }

  const built = join(host, 'built');
  mkdirSync(built);
  const bundle = async (name, options) => {
    const outfile = join(built, `${name}.mjs`);
    await esbuild.build({
      absWorkingDir: host,
      entryPoints: ['say.js'],
      bundle: true,
      format: 'esm',
      outfile,
      logLevel: 'error',
      ...options,
    });
    return outfile;
  };
  const neutral = { platform: 'neutral', mainFields: ['module', 'main'] };
  await attempt('esbuild, browser', async () =>
    same('esbuild', await node([await bundle('browser', { platform: 'browser', minify: true })])),
  );
  await attempt('esbuild, neutral', async () => same('esbuild', await node([await bundle('neutral', neutral)])));

  const script = await bundle('script', { ...neutral, format: 'iife' });
  await attempt('a context without eval and without a host', () => {
    const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
    let said = '';
    vm.runInContext('globalThis.console = { log(text) { said = text; } }; var said;', context);
    vm.runInContext(readFileSync(script, 'utf8'), context);
    said = vm.runInContext('said', context);
    same('the context', said);
  });
  await attempt('a worker', async () => {
    const text =
      "import { parentPort } from 'node:worker_threads';\nimport { answers } from './program.js';\nparentPort.postMessage(answers);\n";
    writeFileSync(join(host, 'worker.js'), text);
    const said = await new Promise((done, fail) => {
      new Worker(join(host, 'worker.js')).once('message', done).once('error', fail);
    });
    same('the worker', said);
  });

  // Tools from npm, in a folder of their own beside the host's packages.
  const withTools = async (name, packages, work, isCorner = false) => {
    if (corner && !isCorner) return;
    const place = await project(name.replaceAll(' ', '-'), 'module', [
      library,
      `zod@${devDependencies.zod}`,
      ...packages,
    ]);
    if (!place) return;
    for (const file of ['program.js', 'say.js', 'program.cjs']) cpSync(join(host, file), join(place, file));
    await attempt(name, () => work(place));
  };

  await withTools(
    'Rollup',
    [`rollup@${devDependencies.rollup}`, '@rollup/plugin-node-resolve', '@rollup/plugin-commonjs'],
    async (place) => {
      const config =
        "import resolve from '@rollup/plugin-node-resolve';\nimport commonjs from '@rollup/plugin-commonjs';\nexport default { input: 'say.js', output: { file: 'built/rollup.mjs', format: 'esm' }, plugins: [resolve(), commonjs()] };\n";
      writeFileSync(join(place, 'rollup.config.mjs'), config);
      await node(['node_modules/rollup/dist/bin/rollup', '-c', 'rollup.config.mjs', '--silent'], place);
      same('Rollup', await node(['built/rollup.mjs'], place));
    },
  );
  await withTools(
    'Vite',
    [`vite@${devDependencies.vite}`],
    async (place) => {
      writeFileSync(join(place, 'index.html'), '<script type="module" src="./say.js"></script>');
      await node(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], place);
      const assets = JSON.parse(
        await node(
          ['-e', "console.log(JSON.stringify(require('node:fs').readdirSync('dist/assets')))", '--input-type=commonjs'],
          place,
        ),
      );
      const [file] = assets.filter((asset) => asset.endsWith('.js'));
      // The page's script wants a document only to load its parts ahead.
      const document =
        'globalThis.document = { createElement: () => ({}), querySelectorAll: () => [], getElementsByTagName: () => [] };';
      const page = `${document} globalThis.MutationObserver = class { observe() {} }; await import(${JSON.stringify(resolve(place, 'dist/assets', file))});`;
      same('Vite', await node(['--input-type=module', '-e', page], place));
    },
    true,
  );
  await withTools('webpack', ['webpack@5', 'webpack-cli@6'], async (place) => {
    const args = [
      '--mode',
      'production',
      '--entry',
      './say.js',
      '--output-path',
      'built',
      '--output-filename',
      'webpack.cjs',
      '--target',
      'web',
    ];
    await node(['node_modules/webpack-cli/bin/cli.js', ...args], place);
    same('webpack', await node(['built/webpack.cjs'], place));
  });
  await withTools(
    'Jest, CommonJS',
    ['jest@30'],
    async (place) => {
      const text = `test('the answers', () => { expect(require('./program.cjs').answers).toBe(${JSON.stringify(right)}); });\n`;
      writeFileSync(join(place, 'answers.test.cjs'), text);
      await node(['node_modules/jest/bin/jest.js', '--testMatch', '**/*.test.cjs', '--ci'], place);
    },
    true,
  );
}

rmSync(folder, { recursive: true, force: true });
const { passed, failed, skipped } = counts;
console.log(`matrix: ${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
