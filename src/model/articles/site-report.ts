/** Articles that have something in common: how many, and the first of them in the order of their urls. */
export interface ListedArticles {
  readonly count: number;
  readonly urls: readonly string[];
}

/** A part of a whole. The share is undefined where the whole is nothing. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly share: number | undefined;
}

/** Entries of related lists, and what became of them. `written` = `resolved` + `dangling`; `resolved` = `kept` + `self` + `repeated`. */
export interface LinkCounts {
  /** Entries of all related lists. */
  readonly written: number;
  /** Entries that lead to an article: by url, by id in the subject, or by id. */
  readonly resolved: number;
  /** Entries that lead nowhere. */
  readonly dangling: number;
  /** Links of the graph: from one article to another, each pair once. All that follows counts these. */
  readonly kept: number;
  /** Entries that lead back to their own page. */
  readonly self: number;
  /** Entries that lead where an earlier one of their page leads. */
  readonly repeated: number;
}

/** How far a reader comes from the entries. */
export interface Reach {
  readonly clicks: number;
  /** Entries that are the url of no article. */
  readonly unknownEntries: readonly string[];
  /** The articles at a distance of exactly 0, 1, 2 … clicks; as many numbers as distances up to `clicks` that occur. */
  readonly reachedAt: readonly number[];
  /** Articles to which there is no way of at most so many clicks. */
  readonly unreachable: ListedArticles;
}

/** How unevenly inbound links are spread. */
export interface HubShare {
  /** The article with the most inbound links, of equals the first by url; undefined where there is no link. */
  readonly top: { readonly url: string; readonly inbound: number } | undefined;
  /** The inbound links of that article among all links. */
  readonly topArticle: Share;
  /** How many articles are the top hundredth: one in a hundred, rounded up. */
  readonly topHundredthArticles: number;
  /** The inbound links of the top hundredth among all links. */
  readonly topHundredth: Share;
}

/** How the articles of one subject are linked. */
export interface SubjectCoverage {
  readonly subject: string;
  readonly articles: number;
  /** Articles of it with at least one link to another article. */
  readonly withLinks: number;
  /** Articles of it that at least one other article links to. */
  readonly withInbound: number;
  /** Links from its articles to articles of the same subject. */
  readonly linksWithin: number;
  /** Links from its articles to articles of other subjects. */
  readonly linksOut: number;
  /** Links from articles of other subjects to its articles. */
  readonly linksIn: number;
}

export interface SiteReport {
  readonly articles: number;
  readonly links: LinkCounts;
  /** Articles that no other article links to. */
  readonly orphans: ListedArticles;
  /** Articles without a link to another article. */
  readonly sinks: ListedArticles;
  /** Orphans that are sinks too. */
  readonly isolated: ListedArticles;
  /** Present where entries were given. */
  readonly reach?: Reach | undefined;
  /** Links that are returned, among all links. */
  readonly reciprocity: Share;
  readonly hubs: HubShare;
  /** Links between articles of different subjects, among all links. */
  readonly crossSubject: Share;
  /** In the code-unit order of the subjects. */
  readonly subjects: readonly SubjectCoverage[];
  /** Parts that no link joins, read in either direction. `largest` is the number of articles in the largest. */
  readonly components: { readonly count: number; readonly largest: number };
  /** Articles that ask search engines to stay away. */
  readonly noIndex: ListedArticles;
  /** Links to such articles from others. */
  readonly linksToNoIndex: number;
  /** Ids that more than one article carries, and the articles that carry them. */
  readonly copies: { readonly ids: number; readonly articles: number };
}
