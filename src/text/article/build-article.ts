import type { Article, ArticleSeo } from '../../model/articles/article.js';
import type { Result } from '../../model/shared/issue.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import { decodeLineBreaks } from './decode-line-breaks.js';
import { FrontMatterReader, own, setOwn, shorten } from '../front-matter/front-matter-reader.js';
import { lineMark } from '../lines/page-lines.js';
import { isMapping } from '../front-matter/read-yaml-front-matter.js';
import { reportYamlLosses } from '../front-matter/report-yaml-losses.js';
import type { SplitPage } from '../front-matter/split-front-matter.js';

type Fields = Readonly<Record<string, unknown>>;

const KNOWN = /* @__PURE__ */ new Set(
  (
    '_schema id date title article_title date_format post_on_text seo author question no_index answer subject file_name url ' +
    'score'
  ).split(' '),
);
const RELATED = /^related_article([1-9]\d{0,8})$/;
const RELATED_FIELDS: readonly string[] = ['id', 'title', 'subject', 'url'];
const SEO_FIELDS: readonly string[] = ['title', 'page_description', 'page_keywords'];

/** Builds the article from the fields of a page. No schema is run; each field is read once. */
export function buildArticle(record: Fields, page: SplitPage, written: 'generated' | 'yaml'): Result<Article> {
  const reader = new FrontMatterReader(page.block, page.firstLine);
  if (!['id', 'question', 'answer', 'subject', 'url'].some((key) => Object.hasOwn(record, key)))
    return notAnArticle(page);
  if (written === 'yaml') reportYamlLosses(reader, record);
  const extra: Record<string, unknown> = {};
  const related = readOthers(reader, record, extra);
  const editorialScore = readScore(reader, record);
  const body = readBody(page.body);
  const article: Article = {
    url: reader.text(record, ['url']),
    id: reader.integer(record, ['id']),
    date: reader.date(record, ['date']),
    title: reader.text(record, ['title']),
    articleTitle: reader.text(record, ['article_title']),
    subject: reader.text(record, ['subject']),
    author: reader.text(record, ['author']),
    question: reader.text(record, ['question']),
    answer: readAnswer(reader, record),
    fileName: reader.text(record, ['file_name']),
    seo: readSeo(reader, record, extra),
    dateFormat: reader.text(record, ['date_format']),
    postOnText: reader.text(record, ['post_on_text']),
    schema: reader.text(record, ['_schema']),
    noIndex: readNoIndex(reader, record),
    ...(editorialScore === undefined ? {} : { editorialScore }),
    related,
    ...(body === undefined ? {} : { body }),
    extra,
  };
  const issues = reader.issues.toArray();
  return reader.issues.hasError ? { ok: false, issues } : { ok: true, value: article, issues };
}

function notAnArticle(page: SplitPage): Result<Article> {
  return {
    ok: false,
    issues: [
      {
        code: 'not-an-article',
        severity: 'error',
        path: [lineMark(page.firstLine)],
        message:
          'The front matter has none of the fields id, question, answer, subject and url: this page is of another kind.',
        hint: 'An article holds its question and answer in the front matter; a page that holds them in its body is not read here.',
      },
    ],
  };
}

function readAnswer(reader: FrontMatterReader, record: Fields): string {
  const decoded = decodeLineBreaks(reader.text(record, ['answer']));
  if (decoded.suspectInCode) {
    const message =
      'In a code block, \\n was read as a line break where the program may have meant the two characters.';
    reader.report(
      'ambiguous-line-break',
      'info',
      ['answer'],
      message,
      'Compare the quoted texts in the code with the original.',
    );
  }
  if (decoded.latexOutsideMath) {
    const message = 'A LaTeX command that begins with \\n was kept as it is although it is outside a formula.';
    reader.report('latex-outside-math', 'info', ['answer'], message, 'Put formulas between dollar signs.');
  }
  return decoded.text;
}

function readSeo(reader: FrontMatterReader, record: Fields, extra: Record<string, unknown>): ArticleSeo {
  const seo = own(record, ['seo']);
  if (!isMapping(seo)) {
    reader.refuse(['seo'], seo, 'a set of fields', 'It holds title, page_description and page_keywords.');
    return { title: '', description: '', keywords: [] };
  }
  keepOthers(reader, seo, SEO_FIELDS, 'seo', extra);
  return {
    title: reader.text(seo, ['seo', 'title']),
    description: reader.text(seo, ['seo', 'page_description']),
    keywords: splitKeywords(reader.text(seo, ['seo', 'page_keywords'])),
  };
}

