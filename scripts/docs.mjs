// The site: `npm run docs` builds it into docs/.vitepress/dist, `npm run docs:dev` serves it and follows changes. Its packages are its own
// (docs/.vitepress/package.json) and are installed when they are missing or others than the lock names; `--if-installable` leaves the site out where they cannot be had.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

if (!areInstalled()) {
  const status = run('npm', [
    'ci',
    '--prefix',
    home,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (status !== 0) {
    if (!options.includes('--if-installable')) process.exit(status);
    console.log('SKIPPED: the packages of the site could not be installed (npm ci --prefix docs/.vitepress)');
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
