import type { EvidenceKind, Permission } from '../awards/evidence.js';
import type { Voice } from '../awards/voice.js';
import type { Assessment } from '../rubrics/assessment.js';

/** The words of a form besides the rubric's own: what its fields and choices are called. */
export interface FormMessages {
  /** The choice that says nothing yet. */
  readonly unrated: string;
  readonly notApplicable: string;
  /** Asks for the reason, beside *not applicable*. */
  readonly whyNotApplicable: string;
  /** What an assessor writes beside a rating. */
  readonly note: string;
  /** How many items of evidence the rubric's rules ask for, of one criterion; at least 1. */
  readonly evidenceAsked: (items: number) => string;
  readonly about: Readonly<Record<'setting' | 'settingName' | 'assessor' | 'date' | 'kind', string>>;
  readonly kinds: Readonly<Record<Assessment['kind'], string>>;
  /** Whether a fact holds, and what may be said with it. */
  readonly fact: Readonly<Record<'holds' | 'holdsNot' | 'notKnown' | 'reason' | 'by' | 'date', string>>;
  /** Asks which criteria the setting works on first: at most so many. */
  readonly priorities: (atMost: number) => string;
  /** What is asked of an item of evidence. */
  readonly evidence: Readonly<
    Record<
      'item' | 'kind' | 'date' | 'shows' | 'supports' | 'voices' | 'links' | 'consent' | 'photographs' | 'personalData',
      string
    >
  >;
  readonly evidenceKinds: Readonly<Record<EvidenceKind, string>>;
  readonly voices: Readonly<Record<Voice, string>>;
  readonly permissions: Readonly<Record<Permission, string>>;
}
