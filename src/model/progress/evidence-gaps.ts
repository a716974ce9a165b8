import type { EvidenceKind } from '../awards/evidence.js';
import type { RubricVersion } from '../shared/record-name.js';
import type { Issue } from '../shared/issue.js';

/** What the evidence for one indicator can lack. */
export type EvidenceGapKind = 'none' | 'too-little' | 'too-old' | 'one-sided' | 'no-permission';

/** One thing that is missing, in words, with its items. */
export interface EvidenceGap {
  readonly gap: EvidenceGapKind;
  /** Ids of the items the gap is about: the few there are, those too old, those of one kind, those without permission. */
  readonly items: readonly string[];
  readonly message: string;
  readonly hint: string;
}

/** The evidence for one criterion's indicator. */
export interface IndicatorEvidence {
  readonly criterion: string;
  readonly indicator: string;
  readonly label: string;
  /** Why nothing is asked here, where the criterion is not applicable. */
  readonly notApplicable?: string | undefined;
  /** Ids of all items that support it, as they were given. */
  readonly evidence: readonly string[];
  /** Ids of those that are not too old. */
  readonly inTime: readonly string[];
  /** The kinds among those in time, in alphabetical order. */
  readonly kinds: readonly EvidenceKind[];
  /** The date of the newest item. */
  readonly newest?: string | undefined;
  readonly gaps: readonly EvidenceGap[];
}

/** What each indicator has and lacks, in the rubric's order. */
export interface EvidenceGaps {
  readonly rubric: RubricVersion;
  readonly asked: {
    readonly atLeast: number;
    readonly kinds: number;
    readonly asOf?: string | undefined;
    /** The first day that is not too old. */
    readonly since?: string | undefined;
  };
  readonly indicators: readonly IndicatorEvidence[];
  /** Items that support more than one of the rubric's indicators; each counts for every one of them. */
  readonly reused: readonly { readonly evidence: string; readonly indicators: readonly string[] }[];
  /** What was noticed about the evidence itself: unknown indicators, items listed twice, items dated later. */
  readonly issues: readonly Issue[];
  /** States who produced these words and numbers. */
  readonly notice: string;
}
