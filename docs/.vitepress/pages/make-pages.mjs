// Makes the pages that nobody writes: out of files outside docs/, docstrings and records, into the ignored folder docs/generated.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../links.mjs';
import { outsidePagesOf } from './outside.mjs';

const generated = resolve(root, 'docs/generated');

/** The pages that people write, from the project's root. */
export const writtenPages = (folder = 'docs') =>
  readdirSync(resolve(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return /^(?:\.|generated$|examples$|node_modules$|public$)/u.test(entry.name) ? [] : writtenPages(path);
      }
      return path.endsWith('.md') ? [path] : [];
    })
    .sort();

export const makePages = async () => {
  rmSync(generated, { recursive: true, force: true });
  const pages = outsidePagesOf(writtenPages());
  for (const [place, text] of pages) {
    const file = join(generated, `${place}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return pages.size;
};
