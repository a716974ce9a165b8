import type { Issue } from '../model/issue.js';
import { roundedQuotient } from '../common/rounding.js';
import { figures, type ShownNumber, shownNumber } from './shown-number.js';

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
  readonly profile?: readonly { readonly label: string; readonly met: number; readonly of: number }[] | undefined;
}

/**
 * An overall figure that does not say what it counts, that its own profile denies, or that stands without a profile and so hides its parts.
 *
 * Issues, in this order: `unreadable-percent` (error), `headline-unlabelled` (warning; where the profile tells which statistic the figure is, the hint names
 * it), `headline-alone` (warning: no profile beside it), `headline-differs` (error: the profile gives another figure), `not-a-count` (error, in the profile). A figure is
 * let pass when it is less than one unit of its last place away from the exact share.
 *
 * @example
 * const issues = checkHeadline({
 *   label: 'Benchmarks', percent: 60,
 *   profile: [{ label: 'A stable programme', met: 10, of: 10 }, { label: 'Guidance', met: 2, of: 10 }],
 * });
 * issues.map(({ code, hint }) => `${code}: ${hint}`)
 * // => ['headline-unlabelled: it is the share of criteria met; say so, or give the share of groups achieved, which is 50 %']
 */
export const checkHeadline = (headline: Headline): readonly Issue[] => {
  const { label, percent, statistic, profile } = headline;
  const shown = shownNumber(percent);
  if (shown === undefined) {
    const message = `the figure of “${label}” cannot be read: “${percent}”`;
    return [{ code: 'unreadable-percent', severity: 'error', path: ['percent'], message, hint: 'write a number' }];
  }
  const wrong = (profile ?? []).flatMap(({ label: name, met, of }, at): Issue[] => {
    if (Number.isSafeInteger(met) && Number.isSafeInteger(of) && met >= 0 && met <= of) return [];
    const message = `“${name}” gives ${met} of ${of}, which are no counts`;
    const hint = 'counts are whole numbers from 0, the part not above the whole';
    return [{ code: 'not-a-count', severity: 'error', path: ['profile', at], message, hint }];
  });
  const shares = profile === undefined || wrong.length > 0 ? undefined : sharesOf(profile);
  const issues: Issue[] = [];
  if (statistic === undefined) {
    issues.push({
      code: 'headline-unlabelled',
      severity: 'warning',
      path: ['statistic'],
      message: `“${label}” is ${figures(shown)} %, and does not say of what`,
      hint: unlabelledHint(shown, shares),
    });
  }
  if (profile === undefined || profile.length === 0) {
    issues.push({
      code: 'headline-alone',
      severity: 'warning',
      path: ['profile'],
      message: `“${label}” is one figure for several parts, and hides them`,
      hint: 'give the profile beside it',
    });
  }
  const named = statistic === undefined ? undefined : shares?.[statistic];
  if (statistic !== undefined && named !== undefined && !isNear(shown, named)) {
    issues.push({
      code: 'headline-differs',
      severity: 'error',
      path: ['percent'],
      message: `“${label}” is ${figures(shown)} %, and by its profile the share of ${names[statistic]} is ${inPercent(named)} %`,
      hint: 'compute the figure from the profile',
    });
  }
  return [...issues, ...wrong];
};

const names: Readonly<Record<HeadlineStatistic, string>> = {
  'criteria-met': 'criteria met',
  'groups-achieved': 'groups achieved',
};

interface Share {
  readonly part: number;
  readonly whole: number;
}

const sharesOf = (
  profile: NonNullable<Headline['profile']>,
): Readonly<Record<HeadlineStatistic, Share>> | undefined => {
  const groups = profile.filter(({ of }) => of > 0);
  if (groups.length === 0) return undefined;
  return {
    'criteria-met': {
      part: groups.reduce((sum, { met }) => sum + met, 0),
      whole: groups.reduce((sum, { of }) => sum + of, 0),
    },
    'groups-achieved': { part: groups.filter(({ met, of }) => met === of).length, whole: groups.length },
  };
};

/** Less than one unit of the last shown place away, in whole numbers. */
const isNear = (shown: ShownNumber, { part, whole }: Share): boolean => {
  const away = 100n * 10n ** BigInt(shown.places) * BigInt(part) - shown.units * BigInt(whole);
  return away < BigInt(whole) && -away < BigInt(whole);
};

const inPercent = ({ part, whole }: Share): string =>
  roundedQuotient(100n * BigInt(part), BigInt(whole), 'half-up').toString();

const unlabelledHint = (shown: ShownNumber, shares: Readonly<Record<HeadlineStatistic, Share>> | undefined): string => {
  const either = 'say whether it is the share of criteria met or the share of groups achieved';
  if (shares === undefined) return either;
  const [criteria, groups] = [shares['criteria-met'], shares['groups-achieved']];
  const [isCriteria, isGroups] = [isNear(shown, criteria), isNear(shown, groups)];
  if (isCriteria && !isGroups) {
    return `it is the share of criteria met; say so, or give the share of groups achieved, which is ${inPercent(groups)} %`;
  }
  if (isGroups && !isCriteria) return 'it is the share of groups achieved; say so';
  return isCriteria
    ? either
    : `${either}; by its profile these are ${inPercent(criteria)} % and ${inPercent(groups)} %, and it is neither`;
};
