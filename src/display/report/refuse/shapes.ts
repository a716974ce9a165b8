/** The shapes of what a report is written of, as far as it is read. */
import {
  closedRecordOf,
  date,
  listOf,
  maybe,
  name,
  madeOf as recordOf,
  pairOf,
  type Shape,
  text,
  truth,
  valuesOf,
  wholeFrom,
  wordOf,
} from '../../../common/expect-shape.js';
import { isRecord } from '../../../common/refuse.js';
import { shownValue } from '../../../common/shown-value.js';
import { MOVEMENTS, OUTCOME_MOVEMENTS } from '../../../model/advice/comparison.js';
import { VERDICTS } from '../../../model/shared/verdict.js';
import { columnKind, publishedCount, state, twoLevels, verdict, version, windows } from '../../pictures/draw/shapes.js';

const COUNT = /* @__PURE__ */ wholeFrom(0);
const WHOLE = /* @__PURE__ */ wholeFrom(-Number.MAX_SAFE_INTEGER);
const DENOMINATOR = /* @__PURE__ */ wholeFrom(1);

export const exact: Shape = (value) =>
  recordOf('an exact number', { numerator: WHOLE, denominator: DENOMINATOR })(value);

const finite: Shape = (value) =>
  typeof value === 'number' && Number.isFinite(value)
    ? undefined
    : { at: '', says: `is ${shownValue(value)}; it is a number`, wrongKind: typeof value !== 'number' };

/** A finding with the findings inside it. Goes through them without recursion, and no further than findings ever go. */
const finding: Shape = (value) => {
  const one = recordOf('a finding', {
    verdict: wordOf([...VERDICTS, 'not-applicable']),
    message: text,
    findings: listOf('findings', recordOf('a finding', {})),
  });
  const open: { readonly found: unknown; readonly at: string; readonly depth: number }[] = [
    { found: value, at: '', depth: 0 },
  ];
  for (let looked = 0, next = open.pop(); next !== undefined; next = open.pop()) {
    const { found, at, depth } = next;
    const fault = one(found);
    if (fault !== undefined) return { ...fault, at: `${at}${fault.at}` };
    if (depth > DEEPEST || ++looked > MOST) {
      const many = depth > DEEPEST ? `nested deeper than ${DEEPEST}` : `more than ${MOST}`;
      return { at, says: `holds findings ${many}; no evaluation does`, wrongKind: false };
    }
    // The way to a deep finding is told as far as a sentence bears.
    (found as { readonly findings: readonly unknown[] }).findings.forEach((inner, i) =>
      open.push({ found: inner, at: at.length < 60 ? `${at}.findings[${i}]` : at, depth: depth + 1 }),
    );
  }
  return undefined;
};

/** Findings mirror rules: a little more than the bounds of rules in model/rubrics/rule-size.ts, 1,000 deep and 200,000 in all. */
const DEEPEST = 1_100;
const MOST = 250_000;

const scale: Shape = /* @__PURE__ */ (() =>
  recordOf('a scale', { levels: listOf('levels', recordOf('a level', { id: name, label: text })) }))();

const labelled = (what: string): Shape => recordOf(what, { id: name, label: text });

export const rubric: Shape = /* @__PURE__ */ (() =>
  recordOf('a rubric', {
    id: name,
    version: name,
    label: text,
    scale,
    groups: maybe(listOf('groups', labelled('a group'))),
    groupWord: maybe(recordOf('an object with one and many', { one: text })),
    criteria: listOf(
      'criteria',
      recordOf('a criterion', {
        id: name,
        label: text,
        indicator: maybe(name),
        group: maybe(name),
        scale: maybe(scale),
      }),
    ),
    facts: maybe(listOf('facts', labelled('a fact'))),
    scoring: recordOf('a scoring', { kind: name }),
    bands: maybe(listOf('bands', labelled('a band'))),
    outcomes: listOf('outcomes', labelled('an outcome')),
    notice: text,
  }))();

