import { refuseNoText } from '../../common/refuse.js';
import type { Issue, Result } from '../../model/shared/issue.js';
import { readBlock } from './read-block.js';
import { lineMark } from '../lines/page-lines.js';
import { blockText, rawFrontMatter } from './raw-front-matter.js';

/** The front matter of a page as data, and the text behind it. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  /** What follows the closing line, as it stands. */
  readonly body: string;
}

const LONGEST_PAGE = 1_000_000;

/**
 * The front matter of any Markdown page: YAML between two lines of three hyphens, read safely (no tags, no aliases, bounded depth; dates stay text). A byte
 * order mark, Windows line ends and blank lines before it are accepted. A page without front matter has no data, all of it is body, and an info `no-front-matter`
 * says so. A text field that lost its colon is read with the warning `repaired-key`, as `parseArticle` reads it.
 *
 * Errors: `unclosed-front-matter`, `invalid-front-matter`, `invalid-yaml`, `duplicate-key`, `too-large` (over a million characters), `toml-front-matter` (between lines of `+++`, which is not read).
 *
 * @throws TypeError where `text` is not a string.
 * @example
 * const page = parseFrontMatter('---\ntitle: Tides\ntags: [sea, moon]\n---\nThe sea rises.\n')
 * page.ok && page.value // => { data: { title: 'Tides', tags: ['sea', 'moon'] }, body: 'The sea rises.\n' }
 */
export const parseFrontMatter = (text: string): Result<FrontMatter> => {
  refuseNoText('parseFrontMatter', 'text', text);
  return readFrontMatter(text);
};

const refused = (code: string, line: number, message: string, hint: string): Result<never> => ({
  ok: false,
  issues: [{ code, severity: 'error', path: [lineMark(line)], message, hint }],
});

/** As `parseFrontMatter`, for verbs that have looked at their arguments already. */
export const readFrontMatter = (text: string): Result<FrontMatter> => {
  if (text.length > LONGEST_PAGE) {
    const message = `The page has ${text.length} characters; pages are read up to ${LONGEST_PAGE}.`;
    return refused('too-large', 1, message, 'Check that this is a page and not another file.');
  }
  const raw = rawFrontMatter(text);
  if (raw === 'none') {
    if (/^\uFEFF?\s*\+\+\+[ \t]*(?:\r|\n)/u.test(text.slice(0, 1_000))) {
      const message = 'The front matter is TOML, between lines of three plus signs.';
      return refused('toml-front-matter', 1, message, 'Write it as YAML, between lines of three hyphens.');
    }
    const issue: Issue = {
      code: 'no-front-matter',
      severity: 'info',
      path: [lineMark(1)],
      message: 'The text does not begin with a line of three hyphens; all of it is body.',
    };
    return { ok: true, value: { data: {}, body: text }, issues: [issue] };
  }
  if ('unclosedAt' in raw) {
    const message = 'The front matter that begins here is never closed.';
    return refused(
      'unclosed-front-matter',
      raw.unclosedAt,
      message,
      'End it with a line that holds three hyphens and nothing else.',
    );
  }
  const block = blockText(raw.block);
  if (raw.block.every((line) => /^\s*(?:#|$)/u.test(line.text)))
    return { ok: true, value: { data: {}, body: raw.body }, issues: [] };
  const read = readBlock(block, raw.firstLine);
  return read.ok ? { ok: true, value: { data: read.value, body: raw.body }, issues: read.issues } : read;
};
