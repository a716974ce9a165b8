import { at } from '../../common/at.js';
import { byCodeUnits } from '../../common/code-units.js';
import type { SharedNames } from './shared-names.js';
import type { ArticleData } from '../articles/article-table.js';
import { articleSlug, endsInSlugOf, lastSegment } from '../articles/article-slug.js';
import type { FrozenArticleGraph, RefusedArticle } from '../articles/frozen-article-graph.js';
import { SEVERITIES, type GraphCode, type GraphIssue, type PageCode } from './graph-issue.js';
import { quoted, quotedApart } from './names-apart.js';
import { urlMatchesNames } from './url-matches-names.js';

/** The issues of articles themselves, by node. */
export interface PageIssues {
  /** Ordered by code. */
  readonly issuesOf: (page: number) => readonly GraphIssue[];
}

interface Found extends Pick<GraphIssue, 'message' | 'repair' | 'severity' | 'hint'> {
  readonly code: PageCode;
  readonly inList?: boolean;
}

const NONE: readonly GraphIssue[] = [];
const QUESTIONS = '/questions/';
const MOST_NAMED = 5;

/** Some of many, and how many more there are. */
const several = <T>(items: ArrayLike<T>, nameOf: (item: T) => string): string => {
  const names = Array.from({ length: Math.min(items.length, MOST_NAMED) }, (_, i) => nameOf(at(items, i))).join(', ');
  return items.length > MOST_NAMED ? `${names} and ${items.length - MOST_NAMED} more` : names;
};

/** File, slug and folder: what the url says against what the article says. Strings are only compared, never made, where all agree. */
const namingIssues = (graph: FrozenArticleGraph, page: number): readonly Found[] => {
  const url = graph.urlAt(page);
  const [start, end] = lastSegment(url);
  const found: Found[] = [];
  const fileName = graph.fileNameAt(page);
  if (fileName !== undefined) {
    const dot = fileName.lastIndexOf('.');
    const stem = fileName.slice(fileName.lastIndexOf('/') + 1, dot > fileName.lastIndexOf('/') + 1 ? dot : undefined);
    if (stem.length !== end - start || !url.startsWith(stem, start)) {
      const segment = url.slice(start, end);
      const asFile = quotedApart(fileName, segment + fileName.slice(fileName.lastIndexOf('/') + 1 + stem.length))[0];
      const asUrl = quotedApart(segment, stem)[0];
      found.push({
        code: 'file-name-differs',
        severity: SEVERITIES['file-name-differs'],
        message: `The file ${asFile} has another name than the last part of its url, ${asUrl}.`,
        hint: 'Rename the file or correct the url; a changed url needs every link to it changed.',
      });
    }
  }
  const folderEnd = start - QUESTIONS.length;
  if (folderEnd <= 0 || !url.startsWith(QUESTIONS, folderEnd)) return found;
  const folderStart = url.lastIndexOf('/', folderEnd - 1) + 1;
  const subject = graph.subjectAt(page);
  if (!endsInSlugOf(subject, url, folderStart, folderEnd)) {
    found.push({
      code: 'subject-folder-differs',
      severity: SEVERITIES['subject-folder-differs'],
      message: `The subject ${quoted(subject)} goes with the folder ${quoted(articleSlug(subject))}; the url has ${quoted(url.slice(folderStart, folderEnd))}.`,
      hint: 'Correct the subject, or move the article.',
    });
  }
  const title = graph.titleAt(page);
  if (!endsInSlugOf(title, url, start, end)) {
    found.push({
      code: 'title-slug-differs',
      severity: SEVERITIES['title-slug-differs'],
      message: `The title ${quoted(title)} does not go with the last part of the url, ${quoted(url.slice(start, end))}.`,
      hint: 'If the title changed after publication, do nothing; keep the url.',
    });
  }
  return found;
};

/** Whether the numbers of a list are 1, 2, 3 …: those of most lists are. */
const isNumbered = ({ writtenStarts, writtenSlots }: ArticleData, page: number): boolean => {
  const start = writtenStarts[page]!;
  for (let e = start; e < writtenStarts[page + 1]!; e++) if (writtenSlots[e] !== e - start + 1) return false;
  return true;
};

const numberingIssues = (graph: FrozenArticleGraph, table: ArticleData, page: number): readonly Found[] => {
  if (isNumbered(table, page)) return [];
  const slots = table.writtenSlots.subarray(table.writtenStarts[page], table.writtenStarts[page + 1]);
  const different = new Set(slots);
  const repair = { kind: 'renumber', certain: true, url: graph.urlAt(page) } as const;
  const numbers = several(slots, String);
  const common = { hint: 'Number the entries 1, 2, 3 … in their order.', repair, inList: true } as const;
  const found: Found[] = [];
  if (different.size < slots.length) {
    found.push({
      code: 'repeated-slot',
      severity: SEVERITIES['repeated-slot'],
      message: `Two related links have one number: ${numbers}.`,
      ...common,
    });
  }
  if (different.size < slots.at(-1)!) {
    found.push({
      code: 'slot-gap',
      severity: SEVERITIES['slot-gap'],
      message: `The numbers of the related links have gaps: ${numbers}.`,
      ...common,
    });
  }
  return found;
};

