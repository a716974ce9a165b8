/**
 * How often single characters of texts are looked at while something runs, by our own code and by the packages it reads with: a reader
 * of Markdown or YAML goes through a text by nothing else. It is the same on every machine, busy or not.
 */
export const countedReads = (run: () => unknown): number => {
  const own = Object.getOwnPropertyDescriptor(String.prototype, 'charCodeAt')!;
  const original = own.value as (this: string, at: number) => number;
  let reads = 0;
  String.prototype.charCodeAt = function (this: string, at: number) {
    reads++;
    return original.call(this, at);
  };
  try {
    run();
    return reads;
  } finally {
    Object.defineProperty(String.prototype, 'charCodeAt', own);
  }
};

/** The most that the reads grew by while the size doubled, for sizes n, 2n, 4n and 8n. */
export const growthOfReads = (n: number, runOf: (size: number) => () => unknown): number => {
  // Once beforehand, so that what is made only once in a process is not counted.
  runOf(n)();
  const reads = [n, 2 * n, 4 * n, 8 * n].map((size) => countedReads(runOf(size)));
  return Math.max(...reads.slice(1).map((more, i) => more / Math.max(1, reads[i] ?? 1)));
};
