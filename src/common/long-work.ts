import { isObject } from './own.js';
import { refuseNoFunction } from './refuse.js';
import { shownValue } from './shown-value.js';

/** What long work takes besides: whom to tell how far it is, and where to see that nobody waits for it any more. */
export interface LongWorkOptions {
  /** Called now and then with how much is done and how much there is, and at the end with all of it. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /**
   * Anything with `aborted`, such as the signal of an AbortController. Where it is true the work throws: its `reason`, where that is an
   * Error, or an Error named “AbortError”. It is looked at each time before progress is told.
   */
  readonly signal?: { readonly aborted: boolean; readonly reason?: unknown } | undefined;
}

export const LONG_WORK_OPTIONS = ['onProgress', 'signal'] as const;

/** Progress is told about so many times over the whole work. */
const TELLINGS = 100;

const stop = (caller: string, reason: unknown): never => {
  if (reason instanceof Error) throw reason;
  const error = new Error(`${caller}: the work was stopped by its signal`);
  error.name = 'AbortError';
  throw error;
};

/**
 * Refuses wrong options of long work, and gives what the work calls after each of its steps with how many are done. Telling is counted,
 * not timed: a hundred times at most, however many steps there are.
 */
export const longWork = (
  caller: string,
  { onProgress, signal }: LongWorkOptions,
  total: number,
): ((done: number) => void) => {
  refuseNoFunction(caller, 'onProgress', onProgress);
  if (signal !== undefined && !(isObject(signal) && typeof signal.aborted === 'boolean')) {
    throw new TypeError(`${caller}: signal is ${shownValue(signal)}; it is an object with \`aborted\`, true or false`);
  }
  if (signal?.aborted) stop(caller, signal.reason);
  if (onProgress === undefined && signal === undefined) return () => undefined;
  const stride = Math.max(1, Math.ceil(total / TELLINGS));
  let next = Math.min(stride, total);
  return (done) => {
    if (done < next) return;
    next = done + stride < total ? done + stride : done < total ? total : Number.POSITIVE_INFINITY;
    if (signal?.aborted) stop(caller, signal.reason);
    onProgress?.(done, total);
  };
};
