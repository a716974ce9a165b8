import { refuseNoText } from '../../common/refuse.js';
import type { Article } from '../../model/articles/article.js';
import type { Result } from '../../model/shared/issue.js';
import { buildArticle } from './build-article.js';
import { lineMark, normalisePage } from '../lines/page-lines.js';
import { readGeneratedFrontMatter } from '../front-matter/read-generated-front-matter.js';
import { readYamlFrontMatter } from '../front-matter/read-yaml-front-matter.js';
import { repairFrontMatter } from '../front-matter/repair-front-matter.js';
import { type SplitPage, splitFrontMatter } from '../front-matter/split-front-matter.js';

/** Real pages have some five thousand characters. Beyond this no page is read, so that none can take minutes or all the memory. */
const LONGEST_PAGE = 1_000_000;

/**
 * Reads a learning article: a page whose front matter holds a question, its answer and links to related articles.
 *
 * In the answer the stored `\n` become line breaks; LaTeX commands such as `\neq` and all other backslashes stay. The numbered
 * `related_article1`, `related_article2` … become one list, `score: -1.0` an absent `editorialScore`, and fields the model does not know
 * are kept in `extra`. A byte order mark, Windows line ends and blank lines before the front matter are accepted.
 *
 * A page that cannot be read gives `ok: false` with issues and never throws. Errors: `no-front-matter`, `unclosed-front-matter`,
 * `invalid-front-matter`, `invalid-yaml`, `duplicate-key`, `not-an-article`, `missing-field`, `empty-field`, `wrong-type`, `invalid-date`,
 * `too-large` (over a million characters). Warnings: `related-gap`, `invalid-score`, `cut-by-comment`,
 * `left-out-sign`, `escape-in-quotes`. Infos: `rewritten-number`, `unknown-key`, `ambiguous-line-break`,
 * `latex-outside-math`. A text field that lost its colon, as in older pages, is repaired with the warning `repaired-key`. The last part of an issue's path is `line N`; after a hundred issues `more-issues` gives the number of the rest.
 *
 * @throws TypeError where `text` is not a string.
 * @example
 * const page = [
 *   '---', '_schema: default', 'id: 7', 'date: 2025-02-03', 'title: What is a circuit?', 'article_title: What is a circuit?',
 *   'date_format: MMM DD, YYYY', 'post_on_text: Posted on', 'seo:', '  title: Notes | Physics', '  page_description: Circuits in short.',
 *   '  page_keywords: circuit, current', 'author: Notes', 'question: What is a circuit?', 'answer: >-',
 *   '    A closed path.\\n\\n1. **Source**: gives energy.', 'subject: Physics', 'file_name: what-is-a-circuit.md',
 *   'url: /learn/physics/questions/what-is-a-circuit', 'score: -1.0', '---', '', '&nbsp;',
 * ].join('\n')
 * const result = parseArticle(page)
 * result.ok && result.value.answer // => 'A closed path.\n\n1. **Source**: gives energy.'
 * result.ok && result.value.seo.keywords // => ['circuit', 'current']
 * result.issues // => []
 * parseArticle('Just a text.').issues[0]?.code // => 'no-front-matter'
 */
export function parseArticle(text: string): Result<Article> {
  refuseNoText('parseArticle', 'text', text);
  if (text.length > LONGEST_PAGE) return { ok: false, issues: [tooLarge(text.length)] };
  const split = splitFrontMatter(normalisePage(text));
  if (!split.ok) return split;
  const read = readFields(split.value);
  if (read.ok) return read;
  const repaired = repairFrontMatter(split.value.block, split.value.firstLine);
  if (!repaired) return read;
  const again = readFields({ ...split.value, block: repaired.block });
  return { ...again, issues: [...repaired.issues, ...again.issues] };
}

function readFields(page: SplitPage): Result<Article> {
  const generated = readGeneratedFrontMatter(page.block);
  if (generated) return buildArticle(generated, page, 'generated');
  const read = readYamlFrontMatter(page.block, page.firstLine);
  return read.ok ? buildArticle(read.value, page, 'yaml') : read;
}

function tooLarge(length: number) {
  return {
    code: 'too-large',
    severity: 'error',
    path: [lineMark(1)],
    message: `The page has ${length} characters; articles are read up to ${LONGEST_PAGE}.`,
    hint: 'Check that this is an article and not another file.',
  } as const;
}
