import type { MovementCounts, Standing } from './setting-progress.js';
import type { RubricVersion } from '../shared/record-name.js';
import type { CriterionProfile } from '../rubrics/evaluation.js';
import type { Sector } from '../shared/sector.js';
import type { PortfolioTables } from './portfolio-tables.js';
import type { Issue } from '../shared/issue.js';

/** What is still left of a window. */
export type WindowState =
  | { readonly kind: 'open'; readonly lastDay: string; readonly daysLeft: number }
  | { readonly kind: 'passed'; readonly lastDay: string; readonly daysAgo: number };

/** A setting against its own first comparable assessment. */
export interface SinceBaseline {
  readonly from: string;
  readonly to: string;
  readonly counts: MovementCounts;
  /** The outcomes met now and not then. */
  readonly gained: readonly string[];
  /** The outcomes met then and not now. */
  readonly lost: readonly string[];
  readonly message: string;
}

/** What a setting's latest evaluation by one rubric says. */
export interface JudgedSetting {
  readonly rubric: RubricVersion;
  readonly element?: string | undefined;
  readonly date: string;
  readonly standing: Standing;
  readonly profile: readonly CriterionProfile[];
  /** The outcome the setting is near, and what is missing. */
  readonly towards?:
    | { readonly outcome: string; readonly label: string; readonly gaps: number; readonly isMet: boolean }
    | undefined;
  readonly sinceBaseline?: SinceBaseline | undefined;
}

/** The elements of the award, as a setting's decisions have them. */
export interface SettingElements {
  /** Those whose standing decision is *achieved*, whenever that was, in the award's order. */
  readonly achieved: readonly string[];
  readonly moreEvidenceNeeded: readonly string[];
  /** As many as the full award asks for were achieved within one window, as `awardProgress` counts it. */
  readonly complete: boolean;
  /** How many more the full award asks for in the window that is open; 0 where complete. */
  readonly missing: number;
}

/** One setting of a portfolio, for those who work with it. Not for publication. */
export interface SettingSummary {
  readonly setting: string;
  readonly name: string;
  readonly sector: Sector;
  readonly authority?: string | undefined;
  readonly elements?: SettingElements | undefined;
  readonly judged: readonly JudgedSetting[];
  readonly window?: WindowState | undefined;
  /** Why it is near, in words; absent where it is not. */
  readonly near?: string | undefined;
}

/** A part of a portfolio. */
export interface PortfolioGroup {
  /** The sector, or the authority as its own people write it; `not stated` for settings that name none. */
  readonly group: string;
  readonly tables: PortfolioTables;
}

/** A portfolio of settings on one day. Plain data. */
export interface PortfolioSummary {
  readonly on: string;
  readonly all: PortfolioTables;
  readonly bySector: readonly PortfolioGroup[];
  readonly byAuthority: readonly PortfolioGroup[];
  /** Every setting, by id: an order that says nothing. For those who work with the settings, not for publication. */
  readonly settings: readonly SettingSummary[];
  /** The settings that are near, by id, each with the reason. */
  readonly near: readonly { readonly setting: string; readonly name: string; readonly message: string }[];
  /** Windows still open, the first to close first. */
  readonly windows: readonly { readonly setting: string; readonly lastDay: string; readonly daysLeft: number }[];
  /** What was not counted, and why. */
  readonly issues: readonly Issue[];
  readonly message: string;
  readonly notice: string;
}