const score: Shape = (value) =>
  isRecord(value) && value['kind'] === 'unscored'
    ? recordOf('a score', { because: wordOf(['nothing-applicable', 'nothing-rated', 'profile-only']) })(value)
    : recordOf('a score', {
        kind: wordOf(['scored', 'unscored']),
        unit: wordOf(['share', 'points', 'count']),
        value: maybe(exact),
        interval: recordOf('an interval', { least: exact, greatest: exact }),
        coverage: exact,
        outOf: exact,
        band: maybe(name),
      })(value);

const withMessage = (what: string): Shape => recordOf(what, { message: text });

export const evaluation: Shape = /* @__PURE__ */ (() =>
  recordOf('an evaluation, as evaluate gives it', {
    rubric: version,
    framework: maybe(recordOf('a framework', { id: name, edition: name, element: maybe(name) })),
    score,
    criteria: listOf(
      'criteria',
      recordOf('a criterion', {
        criterion: name,
        indicator: name,
        label: text,
        state,
        level: maybe(name),
        levelLabel: maybe(text),
        note: maybe(text),
        between: maybe(twoLevels),
        reason: maybe(text),
        evidence: COUNT,
      }),
    ),
    outcomes: listOf(
      'outcomes',
      recordOf('an outcome', {
        outcome: name,
        label: text,
        verdict,
        finding,
        gaps: listOf('gaps', withMessage('a gap')),
        missing: listOf('missing things', withMessage('a missing thing')),
      }),
    ),
    obligations: listOf('obligations', recordOf('an obligation', { label: text, criteria: listOf('criteria', name) })),
    notice: text,
  }))();

export const datedEvaluations: Shape = /* @__PURE__ */ (() =>
  listOf('dated evaluations', recordOf('a dated evaluation', { date, evaluation })))();

const attestation: Shape = (value) =>
  typeof value === 'boolean' || value === undefined
    ? undefined
    : recordOf('true, false, or either with its reason', { holds: truth, reason: text })(value);

export const assessment: Shape = /* @__PURE__ */ (() =>
  recordOf('an assessment, as evaluate takes it', {
    ratings: recordOf('an object of ratings', {}),
    rubric: maybe(version),
    kind: maybe(name),
    setting: maybe(text),
    settingName: maybe(text),
    assessor: maybe(text),
    date: maybe(text),
    facts: maybe(valuesOf('an object of facts', attestation)),
    priorities: maybe(listOf('criteria', name)),
    evidence: maybe(
      listOf(
        'items of evidence',
        recordOf('an item of evidence', {
          kind: name,
          date: text,
          shows: text,
          supports: listOf('indicators', name),
          links: maybe(listOf('addresses', text)),
        }),
      ),
    ),
  }))();

export const framework: Shape = /* @__PURE__ */ (() =>
  recordOf('a framework', {
    id: name,
    edition: name,
    label: text,
    elements: listOf(
      'elements',
      recordOf('an element', {
        id: name,
        label: text,
        indicators: listOf('indicators', recordOf('an indicator', { id: name, label: text, statement: text })),
      }),
    ),
  }))();

export const nextSteps: Shape = (value) =>
  isRecord(value) && value['kind'] === 'steps'
    ? recordOf('what nextSteps gives', {
        steps: listOf('steps', withMessage('a step')),
        proved: truth,
        message: maybe(text),
      })(value)
    : recordOf('what nextSteps gives', { kind: wordOf(['steps', 'met-already', 'out-of-reach']) })(value);

export const strategies: Shape = /* @__PURE__ */ (() =>
  listOf(
    'suggestions',
    recordOf('a suggestion, as suggestStrategies gives it', {
      indicator: name,
      label: text,
      level: maybe(name),
      hasMainLever: truth,
      strategies: listOf(
        'strategies',
        recordOf('a strategy', { label: text, strength: wordOf(['strong', 'partial']), reason: text }),
      ),
    }),
  ))();

