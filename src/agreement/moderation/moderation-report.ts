import type { Agreement, KappaAgreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { at } from '../../common/at.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { refuseNumber, refuseUnknown, refuseWord } from '../../common/refuse.js';
import type { CriterionId, Judgements, JudgementsGiven, RatingGiven } from '../../model/rubrics/assessment.js';
import type {
  AgreedShare,
  BootstrappedInterval,
  LevelIndices,
  ModerationReport,
  RaterPair,
  RaterTendency,
} from '../../model/agreement/moderation-report.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { gwetAC } from '../coefficients/gwet-ac.js';
import { krippendorffAlpha } from '../coefficients/krippendorff-alpha.js';
import { twoRaterKappa } from '../coefficients/two-rater-kappa.js';
import { undefinedBecause } from '../ratings/agreement.js';
import { resampled, resamplesIn } from './bootstrap-interval.js';
import { consensus, CONSENSUS_RULES, type ConsensusRule } from './consensus.js';
import { contestedCriteria } from './contested-criteria.js';
import { groupBy, ratingRows } from './rating-rows.js';
import { readBallots, refuseNoAssessments } from './votes.js';
import { scoreInterval } from '../ratings/score-interval.js';

export interface ModerationOptions extends LongWorkOptions {
  /** How sure intervals are to be; 0.95 where left out. */
  readonly confidence?: number | undefined;
  /** How several levels become one; `majority` where left out. */
  readonly consensus?: ConsensusRule | undefined;
  /**
   * A source of random numbers from 0 up to but without 1, such as one with a seed. Where it is given, the coefficients have intervals by the bootstrap
   * beside their own: settings are drawn, each with all that was rated in it.
   */
  readonly random?: (() => number) | undefined;
  /** How many samples are drawn for each interval; 2,000 where left out. */
  readonly resamples?: number | undefined;
}

/** Kappa misleads where raters agree on most and it is low nonetheless: so much, and so low. */
const MUCH_AGREEMENT = 0.8;
const LOW_KAPPA = 0.4;

/**
 * What a day of moderation is to know of assessments of several settings by several raters: agreement over all and for each criterion, each pair of raters,
 * each rater against the rest with the direction (severe or lenient), the criteria to talk about, and what consensus leaves open.
 *
 * Small samples are told honestly: shares have Wilson’s score interval, which of two subjects that agree is [0.34, 1] and never [1, 1]; a kappa has that interval carried
 * over, (p − pₑ) / (1 − pₑ) at both ends; of fewer than two comparisons there is neither. Comparisons of one subject hang together, so an interval goes by subjects: the mean of n numbers
 * from 0 to 1 with mean p has a variance of at most p (1 − p) / n, and where subjects have different numbers of comparisons, n is (Σm)² / Σm², with m those
 * of each. With `random` the coefficients have intervals by the bootstrap over settings as well. Where two raters agree on at least 80 % and kappa is below 0.4, a warning says why.
 *
 * @throws TypeError or RangeError as `ratingRows` and `consensus` do, for options that do not exist, and for more than 320,000 pairs of assessors.
 * @see Byrt, Bishop and Carlin (1993), doi:10.1016/0895-4356(93)90018-V; Wilson (1927), doi:10.1080/01621459.1927.10502953; Bhatia and Davis (2000),
 * doi:10.2307/2589180, for the variance; Kish (1965), Survey Sampling, for subjects that weigh differently; Davison and Hinkley (1997), Bootstrap Methods
 * and their Application, section 3.8, for drawing whole settings
 * @example
 * const report = moderationReport(stemNationLeadership, [
 *   { assessor: 'A', setting: 'hill', ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } },
 *   { assessor: 'B', setting: 'hill', ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } },
 * ]);
 * report.tendencies.map(({ rater, direction }) => [rater, direction]) // => [['A', 'lenient'], ['B', 'severe']]
 */
export const moderationReport = <
  const R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  rubric: R,
  assessments: readonly JudgementsGiven<R, Named, Value, Fields>[],
  options: ModerationOptions = {},
): ModerationReport<CriterionId<R>> => {
  const caller = 'moderationReport';
  const { confidence, rule, random, resamples } = readOptions(caller, options);
  refuseNoAssessments(caller, rubric, assessments);
  const given = assessments as unknown as readonly Judgements<R>[];
  const settings = groupBy(given, ({ setting }) => setting);
  // What is wrong with names and settings is told under the name of the function that was called.
  for (const own of settings.values()) readBallots(caller, rubric, own);
  const rated = ratingRows(rubric, given);
  const { alpha, ac } = coefficientsOf(rated, confidence);
  const { raters, categories, leftOut } = rated;
  const places = new Map(categories.map((level, place) => [level, place]));
  const rows = rated.ratings.map((row) => row.map((level) => (level === undefined ? -1 : (places.get(level) ?? -1))));
  const byCriterion = groupBy(rows.keys(), (row) => at(rated.subjects, row).criterion);
  // One stretch of samples for each of the two coefficients over all, and for each criterion.
  const told = longWork(caller, options, resamples * (2 + byCriterion.size));
  const bootstrap = new Bootstrap(rated, { random, resamples, confidence, told });
  const [ofAlpha, ofAC] = [alpha, ac].map((coefficient) => bootstrap.of([...rows.keys()], coefficient));
  const report: ModerationReport<CriterionId<R>> = {
    settings: [...settings.keys()],
    raters,
    overall: {
      alpha: alpha(rated.ratings),
      ac: ac(rated.ratings),
      ...(ofAlpha && ofAC && { bootstrap: { alpha: ofAlpha, ac: ofAC } }),
    },
    criteria: rubric.criteria.flatMap(({ id, label }) => {
      const own = byCriterion.get(id);
      if (own === undefined) return [];
      const interval = bootstrap.of(own, alpha);
      return [
        {
          criterion: id as CriterionId<R>,
          label,
          exact: agreedShare(pairsIn(rowsAt(rows, own), categories.length), confidence),
          alpha: alpha(rowsAt(rated.ratings, own)),
          ...(interval && { bootstrap: interval }),
        },
      ];
    }),
    pairs: pairsOf(raters, rows, categories, confidence),
    tendencies: tendenciesOf(raters, rows, categories.length),
    contested: ofSettings(settings, (own) => contestedCriteria(rubric, own)),
    open: ofSettings(settings, (own) => consensus(rubric, own, { rule }).open),
    leftOut,
  };
  told(bootstrap.drawn);
  return report;
};

