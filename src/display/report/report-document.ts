import type { ReportWords } from '../../model/messages/report-messages.js';
import type { Block, Line, ReportDocument } from './document/blocks.js';
import { type Context, contextOf } from './document/context.js';
import { english as picturesInEnglish } from '../pictures/english.js';
import { reportInEnglish } from './english.js';
import { awardBlocks, awardTitle } from './kinds/award-document.js';
import { comparisonBlocks, comparisonTitle } from './kinds/comparison-document.js';
import { evaluationBlocks, evaluationTitle } from './kinds/evaluation-document.js';
import { moderationBlocks, moderationTitle } from './kinds/moderation-document.js';
import { portfolioBlocks, portfolioTitle } from './kinds/portfolio-document.js';
import { siteBlocks, siteTitle } from './kinds/site-document.js';
import { refuseNoReport } from './refuse/refuse-report.js';
import type { Report } from './document/report.js';

const ENGLISH: ReportWords = /* @__PURE__ */ (() => ({
  language: 'en',
  decimalSign: '.',
  report: reportInEnglish,
  pictures: picturesInEnglish,
}))();

/** The most rows of a table, and entries of a list, unless told otherwise. */
export const DEFAULT_LIMIT = 1_000;

/** A report as blocks, whatever it is then written as. Throws for what is no report. */
export const reportDocument = (
  caller: string,
  report: Report,
  { limit = DEFAULT_LIMIT, idPrefix }: { readonly limit?: number | undefined; readonly idPrefix?: string },
): ReportDocument => {
  refuseNoReport(caller, report, ENGLISH);
  const words = report.messages ?? ENGLISH;
  const context = contextOf(words, limit, idPrefix);
  const [title, blocks] = partsOf(report, context);
  return {
    language: words.language,
    direction: words.direction ?? 'ltr',
    colon: words.report.colon,
    title,
    blocks,
  };
};

const partsOf = (report: Report, context: Context): readonly [title: Line, blocks: readonly Block[]] => {
  switch (report.kind) {
    case 'evaluation':
      return [evaluationTitle(report), evaluationBlocks(report, context)];
    case 'comparison':
      return [comparisonTitle(report, context), comparisonBlocks(report, context)];
    case 'award':
      return [awardTitle(report, context), awardBlocks(report, context)];
    case 'portfolio':
      return [portfolioTitle(report, context), portfolioBlocks(report, context)];
    case 'moderation':
      return [moderationTitle(report, context), moderationBlocks(report, context)];
    case 'site':
      return [siteTitle(report, context), siteBlocks(report, context)];
  }
};
