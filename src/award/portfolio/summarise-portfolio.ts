import type { Issue } from '../../model/shared/issue.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { byCodeUnits } from '../../common/code-units.js';
import { expectPortfolioOptions, expectSettings } from './expect-portfolio.js';
import {
  digestSetting,
  type PortfolioSetting,
  type PortfolioWindow,
  type SettingOptions,
  type SettingSummary,
} from './portfolio-settings.js';
import { codeSettings, type CodedSetting, countTables, frameOf, type PortfolioTables } from './portfolio-tables.js';
import type { QuantityWords } from '../../model/awards/quantity-words.js';
import { numberOf } from '../../common/list-words.js';

export interface PortfolioOptions extends SettingOptions {
  /** The day the summary is as of, `YYYY-MM-DD`. What is dated later does not count yet. */
  readonly on: string;
  /** The award that decisions are counted towards; where left out, decisions are not counted, and an issue says so. */
  readonly award?: SettingOptions['award'];
  /** The rubrics, so that levels nobody has are counted too, as 0; where left out, only levels that some setting has. */
  readonly rubrics?: readonly Pick<Rubric, 'id' | 'version' | 'scale' | 'criteria'>[] | undefined;
  /** The words for shares of settings, such as `educationScotlandInspection`; where left out, shares have no words. */
  readonly words?: QuantityWords | undefined;
  /** Brings earlier evaluations forward to the rubric of a setting's latest one; what it does not bring is an issue. */
  readonly map?: SettingOptions['map'];
  /** Near is: at most so many elements short of the full award, or at most so many gaps from an outcome. 1 and 1 where left out. */
  readonly near?: SettingOptions['near'];
  /** By rubric id, the outcome that gaps are counted to; the highest where left out. */
  readonly outcomes?: SettingOptions['outcomes'];
  /** The last day of settings' windows, as the caller reckons them. */
  readonly windows?: readonly PortfolioWindow[] | undefined;
}

/** A part of a portfolio. */
export interface PortfolioGroup {
  /** The sector, or the authority as its own people write it; `not stated` for settings that name none. */
  readonly group: string;
  readonly tables: PortfolioTables;
}

/** A portfolio of settings on one day. Plain data. */
export interface PortfolioSummary {
  readonly on: string;
  readonly all: PortfolioTables;
  readonly bySector: readonly PortfolioGroup[];
  readonly byAuthority: readonly PortfolioGroup[];
  /** Every setting, by id: an order that says nothing. For those who work with the settings, not for publication. */
  readonly settings: readonly SettingSummary[];
  /** The settings that are near, by id, each with the reason. */
  readonly near: readonly { readonly setting: string; readonly name: string; readonly message: string }[];
  /** Windows still open, the first to close first. */
  readonly windows: readonly { readonly setting: string; readonly lastDay: string; readonly daysLeft: number }[];
  /** What was not counted, and why. */
  readonly issues: readonly Issue[];
  readonly message: string;
  readonly notice: string;
}

/**
 * A portfolio of settings on one day: how they are distributed on each indicator, which elements they have achieved, who is near, and how
 * each has moved against its own baseline; for all, by sector and by authority.
 *
 * It is no league table. Settings stand in the order of their ids; there is no mean, neither of one rubric nor across rubrics, and nothing to
 * rank by. Every count of outcomes or elements stands beside the distribution of each indicator.
 *
 * - A setting counts once for each rubric, by its latest evaluation up to `on`. Versions of a rubric have tables of their own and are never added.
 * - A baseline is the setting's first evaluation by the same rubric in the same version, or brought to it by `map`.
 * - An element is achieved when the latest decision about it up to `on` says so; of contradicting decisions of one date the one
 *   that asks for more evidence counts, and an issue says so. Decisions of another framework or edition do not count.
 * - The full award is counted as `awardProgress` counts it: so many elements within one window of `windowYears`. Five elements that were won
 *   over twelve years are five elements achieved, and no full award.
 * - `near` counts gaps as the evaluation lists them: at most so many criteria need to change.
 *
 * The result is the same whatever the order of settings, evaluations, decisions and windows. It names settings and gives small numbers; what is to be
 * published goes through `publishPortfolio`.
 *
 * @throws TypeError or RangeError for an argument or option that is not what it has to be, naming it: *settings[2].decisions[4].date*; where a setting, or a setting’s window, stands twice; where two evaluations of a setting are by
 * the same rubric in the same version and of one date; where a decision or window is of a setting that is not there; where a named outcome is not.
 *
 * @example
 * const judged = (ratings: RatingsOf<typeof stemNationLeadership>) => evaluate(stemNationLeadership, { ratings });
 * const summary = summarisePortfolio(
 *   [
 *     { setting: { id: 'hilltop', name: 'Hilltop', sector: 'primary' }, evaluations: [{ date: '2026-03-02', evaluation: judged({ 'use-of-data': 'met' }) }] },
 *     { setting: { id: 'lochside', name: 'Lochside', sector: 'elc' }, evaluations: [{ date: '2026-04-01', evaluation: judged({ 'use-of-data': 'partly' }) }] },
 *   ],
 *   { on: '2026-06-30', rubrics: [stemNationLeadership] },
 * );
 * const data = summary.all.rubrics[0]?.indicators.find(({ criterion }) => criterion === 'use-of-data');
 * data?.levels.map(({ label, settings }) => `${label}: ${settings}`) // => ['Not yet: 0', 'Partly: 1', 'Met: 1']
 */
