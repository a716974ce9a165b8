import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import type { ReportDocument } from '../../../src/display/report/document/blocks.js';
import { plainWords } from '../../../src/display/report/document/plain-words.js';
import { reportMarkdown } from '../../../src/display/report/report-markdown.js';
import { writeMarkdown } from '../../../src/display/report/write/write-markdown.js';
import { sampleReports } from '../../support/sample-reports.js';
import { hostileText, poisoned } from './hostile.js';

const reader = new MarkdownIt({ html: true, linkify: true });

/** What a reader of Markdown makes of a text: its words in order, and every kind of thing it found. */
const readBack = (markdown: string): { readonly words: readonly string[]; readonly kinds: ReadonlySet<string> } => {
  const words: string[] = [];
  const kinds = new Set<string>();
  for (const token of reader.parse(markdown, {})) {
    kinds.add(token.type);
    if (token.type !== 'inline') {
      if (token.content !== '') words.push(token.content);
      continue;
    }
    for (const inner of token.children ?? []) kinds.add(inner.type);
    words.push((token.children ?? []).map(({ content }) => content).join(''));
  }
  return { words, kinds };
};

const documentOf = (blocks: ReportDocument['blocks'], title = 'T'): ReportDocument => ({
  language: 'en',
  direction: 'ltr',
  colon: ': ',
  title: [{ text: title }],
  blocks,
});

test('hostile text comes back from a reader of Markdown as the same text, wherever it stands', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => {
      const markdown = writeMarkdown(
        documentOf(
          [
            { kind: 'paragraph', line: [{ text: one }] },
            { kind: 'list', items: [{ line: [{ text: one }], items: [{ line: [{ text: two, strong: true }] }] }] },
            { kind: 'facts', entries: [['name', [{ text: two }]]] },
            {
              kind: 'table',
              caption: [{ text: one }],
              columns: [{ title: one }, { title: two }],
              rows: [[[{ text: two }], [{ text: one }, ', ', { text: two }]]],
            },
            { kind: 'notice', title: 'n', lines: [[{ text: two }]] },
            { kind: 'section', title: [{ text: two }], blocks: [] },
          ],
          one,
        ),
      );
      const [a, b] = [plainWords(one), plainWords(two)];
      const join = `${a}, ${b}`.trim();
      const expected = [a, a, a, b, `name: ${b}`.trim(), a, a, b, b, join, 'n', b, b].filter((text) => text !== '');
      const { words, kinds } = readBack(markdown);
      // A reader takes NUL for another sign, and knows no halves of pairs; both are gone before it reads.
      expect(words.filter((text) => text !== '')).toEqual(expected);
      for (const kind of [
        'html_inline',
        'html_block',
        'link_open',
        'image',
        'code_inline',
        'fence',
        'code_block',
        'em_open',
        's_open',
        'hr',
        'softbreak',
        'hardbreak',
        'ordered_list_open',
        'heading_open:4',
      ]) {
        expect(kinds).not.toContain(kind);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('an address that is safe becomes a link to the same place, and another stays text', () => {
  const link = (address: string): string | undefined => {
    const markdown = writeMarkdown(documentOf([{ kind: 'paragraph', line: [{ text: address, address }] }]));
    const inline = reader
      .parse(markdown, {})
      .find(({ content, type }, at, all) => type === 'inline' && at > 1 && content !== '' && all.length > 0);
    return inline?.children
      ?.find(({ type }) => type === 'link_open')
      ?.attrGet('href')
      ?.toString();
  };
  expect(link('https://example.org/a_b?c=1&d=2&copy=3')).toBe('https://example.org/a_b?c=1&d=2&copy=3');
  expect(link('/leadership/(1)')).toBe('/leadership/(1)');
  expect(link('https://example.org/<x>')).toBe('https://example.org/%3Cx%3E');
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'java\nscript:alert(1)',
    ' javascript:x',
  ]) {
    expect(link(bad)).toBeUndefined();
  }
});

test.each(Object.values(sampleReports()))('no text of a report of an $kind breaks out of its place', (report) => {
  const clean = readBack(reportMarkdown(report));
  fc.assert(
    fc.property(hostileText, (text) => {
      const { words, kinds } = readBack(reportMarkdown(poisoned(report, text)));
      expect(words.length).toBe(clean.words.length);
      expect([...kinds].filter((kind) => kind !== 'link_open' && kind !== 'link_close').sort()).toEqual(
        [...clean.kinds].filter((kind) => kind !== 'link_open' && kind !== 'link_close').sort(),
      );
    }),
    { numRuns: 20 },
  );
});
