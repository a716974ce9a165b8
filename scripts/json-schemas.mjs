// Writes schemas/<noun>.schema.json (JSON Schema 2020-12) from every schema the model exports. `--check` only compares.
// What JSON Schema cannot say (references between ids, say) is told in descriptions and checked by the zod schema.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';

const folder = 'schemas';

/** `relatedLinkSchema` → `related-link`. */
const nounOf = (name) => name.replace(/Schema$/u, '').replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

const titleOf = (noun) => noun[0].toUpperCase() + noun.slice(1).replaceAll('-', ' ');

/** The text of every schema file, by file name, from the exports of the model. */
export const jsonSchemas = (model) =>
  Object.fromEntries(
    Object.entries(model)
      .filter(([name, value]) => name.endsWith('Schema') && typeof value?.safeParse === 'function')
      .map(([name, schema]) => {
        const noun = nounOf(name);
        const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
        const title = titleOf(noun);
        return [`${noun}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const isCommand = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isCommand) {
  const wanted = jsonSchemas(await import('../dist/model/index.js'));
  const present = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  const stale = [...new Set([...present, ...Object.keys(wanted)])].filter(
    (file) => !wanted[file] || !present.includes(file) || readFileSync(`${folder}/${file}`, 'utf8') !== wanted[file],
  );
  if (process.argv.includes('--check')) {
    for (const file of stale) console.log(`${folder}/${file} is not current: npm run schemas`);
    process.exit(stale.length > 0 ? 1 : 0);
  }
  mkdirSync(folder, { recursive: true });
  for (const file of stale) {
    if (wanted[file]) writeFileSync(`${folder}/${file}`, wanted[file]);
    else rmSync(`${folder}/${file}`);
    console.log(`${wanted[file] ? 'wrote' : 'removed'} ${folder}/${file}`);
  }
}
