// A stranger's project: installs the packed library and type-checks with several versions of TypeScript, as ESM and as
// CommonJS, in every module resolution, strict and without skipLibCheck. `--all` takes every supported version.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const versions = process.argv.includes('--all') ? ['5.7', '5.9', '6.0', '7.0'] : ['5.9', '7.0'];
const zods = process.argv.includes('--all') ? ['4.1.0'] : ['4.6.7'];
const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
const aliasOf = (version) => `typescript-${version}`;

const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
const tarball = Object.values(JSON.parse(packed.stdout))[0].filename;
writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
await run(
  'npm',
  [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `./${basename(tarball)}`,
    ...zods.map((version) => `zod@${version}`),
    ...versions.map((version) => `${aliasOf(version)}@npm:typescript@~${version}.0`),
  ],
  { cwd: folder },
);

const resolutions = [
  { module: 'NodeNext', moduleResolution: 'NodeNext', files: ['host.ts', 'host.cts'] },
  { module: 'Node16', moduleResolution: 'Node16', files: ['host.ts', 'host.cts'] },
  { module: 'ESNext', moduleResolution: 'Bundler', files: ['host.ts'] },
];
mkdirSync(join(folder, 'src'));
for (const name of ['host.ts', 'host.cts']) cpSync('tests/consumer/host.ts', join(folder, 'src', name));

const projects = versions.flatMap((version) =>
  resolutions.map(({ files, module, moduleResolution }) => {
    const project = `${version}-${moduleResolution}.json`;
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2022', 'DOM'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      module,
      moduleResolution,
    };
    writeFileSync(
      join(folder, project),
      JSON.stringify({ compilerOptions, files: files.map((name) => `src/${name}`) }),
    );
    return { version, moduleResolution, project };
  }),
);

let failed = 0;
const check = async ({ version, moduleResolution, project }) => {
  try {
    const compiler = join(folder, 'node_modules', aliasOf(version), 'bin/tsc');
    await run(process.execPath, [compiler, '-p', project, '--pretty', 'false'], { cwd: folder });
  } catch (error) {
    failed++;
    console.log(`TypeScript ${version}, ${moduleResolution}:\n${String(error.stdout ?? error).slice(0, 2000)}`);
  }
};

// Two at a time.
const waiting = [...projects];
const worker = async () => {
  for (let project = waiting.shift(); project; project = waiting.shift()) await check(project);
};
await Promise.all([worker(), worker()]);
rmSync(folder, { recursive: true, force: true });
console.log(`consumer: ${projects.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
