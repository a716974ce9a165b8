import type { Agreement, UndefinedAgreement } from '../../../model/agreement/agreement.js';
import type { AgreedShare, ContestedCriterion, ModerationReport } from '../../../model/agreement/moderation-report.js';
import { type Block, given, line, type Line, present } from '../document/blocks.js';
import { blocksOf, type Context, listOf, rowOf, tableOf } from '../document/context.js';
import { levelLabels } from '../document/labels.js';
import type { ModerationPageReport } from '../document/report.js';

type Label = (criterion: string, level: string) => string;

export const moderationTitle = ({ rubric }: ModerationPageReport, { messages }: Context): Line => [
  messages.moderation.title,
  ...(rubric === undefined ? [] : [messages.colon, given(rubric.label)]),
];

export const moderationBlocks = ({ moderation, rubric }: ModerationPageReport, context: Context): readonly Block[] => {
  const { messages } = context;
  const of = messages.moderation;
  const label = levelLabels(rubric);
  const names = new Map((rubric?.criteria ?? []).map(({ id, label: name }) => [id, name]));
  const settingName = (setting: string | undefined, at: number): Line =>
    setting === undefined ? [of.unnamed(at + 1)] : line(setting);
  return present([
    {
      kind: 'facts',
      entries: [
        ...(rubric === undefined
          ? []
          : ([[messages.rubric, line(messages.version(rubric.label, rubric.version))]] as const)),
        [of.settings, rowOf(context, moderation.settings, settingName)],
        [of.raters, rowOf(context, moderation.raters, (rater) => line(rater))],
      ],
    },
    { kind: 'section', title: [of.overall], blocks: [overallTable(moderation, context)] },
    {
      kind: 'section',
      title: [of.contested],
      blocks: blocksOf(context, withCriteria(moderation.contested), ({ setting, criteria, at }) => ({
        kind: 'section',
        title: settingName(setting, at),
        blocks: present([contestedTable(criteria, label, context)]),
      })),
    },
    {
      kind: 'section',
      title: [of.open],
      blocks: blocksOf(context, withCriteria(moderation.open), ({ setting, criteria, at }) => ({
        kind: 'section',
        title: settingName(setting, at),
        blocks: present([
          tableOf(
            context,
            [of.open],
            [{ title: messages.criterion }, { title: messages.reason }, { title: of.levels }],
            criteria,
            ({ criterion, label: name, because, levels }) => [
              line(name),
              [of.because[because]],
              rowOf(context, levels, (level) => line(label(criterion, level))),
            ],
          ),
        ]),
      })),
    },
    { kind: 'section', title: [of.byCriterion], blocks: present([criterionTable(moderation, context)]) },
    { kind: 'section', title: [of.pairs], blocks: present([pairTable(moderation, context), ...warnings(moderation)]) },
    { kind: 'section', title: [of.tendencies], blocks: present([tendencyTable(moderation, context)]) },
    {
      kind: 'section',
      title: [of.leftOut],
      blocks: present([listOf(context, moderation.leftOut, (id) => ({ line: line(names.get(id) ?? id) }))]),
    },
    rubric && { kind: 'notice', title: messages.notice, lines: [line(rubric.notice)] },
  ]);
};

const valueCells = (
  measured: Agreement | UndefinedAgreement,
  { messages, figures }: Context,
): readonly [Line, Line] => {
  if (measured.kind === 'undefined') return [[messages.moderation.undefined[measured.because]], ['–']];
  const { coefficient, interval } = measured;
  return [
    [figures.measure(coefficient)],
    [interval === undefined ? '–' : messages.between(figures.measure(interval[0]), figures.measure(interval[1]))],
  ];
};

const exactCell = (exact: AgreedShare | UndefinedAgreement, { messages, figures }: Context): Line => {
  if ('kind' in exact) return [messages.moderation.undefined[exact.because]];
  const share = figures.percent({ numerator: exact.agreed, denominator: exact.compared });
  return [share, ' (', messages.moderation.agreed(exact.agreed, exact.compared), ')'];
};

const overallTable = ({ overall }: ModerationReport, context: Context): Block => {
  const { moderation: of } = context.messages;
  return tableOf(
    context,
    [of.overall],
    [{ title: of.measure }, { title: of.value, numbers: true }, { title: of.interval, numbers: true }],
    [
      [of.alpha, overall.alpha],
      [of.ac, overall.ac],
    ] as const,
    ([name, measured]) => [[name], ...valueCells(measured, context)],
  );
};

const contestedTable = (criteria: readonly ContestedCriterion[], label: Label, context: Context): Block => {
  const { messages } = context;
  const of = messages.moderation;
  return tableOf(
    context,
    [of.contested],
    [{ title: messages.criterion }, { title: of.ratings }],
    criteria,
    ({ criterion, label: name, ratings, applicabilityDisputed }) => [
      line(name),
      [
        ...rowOf(context, ratings, (rating) => [
          given(rating.rater),
          messages.colon,
          given('level' in rating ? label(criterion, rating.level) : of.notApplicable(rating.notApplicable)),
        ]),
        ...(applicabilityDisputed ? ['. ', given(of.applicabilityDisputed(name))] : []),
      ],
    ],
  );
};

const criterionTable = ({ criteria }: ModerationReport, context: Context): Block => {
  const { messages } = context;
  const of = messages.moderation;
  return tableOf(
    context,
    [of.byCriterion],
    [
      { title: messages.criterion },
      { title: of.exact, numbers: true },
      { title: of.alpha, numbers: true },
      { title: of.interval, numbers: true },
    ],
    criteria,
    ({ label: name, exact, alpha }) => [line(name), exactCell(exact, context), ...valueCells(alpha, context)],
  );
};

const pairTable = ({ pairs }: ModerationReport, context: Context): Block => {
  const { moderation: of } = context.messages;
  return tableOf(
    context,
    [of.pairs],
    [
      { title: of.raters },
      { title: of.exact, numbers: true },
      { title: of.kappa, numbers: true },
      { title: of.interval, numbers: true },
    ],
    pairs,
    ({ raters: [first, second], exact, kappa }) => [
      line(of.pair(first, second)),
      exactCell(exact, context),
      ...valueCells(kappa, context),
    ],
  );
};

/** Each warning once: most pairs have the same. */
const warnings = ({ pairs }: ModerationReport): readonly Block[] =>
  [...new Set(pairs.flatMap(({ warning }) => warning ?? []))].map((warning) => ({
    kind: 'paragraph',
    line: line(warning, { lang: 'en' }),
  }));

const tendencyTable = ({ tendencies }: ModerationReport, context: Context): Block => {
  const { moderation: of } = context.messages;
  return tableOf(
    context,
    [of.tendencies],
    [
      { title: of.rater },
      { title: of.direction },
      { title: of.meanLevels, numbers: true },
      { title: of.compared, numbers: true },
      { title: of.same, numbers: true },
      { title: of.higher, numbers: true },
      { title: of.lower, numbers: true },
    ],
    tendencies,
    ({ rater, direction, levelsAbove, compared, same, higher, lower }) => [
      line(rater),
      [of.directions[direction]],
      [compared === 0 ? '–' : context.figures.change({ numerator: levelsAbove, denominator: compared })],
      [String(compared)],
      [String(same)],
      [String(higher)],
      [String(lower)],
    ],
  );
};

/** The settings of which there is something to tell, each with its place among all. */
const withCriteria = <One extends { readonly criteria: readonly unknown[] }>(
  settings: readonly One[],
): readonly (One & { readonly at: number })[] =>
  settings.map((one, at) => ({ ...one, at })).filter(({ criteria }) => criteria.length > 0);