/** The options as they hold, with what is left out; refused where they are wrong. */
const readOptions = (caller: string, options: ModerationOptions) => {
  refuseUnknown(caller, options, ['confidence', 'consensus', 'random', 'resamples', ...LONG_WORK_OPTIONS]);
  const { confidence = 0.95, consensus: rule = 'majority' } = options;
  refuseNumber(caller, 'confidence', confidence, 'above 0 and below 1', (value) => value > 0 && value < 1);
  refuseWord(caller, 'consensus', rule, CONSENSUS_RULES);
  const { random } = options;
  if (random === undefined && options.resamples !== undefined)
    throw new TypeError(`${caller}: resamples is given without random; give a source of random numbers as well`);
  const resamples = random === undefined ? 0 : resamplesIn(caller, options);
  return { confidence, rule, random, resamples };
};

/** The rows at some places. */
const rowsAt = <Row>(rows: readonly Row[], places: readonly number[]): readonly Row[] =>
  places.map((place) => at(rows, place));

/** What is said of the criteria of each setting. */
const ofSettings = <Given, Criteria>(
  settings: ReadonlyMap<string | undefined, Given>,
  criteriaOf: (given: Given) => Criteria,
): readonly { readonly setting?: string | undefined; readonly criteria: Criteria }[] =>
  [...settings].map(([setting, own]) => ({ ...(setting !== undefined && { setting }), criteria: criteriaOf(own) }));

type Rated = ReturnType<typeof ratingRows>;
type Levels = readonly (readonly (string | undefined)[])[];
type Coefficient = (list: Levels) => Agreement | UndefinedAgreement;

/** The coefficients of rows of ratings, with the intervals asked for. */
const coefficientsOf = (
  { categories }: Rated,
  confidence: number,
): { readonly alpha: Coefficient; readonly ac: Coefficient } => ({
  alpha: (ratings) => krippendorffAlpha({ ratings, categories }, { metric: 'ordinal', confidence }),
  ac: (ratings) => gwetAC({ ratings, categories }, { weights: 'linear', confidence }),
});

