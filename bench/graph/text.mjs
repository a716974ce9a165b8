// More-like-this beside text search libraries, over the same made-up texts, in turns. Run after `npm run build`:
//   node --max-old-space-size=12000 bench/graph/text.mjs [documents] [rounds]
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildArticleGraph, buildTextIndex, keyTerms, moreLikeThis } from '../../dist/graph/index.js';
import { startLimit, temporary } from './child.mjs';
import { chances, modelTexts } from './model.mjs';
import { judgeTimes, machine, mustAgree, printTargets, printTimes, takeTurns, timed } from './turns.mjs';

const require = createRequire(import.meta.url);
const MiniSearch = require('minisearch');
const wink = require('wink-bm25-text-search');
const { string } = require('wink-nlp-utils');

const sizes = process.argv[2] ? [Number(process.argv[2])] : [2000, 20_000];
const rounds = Number(process.argv[3] ?? 7);
const QUERIES = 200;
const K1 = 1.2;
const B = 0.75;

const wordsOf = (text) => text.split(' ');
/** Every word counts once wherever it stands, so that all have the same scores to find. */
const weights = { title: 1, keywords: 1, answer: 1 };

/** The graph is there before the index is built: a site has one anyway. Kept, so that its building is not in the time. */
const graphs = new Map();
const graphOf = (texts) => {
  if (!graphs.has(texts)) {
    const articles = texts.map(({ url, id, title }) => ({ url, id, title, subject: '', related: [] }));
    graphs.set(texts, buildArticleGraph(articles));
  }
  return graphs.get(texts);
};

const build = {
  '**buildTextIndex**': (texts) => buildTextIndex(texts, graphOf(texts), { weights }),
  minisearch: (texts) => {
    const index = new MiniSearch({ fields: ['text'], tokenize: wordsOf, processTerm: (term) => term });
    index.addAll(texts);
    return index;
  },
  'wink-bm25-text-search': (texts) => {
    const index = wink();
    index.defineConfig({ fldWeights: { text: 1 }, bm25Params: { k1: K1, b: B, k: 1 } });
    index.definePrepTasks([string.tokenize0]);
    for (const { id, text } of texts) index.addDoc({ text }, id);
    index.consolidate();
    return index;
  },
};

