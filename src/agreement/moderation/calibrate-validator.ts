import type { KappaAgreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { shownValue } from '../../common/shown-value.js';
import type { LevelId } from '../../model/rubrics/assessment.js';
import type { Scale } from '../../model/rubrics/scale.js';
import { undefinedBecause } from '../ratings/agreement.js';
import { isRecord, refuseNoRecord, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { twoRaterKappa } from '../coefficients/two-rater-kappa.js';
import { WEIGHT_NAMES, type WeightName } from '../coefficients/weights.js';

/** Exemplars by id, with the level agreed on for each and the level the new validator gave it. */
export interface CalibrationRatings<S extends Scale = Scale> {
  readonly agreed: Readonly<Record<string, LevelId<S>>>;
  /** Exemplars that the validator did not rate may be left out. */
  readonly given: Readonly<Record<string, LevelId<S> | null | undefined>>;
}

export interface CalibrationOptions {
  /** How kappa weighs levels; default `linear`. */
  readonly weights?: WeightName | undefined;
}

/** A number of exemplars, and their share of those compared. */
export interface CountedShare {
  readonly count: number;
  readonly share: number;
}

/** How a validator’s ratings of exemplars compare with what was agreed on. */
export interface Calibration<S extends Scale = Scale> {
  readonly kind: 'calibration';
  readonly compared: number;
  /** The exemplars that the validator did not rate. */
  readonly notRated: readonly string[];
  /** The same level. */
  readonly exact: CountedShare;
  /** The same level or the next. */
  readonly adjacent: CountedShare;
  readonly weightedKappa: KappaAgreement | UndefinedAgreement;
  readonly bias: {
    /** `lenient` where the validator gives higher levels on the whole, `strict` where lower. */
    readonly direction: 'lenient' | 'strict' | 'none';
    /** The mean number of levels above what was agreed on; below 0 for beneath. */
    readonly meanLevels: number;
    readonly higher: number;
    readonly lower: number;
  };
  /** For each level agreed on, lowest first, how often the validator gave which. */
  readonly confusion: readonly {
    readonly agreed: LevelId<S>;
    readonly exemplars: number;
    readonly given: Readonly<Record<LevelId<S>, number>>;
  }[];
}

/**
 * Calibration of a new validator against exemplars whose level has been agreed on: how often they coincide, exactly and within a
 * level; weighted kappa, which takes off what chance would give (`weightedKappa`, linear weights where nothing else is said);
 * which way the validator errs and by how many levels in the mean; and for each agreed level what was given instead.
 *
 * The agreed level counts as the truth here, so look at the bias and the confusion before the kappa: a validator who is
 * always one level too generous has a repairable habit and a poor kappa. A handful of exemplars says little; the kappa’s interval says how
 * little.
 *
 * @throws RangeError where a level is not the scale’s, or an exemplar was rated that nobody agreed on.
 * @see Cohen (1968), doi:10.1037/h0026256
 * @example
 * const calibration = calibrateValidator(metPartlyNotYet, {
 *   agreed: { poster: 'met', club: 'partly', plan: 'not-yet', survey: 'met' },
 *   given: { poster: 'met', club: 'met', plan: 'partly', survey: 'met' },
 * });
 * calibration.kind === 'calibration' && calibration.exact // => { count: 2, share: 0.5 }
 * calibration.kind === 'calibration' && calibration.bias // => { direction: 'lenient', meanLevels: 0.5, higher: 2, lower: 0 }
 */
export const calibrateValidator = <const S extends Scale>(
  scale: S,
  ratings: CalibrationRatings<S>,
  options: CalibrationOptions = {},
): Calibration<S> | UndefinedAgreement => {
  const caller = 'calibrateValidator';
  refuseUnknown(caller, options, ['weights']);
  const { weights = 'linear' } = options;
  refuseWord(caller, 'weights', weights, WEIGHT_NAMES);
  if (!isRecord(scale) || !isListOfRecords(scale.levels)) {
    throw new TypeError(`${caller}: scale is ${shownValue(scale)}; it is a scale with a list of levels`);
  }
  refuseNoRecord(caller, 'ratings', ratings, 'an object with agreed and given');
  for (const part of ['agreed', 'given'] as const) {
    refuseNoRecord(caller, `ratings.${part}`, ratings[part], 'an object of exemplars and levels');
  }
  const levels: readonly string[] = scale.levels.map(({ id }) => id);
  const { pairs, notRated } = pairsOf(caller, levels, ratings);
  if (pairs.length === 0) return undefinedBecause('no-pairs', 'the validator rated none of the exemplars');
  const share = (fits: (above: number) => boolean): CountedShare => {
    const count = pairs.filter(({ agreed, given }) => fits(given - agreed)).length;
    return { count, share: count / pairs.length };
  };
  const table = levels.map((_, a) =>
    levels.map((__, g) => pairs.filter(({ agreed, given }) => agreed === a && given === g).length),
  );
  const above = pairs.reduce((whole, { agreed, given }) => whole + given - agreed, 0);
  return {
    kind: 'calibration',
    compared: pairs.length,
    notRated,
    exact: share((distance) => distance === 0),
    adjacent: share((distance) => Math.abs(distance) <= 1),
    weightedKappa: twoRaterKappa(caller, { table, categories: levels }, { weights }),
    bias: {
      direction: above > 0 ? 'lenient' : above < 0 ? 'strict' : 'none',
      meanLevels: above / pairs.length,
      higher: share((distance) => distance > 0).count,
      lower: share((distance) => distance < 0).count,
    },
    confusion: levels.map((agreed, a) => ({
      agreed: agreed as LevelId<S>,
      exemplars: (table[a] ?? []).reduce((whole, count) => whole + count, 0),
      given: Object.fromEntries(levels.map((given, g) => [given, table[a]?.[g] ?? 0])) as Record<LevelId<S>, number>,
    })),
  };
};

/** Where two levels of an exemplar stand in the scale: the one agreed on, and the one given. */
interface LevelPair {
  readonly agreed: number;
  readonly given: number;
}

/** The exemplars that the validator rated, and the names of those not rated. */
const pairsOf = (
  caller: string,
  levels: readonly string[],
  ratings: CalibrationRatings,
): { readonly pairs: readonly LevelPair[]; readonly notRated: readonly string[] } => {
  const place = (exemplar: string, level: string): number => {
    const at = levels.indexOf(level);
    if (at >= 0) return at;
    throw new RangeError(
      `${caller}: exemplar “${exemplar}” has the level ${shownValue(level)}; there are ${levels.join(', ')}`,
    );
  };
  const strange = Object.keys(ratings.given).find((exemplar) => !Object.hasOwn(ratings.agreed, exemplar));
  if (strange !== undefined) throw new RangeError(`${caller}: no level was agreed on for the exemplar “${strange}”`);
  const notRated: string[] = [];
  const pairs = Object.entries<string>(ratings.agreed).flatMap(([exemplar, level]) => {
    const agreed = place(exemplar, level);
    const given: string | null | undefined = ratings.given[exemplar];
    if (given !== null && given !== undefined) return [{ agreed, given: place(exemplar, given) }];
    notRated.push(exemplar);
    return [];
  });
  return { pairs, notRated };
};

const isListOfRecords = (list: unknown): boolean => Array.isArray(list) && list.every(isRecord);
