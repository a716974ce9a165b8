// A worker behind a desk: one question after the other. The page stays quick, and *stop* ends the worker; the next question gets a new one.
import { onBeforeUnmount, ref } from 'vue';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly step?: string | undefined;
}

export type DeskReply<Answer> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string };

/** What became of a question: its answer, or why there is none. A question that a newer one replaced is *dropped*. */
export type Asked<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'dropped' };

interface Waiting {
  readonly question: unknown;
  readonly settle: (asked: Asked<unknown>) => void;
  readonly isLive: boolean;
}

export class Desk {
  #worker: Worker | undefined;
  /** Settles the question that the worker is at. */
  #settle: ((asked: Asked<unknown>) => void) | undefined;
  #waiting: Waiting[] = [];

  constructor(
    readonly make: () => Worker,
    readonly onProgress: (progress: Progress) => void = () => {},
    readonly onBusy: (isBusy: boolean) => void = () => {},
  ) {}

  get isBusy(): boolean {
    return this.#settle !== undefined;
  }

  /** Asks about what the reader is typing: such a question takes the place of an older one that still waits. */
  askLive<Answer>(question: unknown): Promise<Asked<Answer>> {
    for (const old of this.#waiting.filter(({ isLive }) => isLive)) old.settle({ kind: 'dropped' });
    this.#waiting = this.#waiting.filter(({ isLive }) => !isLive);
    return this.#ask(question, true);
  }

  ask<Answer>(question: unknown): Promise<Asked<Answer>> {
    return this.#ask(question, false);
  }

  #ask<Answer>(question: unknown, isLive: boolean): Promise<Asked<Answer>> {
    return new Promise((resolve) => {
      this.#waiting.push({ question, settle: resolve as (asked: Asked<unknown>) => void, isLive });
      if (this.#settle === undefined) this.#take();
    });
  }

  /** Ends the worker, whatever it is at. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const ended = [...(this.#settle ? [this.#settle] : []), ...this.#waiting.map(({ settle }) => settle)];
    this.#settle = undefined;
    this.#waiting = [];
    this.onBusy(false);
    for (const settle of ended) settle({ kind: 'stopped' });
  }

  #take(): void {
    const next = this.#waiting.shift();
    this.onBusy(next !== undefined);
    if (next === undefined) return;
    this.#settle = next.settle;
    this.#worker ??= this.#hired();
    this.#worker.postMessage(next.question);
  }

  #hired(): Worker {
    const worker = this.make();
    const done = (asked: Asked<unknown>): void => {
      if (worker !== this.#worker) return;
      const settle = this.#settle;
      this.#settle = undefined;
      settle?.(asked);
      this.#take();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<DeskReply<unknown>>) => {
      if (data.kind !== 'progress') done(data);
      else if (worker === this.#worker) this.onProgress(data.progress);
    });
    // Out of memory, or a file of the site that could not be fetched: a new worker takes the next question.
    worker.addEventListener('error', (event) => {
      worker.terminate();
      if (worker !== this.#worker) return;
      this.#worker = undefined;
      const settle = this.#settle;
      this.#settle = undefined;
      settle?.({ kind: 'failed', message: event.message || 'The worker ended; the browser may be out of memory.' });
      this.#take();
    });
    return worker;
  }
}

/** What went wrong, as somebody who gave the input can read it. */
const inWords = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return /call stack|recursion/iu.test(message) ? 'The text is nested too deeply to be read.' : message;
};

/** In the worker: answers questions as they come, one after the other; whatever goes wrong is said in words. */
export const answerAtDesk = <Question>(
  answer: (question: Question, progress: (progress: Progress) => void) => unknown,
): void => {
  const reply = (message: DeskReply<unknown>): void => postMessage(message);
  let queue: Promise<void> = Promise.resolve();
  addEventListener('message', ({ data }: MessageEvent<Question>) => {
    queue = queue
      .then(async () =>
        reply({ kind: 'answer', answer: await answer(data, (progress) => reply({ kind: 'progress', progress })) }),
      )
      .catch((error: unknown) => reply({ kind: 'failed', message: inWords(error) }));
  });
};

/** Work that takes longer than this gets a bar and a button that ends it. */
const SOON = 400;

/** A desk for a component: `isSlow` says that work is taking long, `stop` ends it, and leaving the page ends it too. */
export const useDesk = (make: () => Worker) => {
  const progress = ref<Progress>({ done: 0, total: 0 });
  const isSlow = ref(false);
  const isBusy = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const desk = new Desk(
    make,
    (said) => (progress.value = said),
    (now) => {
      clearTimeout(timer);
      isBusy.value = now;
      if (now) timer = setTimeout(() => (isSlow.value = true), SOON);
      else [isSlow.value, progress.value] = [false, { done: 0, total: 0 }];
    },
  );
  onBeforeUnmount(() => desk.stop());
  return { desk, isBusy, isSlow, progress };
};
