import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleSlug, endsInSlugOf, lastSegment } from '../../../src/graph/articles/article-slug.js';
import { runs } from '../../support/runs.js';
import { plainSlug } from '../support/sound-articles.js';

it('a slug keeps letters a to z, digits and spaces, each space as a hyphen', () => {
  expect(articleSlug('Note-taking: who’s first, 1 or 2?')).toBe('notetaking-whos-first-1-or-2');
  expect(articleSlug('Profit & loss')).toBe('profit--loss');
  expect(articleSlug('Émile')).toBe('mile');
  expect(articleSlug('')).toBe('');
});

it('a slug is what going through the characters one by one makes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(articleSlug(title)).toBe(plainSlug(title));
    }),
    { numRuns: runs(100) },
  );
});

it('comparing with a slug says the same as making it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '\t', '-', '?', 'é', 'K', 'İ') });
  fc.assert(
    fc.property(text, text, text, (before, title, other) => {
      for (const slug of [articleSlug(title), other]) {
        expect(endsInSlugOf(title, before + slug, before.length)).toBe(slug === articleSlug(title));
      }
      expect(
        endsInSlugOf(
          title,
          `${before}${articleSlug(title)}/x`,
          before.length,
          before.length + articleSlug(title).length,
        ),
      ).toBe(true);
    }),
    { numRuns: runs(100) },
  );
});

it('the last segment of a url leaves out query, fragment and a closing slash', () => {
  const segment = (url: string): string => url.slice(...lastSegment(url));
  expect(['/a/b', '/a/b/', '/a/b?c=/d', '/a/b/#e', 'b', '/', '', '?', '/a#?x'].map(segment)).toEqual([
    'b',
    'b',
    'b',
    'b',
    'b',
    '',
    '',
    '',
    'a',
  ]);
});
