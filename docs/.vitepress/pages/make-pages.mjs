// Makes the pages that nobody writes: out of files outside docs/, docstrings and records, into the ignored folder docs/generated. What
// the menus need of them goes beside them, as generated/contents.json.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../links.mjs';
import { outsidePagesOf } from './outside.mjs';
import { picturesPage } from './pictures.mjs';
import { makeReference } from './reference.mjs';
import { rubricPages, rubricTitles } from './rubrics.mjs';

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

/** The pages of docs/ itself with their titles: the menu shows those too that nobody has put in it yet. */
const titlesOfWritten = () =>
  writtenPages()
    .filter((file) => /^docs\/[^/]+\.md$/u.test(file) && file !== 'docs/index.md')
    .map((file) => ({
      link: file.replace(/^docs/u, '').replace(/\.md$/u, ''),
      text: /^# (.+)$/mu.exec(readFileSync(resolve(root, file), 'utf8'))?.[1] ?? file,
    }));

/** The reference of the last build, where there is one: reading all sources takes its time. */
const lastReference = () => {
  const folder = join(generated, 'reference');
  if (!existsSync(folder)) return undefined;
  return new Map(
    readdirSync(folder).map((file) => [
      `reference/${file.replace(/\.md$/u, '')}`,
      readFileSync(join(folder, file), 'utf8'),
    ]),
  );
};

export const makePages = async ({ keepReference = false } = {}) => {
  const reference =
    (keepReference ? lastReference() : undefined) ??
    (await makeReference(resolve(root, 'docs/.vitepress/cache/typedoc')));
  const rubrics = await rubricPages();
  rmSync(generated, { recursive: true, force: true });
  const pages = new Map([
    ...outsidePagesOf(writtenPages()),
    ['gallery', await picturesPage()],
    ...rubrics,
    ...reference,
  ]);
  const written = new Set(writtenPages());
  for (const [place, text] of pages) {
    if (written.has(`docs/${place}.md`))
      throw new Error(`docs/${place}.md is written by hand: the page that is made needs another name`);
    const file = join(generated, `${place}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const doors = [...reference.keys()].map((place) => place.slice('reference/'.length));
  writeFileSync(
    join(generated, 'contents.json'),
    JSON.stringify({ doors, rubrics: await rubricTitles(), written: titlesOfWritten() }),
  );
  return pages.size;
};
