import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { HASH_START, hashOf, newTermTable, termNumber } from '../../../src/graph/words/term-table.js';
import { decidingSigns, TitleEdits } from '../../../src/graph/check/title-edits.js';
import { runs } from '../../support/runs.js';
import { article, withRelated } from '../support/sound-articles.js';

/** What is said of a link to nowhere with one title, of a site with an article of another. */
const answer = (title: string, wanted: string, subject = 'Physics') => {
  const lost = { slot: 1, id: 999, title: wanted, subject, url: '/old/gone' };
  const others = [article(2, 'Why do volcanoes smoke?', 'Physics'), article(3, 'Who lives in a reef?', 'Oceans')];
  const articles: readonly GraphArticle[] = [
    withRelated(article(900, 'Asking', 'Asking'), lost),
    article(1, title, 'Physics'),
    ...others,
  ];
  const [issue] = checkArticleGraph(buildArticleGraph(articles), { only: ['dangling-link'] });
  return issue?.repair === undefined ? 'nothing' : issue.repair.certain ? 'certain' : 'guess';
};

describe('an article is never put in place of another', () => {
  const pairs = [
    ['What is the first law of thermodynamics?', 'What is the second law of thermodynamics?'],
    ['What are the advantages of solar power?', 'What are the disadvantages of solar power?'],
    ['What caused World War I?', 'What caused World War II?'],
    ['What did the World War change in Europe?', 'What did the World War II change in Europe?'],
    ['How is 2D animation drawn?', 'How is 3D animation drawn?'],
    ['How is binary converted to decimal?', 'How is decimal converted to binary?'],
    ['What is an exothermic reaction of metals?', 'What is an endothermic reaction of metals?'],
    ['What causes hypertension in the old?', 'What causes hypotension in the old?'],
    ['What is macroeconomics about?', 'What is microeconomics about?'],
    ['What are the uses of a nitrate salt?', 'What are the uses of a nitrite salt?'],
    ['Why do metals rust?', 'Why do metals not rust?'],
    ['Why are some flames painful?', 'Why are some flames painless?'],
    ['What do lions eat?', 'What eats lions?'],
    ['What happens before mitosis?', 'What happens after mitosis?'],
    ['What is programming in C for?', 'What is programming in C++ for?'],
    ['Where is x > 0 on a line?', 'Where is x < 0 on a line?'],
    ['How bright is a lamp of 2.5 V?', 'How bright is a lamp of 25 V?'],
    ['What happened in the year 1914?', 'What happened in the year 1941?'],
    ['How is hepatitis A passed on?', 'How is hepatitis B passed on?'],
    ['Who has hepatitis A', 'Who has hepatitis'],
    ['What is in a cell?', 'What is a cell?'],
  ] as const;
  it.each(pairs)('%s – %s', (one, other) => {
    expect([answer(one, other), answer(other, one)]).toEqual(['nothing', 'nothing']);
  });
});

describe('an article is offered for a title in other forms of its words', () => {
  const pairs = [
    ['What is charge on a wire?', 'What is a charge on the wire?'],
    ['What is a moon of Mars?', 'What are moons of Mars?'],
    ['How do plants make food?', 'How are plants making food?'],
    ['How were kites used at sea?', 'How was a kite used at sea?'],
    ['Why do berries taste sour?', 'Why does a berry taste sour?'],
    ['Does light have mass?', 'DOES LIGHT HAVE MASS'],
    ['Who’s the co-ordinator?', 'Whos the coordinator'],
  ] as const;
  it.each(pairs)('%s – %s', (one, other) => {
    expect([answer(one, other), answer(other, one)]).toEqual(['guess', 'guess']);
  });

  it('and for certain only where it has the title, letter for letter, in the subject that the link names', () => {
    expect(answer('Does light have mass?', 'Does light have mass?')).toBe('certain');
    expect(answer('Does light have mass?', 'Does light have mass?', 'Optics')).toBe('guess');
  });
});

it('the signs that decide are those of sums, of languages and before digits', () => {
  expect(decidingSigns('What’s C++, then — or C#?')).toBe('++#');
  expect(decidingSigns('Is -2.5 < x?')).toBe('-.<');
  expect(decidingSigns('Well-known: a co-ordinator (of 3), and/or 4!')).toBe('');
});

describe('two lists of words', () => {
  const terms = newTermTable();
  const edits = new TitleEdits(terms);
  const numberOf = (word: string): number => {
    const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    return termNumber(terms, units, 0, units.length, units.length === 0 ? HASH_START : hashOf(units, 0, units.length));
  };
  const areEdits = (one: readonly string[], other: readonly string[]): boolean =>
    edits.areEdits(Int32Array.from(one, numberOf), Int32Array.from(other, numberOf));
  const words = fc.array(fc.constantFrom('tide', 'tides', 'not', 'ii', 'ebb', 'the', 'a', 'is'), { maxLength: 7 });

  it('are edits where they are the same once endings are cut off and words that decide nothing are left out', () => {
    const core = (list: readonly string[]) =>
      list
        .filter((word, at) => at === list.length - 1 || !['the', 'a', 'is'].includes(word))
        .map((word) => word.replace('tides', 'tide'));
    const isSaying = (list: readonly string[]): boolean => list.some((word) => !['the', 'a', 'is'].includes(word));
    fc.assert(
      fc.property(words, words, (one, other) => {
        // A last word that decides nothing elsewhere counts, so that the lists may also meet in it.
        fc.pre(!['the', 'a', 'is'].includes(one.at(-1) ?? '') && !['the', 'a', 'is'].includes(other.at(-1) ?? ''));
        const isSame = JSON.stringify(core(one)) === JSON.stringify(core(other));
        expect(areEdits(one, other)).toBe(isSame && isSaying(one));
      }),
      { numRuns: runs(500) },
    );
  });

  it('are no edits with a word of another meaning that begins alike', () => {
    for (const [one, other] of [
      ['see', 'seed'],
      ['plan', 'plant'],
      ['carbon', 'carbonate'],
      ['employer', 'employee'],
      ['solute', 'solvent'],
      ['ethane', 'ethene'],
      ['2d', '2ds'],
    ] as const) {
      expect([one, areEdits(['what', one], ['what', other])]).toEqual([one, one === 'see']);
    }
    expect(areEdits(['use'], ['used'])).toBe(true);
    expect(areEdits(['car'], ['card'])).toBe(false);
  });
});
