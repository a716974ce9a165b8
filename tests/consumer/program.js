// What every engine and bundler of scripts/matrix.mjs runs: a little of each room, through the front door, with a record. One line of answers.
import {
  buildArticleGraph,
  checkArticleGraph,
  evaluate,
  formatScore,
  nextSteps,
  parseArticle,
  parseGuidance,
  parseStrategies,
  recommendRelated,
} from 'stem-leadership';
import { articleSchema, rubricSchema } from 'stem-leadership/model';
import { krippendorffAlpha } from 'stem-leadership/agreement';
import { compileScorer, toSql } from 'stem-leadership/evaluation';
import { pageRank } from 'stem-leadership/graph';
import { parseCsv } from 'stem-leadership/tables';
import { stemNationLeadership } from 'stem-leadership/rubrics/stem-nation-leadership';

const link = (slot, url) => ({ slot, id: slot, title: `About ${url}`, subject: 'Physics', url });
const article = (url, ...related) => ({ id: 1, title: `About ${url}`, subject: 'Physics', url, related });
const graph = buildArticleGraph([
  article('/a', link(1, '/b'), link(2, '/c')),
  article('/b', link(1, '/a')),
  article('/d', link(1, '/a')),
]);
const evaluation = evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } });
const strategies = parseStrategies({ answer: 'Two:\n\n1. **Time**: more of it.\n\n2. **Choice**: learners choose.' });

export const answers = JSON.stringify([
  evaluation.verdicts,
  formatScore(evaluation.score),
  nextSteps(stemNationLeadership, { ratings: { 'shared-vision': 'met' } }, { to: 'element-ready' }),
  rubricSchema.safeParse(stemNationLeadership).success,
  articleSchema.safeParse({}).error?.issues.length,
  parseArticle('---\nid: 7\ntitle: What is a fuse?\n---\n'),
  parseGuidance('Leadership\n\nWho is this for?\n\nEverybody.\n'),
  strategies,
  checkArticleGraph(graph).map(({ message }) => message),
  recommendRelated(graph, '/d'),
  Object.values(pageRank(graph)).map(String),
  krippendorffAlpha({
    ratings: [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
    ],
  }),
  typeof compileScorer(stemNationLeadership),
  toSql(stemNationLeadership, { dialect: 'sqlite', table: ['sheet'], keys: ['id'] }).sql.length,
  parseCsv('a,b\n1,2\n'),
]);
