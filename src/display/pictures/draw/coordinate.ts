/** A number as pictures write coordinates: to a hundredth, the same figures in every engine, never with an exponent. */
export const coordinate = (number: number): string => String(Math.round(number * 100) / 100 || 0);
