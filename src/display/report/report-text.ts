import { refuseLimit, refuseNumber, refuseUnknown } from '../../common/refuse.js';
import type { Report } from './document/report.js';
import { reportDocument } from './report-document.js';
import { writeText } from './write/write-text.js';

export interface ReportTextOptions {
  /** How many columns a line has at most, from 40; 80 where left out. */
  readonly width?: number | undefined;
  /** The most rows of a table, and entries of a list; 1,000 where left out. The report says how many more there are. */
  readonly limit?: number | undefined;
}

/**
 * A report as text for a terminal, without colours. Controls in text from outside are shown and do nothing: *\u001b*.
 *
 * @throws as `reportHtml`
 *
 * @example
 * const assessment = { ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } } as const;
 * const evaluation = evaluate(stemNationLeadership, assessment);
 * const text = reportText({ kind: 'evaluation', rubric: stemNationLeadership, assessment, evaluation });
 * text.split('\n')[0] // => 'Leadership in STEM (STEM Nation Award)'
 */
export const reportText = (report: Report, options: ReportTextOptions = {}): string => {
  refuseUnknown('reportText', options, ['width', 'limit']);
  const { width = 80, limit } = options;
  refuseNumber(
    'reportText',
    'width',
    width,
    'a whole number from 40 to 1000',
    (columns) => Number.isInteger(columns) && columns >= 40 && columns <= 1000,
  );
  if (limit !== undefined) refuseLimit('reportText', 'limit', limit);
  return writeText(reportDocument('reportText', report, { limit }), width);
};
