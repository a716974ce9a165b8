export type { Agreement, Category, IntervalOptions, UndefinedAgreement, WhyUndefined } from './agreement.js';
export {
  type BandProbability,
  type BenchmarkedAgreement,
  benchmarkAgreement,
  type BenchmarkOptions,
} from './benchmark-agreement.js';
export { type AgreementBand, BENCHMARK_SCALES, type BenchmarkScale } from './benchmark-scales.js';
export { brennanPrediger } from './brennan-prediger.js';
export {
  calibrateValidator,
  type Calibration,
  type CalibrationOptions,
  type CalibrationRatings,
  type CountedShare,
} from './calibrate-validator.js';
export { cohenKappa } from './cohen-kappa.js';
export { congerKappa } from './conger-kappa.js';
export {
  consensus,
  type Consensus,
  type ConsensusOptions,
  type ConsensusRule,
  type OpenCriterion,
} from './consensus.js';
export {
  contestedCriteria,
  type ContestedCriterion,
  type ContestedOptions,
  type DisagreementMeasure,
} from './contested-criteria.js';
export { type CategoryKappa, type FleissAgreement, fleissKappa } from './fleiss-kappa.js';
export { gwetAC } from './gwet-ac.js';
export {
  type IntraclassCorrelation,
  intraclassCorrelation,
  type IntraclassForm,
  type IntraclassOptions,
} from './intraclass-correlation.js';
export { type AlphaOptions, krippendorffAlpha } from './krippendorff-alpha.js';
export type { MeanSquares } from './mean-squares.js';
export type { AlphaMetric } from './metrics.js';
export { percentAgreement, type PercentAgreementOptions } from './percent-agreement.js';
export { type AssessedRows, ratingRows } from './rating-rows.js';
export type {
  NamedRaterData,
  ProportionTable,
  RatingCell,
  RatingCounts,
  RatingData,
  RatingRows,
  RatingTable,
  TwoRaterData,
} from './ratings.js';
export { scottPi } from './scott-pi.js';
export type { KappaAgreement } from './two-rater-kappa.js';
export { weightedKappa } from './weighted-kappa.js';
export type { OwnWeights, WeightName, WeightOptions } from './weights.js';
