/**
 * One right call of every public function, and what else each of its arguments takes. The test of refusals makes wrong calls of these: a new
 * public function needs a row here, and the test fails until it has one.
 */
import type * as Everything from './every-export.js';
import { coordinatorRoleFramework } from '../../src/data/frameworks/coordinator-role.js';
import { stemNationAwardFramework } from '../../src/data/frameworks/stem-nation-award.js';
import { coordinatorRoleStemNationLeadership } from '../../src/data/crosswalks/coordinator-role--stem-nation-leadership.js';
import { stemNationLeadership } from '../../src/data/rubrics/stem-nation-leadership.js';
import { stemNationApplication } from '../../src/data/applications/stem-nation-application.js';
import { educationScotlandInspection } from '../../src/data/quantity-words/education-scotland-inspection.js';
import { stemNationLeadershipFr } from '../../src/data/translations/stem-nation-leadership--fr.js';
import { english } from '../../src/messages/english.js';
import { defineRubric } from '../../src/model/define.js';
import type { Decision } from '../../src/model/awards/decision.js';
import { smallRubric, threeLevels } from './small-rubric.js';

/** The kinds of wrong value; see `wrong-values.ts`. */
export type Kind =
  | 'undefined'
  | 'null'
  | 'truth'
  | 'count'
  | 'zero'
  | 'negative'
  | 'fraction'
  | 'large'
  | 'infinite'
  | 'not-a-number'
  | 'bigint'
  | 'text'
  | 'empty-text'
  | 'symbol'
  | 'function'
  | 'empty-list'
  | 'list-of-nothing'
  | 'list-of-numbers'
  | 'list-of-texts'
  | 'list-of-lists'
  | 'empty-record'
  | 'strange-record'
  | 'map'
  | 'set'
  | 'bytes'
  | 'buffer'
  | 'other-object';

export interface Argument {
  /** Words of which a message must hold one. */
  readonly names: readonly string[];
  /** Kinds of value that are not wrong here. */
  readonly takes: readonly Kind[];
  /** Kinds of value that are right here, and with which the call would go on for too long: a search of 2 ** 53 states. */
  readonly leaves?: readonly Kind[];
  readonly value: unknown;
  /** For an object of options, each option as an argument of its own. */
  readonly options?: Readonly<Record<string, Argument>>;
}

const argument = (name: string, value: unknown, takes: readonly Kind[] = []): Argument => ({
  names: name.split('|'),
  takes,
  value,
});
const ANY_TEXT: readonly Kind[] = ['text', 'empty-text'];
const EMPTY: readonly Kind[] = ['empty-list', 'set', 'map', 'bytes'];

/** Something with parts that can be no part short: a rubric, an evaluation, a graph. */
const whole = argument;
const text = (name: string, value: string, takes: readonly Kind[] = ANY_TEXT) => argument(name, value, takes);
/** A word of a few, or a name of something there is. */
const word = (name: string, value: string) => argument(name, value);
const number = (name: string, value: number, takes: readonly Kind[]) => argument(name, value, takes);
const list = (name: string, value: unknown, takes: readonly Kind[] = []) => argument(name, value, [...EMPTY, ...takes]);
const truth = (name: string, value: boolean) => argument(name, value, ['truth']);
const perhaps = (of: Argument): Argument => ({ ...of, takes: [...of.takes, 'undefined'] });
const count = (name: string, value = 2) => number(name, value, ['count', 'large']);
/** At most so many: a whole number from 0, or Infinity. */
const limit = (name: string, value = 2) => number(name, value, ['count', 'zero', 'large', 'infinite']);

/** An object of options; each is named by its own key, and may be left out unless it stands among the required. */
const options = (of: Readonly<Record<string, Argument>>, required: readonly string[] = []): Argument => ({
  names: ['options', 'option', ...required],
  takes: required.length > 0 ? [] : ['undefined', 'empty-record', 'other-object'],
  value: Object.fromEntries(Object.entries(of).map(([key, { value }]) => [key, value])),
  options: Object.fromEntries(
    Object.entries(of).map(([key, one]) => [
      key,
      { ...one, names: [key, ...one.names], takes: required.includes(key) ? one.takes : [...one.takes, 'undefined'] },
    ]),
  ),
});

