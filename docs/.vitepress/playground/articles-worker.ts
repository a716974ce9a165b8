// Reads, checks and mends a folder of pages away from the page. Pages come as files in batches; what is shown goes back.
import {
  applyRepairs,
  articleGraphBuilder,
  checkArticleGraph,
  countGraphIssues,
  siteReport,
  neighbourhood,
} from 'stem-leadership/graph';
import { neighbourhoodPicture, reportHtml } from 'stem-leadership/display';
import type { GraphArticle } from 'stem-leadership/model';
import { type ParsePageOptions, parsePages, type SitePage, writeRelatedLinks } from 'stem-leadership/text';
import { answerAtDesk, type Progress } from './desk.js';
import { zip } from './files.js';
import { generatedPage } from './generated-pages.js';

export type SiteNames = Pick<ParsePageOptions, 'fields' | 'root'>;

export type ArticlesTask =
  | { readonly kind: 'files'; readonly files: readonly { readonly path: string; readonly file: Blob }[] }
  | { readonly kind: 'generate'; readonly pages: number }
  | { readonly kind: 'check'; readonly site: SiteNames }
  | { readonly kind: 'neighbourhood'; readonly url: string };

/** The neighbourhood of an article as a drawing; nothing where there is no such article. */
export interface Around {
  readonly picture: string | undefined;
}

export interface ArticlesAnswer {
  readonly pages: number;
  readonly articles: number;
  readonly links: number;
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
  readonly unreadableCount: number;
  readonly kinds: readonly {
    readonly code: string;
    readonly count: number;
    readonly articles: number;
    readonly severity: string;
    readonly first: readonly { readonly url: string; readonly message: string; readonly hint?: string | undefined }[];
  }[];
  /** The report of the site as HTML; empty where there are no articles. */
  readonly report: string;
  readonly mended: number;
  /** The pages with certain repairs; nothing where there are none, or too many for one file. */
  readonly zip: Blob | undefined;
  /** Every issue there is, as JSON. */
  readonly issues: Blob;
  readonly titles: readonly { readonly url: string; readonly title: string }[];
  readonly milliseconds: number;
}

const MOST_SHOWN = 20;
const BATCH = 500;
const MOST_TITLES = 500;

/** As many files as the directory of a zip can count. */
const MOST_IN_ZIP = 65_535;

const pages: SitePage[] = [];
const unopened: { path: string; message: string }[] = [];
let graph: ReturnType<ReturnType<typeof articleGraphBuilder>['build']> | undefined;

const check = (site: SiteNames, report: (progress: Progress) => void): ArticlesAnswer => {
  const progress = (step: string) => (done: number, total: number) => report({ step, done, total });
  const begun = performance.now();
  const articles: GraphArticle[] = [];
  const unreadable = [...unopened];
  const tell = progress('reading');
  for (let from = 0; from < pages.length; from += BATCH) {
    const read = parsePages(pages.slice(from, from + BATCH), site);
    articles.push(...read.articles);
    for (const { severity, path, message } of read.issues) {
      if (severity === 'error') unreadable.push({ path: String(path[0]), message });
    }
    tell(Math.min(from + BATCH, pages.length), pages.length);
  }
  const builder = articleGraphBuilder();
  for (const article of articles) builder.add(article);
  graph = builder.build();
  const issues = checkArticleGraph(graph, { onProgress: progress('checking') });
  const kinds = countGraphIssues(issues).map(({ code, count, articles: on }) => {
    const own = issues.filter((issue) => issue.code === code);
    const first = own.slice(0, MOST_SHOWN).map(({ url, message, hint }) => ({ url, message, hint }));
    return { code, count, articles: on, severity: own[0]?.severity ?? 'info', first };
  });
  progress('mending')(0, 1);
  const byUrl = new Map<string, number>();
  for (const { url } of articles) byUrl.set(url, (byUrl.get(url) ?? 0) + 1);
  // Of two pages with one url nobody can say which is meant: neither is written.
  const repairs = applyRepairs(articles, issues).filter(({ url }) => byUrl.get(url) === 1);
  const written = writeRelatedLinks(pages, repairs, site);
  progress('mending')(1, 1);
  return {
    pages: pages.length,
    articles: graph.nodeCount,
    links: graph.linkCount,
    unreadable: unreadable.slice(0, MOST_SHOWN),
    unreadableCount: unreadable.length,
    kinds,
    report:
      graph.nodeCount === 0
        ? ''
        : reportHtml(
            { kind: 'site', site: siteReport(graph) },
            { fragment: true, headingLevel: 2, idPrefix: 'site-', limit: 50 },
          ),
    mended: written.pages.length,
    zip: written.pages.length === 0 || written.pages.length > MOST_IN_ZIP ? undefined : zip(written.pages),
    issues: new Blob([`${JSON.stringify(issues, null, 2)}\n`], { type: 'application/json' }),
    titles: articles.slice(0, MOST_TITLES).map(({ url, title }) => ({ url, title })),
    milliseconds: Math.round(performance.now() - begun),
  };
};

/** Larger files are no pages that people read. */
const LARGEST_PAGE = 10_000_000;

const take = async (files: readonly { readonly path: string; readonly file: Blob }[]): Promise<void> => {
  for (const { path, file } of files) {
    if (file.size > LARGEST_PAGE) {
      unopened.push({ path, message: `The file has ${file.size} bytes; at most ${LARGEST_PAGE} are read.` });
      continue;
    }
    try {
      pages.push({ path, text: await file.text() });
    } catch {
      unopened.push({
        path,
        message: 'The browser could not open the file: it was moved or changed since it was chosen.',
      });
    }
  }
};

answerAtDesk<ArticlesTask>(async (task, report) => {
  switch (task.kind) {
    case 'files':
      return take(task.files);
    case 'generate':
      for (let at = 0; at < task.pages; at++) {
        pages.push(generatedPage(at, task.pages));
        if (at % BATCH === 0) report({ step: 'generating', done: at, total: task.pages });
      }
      return undefined;
    case 'check':
      return check(task.site, report);
    case 'neighbourhood': {
      const found = graph && neighbourhood(graph, task.url, { limit: 30 });
      return { picture: found && neighbourhoodPicture(found, { idPrefix: 'around-' }) } satisfies Around;
    }
  }
});