export const readings: Shape = /* @__PURE__ */ (() =>
  listOf(
    'readings',
    recordOf('a reading, as readingsFor gives it', { url: text, title: text, subject: text, message: text }),
  ))();

const criterionMovement: Shape = /* @__PURE__ */ (() =>
  recordOf('a movement', {
    criterion: name,
    label: text,
    movement: wordOf(MOVEMENTS),
    from: maybe(name),
    to: maybe(name),
  }))();

const outcomeMovement: Shape = /* @__PURE__ */ (() =>
  recordOf('a movement', {
    outcome: name,
    label: text,
    movement: wordOf(OUTCOME_MOVEMENTS),
    from: verdict,
    to: verdict,
  }))();

export const comparison: Shape = /* @__PURE__ */ (() =>
  recordOf('a comparison, as compareEvaluations gives it', {
    criteria: listOf('movements', criterionMovement),
    outcomes: listOf('movements', outcomeMovement),
    scoreChange: maybe(exact),
    because: maybe(wordOf(['out-of-range'])),
  }))();

const step: Shape = /* @__PURE__ */ (() =>
  recordOf('a step', {
    from: text,
    to: text,
    outcomes: listOf('movements', outcomeMovement),
    counts: recordOf('an object of counts', Object.fromEntries(MOVEMENTS.map((movement) => [movement, maybe(COUNT)]))),
  }))();

export const progress: Shape = /* @__PURE__ */ (() =>
  recordOf('progress, as settingProgress gives it', {
    rubric: maybe(version),
    points: listOf(
      'points',
      recordOf('a point', {
        date: text,
        period: maybe(recordOf('a period', { label: text })),
        standing: recordOf('a standing', { least: maybe(exact) }),
        achieved: maybe(name),
        coverage: maybe(exact),
      }),
    ),
    steps: listOf('steps', step),
    sinceBaseline: maybe(step),
    best: recordOf('an object with outcomes and criteria', {
      outcomes: listOf(
        'outcomes',
        recordOf('an outcome', { label: text, firstMet: maybe(text), lastMet: maybe(text), metNow: truth }),
      ),
      criteria: listOf('criteria', recordOf('a criterion', { criterion: name, label: text, level: name, date: text })),
    }),
    refused: listOf('refused evaluations', recordOf('a refused evaluation', { date: text, message: text })),
  }))();

const issue: Shape = /* @__PURE__ */ (() =>
  recordOf('an issue', {
    severity: wordOf(['error', 'warning', 'info']),
    message: text,
    hint: maybe(text),
  }))();

const decision: Shape = /* @__PURE__ */ (() =>
  recordOf('a decision', {
    date: text,
    decision: wordOf(['achieved', 'more-evidence-needed']),
    decidedBy: text,
    reason: text,
  }))();

const awardWindow: Shape = /* @__PURE__ */ (() =>
  recordOf('a window', {
    from: text,
    last: text,
    achieved: listOf('elements', recordOf('an element', { element: name, on: text })),
  }))();

export const award: Shape = /* @__PURE__ */ (() =>
  recordOf('progress towards an award, as awardProgress gives it', {
    framework: recordOf('an object with id and edition', { id: name, edition: name }),
    setting: maybe(text),
    on: text,
    elements: listOf(
      'elements',
      recordOf('an element', {
        label: text,
        state: wordOf(['achieved', 'more-evidence-needed', 'not-decided']),
        achievedOn: listOf('dates', text),
        decisions: listOf('decisions', decision),
      }),
    ),
    windows: listOf('windows', awardWindow),
    current: maybe(awardWindow),
    missing: listOf(
      'elements',
      recordOf('an element', {
        label: text,
        because: wordOf(['not-decided', 'more-evidence-needed', 'lapsed']),
      }),
    ),
    completeBy: maybe(text),
    daysLeft: maybe(COUNT),
    lapses: listOf(
      'lapses',
      recordOf('a lapse', {
        label: text,
        achievedOn: text,
        countsUntil: text,
        daysLeft: maybe(COUNT),
        lapsed: truth,
      }),
    ),
    eligible: truth,
    eligibleSince: maybe(text),
    reason: text,
    otherReading: recordOf('an object with eligible and matters', { eligible: truth, matters: truth }),
    later: listOf('decisions', decision),
    issues: listOf('issues', issue),
    notice: text,
  }))();

