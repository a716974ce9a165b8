import { escapeMarkup } from '../markup/escape-markup.js';
import { refuseLimit, refuseNoText, refuseNoTruth, refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Report } from './document/report.js';
import { reportDocument } from './report-document.js';
import { reportStyles } from './report-styles.js';
import { lineText, writeHtml } from './write/write-html.js';

export interface ReportHtmlOptions {
  /** What every id of the page begins with, so that several reports fit on one page; *report-* where left out. */
  readonly idPrefix?: string | undefined;
  /** True for the report alone, to put into a page of your own with `reportStyles`; a whole page where left out. */
  readonly fragment?: boolean | undefined;
  /** The level of the first heading, from 1 to 4; 1 where left out. A fragment has the level that follows in its page. */
  readonly headingLevel?: number | undefined;
  /** The most rows of a table, and entries of a list; 1,000 where left out. The report says how many more there are. */
  readonly limit?: number | undefined;
}

/**
 * A report as one page of HTML: it stands alone, loads nothing, runs no script, prints, and follows the reader’s choice of light or dark.
 * Every text from outside is escaped, and an address other than http, https, mailto or a relative one is shown as text.
 *
 * @throws TypeError or RangeError for what is no report, for values that do not belong together, and for options that do not exist or
 * cannot be meant.
 *
 * @example
 * const assessment = { ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } } as const;
 * const evaluation = evaluate(stemNationLeadership, assessment);
 * const html = reportHtml({ kind: 'evaluation', rubric: stemNationLeadership, assessment, evaluation });
 * html.startsWith('<!doctype html>\n<html lang="en" dir="ltr">') // => true
 */
export const reportHtml = (report: Report, options: ReportHtmlOptions = {}): string => {
  refuseUnknown('reportHtml', options, ['idPrefix', 'fragment', 'headingLevel', 'limit']);
  const { idPrefix = 'report-', fragment = false, headingLevel = 1, limit } = options;
  refuseNoText('reportHtml', 'idPrefix', idPrefix);
  if (!/^[A-Za-z][\w-]{0,79}$/u.test(idPrefix)) {
    const right = 'a letter from A to Z, then letters, digits, - and _, at most eighty characters';
    throw new RangeError(`reportHtml: idPrefix is ${shownValue(idPrefix)}; it is ${right}`);
  }
  refuseNoTruth('reportHtml', 'fragment', fragment);
  refuseNumber('reportHtml', 'headingLevel', headingLevel, 'a whole number from 1 to 4', (level) =>
    [1, 2, 3, 4].includes(level),
  );
  if (limit !== undefined) refuseLimit('reportHtml', 'limit', limit);
  const document = reportDocument('reportHtml', report, { limit, idPrefix });
  const language = `lang="${escapeMarkup(document.language)}" dir="${document.direction}"`;
  const inside = writeHtml(document, { idPrefix, headingLevel });
  if (fragment) return `<article class="stem-report" ${language}>\n${inside}</article>\n`;
  return (
    `<!doctype html>\n<html ${language}>\n<head>\n<meta charset="utf-8">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<title>${escapeMarkup(lineText(document.title))}</title>\n<style>\n${PAGE_STYLES}${reportStyles}</style>\n</head>\n` +
    `<body>\n<main class="stem-report">\n${inside}</main>\n</body>\n</html>\n`
  );
};

/** What a whole page has besides: the ground that the report stands on, and the margins of paper. */
const PAGE_STYLES = `html{color-scheme:light dark}
body{margin:0;background:#fff}
@media (prefers-color-scheme:dark){body{background:#16181c}}
@media print{body{background:#fff}}
@page{margin:18mm}
`;
