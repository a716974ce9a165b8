// What a stranger's project does with the library. Never run: scripts/matrix.mjs compiles it, as ESM and as CommonJS,
// and an error that is expected here but does not come is an error too.
import {
  type Article,
  type AssessmentOf,
  buildArticleGraph,
  checkArticleGraph,
  type CriterionId,
  defineCrosswalk,
  defineRubric,
  defineScale,
  type Evaluation,
  evaluate,
  type FrozenArticleGraph,
  type Issue,
  type OutcomeId,
  parseArticle,
  parseGuidance,
  parseStrategies,
  type RatingsOf,
  readingPath,
  recommendRelated,
  type Rubric,
  suggestStrategies,
} from 'stem-leadership';
import { assessmentSchemaFor, rubricSchema } from 'stem-leadership/model';
import { pageRank } from 'stem-leadership/graph';
import { cohenKappa, consensus } from 'stem-leadership/agreement';
import { suggestStrategies as suggestFromRoom } from 'stem-leadership/crosswalk';
import { coordinatorRoleStemNationLeadership } from 'stem-leadership/crosswalks/coordinator-role--stem-nation-leadership';
import { evaluate as evaluateFromRoom } from 'stem-leadership/evaluation';
import { buildArticleGraph as buildFromRoom } from 'stem-leadership/graph';
import { type Framework, frameworkSchema } from 'stem-leadership/model';
import { stemNationLeadership } from 'stem-leadership/rubrics/stem-nation-leadership';
import { metPartlyNotYet } from 'stem-leadership/scales/met-partly-not-yet';
import { parseArticle as parseFromRoom } from 'stem-leadership/text';

// Ids are literals: a wrong one is an error, and what completes is what is there.
const criterion: CriterionId<typeof stemNationLeadership> = 'shared-vision';
// @ts-expect-error there is no such criterion
const noCriterion: CriterionId<typeof stemNationLeadership> = 'share-vision';
const outcome: OutcomeId<typeof stemNationLeadership> = 'element-ready';
// @ts-expect-error there is no such outcome
const noOutcome: OutcomeId<typeof stemNationLeadership> = 'gold';

const ratings: RatingsOf<typeof stemNationLeadership> = {
  'shared-vision': 'met',
  'core-team': { notApplicable: 'a single-teacher school' },
};
// @ts-expect-error the scale has no such level
const noLevel: RatingsOf<typeof stemNationLeadership> = { 'shared-vision': 'excellent' };
// @ts-expect-error not applicable is refused here
const notAllowed: RatingsOf<typeof stemNationLeadership> = { 'shared-vision': { notApplicable: 'no time' } };

const evaluation = evaluate(stemNationLeadership, { ratings });
const verdict: 'met' | 'not-yet-met' | 'undecided' = evaluation.verdicts['element-ready'];
// @ts-expect-error the rubric has no such criterion
evaluate(stemNationLeadership, { ratings: { 'share-vision': 'met' } });

const plain: Rubric = stemNationLeadership;
const loose: Evaluation = evaluateFromRoom(plain, { ratings: { 'shared-vision': 'met' } });
const advice = suggestStrategies(evaluation, coordinatorRoleStemNationLeadership);
const sameAdvice = suggestFromRoom(loose, coordinatorRoleStemNationLeadership);

// A rubric, a scale and a crosswalk of the host's own.
const yesNo = defineScale({
  id: 'yes-no',
  label: 'Yes or no',
  levels: [
    { id: 'no', label: 'No', points: 0 },
    { id: 'yes', label: 'Yes', points: 1 },
  ],
});
const own = defineRubric({
  id: 'own',
  version: '1.0.0',
  label: 'Our own',
  notice: 'Our own numbers.',
  scale: yesNo,
  criteria: [
    { id: 'one', label: 'One', weight: 1 },
    { id: 'two', label: 'Two', weight: 2, notApplicable: 'waived' },
  ],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [{ id: 'done', label: 'Done', origin: 'project', rule: { kind: 'every', level: 'yes' } }],
});
const ownAssessment: AssessmentOf<typeof own>['ratings'] = { one: 'yes', two: { notApplicable: 'not here' } };
const ownVerdict = evaluate(own, { ratings: ownAssessment }).verdicts.done;
// @ts-expect-error the rubric has no level “maybe”
evaluate(own, { ratings: { one: 'maybe' } });
const ownCrosswalk = defineCrosswalk({
  id: 'own--own',
  version: '1.0.0',
  label: 'Own',
  origin: 'project',
  strategies: { framework: 'a', edition: '1', element: 'a', items: [{ id: 's', label: 'S' }] },
  indicators: { framework: 'b', edition: '1', element: 'b', items: [{ id: 'i', label: 'I' }] },
  // @ts-expect-error the crosswalk lists no strategy “t”
  mappings: [{ strategy: 't', indicator: 'i', strength: 'strong', reason: 'because' }],
  sources: [{ title: 'Own', url: 'https://example.org', read: '2026-01-05' }],
});

// Text and JSON from outside give results, not exceptions.
const parsed = parseArticle('---\n---\n');
const issues: readonly Issue[] = parsed.issues;
if (parsed.ok) {
  const article: Article = parsed.value;
  const strategies = parseStrategies(article);
  console.log(article.url, strategies);
} else {
  // @ts-expect-error there is no value where there are only issues
  console.log(parsed.value);
}
const guidance = parseGuidance('Leadership');
const read = rubricSchema.safeParse(JSON.parse('{}'));
if (read.success) console.log(evaluate(read.data, { ratings: {} }).score);
const checked = assessmentSchemaFor(stemNationLeadership).safeParse({});
const framework: Framework | undefined = frameworkSchema.safeParse({}).data;

// Agreement is a number once it is known to be one, and a consensus is ratings like any other.
const kappa = cohenKappa([
  [20, 5],
  [10, 15],
]);
// @ts-expect-error there may be none
const noNumber: number = kappa.coefficient;
const settled = consensus(stemNationLeadership, [{ ratings }, { ratings }], { rule: 'median-low' });
console.log(kappa.kind === 'agreement' ? kappa.coefficient.toFixed(2) : kappa.message, noNumber);
console.log(evaluate(stemNationLeadership, { ratings: settled.ratings }).verdicts);

// A graph of articles is a graph of links as well; measures take either, and a recommendation says why.
const graph: FrozenArticleGraph = buildArticleGraph([
  {
    url: '/a',
    id: 1,
    title: 'A',
    subject: 'Physics',
    related: [{ slot: 1, id: 2, title: 'B', subject: 'Physics', url: '/b' }],
  },
  { url: '/b', id: 2, title: 'B', subject: 'Physics', related: [] },
]);
const ranks: Float64Array = pageRank(graph).ranks;
const found: readonly Issue[] = checkArticleGraph(graph);
const whys: string[] = recommendRelated(graph, '/b').flatMap(({ reasons }) => reasons.map(({ message }) => message));
const path = readingPath(graph, '/a', '/b');
// @ts-expect-error there may be no way
const steps: number = path.articles.length;
// @ts-expect-error there is no such way of treating dangling nodes
pageRank(graph, { dangling: 'forget' });
console.log(ranks, found, whys, steps, buildFromRoom === buildArticleGraph);

console.log(criterion, noCriterion, outcome, noOutcome, noLevel, notAllowed, verdict, advice, sameAdvice, ownVerdict);
console.log(ownCrosswalk, issues, guidance, checked, framework, metPartlyNotYet, parseFromRoom === parseArticle);
