/** The reader that keeps the outermost blocks alone, beside the whole reader it is made of. */
import fc from 'fast-check';
import MarkdownReader, { type MarkdownIt } from 'markdown-it';
import { expect, test } from 'vitest';
import { parseArticle } from '../../../src/text/article/parse-article.js';
import { parseStrategies } from '../../../src/text/strategies/parse-strategies.js';
import { markdown } from '../../../src/text/strategies/markdown.js';
import { growthOfReads } from '../../support/counted-reads.js';
import { runs } from '../../support/runs.js';

/** What the outline is to hold: outermost blocks by their lines, headings with their text, items with what they open with. */
const outline = (reader: Pick<MarkdownIt, 'parse'>, text: string) => {
  const tokens = reader.parse(text, {});
  return tokens.flatMap((token, at) => {
    const { type, map, level, info, tag } = token;
    if (token.nesting === -1) return [];
    if (level === 0) return [[type, map, tag, type === 'heading_open' ? tokens[at + 1]?.content : '']];
    const outer = tokens
      .slice(0, at)
      .reverse()
      .find((one) => one.level === 0 && one.nesting >= 0);
    if (level !== 1 || type !== 'list_item_open' || outer?.type !== 'ordered_list_open') return [];
    const [paragraph, inline] = [tokens[at + 1], tokens[at + 2]];
    const opens = paragraph?.type === 'paragraph_open' && paragraph.level === 2 && inline?.map ? inline : undefined;
    // The text is asked for only where it does not begin on the line of the number.
    return [[type, map, info, opens?.map, opens?.map?.[0] === map?.[0] ? '' : opens?.content]];
  });
};

const whole = (() => {
  const reader = new MarkdownReader('commonmark');
  reader.core.ruler.disable(['inline', 'text_join']);
  reader.block.ruler.disable(['reference', 'lheading']);
  return reader;
})();

test('keeps of a page what the whole reader says of its outermost blocks and items', () => {
  const text = [
    '# One',
    '',
    '1. **A**',
    '',
    '   more',
    '2.',
    '   late',
    '> 1. not an item',
    '',
    '- b',
    '  1. nor this',
  ].join('\n');
  const read = outline(markdown(), text);
  expect(read).toEqual(outline(whole, text));
  expect(read.filter(([type]) => type === 'list_item_open')).toEqual([
    ['list_item_open', [2, 5], '1', [2, 3], ''],
    // The text of the second item stands on its second line.
    ['list_item_open', [5, 7], '2', [6, 7], 'late'],
  ]);
});

test('says the same as the whole reader of any Markdown', () => {
  const piece = fc.constantFrom(
    '1. ',
    '2) ',
    '- ',
    '* ',
    '> ',
    '>',
    '    ',
    '  ',
    '\t',
    '```',
    '~~~',
    '# ',
    '***',
    '---',
    '**',
    '<div>',
    '<!--',
    '-->',
    '<b>',
    'a',
    'b\n',
    '\n',
    '\n\n',
    '\n',
    '3.',
    '\\',
    '[',
    '](u)',
    '`',
    '_',
    '=\n',
    '|',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      expect(outline(markdown(), text)).toEqual(outline(whole, text));
    }),
    { numRuns: runs(3000) },
  );
});

const line = (text: string) => (n: number) => `${text}\n`.repeat(Math.ceil(n / (text.length + 1)));
const item = (inside: string) => line(`1. **${inside.repeat(Math.floor(380 / inside.length))}**`);

const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  'quotes in quotes': line('> '.repeat(40)),
  'one quote, many levels': (n) => '>'.repeat(n),
  'a deep quote and lazy lines': (n) => `${'> '.repeat(90)}a\n${'b\n'.repeat(n / 2)}`,
  'lists and lazy lines': (n) => `${'- '.repeat(9)}a\n${'b\n'.repeat(n / 2)}`,
  'a list that goes deeper with each line': (n) =>
    Array.from({ length: n / 60 }, (_, i) => `${' '.repeat(2 * (i % 60))}- a`).join('\n'),
  'many lists': line('1. a\n1) b'),
  'items with a name': line('1. **A**: b'),
  'items between paragraphs': line('1. **A**\n\np\n'),
  'numbers under paragraphs': line('p\n3. **A** b'),
  brackets: (n) => '['.repeat(n),
  'brackets in names': item('['),
  'links in names': item('[](a '),
  'images in names': item('![]('),
  'backticks in names': item('`a``b```'),
  backticks: (n) => Array.from({ length: n / 40 }, (_, i) => '`'.repeat(i % 80)).join(' '),
  'emphasis in names': item('*_'),
  'escapes in names': item('\\('),
  'entities in names': item('&a;'),
  'tags in names': item('<a b="'),
  fences: line('```'),
  'fences in items': line('1. ```'),
  pipes: line('| a | b |\n|---|---|'),
  html: line('<div>'),
  'open comments': line('<!--\n'),
  'one long line': (n) => 'a '.repeat(n / 2),
  'deep indent': line(`${' '.repeat(500)}a`),
  tabs: line('-\t'.repeat(200)),
  definitions: line('[a]: /b "c'),
  rules: line('- - - - - -'),
  headings: line('# 1. *a*'),
  'blank bullets': line('-'),
  formulas: line('$$'),
};

test.each(Object.entries(SHAPES))('a page of %s is read in steps that grow with its length', (_, shape) => {
  // A page twice as long takes twice the steps; the last line may be half of one.
  expect(growthOfReads(8000, (n) => () => parseStrategies({ answer: shape(n) }))).toBeLessThan(2.3);
  expect(growthOfReads(8000, (n) => () => parseArticle(`---\n${shape(n)}\n---\n`))).toBeLessThan(2.3);
});

test.each([
  ['aliases of one anchor', (n: number) => `a: &a [1]\nb: [${'*a, '.repeat(n / 4)}]\n`],
  ['anchors', (n: number) => Array.from({ length: n / 12 }, (_, i) => `k${i}: &a${i} x`).join('\n')],
  [
    'aliases of aliases',
    (n: number) =>
      Array.from({ length: n / 24 }, (_, i) => `k${i}: &a${i} [${i > 0 ? `*a${i - 1}, *a${i - 1}` : 'x'}]`).join('\n'),
  ],
  ['merge keys', (n: number) => `a: &a {b: 1}\n${'c:\n  <<: *a\n'.repeat(n / 12)}`],
  ['flow lists in flow lists', (n: number) => `a: ${'['.repeat(n / 2)}${']'.repeat(n / 2)}`],
  ['quotes that never end', (n: number) => 'a: "\n'.repeat(n / 5)],
  ['explicit keys', (n: number) => '? a\n'.repeat(n / 4)],
  ['one explicit key of many lists', (n: number) => `? ${'- '.repeat(n / 2)}a\n`],
])('front matter of %s is read in steps that grow with its length', (_, block) => {
  const read = (n: number) => () => parseArticle(`---\n${block(n)}\n---\n`);
  expect(growthOfReads(8000, read)).toBeLessThan(2.3);
});
