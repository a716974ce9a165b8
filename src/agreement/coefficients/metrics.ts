import { shownValue } from '../../common/shown-value.js';
import { type Disagreement, quadraticDisagreement } from './disagreement.js';
import type { Sample } from '../ratings/ratings.js';
import { type OwnWeights, disagreementOf, ownDisagreement, tableOf, valuesOf } from './weights.js';

/**
 * Krippendorff’s difference functions δ²(a, b), by name, or one’s own as a table or a function.
 * - `nominal`: 0 where a = b, else 1;
 * - `ordinal`: (n₍a₎ / 2 + n₍between₎ + n₍b₎ / 2)², with n the numbers of ratings given of a, b and the categories between;
 * - `interval`: (a − b)²;
 * - `ratio`: ((a − b) / (a + b))²; no value may be negative;
 * - `circular`: sin²(π (a − b) / U), U the number of steps once around;
 * - `bipolar`: (a − b)² / ((a + b − 2 L) (2 H − a − b)), between the ends L and H.
 */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio' | 'circular' | 'bipolar' | OwnWeights;

/** How far categories differ; only ratios matter, so the greatest is made 1. */
export const metricOf = (caller: string, sample: Sample, metric: AlphaMetric): Disagreement => {
  if (typeof metric !== 'string') {
    return ownDisagreement(
      caller,
      `metric, ${shownValue(metric)}`,
      tableOf(caller, 'metric', metric, sample.categories, false),
    );
  }
  switch (metric) {
    case 'nominal':
      return disagreementOf(caller, sample, {});
    case 'interval':
      return disagreementOf(caller, sample, { weights: 'quadratic' });
    case 'ratio':
    case 'circular':
    case 'bipolar':
      return disagreementOf(caller, sample, { weights: metric });
    case 'ordinal':
      return ordinal(caller, sample);
    default:
      throw new RangeError(
        `${caller}: metric is ${shownValue(metric)}; there is no metric of that name; the metrics are nominal, ordinal, interval, ratio, circular, bipolar`,
      );
  }
};

/** (n₍a₎ / 2 + n₍between₎ + n₍b₎ / 2)² is a square of distances: between the middles of the runs of ratings, put in the order of the values. */
const ordinal = (caller: string, sample: Sample): Disagreement => {
  const values = valuesOf(caller, sample, 'the metric “ordinal”');
  const given = new Float64Array(values.length);
  for (const { counts, times } of sample.patterns) {
    counts.categories.forEach((k, i) => {
      given[k] = (given[k] ?? 0) + times * (counts.amounts[i] ?? 0);
    });
  }
  const order = values.map((_, k) => k).sort((k, l) => (values[k] ?? 0) - (values[l] ?? 0));
  const middles: number[] = Array.from(values, () => 0);
  let below = 0;
  for (const k of order) {
    middles[k] = below + (given[k] ?? 0) / 2;
    below += given[k] ?? 0;
  }
  return quadraticDisagreement(middles);
};
