import type { FrameworkEdition } from '../shared/record-name.js';
import type { Verdict } from '../shared/verdict.js';

/** What a person recorded about a claim. It stands beside the computed verdict and may differ from it. */
export interface Decision {
  readonly framework: FrameworkEdition;
  readonly element: string;
  /** The id of the setting. */
  readonly setting: string;
  readonly decision: 'achieved' | 'more-evidence-needed';
  readonly decidedBy: string;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: string;
  /** The verdict that was computed at the time, where one was. */
  readonly computed?: Verdict | undefined;
}
