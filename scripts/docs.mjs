// The site: `npm run docs` builds it into docs/.vitepress/dist, `npm run docs:dev` serves it and follows changes. Its packages are its own
// (docs/.vitepress/package.json) and are installed when they are missing or others than the lock names; `--if-installable` leaves the site out where they cannot be had.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = 'docs/.vitepress';
const [verb = 'build', ...options] = process.argv.slice(2);

const run = (command, words) =>
  spawnSync(command, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

/** Whether every package that the site asks for is there, in its version. */
const areInstalled = () =>
  Object.entries(JSON.parse(readFileSync(`${root}/${home}/package.json`, 'utf8')).devDependencies).every(
    ([name, version]) => {
      const file = `${root}/${home}/node_modules/${name}/package.json`;
      return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
    },
  );

/** @returns why the packages could not be installed, in npm's words, or nothing */
const install = () => {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Where there is no network nobody waits for minutes.
  const patience = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const { status, stderr } = spawnSync('npm', ['ci', '--prefix', home, ...quiet, ...patience], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  process.stderr.write(stderr ?? '');
  if (status === 0) return undefined;
  return /^npm error code (\S+)/mu.exec(stderr ?? '')?.[1] ?? 'npm could not be run';
};

if (!areInstalled()) {
  const fault = install();
  if (fault !== undefined) {
    if (!options.includes('--if-installable')) process.exit(1);
    // An older site would otherwise be taken for this one.
    rmSync(`${root}/${home}/dist`, { recursive: true, force: true });
    console.log(`SKIPPED: the packages of the site could not be installed, ${fault} (npm ci --prefix ${home})`);
    process.exit(0);
  }
}

/** The components of the playground are checked while pages are made: vue-tsc reads what tsc cannot. */
const checkTypes = () =>
  new Promise((resolve) => {
    const words = ['--noEmit', '--incremental', '--tsBuildInfoFile', `${home}/cache/components.tsbuildinfo`];
    const program = `${home}/node_modules/vue-tsc/bin/vue-tsc.js`;
    const child = spawn(process.execPath, [program, '-p', `${home}/tsconfig.site.json`, ...words], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('close', (status) => resolve(status ?? 1));
    child.on('error', () => resolve(1));
  });

const types = verb === 'build' ? checkTypes() : Promise.resolve(0);
const { makePages } = await import('../docs/.vitepress/pages/make-pages.mjs');
console.log(`${await makePages({ keepReference: verb === 'dev' || options.includes('--keep-reference') })} pages made`);
const built = run(process.execPath, [`${home}/node_modules/vitepress/bin/vitepress.js`, verb, 'docs']);
process.exit(built || (await types));
