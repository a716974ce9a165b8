import type { FrameworkEdition } from '../shared/record-name.js';

/** One thing that a setting means to do. What is not settled yet is left out; `checkActionPlan` tells what is missing. */
export interface Action {
  readonly id: string;
  /** What will be done, in a sentence. */
  readonly what: string;
  /** The id of the role that sees to it. */
  readonly owner?: string | undefined;
  /** The day by which it is done: calendar date, `YYYY-MM-DD`. */
  readonly due?: string | undefined;
  /** How people will know that it worked. */
  readonly successMeasure?: string | undefined;
  /** The id of the strategy it uses. */
  readonly strategy?: string | undefined;
  /** Ids of the indicators whose gaps it addresses. */
  readonly addresses: readonly string[];
  /** The id of the rubric's obligation it answers. */
  readonly obligation?: string | undefined;
  /** Why it is in the plan. */
  readonly because?: string | undefined;
}

/** What a setting means to do until a day it has chosen: its horizon. */
export interface ActionPlan {
  /** The id of the setting. */
  readonly setting: string;
  /** The framework whose gaps it answers, where it names one. */
  readonly framework?: FrameworkEdition | undefined;
  /** The day it was written or brought up to date, `YYYY-MM-DD`. */
  readonly date: string;
  /** The last day it looks ahead to, `YYYY-MM-DD`: the end of the next session, or later. */
  readonly horizon: string;
  readonly actions: readonly Action[];
}
