import { describe, expect, test } from 'vitest';
import type { LongWorkOptions } from '../../src/common/long-work.js';
import { coordinatorRole } from '../../src/data/rubrics/coordinator-role.js';
import { checkRubric, diffRubrics, proveRubric } from '../../src/evaluation/index.js';
import type { Rubric } from '../../src/model/rubrics/rubric.js';
import { smallRubric } from '../support/small-rubric.js';

/** Weights twice as large, and so all shares the same: no search finds a difference, so all of it is gone through. */
const reweighed: Rubric = {
  ...smallRubric,
  criteria: smallRubric.criteria.map((criterion) => ({ ...criterion, weight: 2 * (criterion.weight ?? 1) })),
};
/** A rule written otherwise that says the same, which is proved without looking at states. */
const rewritten: Rubric = {
  ...coordinatorRole,
  outcomes: coordinatorRole.outcomes.map((outcome) => ({
    ...outcome,
    rule: { kind: 'all', rules: [outcome.rule, outcome.rule] },
  })),
};

const verbs: readonly (readonly [string, (options: LongWorkOptions) => unknown])[] = [
  ['checkRubric', (options) => checkRubric(coordinatorRole, { limit: 10_000, ...options })],
  ['proveRubric', (options) => proveRubric(smallRubric, options)],
  ['proveRubric', (options) => proveRubric(smallRubric, { mostStates: 0, samples: 2_000, ...options })],
  ['proveRubric', (options) => proveRubric(smallRubric, { mostStates: 0, samples: 0, ...options })],
  ['diffRubrics', (options) => diffRubrics(coordinatorRole, coordinatorRole, options)],
  ['diffRubrics', (options) => diffRubrics(smallRubric, reweighed, options)],
  ['diffRubrics', (options) => diffRubrics(coordinatorRole, rewritten, options)],
  ['diffRubrics', (options) => diffRubrics(smallRubric, reweighed, { mostStates: 10, samples: 2_000, ...options })],
];

describe('long work on rubrics', () => {
  test.each(verbs)('%s tells how far it is, rising, to the end: all of it once', (_name, run) => {
    const told: (readonly [number, number])[] = [];
    const quiet = run({});
    expect(run({ onProgress: (done, total) => told.push([done, total]) })).toEqual(quiet);
    const totals = new Set(told.map(([, total]) => total));
    expect(totals.size).toBe(1);
    const [total] = totals;
    const all = told.map(([done]) => done);
    expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
    expect(all.every((done) => Number.isSafeInteger(done))).toBe(true);
    expect(all.at(-1)).toBe(total);
    expect(told.length).toBeLessThanOrEqual(101);
  });

  test('they tell more than the end where there is something to wait for', () => {
    const tellings = (run: (options: LongWorkOptions) => unknown): number => {
      let count = 0;
      run({ onProgress: () => count++ });
      return count;
    };
    const isTold = verbs.map(([, run]) => tellings(run) > 2);
    // Where no states are drawn, or two rubrics are shown alike at once, there is nothing to wait for.
    expect(isTold).toEqual([true, true, true, false, false, true, false, true]);
  });

  test.each(verbs)('%s stops where nobody waits for it', (name, run) => {
    const gone = { signal: { aborted: true } };
    expect(() => run(gone)).toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(() => run(gone)).toThrow(`${name}: the work was stopped by its signal`);
    const reason = new RangeError('the page was left');
    expect(() => run({ signal: { aborted: true, reason } })).toThrow(reason);
    const signal = { aborted: false };
    const answer = run({});
    const told: number[] = [];
    const stop = (): unknown =>
      run({
        signal,
        onProgress: (done) => {
          told.push(done);
          signal.aborted = true;
        },
      });
    // Where the first telling is the end, there is nothing left to stop.
    if (tellsOnce(run)) expect(stop()).toEqual(answer);
    else expect(stop).toThrow(`${name}: the work was stopped by its signal`);
    expect(told).toHaveLength(1);
    expect(run({})).toEqual(answer);
  });

  test.each(verbs)('%s refuses wrong options of long work', (name, run) => {
    expect(() => run({ onProgress: 5 as never })).toThrow(new RegExp(`${name}: onProgress is 5`, 'u'));
    expect(() => run({ signal: true as never })).toThrow(new RegExp(`${name}: signal is true`, 'u'));
    expect(() => run({ signal: {} as never })).toThrow(new RegExp(`${name}: signal is`, 'u'));
    expect(() => run({ progress: () => undefined } as never)).toThrow(/progress/u);
    const one = new Error('from the listener');
    const angry = (): never => {
      throw one;
    };
    expect(() => run({ onProgress: angry })).toThrow(one);
  });
});

const tellsOnce = (run: (options: LongWorkOptions) => unknown): boolean => {
  let count = 0;
  run({ onProgress: () => count++ });
  return count === 1;
};
