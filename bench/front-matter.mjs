// How long one article takes: parseArticle against gray-matter with a zod schema of the same fields. Run after `npm run build`:
//   node bench/front-matter.mjs            on the pages of the project
//   STEM_CORPUS_DIR=… node bench/front-matter.mjs   on a folder of real pages (articles/, copies/, clusters/)
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import matter from 'gray-matter';
import { load } from 'js-yaml';
import * as z from 'zod';
import { parseArticle, parseStrategies } from '../dist/text/index.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const version = (name) => createRequire(import.meta.url)(join(project, 'node_modules', name, 'package.json')).version;

function pages() {
  const corpus = process.env.STEM_CORPUS_DIR;
  if (corpus === undefined) {
    console.warn('STEM_CORPUS_DIR is not set: measuring on the pages of the project.');
    return ['docs/examples/article.md', 'tests/fixtures/formulas.md', 'tests/fixtures/code.md'].map((name) =>
      readFileSync(join(project, name), 'utf8'),
    );
  }
  return ['articles', 'copies', 'clusters'].flatMap((folder) =>
    readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(corpus, folder, name), 'utf8')),
  );
}

const text = z.string().min(1);
const related = z.strictObject({ id: z.int(), title: text, subject: text, url: text });
const schema = z.strictObject({
  _schema: text,
  id: z.int(),
  date: z.date(),
  title: text,
  article_title: text,
  date_format: text,
  post_on_text: text,
  seo: z.strictObject({ title: text, page_description: text, page_keywords: text }),
  author: text,
  question: text,
  no_index: z.boolean().optional(),
  answer: text,
  subject: text,
  file_name: text,
  url: text,
  score: z.number().optional(),
  related_article1: related.optional(),
  related_article2: related.optional(),
  related_article3: related.optional(),
  related_article4: related.optional(),
  related_article5: related.optional(),
});
const withTextDate = schema.extend({ date: z.iso.date() });

const texts = pages();
/** A comment makes the fast reader hand over to the YAML parser. */
const foreign = texts.map((page) => page.replace('\nauthor:', '\n# by\nauthor:'));

const contenders = {
  // Options of any kind switch gray-matter's cache off.
  'gray-matter + zod': () => texts.forEach((page) => schema.parse(matter(page, {}).data)),
  'js-yaml + zod (split by hand)': () =>
    texts.forEach((page) => withTextDate.parse(load(page.slice(4, page.indexOf('\n---\n', 4)), { maxAliases: 0 }))),
  parseArticle: () => texts.forEach((page) => mustRead(parseArticle(page))),
  'parseArticle, through the YAML parser': () => foreign.forEach((page) => mustRead(parseArticle(page))),
  'parseArticle + parseStrategies': () => texts.forEach((page) => parseStrategies(mustRead(parseArticle(page)))),
};

function mustRead(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** Contenders take turns, and the best of many short passes counts: what is measured is the code, not what else the machine did. */
function articlesPerSecond(runs) {
  const passes = Math.max(1, Math.ceil(300 / texts.length));
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 25; round += 1) {
    for (const [index, run] of runs.entries()) {
      const start = performance.now();
      for (let pass = 0; pass < passes; pass += 1) run();
      best[index] = Math.min(best[index], performance.now() - start);
    }
  }
  return best.map((milliseconds) => (passes * texts.length * 1000) / milliseconds);
}

const names = Object.keys(contenders);
const rates = articlesPerSecond(Object.values(contenders)).map((rate, index) => [names[index], rate]);
const base = rates[0][1];
console.log(`${texts.length} articles, ${Math.round(texts.join('').length / texts.length)} characters on average`);
console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}, gray-matter ${version('gray-matter')}, js-yaml ${version('js-yaml')}, zod ${version('zod')}\n`,
);
console.log('| reader | articles/s | µs/article | ratio |\n|---|---:|---:|---:|');
for (const [name, rate] of rates) {
  console.log(`| ${name} | ${Math.round(rate)} | ${(1e6 / rate).toFixed(1)} | ${(rate / base).toFixed(2)} |`);
}
