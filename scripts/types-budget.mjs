// How much work the types of src are for the compiler. A jump means that a type has become expensive for hosts too.
import { execFileSync } from 'node:child_process';

const limit = 600_000;
const printed = execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.src.json', '--extendedDiagnostics'], {
  encoding: 'utf8',
});
const instantiations = Number(/Instantiations:\s+(\d+)/u.exec(printed)[1]);
console.log(`types: ${instantiations} instantiations of ${limit}`);
process.exit(instantiations > limit ? 1 : 0);