function splitKeywords(list: string): readonly string[] {
  return list
    .split(',')
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}

function readNoIndex(reader: FrontMatterReader, record: Fields): boolean {
  const value = own(record, ['no_index']);
  if (value === undefined) return false;
  if (typeof value !== 'boolean')
    reader.refuse(['no_index'], value, 'true or false', 'Write no_index: true, or leave it out.');
  return value === true;
}

/** −1 stands for "no score" on the pages; here absence is absence. */
function readScore(reader: FrontMatterReader, record: Fields): number | undefined {
  const value = own(record, ['score']);
  if (value === undefined || value === -1) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    reader.refuse(['score'], value, 'a number', 'Write a number from 0, or leave the score out.');
    return undefined;
  }
  if (value >= 0) return value + 0;
  const message = `The score ${value} is below zero and was left out; only -1.0 is known, for "no score".`;
  reader.report('invalid-score', 'warning', ['score'], message, 'Write a number from 0, or leave the score out.');
  return undefined;
}

/** The numbered related links, and every field the model does not know into `extra`. */
function readOthers(reader: FrontMatterReader, record: Fields, extra: Record<string, unknown>): readonly RelatedLink[] {
  const related: RelatedLink[] = [];
  for (const key of Object.keys(record)) {
    if (KNOWN.has(key)) continue;
    const slot = RELATED.exec(key)?.[1];
    if (slot === undefined) keepExtra(reader, [key], record[key], extra);
    else readRelated(reader, record, key, Number(slot), related, extra);
  }
  related.sort((one, other) => one.slot - other.slot);
  reportGaps(reader, related);
  return related;
}

function readRelated(
  reader: FrontMatterReader,
  record: Fields,
  key: string,
  slot: number,
  related: RelatedLink[],
  extra: Record<string, unknown>,
): void {
  const entry = record[key];
  if (!isMapping(entry)) {
    reader.refuse([key], entry, 'a set of fields', 'It holds id, title, subject and url.');
    return;
  }
  keepOthers(reader, entry, RELATED_FIELDS, key, extra);
  related.push({
    slot,
    id: reader.integer(entry, [key, 'id']),
    title: reader.text(entry, [key, 'title']),
    subject: reader.text(entry, [key, 'subject']),
    url: reader.text(entry, [key, 'url']),
  });
}

/** One warning however many numbers are missing: the first gap is what an editor needs to see. */
function reportGaps(reader: FrontMatterReader, related: readonly RelatedLink[]): void {
  const at = related.findIndex((link, index) => link.slot !== index + 1);
  const link = related[at];
  if (!link) return;
  const message = `The related articles are not numbered 1, 2, 3 …: number ${at + 1} is missing before number ${link.slot}.`;
  reader.report(
    'related-gap',
    'warning',
    [`related_article${link.slot}`],
    message,
    'Number them without a gap; their order was kept.',
  );
}

/** Fields a mapping should not have: kept in `extra` under the name of the mapping. */
function keepOthers(
  reader: FrontMatterReader,
  mapping: Fields,
  known: readonly string[],
  name: string,
  extra: Record<string, unknown>,
): void {
  let others: Record<string, unknown> | undefined;
  for (const key of Object.keys(mapping)) {
    if (known.includes(key)) continue;
    others ??= {};
    keepExtra(reader, [name, key], mapping[key], others);
  }
  if (others) setOwn(extra, name, others);
}

function keepExtra(
  reader: FrontMatterReader,
  path: [string, ...string[]],
  value: unknown,
  into: Record<string, unknown>,
): void {
  setOwn(into, path[path.length - 1] ?? '', value);
  const name = shorten(path.join('.'));
  reader.report(
    'unknown-key',
    'info',
    path,
    `The field ${name} is not known; it was kept as it is.`,
    'Check its spelling.',
  );
}

/** Every page ends with a blank, which is no text. */
function readBody(body: string): string | undefined {
  const text = body.trim();
  return text === '' || text === '&nbsp;' ? undefined : body;
}
