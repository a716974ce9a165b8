// The site: `npm run docs` builds it into docs/.vitepress/dist, `npm run docs:dev` serves it and follows changes. Its packages are its own
// (docs/.vitepress/package.json) and are installed when they are missing; `--if-installable` leaves the site out where they cannot be had.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = 'docs/.vitepress';
const [verb = 'build', ...options] = process.argv.slice(2);

const run = (command, words) =>
  spawnSync(command, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

if (!existsSync(`${root}/${home}/node_modules/vitepress/package.json`)) {
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

const { makePages } = await import('../docs/.vitepress/pages/make-pages.mjs');
console.log(`${await makePages({ keepReference: verb === 'dev' || options.includes('--keep-reference') })} pages made`);
process.exit(run(process.execPath, [`${home}/node_modules/vitepress/bin/vitepress.js`, verb, 'docs']));
