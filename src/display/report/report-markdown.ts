import { refuseLimit, refuseUnknown } from '../../common/refuse.js';
import type { Report } from './document/report.js';
import { reportDocument } from './report-document.js';
import { writeMarkdown } from './write/write-markdown.js';

export interface ReportMarkdownOptions {
  /** The most rows of a table, and entries of a list; 1,000 where left out. The report says how many more there are. */
  readonly limit?: number | undefined;
}

/**
 * A report as Markdown, with tables as GitHub has them. Text from outside comes out as text, whatever it looks like; pictures are left
 * out, for their figures stand in the tables.
 *
 * @throws as `reportHtml`
 *
 * @example
 * const assessment = { ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } } as const;
 * const evaluation = evaluate(stemNationLeadership, assessment);
 * const markdown = reportMarkdown({ kind: 'evaluation', rubric: stemNationLeadership, assessment, evaluation });
 * markdown.split('\n')[0] // => '# Leadership in STEM (STEM Nation Award)'
 */
export const reportMarkdown = (report: Report, options: ReportMarkdownOptions = {}): string => {
  refuseUnknown('reportMarkdown', options, ['limit']);
  const { limit } = options;
  if (limit !== undefined) refuseLimit('reportMarkdown', 'limit', limit);
  return writeMarkdown(reportDocument('reportMarkdown', report, { limit }));
};