const repeatedUrl = (graph: FrozenArticleGraph, page: number, refused: RefusedArticle): Found => ({
  code: 'repeated-url',
  severity: refused.isSame ? SEVERITIES['repeated-url'] : 'error',
  message: refused.isSame
    ? `Article ${refused.id}, ${quoted(refused.title)}, was given twice under this url.`
    : `Article ${refused.id}, ${quotedApart(refused.title, graph.titleAt(page))[0]} in ${quoted(refused.subject)}, was given under the url of article ${graph.idAt(page)}, ${quotedApart(graph.titleAt(page), refused.title)[0]}.`,
  hint: refused.isSame
    ? 'Give each article once; what was given again is not looked at.'
    : 'Give one of them another url; links to this url now lead to the one kept.',
});

/** Members of each class that has some of another kind, under the first of the class. */
const mixedClasses = (classes: Int32Array, kinds: Int32Array): ReadonlyMap<number, readonly number[]> => {
  const mixed = new Set<number>();
  for (let v = 0; v < classes.length; v++) if (kinds[v] !== kinds[classes[v]!]) mixed.add(classes[v]!);
  const members = new Map<number, number[]>();
  if (mixed.size === 0) return members;
  for (let v = 0; v < classes.length; v++) {
    const first = classes[v]!;
    if (!mixed.has(first)) continue;
    const list = members.get(first) ?? [];
    list.push(v);
    members.set(first, list);
  }
  return members;
};

/** The articles that have one title under different ids, and one id under different titles, each list by its first node. */
interface Shared {
  readonly titles: ReadonlyMap<number, readonly number[]>;
  readonly ids: ReadonlyMap<number, readonly number[]>;
}

const sharingIssues = (graph: FrozenArticleGraph, page: number, shared: Shared): readonly Found[] => {
  const others = (nodes: readonly number[]): string =>
    several(
      nodes.filter((node) => node !== page),
      (node) => `${quoted(graph.urlAt(node))} (id ${graph.idAt(node)})`,
    );
  const found: Found[] = [];
  const sameTitle = shared.titles.get(page);
  if (sameTitle) {
    found.push({
      code: 'shared-title',
      severity: SEVERITIES['shared-title'],
      message: `The title ${quoted(graph.titleAt(page))}, of article ${graph.idAt(page)}, is that of other articles too: ${others(sameTitle)}.`,
      hint: 'Make one article of them, or tell them apart in their titles.',
    });
  }
  const sameId = shared.ids.get(page);
  if (sameId) {
    found.push({
      code: 'shared-id',
      severity: SEVERITIES['shared-id'],
      message: `Different articles have the id ${graph.idAt(page)}, which is for copies of one: ${others(sameId)}.`,
      hint: 'Give each article an id of its own.',
    });
  }
  return found;
};

/** The articles that were given under a url that another has, by the node of that one. */
const refusedByNode = (
  { refused }: FrozenArticleGraph,
  { refusedNodes }: ArticleData,
): ReadonlyMap<number, readonly RefusedArticle[]> => {
  const byNode = new Map<number, RefusedArticle[]>();
  for (const [i, article] of refused.entries()) {
    const node = refusedNodes[i]!;
    const list = byNode.get(node) ?? [];
    list.push(article);
    byNode.set(node, list);
  }
  return byNode;
};

const issueOf = (url: string, { code, severity, message, hint, repair, inList }: Found): GraphIssue => ({
  code,
  also: [],
  severity,
  url,
  path: inList === true ? [url, 'related'] : [url],
  message,
  hint,
  ...(repair && { repair }),
});

/** Looks for what is amiss with articles themselves; codes that are not wanted are not looked for. */
export const pageIssues = (
  graph: FrozenArticleGraph,
  names: SharedNames,
  table: ArticleData,
  wanted: ReadonlySet<GraphCode>,
): PageIssues => {
  const doesUrlMatch = urlMatchesNames(graph, table);
  const none: ReadonlyMap<number, readonly number[]> = new Map();
  const shared: Shared = {
    titles: wanted.has('shared-title') ? mixedClasses(names.titles, names.ids) : none,
    ids: wanted.has('shared-id') ? mixedClasses(names.ids, names.titles) : none,
  };
  const refused = refusedByNode(graph, table);
  const isMarked = new Uint8Array(graph.nodeCount);
  for (const marked of [shared.titles, shared.ids, refused]) for (const node of marked.keys()) isMarked[node] = 1;
  const looksAtNames = (['file-name-differs', 'subject-folder-differs', 'title-slug-differs'] as const).some((code) =>
    wanted.has(code),
  );
  return {
    issuesOf: (page) => {
      const mayNamesDiffer = looksAtNames && !doesUrlMatch(page);
      if (!mayNamesDiffer && isMarked[page] === 0 && isNumbered(table, page)) return NONE;
      const found = [
        ...(mayNamesDiffer ? namingIssues(graph, page) : []),
        ...numberingIssues(graph, table, page),
        ...(refused.get(page) ?? []).map((article) => repeatedUrl(graph, page, article)),
        ...sharingIssues(graph, page, shared),
      ].filter(({ code }) => wanted.has(code));
      found.sort((one, other) => byCodeUnits(one.code, other.code));
      return found.map((one) => issueOf(graph.urlAt(page), one));
    },
  };
};
