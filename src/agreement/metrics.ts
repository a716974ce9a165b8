import type { Sample } from './ratings.js';
import { sum, sumOf } from './sums.js';
import {
  check,
  type Disagreement,
  disagreementOf,
  type OwnWeights,
  shareOfGreatest,
  tableOf,
  valuesOf,
} from './weights.js';

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

/** The table of differences; only their ratios matter, so the greatest is made 1. */
export const metricOf = (caller: string, sample: Sample, metric: AlphaMetric): Disagreement => {
  if (typeof metric !== 'string') {
    const table = tableOf(caller, 'metric', metric, sample.categories, false);
    return shareOfGreatest(check(caller, table, 'a difference is 0 for a category with itself, else not negative'));
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
      throw new RangeError(`${caller}: there is no metric “${String(metric)}”`);
  }
};

const ordinal = (caller: string, sample: Sample): Disagreement => {
  const values = valuesOf(caller, sample, 'the metric “ordinal”');
  const given = values.map((_, k) => sumOf(sample.patterns, ({ counts, times }) => times * (counts[k] ?? 0)));
  const upTo = (k: number) => sum(given.filter((_, l) => (values[l] ?? 0) < (values[k] ?? 0))) + (given[k] ?? 0) / 2;
  const middles = values.map((_, k) => upTo(k));
  return shareOfGreatest(middles.map((a) => middles.map((b) => (a - b) ** 2)));
};
