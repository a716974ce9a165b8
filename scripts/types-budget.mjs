// How much work the types of src are for the compiler. A jump means that a type has become expensive for hosts too.
// Counted with one checker: with several, each counts for itself what all of them need, and the sum depends on how many there are.
import { execFileSync } from 'node:child_process';

const limit = 420_000;
const args = ['-p', 'tsconfig.src.json', '--extendedDiagnostics', '--singleThreaded'];
const printed = execFileSync('node_modules/.bin/tsc', args, { encoding: 'utf8' });
const instantiations = Number(/Instantiations:\s+(\d+)/u.exec(printed)[1]);
console.log(`types: ${instantiations} instantiations of ${limit}`);
process.exit(instantiations > limit ? 1 : 0);
