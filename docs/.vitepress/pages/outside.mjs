// Makes pages of the site out of files that stand outside docs/, and of files that pages link to and that are no pages.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { isFolder, linkedFiles, outsidePages, pageOfFile, root, withSiteLinks } from '../links.mjs';

const codeLanguage = (file) =>
  ({ '.mjs': 'js', '.md': 'md', '.json': 'json', '.py': 'python', '.sql': 'sql' })[extname(file)] ?? 'txt';

/** A fence longer than any in the text. */
const fenced = (text, language) => {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/gu)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}\n`;
};

const folderPage = (folder) => {
  const files = readdirSync(resolve(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
  const parts = files.map((name) => {
    const text = readFileSync(resolve(root, folder, name), 'utf8');
    return `## ${name}\n\n${fenced(text, codeLanguage(name))}`;
  });
  return `# ${folder}\n\nThe files of this folder of the project.\n\n${parts.join('\n')}`;
};

/** @returns pages by their place on the site, without ending */
export const outsidePagesOf = (docPages) => {
  const pages = new Map();
  for (const [file, place] of Object.entries(outsidePages)) {
    pages.set(place, withSiteLinks(file, readFileSync(resolve(root, file), 'utf8')));
  }
  for (const file of linkedFiles([...docPages, ...Object.keys(outsidePages)])) {
    const text = isFolder(file)
      ? folderPage(file)
      : `# ${file}\n\nA file of the project, as it is.\n\n${fenced(readFileSync(join(root, file), 'utf8'), codeLanguage(file))}`;
    pages.set(pageOfFile(file), `---\nsearch: false\neditLink: false\n---\n\n${text}`);
  }
  return pages;
};