interface BootstrapSettings {
  readonly random: (() => number) | undefined;
  readonly resamples: number;
  readonly confidence: number;
  readonly told: (done: number) => void;
}

/** Draws samples of whole settings, one stretch after another, where there is a source of random numbers. */
class Bootstrap {
  readonly #rated: Rated;
  readonly #settings: BootstrapSettings;
  #drawn = 0;

  constructor(rated: Rated, settings: BootstrapSettings) {
    this.#rated = rated;
    this.#settings = settings;
  }

  /** How many samples were drawn so far. */
  get drawn(): number {
    return this.#drawn;
  }

  /** The interval of a coefficient over some rows; none without random numbers. */
  of(own: readonly number[], of: Coefficient): BootstrappedInterval | UndefinedAgreement | undefined {
    const { random, resamples, confidence, told } = this.#settings;
    if (random === undefined) return undefined;
    const before = this.#drawn;
    this.#drawn += resamples;
    const whole = of(rowsAt(this.#rated.ratings, own));
    if (whole.kind === 'undefined') return whole;
    const settings = groupBy(own, (row) => at(this.#rated.subjects, row).setting);
    const drawn = [...settings.values()].map((rows) => rowsAt(this.#rated.ratings, rows));
    if (drawn.length < 2) return undefinedBecause('too-few-subjects', 'no other samples can be drawn from one setting');
    return resampled({
      caller: 'moderationReport',
      drawn,
      of,
      random,
      resamples,
      confidence,
      told: (done) => told(before + done),
    });
  }
}

interface Compared {
  readonly agreed: number;
  readonly compared: number;
  /** Those with a comparison. */
  readonly subjects: number;
  /** The squares of how many comparisons each has. */
  readonly squares: number;
}

/** How many pairs of raters there are, and how many of them gave one level; each row in one reading. */
const pairsIn = (rows: readonly (readonly number[])[], levels: number): Compared => {
  let [agreed, compared, subjects, squares] = [0, 0, 0, 0];
  for (const row of rows) {
    const counts = new Array<number>(levels).fill(0);
    let rated = 0;
    for (const level of row) {
      if (level < 0) continue;
      rated++;
      counts[level] = at(counts, level) + 1;
    }
    const pairs = (rated * (rated - 1)) / 2;
    compared += pairs;
    subjects += pairs > 0 ? 1 : 0;
    squares += pairs * pairs;
    for (const count of counts) agreed += (count * (count - 1)) / 2;
  }
  return { agreed, compared, subjects, squares };
};

/** As many subjects as would tell the same if each had one comparison: all of them where each has as many as the others. */
const agreedShare = (
  { agreed, compared, subjects, squares }: Compared,
  confidence: number,
): AgreedShare | UndefinedAgreement => {
  if (compared < 2)
    return undefinedBecause('too-few-subjects', 'fewer than two comparisons say nothing about how often raters agree');
  const effective = (compared * compared) / squares;
  const share = agreed / compared;
  return { agreed, compared, share, subjects, interval: scoreInterval(share * effective, effective, confidence) };
};

/** More pairs than this are refused: eight hundred people who rated one thing make so many. */
const MOST_PAIRS = 320_000;

/** What two raters gave, each time both rated: the number of times by the level of the first and that of the second. */
interface Shared {
  readonly raters: readonly [string, string];
  readonly table: readonly number[][];
}

/** The pairs that rated something in common, in the order of the raters. Only rows that both are in are looked at, so strangers cost nothing. */
const pairsOf = (
  raters: readonly string[],
  rows: readonly (readonly number[])[],
  levels: readonly string[],
  confidence: number,
): readonly RaterPair[] => {
  const shared = new Map<number, Shared>();
  for (const row of rows) {
    const present = [...row.keys()].filter((rater) => at(row, rater) >= 0);
    present.forEach((a, place) => {
      for (let i = place + 1; i < present.length; i++) {
        const b = at(present, i);
        const key = a * raters.length + b;
        let pair = shared.get(key);
        if (pair === undefined) {
          if (shared.size >= MOST_PAIRS)
            throw new RangeError(
              `moderationReport: the assessors make more than ${MOST_PAIRS} pairs; report on fewer of them at a time`,
            );
          shared.set(
            key,
            (pair = { raters: [at(raters, a), at(raters, b)], table: levels.map(() => levels.map(() => 0)) }),
          );
        }
        const counts = at(pair.table, at(row, a));
        counts[at(row, b)] = at(counts, at(row, b)) + 1;
      }
    });
  }
  return [...shared].sort(([one], [other]) => one - other).map(([, pair]) => pairOf(pair, levels, confidence));
};

const pairOf = ({ raters, table }: Shared, levels: readonly string[], confidence: number): RaterPair => {
  const agreed = table.reduce((sum, counts, level) => sum + at(counts, level), 0);
  const compared = table.flat().reduce((sum, count) => sum + count, 0);
  const exact = agreedShare({ agreed, compared, subjects: compared, squares: compared }, confidence);
  const plain = twoRaterKappa('moderationReport', { table, categories: levels }, { confidence });
  const kappa = 'because' in exact ? exact : plain.kind === 'agreement' ? carried(plain, exact) : plain;
  const warning = warningOf(exact, kappa);
  return {
    raters,
    exact,
    kappa,
    levels: levels.map((level, place) => indicesOf(level, place, table, compared)),
    ...(warning !== undefined && { warning }),
  };
};

/** Kappa is a straight line in the agreement observed, for a chance that is held fixed: so the ends of its interval are those of the share, carried over. */
const carried = (kappa: KappaAgreement, { interval: [low, high] }: AgreedShare): KappaAgreement => {
  const over = (share: number): number => (share - kappa.expected) / (1 - kappa.expected);
  return { ...kappa, interval: [over(low), over(high)] };
};

const indicesOf = (
  level: string,
  place: number,
  table: readonly (readonly number[])[],
  compared: number,
): LevelIndices => {
  const both = at(at(table, place), place);
  const onlyFirst = at(table, place).reduce((sum, count) => sum + count, 0) - both;
  const onlySecond = table.reduce((sum, row) => sum + at(row, place), 0) - both;
  const neither = compared - onlyFirst - onlySecond - both;
  return {
    level,
    both,
    onlyFirst,
    onlySecond,
    neither,
    prevalence: (both - neither) / compared,
    bias: (onlyFirst - onlySecond) / compared,
    adjustedKappa: (2 * (both + neither)) / compared - 1,
  };
};

const warningOf = (
  exact: AgreedShare | UndefinedAgreement,
  kappa: KappaAgreement | UndefinedAgreement,
): string | undefined => {
  if ('because' in exact || exact.share < MUCH_AGREEMENT) return undefined;
  if (kappa.kind === 'undefined')
    return 'Both raters give the same level nearly every time: kappa has no value, and that says nothing against them.';
  if (kappa.coefficient >= LOW_KAPPA) return undefined;
  return `They agree on ${exact.agreed} of ${exact.compared}, but kappa is low because one level is much more frequent than the others: look at the agreement, not at kappa.`;
};

/** Each rater against the others of the same row, by running sums: a row costs no more than its ratings and levels. */
const tendenciesOf = (
  raters: readonly string[],
  rows: readonly (readonly number[])[],
  levels: number,
): RaterTendency[] => {
  const tallies = raters.map(() => ({ same: 0, higher: 0, lower: 0, above: 0 }));
  for (const row of rows) {
    const counts = new Array<number>(levels).fill(0);
    let [rated, sum] = [0, 0];
    for (const level of row) {
      if (level < 0) continue;
      rated++;
      sum += level;
      counts[level] = at(counts, level) + 1;
    }
    if (rated < 2) continue;
    const below: number[] = [];
    let running = 0;
    for (const count of counts) {
      below.push(running);
      running += count;
    }
    row.forEach((level, rater) => {
      if (level < 0) return;
      const tally = at(tallies, rater);
      const same = at(counts, level) - 1;
      tally.same += same;
      tally.higher += at(below, level);
      tally.lower += rated - 1 - same - at(below, level);
      tally.above += rated * level - sum;
    });
  }
  return raters.map((rater, place) => {
    const { same, higher, lower, above } = at(tallies, place);
    const compared = same + higher + lower;
    return {
      rater,
      compared,
      same,
      higher,
      lower,
      levelsAbove: above,
      ...(compared > 0 && { meanLevels: above / compared }),
      direction: above > 0 ? 'lenient' : above < 0 ? 'severe' : 'none',
    };
  });
};
