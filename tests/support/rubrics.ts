import fc from 'fast-check';
import type { Rubric } from '../../src/model/index.js';
import { arbitraryCase } from './arbitrary-rubric.js';
import { recordFiles, root } from './sources.js';

export const shippedRubrics: readonly Rubric[] = await Promise.all(
  recordFiles
    .filter(({ file }) => file.startsWith('src/data/rubrics/'))
    .map(async ({ file, exportName }) => {
      const record = (await import(`${root}/${file}`)) as Record<string, Rubric>;
      return record[exportName]!;
    }),
);

/** Random rubrics, the same in every run. */
export const drawnRubrics = (count: number): readonly Rubric[] =>
  fc
    .sample(arbitraryCase, { seed: 20261128, numRuns: count })
    .map(({ rubric }, at) => ({ ...rubric, id: `drawn-${at + 1}` }));
