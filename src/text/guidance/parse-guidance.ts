import type { Guidance } from '../../model/articles/guidance.js';
import type { Issue, Result } from '../../model/shared/issue.js';
import { refuseNoText } from '../../common/refuse.js';
import { buildGuidance } from './build-guidance.js';
import { readSections } from './guidance-sections.js';
import { IssueList } from '../lines/issue-list.js';
import { lineMark, normalisePage } from '../lines/page-lines.js';
import { partHiddenHeadings } from './part-hidden-headings.js';

/** Real pages have some four thousand characters. */
const LONGEST_PAGE = 500_000;

/**
 * Reads the plain text of an award's guidance page into a draft of the element it describes: title, audience, one list of indicators for
 * each "What does this look like …" heading with the sectors it names, hints, practice examples and resource categories.
 *
 * Headings are recognised by their wording, whatever their case, spacing and marks; list items by `•`, `-`, `*` or a number, or as plain lines.
 * Where a page runs two indicators together in one bullet, they are parted if both stand as bullets of their own in the list for another
 * sector, with the warning `merged-bullets`; two sentences alone are no reason. Text that has no place in the draft is reported, never
 * dropped in silence.
 *
 * Errors: `not-guidance` (no indicator heading), `missing-title`, `too-large` (over 500,000 characters). Warnings: `merged-bullets`,
 * `empty-list`, `several-bullets`, `unknown-heading`, `guessed-sector`, `unknown-sector`. Infos: `empty-bullet`, `joined-line`, `unknown-section`, `unread-text`, `missing-section`, `shortened-title`, `not-compared` (too much to compare). The last part of a path is `line N`.
 *
 * @throws TypeError where `text` is not a string.
 * @example
 * const page = [
 *   'Makers together', 'Who is this for?', 'Everyone who builds.', 'What does this look like in schools?', '• We plan as one.', '• We share tools.',
 *   'What does this look like in a CLD setting?', '• We plan as one. We share tools.', 'Hints and tips', '• Start small.',
 * ].join('\n')
 * const result = parseGuidance(page)
 * result.ok && result.value.lists[1]?.indicators // => ['We plan as one.', 'We share tools.']
 * result.ok && result.value.lists[0]?.sectors // => ['primary', 'secondary', 'special']
 * result.issues.filter((issue) => issue.severity === 'warning').map((issue) => issue.code) // => ['merged-bullets']
 */
export function parseGuidance(text: string): Result<Guidance> {
  refuseNoText('parseGuidance', 'text', text);
  if (text.length > LONGEST_PAGE) {
    const message = `The page has ${text.length} characters; guidance is read up to ${LONGEST_PAGE}.`;
    return refuse('too-large', message, 'Check that this is one guidance page.');
  }
  const issues = new IssueList();
  const sections = partHiddenHeadings(readSections(normalisePage(text), issues), issues);
  if (!sections.some((section) => section.kind === 'indicators')) {
    const message = 'No heading of the page asks what this looks like in a setting, so it holds no indicators.';
    return refuse(
      'not-guidance',
      message,
      'A guidance page has a heading such as "What does this look like in schools?".',
    );
  }
  return buildGuidance(sections, text.length, issues);
}

function refuse(code: string, message: string, hint: string): Result<never> {
  const issue: Issue = { code, severity: 'error', path: [lineMark(1)], message, hint };
  return { ok: false, issues: [issue] };
}
