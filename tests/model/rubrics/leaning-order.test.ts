import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaningOrder } from '../../../src/model/rubrics/rule-size.js';

/** The slow obvious way: from each outcome, everything it leans on, however far. */
const reachedFrom = (leansOn: readonly (readonly number[])[], start: number): ReadonlySet<number> => {
  const reached = new Set<number>();
  const open = [...leansOn[start]!];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    open.push(...leansOn[at]!);
  }
  return reached;
};

test('finds just those outcomes that need themselves, and orders the others after what they lean on', () => {
  const graphs = fc
    .integer({ min: 1, max: 9 })
    .chain((n) => fc.array(fc.array(fc.nat(n - 1), { maxLength: 3 }), { minLength: n, maxLength: n }));
  fc.assert(
    fc.property(graphs, (leansOn) => {
      const { order, circle, inCircles } = leaningOrder(leansOn);
      const reached = leansOn.map((_, at) => reachedFrom(leansOn, at));
      expect(inCircles).toEqual(leansOn.flatMap((_, at) => (reached[at]!.has(at) ? [at] : [])));
      expect(circle === undefined).toBe(inCircles.length === 0);
      if (circle !== undefined) expect(inCircles).toContain(circle);
      expect([...order].sort((a, b) => a - b)).toEqual([...leansOn.keys()]);
      if (inCircles.length > 0) return;
      const place = new Map(order.map((at, when) => [at, when]));
      leansOn.forEach((list, at) => {
        for (const inner of list) expect(place.get(inner)!).toBeLessThan(place.get(at)!);
      });
    }),
    { numRuns: 2000 },
  );
});