const shownNumbers = {
  decimals: number('decimals', 2, ['count', 'zero']),
  decimal: word('decimal', '.'),
} satisfies Record<string, Argument>;

const ratings = { plan: 'high', team: 'low', voice: 'middle' } as const;
const judged = { ratings };
const older = defineRubric({
  id: 'small',
  version: '0.9.0',
  label: 'A small rubric',
  notice: 'For tests.',
  scale: threeLevels,
  criteria: [{ id: 'plan', label: 'A plan', weight: 1 }],
  scoring: { kind: 'none' },
  outcomes: [],
});
const migration = {
  from: { id: 'small', version: '0.9.0' },
  to: { id: 'small', version: '1.0.0' },
  criteria: { plan: { to: 'plan', levels: { low: 'low', middle: 'middle', high: 'high' } } },
};
const dated = (year: number) => `${year}-05-04`;
const decision: Decision = {
  framework: { id: stemNationAwardFramework.id, edition: stemNationAwardFramework.edition },
  element: 'leadership',
  setting: 'a-school',
  decision: 'achieved',
  decidedBy: 'A validator',
  date: dated(2024),
  reason: 'Seen on a visit.',
  computed: 'met',
};
const evidence = [
  { id: 'minutes', kind: 'document', date: dated(2024), shows: 'a meeting', supports: ['use-of-data'] },
];
const rows = {
  categories: ['not', 'met'],
  ratings: [
    ['met', 'met'],
    ['met', 'not'],
    ['not', 'not'],
    ['not', 'met'],
    ['met', 'met'],
  ],
};
const numbers = [
  [1, 2],
  [4, 4],
  [3, 5],
  [7, 6],
];
const counts = [
  [12, 14, 3],
  [9, 20, 11],
];
const pages = [
  { url: '/a', id: 1, title: 'Levers', subject: 'physics', related: [], answer: 'A lever turns about a pivot.' },
  { url: '/b', id: 2, title: 'Gears', subject: 'physics', related: [], answer: 'Gears turn about an axle.' },
].map((page, at, all) => {
  const { url, id, title, subject } = all[1 - at]!;
  return { ...page, related: [{ url, id, title, subject, slot: 1 }] };
});
const pairs = { nodeCount: 3, sources: [0, 1, 2], targets: [1, 2, 0] };
const most = limit('limit');
const confidence = number('confidence', 0.9, []);
const interval = {
  confidence,
  distribution: word('distribution', 't'),
  population: number('population', 100, ['count', 'large', 'infinite']),
};
/** A data argument of the agreement room: messages may name its part instead. */
const data = (value: unknown) =>
  argument('data|ratings|rating|table|counts|list of', value, ['empty-list', 'list-of-lists', 'list-of-numbers']);
/** A function of two categories is right, too. */
const weighted = { weights: argument('weights', 'linear', ['function']), ...interval };

const longWork = {
  onProgress: argument('onProgress', () => undefined, ['function']),
  signal: argument('signal', { aborted: false }),
} satisfies Record<string, Argument>;

const search = {
  mostStates: { ...limit('mostStates'), leaves: ['large', 'infinite'] },
  samples: { ...limit('samples'), leaves: ['large', 'infinite'] },
  seed: argument('seed', 1, ['count', 'zero', 'large', 'negative']),
  ...longWork,
} satisfies Record<string, Argument>;

