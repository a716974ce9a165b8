import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import type { FrozenArticleGraph } from '../../../src/graph/articles/frozen-article-graph.js';
import { buildTextIndex, type TextArticle, type TextIndexOptions } from '../../../src/graph/words/build-text-index.js';
import { urlOfDocument } from '../../../src/graph/words/document-urls.js';
import type { TextIndex } from '../../../src/graph/words/text-index.js';

/** A graph of texts that name no others. */
export const graphOfTexts = (articles: readonly TextArticle[]): FrozenArticleGraph =>
  buildArticleGraph(articles.map(({ url, id = 0, title, subject = '' }) => ({ url, id, title, subject, related: [] })));

/** An index of texts alone. */
export const indexOf = (articles: readonly TextArticle[], options: TextIndexOptions = {}): TextIndex =>
  buildTextIndex(articles, graphOfTexts(articles), options);

/** The urls of the documents of an index, in their order. */
export const urlsOf = (index: TextIndex): string[] =>
  Array.from({ length: index.documentCount }, (_, document) => urlOfDocument(index, document));
