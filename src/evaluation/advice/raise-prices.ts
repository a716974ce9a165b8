import { at } from '../../common/at.js';
import type { Search } from './joint-search.js';
import { leastAt, type Shares, valueAt } from './part-shares.js';

/** One price after another is raised to where its part is just met, the others fixed, until nothing improves. */
export const raiseEach = (costs: Search['costs'], shares: Shares, prices: Float64Array, rounds: number): number => {
  const touched: number[][] = Array.from(prices, () => []);
  shares.forEach((terms, i) => {
    for (const { root } of terms) at(touched, root).push(i);
  });
  let value = valueAt(costs, shares, prices);
  for (let round = 0; round < rounds; round++) {
    touched.forEach((positions, root) => {
      prices[root] = priceThatMeets(costs, shares, prices, root, positions);
    });
    const now = valueAt(costs, shares, prices);
    if (prices.length === 1 || now <= value + 1e-7 * Math.abs(value)) return Math.max(now, value);
    value = now;
  }
  return value;
};

/** Each variable rises from share to share, the cheapest by the share first; the price is that of the rise with which the part is met. */
const priceThatMeets = (
  costs: Search['costs'],
  shares: Shares,
  prices: Float64Array,
  root: number,
  positions: readonly number[],
): number => {
  const rises: { readonly price: number; readonly share: number }[] = [];
  let met = 0;
  for (const i of positions) {
    const terms = at(shares, i);
    const own = terms.find((term) => term.root === root)?.of ?? [];
    const left = at(costs, i).map((cost, k) =>
      terms.reduce(
        (sum, term) => (term.root === root ? sum : sum - (prices[term.root] ?? 0) * (term.of[k] ?? 0)),
        cost,
      ),
    );
    let now = 0;
    left.forEach((cost, k) => {
      if (cost <= at(left, now)) now = k;
    });
    met += own[now] ?? 0;
    for (;;) {
      let next = -1;
      let price = Number.POSITIVE_INFINITY;
      for (let k = now + 1; k < left.length; k++) {
        const more = (own[k] ?? 0) - (own[now] ?? 0);
        if (more <= 0) continue;
        const ofRise = (at(left, k) - at(left, now)) / more;
        if (ofRise <= price) [next, price] = [k, ofRise];
      }
      if (next < 0) break;
      rises.push({ price, share: (own[next] ?? 0) - (own[now] ?? 0) });
      now = next;
    }
  }
  if (met >= 1) return 0;
  rises.sort((a, b) => a.price - b.price);
  for (const { price, share } of rises) {
    met += share;
    if (met >= 1 - 1e-12) return price;
  }
  return rises.at(-1)?.price ?? 0;
};

export const raiseTogether = (
  costs: Search['costs'],
  shares: Shares,
  prices: Float64Array,
  enough: number,
  turns: number,
  start: number,
): number => {
  let best = start;
  const bestPrices = Float64Array.from(prices);
  // A part of which no shares are looked at has no price.
  const isPriced = new Float64Array(prices.length);
  for (const terms of shares) for (const { root } of terms) isPriced[root] = 1;
  let length = 1;
  let idle = 0;
  for (let turn = 0; turn < turns && best < enough; turn++) {
    const lacking = Float64Array.from(isPriced);
    let value = prices.reduce((sum, price) => sum + price, 0);
    for (let i = 0; i < costs.length; i++) {
      const terms = at(shares, i);
      const { choice, least } = leastAt(at(costs, i), terms, prices);
      value += least;
      for (const { root, of } of terms) lacking[root] = (lacking[root] ?? 0) - (of[choice] ?? 0);
    }
    if (value > best) {
      if (value > best + 1e-4 * Math.abs(best)) idle = 0;
      best = value;
      bestPrices.set(prices);
    }
    if (++idle > 8) {
      length /= 2;
      idle = 0;
      prices.set(bestPrices);
      if (length < 0.01) break;
      continue;
    }
    const square = lacking.reduce(
      (sum, lack, root) => ((prices[root] ?? 0) > 0 || lack > 0 ? sum + lack * lack : sum),
      0,
    );
    if (square === 0) break;
    const step = (length * (enough - value)) / square;
    for (let root = 0; root < prices.length; root++) {
      prices[root] = Math.max(0, (prices[root] ?? 0) + step * (lacking[root] ?? 0));
    }
  }
  prices.set(bestPrices);
  return best;
};
