import { isHidden } from './hidden-mark.js';
import type { Issue } from '../model/shared/issue.js';
import { asPercent, countShown, figures, isShareShown, readNumber, type ShownNumber } from '../common/read-number.js';
import { roundedQuotient } from '../common/rounding.js';
import { shownValue } from '../common/shown-value.js';
import { type TableOptions, tableOptions } from './table-options.js';
import * as shape from '../common/expect-shape.js';

/**
 * What a headline counts: the share of all criteria that are met, across the groups, or the share of groups achieved, a group being
 * achieved when all its criteria are met. Eight groups at 90 % are 90 % of the criteria and no group achieved.
 */
export type HeadlineStatistic = 'criteria-met' | 'groups-achieved';

/** One overall figure, and the profile it stands for. */
export interface Headline {
  readonly label: string;
  /** The figure in percent, as it is shown. */
  readonly percent: number | string;
  /** Which statistic it is, where the headline says so. */
  readonly statistic?: HeadlineStatistic | undefined;
  /** The parts beneath it: of each group how many criteria are met, of how many. Left out where the figure stands alone. */
  readonly profile?:
    | readonly { readonly label: string; readonly met: number | string; readonly of: number | string }[]
    | undefined;
}

/**
 * Finds an overall figure that does not say what it counts, that contradicts its own profile, or that hides its parts because it has no profile.
 *
 * Issues, in this order: `unreadable-percent` (error), `headline-unlabelled` (warning; where the profile tells which statistic the figure is, the hint names
 * it), `headline-alone` (warning: no profile beside it), `headline-differs` (error: the profile gives another figure), `not-a-count` (error, in the profile). A figure is
 * accepted when it is less than one unit of its last place away from the exact share.
 *
 * @throws TypeError or RangeError for a headline or options that are not what they have to be, such as a statistic that is none.
 *
 * @example
 * const issues = checkHeadline({
 *   label: 'Benchmarks', percent: 60,
 *   profile: [{ label: 'A stable programme', met: 10, of: 10 }, { label: 'Guidance', met: 2, of: 10 }],
 * });
 * issues.map(({ code, hint }) => `${code}: ${hint}`)
 * // => ['headline-unlabelled: It is the share of criteria met; say so, or give the share of groups achieved, which is 50 %.']
 */
export const checkHeadline = (headline: Headline, options: TableOptions = {}): readonly Issue[] => {
  shape.expectShape('checkHeadline', 'headline', headline, HEADLINE);
  shape.expectOptions('checkHeadline', options, tableOptions);
  const { label, percent, statistic, profile } = headline;
  if (isHidden(percent)) return [];
  const read = readNumber(percent, options);
  const shown = read && !read.isPoints ? asPercent(read) : undefined;
  if (shown === undefined) {
    const message = `The figure of “${label}” cannot be read: ${shownValue(percent)}.`;
    return [{ code: 'unreadable-percent', severity: 'error', path: ['percent'], message, hint: 'Write a number.' }];
  }
  const groups = (profile ?? []).map(({ met, of }) => groupOf(met, of, options));
  const wrong = (profile ?? []).flatMap(({ label: name, met, of }, at): Issue[] => {
    if (groups[at] !== undefined || isHidden(met) || isHidden(of)) return [];
    const message = `“${name}” gives ${met} of ${of}, which are not counts.`;
    const hint = 'Counts are whole numbers from 0, the part not above the whole.';
    return [{ code: 'not-a-count', severity: 'error', path: ['profile', at], message, hint }];
  });
  // A profile of which a part is hidden gives no figure of the whole.
  const hides = profile?.some(({ met, of }) => isHidden(met) || isHidden(of)) === true;
  const shares = profile === undefined || wrong.length > 0 || hides ? undefined : sharesOf(groups);
  const issues: Issue[] = [];
  if (statistic === undefined) {
    issues.push({
      code: 'headline-unlabelled',
      severity: 'warning',
      path: ['statistic'],
      message: `“${label}” is ${figures(shown)} %, but does not say of what.`,
      hint: unlabelledHint(shown, shares),
    });
  }
  if (profile === undefined || profile.length === 0) {
    issues.push({
      code: 'headline-alone',
      severity: 'warning',
      path: ['profile'],
      message: `“${label}” is one figure for several parts, and hides them.`,
      hint: 'Give the profile beside it.',
    });
  }
  const named = statistic === undefined ? undefined : shares?.[statistic];
  if (statistic !== undefined && named !== undefined && !isShareShown(shown, named.part, named.whole)) {
    issues.push({
      code: 'headline-differs',
      severity: 'error',
      path: ['percent'],
      message: `“${label}” is ${figures(shown)} %, but by its profile the share of ${names[statistic]} is ${inPercent(named)} %.`,
      hint: 'Compute the figure from the profile.',
    });
  }
  return [...issues, ...wrong];
};

const names: Readonly<Record<HeadlineStatistic, string>> = {
  'criteria-met': 'criteria met',
  'groups-achieved': 'groups achieved',
};

const HEADLINE = /* @__PURE__ */ (() =>
  shape.recordOf('a headline', {
    label: shape.text,
    percent: shape.cell,
    statistic: shape.maybe(shape.wordOf(['criteria-met', 'groups-achieved'])),
    profile: shape.maybe(
      shape.listOf('groups', shape.recordOf('a group', { label: shape.text, met: shape.cell, of: shape.cell })),
    ),
  }))();

/** Part of whole: of a group how many criteria are met, of all how many groups. */
interface Share {
  readonly part: bigint;
  readonly whole: bigint;
}

const groupOf = (met: number | string, of: number | string, options: TableOptions): Share | undefined => {
  const [part, whole] = [countShown(readNumber(met, options)), countShown(readNumber(of, options))];
  return part === undefined || whole === undefined || part > whole ? undefined : { part, whole };
};

const sharesOf = (profile: readonly (Share | undefined)[]): Readonly<Record<HeadlineStatistic, Share>> | undefined => {
  const groups = profile.flatMap((group) => (group && group.whole > 0n ? [group] : []));
  if (groups.length === 0) return undefined;
  return {
    'criteria-met': {
      part: groups.reduce((sum, { part }) => sum + part, 0n),
      whole: groups.reduce((sum, { whole }) => sum + whole, 0n),
    },
    'groups-achieved': {
      part: BigInt(groups.filter(({ part, whole }) => part === whole).length),
      whole: BigInt(groups.length),
    },
  };
};

const inPercent = ({ part, whole }: Share): string => roundedQuotient(100n * part, whole, 'half-up').toString();

const unlabelledHint = (shown: ShownNumber, shares: Readonly<Record<HeadlineStatistic, Share>> | undefined): string => {
  const either = 'Say whether it is the share of criteria met or the share of groups achieved';
  if (shares === undefined) return `${either}.`;
  const [criteria, groups] = [shares['criteria-met'], shares['groups-achieved']];
  const [isCriteria, isGroups] = [criteria, groups].map(({ part, whole }) => isShareShown(shown, part, whole));
  if (isCriteria && !isGroups) {
    return `It is the share of criteria met; say so, or give the share of groups achieved, which is ${inPercent(groups)} %.`;
  }
  if (isGroups && !isCriteria) return 'It is the share of groups achieved; say so.';
  return isCriteria
    ? `${either}.`
    : `${either}; by its profile these are ${inPercent(criteria)} % and ${inPercent(groups)} %, but it is neither.`;
};