export const summarisePortfolio = (
  settings: readonly PortfolioSetting[],
  options: PortfolioOptions,
): PortfolioSummary => {
  expectSettings(settings);
  expectPortfolioOptions(options);
  const ordered = [...settings].sort((a, b) => byCodeUnits(a.setting.id, b.setting.id));
  for (let at = 1; at < ordered.length; at++) {
    const id = ordered[at]?.setting.id;
    if (id === ordered[at - 1]?.setting.id)
      throw new RangeError(`summarisePortfolio: the setting “${id}” stands twice`);
  }
  const lastDays = lastDaysOf(options.windows ?? [], new Set(ordered.map(({ setting }) => setting.id)));
  const digests = ordered.map((one) => digestSetting(one, lastDays.get(one.setting.id), options));
  const frame = frameOf(digests, options.rubrics ?? [], options);
  const summaries = digests.map(({ summary }) => summary);
  const coded = codeSettings(frame, digests);
  const all = countTables(frame, coded);
  const near = summaries.flatMap(({ setting, name, near: message }) =>
    message === undefined ? [] : [{ setting, name, message: `${name}: ${message}.` }],
  );
  const grouped = (nameOf: (summary: SettingSummary) => string): readonly PortfolioGroup[] =>
    [...groupsOf(coded, nameOf)].map(([group, members]) => ({ group, tables: countTables(frame, members) }));
  return {
    on: options.on,
    all,
    bySector: grouped(({ sector }) => sector),
    byAuthority: grouped(({ authority }) => authority ?? 'not stated'),
    settings: summaries,
    near,
    windows: openWindows(summaries),
    issues: digests.flatMap(({ issues }) => issues),
    message: messageOf(options, summaries, near.length),
    notice:
      'Counts of settings, for those who support them. They are no ranking and hold no mean; read each beside the distribution of its indicators. ' +
      'Settings are named and small numbers shown: publish what publishPortfolio makes of it.',
  };
};

const lastDaysOf = (windows: readonly PortfolioWindow[], known: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const lastDays = new Map<string, string>();
  for (const { setting, lastDay } of windows) {
    if (!known.has(setting))
      throw new RangeError(`summarisePortfolio: a window is of “${setting}”, which is not there`);
    if (lastDays.has(setting)) throw new RangeError(`summarisePortfolio: “${setting}” has two windows; give one`);
    lastDays.set(setting, lastDay);
  }
  return lastDays;
};

const groupsOf = (
  coded: readonly CodedSetting[],
  nameOf: (summary: SettingSummary) => string,
): readonly (readonly [string, readonly CodedSetting[]])[] => {
  const groups = new Map<string, CodedSetting[]>();
  for (const setting of coded) {
    const name = nameOf(setting.summary);
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [setting]);
    else members.push(setting);
  }
  return [...groups].sort(([a], [b]) => byCodeUnits(a, b));
};

const openWindows = (summaries: readonly SettingSummary[]): PortfolioSummary['windows'] =>
  summaries
    .flatMap((one) => {
      const state = one.window;
      return state?.kind === 'open' ? [{ setting: one.setting, lastDay: state.lastDay, daysLeft: state.daysLeft }] : [];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || byCodeUnits(a.setting, b.setting));

const messageOf = ({ on, award }: PortfolioOptions, summaries: readonly SettingSummary[], near: number): string => {
  const full = summaries.filter(({ elements }) => elements?.complete === true).length;
  const achieved = award
    ? ` ${full} with the ${numberOf(award.needed, 'element')} the full award asks for within ${numberOf(award.windowYears, 'year')};`
    : '';
  return `${numberOf(summaries.length, 'setting')} on ${on}:${achieved} ${near} near an outcome or the award.`;
};
