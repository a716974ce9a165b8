// What an editor wants to know of a folder of articles: what is broken and how to mend it, what counts, what to link to.
//
//   npm run articles
//   npm run articles -- FOLDER [URL] [--write]
//   npm run articles -- FOLDER --related NAME [--url NAME] [--subject NAME] [--root FOLDER] [--links pages] [URL] [--write]
//
// The second form is for pages that list their links under a name of their own: the names of the fields, and the folder in which urls begin.
// With --write, repairs that are certain are written into the pages, each file whole or not at all; without it they are shown.
// The library reads and writes nothing. This program reads the files, hands their text to the library, and prints.
import {
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  applyRepairs,
  articleGraphBuilder,
  buildTextIndex,
  checkArticleGraph,
  countGraphIssues,
  parseArticle,
  recommendRelated,
  siteReport,
} from 'stem-leadership';
import { pageRank, topArticles } from 'stem-leadership/graph';
import { parseFrontMatter, parsePages, writeRelatedLinks } from 'stem-leadership/text';

const NAME = { type: 'string' };
const refuse = (message) => {
  console.error(message);
  process.exit(2);
};

const readWords = () => {
  try {
    const options = { write: { type: 'boolean' }, related: NAME, url: NAME, subject: NAME, root: NAME, links: NAME };
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return refuse(
      `${error.message.split('. ')[0]}; there are --write, --related, --url, --subject, --root and --links`,
    );
  }
};
const { values, positionals } = readWords();
const { write: isWriting = false, related, url: urlField, subject, root, links } = values;
const [folder = fileURLToPath(new URL('articles', import.meta.url)), wanted] = positionals;
if (related === undefined && [urlField, subject, root, links].some((one) => one !== undefined))
  refuse('--url, --subject, --root and --links go with --related, the field that lists the links');
if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) refuse(`${folder} is no folder`);
/** How the pages of the site name things; nothing where they have the fields related_article1, related_article2 … */
const site = related === undefined ? undefined : { fields: { related, url: urlField, subject }, root, links };
const files = readdirSync(folder, { recursive: true })
  .filter((name) => (site ? /\.(?:md|mdx|markdown)$/u : /\.md$/u).test(name))
  .sort();

/** A bar that grows while something long is done, where somebody looks on; it is gone when all is done. */
const progress = (what) => {
  if (!process.stdout.isTTY) return undefined;
  return (done, total) => {
    const full = Math.floor((30 * done) / total);
    process.stdout.write(done < total ? `\r${what} ${'█'.repeat(full)}${'░'.repeat(30 - full)}` : '\r\x1b[2K');
  };
};

const texts = files.map((name) => {
  const bytes = readFileSync(join(folder, name));
  const text = bytes.toString('utf8');
  // A file whose bytes are not UTF-8 would not come back the same, and is never written.
  return { path: name, text, isWhole: Buffer.from(text).equals(bytes) };
});
const articles = [];
const pages = [];
/** Takes a page that was read as an article. */
const take = (article, { path, text, isWhole }) => {
  articles.push(article);
  if (isWhole) pages.push({ path, text, url: article.url });
};
if (site === undefined) {
  for (const page of texts) {
    const result = parseArticle(page.text);
    if (result.ok) take(result.value, page);
    else console.log(`${page.path}: ${result.issues[0].message}`);
  }
} else {
  const parsed = parsePages(
    texts.map(({ path, text }) => ({ path, text })),
    site,
  );
  for (const { severity, path, message, hint } of parsed.issues)
    if (severity !== 'info') console.log(`${path[0]}: ${message} ${hint ?? ''}`);
  // A page with an error has no article; the articles of the others come in the order of the files.
  const unread = new Set(parsed.issues.flatMap(({ severity, path }) => (severity === 'error' ? [path[0]] : [])));
  texts
    .filter(({ path }) => !unread.has(path))
    .forEach((page, at) => {
      const front = parseFrontMatter(page.text);
      take({ ...parsed.articles[at], answer: front.ok ? front.value.body : '' }, page);
    });
}
if (articles.length === 0) {
  console.log(
    `no article in ${folder}${site ? '' : '; if its pages list their links under one name, give --related NAME'}`,
  );
  process.exit(1);
}
const twice = new Set();
const urls = new Set();
for (const { url } of articles) (urls.has(url) ? twice : urls).add(url);
const builder = articleGraphBuilder();
for (const article of articles) builder.add(article);
const graph = builder.build();

