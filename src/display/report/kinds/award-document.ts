import type { AwardProgress, ElementState } from '../../../model/progress/award-progress.js';
import type { Issue } from '../../../model/shared/issue.js';
import { type Block, given, line, type Line, type Mark, present } from '../document/blocks.js';
import { awardTimeLine } from '../../pictures/award-time-line.js';
import { type Context, inARow, listOf, tableOf } from '../document/context.js';
import type { AwardReport } from '../document/report.js';

const OF_STATE: Readonly<Record<ElementState['state'], Mark>> = {
  achieved: 'good',
  'more-evidence-needed': 'short',
  'not-decided': 'open',
};

export const awardTitle = ({ award, framework }: AwardReport, { messages }: Context): Line =>
  line(messages.award.title(framework?.label ?? award.framework.id));

export const awardBlocks = ({ award, framework, setting }: AwardReport, context: Context): readonly Block[] => {
  const { messages } = context;
  const of = messages.award;
  const who = setting ?? award.setting;
  return present([
    {
      kind: 'facts',
      entries: [
        [messages.framework, line(messages.version(framework?.label ?? award.framework.id, award.framework.edition))],
        ...(who === undefined ? [] : ([[messages.setting, line(who)]] as const)),
        [of.on, line(award.on)],
        [
          of.eligible,
          [
            given(award.eligible ? messages.yes : messages.no, {
              mark: award.eligible ? 'good' : undefined,
              strong: true,
            }),
          ],
        ],
        ...windowEntries(award, context),
      ],
    },
    { kind: 'paragraph', line: line(award.reason, { lang: 'en' }) },
    otherReading(award, context),
    {
      kind: 'section',
      title: [of.elements],
      blocks: present([context.picture((options) => awardTimeLine(award, options)), elementTable(award, context)]),
    },
    { kind: 'section', title: [of.missing], blocks: present([missingTable(award, context)]) },
    { kind: 'section', title: [of.lapses], blocks: present([lapseTable(award, context)]) },
    { kind: 'section', title: [of.decisions], blocks: present([decisionTable(award, context)]) },
    { kind: 'section', title: [messages.issues], blocks: present([issueList(award.issues, context)]) },
    award.later.length === 0 ? undefined : { kind: 'paragraph', line: [of.later(award.later.length)] },
    { kind: 'notice', title: messages.notice, lines: [line(award.notice, { lang: 'en' })] },
  ]);
};

const windowEntries = (award: AwardProgress, { messages }: Context): (readonly [string, Line])[] => {
  const of = messages.award;
  const entries: (readonly [string, Line])[] = [];
  if (award.eligibleSince !== undefined) entries.push([of.eligibleSince, line(award.eligibleSince)]);
  const current = award.current;
  if (current !== undefined && !award.eligible) {
    const inIt = of.inWindow(current.achieved.length, award.elements.length);
    entries.push([of.window, [of.windowOf(current.from, current.last), '; ', inIt]]);
  }
  if (award.completeBy !== undefined) {
    const left = award.daysLeft === undefined ? [] : [' (', of.daysLeft(award.daysLeft), ')'];
    entries.push([of.completeBy, [given(award.completeBy, { strong: true }), ...left]]);
  }
  return entries;
};

const otherReading = ({ otherReading: other, eligible }: AwardProgress, { messages }: Context): Block | undefined =>
  other.matters && other.eligible !== eligible
    ? { kind: 'paragraph', line: [messages.award.otherReading(other.eligible)] }
    : undefined;

const elementTable = (award: AwardProgress, context: Context): Block => {
  const { messages } = context;
  const of = messages.award;
  return tableOf(
    context,
    [of.elements],
    [{ title: messages.element }, { title: of.state }, { title: of.achievedOn }],
    award.elements,
    ({ label, state, achievedOn }) => [
      line(label),
      [given(of.states[state], { mark: OF_STATE[state] })],
      achievedOn.length === 0 ? ['–'] : inARow(achievedOn.map((date) => line(date))),
    ],
  );
};

const missingTable = ({ missing }: AwardProgress, context: Context): Block => {
  const { messages } = context;
  return tableOf(
    context,
    [messages.award.missing],
    [{ title: messages.element }, { title: messages.reason }],
    missing,
    ({ label, because }) => [line(label), [messages.award.because[because]]],
  );
};

const lapseTable = ({ lapses }: AwardProgress, context: Context): Block => {
  const { messages } = context;
  const of = messages.award;
  return tableOf(
    context,
    [of.lapses],
    [{ title: messages.element }, { title: of.achievedOn }, { title: of.countsUntil }],
    lapses,
    ({ label, achievedOn, countsUntil, daysLeft, lapsed }) => [
      line(label),
      line(achievedOn),
      [
        given(countsUntil),
        ...(lapsed
          ? [' (', given(of.lapsed, { mark: 'short' } as const), ')']
          : daysLeft === undefined
            ? []
            : [' (', of.daysLeft(daysLeft), ')']),
      ],
    ],
  );
};

const decisionTable = ({ elements }: AwardProgress, context: Context): Block => {
  const { messages } = context;
  const of = messages.award;
  return tableOf(
    context,
    [of.decisions],
    [
      { title: messages.date },
      { title: messages.element },
      { title: of.state },
      { title: of.decidedBy },
      { title: messages.reason },
    ],
    elements.flatMap(({ label, decisions }) => decisions.map((decision) => ({ label, ...decision }))),
    ({ date, label, decision, decidedBy, reason }) => [
      line(date),
      line(label),
      [given(of.states[decision], { mark: OF_STATE[decision] })],
      line(decidedBy),
      line(reason),
    ],
  );
};

const issueList = (issues: readonly Issue[], context: Context): Block =>
  listOf(context, issues, ({ severity, message, hint }) => ({
    line: [
      given(context.messages.severities[severity], { strong: true }),
      context.messages.colon,
      given(message, { lang: 'en' }),
      ...(hint === undefined ? [] : [' ', given(hint, { lang: 'en' } as const)]),
    ],
  }));
