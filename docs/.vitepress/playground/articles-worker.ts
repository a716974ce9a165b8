// Reads, checks and mends a folder of pages away from the page. Pages come as files in batches; what is shown goes back.
import {
  applyRepairs,
  articleGraphBuilder,
  checkArticleGraph,
  countGraphIssues,
  siteReport,
  neighbourhood,
} from 'stem-leadership/graph';
import type { GraphArticle, Neighbourhood } from 'stem-leadership/model';
import { type ParsePageOptions, parsePages, type SitePage, writeRelatedLinks } from 'stem-leadership/text';
import { zip } from './files.js';
import { generatedPage } from './generated-pages.js';

export type SiteNames = Pick<ParsePageOptions, 'fields' | 'root'>;

export type ArticlesTask =
  | { readonly kind: 'files'; readonly files: readonly { readonly path: string; readonly file: Blob }[] }
  | { readonly kind: 'generate'; readonly pages: number }
  | { readonly kind: 'check'; readonly site: SiteNames }
  | { readonly kind: 'neighbourhood'; readonly url: string };

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
  readonly report: ReturnType<typeof siteReport>;
  readonly mended: number;
  readonly zip: Blob | undefined;
  readonly titles: readonly { readonly url: string; readonly title: string }[];
  readonly milliseconds: number;
}

export type ArticlesReply =
  | { readonly kind: 'received'; readonly files: number }
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly answer: ArticlesAnswer }
  | { readonly kind: 'neighbourhood'; readonly url: string; readonly neighbourhood: Neighbourhood | undefined }
  | { readonly kind: 'failed'; readonly message: string };

const MOST_SHOWN = 20;
const BATCH = 500;
const MOST_TITLES = 500;

const pages: SitePage[] = [];
let graph: ReturnType<ReturnType<typeof articleGraphBuilder>['build']> | undefined;

const reply = (message: ArticlesReply): void => postMessage(message);
const progress = (step: string) => (done: number, total: number) => reply({ kind: 'progress', step, done, total });

const check = (site: SiteNames): ArticlesAnswer => {
  const begun = performance.now();
  const articles: GraphArticle[] = [];
  const unreadable: { path: string; message: string }[] = [];
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
    report: siteReport(graph),
    mended: written.pages.length,
    zip: written.pages.length === 0 ? undefined : zip(written.pages),
    titles: articles.slice(0, MOST_TITLES).map(({ url, title }) => ({ url, title })),
    milliseconds: Math.round(performance.now() - begun),
  };
};

const answer = async (task: ArticlesTask): Promise<void> => {
  switch (task.kind) {
    case 'files':
      for (const { path, file } of task.files) pages.push({ path, text: await file.text() });
      return reply({ kind: 'received', files: pages.length });
    case 'generate': {
      const tell = progress('generating');
      for (let at = 0; at < task.pages; at++) {
        pages.push(generatedPage(at, task.pages));
        if (at % BATCH === 0) tell(at, task.pages);
      }
      return reply({ kind: 'received', files: pages.length });
    }
    case 'check':
      return reply({ kind: 'answer', answer: check(task.site) });
    case 'neighbourhood':
      return reply({
        kind: 'neighbourhood',
        url: task.url,
        neighbourhood: graph && neighbourhood(graph, task.url, { limit: 30 }),
      });
  }
};

// One task after the other: files arrive in batches, and the check comes last.
let queue: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<ArticlesTask>) => {
  queue = queue
    .then(() => answer(data))
    .catch((error: unknown) =>
      reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
});
