// The shipped records, from the built library.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../links.mjs';

/** A module of the built library: `evaluation/index`, `data/rubrics/psqm`. */
export const built = (name) => {
  const file = resolve(root, 'dist', `${name}.js`);
  if (!existsSync(file)) throw new Error(`the site shows the built library, and ${name} is not built: npm run build`);
  return import(pathToFileURL(file).href);
};

export const recordIds = (kind) =>
  readdirSync(resolve(root, 'src/data', kind))
    .map((file) => file.replace(/\.ts$/u, ''))
    .sort();

export const recordsOf = (kind) =>
  Promise.all(recordIds(kind).map(async (id) => Object.values(await built(`data/${kind}/${id}`))[0]));
