// The library as it is built, as pages, pictures and the jobs of the playground need it.
import { moderationReport } from '../../dist/agreement/index.js';
import * as award from '../../dist/award/index.js';
import * as display from '../../dist/display/index.js';
import { checkRubric, evaluate, proveRubric } from '../../dist/evaluation/index.js';
import { applyRepairs, buildArticleGraph, checkArticleGraph, neighbourhood } from '../../dist/graph/index.js';
import { english } from '../../dist/messages/english.js';
import { french } from '../../dist/messages/french.js';
import { parseCsv, ratingsFromRows, toCsv, toRatingRows } from '../../dist/tables/index.js';
import { parsePages, writeRelatedLinks } from '../../dist/text/index.js';

export const library = {
  ...award,
  ...display,
  applyRepairs,
  buildArticleGraph,
  checkArticleGraph,
  checkRubric,
  english,
  evaluate,
  french,
  moderationReport,
  neighbourhood,
  parseCsv,
  parsePages,
  proveRubric,
  ratingsFromRows,
  toCsv,
  toRatingRows,
  writeRelatedLinks,
};
