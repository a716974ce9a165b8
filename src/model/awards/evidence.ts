import type { Voice } from './voice.js';

/** What a piece of evidence is, as a co-ordinator would file it. */
export type EvidenceKind =
  | 'plan'
  | 'policy'
  | 'lesson'
  | 'learner-work'
  | 'learner-voice'
  | 'stakeholder-voice'
  | 'data'
  | 'observation'
  | 'photograph'
  | 'recording'
  | 'event'
  | 'professional-learning'
  | 'other';

/** Whether somebody agreed that it may be shown; `not-needed` where it shows nobody. */
export type Permission = 'given' | 'refused' | 'not-asked' | 'not-needed';

/** Something dated that shows an indicator in practice. One item may support many indicators, in several elements. */
export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  /** Ids of the indicators it supports. */
  readonly supports: readonly string[];
  /** Whose views were heard in it. */
  readonly voices?: readonly Voice[] | undefined;
  /** Where it is kept: addresses or shelf marks, as plain text. */
  readonly links?: readonly string[] | undefined;
  readonly permissions?:
    | {
        readonly consent?: Permission | undefined;
        readonly photographs?: Permission | undefined;
        readonly personalData?: Permission | undefined;
      }
    | undefined;
}
