// Where a link of a page leads on the site. Pages are read on the site and as plain Markdown in a checkout, so their links are relative to
// their files; those that leave docs/ lead to pages that pages/outside.mjs makes.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/u, '');

/** Pages of the project outside docs/, and their place on the site. */
export const outsidePages = {
  'CONTRIBUTING.md': 'contributing',
  'SECURITY.md': 'security',
  'README.md': 'readme',
  'bench/README.md': 'bench/index',
  'bench/results.md': 'bench/results',
};

/** The page of the site that shows a file which is no page: `examples/quickstart.mjs` is shown as code. */
export const pageOfFile = (file) => `files/${file.replaceAll('.', '-')}`;

const isOutward = (href) => /^(?:[a-z][a-z+.-]*:|\/|#)/iu.test(href);

/** What stands in the project at the end of a link, from its root, or undefined for an address of the web or of the site. */
export const fileAt = (from, href) => {
  const [path] = href.split(/[#?]/u);
  return isOutward(href) || path === ''
    ? undefined
    : normalize(join(dirname(from), decodeURIComponent(path))).replace(/\/$/u, '');
};

/** @param from the file with the link, from the project's root */
export const siteLink = (from, href) => {
  const file = fileAt(from, href);
  if (file === undefined) return href;
  const rest = href.slice(href.split(/[#?]/u)[0].length);
  if (outsidePages[file]) return `/${outsidePages[file]}.md${rest}`;
  if (file.endsWith('.md') && file.startsWith('docs/') && !file.startsWith('docs/examples/')) {
    return `/${file.slice('docs/'.length).replace(/^generated\//u, '')}${rest}`;
  }
  if (!existsSync(resolve(root, file))) throw new Error(`${from}: the link “${href}” leads nowhere`);
  return `/${pageOfFile(file)}.md`;
};

/** A text with its parts outside of code changed: links in code are no links. */
export const outsideCode = (text, change) =>
  text
    .split(/(^[ \t]*```[\s\S]*?^[ \t]*```|`[^`\n]*`)/mu)
    .map((part, at) => (at % 2 ? part : change(part)))
    .join('');

/** The same in the text of a page, for pages that are copied. */
export const withSiteLinks = (from, text) =>
  outsideCode(text, (part) => part.replace(/\]\(([^()\s]+)\)/gu, (_, href) => `](${siteLink(from, href)})`));

/** The files shown as code: those that pages link to and that are no pages. */
export const linkedFiles = (pages) => {
  const files = new Set();
  for (const page of pages) {
    const text = readFileSync(resolve(root, page), 'utf8').replace(/^[ \t]*```[\s\S]*?^[ \t]*```|`[^`\n]*`/gmu, '');
    for (const [, href] of text.matchAll(/\]\(([^()\s]+)\)/gu)) {
      const file = fileAt(page, href);
      if (file === undefined || outsidePages[file]) continue;
      if (file.endsWith('.md') && file.startsWith('docs/') && !file.startsWith('docs/examples/')) continue;
      if (existsSync(resolve(root, file))) files.add(file);
    }
  }
  return [...files].sort();
};

export const isFolder = (file) => statSync(resolve(root, file)).isDirectory();
