// Looks for faults with drawn input: `npm run fuzz -- --seed N --runs M --only NAME`. The targets are in tests/fuzz. Each case has a
// number; the seed and that number draw it again: `--seed N --case K --only NAME`. Ends with 1 where something was found.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '200' },
    case: { type: 'string' },
    only: { type: 'string' },
  },
});
const numbers = { seed: values.seed, runs: values.runs, case: values.case ?? '-1' };
for (const [name, text] of Object.entries(numbers)) {
  if (/^-?\d{1,9}$/u.test(text)) continue;
  console.error(`--${name} is ${text}; it is a whole number`);
  process.exit(2);
}

/** Some cases are large, but none needs this long on a busy machine; one that does is told of, and the next target goes on. */
const PATIENCE = 120_000;

const folder = mkdtempSync(join('node_modules', '.fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'targets.mjs');
const { outputFiles } = await esbuild.build({
  entryPoints: ['tests/fuzz/targets.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  write: false,
});
writeFileSync(file, outputFiles[0].contents);
const { targets } = await import(join(process.cwd(), file));
const chosen = Object.keys(targets).filter((name) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  console.error(`--only is ${values.only}; the targets are ${Object.keys(targets).join(', ')}`);
  process.exit(2);
}

// In a process of its own, so that a case that never ends can be ended.
const program = `
  import { runTarget } from ${JSON.stringify(join(process.cwd(), file))};
  const [name, seed, runs, only] = process.argv.slice(1);
  const findings = runTarget(name, Number(seed), Number(runs), Number(only), (at) => process.send({ at }));
  process.send({ findings }, () => process.disconnect());
`;
const run = (name) =>
  new Promise((resolve) => {
    const args = ['--input-type=module', '-e', program, name, numbers.seed, numbers.runs, numbers.case];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    let at = 0;
    let findings;
    let timer;
    let isLate = false;
    const patient = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, PATIENCE);
    };
    patient();
    child.on('message', (message) => {
      patient();
      if (message.findings) findings = message.findings;
      else at = message.at;
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(
        findings ?? [
          {
            at,
            message: isLate
              ? `case ${at} did not end within ${PATIENCE / 1000} s`
              : `case ${at} ended the process (${signal ?? code})`,
          },
        ],
      );
    });
  });

let found = 0;
for (const name of chosen) {
  const findings = await run(name);
  console.log(
    `${name}: seed ${numbers.seed}, ${values.case ? `case ${values.case}` : `${numbers.runs} cases`}: ${findings.length} found`,
  );
  for (const { at, message } of findings) {
    console.log(`  ${message}\n    again: npm run fuzz -- --seed ${numbers.seed} --case ${at} --only ${name}`);
  }
  found += findings.length;
}
process.exit(found > 0 ? 1 : 0);