/** A table whose rows have a count for each column; a withheld one has none. */
const publishedTable: Shape = (value) => {
  const fault = recordOf('a published table', {
    columns: listOf(
      'columns',
      recordOf('a column', {
        kind: columnKind,
        level: maybe(name),
        elements: maybe(COUNT),
      }),
    ),
    totals: listOf('counts', publishedCount),
    withheld: maybe(truth),
    by: listOf(
      'tables',
      recordOf('a table', {
        by: wordOf(['sector', 'authority']),
        rows: listOf(
          'rows',
          recordOf('a row', {
            groups: listOf('groups', text),
            settings: COUNT,
            counts: listOf('counts', publishedCount),
          }),
        ),
      }),
    ),
  })(value);
  if (fault !== undefined) return fault;
  const table = value as {
    readonly withheld?: boolean;
    readonly columns: readonly unknown[];
    readonly totals: readonly unknown[];
    readonly by: readonly { readonly rows: readonly { readonly counts: readonly unknown[] }[] }[];
  };
  if (table.withheld === true) return undefined;
  const rows = [table.totals, ...table.by.flatMap((one) => one.rows.map(({ counts }) => counts))];
  const odd = rows.find((counts) => counts.length !== table.columns.length);
  if (odd === undefined) return undefined;
  const says = `has ${table.columns.length} columns but a row of ${odd.length} counts; each row has a count for each column`;
  return { at: '', says, wrongKind: false };
};

const publishedRubric: Shape = (value) =>
  isRecord(value) && value['kind'] === 'too-few'
    ? recordOf('a rubric of a portfolio', { rubric: version })(value)
    : recordOf('a rubric of a portfolio', {
        kind: wordOf(['published', 'too-few']),
        rubric: version,
        settings: COUNT,
        indicators: listOf(
          'indicators',
          recordOf('an indicator', { criterion: name, label: text, table: publishedTable }),
        ),
        notice: text,
      })(value);

const decided: Shape = (value) =>
  isRecord(value) && value['kind'] === 'number'
    ? recordOf('a table of elements', { table: publishedTable })(value)
    : recordOf('tables of elements', {
        kind: wordOf(['each', 'number']),
        tables: listOf('tables', recordOf('a table', { element: name, table: publishedTable })),
      })(value);

export const portfolio: Shape = /* @__PURE__ */ (() =>
  recordOf('a published portfolio, as publishPortfolio gives it', {
    on: text,
    below: COUNT,
    rubrics: listOf('rubrics', publishedRubric),
    elements: maybe(decided),
    notice: text,
  }))();

const WHY = [
  'no-subjects',
  'too-few-raters',
  'too-few-subjects',
  'no-pairs',
  'no-variation',
  'single-category',
  'no-standard-error',
] as const;

const isUndefined = (value: unknown): boolean => isRecord(value) && value['kind'] === 'undefined';
const noValue: Shape = /* @__PURE__ */ (() => recordOf('no value', { because: wordOf(WHY) }))();

const agreement: Shape = (value) =>
  isUndefined(value)
    ? noValue(value)
    : recordOf('an agreement', {
        kind: wordOf(['agreement', 'undefined']),
        coefficient: finite,
        interval: maybe(pairOf('two numbers', finite)),
      })(value);

const agreedShare: Shape = (value) =>
  isUndefined(value)
    ? noValue(value)
    : recordOf('a share that agrees', { agreed: COUNT, compared: DENOMINATOR })(value);

