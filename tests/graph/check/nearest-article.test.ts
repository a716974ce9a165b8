import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import { WordReader } from '../../../src/graph/check/word-reader.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { likenessOfWords } from '../../../src/graph/check/word-likeness.js';
import { packText } from '../../../src/graph/packed/packed-text.js';
import { HASH_START, hashOf, newTermTable, spellingOf, termNumber } from '../../../src/graph/words/term-table.js';
import { runs } from '../../support/runs.js';
import { article, withRelated } from '../support/sound-articles.js';

const wordsOf = (read: (reader: WordReader) => void): readonly string[] => {
  const reader = new WordReader();
  read(reader);
  return Array.from(reader.words.subarray(0, reader.count), (word) => spellingOf(reader.terms, word));
};

const ofTitle = (title: string, isSet = true): readonly string[] => {
  const words = new Int32Array(title.length + 4);
  const form = packText(title, words, 2);
  return wordsOf((reader) => reader.readTitle(words, 2, form, 32, isSet));
};

describe('the words of a title', () => {
  it('stand between spaces, small, without marks', () => {
    expect(ofTitle('Who’s the Co-ordinator & why?')).toEqual(['whos', 'the', 'coordinator', 'why']);
    expect(ofTitle('Où va l’Été?')).toEqual(['ou', 'va', 'lete']);
    expect(ofTitle('Straße\u3000ﬁn')).toEqual(['strasse', 'fin']);
    expect(ofTitle('???')).toEqual([]);
  });

  it('count once where they are a set', () => {
    expect(ofTitle('tide by tide')).toEqual(['tide', 'by']);
    expect(ofTitle('tide by tide', false)).toEqual(['tide', 'by', 'tide']);
  });

  it('are pairs of letters where a script has no spaces', () => {
    expect(ofTitle('東京都 a 海')).toEqual(['東京', '京都', 'a', '海']);
    expect(ofTitle('tide東京tide')).toEqual(['tide', '東京']);
  });

  it('are no more than are asked for, of the first 256 units', () => {
    expect(ofTitle(Array.from({ length: 60 }, (_, i) => `w${i}`).join(' '))).toHaveLength(32);
    expect(ofTitle(`${'a'.repeat(300)} b`)).toEqual(['a'.repeat(64)]);
  });

  it('are those of its slug where the title is plain', () => {
    const unit = fc.constantFrom('a', 'B', '1', ' ', '\t', '-', '?', "'", '/');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (title) => {
        const slug = title.toLowerCase().replaceAll(/[^a-z0-9\s]/gu, '');
        expect(ofTitle(title)).toEqual([...new Set(slug.split(/\s+/u).filter((word) => word !== ''))]);
      }),
      { numRuns: runs(200) },
    );
  });

  it('of a url stand between any signs', () => {
    const url = '/a/why-is_the.moon~été';
    expect(wordsOf((reader) => reader.readSegment(url, 3, url.length, 32))).toEqual([
      'why',
      'is',
      'the',
      'moon',
      'ete',
    ]);
  });
});

/** Levenshtein’s distance by its definition, with all rows and columns. */
const plainDistance = (one: string, other: string): number => {
  const rows = [Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = rows[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(swap, rows[i - 1]![j]! + 1, row[j - 1]! + 1));
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
};

it('words are as near as the whole table of distances says, from three quarters on', () => {
  const table = newTermTable();
  const numberOf = (word: string): number => {
    const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    return termNumber(table, units, 0, units.length, units.length === 0 ? HASH_START : hashOf(units, 0, units.length));
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 45 });
  const edit = fc.tuple(fc.nat({ max: 44 }), fc.nat({ max: 1 }), fc.constantFrom('', 'a', 'b', 'ab'));
  fc.assert(
    fc.property(word, fc.array(edit, { maxLength: 9 }), (one, edits) => {
      let other = one;
      for (const [at, out, letters] of edits) other = other.slice(0, at) + letters + other.slice(at + out);
      fc.pre(other.length > 0);
      const longer = Math.max(one.length, other.length);
      const distance = plainDistance(one, other);
      const isNear = longer <= 40 && distance <= Math.floor(longer / 4);
      expect(likenessOfWords(table, numberOf(one), numberOf(other))).toBe(isNear ? 1 - distance / longer : 0);
    }),
    { numRuns: runs(500) },
  );
});

describe('a link that leads nowhere', () => {
  /** The title of the article a link to nowhere of these words is led to. */
  const nearest = (articles: readonly GraphArticle[], title: string, url = '/gone', subject = 'Oceans') => {
    const page = withRelated(article(900, 'Asking', 'Asking'), { slot: 1, id: 999, title, subject, url });
    const [issue] = checkArticleGraph(buildArticleGraph([page, ...articles]), { only: ['dangling-link'] });
    return issue?.repair?.kind === 'replace-link' ? issue.repair.with.title : undefined;
  };
  const reef = article(1, 'Qui vit dans un récif?', 'Oceans');
  const moon = article(2, 'Why is the moon round?', 'Space');

  it('leads to the article of its title whatever its case and marks', () => {
    expect(nearest([reef, moon], 'QUI VIT DANS UN RECIF')).toBe(reef.title);
    expect(nearest([reef, moon], 'Why is the Moon: round')).toBe(moon.title);
    expect(nearest([reef, moon], 'Where do rivers end?')).toBe(undefined);
  });

  it('leads to the article that has its title as its slug, or its slug as its title', () => {
    const renamed = { ...moon, title: 'A round moon, and what made it so' };
    expect(nearest([reef, renamed], moon.title)).toBe(renamed.title);
    expect(nearest([reef, moon], 'Moon', '/old/why-is-the-moon-round')).toBe(moon.title);
  });

  it('leads to the article in its subject where several have its title, even if all words are common', () => {
    const copies = Array.from({ length: 600 }, (_, i) =>
      article(1000 + i, `What is it, part ${i % 2}?`, `Subject ${i}`),
    );
    const page = withRelated(article(900, 'Asking', 'Asking'), {
      slot: 1,
      id: 999,
      title: 'What is it, part 1',
      subject: 'Subject 7',
      url: '/gone',
    });
    const issues = checkArticleGraph(buildArticleGraph([page, ...copies]), { only: ['dangling-link'] });
    expect(issues[0]?.repair).toMatchObject({ with: { subject: 'Subject 7' } });
  });
});
