// `npm ci` refuses a lock in which a package for another platform is missing, and `npm install` drops such packages in
// silence where a registry lags. This says so beforehand. It also refuses a lock that names a host.
import { readFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const text = readFileSync(file, 'utf8');
const packages = JSON.parse(text).packages;
const complaints = [];

/** Node's resolution: the nearest node_modules folder upwards that holds the name. */
const isLocked = (from, name, wanted) => {
  for (let folder = from; ; ) {
    const entry = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (entry) return entry.version === wanted || !/^\d/u.test(wanted);
    if (!folder) return false;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
};

for (const [path, entry] of Object.entries(packages)) {
  if (entry.extraneous) complaints.push(`${path} is extraneous`);
  for (const [name, wanted] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isLocked(path, name, wanted)) complaints.push(`${path} ${entry.version} lacks ${name} ${wanted}`);
  }
  if (entry.resolved)
    complaints.push(`${path} names where it came from: set omit-lockfile-registry-resolved in .npmrc`);
}

for (const complaint of complaints) console.log(complaint);
console.log(`lock: ${Object.keys(packages).length} packages, ${complaints.length} complaints`);
process.exit(complaints.length > 0 ? 1 : 0);
