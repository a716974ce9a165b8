import type { PortfolioGroup, PortfolioSummary, SettingSummary } from '../../model/progress/portfolio-summary.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { byCodeUnits } from '../../common/code-units.js';
import { expectPortfolioOptions, expectSettings } from './expect-portfolio.js';
import {
  digestSetting,
  type PortfolioSetting,
  type PortfolioWindow,
  type SettingOptions,
} from './portfolio-settings.js';
import { codeSettings, type CodedSetting, countTables, frameOf } from './portfolio-tables.js';
import type { QuantityWords } from '../../model/awards/quantity-words.js';
import { numberOf } from '../../common/list-words.js';

export interface PortfolioOptions extends SettingOptions {
  /** The day the summary is as of, `YYYY-MM-DD`. What is dated later does not count yet. */
  readonly on: string;
  /** The award that decisions are counted towards; by default decisions are not counted, and an issue says so. */
  readonly award?: SettingOptions['award'];
  /** The rubrics, so that levels nobody has are counted too, as 0; by default only levels that some setting has. */
  readonly rubrics?: readonly Pick<Rubric, 'id' | 'version' | 'scale' | 'criteria'>[] | undefined;
  /** The words for shares of settings, such as `educationScotlandInspection`; by default shares have no words. */
  readonly words?: QuantityWords | undefined;
  /** Brings earlier evaluations forward to the rubric of a setting's latest one; what it does not bring is an issue. */
  readonly map?: SettingOptions['map'];
  /** Near is: at most so many elements short of the full award, or at most so many gaps from an outcome. Both default to 1. */
  readonly near?: SettingOptions['near'];
  /** By rubric id, the outcome that gaps are counted to; by default the highest. */
  readonly outcomes?: SettingOptions['outcomes'];
  /** The last day of settings' windows, as the caller computes them. */
  readonly windows?: readonly PortfolioWindow[] | undefined;
}

/**
 * Sums up a portfolio of settings on one day: the levels on each indicator, the elements achieved, the settings that are near, and each
 * setting's movement since its own baseline; for all settings, by sector and by authority.
 *
 * It makes no league table: settings are ordered by id, and there is no mean, within a rubric or across rubrics. Every count of
 * outcomes or elements comes with the distribution of each indicator.
 *
 * - A setting counts once for each rubric, by its latest evaluation up to `on`. Each version of a rubric has its own tables.
 * - A baseline is the setting's first evaluation by the same rubric and version, or one brought to it by `map`.
 * - An element is achieved when the latest decision about it up to `on` says so. If decisions of one date contradict each other, the one
 *   that asks for more evidence counts, and an issue says so. Decisions of another framework or edition do not count.
 * - The full award is counted as in `awardProgress`: enough elements within one window of `windowYears`. Five elements achieved
 *   over twelve years make no full award.
 * - `near` counts gaps as the evaluation lists them: the number of criteria that need to change, at most.
 *
 * The order of settings, evaluations, decisions and windows does not matter. The result names settings and shows small numbers; use
 * `publishPortfolio` for what is to be published.
 *
 * @throws TypeError or RangeError for an argument or option that is not what it has to be, naming it: *settings[2].decisions[4].date*; where a setting, or a setting’s window, is listed twice; where two evaluations of a setting are by
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
      throw new RangeError(`summarisePortfolio: the setting “${id}” is listed twice`);
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
      'Counts of settings, for those who support them. They are not a ranking and hold no mean; read each beside the distribution of its indicators. ' +
      'Settings are named and small numbers shown: publish what publishPortfolio makes of it.',
  };
};

const lastDaysOf = (windows: readonly PortfolioWindow[], known: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const lastDays = new Map<string, string>();
  for (const { setting, lastDay } of windows) {
    if (!known.has(setting))
      throw new RangeError(`summarisePortfolio: a window is of “${setting}”, which is not among the settings`);
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