const heading = (text) => console.log(`\n${text}\n${'─'.repeat(text.length)}`);
const percent = ({ part, whole, share }) =>
  `${part} of ${whole}${share === undefined ? '' : ` (${Math.round(100 * share)} %)`}`;

heading(`${graph.nodeCount} articles, ${graph.linkCount} links`);
const report = siteReport(graph);
console.log(`linked to by nobody   ${report.orphans.count}`);
console.log(`linking to nobody     ${report.sinks.count}`);
console.log(`links returned        ${percent(report.reciprocity)}`);
console.log(`links across subjects ${percent(report.crossSubject)}`);

heading('What to mend');
const issues = checkArticleGraph(graph, { onProgress: progress('checking') });
for (const { code, count, articles: pages } of countGraphIssues(issues)) {
  console.log(`${code.padEnd(24)} ${String(count).padStart(5)} on ${pages} pages`);
}
for (const { severity, path, message, hint } of issues.slice(0, 10)) {
  console.log(`\n${severity}: ${path[0]}\n  ${message}\n  → ${hint}`);
}
if (issues.length > 10) console.log(`\n… and ${issues.length - 10} more`);

/** The lines that go and those that come, between the lines that both texts begin and end with. */
const showDifference = (path, before, after) => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  console.log(`\n${path}, from line ${start + 1}`);
  for (const line of old.slice(start, old.length - end)) console.log(`- ${line}`);
  for (const line of now.slice(start, now.length - end)) console.log(`+ ${line}`);
};

/** A whole file or none: the text goes into a file beside it, which then takes its place. What leads out of the folder is left alone. */
const writeWhole = (path, page) => {
  const file = join(folder, path);
  const isInside = `${realpathSync(dirname(file))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
  if (!isInside || lstatSync(file).isSymbolicLink()) {
    console.log(`${path}: leads out of ${folder}, and is not written`);
    return;
  }
  const beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, page, { flag: 'wx', mode: lstatSync(file).mode });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  console.log(`${path}: written`);
};

heading(isWriting ? 'Repairs that are certain, written' : 'Repairs that are certain (write them with --write)');
// Of two pages with one url nobody can say which is meant: neither is written.
const own = pages.filter((page) => !twice.has(page.url));
const ownUrls = new Set(own.map((page) => page.url));
const mended = applyRepairs(articles, issues).filter((article) => ownUrls.has(article.url));
const written = writeRelatedLinks(own, mended, site);
const before = new Map(own.map((page) => [page.path, page.text]));
for (const page of written.pages) {
  if (isWriting) writeWhole(page.path, page.text);
  else showDifference(page.path, before.get(page.path), page.text);
}
for (const { path, message } of written.issues) console.log(`${path[0]}: ${message}`);
if (written.pages.length === 0) console.log('none');

heading('Where readers come most often');
for (const { title, value } of topArticles(graph, pageRank(graph).ranks, { limit: 5 }))
  console.log(`${value.toFixed(4)}  ${title}`);

const url = wanted ?? graph.urlAt(0);
heading(`What could be linked from ${url}`);
const text = buildTextIndex(articles, graph, { onProgress: progress('reading the words') });
for (const { title, reasons } of recommendRelated(graph, url, { limit: 5, text })) {
  console.log(`${title}\n  ${reasons.map(({ message }) => message).join('\n  ')}`);
}