const given: Shape = (value) =>
  isRecord(value) && value['level'] === undefined
    ? recordOf('a rating', { rater: text, notApplicable: text })(value)
    : recordOf('a rating', { rater: text, level: text })(value);

const bySetting = (what: string, criterion: Shape): Shape =>
  listOf(what, recordOf('a setting', { setting: maybe(text), criteria: listOf('criteria', criterion) }));

export const moderation: Shape = /* @__PURE__ */ (() =>
  recordOf('a moderation report, as moderationReport gives it', {
    settings: listOf('settings', maybe(text)),
    raters: listOf('raters', text),
    overall: recordOf('an object with alpha and ac', { alpha: agreement, ac: agreement }),
    criteria: listOf('criteria', recordOf('a criterion', { label: text, exact: agreedShare, alpha: agreement })),
    pairs: listOf(
      'pairs',
      recordOf('a pair', {
        raters: pairOf('two raters', text),
        exact: agreedShare,
        kappa: agreement,
        warning: maybe(text),
      }),
    ),
    tendencies: listOf(
      'tendencies',
      recordOf('a tendency', {
        rater: text,
        compared: COUNT,
        same: COUNT,
        higher: COUNT,
        lower: COUNT,
        levelsAbove: WHOLE,
        direction: wordOf(['severe', 'lenient', 'none']),
      }),
    ),
    contested: bySetting(
      'settings',
      recordOf('a contested criterion', {
        criterion: name,
        label: text,
        applicabilityDisputed: truth,
        ratings: listOf('ratings', given),
      }),
    ),
    open: bySetting(
      'settings',
      recordOf('an open criterion', {
        criterion: name,
        label: text,
        because: wordOf(['too-few-ratings', 'no-majority', 'not-unanimous', 'applicability-disputed']),
        levels: listOf('levels', text),
      }),
    ),
    leftOut: listOf('criteria', name),
  }))();

const share: Shape = /* @__PURE__ */ (() => recordOf('a share', { part: COUNT, whole: COUNT }))();
const listed: Shape = /* @__PURE__ */ (() =>
  recordOf('listed articles', { count: COUNT, urls: listOf('urls', text) }))();
const counts = (what: string, ...names: readonly string[]): Shape =>
  recordOf(what, Object.fromEntries(names.map((one) => [one, COUNT])));

export const site: Shape = /* @__PURE__ */ (() =>
  recordOf('a site report, as siteReport gives it', {
    articles: COUNT,
    links: counts('counts of links', 'written', 'dangling', 'kept', 'self', 'repeated'),
    orphans: listed,
    sinks: listed,
    isolated: listed,
    noIndex: listed,
    reach: maybe(
      recordOf('an object of reach', {
        clicks: COUNT,
        unknownEntries: listOf('urls', text),
        reachedAt: listOf('counts', COUNT),
        unreachable: listed,
      }),
    ),
    reciprocity: share,
    hubs: recordOf('an object of hubs', { topArticle: share, topHundredthArticles: COUNT, topHundredth: share }),
    crossSubject: share,
    subjects: listOf(
      'subjects',
      recordOf('a subject', {
        subject: text,
        articles: COUNT,
        withLinks: COUNT,
        withInbound: COUNT,
        linksWithin: COUNT,
        linksOut: COUNT,
        linksIn: COUNT,
      }),
    ),
    components: counts('counts of parts', 'count', 'largest'),
    linksToNoIndex: COUNT,
    copies: counts('counts of copies', 'articles'),
  }))();

export const graphIssues: Shape = /* @__PURE__ */ (() =>
  listOf(
    'issues',
    recordOf('an issue of checkArticleGraph', {
      url: text,
      slot: maybe(COUNT),
      severity: wordOf(['error', 'warning', 'info']),
      message: text,
      hint: maybe(text),
    }),
  ))();

export { closedRecordOf, listOf, maybe, name, recordOf, type Shape, text, windows };
