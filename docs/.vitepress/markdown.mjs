// What the site adds to a page while it is made: links that leave docs/ lead to pages, words of the glossary are linked where a page first
// uses them, and the table of benchmarks gets its chart. The pages themselves stay plain Markdown.
import { relative } from 'node:path';
import { benchmarkChart } from './pages/benchmark-chart.mjs';
import { glossaryWords, wordId } from './pages/glossary-words.mjs';
import { root, siteLink } from './links.mjs';

const linkTokens = (tokens) =>
  tokens.flatMap((token) => [token, ...(token.children ?? [])]).filter(({ type }) => type === 'link_open');

const leadLinks = (state) => {
  const { path } = state.env;
  if (!path) return;
  const from = relative(root, path);
  // Pages made by the site have their links led already.
  if (from.startsWith('docs/generated/')) return;
  for (const token of linkTokens(state.tokens)) {
    const at = token.attrIndex('href');
    if (at >= 0) token.attrs[at][1] = siteLink(from, token.attrs[at][1]);
  }
};

/** The tokens of a text in which the words not seen yet are links. */
const withWords = (token, words, seen, state) => {
  const pieces = [];
  let rest = token.content;
  const push = (text) => {
    if (text === '') return;
    const piece = new state.Token('text', '', 0);
    piece.content = text;
    pieces.push(piece);
  };
  for (;;) {
    const match = words.pattern.exec(rest);
    if (!match) break;
    const word = words.byName.get(match[1].toLowerCase());
    const before = rest.slice(0, match.index);
    rest = rest.slice(match.index + match[0].length);
    if (seen.has(word.name)) {
      push(before + match[0]);
      continue;
    }
    seen.add(word.name);
    push(before);
    const open = new state.Token('link_open', 'a', 1);
    open.attrs = [
      ['href', `/glossary.md#${wordId(word.name)}`],
      ['class', 'glossary-word'],
      ['title', word.meaning],
    ];
    pieces.push(open);
    push(match[0]);
    pieces.push(new state.Token('link_close', 'a', -1));
  }
  push(rest);
  return pieces;
};

const linkWords = (state) => {
  const from = state.env.path ? relative(root, state.env.path) : '';
  if (!/^docs\/(?!generated\/|glossary\.md|index\.md|playground\/)/u.test(from)) return;
  const words = glossaryWords();
  const seen = new Set();
  state.tokens.forEach((token, at) => {
    // Running text only: no headings, no tables.
    if (token.type !== 'inline' || state.tokens[at - 1]?.type !== 'paragraph_open') return;
    let depth = 0;
    token.children = token.children.flatMap((child) => {
      if (child.type === 'link_open') depth++;
      if (child.type === 'link_close') depth--;
      return child.type === 'text' && depth === 0 ? withWords(child, words, seen, state) : [child];
    });
  });
};

/** Each row of the glossary can be linked to. */
const nameWords = (state) => {
  if (!state.env.path?.endsWith('docs/glossary.md')) return;
  for (const { type, children } of state.tokens) {
    if (type !== 'inline') continue;
    children.forEach((child, at) => {
      if (child.type !== 'strong_open') return;
      const text = children[at + 1]?.content ?? '';
      const [first, ...others] = text.split(', ').map(wordId);
      child.attrSet('id', first);
      const anchors = others.map((id) => {
        const token = new state.Token('html_inline', '', 0);
        token.content = `<span id="${id}"></span>`;
        return token;
      });
      children.splice(at, 0, ...anchors);
    });
  }
};

const drawBenchmarks = (state) => {
  if (!state.env.path?.endsWith('docs/benchmarks.md')) return;
  const at = state.tokens.findIndex(({ type }) => type === 'table_open');
  const end = state.tokens.findIndex(({ type }) => type === 'table_close');
  if (at < 0) return;
  const rows = [];
  for (const { type, content } of state.tokens.slice(at, end)) {
    if (type === 'tr_open') rows.push([]);
    if (type === 'inline') rows.at(-1).push(content);
  }
  const token = new state.Token('html_block', '', 0);
  token.content = benchmarkChart(rows.slice(1).map(([job, peer, ratio]) => ({ job, peer, ratio: Number(ratio) })));
  state.tokens.splice(at, 0, token);
};

export const extendMarkdown = (md) => {
  md.core.ruler.push('stem-links', leadLinks);
  md.core.ruler.push('stem-glossary-rows', nameWords);
  md.core.ruler.push('stem-words', linkWords);
  md.core.ruler.push('stem-benchmarks', drawBenchmarks);
};
