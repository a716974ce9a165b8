import type { CriterionMovement, Movement, OutcomeMovement } from '../../../model/advice/comparison.js';
import type { ProgressPoint, ProgressStep, SettingProgress } from '../../../model/progress/setting-progress.js';
import type { Evaluation } from '../../../model/rubrics/evaluation.js';
import type { Rubric } from '../../../model/rubrics/rubric.js';
import { type Block, given, line, type Line, type Mark, present } from '../document/blocks.js';
import { progressPicture } from '../../pictures/progress-picture.js';
import { type Context, inARow, listOf, tableOf } from '../document/context.js';
import { levelLabels } from '../document/labels.js';
import { verdictWords } from '../document/marks.js';
import type { ComparisonReport } from '../document/report.js';

const OF_MOVEMENT: Readonly<Record<Movement, Mark | undefined>> = {
  up: 'good',
  down: 'short',
  same: undefined,
  'newly-rated': undefined,
  'no-longer-rated': 'open',
  'newly-not-applicable': 'aside',
  'applicable-again': 'open',
  contested: 'open',
};

const OF_OUTCOME: Readonly<Record<OutcomeMovement['movement'], Mark | undefined>> = {
  gained: 'good',
  lost: 'short',
  opened: 'open',
  closed: 'short',
  same: undefined,
};

export const comparisonTitle = ({ rubric }: ComparisonReport, { messages }: Context): Line => [
  messages.comparison.title,
  messages.colon,
  given(rubric.label),
];

export const comparisonBlocks = (report: ComparisonReport, context: Context): readonly Block[] => {
  const { rubric, setting, comparison, before, after, progress } = report;
  const { messages } = context;
  const of = messages.comparison;
  const label = levelLabels(rubric);
  return present([
    {
      kind: 'facts',
      entries: [
        [messages.rubric, line(messages.version(rubric.label, rubric.version))],
        ...(setting === undefined ? [] : ([[messages.setting, line(setting)]] as const)),
        ...scoreEntries(before, after, context),
        ...changeEntries(report, context),
      ],
    },
    comparison && { kind: 'paragraph', line: countsLine(countsOf(comparison.criteria), context) },
    comparison && {
      kind: 'section',
      title: [messages.outcomes],
      blocks: present([outcomeTable(comparison.outcomes, context)]),
    },
    comparison && {
      kind: 'section',
      title: [of.criteria],
      blocks: present([criterionTable(comparison.criteria, label, context)]),
    },
    ...(progress ? overTime(progress, report, context) : []),
    { kind: 'notice', title: messages.notice, lines: [line(rubric.notice)] },
  ]);
};

/** The score of each of the two, where it has a value. */
const scoreEntries = (
  before: Evaluation | undefined,
  after: Evaluation | undefined,
  { messages, figures }: Context,
): (readonly [string, Line])[] =>
  [[messages.comparison.scoreBefore, before] as const, [messages.comparison.scoreAfter, after] as const].flatMap(
    ([name, evaluation]) => {
      const score = evaluation?.score;
      if (score?.kind !== 'scored' || score.value === undefined) return [];
      const { value, coverage, unit } = score;
      const shown = unit === 'share' ? figures.percent(value) : figures.number(value);
      return [[name, [messages.comparison.scoreOf(shown, figures.percent(coverage))]] as const];
    },
  );

const changeEntries = (
  { comparison, after }: ComparisonReport,
  { messages, figures }: Context,
): (readonly [string, Line])[] => {
  const of = messages.comparison;
  if (comparison?.scoreChange !== undefined) {
    // Without the evaluations nothing says whether the score is a share; then the number is shown as it is.
    const isShare = after?.score.kind === 'scored' && after.score.unit === 'share';
    const { scoreChange } = comparison;
    const shown = isShare ? of.percentagePoints(figures.points(scoreChange)) : figures.change(scoreChange);
    return [[of.scoreChange, [shown]]];
  }
  return comparison?.because === undefined ? [] : [[of.scoreChange, [of.noScoreChange]]];
};

type Counts = Partial<Record<Movement, number>>;

const countsOf = (criteria: readonly CriterionMovement[]): Counts => {
  const counts: Counts = {};
  for (const { movement } of criteria) counts[movement] = (counts[movement] ?? 0) + 1;
  return counts;
};

/** How many criteria moved which way: *up: 2, down: 1, as before: 4*. */
const countsLine = (counts: Counts, { messages }: Context): Line => {
  const movements = Object.keys(OF_MOVEMENT) as Movement[];
  return inARow(
    movements.flatMap((movement) => {
      const count = counts[movement] ?? 0;
      return count === 0 ? [] : [[messages.comparison.movements[movement], messages.colon, String(count)]];
    }),
  );
};

const outcomeTable = (outcomes: readonly OutcomeMovement[], context: Context): Block => {
  const { messages } = context;
  const of = messages.comparison;
  return tableOf(
    context,
    [messages.outcomes],
    [{ title: messages.outcome }, { title: of.before }, { title: of.after }, { title: of.change }],
    outcomes,
    ({ label, from, to, movement }) => [
      line(label),
      [verdictWords(from, context)],
      [verdictWords(to, context)],
      [given(of.outcomeMovements[movement], { mark: OF_OUTCOME[movement] })],
    ],
  );
};

