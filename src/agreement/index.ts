export type {
  Agreement,
  Category,
  KappaAgreement,
  UndefinedAgreement,
  WhyUndefined,
} from '../model/agreement/agreement.js';
export type {
  AgreedShare,
  BootstrappedInterval,
  ContestedCriterion,
  CriterionAgreement,
  LevelIndices,
  ModerationReport,
  OpenCriterion,
  RaterPair,
  RaterTendency,
} from '../model/agreement/moderation-report.js';
export type { IntervalOptions } from './ratings/agreement.js';
export {
  type BandProbability,
  type BenchmarkedAgreement,
  benchmarkAgreement,
  type BenchmarkOptions,
} from './moderation/benchmark-agreement.js';
export { type AgreementBand, BENCHMARK_SCALES, type BenchmarkScale } from './moderation/benchmark-scales.js';
export { bootstrapInterval, type BootstrapOptions } from './moderation/bootstrap-interval.js';
export { brennanPrediger } from './coefficients/brennan-prediger.js';
export {
  calibrateValidator,
  type Calibration,
  type CalibrationOptions,
  type CalibrationRatings,
  type CountedShare,
} from './moderation/calibrate-validator.js';
export { cohenKappa } from './coefficients/cohen-kappa.js';
export { congerKappa } from './coefficients/conger-kappa.js';
export {
  consensus,
  type Consensus,
  type ConsensusOptions,
  type ConsensusRule,
} from './moderation/consensus.js';
export {
  contestedCriteria,
  type ContestedOptions,
  type DisagreementMeasure,
} from './moderation/contested-criteria.js';
export { type CategoryKappa, type FleissAgreement, fleissKappa } from './coefficients/fleiss-kappa.js';
export { gwetAC } from './coefficients/gwet-ac.js';
export {
  type IntraclassCorrelation,
  intraclassCorrelation,
  type IntraclassForm,
  type IntraclassOptions,
} from './coefficients/intraclass-correlation.js';
export { type AlphaOptions, krippendorffAlpha } from './coefficients/krippendorff-alpha.js';
export type { MeanSquares } from './coefficients/mean-squares.js';
export type { AlphaMetric } from './coefficients/metrics.js';
export { percentAgreement, type PercentAgreementOptions } from './coefficients/percent-agreement.js';
export { type ModerationOptions, moderationReport } from './moderation/moderation-report.js';
export { sampleSizeFor, type SampleSizeQuestion } from './moderation/sample-size-for.js';
export { type AssessedRows, ratingRows } from './moderation/rating-rows.js';
export type {
  NamedRaterData,
  ProportionTable,
  RatingCell,
  RatingCounts,
  RatingData,
  RatingRows,
  RatingTable,
  TwoRaterData,
} from './ratings/ratings.js';
export { scottPi } from './coefficients/scott-pi.js';
export { weightedKappa } from './coefficients/weighted-kappa.js';
export type { OwnWeights, WeightName, WeightOptions } from './coefficients/weights.js';
