// Peers that are not JavaScript: igraph and scipy through Python, and the limit in C. Each is a process of its own that has read the
// graph from a file, takes one job a line and replies with the milliseconds of that job alone, so that it can take its turn.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'graph-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const temporary = (name) => join(folder, name);

/** Nodes, links, sources, targets, each as Int32. */
export const writePairs = ({ nodeCount, sources, targets }, name = 'pairs.bin') => {
  const path = temporary(name);
  writeFileSync(path, new Uint8Array(Int32Array.of(nodeCount, sources.length).buffer));
  for (const list of [sources, targets])
    writeFileSync(path, new Uint8Array(list.buffer, list.byteOffset, list.byteLength), { flag: 'a' });
  return path;
};

/** A process that answers line by line; `undefined` where it does not start or says nothing. */
const start = async (command, args) => {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  const waiting = [];
  let isOver = false;
  const end = () => {
    isOver = true;
    for (const resolve of waiting.splice(0)) resolve(undefined);
  };
  child.on('error', end);
  child.on('exit', end);
  child.stdin.on('error', end);
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  const reply = () => (isOver ? Promise.resolve(undefined) : new Promise((resolve) => waiting.push(resolve)));
  const greeting = await reply();
  if (greeting === undefined) return undefined;
  const ask = async (line) => {
    const answer = reply();
    child.stdin.write(`${line}\n`);
    const said = await answer;
    if (said === undefined || said.error)
      throw new Error(`${command}, asked for ${line}: ${said?.error ?? 'it ended'}`);
    return said;
  };
  return {
    greeting,
    ask,
    /** A contestant for `takeTurns`. */
    time: ask,
    /** What the job answers, as an array of `Kind`. */
    answer: async (job, Kind) => {
      const path = temporary('answer.bin');
      await ask(`${job} ${path}`);
      const bytes = readFileSync(path);
      return new Kind(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
    stop: () => child.stdin.end(),
  };
};

/** Debian's Python first: its igraph and scipy lie where another Python does not look. */
export const startPython = async (pairsFile) => {
  for (const python of ['/usr/bin/python3', 'python3']) {
    if (spawnSync(python, ['-c', 'import numpy, scipy'], { stdio: 'ignore' }).status !== 0) continue;
    const peer = await start(python, [join(here, 'peers.py'), pairsFile]);
    if (peer) return peer;
  }
  console.log('\n(scipy and igraph are left out: no Python with them was found.)');
  return undefined;
};

const compiled = new Map();

/** Builds a program of bench/limit with the system’s compiler, or gives back nothing. */
const compile = (program) => {
  if (!compiled.has(program)) {
    const output = temporary(program);
    const source = join(here, '..', 'limit', `${program}.c`);
    const flags = ['-O3', '-march=native', '-ffp-contract=off', '-std=gnu11', '-Wall', '-o', output, source, '-lm'];
    const compiler = process.env.CC ?? 'cc';
    const { status, error } = spawnSync(compiler, flags, { stdio: ['ignore', 'inherit', 'inherit'] });
    compiled.set(program, status === 0 && !error ? output : undefined);
    if (status !== 0) console.log('\n(The limit in C is left out: no compiler was found, or it did not build.)');
  }
  return compiled.get(program);
};

export const startLimit = async (program, file) => {
  const path = compile(program);
  return path && start(path, [file]);
};

/** Runs another program of this folder in a Node of its own and gives back the JSON it ends with. */
export const inOwnNode = (program, args) => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=12000', join(here, program), ...args.map(String)],
    { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
  return JSON.parse(stdout.toString().trim().split('\n').at(-1));
};
