// Holds the version of every contributed rubric to what changed in it since its last release, which etc/rubrics.json keeps.
// `--check` only compares; without it the baseline is written anew, unless a version is too low. Found by place: no list.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const baseline = 'etc/rubrics.json';
const folder = 'dist/data/rubrics';

const partsOf = (version) => version.split('.').map(Number);

const compareVersions = (a, b) => {
  const [left, right] = [partsOf(a), partsOf(b)];
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : left[at] - right[at];
};

/** The least version a bump asks for. */
export const bumped = (version, bump) => {
  const [major, minor, patch] = partsOf(version);
  if (bump === 'major') return `${major + 1}.0.0`;
  if (bump === 'minor') return `${major}.${minor + 1}.0`;
  return bump === 'patch' ? `${major}.${minor}.${patch + 1}` : version;
};

/** What is wrong with the versions of some rubrics, given those released before; both by id. */
export const versionFaults = (released, rubrics, diffRubrics) =>
  Object.values(rubrics).flatMap((rubric) => {
    const before = released[rubric.id];
    if (before === undefined) return [];
    const { bump, changes, witness, proved } = diffRubrics(before, rubric);
    const least = bumped(before.version, bump);
    if (compareVersions(rubric.version, least) >= 0) return [];
    return [
      [
        `${rubric.id} ${rubric.version}: a ${bump} change since ${before.version} asks for ${least} or higher`,
        ...changes.map(({ path, kind, message }) => `  ${kind} at ${path.join('.')}: ${message}`),
        ...(witness ? [`  shown by ${JSON.stringify(witness)}`] : []),
        ...(proved ? [] : ['  no assessment was found that shows it, but there are too many to look at them all']),
      ].join('\n'),
    ];
  });

/** The rubrics of the built package, by id. */
const builtRubrics = async () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(resolve(folder, file)))));
  const rubrics = modules.flatMap((module) => Object.values(module));
  return Object.fromEntries(rubrics.sort((a, b) => (a.id < b.id ? -1 : 1)).map((rubric) => [rubric.id, rubric]));
};

const isCommand = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isCommand) {
  const check = process.argv.includes('--check');
  const { diffRubrics } = await import('../dist/evaluation/index.js');
  const rubrics = await builtRubrics();
  const released = existsSync(baseline) ? JSON.parse(readFileSync(baseline, 'utf8')) : {};
  const faults = versionFaults(released, rubrics, diffRubrics);
  const gone = Object.keys(released).filter((id) => !rubrics[id]);
  for (const id of gone)
    console.log(`${id} was released and is gone${check ? ': npm run rubrics, where that is meant' : ''}`);
  for (const fault of faults) console.log(fault);
  const isWritten = !check && faults.length === 0;
  if (isWritten) writeFileSync(baseline, `${JSON.stringify(rubrics, null, 2)}\n`);
  const kept = Object.keys(isWritten ? rubrics : released).filter((id) => rubrics[id]).length;
  console.log(`rubrics: ${Object.keys(rubrics).length}, of which ${kept} have a baseline`);
  process.exit(faults.length > 0 || (check && gone.length > 0) ? 1 : 0);
}
