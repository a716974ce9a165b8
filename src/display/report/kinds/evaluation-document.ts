import type { Framework } from '../../../model/awards/framework.js';
import type { Attestation } from '../../../model/awards/attestation.js';
import { own } from '../../../common/own.js';
import { capitalised } from '../../../common/unicode/letter-case.js';
import type { Evaluation, Finding, OutcomeVerdict, CriterionProfile } from '../../../model/rubrics/evaluation.js';
import { looksLikeAddress } from '../document/address-of.js';
import { type Block, given, type Item, line, type Line, present } from '../document/blocks.js';
import { profilePicture } from '../../pictures/profile-picture.js';
import { scoreBar } from '../../pictures/score-bar.js';
import { blocksOf, type Context, listOf, rowOf, tableOf } from '../document/context.js';
import { levelLabels } from '../document/labels.js';
import { verdictWords } from '../document/marks.js';
import type { EvaluationReport } from '../document/report.js';

/** Reasons deeper than this stand beside those of this depth, so that no line becomes too narrow to read. */
const DEEPEST = 6;

export const evaluationTitle = ({ rubric }: EvaluationReport): Line => line(rubric.label);

export const evaluationBlocks = (report: EvaluationReport, context: Context): readonly Block[] => {
  const { evaluation } = report;
  const { messages: words } = context;
  const of = words.evaluation;
  return present([
    { kind: 'facts', entries: aboutIt(report, context) },
    {
      kind: 'section',
      title: [of.score],
      blocks: present([
        context.picture((options) => scoreBar(evaluation, report.rubric, options)),
        ...scoreBlocks(report, context),
      ]),
    },
    {
      kind: 'section',
      title: [words.outcomes],
      blocks: blocksOf(context, evaluation.outcomes, (outcome) => outcomeSection(outcome, context)),
    },
    {
      kind: 'section',
      title: [of.profile],
      blocks: present([
        context.picture((options) => profilePicture(evaluation, report.rubric, options)),
        profileTable(report, context),
      ]),
    },
    { kind: 'section', title: [of.facts], blocks: present([factsTable(report, context)]) },
    { kind: 'section', title: [of.priorities], blocks: present([priorityList(report, context)]) },
    { kind: 'section', title: [of.obligations], blocks: present([obligationList(report, context)]) },
    { kind: 'section', title: stepsTitle(report, context), blocks: present(stepsBlocks(report, context)) },
    { kind: 'section', title: [of.strategies], blocks: strategySections(report, context) },
    { kind: 'section', title: [of.readings], blocks: present([readingList(report, context)]) },
    { kind: 'section', title: [of.evidence], blocks: present([evidenceTable(report, context)]) },
    { kind: 'notice', title: words.notice, lines: [line(evaluation.notice)] },
  ]);
};

const aboutIt = (report: EvaluationReport, { messages }: Context): (readonly [string, Line])[] => {
  const { rubric, assessment, evaluation, framework } = report;
  const of = messages.evaluation;
  const entries: (readonly [string, Line])[] = [
    [messages.rubric, line(messages.version(rubric.label, rubric.version))],
  ];
  const judged = evaluation.framework;
  if (framework !== undefined) {
    entries.push([messages.framework, line(messages.version(framework.label, framework.edition))]);
    const element = framework.elements.find(({ id }) => id === judged?.element);
    if (element !== undefined) entries.push([messages.element, line(element.label)]);
  }
  const setting = assessment.settingName ?? assessment.setting;
  if (setting !== undefined) entries.push([messages.setting, line(setting)]);
  if (assessment.assessor !== undefined) entries.push([messages.assessor, line(assessment.assessor)]);
  if (assessment.kind !== undefined) entries.push([of.kind, line(own(of.kinds, assessment.kind) ?? assessment.kind)]);
  if (assessment.date !== undefined) entries.push([messages.date, line(assessment.date)]);
  return entries;
};

const scoreBlocks = ({ evaluation, rubric }: EvaluationReport, { messages, figures }: Context): Block[] => {
  const of = messages.evaluation;
  const { score } = evaluation;
  if (score.kind === 'unscored') return [{ kind: 'paragraph', line: [of.unscored[score.because]] }];
  const { value, interval, coverage, outOf, unit } = score;
  const isShare = unit === 'share';
  const numbers = [interval.least, interval.greatest, ...(isShare ? [] : [outOf]), ...(value ? [value] : [])];
  const shown = figures.together(
    numbers,
    isShare ? 'percent' : 'number',
    isShare ? { numerator: 1, denominator: 1 } : outOf,
  );
  const [least = '', greatest = ''] = shown;
  const highest = isShare ? undefined : shown[2];
  const ofHighest = (text: string): string => (highest === undefined ? text : messages.outOf(text, highest));
  const entries: (readonly [string, Line])[] = [];
  if (value) entries.push([of.ofRated, [given(ofHighest(shown.at(-1) ?? ''), { strong: true })]]);
  entries.push([of.coverage, [figures.percent(coverage)]]);
  entries.push([of.whenAll, [least === greatest ? ofHighest(least) : ofHighest(messages.between(least, greatest))]]);
  const band = rubric.bands?.find(({ id }) => id === score.band);
  if (band !== undefined) entries.push([of.band, line(band.label)]);
  return [{ kind: 'facts', entries }];
};

