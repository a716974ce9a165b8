import { expect, test } from 'vitest';
import { longWork } from '../../src/common/long-work.js';

const toldOf = (total: number): (readonly [number, number])[] => {
  const told: (readonly [number, number])[] = [];
  const tell = longWork('work', { onProgress: (done, all) => told.push([done, all]) }, total);
  for (let done = 1; done <= total; done++) tell(done);
  return told;
};

test('progress is told a hundred times at most, ever further, and at the end all of it', () => {
  for (const total of [1, 2, 99, 100, 101, 250, 12_345, 1_000_000]) {
    const told = toldOf(total);
    expect(told.length).toBeLessThanOrEqual(100);
    expect(told.length).toBeGreaterThanOrEqual(Math.min(total, 50));
    expect(told.at(-1)).toEqual([total, total]);
    told.forEach(([done], i) => expect(done).toBeGreaterThan(i === 0 ? 0 : told[i - 1]![0]));
  }
  expect(toldOf(0)).toEqual([]);
});

test('work stops where its signal is aborted: with the reason of the signal, or in its own name', () => {
  const controller = new AbortController();
  const tell = longWork('work', { signal: controller.signal }, 10);
  tell(1);
  controller.abort(new Error('the page was closed'));
  expect(() => tell(2)).toThrow('the page was closed');
  expect(() => longWork('work', { signal: { aborted: true } }, 10)).toThrow('work: the work was stopped by its signal');
  expect(() => longWork('work', { signal: { aborted: true, reason: 'none' } }, 10)).toThrow(
    expect.objectContaining({ name: 'AbortError' }) as Error,
  );
});

test('what is no signal and what is no function is refused', () => {
  for (const signal of [null, 5, {}, { aborted: 'yes' }]) {
    expect(() => longWork('work', { signal: signal as never }, 1)).toThrow(/work: signal is .*; it is an object with/u);
  }
  expect(() => longWork('work', { onProgress: 5 as never }, 1)).toThrow(/work: onProgress is 5/u);
});