const criterionTable = (
  criteria: readonly CriterionMovement[],
  label: (criterion: string, level: string) => string,
  context: Context,
): Block => {
  const { messages } = context;
  const of = messages.comparison;
  return tableOf(
    context,
    [of.criteria],
    [{ title: messages.criterion }, { title: of.before }, { title: of.after }, { title: of.change }],
    criteria,
    ({ criterion, label: name, from, to, movement }) => [
      line(name),
      from === undefined ? ['–'] : line(label(criterion, from)),
      to === undefined ? ['–'] : line(label(criterion, to)),
      [given(of.movements[movement], { mark: OF_MOVEMENT[movement] })],
    ],
  );
};

const overTime = (
  progress: SettingProgress,
  { rubric, evaluations, windows }: ComparisonReport,
  context: Context,
): readonly Block[] => {
  const { messages } = context;
  const of = messages.comparison;
  const { points, steps, sinceBaseline, best, refused } = progress;
  const outcomes = new Map(rubric.outcomes.map(({ id, label }) => [id, label]));
  const label = levelLabels(rubric);
  return [
    {
      kind: 'section',
      title: [of.overTime],
      blocks: present([
        evaluations &&
          context.picture((options) =>
            progressPicture(evaluations, rubric, { ...options, ...(windows && { windows }) }),
          ),
        pointTable(points, rubric, outcomes, context),
      ]),
    },
    { kind: 'section', title: [of.steps], blocks: present([stepTable(of.steps, steps, context)]) },
    // Of two dates the one step is the whole way.
    ...(sinceBaseline && points.length > 2
      ? ([
          {
            kind: 'section',
            title: [of.sinceBaseline],
            blocks: present([stepTable(of.sinceBaseline, [sinceBaseline], context)]),
          },
        ] as const)
      : []),
    { kind: 'section', title: [of.best], blocks: bestTables(best, label, context) },
    {
      kind: 'section',
      title: [of.refused],
      blocks: present([
        listOf(context, refused, ({ date, message }) => ({
          line: [given(date), messages.colon, given(message, { lang: 'en' })],
        })),
      ]),
    },
  ];
};

/** When each outcome was met, and the highest level that each criterion was at. */
const bestTables = (
  best: SettingProgress['best'],
  label: ReturnType<typeof levelLabels>,
  context: Context,
): readonly Block[] => {
  const { messages } = context;
  const of = messages.comparison;
  return present([
    tableOf(
      context,
      [of.best, messages.colon, messages.outcomes],
      [{ title: messages.outcome }, { title: of.firstMet }, { title: of.lastMet }, { title: of.metNow }],
      best.outcomes,
      ({ label: name, firstMet, lastMet, metNow }) => [
        line(name),
        line(firstMet ?? '–'),
        line(lastMet ?? '–'),
        [given(metNow ? messages.yes : messages.no, { mark: metNow ? 'good' : 'aside' })],
      ],
    ),
    tableOf(
      context,
      [of.best, messages.colon, of.criteria],
      [{ title: messages.criterion }, { title: of.highest }, { title: messages.date }],
      best.criteria,
      ({ criterion, label: name, level, date }) => [line(name), line(label(criterion, level)), line(date)],
    ),
  ]);
};

const pointTable = (
  points: readonly ProgressPoint[],
  rubric: Rubric,
  outcomes: ReadonlyMap<string, string>,
  context: Context,
): Block => {
  const { messages, figures } = context;
  const of = messages.comparison;
  const isShare = ['weighted-mean', 'mean-of-groups', 'minimum', 'share-at-level'].includes(rubric.scoring.kind);
  const havePeriods = points.some(({ period }) => period !== undefined);
  return tableOf(
    context,
    [of.overTime],
    [
      { title: messages.date },
      ...(havePeriods ? [{ title: of.period }] : []),
      { title: of.achieved },
      { title: of.least, numbers: true },
      { title: of.coverage, numbers: true },
    ],
    points,
    ({ date, period, achieved, standing: { least }, coverage }) => [
      line(date),
      ...(havePeriods ? [line(period?.label ?? '–')] : []),
      achieved === undefined ? [of.noneMet] : line(outcomes.get(achieved) ?? achieved),
      [least === undefined ? '–' : isShare ? figures.percent(least) : figures.number(least)],
      [coverage === undefined ? '–' : figures.percent(coverage)],
    ],
  );
};

const stepTable = (caption: string, steps: readonly ProgressStep[], context: Context): Block => {
  const { messages } = context;
  const of = messages.comparison;
  const named = (step: ProgressStep, movement: OutcomeMovement['movement']): Line =>
    inARow(step.outcomes.filter((one) => one.movement === movement).map(({ label }) => line(label)));
  const orNone = (words: Line): Line => (words.length === 0 ? ['–'] : words);
  return tableOf(
    context,
    [caption],
    [
      { title: messages.from },
      { title: messages.to },
      { title: of.movedCriteria },
      { title: of.gainedOutcomes },
      { title: of.lostOutcomes },
    ],
    steps,
    (step) => [
      line(step.from),
      line(step.to),
      orNone(countsLine(step.counts, context)),
      orNone(named(step, 'gained')),
      orNone(named(step, 'lost')),
    ],
  );
};
