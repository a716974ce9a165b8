// npm run browser:install: Chromium by the system's own package manager, where there is none yet. It asks for the rights to install.
import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.mjs';

const MANAGERS = [
  ['apt-get', [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]],
  ['dnf', [['install', '-y', 'chromium']]],
  ['apk', [['add', 'chromium']]],
  ['pacman', [['-S', '--noconfirm', 'chromium']]],
  ['brew', [['install', '--cask', 'chromium']]],
];

const isThere = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

const install = () => {
  const manager = MANAGERS.find(([command]) => isThere(command));
  if (manager === undefined) {
    console.log(`SKIPPED no package manager of ${MANAGERS.map(([command]) => command).join(', ')} is here`);
    return;
  }
  const [command, steps] = manager;
  const isRoot = process.getuid?.() === 0 || command === 'brew';
  for (const step of steps) {
    const [program, words] = isRoot ? [command, step] : ['sudo', ['-n', command, ...step]];
    console.log([program, ...words].join(' '));
    const { status } = spawnSync(program, words, { stdio: 'inherit' });
    if (status !== 0) console.log(`that ended with ${status}`);
  }
  console.log(findChromium() ?? 'SKIPPED no browser could be installed');
};

const found = findChromium();
if (found === undefined) install();
else console.log(`${found} is there already`);
