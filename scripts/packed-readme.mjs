// The README as a host gets it: links to files that do not come along lead to the repository that package.json names, or are plain text while
// it names none. npm runs this before it packs, and with `--back` after it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const kept = 'temp/README.md';

/** The address of a folder of the repository as it was at this version, or nothing. */
export const addressOf = ({ repository, version }) => {
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? '';
  return url && `${url.replace(/^git\+/u, '').replace(/\.git$/u, '')}/blob/v${version}/`;
};

export const packedReadme = (text, { files, ...rest }) => {
  const comesAlong = (path) => ['README.md', 'LICENSE', 'package.json', ...files].includes(path.split('/')[0]);
  const address = addressOf(rest);
  return text.replaceAll(/\[([^\]]*)\]\((?!https?:|#)([^)]*)\)/gu, (link, label, path) => {
    if (comesAlong(path)) return link;
    return address ? `[${label}](${address}${path})` : label;
  });
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--back')) {
    if (existsSync(kept)) renameSync(kept, 'README.md');
  } else {
    // One that is kept already is of a packing that did not come to its end.
    const text = readFileSync(existsSync(kept) ? kept : 'README.md', 'utf8');
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, text);
    writeFileSync('README.md', packedReadme(text, JSON.parse(readFileSync('package.json', 'utf8'))));
  }
}
