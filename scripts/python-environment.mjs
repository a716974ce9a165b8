// A Python environment of the project's own in .engines/, for the programs that only try the library beside others. Where it cannot be
// made, that is said and nothing is tried: a line `SKIPPED: …`, and no failure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Versions that the tests were last run with. */
export const PACKAGES = {
  pyspark: '4.0.1',
  chdb: '4.4.0',
  sqlglot: '30.30.0',
  igraph: '1.0.0',
  networkx: '3.6.1',
  scipy: '1.17.1',
};

const run = (command, ...given) => spawnSync(command, given, { encoding: 'utf8', timeout: 600_000 });

const skip = (why) => {
  console.log(`SKIPPED: ${why}`);
  process.exit(0);
};

const lastLine = ({ stderr, stdout, error }) =>
  error?.message ?? (stderr || stdout || '').trim().split('\n').at(-1) ?? 'no reason given';

/** The Python of the environment, with these packages, named as in PACKAGES; ends the program where there is none. */
export const pythonWith = (...names) => {
  const folder = join(root, '.engines', 'python');
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const wanted = names.map((name) => `${name}==${PACKAGES[name]}`);
  if (existsSync(python)) {
    const found = run(python, '-m', 'pip', 'freeze').stdout?.split('\n') ?? [];
    if (wanted.every((one) => found.includes(one))) return python;
  } else makeEnvironment(folder);
  console.log(`installing ${wanted.join(', ')} into .engines/`);
  const installed = run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...wanted);
  if (installed.status !== 0) skip(`${wanted.join(', ')} could not be installed: ${lastLine(installed)}`);
  return python;
};

const makeEnvironment = (folder) => {
  const base = ['python3', 'python'].find((one) => run(one, '--version').status === 0);
  if (base === undefined) skip('there is no Python on this machine');
  const made = run(base, '-m', 'venv', folder);
  if (made.status !== 0) skip(`Python makes no virtual environment here: ${lastLine(made)}`);
};

/** Ends the program where there is no Java of 17 or newer. */
export const needJava = () => {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const { stderr, status } = run(java, '-version');
  if (status !== 0) skip('there is no Java on this machine; Spark needs 17 or newer');
  const [, version] = /version "(\d+)/u.exec(stderr) ?? [];
  if (Number(version) < 17) skip(`Java here is ${version}; Spark needs 17 or newer`);
};
