import { nearestUrl, unknownArticle } from '../articles/find-article.js';
import { mostWordsOf, packText, unitOf, unpackText, wordCountOf } from '../packed/packed-text.js';
import { refuseNoText } from '../../common/refuse.js';

/** The urls of documents, packed one after the other: see `packed-text` for what a form and words are. */
export interface PackedUrls {
  /** Url `d` begins at word `urlStarts[d]`. */
  readonly urlStarts: Int32Array;
  readonly urlForms: Int32Array;
  readonly urlWords: Int32Array;
}

/** The same of an index. */
type IndexUrls = PackedUrls & { readonly documentCount: number };

export const packUrls = (urls: readonly string[]): PackedUrls => {
  const urlStarts = new Int32Array(urls.length + 1);
  const urlForms = new Int32Array(urls.length);
  let room = 0;
  for (const url of urls) room += mostWordsOf(url.length);
  const words = new Int32Array(room);
  urls.forEach((url, d) => {
    const form = packText(url, words, urlStarts[d]!);
    urlForms[d] = form;
    urlStarts[d + 1] = urlStarts[d]! + wordCountOf(form);
  });
  return { urlStarts, urlForms, urlWords: words.subarray(0, urlStarts[urls.length]) };
};

export const urlOfDocument = ({ urlStarts, urlForms, urlWords }: PackedUrls, document: number): string =>
  unpackText(urlWords, urlStarts[document]!, urlForms[document]!);

/** Below 0 where the url of a document comes before this one, above 0 where it comes after. */
const compareUrl = ({ urlStarts, urlForms, urlWords }: PackedUrls, document: number, url: string): number => {
  const start = urlStarts[document]!;
  const form = urlForms[document]!;
  const length = form >>> 1;
  const shorter = Math.min(length, url.length);
  for (let i = 0; i < shorter; i++) {
    const difference = unitOf(urlWords, start, form, i) - url.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - url.length;
};

/** The document of a url, or −1. Documents stand in the order of their urls, so that halving finds one. */
export const documentOfUrl = (index: IndexUrls, url: string): number => {
  let low = 0;
  let high = index.documentCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareUrl(index, middle, url) < 0) low = middle + 1;
    else high = middle;
  }
  return low < index.documentCount && compareUrl(index, low, url) === 0 ? low : -1;
};

/** The document of a url, or throws, naming the url most like it. */
export const knownDocument = (caller: string, index: IndexUrls, url: string): number => {
  refuseNoText(caller, 'the url', url);
  const document = documentOfUrl(index, url);
  if (document >= 0) return document;
  const urls = { nodeCount: index.documentCount, urlAt: (node: number) => urlOfDocument(index, node) };
  throw unknownArticle(caller, url, nearestUrl(urls, url));
};

/** Whether urls lie one after the other, are packed as `packText` packs them, and ascend. */
export const areUrlsSound = (index: IndexUrls): boolean => {
  const { documentCount, urlStarts, urlForms, urlWords } = index;
  if (urlStarts[0] !== 0 || urlStarts[documentCount] !== urlWords.length) return false;
  for (let d = 0; d < documentCount; d++) {
    const form = urlForms[d]!;
    if (form < 0 || urlStarts[d]! + wordCountOf(form) !== urlStarts[d + 1]) return false;
  }
  let last = '';
  for (let d = 0; d < documentCount; d++) {
    const url = urlOfDocument(index, d);
    if (d > 0 && url <= last) return false;
    const words = new Int32Array(mostWordsOf(url.length));
    if (packText(url, words, 0) !== urlForms[d]) return false;
    for (let i = 0; i < wordCountOf(urlForms[d]!); i++) if (words[i] !== urlWords[urlStarts[d]! + i]) return false;
    last = url;
  }
  return true;
};
