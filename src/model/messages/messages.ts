import type { EvaluationMessages } from './evaluation-messages.js';
import type { ReportMessages } from './report-messages.js';
import type { FormMessages } from './form-messages.js';
import type { PictureMessages } from './picture-messages.js';

/**
 * All the words of one language. Every verb that makes sentences takes them as the option `messages`, and reads only its own part.
 *
 * A language of your own is an object of this type: the compiler says which words are missing.
 */
export interface Messages extends EvaluationMessages {
  /** The language, as a BCP 47 tag: *en*, *fr*, *pt-BR*. Pages are marked with it. */
  readonly language: string;
  /** Which way it is written; left to right where left out. */
  readonly direction?: 'ltr' | 'rtl' | undefined;
  readonly report: ReportMessages;
  readonly form: FormMessages;
  readonly pictures: PictureMessages;
}
