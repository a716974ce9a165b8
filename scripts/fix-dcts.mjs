// type-fest ships ES modules only: a .d.cts that names it is an error (TS1479) for CommonJS hosts without this attribute.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

for (const file of readdirSync('dist', { recursive: true }).filter((name) => name.endsWith('.d.cts'))) {
  const before = readFileSync(`dist/${file}`, 'utf8');
  const after = before
    .replace(
      /^import (?:type )?\{(.*)\} from 'type-fest';/gmu,
      "import type {$1} from 'type-fest' with { 'resolution-mode': 'import' };",
    )
    .replace(/^import 'type-fest';\n/gmu, '');
  if (after !== before) writeFileSync(`dist/${file}`, after);
}
