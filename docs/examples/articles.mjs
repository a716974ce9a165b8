// What an editor wants to know of a folder of articles: what is broken and how to mend it, what counts, what to link to.
//
//   npm run articles
//   npm run articles -- FOLDER [URL]
//
// The library reads and writes nothing. This program reads the files, hands their text to the library, and prints.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  articleGraphBuilder,
  buildTextIndex,
  checkArticleGraph,
  countGraphIssues,
  parseArticle,
  recommendRelated,
  siteReport,
} from 'stem-leadership';
import { pageRank, topArticles } from 'stem-leadership/graph';

const [folder = fileURLToPath(new URL('articles', import.meta.url)), wanted] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.md'))
  .sort();

/** A bar that grows while something long is done, where somebody looks on; it is gone when all is done. */
const progress = (what) => {
  if (!process.stdout.isTTY) return undefined;
  return (done, total) => {
    const full = Math.floor((30 * done) / total);
    process.stdout.write(done < total ? `\r${what} ${'█'.repeat(full)}${'░'.repeat(30 - full)}` : '\r\x1b[2K');
  };
};

const builder = articleGraphBuilder();
const articles = [];
for (const name of files) {
  const result = parseArticle(readFileSync(join(folder, name), 'utf8'));
  if (result.ok) {
    builder.add(result.value);
    articles.push(result.value);
  } else console.log(`${name}: ${result.issues[0].message}`);
}
if (articles.length === 0) {
  console.log(`no article in ${folder}`);
  process.exit(1);
}
const graph = builder.build();

const heading = (text) => console.log(`\n${text}\n${'─'.repeat(text.length)}`);
const percent = ({ part, whole, share }) =>
  `${part} of ${whole}${share === undefined ? '' : ` (${Math.round(100 * share)} %)`}`;

heading(`${graph.nodeCount} articles, ${graph.linkCount} links`);
const site = siteReport(graph);
console.log(`linked to by nobody   ${site.orphans.count}`);
console.log(`linking to nobody     ${site.sinks.count}`);
console.log(`links returned        ${percent(site.reciprocity)}`);
console.log(`links across subjects ${percent(site.crossSubject)}`);

heading('What to mend');
const issues = checkArticleGraph(graph, { onProgress: progress('checking') });
for (const { code, count, articles: pages } of countGraphIssues(issues)) {
  console.log(`${code.padEnd(24)} ${String(count).padStart(5)} on ${pages} pages`);
}
for (const { severity, path, message, hint } of issues.slice(0, 10)) {
  console.log(`\n${severity}: ${path[0]}\n  ${message}\n  → ${hint}`);
}
if (issues.length > 10) console.log(`\n… and ${issues.length - 10} more`);

heading('Where readers come most often');
for (const { title, value } of topArticles(graph, pageRank(graph).ranks, { limit: 5 }))
  console.log(`${value.toFixed(4)}  ${title}`);

const url = wanted ?? graph.urlAt(0);
heading(`What could be linked from ${url}`);
const text = buildTextIndex(articles, graph, { onProgress: progress('reading the words') });
for (const { title, reasons } of recommendRelated(graph, url, { limit: 5, text })) {
  console.log(`${title}\n  ${reasons.map(({ message }) => message).join('\n  ')}`);
}
