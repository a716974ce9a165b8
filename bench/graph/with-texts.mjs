// The text index and recommendations of a whole site with texts, by processor time; beside another build of this library, where one is given,
// in turns, each time in a Node of its own.
//   npm run build && node bench/graph/with-texts.mjs [articles] [rounds] [dist folder of another commit]
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import { modelArticles, modelTexts, relatedArticleModel } from './model.mjs';
import { median } from './turns.mjs';

const own = fileURLToPath(new URL('../../dist', import.meta.url));
const LIMIT = 5;

const timed = (run) => {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return [value, (user + system) / 1000];
};

/** One turn: what each step takes of the processor, in milliseconds, and a digest of what came out. */
const turn = async (dist, count) => {
  const { buildArticleGraph, buildTextIndex, recommendAll } = await import(
    pathToFileURL(join(dist, 'graph/index.js')).href
  );
  const texts = modelTexts(count);
  const articles = [...modelArticles(relatedArticleModel(count))].map((article, i) => ({
    ...texts[i],
    ...article,
    title: texts[i].title,
  }));
  const [graph, build] = timed(() => buildArticleGraph(articles));
  // The start of this work took no graph, and called the limit k.
  const isFormer = buildTextIndex.length < 2;
  const limit = isFormer ? { k: LIMIT } : { limit: LIMIT };
  const [text, index] = timed(() => (isFormer ? buildTextIndex(articles) : buildTextIndex(articles, graph)));
  const [lists, recommend] = timed(() => recommendAll(graph, { ...limit, text }));
  let digest = 0;
  for (const { url, related } of lists) {
    for (const sign of [url, ...related.map((link) => link.url)].join(' '))
      digest = (Math.imul(digest, 31) + sign.charCodeAt(0)) | 0;
  }
  console.log(JSON.stringify({ build, index, recommend, digest }));
};

if (process.argv[2] === 'turn') await turn(process.argv[3], Number(process.argv[4]));
else {
  const count = Number(process.argv[2] ?? 35_000);
  const rounds = Number(process.argv[3] ?? 3);
  const builds = { 'this build': own, ...(process.argv[4] && { 'the other build': resolve(process.argv[4]) }) };
  const turns = Object.fromEntries(Object.keys(builds).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, dist] of Object.entries(builds)) {
      const args = ['--max-old-space-size=6000', fileURLToPath(import.meta.url), 'turn', dist, String(count)];
      turns[name].push(JSON.parse(spawnSync(process.execPath, args, { maxBuffer: 2 ** 26 }).stdout.toString()));
    }
  }
  const of = (name, step) => median(turns[name].map((one) => one[step]));
  console.log(
    `\n| ${count.toLocaleString('en')} articles, ms of the processor | buildArticleGraph | buildTextIndex | recommendAll | the lists |`,
  );
  console.log('|---|---:|---:|---:|---:|');
  for (const name of Object.keys(builds)) {
    const cells = ['build', 'index', 'recommend'].map((step) => of(name, step).toFixed(0));
    console.log(`| ${name} | ${cells.join(' | ')} | ${turns[name][0].digest} |`);
  }
}
