import type { ExactNumber } from '../shared/fraction.js';

/** One end of an interval of weights; `included` where every outcome keeps its verdict at the end itself. */
export interface WeightBound {
  /** The end; absent where it is no fraction of two whole numbers that a number holds exactly. */
  readonly at?: ExactNumber | undefined;
  /** Why the end is not given. */
  readonly because?: 'out-of-range' | undefined;
  readonly included: boolean;
}

/** How far one weight may move, the others fixed, before any outcome's verdict changes. */
export interface WeightInterval<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly weight: number;
  /** The lower end; absent where the weight may fall as near to zero as one likes. */
  readonly least?: WeightBound | undefined;
  /** The upper end; absent where the weight may grow without bound. */
  readonly greatest?: WeightBound | undefined;
}
