// Checks and proves a rubric away from the page, so that the page stays quick and *stop* can end it.
import { checkRubric, proveRubric } from 'stem-leadership/evaluation';
import type { Rubric } from 'stem-leadership/model';

export interface RubricTask {
  readonly kind: 'check' | 'prove';
  readonly rubric: Rubric;
}

export type RubricReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'checked'; readonly issues: ReturnType<typeof checkRubric> }
  | { readonly kind: 'proved'; readonly proof: ReturnType<typeof proveRubric> }
  | { readonly kind: 'failed'; readonly message: string };

const reply = (message: RubricReply): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<RubricTask>) => {
  const onProgress = (done: number, total: number): void => reply({ kind: 'progress', done, total });
  try {
    if (data.kind === 'check') reply({ kind: 'checked', issues: checkRubric(data.rubric, { onProgress }) });
    else reply({ kind: 'proved', proof: proveRubric(data.rubric, { onProgress }) });
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
