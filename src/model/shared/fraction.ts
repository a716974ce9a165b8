export type { ExactNumber, Fraction } from '../../common/fractions.js';