/** The calls, by the name of the function; made when asked for, since rooms may be changed while tests of others run. */
export const validCalls = (all: typeof Everything): Readonly<Record<string, readonly Argument[]>> => {
  const rubric = whole('rubric', smallRubric);
  const assessment = whole('assessment|ratings', judged);
  const assessments = list('assessments|assessment', [judged, { ratings: { ...ratings, plan: 'low' } }]);
  const evaluation = all.evaluate(stemNationLeadership, {
    ratings: { 'use-of-data': 'not-yet', 'shared-vision': 'met' },
  });
  const small = all.evaluate(smallRubric, judged);
  const decisions = list('decisions|decision', [decision]);
  const messages = whole('messages', english);
  const form = whole('form', all.formModel(smallRubric));
  const picture = {
    messages,
    colours: argument('colours', { ink: '#000000' }, ['empty-record', 'other-object']),
    idPrefix: text('idPrefix', 'a-', ['text']),
    width: number('width', 360, []),
    title: text('title', 'A title'),
  };
  const graph = all.buildArticleGraph(pages);
  const links = all.buildLinkGraph(pairs);
  const index = all.buildTextIndex(pages, graph);
  const articleGraph = whole('graph', graph);
  const linkGraph = whole('graph', links);
  const textIndex = whole('index', index);
  const url = word('url|article', '/a');
  const node = (name = 'node', value = 0) => number(`${name}|node`, value, ['count', 'zero']);
  const urls = (name: string) => list(name, ['/a'], ['list-of-texts']);
  const nodes = (name: string) => list(`${name}|node`, [1], ['list-of-numbers', 'bytes']);
  const excluded = list('exclude|node', [1], ['list-of-numbers', 'bytes']);
  const summary = all.summarisePortfolio(
    [{ setting: { id: 'a-school', name: 'A school', sector: 'primary' }, evaluations: [] }],
    { on: dated(2025) },
  );
  const award = {
    setting: word('setting', 'a-school'),
    sector: word('sector', 'primary'),
    laterDecision: word('laterDecision', 'replaces'),
  };
  const day = word('on|date', dated(2025));
  const table = (name: string, value: unknown) => list(`${name}|row`, value);
  const crosswalk = whole('crosswalk', coordinatorRoleStemNationLeadership);
  /** A report, each of whose parts is tried by itself. */
  const reported: Argument = {
    ...options(
      {
        kind: word('kind', 'evaluation'),
        rubric: whole('rubric', smallRubric),
        assessment: whole('assessment', judged),
        evaluation: whole('evaluation', small),
        framework: whole('framework', stemNationAwardFramework),
        nextSteps: whole('nextSteps', { kind: 'met-already' }),
        nextStepsTo: word('nextStepsTo', 'secure'),
        strategies: argument('strategies', [], ['empty-list']),
        readings: argument('readings', [], ['empty-list']),
        messages,
      },
      ['kind', 'rubric', 'assessment', 'evaluation'],
    ),
    names: ['report'],
  };

  return {
    // model
    assessmentSchemaFor: [rubric],
    defineCrosswalk: [crosswalk],
    defineFramework: [whole('framework', coordinatorRoleFramework)],
    defineMigration: [
      whole('older', older),
      whole('newer', smallRubric),
      whole('maps', { criteria: { plan: 'ask-again' as const } }),
    ],
    defineRubric: [rubric],
    defineScale: [whole('scale', threeLevels)],
    defineApplication: [whole('application', stemNationApplication)],
    defineTranslation: [whole('translation', stemNationLeadershipFr)],
    translated: [whole('record', stemNationLeadership), whole('translation', stemNationLeadershipFr)],
    defineQuantityWords: [whole('words', educationScotlandInspection)],

    // display
    formModel: [
      rubric,
      options({ framework: whole('framework|elements', { id: 'any', edition: '1', elements: [] }), messages }),
    ],
    readAnswers: [
      form,
      argument('values|pair', { 'ratings.plan': 'high' }, [...EMPTY, 'empty-record', 'strange-record', 'other-object']),
    ],
    answersOf: [form, assessment],
    formSections: [
      form,
      options({
        values: argument('values', { 'ratings.plan': 'high' }, ['empty-record', 'strange-record', 'other-object']),
        issues: list('issues', []),
      }),
    ],
    // pictures
    scoreBar: [whole('evaluation', small), rubric, options(picture)],
    profilePicture: [whole('evaluation', small), rubric, options(picture)],
    settingsHeatMap: [whole('summary', summary), rubric, options(picture)],
    heatMap: [
      whole('portfolio', { rubrics: [{ kind: 'too-few', rubric: { id: 'small', version: '1.0.0' } }] }),
      rubric,
      options(picture),
    ],
    progressPicture: [
      list('evaluations|evaluation', [{ date: dated(2024), evaluation: small }]),
      rubric,
      options({ ...picture, windows: list('windows', [{ from: dated(2024), last: dated(2027) }]) }),
    ],
    awardTimeLine: [
      whole('progress', all.awardProgress([], stemNationAwardFramework, { on: dated(2025), windowYears: 3 })),
      options(picture),
    ],
    crosswalkMatrix: [crosswalk, options(picture)],
    neighbourhoodPicture: [whole('around', all.neighbourhood(graph, '/a')), options(picture)],
    rulePicture: [whole('outcome', evaluation.outcomes[0]), options(picture)],

    // text
    parseArticle: [text('text', '---\nurl: "/a"\n---\n')],
    parsePage: [
      text('text', '---\ntitle: Tides\n---\n'),
      options({ path: argument('path', 'tides.md', ['text']) }, ['path']),
    ],
    parsePages: [list('pages|page', [{ path: 'tides.md', text: '---\ntitle: Tides\n---\n' }]), options({})],
    parseFrontMatter: [text('text', '---\ntitle: A\n---\n')],
    replaceRelatedLinks: [
      text('text', '---\nurl: /a\n---\n'),
      list('related', []),
      options({ fields: argument('fields', { related: 'see' }, ['empty-record', 'other-object']) }),
    ],
    writeRelatedLinks: [
      list('pages|page', [{ path: 'a.md', text: '---\nurl: /a\n---\n' }]),
      list('articles|article', [{ url: '/a', related: [] }]),
      options({ fields: argument('fields', { related: 'see' }, ['empty-record', 'other-object']) }),
    ],
    parseGuidance: [text('text', 'Leadership in STEM')],
    parseStrategies: [whole('article|answer', { answer: '1. **Act**: do it' })],

    // display
    reportHtml: [
      reported,
      options({
        idPrefix: text('idPrefix', 'report-', ['text']),
        fragment: truth('fragment', true),
        headingLevel: number('headingLevel', 2, ['count']),
        limit: limit('limit'),
      }),
    ],
    reportMarkdown: [reported, options({ limit: limit('limit') })],
    reportText: [reported, options({ limit: limit('limit'), width: number('width', 100, []) })],

    // evaluation
    checkMigration: [whole('older', older), whole('newer', smallRubric), whole('migration', migration)],
    checkFramework: [
      whole('framework|sources', stemNationAwardFramework),
      options({ on: day, readWithinMonths: count('readWithinMonths', 12) }, ['on']),
    ],
    checkRubric: [rubric, options({ limit: limit('limit'), ...longWork })],
    compareEvaluations: [whole('before', small), whole('after', small)],
    compileScorer: [rubric],
    diffRubrics: [whole('older', smallRubric), whole('newer', smallRubric), options(search)],
    evaluate: [rubric, assessment, options({ messages })],
    formatExact: [
      whole('value|numerator', { numerator: 1, denominator: 3 }),
      options({
        as: word('as', 'number'),
        decimals: number('decimals', 2, ['count', 'zero']),
        rounding: word('rounding', 'half-up'),
      }),
    ],
    formatScore: [
      whole('score', small.score),
      options({
        as: word('as', 'number'),
        decimals: number('decimals', 2, ['count', 'zero']),
        rounding: word('rounding', 'half-up'),
      }),
    ],
    migrateAssessment: [
      whole('older', older),
      whole('newer', smallRubric),
      whole('migration', migration),
      whole('assessment|ratings', { ratings: { plan: 'high' } }),
    ],
    nextSteps: [
      rubric,
      assessment,
      options(
        {
          to: word('to|outcome', 'secure'),
          effort: argument('effort', () => 1, ['function']),
          messages,
          limit: count('limit', 1000),
        },
        ['to'],
      ),
    ],
    proveRubric: [rubric, options(search)],
    lowerRubric: [rubric],
    rateMeasures: [
      rubric,
      whole('measurements|measurement', {}, ['empty-record', 'other-object']),
      perhaps(whole('facts|fact', {}, ['empty-record', 'other-object'])),
    ],
    sensitivity: [rubric, assessment],
    toSql: [
      rubric,
      options(
        {
          dialect: word('dialect', 'duckdb'),
          table: text('table', 'ratings', ['text', 'list-of-texts', 'set']),
          layout: word('layout', 'wide'),
          keys: list('keys', ['school'], ['list-of-texts']),
          values: word('values', 'codes'),
          notApplicable: text('notApplicable', 'n/a'),
          contested: truth('contested', false),
          settings: argument('settings|long', undefined, ['text', 'list-of-texts', 'set', 'undefined']),
          columns: whole('columns|column', { facts: {} }, ['empty-record', 'other-object']),
        },
        ['dialect', 'table'],
      ),
    ],
    whatIf: [
      rubric,
      assessment,
      whole('changes|change', { ratings: { team: 'high' } }, ['empty-record', 'other-object']),
      options({ messages }),
    ],

    // crosswalk
    checkCrosswalk: [crosswalk],
    suggestStrategies: [whole('evaluation', evaluation), crosswalk, options({ limit: limit('limit') })],
    unaddressedIndicators: [crosswalk, options({ strength: word('strength', 'partial') })],

    // agreement
    benchmarkAgreement: [
      whole('agreement|coefficient', { coefficient: 0.5, standardError: 0.1 }),
      options({ confidence, scale: word('scale', 'fleiss') }),
    ],
    brennanPrediger: [data(rows), options(weighted)],
    calibrateValidator: [
      whole('scale', threeLevels),
      whole('ratings|agreed|given', { agreed: { one: 'low', two: 'high' }, given: { one: 'low', two: 'middle' } }),
      options({ weights: word('weights', 'linear') }),
    ],
    cohenKappa: [
      data([
        [3, 1],
        [2, 4],
      ]),
      options(interval),
    ],
    congerKappa: [data(rows), options(weighted)],
    consensus: [
      rubric,
      assessments,
      options({ rule: word('rule', 'majority'), atLeast: count('atLeast', 1) }, ['rule']),
    ],
    contestedCriteria: [rubric, assessments, options({ limit: limit('limit'), measure: word('measure', 'spread') })],
    fleissKappa: [data(rows), options(weighted)],
    gwetAC: [data(rows), options(weighted)],
    intraclassCorrelation: [data({ ratings: numbers }), options({ confidence, form: word('form', 'ICC(2,1)') })],
    krippendorffAlpha: [data(rows), options({ metric: word('metric', 'nominal'), ...interval })],
    bootstrapInterval: [
      whole('rows', { ratings: rows.ratings }),
      argument('coefficient', (sample: never) => all.krippendorffAlpha(sample, { metric: 'nominal' }), ['function']),
      options({ random: argument('random', () => 0.5, ['function']), confidence }, ['random']),
    ],
    moderationReport: [rubric, assessments, options({ confidence, consensus: word('consensus', 'majority') })],
    sampleSizeFor: [whole('question|statistic', { statistic: 'percent-agreement', expected: 0.8, halfWidth: 0.1 })],
    percentAgreement: [data(rows), options(weighted)],
    ratingRows: [rubric, assessments],
    scottPi: [
      data([
        [3, 1],
        [2, 4],
      ]),
      options(weighted),
    ],
    weightedKappa: [
      data([
        [3, 1],
        [2, 4],
      ]),
      options(weighted, ['weights']),
    ],

    // award
    actionPlanDeadline: [
      word('conversation|date|day', dated(2024)),
      options(
        {
          workingDays: count('workingDays', 10),
          isWorkingDay: argument('isWorkingDay', () => true, ['function']),
          searchDays: count('searchDays', 100),
          counting: word('counting', 'clear-days'),
        },
        ['workingDays', 'isWorkingDay'],
      ),
    ],
    applicationStep: [
      whole('application|states', stemNationApplication),
      word('state', stemNationApplication.initial),
      word('event', stemNationApplication.transitions[0]!.event),
      perhaps(whole('facts|fact', {}, ['empty-record', 'other-object'])),
    ],
    awardProgress: [
      decisions,
      whole('framework', stemNationAwardFramework),
      options(
        {
          on: day,
          windowYears: count('windowYears', 3),
          windowEnd: word('windowEnd', 'exclusive'),
          leapDay: word('leapDay', '1-march'),
          ...award,
        },
        ['on', 'windowYears'],
      ),
    ],
    checkAchievedTable: [table('rows', [{ label: 'A', achieved: true, percent: 100 }])],
    checkActionPlan: [
      whole('plan', { setting: 'a-school', date: dated(2024), horizon: dated(2025), actions: [] }),
      whole('evaluation', evaluation),
      options({
        outcome: word('outcome', 'element-ready'),
        roles: list('roles|role', []),
        otherIndicators: list('otherIndicators|indicator', [], ['list-of-texts']),
      }),
    ],
    checkAsOfDates: [table('values|value', [{ label: 'A', value: 21, asOf: dated(2021) }])],
    checkDeltaColumn: [table('rows', [{ label: 'A', value: 65, previous: 61, delta: 4 }])],
    checkDenominators: [
      table('evaluations|evaluation', [
        { date: dated(2021), counts: [{ label: 'A', part: 1, whole: 2, percent: 50 }] },
      ]),
      options({ rounding: word('rounding', 'half-even') }),
    ],
    checkHeadline: [whole('headline|label|percent', { label: 'A', percent: 50 })],
    parseCsv: [text('text', 'a,b'), options({ delimiter: word('delimiter', ','), formulas: word('formulas', 'keep') })],
    toCsv: [
      list('rows|texts', [['a', 'b']], ['list-of-lists']),
      options({ delimiter: word('delimiter', ','), formulas: word('formulas', 'keep') }),
    ],
    evaluationRows: [
      list('entries|entry', [{ setting: 'a-school', evaluation }]),
      options({ of: word('of', 'outcomes'), ...shownNumbers }),
    ],
    graphIssueRows: [list('issues|issue', all.checkArticleGraph(graph))],
    moderationRows: [
      whole('report', all.moderationReport(smallRubric, [judged, { ratings: { ...ratings, plan: 'low' } }])),
      options({ of: word('of', 'pairs'), ...shownNumbers }),
    ],
    publishedRows: [whole('portfolio', all.publishPortfolio(summary, { below: 5 })), options(shownNumbers)],
    ratersFromRows: [
      list(
        'rows|texts',
        [
          ['setting', 'A'],
          ['hill', 'met'],
        ],
        ['list-of-lists'],
      ),
      options({
        shape: word('shape', 'wide'),
        categories: list('categories', ['met'], ['list-of-texts']),
        missing: list('missing', ['NA'], ['list-of-texts']),
      }),
    ],
    ratingsFromRows: [
      rubric,
      list(
        'rows|texts',
        [
          ['setting', 'plan'],
          ['hill', 'high'],
        ],
        ['list-of-lists'],
      ),
      options({
        setting: text('setting', 'hill', ['text']),
        assessor: text('assessor', 'A', ['text']),
        date: word('date', dated(2025)),
        kind: word('kind', 'peer'),
        reason: text('reason', 'no staff', ['text']),
        headings: argument('headings', { plan: 'plan' }, ['empty-record', 'other-object']),
        notApplicable: list('notApplicable', ['sans objet'], ['list-of-texts']),
        shape: word('shape', 'wide'),
        dates: word('dates', 'day-first'),
      }),
    ],
    ratingTemplateRows: [
      rubric,
      list('settings|setting', [{ id: 'hill' }]),
      options({
        shape: word('shape', 'wide'),
        names: word('names', 'id'),
        assessor: text('assessor', 'A', ['text']),
        date: word('date', dated(2025)),
        kind: word('kind', 'peer'),
      }),
    ],
    recommendationRows: [list('lists|list', [{ url: '/a', related: [] }])],
    toRatingRows: [
      rubric,
      list('assessments|assessment', [
        {
          rubric: { id: smallRubric.id, version: smallRubric.version },
          kind: 'peer',
          setting: 'hill',
          assessor: 'A',
          date: dated(2025),
          ratings,
        },
      ]),
      options({ shape: word('shape', 'wide'), names: word('names', 'id') }),
    ],
    writtenLinkRows: [list('lists|list', [{ url: '/a', links: all.writtenLinks(graph, '/a') }])],
    checkPeriods: [
      table('columns|column', [{ label: '2021', period: { kind: 'year', first: '2021-01-01', last: '2021-12-31' } }]),
    ],
    compareJudgements: [whole('selfEvaluation|self-evaluation', small), whole('validation', small), rubric],
    decisionDifferences: [decisions],
    draftActions: [
      whole('evaluation', evaluation),
      options({ outcome: word('outcome', 'element-ready'), suggestions: list('suggestions|suggestion', []) }),
    ],
    elementProgress: [decisions, whole('framework', stemNationAwardFramework), options({ on: day, ...award })],
    evidenceGaps: [
      whole('rubric', stemNationLeadership),
      whole('assessment|evidence', { ratings: {}, evidence }, ['empty-record', 'other-object']),
      options({
        atLeast: number('atLeast', 1, ['count', 'large']),
        kinds: number('kinds', 1, ['count', 'large']),
        framework: whole('framework', stemNationAwardFramework),
        permissions: whole('permissions', {}, ['empty-record', 'other-object']),
        // Without a day an age cannot be counted, so beside notOlderThan it is not left out.
        asOf: { ...word('asOf', dated(2025)), leaves: ['undefined'] },
        notOlderThan: whole('notOlderThan', { years: 3 }),
      }),
    ],
    leadershipRoles: [
      whole('source|framework|indicators', stemNationAwardFramework, EMPTY),
      list('assignments|assignment', []),
      options({ element: word('element', 'leadership'), sector: word('sector', 'primary') }),
    ],
    publishPortfolio: [whole('summary', summary), options({ below: count('below', 5) }, ['below'])],
    quantityWords: [
      number('part', 3, ['count', 'zero']),
      number('whole', 10, ['count', 'large']),
      whole('words|bands', educationScotlandInspection),
      options({}),
    ],
    settingProgress: [list('evaluations|evaluation', [{ date: dated(2024), evaluation }]), options({})],
    stakeholderCoverage: [list('evidence', []), options({})],
    summarisePortfolio: [
      list('settings|setting', [{ setting: { id: 'a-school', name: 'A school', sector: 'primary' }, evaluations: [] }]),
      options({ on: day }, ['on']),
    ],
    suppressSmallCounts: [list('counts', counts, ['list-of-lists']), options({ below: count('below', 5) }, ['below'])],

    // graph
    neighbourhood: [articleGraph, url, options({ limit: count('limit') })],
    adamicAdar: [
      linkGraph,
      node(),
      options({
        limit: most,
        among: nodes('among'),
        direction: word('direction', 'out'),
        maxDegree: limit('maxDegree'),
      }),
    ],
    applyRepairs: [
      list('articles|article', pages),
      list('issues|issue', []),
      options({ guesses: truth('guesses', true) }),
    ],
    articleGraphBuilder: [],
    articleGraphFromBytes: [argument('snapshot|bytes', all.articleGraphToBytes(graph))],
    articleGraphToBytes: [articleGraph],
    articleSlug: [text('title', 'A title')],
    buildArticleGraph: [list('articles|article', pages)],
    buildLinkGraph: [
      whole('pairs|nodeCount', pairs),
      options({ repeated: word('repeated', 'once'), selfLinks: word('selfLinks', 'drop') }),
    ],
    buildTextIndex: [
      list('articles|article', pages),
      articleGraph,
      options({
        ...longWork,
        b: number('b', 0.5, ['zero', 'count']),
        k1: number('k1', 1.2, ['zero', 'count', 'fraction', 'large']),
        tokenize: argument('tokenize', all.tokenizeText, ['function']),
        weights: whole('weights', { title: 2 }, ['empty-record', 'other-object']),
      }),
    ],
    checkArticleGraph: [
      articleGraph,
      options({
        ...longWork,
        only: list('only', ['self-link']),
        without: list('without', ['self-link']),
        repairs: truth('repairs', true),
      }),
    ],
    checkRanks: [
      linkGraph,
      argument('ranks', [0.25, 0.25, 0.5], ['bytes']),
      options({
        damping: number('damping', 0.5, ['zero']),
        dangling: word('dangling', 'drop'),
        limit: most,
        nodes: nodes('nodes'),
        scale: word('scale', 'one'),
        slotWeight: argument('slotWeight', () => 1, ['function']),
        tolerance: number('tolerance', 1e-6, ['fraction']),
      }),
    ],
    coCitation: [linkGraph, node(), options({ limit: most, among: nodes('among'), maxDegree: limit('maxDegree') })],
    communities: [linkGraph, options({ resolution: number('resolution', 1, ['count', 'fraction', 'zero', 'large']) })],
    countGraphIssues: [list('issues|issue', all.checkArticleGraph(graph))],
    coupling: [linkGraph, node(), options({ limit: most, among: nodes('among'), maxDegree: limit('maxDegree') })],
    degrees: [linkGraph],
    freezeArticleGraph: [whole('edited|graph', graph)],
    fromArticleGraph: [whole('graph|articles', all.toArticleGraph(graph))],
    hits: [
      linkGraph,
      options({
        maxIterations: count('maxIterations', 10),
        tolerance: number('tolerance', 1e-6, ['count', 'fraction', 'large', 'infinite']),
        normalisation: word('normalisation', 'max'),
      }),
    ],
    keyTerms: [textIndex, url, options({ limit: number('limit', 2, ['count', 'zero']) })],
    modularity: [
      linkGraph,
      argument('labels', [0, 0, 1], ['bytes']),
      options({
        directed: truth('directed', true),
        resolution: number('resolution', 1, ['count', 'fraction', 'zero', 'large']),
      }),
    ],
    moreLikeText: [
      textIndex,
      text('text', 'a lever'),
      options({ limit: most, terms: limit('terms'), exclude: urls('exclude') }),
    ],
    moreLikeThis: [textIndex, url, options({ limit: most, terms: limit('terms'), exclude: urls('exclude') })],
    openArticleGraph: [argument('linksBuffer|bytes', graph.buffer), argument('tableBuffer|bytes', graph.tableBuffer)],
    openLinkGraph: [argument('buffer|bytes', links.buffer)],
    openTextIndex: [argument('buffer|bytes', index.buffer), options({})],
    pageRank: [
      linkGraph,
      options({
        damping: number('damping', 0.5, ['zero']),
        dangling: word('dangling', 'uniform'),
        maxSweeps: count('maxSweeps', 10),
        personalisation: argument('personalisation', [1, 2, 3]),
        slotWeight: argument('slotWeight', () => 1, ['function']),
        tolerance: number('tolerance', 1e-6, ['count', 'fraction', 'large', 'infinite']),
      }),
    ],
    personalisedPageRank: [
      linkGraph,
      argument('seeds|seed|node', 0, ['zero', 'count', 'list-of-numbers', 'bytes']),
      options({
        limit: most,
        damping: number('damping', 0.5, ['zero']),
        direction: word('direction', 'both'),
        epsilon: number('epsilon', 1e-4, ['count', 'fraction', 'large']),
        exclude: excluded,
      }),
    ],
    rankKeeper: [
      linkGraph,
      options({ damping: number('damping', 0.5, ['zero']), relativeTolerance: number('relativeTolerance', 1e-3, []) }),
    ],
    readingOrder: [articleGraph, list('urls|url|article', ['/a', '/b'])],
    readingPath: [
      articleGraph,
      word('fromUrl|from|article', '/a'),
      word('toUrl|to|article', '/b'),
      options({ avoid: urls('avoid'), direction: word('direction', 'all'), maxSteps: limit('maxSteps') }),
    ],
    readingsFor: [
      whole('topic|label|name', { label: 'Levers' }),
      articleGraph,
      options({
        limit: most,
        exclude: urls('exclude'),
        leastShare: number('leastShare', 0.1, ['zero', 'count']),
        text: whole('text|index', index),
      }),
    ],
    reciprocity: [linkGraph, options({ node: node() })],
    recommendAll: [
      articleGraph,
      options({
        limit: most,
        ...longWork,
        text: whole('text|index', index),
        mostTimes: limit('mostTimes'),
        ownLinks: word('ownLinks', 'include'),
      }),
    ],
    recommendRelated: [
      articleGraph,
      url,
      options({
        limit: most,
        text: whole('text|index', index),
        copies: word('copies', 'all'),
        exclude: urls('exclude'),
        mostInbound: limit('mostInbound'),
        noIndex: word('noIndex', 'include'),
        ownLinks: word('ownLinks', 'include'),
        perSubject: limit('perSubject'),
      }),
    ],
    searchText: [textIndex, text('query', 'a lever'), options({ limit: most, exclude: urls('exclude') })],
    shortestPath: [
      linkGraph,
      node('from'),
      node('to', 1),
      options({ avoid: excluded, direction: word('direction', 'all') }),
    ],
    siteReport: [articleGraph, options({ clicks: limit('clicks'), entries: urls('entries'), limit: limit('limit') })],
    strongComponents: [linkGraph],
    toArticleGraph: [articleGraph],
    tokenizeText: [text('text', 'a lever')],
    toEdgeRows: [
      linkGraph,
      options({ chunkSize: count('chunkSize', 2), slotWeight: argument('slotWeight', () => 1, ['function']) }),
    ],
    topArticles: [articleGraph, argument('values|value', [0.5, 0.5], ['bytes']), options({ limit: most })],
    weakComponents: [linkGraph],
    withArticle: [articleGraph, whole('article', { ...pages[0], title: 'Levers again' })],
    withoutArticle: [articleGraph, url],
    writtenLinks: [articleGraph, url],
  };
};
