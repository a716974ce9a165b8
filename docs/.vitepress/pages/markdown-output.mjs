// Beside each page of the site its Markdown, for programs that read; and llms.txt, which lists them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { base, hostname } from '../address.mjs';
import { outsideCode, withSiteLinks } from '../links.mjs';

const withoutFrontMatter = (text) => text.replace(/^---\n[\s\S]*?\n---\n+/u, '');
const titleOf = (text) => (/^# (.+)$/mu.exec(text)?.[1] ?? '').replaceAll(/[*`]/gu, '');
/** The first sentence of running text. */
const aboutOf = (text) => {
  const paragraph = text.split(/\n{2,}/u).find((part) => /^[A-Z“*`]/u.test(part) && !part.startsWith('```')) ?? '';
  const flat = paragraph.replaceAll('\n', ' ').replaceAll(/\]\([^)]*\)|[[*]/gu, '');
  return /^.*?[.:](?=\s|$)/u.exec(flat)?.[0] ?? flat;
};

/** Links of the site begin at its root; where it stands below the root of its server, they begin there. */
const withBase = (text) => (base === '/' ? text : outsideCode(text, (part) => part.replaceAll('](/', `](${base}`)));

export const writeMarkdownPages = async ({ pages, srcDir, outDir, rewrites }) => {
  const listed = [];
  for (const page of pages) {
    const place = rewrites.map[page] ?? page;
    const source = readFileSync(join(srcDir, page), 'utf8');
    const isGenerated = page.startsWith('generated/');
    const text = withBase(withoutFrontMatter(isGenerated ? source : withSiteLinks(`docs/${page}`, source)));
    const file = join(outDir, place);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    listed.push({ place, title: titleOf(text) || place, about: aboutOf(text) });
  }
  const of = (test) => listed.filter(({ place }) => test(place)).sort((a, b) => (a.place < b.place ? -1 : 1));
  const isIn = (folder) => (place) => place.startsWith(folder);
  const sections = [
    ['Start', of(isIn('start/'))],
    ['Guide', of((place) => !/\//u.test(place) && place !== 'index.md')],
    ['Rubrics', of(isIn('rubrics/'))],
    ['Reference', of(isIn('reference/'))],
    ['Optional', of((place) => /^(?:bench|files|playground)\//u.test(place))],
  ];
  const lines = sections
    .filter(([, entries]) => entries.length > 0)
    .map(
      ([name, entries]) =>
        `## ${name}\n\n${entries.map(({ place, title, about }) => `- [${title}](${hostname || base}${place})${about ? `: ${about}` : ''}`).join('\n')}\n`,
    );
  const intro =
    '# stem-leadership\n\n> A pure TypeScript library: judges self-evaluations against rubrics with reasons, keeps award decisions, and checks, measures and recommends related articles. It opens no file and no connection.\n';
  writeFileSync(join(outDir, 'llms.txt'), [intro, ...lines].join('\n'));
};
