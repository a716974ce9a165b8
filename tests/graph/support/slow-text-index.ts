/** BM25 as the formula has it, in floating point and over plain maps: the oracle of the text index. */
import type { TextArticle } from '../../../src/graph/words/build-text-index.js';

export interface PlainDocument {
  readonly url: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

export interface Formula {
  readonly k1: number;
  readonly b: number;
  /** Inverse document frequency of a word that `n` of `N` documents hold. */
  readonly rarity: (N: number, n: number) => number;
  /** What the weight is multiplied by: k₁ + 1 in the older form. */
  readonly factor: number;
}

export const lucene: Formula = {
  k1: 1.2,
  b: 0.75,
  rarity: (N, n) => Math.log(1 + (N - n + 0.5) / (n + 0.5)),
  factor: 1,
};

/** Every word of a field counts as often as the field weighs. */
export const plainDocument = (
  { url, title, keywords = [], answer }: TextArticle,
  { title: titleWeight, keywords: keywordsWeight, answer: answerWeight } = { title: 3, keywords: 2, answer: 1 },
): PlainDocument => {
  const counts = new Map<string, number>();
  let length = 0;
  const add = (text: string, weight: number): void => {
    for (const word of weight === 0 ? [] : text.split(' ').filter((one) => one !== '')) {
      counts.set(word, (counts.get(word) ?? 0) + weight);
      length += weight;
    }
  };
  add(title, titleWeight);
  for (const keyword of keywords) add(keyword, keywordsWeight);
  add(answer, answerWeight);
  return { url, counts, length };
};

export const plainScore = (
  documents: readonly PlainDocument[],
  at: number,
  words: readonly string[],
  { k1, b, rarity, factor }: Formula = lucene,
): number => {
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const { counts, length } = documents[at]!;
  let score = 0;
  for (const word of words) {
    const f = counts.get(word) ?? 0;
    if (f === 0) continue;
    const n = documents.filter((document) => document.counts.has(word)).length;
    score += (rarity(documents.length, n) * f * factor) / (f + k1 * (1 - b + (b * length) / mean));
  }
  return score;
};
