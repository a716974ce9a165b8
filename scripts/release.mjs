// Builds and publishes, once the package says where it lives. `--dry` stops before anything leaves this machine.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const settings = JSON.parse(readFileSync('package.json', 'utf8'));
/** An address stands alone or as `url`, with or without `git+` before it. */
const hasAddress = (value) =>
  /^(?:git\+)?https:\/\/[^\s/]+\/\S+$/u.test(typeof value === 'string' ? value : value?.url);
const missing = ['repository', 'homepage', 'bugs'].filter((name) => !hasAddress(settings[name]));
if (missing.length > 0) {
  console.error(
    `release: package.json has no address for ${missing.join(', ')}; the readme's links lead to the repository that it names`,
  );
  process.exit(1);
}
if (settings.version === '0.0.0') {
  console.error(
    'release: the version is 0.0.0; `npx changeset version` turns the notes in .changeset/ into one and writes CHANGELOG.md',
  );
  process.exit(1);
}
const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit' });
run('npm', 'run', '-s', 'build');
if (process.argv.includes('--dry')) run('npm', 'publish', '--dry-run', '--provenance=false');
else run('npx', 'changeset', 'publish');
