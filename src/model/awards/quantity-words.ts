import type { Source } from '../shared/source.js';

/** One word for a share and the whole percents it stands for, both ends included. */
export interface QuantityBand {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The words that somebody uses for shares, highest first. Bands may meet in a percent, and may leave some percents without a word. */
export interface QuantityWords {
  readonly id: string;
  readonly label: string;
  readonly bands: readonly QuantityBand[];
  readonly sources: readonly Source[];
}