/** BM25 in floating point, plainly: what all are held against. */
const exactly = (texts) => {
  const lengths = [];
  const postings = new Map();
  texts.forEach(({ text }, document) => {
    const words = wordsOf(text);
    lengths.push(words.length);
    const counts = new Map();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      if (!postings.has(word)) postings.set(word, []);
      postings.get(word).push([document, count]);
    }
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (document, terms) => {
    const scores = new Map();
    for (const term of terms) {
      const row = postings.get(term);
      const rarity = Math.log(1 + (texts.length - row.length + 0.5) / (row.length + 0.5));
      for (const [other, count] of row) {
        const weight = (rarity * count) / (count + K1 * (1 - B + (B * lengths[other]) / mean));
        scores.set(other, (scores.get(other) ?? 0) + weight);
      }
    }
    scores.delete(document);
    return scores;
  };
};

/** Of the ten found, those that are among the ten best; one that ties with the tenth is. */
const overlapOf = (scores, found) => {
  const tenth = [...scores.values()].sort((a, b) => b - a)[9] ?? 0;
  return found.filter((document) => (scores.get(document) ?? 0) >= tenth - 1e-9).length / Math.min(10, scores.size);
};

const perQuery = async (reply) => {
  const { ms, cpu } = await reply;
  return { ms: ms / QUERIES, cpu: cpu / QUERIES };
};

const textsFile = (texts, asked) => {
  const path = temporary('texts.bin');
  const bytes = texts.map(({ text }) => Buffer.from(text));
  const head = Int32Array.from([texts.length, asked.length, ...asked, ...bytes.map(({ length }) => length)]);
  writeFileSync(path, Buffer.concat([Buffer.from(head.buffer), ...bytes]));
  return path;
};

const measure = async (howMany) => {
  const title = `${howMany.toLocaleString('en')} documents`;
  const texts = modelTexts(howMany).map((one) => ({
    ...one,
    url: String(one.id).padStart(7, '0'),
    text: [one.title, ...one.keywords, one.answer].join(' '),
  }));
  graphOf(texts);
  const documentOf = new Map(texts.map(({ url }, document) => [url, document]));
  const chance = chances(13);
  const asked = Array.from({ length: QUERIES }, () => Math.floor(chance() * howMany));
  const limit = await startLimit('more-like-this', textsFile(texts, asked));
  const [own, ...others] = Object.keys(build);
  const built = await takeTurns(
    [
      ...Object.entries(build).map(([name, run]) => ({ name, run: () => void run(texts) })),
      ...(limit ? [{ name: 'the limit, in C', run: () => limit.time('build') }] : []),
    ],
    { rounds: Math.min(rounds, 5) },
  );
  printTimes(`Text index, ${title}`, built);

  const index = build[own](texts);
  const miniSearch = build.minisearch(texts);
  const winkIndex = build['wink-bm25-text-search'](texts);
  const terms = asked.map((document) => keyTerms(index, texts[document].url, { limit: 25 }));
  const scoresOf = exactly(texts);
  const scores = asked.map((document, q) => scoresOf(document, terms[q]));
  const options = { combineWith: 'OR', prefix: false, fuzzy: false, bm25: { k: K1, b: B, d: 0 } };
  // One more than ten from those that find the document itself too.
  const others10 = (documents, q) => documents.filter((document) => document !== asked[q]).slice(0, 10);
  const ask = {
    [own]: (q) => moreLikeThis(index, texts[asked[q]].url).map(({ url }) => documentOf.get(url)),
    minisearch: (q) =>
      miniSearch
        .search(terms[q].join(' '), options)
        .slice(0, 11)
        .map(({ id }) => id),
    'wink-bm25-text-search': (q) => winkIndex.search(terms[q].join(' '), 11).map(([id]) => Number(id)),
  };
  const checked = howMany > 5000 ? 40 : QUERIES;
  const said = new Map();
  const overlap = (many, found) => {
    let sum = 0;
    for (let q = 0; q < many; q++) sum += overlapOf(scores[q], others10(found(q), q));
    return sum / many;
  };
  for (const [name, run] of Object.entries(ask))
    said.set(name, overlap(name === own ? QUERIES : checked, run).toFixed(3));
  if (limit) {
    const answer = await limit.answer('query', Int32Array);
    said.set('the limit, in C', overlap(QUERIES, (q) => [...answer.subarray(10 * q, 10 * q + 10)]).toFixed(3));
  }
  // minisearch multiplies a score by how many of the words were found, which BM25 does not.
  for (const [name, share] of said)
    if (name !== 'minisearch') mustAgree(`the ten found by ${name}`, 1 - Number(share), 0.02);

  // The short ones are asked many at a time, because one is too short for the clock.
  let turn = 0;
  const times = await takeTurns(
    [
      { name: own, run: () => timed(ask[own], QUERIES) },
      ...others.map((name) => ({
        name,
        run: () => {
          turn = (turn + 5) % QUERIES;
          return timed((k) => ask[name](turn + k), 5);
        },
      })),
      ...(limit ? [{ name: 'the limit, in C', run: () => perQuery(limit.time('query')) }] : []),
    ],
    { rounds: 2 * rounds + 1 },
  );
  limit?.stop();
  const named = (map) => new Map([...map].map(([name, value]) => [name === own ? '**moreLikeThis**' : name, value]));
  printTimes(`More like this, top 10 of ${title}`, named(times), {
    said: named(said),
    saying: 'overlap@10 with exact BM25',
  });
  if (howMany < 20_000) return;
  judgeTimes('more-like-this query against minisearch', times, own, 'minisearch', { atLeast: 200 });
  judgeTimes('more-like-this query against wink', times, own, 'wink-bm25-text-search', { atLeast: 150 });
  judgeTimes('text index build against minisearch', built, own, 'minisearch', { atLeast: 8 });
  judgeTimes('more-like-this query, times the limit in C', times, own, 'the limit, in C', { atMost: 2.5 });
  judgeTimes('text index build, times the limit in C', built, own, 'the limit, in C', { atMost: 3 });
};

console.log(machine());
for (const size of sizes) await measure(size);
printTargets(`${sizes.at(-1).toLocaleString('en')} documents`);
