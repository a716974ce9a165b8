import type { Evidence } from './evidence.js';

/** How many items support each indicator; an item listed twice, by its id, is one item. */
export const evidenceCounts = (evidence: readonly Pick<Evidence, 'id' | 'supports'>[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { supports } of new Map(evidence.map((item) => [item.id, item])).values()) {
    for (const indicator of new Set(supports)) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  }
  return counts;
};
