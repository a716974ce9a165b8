import type { Decision } from '../awards/decision.js';
import type { FrameworkEdition } from '../shared/record-name.js';
import type { Issue } from '../shared/issue.js';

/** Whether the day on which the years are over still belongs to the window. */
export type WindowEnd = 'inclusive' | 'exclusive';

/** The years from an achievement on, and the elements achieved in them. */
export interface AwardWindow {
  /** The day of the achievement it begins with. */
  readonly from: string;
  /** The last day on which an achievement still falls into it. */
  readonly last: string;
  /** The elements achieved in it, each on the first of its dates there, in the framework's order. */
  readonly achieved: readonly { readonly element: string; readonly on: string }[];
  /** Ids of the elements it lacks. */
  readonly lacks: readonly string[];
  /** The day on which it held every element; absent while it lacks one. */
  readonly completedOn?: string | undefined;
}

/** Where one element stands by the decisions people made. */
export interface ElementState {
  readonly element: string;
  /** Its name, in the sector asked for. */
  readonly label: string;
  readonly state: 'achieved' | 'more-evidence-needed' | 'not-decided';
  /** The dates of the achievements that stand, earliest first. */
  readonly achievedOn: readonly string[];
  /** All its decisions up to the day looked from, earliest first. */
  readonly decisions: readonly Decision[];
  readonly message: string;
}

export interface ElementProgress {
  readonly framework: FrameworkEdition;
  /** The id of the setting; absent where there is no decision yet. */
  readonly setting?: string | undefined;
  readonly on?: string | undefined;
  /** In the framework's order. */
  readonly elements: readonly ElementState[];
  /** Decisions dated after `on`: set aside. */
  readonly later: readonly Decision[];
  readonly issues: readonly Issue[];
  /** States who produced these words and numbers. */
  readonly notice: string;
}

/** An element that still has to be achieved, and why. */
export interface MissingElement {
  readonly element: string;
  readonly label: string;
  /** Nobody decided it, more evidence was asked for, or it was achieved too long ago to share a window with a new one. */
  readonly because: 'not-decided' | 'more-evidence-needed' | 'lapsed';
  readonly message: string;
}

/** Until when an achievement can share a window with new ones. */
export interface Lapse {
  readonly element: string;
  readonly label: string;
  /** The latest of its achievements. */
  readonly achievedOn: string;
  /** The last day on which a new achievement falls into one window with it. */
  readonly countsUntil: string;
  /** Days from the day looked from; absent where that day has passed. */
  readonly daysLeft?: number | undefined;
  readonly lapsed: boolean;
  readonly message: string;
}

export interface AwardProgress {
  readonly framework: FrameworkEdition;
  readonly setting?: string | undefined;
  readonly on: string;
  readonly windowYears: number;
  readonly windowEnd: WindowEnd;
  readonly elements: readonly ElementState[];
  /** Ids of the elements whose standing decision is *achieved*, whenever that was. */
  readonly achieved: readonly string[];
  /** The window of each achievement, earliest first. */
  readonly windows: readonly AwardWindow[];
  /** The window that holds most elements, over or not; of several the latest. Absent while nothing is achieved. */
  readonly fullest?: AwardWindow | undefined;
  /** The same among the windows that are not over on the day: the one to complete. */
  readonly current?: AwardWindow | undefined;
  /** Elements that the current window lacks; none once eligible. */
  readonly missing: readonly MissingElement[];
  /** The last day on which the missing ones complete the current window. Absent once eligible, or where no window is open. */
  readonly completeBy?: string | undefined;
  readonly daysLeft?: number | undefined;
  /** What lapses when, soonest first; none once eligible. */
  readonly lapses: readonly Lapse[];
  /** All elements were achieved within one window. */
  readonly eligible: boolean;
  /** The day on which they first were. */
  readonly eligibleSince?: string | undefined;
  /** Why, in words. */
  readonly reason: string;
  /** What the other reading of the window's end would say; `matters` where it changes who is eligible or what is missing. */
  readonly otherReading: {
    readonly windowEnd: WindowEnd;
    readonly eligible: boolean;
    readonly completeBy?: string | undefined;
    readonly matters: boolean;
  };
  /** Decisions dated after `on`: set aside. */
  readonly later: readonly Decision[];
  readonly issues: readonly Issue[];
  /** States who produced these words and numbers. */
  readonly notice: string;
}