const outcomeSection = (outcome: OutcomeVerdict, context: Context): Block => {
  const { label, verdict, finding, gaps, missing } = outcome;
  const of = context.messages.evaluation;
  const inTheWay = [...gaps, ...missing].map(({ message }) => message);
  return {
    kind: 'section',
    title: [given(label), context.messages.colon, verdictWords(verdict, context)],
    blocks: present([
      { kind: 'paragraph', line: line(finding.message) },
      reasonList(finding, context),
      ...(inTheWay.length === 0
        ? []
        : [
            { kind: 'paragraph', line: [given(of.gaps, { strong: true })] } as const,
            listOf(context, inTheWay, (message) => ({ line: line(message) })),
          ]),
    ]),
  };
};

/** The reasons inside a finding, each under the one it belongs to. Goes through them without recursion, for rules may stand deep in one another. */
const reasonList = (finding: Finding, context: Context): Block => {
  const items: Item[] = [];
  let count = 0;
  const open: { readonly finding: Finding; readonly into: Item[]; readonly depth: number }[] = [];
  const enter = (inside: Finding, into: Item[], depth: number): void => {
    for (const inner of [...inside.findings].reverse()) open.push({ finding: inner, into, depth });
  };
  enter(finding, items, 1);
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    count++;
    const under: Item[] = [];
    if (count <= context.limit) {
      const { verdict, message } = one.finding;
      const said: Line = [verdictWords(verdict, context), context.messages.colon, given(message)];
      one.into.push({ line: said, items: under });
    }
    if (one.depth < DEEPEST) enter(one.finding, under, one.depth + 1);
    else enter(one.finding, one.into, one.depth);
  }
  const foot = count > context.limit ? context.messages.leftOut(count - context.limit) : undefined;
  return { kind: 'list', items, foot };
};

const profileTable = ({ evaluation, rubric, framework }: EvaluationReport, context: Context): Block => {
  const { messages } = context;
  const of = messages.evaluation;
  const label = levelLabels(rubric);
  const statements = statementsOf(framework, evaluation);
  const groups = new Map((rubric.groups ?? []).map((group) => [group.id, group.label]));
  const groupOf = new Map(rubric.criteria.map(({ id, group }) => [id, groups.get(group ?? '') ?? '']));
  const hasEvidence = evaluation.criteria.some(({ evidence }) => evidence > 0);
  const hasNotes = evaluation.criteria.some(({ note, reason }) => note !== undefined || reason !== undefined);
  const state = ({ criterion, state, level, levelLabel, between }: CriterionProfile): Line => {
    switch (state) {
      case 'rated':
        return line(levelLabel ?? label(criterion, level ?? ''));
      case 'contested': {
        const [low, high] = between ?? [];
        const range =
          low === undefined || high === undefined
            ? ''
            : messages.between(label(criterion, low), label(criterion, high));
        return [given(of.states.contested, { mark: 'open' }), ...(range === '' ? [] : [messages.colon, given(range)])];
      }
      case 'not-applicable':
        return [given(of.states[state], { mark: 'aside' })];
      case 'unrated':
        return [given(of.states[state], { mark: 'open' })];
    }
  };
  return tableOf(
    context,
    [of.profile],
    [
      { title: messages.criterion },
      ...(groups.size > 0
        ? [{ title: rubric.groupWord === undefined ? of.group : capitalised(rubric.groupWord.one) }]
        : []),
      ...(statements.size > 0 ? [{ title: of.statement }] : []),
      { title: messages.level },
      ...(hasNotes ? [{ title: of.note }] : []),
      ...(hasEvidence ? [{ title: of.items, numbers: true as const }] : []),
    ],
    evaluation.criteria,
    (profile) => [
      line(profile.label),
      ...(groups.size > 0 ? [line(groupOf.get(profile.criterion) ?? '')] : []),
      ...(statements.size > 0 ? [line(statements.get(profile.indicator) ?? '')] : []),
      state(profile),
      ...(hasNotes ? [line(profile.reason ?? profile.note ?? '')] : []),
      ...(hasEvidence ? [[String(profile.evidence)]] : []),
    ],
  );
};

/** The statements of the indicators that an evaluation judges: of its element, or of all where it names none. */
const statementsOf = (
  framework: Framework | undefined,
  { framework: judged }: Evaluation,
): ReadonlyMap<string, string> => {
  const elements = framework?.elements.filter(({ id }) => judged?.element === undefined || id === judged.element) ?? [];
  return new Map(elements.flatMap(({ indicators }) => indicators.map(({ id, statement }) => [id, statement])));
};

