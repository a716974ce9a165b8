import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/**
 * How often the blocks of the library's own code ran, all of them together: a measure of work that is the same on every machine, busy or
 * not. What the engine does inside one call of its own, such as a search through a list, counts as one. Of each run its own work; they are
 * counted in one session, because beginning one takes many times as long as what is counted.
 * `inFiles` is a part of the path of the files whose blocks are counted.
 */
export const countedWorks = (runs: readonly (() => unknown)[], inFiles = '/src/'): number[] => {
  const session = new Session();
  session.connect();
  const ask = (method: string, parameters?: object): unknown => {
    let answer: unknown;
    session.post(method, parameters, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  };
  // Optimised code loses count of its blocks, by more or less from one run to the next: without it every run counts the same.
  setFlagsFromString('--no-opt');
  ask('Profiler.enable');
  // Where the coverage of the tests is measured too, what ran before is counted already: begun anew.
  ask('Profiler.stopPreciseCoverage');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  try {
    return runs.map((run) => {
      run();
      // What is taken counts from 0 again.
      const { result } = ask('Profiler.takePreciseCoverage') as Coverage;
      let work = 0;
      for (const { url, functions } of result) {
        if (!url.includes(inFiles) || (inFiles === '/src/' && url.includes('node_modules'))) continue;
        for (const { ranges } of functions) for (const { count } of ranges) work += count;
      }
      return work;
    });
  } finally {
    ask('Profiler.stopPreciseCoverage');
    ask('Profiler.disable');
    session.disconnect();
    setFlagsFromString('--opt');
  }
};

/** The work of one run: see `countedWorks`. */
export const countedWork = (run: () => unknown, inFiles = '/src/'): number => countedWorks([run], inFiles)[0] ?? 0;

/** The most that the work grew by while the size doubled, for sizes n, 2n, 4n and 8n. */
export const growth = (n: number, runOf: (size: number) => () => unknown): number => {
  // Once beforehand, so that what is made only once in a process is not counted; but in the session, since blocks of functions that were compiled
  // before it begins are not counted, only their calls.
  const [, ...work] = countedWorks([n, n, 2 * n, 4 * n, 8 * n].map(runOf));
  return Math.max(...work.slice(1).map((more, i) => more / (work[i] ?? 1)));
};
