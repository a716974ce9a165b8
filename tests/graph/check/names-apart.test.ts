import { describe, expect, test } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import { quoted, quotedApart } from '../../../src/graph/check/names-apart.js';
import { urlForm } from '../../../src/graph/check/url-form.js';

test.each([
  ['accents apart and together', 'café', 'cafe\u0301', ['“caf\\u00e9”', '“cafe\\u0301”']],
  ['a letter of another script', 'Mars', 'Mаrs', ['“Mars”', '“M\\u0430rs”']],
  ['a sign that is not seen', 'tides', 'ti\u200bdes', ['“tides”', '“ti\\u200bdes”']],
  ['a space that does not break', 'New moon', 'New\u00a0moon', ['“New moon”', '“New\\u00a0moon”']],
  ['a space at the end', 'Tides', 'Tides ', ['“Tides”', '“Tides\\u0020”']],
  ['two spaces', 'New moon', 'New  moon', ['“New moon”', '“New \\u0020moon”']],
  ['names that look different', 'café', 'cave', ['“café”', '“cave”']],
  ['the same name', 'café', 'café', ['“café”', '“café”']],
])('of two names with %s each is shown so that they can be told apart', (_, one, other, shown) => {
  expect(quotedApart(one, other)).toEqual(shown);
});

test('two long names are cut around their first difference', () => {
  const [one, other] = quotedApart(`${'a'.repeat(500)}b`, `${'a'.repeat(500)}c`);
  // Sixty signs before the difference and the one that differs.
  expect([one, other]).toEqual([`“…${'a'.repeat(60)}b”`, `“…${'a'.repeat(60)}c”`]);
  expect(quoted('a'.repeat(161))).toBe(`“${'a'.repeat(160)}…”`);
});

test('a url has one form in all ways to write it, and a sign that parts it is not taken out of its escape', () => {
  for (const url of ['/caf%C3%A9', '/caf%c3%a9', '/cafe\u0301', '/cafe%CC%81', '/c%61fé'])
    expect(urlForm(url)).toBe('/café');
  expect(urlForm('/a%2Fb%3F')).toBe('/a%2fb%3f');
  expect(urlForm('/a%20b')).toBe('/a b');
  // Half of a letter is no text.
  expect(urlForm('/a%C3')).toBe('/a%c3');
  expect(urlForm('/100%')).toBe('/100%');
});

describe('a link whose url is another way to write that of an article', () => {
  const issueOf = (written: string, url: string, id: number) => {
    const related = [{ slot: 1, id, title: 'Coffee', subject: 'Food', url: written }];
    const graph = buildArticleGraph([
      { url, id: 2, title: 'Coffee', subject: 'Food', related: [] },
      { url: '/a', id: 1, title: 'Tea', subject: 'Food', related },
    ]);
    return checkArticleGraph(graph)[0];
  };

  test.each([
    ['/caf%C3%A9', '/café', '“/caf%C3%A9” is another way to write “/café”'],
    ['/café', '/caf%C3%A9', '“/café” is another way to write “/caf%C3%A9”'],
    ['/cafe\u0301', '/café', '“/cafe\\u0301” is another way to write “/caf\\u00e9”'],
    ['/tides', '/%74ides', '“/tides” is another way to write “/%74ides”'],
  ])('%s beside %s: the message says so and shows the difference', (written, url, says) => {
    for (const [id, code] of [
      [2, 'unknown-url'],
      [9, 'dangling-link'],
    ] as const) {
      const issue = issueOf(written, url, id);
      expect(issue?.code).toBe(code);
      expect(issue?.message).toContain(`; but ${says}, the url of article 2`);
    }
  });

  test('an escaped slash is no slash', () => {
    expect(issueOf('/a%2Fb', '/a/b', 9)?.message).not.toContain('another way');
  });
});