const factsTable = ({ rubric, assessment }: EvaluationReport, context: Context): Block => {
  const { messages } = context;
  const of = messages.evaluation;
  const answer = (attested: Attestation | undefined): readonly [Line, Line] => {
    if (attested === undefined) return [[given(of.notKnown, { mark: 'open' })], []];
    const holds = typeof attested === 'boolean' ? attested : attested.holds;
    const said = given(holds ? messages.yes : messages.no, { mark: holds ? 'good' : 'short' });
    return [[said], typeof attested === 'boolean' ? [] : line(attested.reason)];
  };
  return tableOf(
    context,
    [of.facts],
    [{ title: of.fact }, { title: of.answer }, { title: messages.reason }],
    rubric.facts ?? [],
    ({ id, label }) => [line(label), ...answer(own(assessment.facts, id))],
  );
};

const priorityList = ({ rubric, assessment }: EvaluationReport, context: Context): Block => {
  const labels = new Map(rubric.criteria.map(({ id, label }) => [id, label]));
  return listOf(context, assessment.priorities ?? [], (id) => ({ line: line(labels.get(id) ?? id) }));
};

const obligationList = ({ rubric, evaluation }: EvaluationReport, context: Context): Block => {
  const labels = new Map(rubric.criteria.map(({ id, label }) => [id, label]));
  return listOf(context, evaluation.obligations, ({ label, criteria }) => ({
    line: [
      given(label, { strong: true }),
      context.messages.colon,
      ...rowOf(context, criteria, (id) => line(labels.get(id) ?? id)),
    ],
  }));
};

const stepsTitle = ({ rubric, nextStepsTo }: EvaluationReport, { messages }: Context): Line => {
  const of = messages.evaluation;
  const outcome = rubric.outcomes.find(({ id }) => id === nextStepsTo);
  return outcome === undefined ? [of.nextSteps] : line(of.nextStepsTo(outcome.label));
};

const stepsBlocks = ({ nextSteps }: EvaluationReport, context: Context): (Block | undefined)[] => {
  if (nextSteps === undefined) return [];
  const of = context.messages.evaluation;
  switch (nextSteps.kind) {
    case 'met-already':
      return [{ kind: 'paragraph', line: [of.metAlready] }];
    case 'out-of-reach':
      return [{ kind: 'paragraph', line: [of.outOfReach] }];
    case 'steps':
      if (nextSteps.message !== undefined) return [{ kind: 'paragraph', line: line(nextSteps.message) }];
      return [
        listOf(context, nextSteps.steps, ({ message }) => ({ line: line(message) })),
        nextSteps.proved ? undefined : { kind: 'paragraph', line: [of.notProved] },
      ];
  }
};

const strategySections = ({ strategies = [], rubric }: EvaluationReport, context: Context): readonly Block[] => {
  const { messages } = context;
  const of = messages.evaluation;
  const label = levelLabels(rubric);
  const criterionOf = new Map(rubric.criteria.map(({ id, indicator }) => [indicator ?? id, id]));
  return blocksOf(context, strategies, (suggestion) => ({
    kind: 'section',
    title: [
      given(suggestion.label),
      ...(suggestion.level === undefined
        ? []
        : [messages.colon, given(label(criterionOf.get(suggestion.indicator) ?? '', suggestion.level))]),
    ],
    blocks: present([
      suggestion.hasMainLever ? undefined : { kind: 'paragraph', line: [of.noMainLever] },
      listOf(context, suggestion.strategies, ({ label: name, strength, reason }) => ({
        line: [given(name, { strong: true }), ' (', of.strengths[strength], ')', messages.colon, given(reason)],
      })),
    ]),
  }));
};

const readingList = ({ readings = [] }: EvaluationReport, context: Context): Block =>
  listOf(context, readings, ({ title, subject, url, message }) => ({
    line: [
      given(title, { address: url }),
      ' (',
      given(subject),
      ')',
      context.messages.colon,
      given(message, { lang: 'en' }),
    ],
  }));

const evidenceTable = ({ assessment, rubric, framework }: EvaluationReport, context: Context): Block => {
  const { messages } = context;
  const of = messages.evaluation;
  const labels = new Map([
    ...(framework?.elements ?? []).flatMap(({ indicators }) => indicators.map(({ id, label }) => [id, label] as const)),
    ...rubric.criteria.map(({ id, indicator, label }) => [indicator ?? id, label] as const),
  ]);
  const all = assessment.evidence ?? [];
  const areKept = all.some(({ links = [] }) => links.length > 0);
  return tableOf(
    context,
    [of.evidence],
    [
      { title: of.shows },
      { title: of.evidenceKind },
      { title: messages.date },
      { title: of.supports },
      ...(areKept ? [{ title: of.kept }] : []),
    ],
    all,
    ({ shows, kind, date, supports, links = [] }) => [
      line(shows),
      line(own(of.evidenceKinds, kind) ?? kind),
      line(date),
      rowOf(context, supports, (id) => line(labels.get(id) ?? id)),
      ...(areKept
        ? [rowOf(context, links, (link) => line(link, looksLikeAddress(link) ? { address: link } : {}))]
        : []),
    ],
  );
};
