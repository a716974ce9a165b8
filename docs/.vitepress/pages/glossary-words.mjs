// The words of docs/glossary.md, read from its table.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../links.mjs';

export const wordId = (name) => `word-${name.toLowerCase().replace(/[^a-z]+/gu, '-')}`;

let known;

/** Each word with its meaning, and a pattern that finds one of them in a text, also in the plural. */
export const glossaryWords = () => {
  if (known) return known;
  const text = readFileSync(resolve(root, 'docs/glossary.md'), 'utf8');
  const byName = new Map();
  for (const [, names, meaning] of text.matchAll(/^\| \*\*([^*]+)\*\* \| ([^|]+) \|/gmu)) {
    for (const name of names.split(', ')) byName.set(name, { name, meaning: meaning.trim().replaceAll(/[*`]/gu, '') });
  }
  const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(`(?<![\\w-])(${longestFirst.join('|')})s?(?![\\w-])`, 'u');
  known = { byName, pattern };
  return known;
};
