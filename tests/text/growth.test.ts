// Pages whose parts a reader once went through again and again: the work grows with their length.
import { describe, expect, test } from 'vitest';
import { parsePages } from '../../src/text/pages/parse-page.js';
import { writeRelatedLinks } from '../../src/text/pages/write-related-links.js';
import { structureLines } from '../../src/text/strategies/structure-lines.js';
import { growthOfReads } from '../support/counted-reads.js';
import { growth } from '../support/counted-work.js';

const site = { fields: { related: 'see' }, links: 'pages' } as const;
const listing = (path: string, entries: readonly string[], more = '') => ({
  path,
  text: `---\n${more}see:\n${entries.map((entry) => `- ${entry}\n`).join('')}---\n`,
});
const numbered = (n: number, name: string) => Array.from({ length: n }, (_, at) => `${name}${at}`);
/** Into how many parts texts are split while something runs. */
const countedParts = (run: () => unknown): number => {
  const own = Object.getOwnPropertyDescriptor(String.prototype, 'split')!;
  const original = own.value as (this: string, ...given: unknown[]) => string[];
  let count = 0;
  String.prototype.split = function (this: string, ...given: unknown[]) {
    const parts = original.apply(this, given);
    count += parts.length;
    return parts;
  };
  try {
    run();
    return count;
  } finally {
    Object.defineProperty(String.prototype, 'split', own);
  }
};
const links = (n: number, url: string) =>
  Array.from({ length: n }, (_, at) => ({ slot: at + 1, id: 1, title: '', subject: '', url }));

describe('the work grows with the length', () => {
  test('of a list with many new links among many entries', () => {
    const writing = (n: number) => {
      const pages = [listing('a.md', numbered(n, 'x'), 'url: /a\n'), { path: 'b.md', text: '---\nurl: /b\n---\n' }];
      return () => writeRelatedLinks(pages, [{ url: '/a', related: links(n, '/b') }], site);
    };
    expect(growth(200, writing)).toBeLessThan(2.4);
  });

  test('of a list with many entries of one long url', () => {
    const reading = (n: number) => {
      const page = { path: 'b.md', text: `---\nurl: /${'b'.repeat(9 * n)}\n---\n` };
      return () => parsePages([listing('a.md', numbered(n, 'b.md?')), page], site);
    };
    expect(growthOfReads(200, reading)).toBeLessThan(2.4);
  });

  test('of a list on a page far down in folders', () => {
    const parts = [100, 200, 400, 800].map((n) => {
      const page = listing(`${'a/'.repeat(n)}x.md`, numbered(n, './q'));
      return countedParts(() => parsePages([page, { path: 'b.md', text: 'b' }], site));
    });
    expect((parts[3] ?? 0) / (parts[0] ?? 1)).toBeLessThan(10);
  });
});

describe('what is written', () => {
  test('for the reader of Markdown grows with the answer, however far in a fence stands', () => {
    const lengthOf = (n: number): number =>
      structureLines(`${' '.repeat(n)}\`\`\`\n${'x\n'.repeat(n)}\`\`\`\n`).structure.join('\n').length;
    expect(lengthOf(40_000) / lengthOf(20_000)).toBeLessThan(2.1);
  });

  test('names long paths of several pages only in part', () => {
    const pages = [
      listing('a.md', ['q']),
      { path: `${'b'.repeat(4000)}/q.md`, text: 'b' },
      { path: 'c/q.md', text: 'c' },
    ];
    const message = parsePages(pages, site).issues.find(({ code }) => code === 'ambiguous-page')?.message ?? '';
    expect(message).toContain('bbb/q.md” and “c/q.md”');
    expect(message.length).toBeLessThan(600);
  });
});

test('a list whose links would be longer than a page is refused', () => {
  const pages = [
    listing('a.md', ['x'], 'url: /a\n'),
    { path: 'b.md', text: `---\nurl: /b\nslug: ${'s'.repeat(100_000)}\n---\n` },
  ];
  const { pages: written, issues } = writeRelatedLinks(pages, [{ url: '/a', related: links(11, '/b') }], site);
  expect(written).toEqual([]);
  expect(issues).toMatchObject([
    { code: 'cannot-write', message: 'The links would make the page longer than pages are read.' },
  ]);
});
