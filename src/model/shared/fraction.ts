import type { ExactNumber, Fraction } from '../../common/fractions.js';

export type { ExactNumber, Fraction } from '../../common/fractions.js';
