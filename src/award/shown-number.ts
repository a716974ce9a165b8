/** A number as it was written: `units / 10^places`, so that 62.5 is 625 with one place. */
export interface ShownNumber {
  readonly units: bigint;
  readonly places: number;
}

const shape = /^([+-]?)(\d{1,15})(?:\.(\d{1,9}))?$/u;

/** Reads a number as it is shown: a sign (also the typographic minus), digits, a point, a percent sign. None where it is something else. */
export const shownNumber = (value: number | string): ShownNumber | undefined => {
  const text = String(value)
    .replace(/[\u2212\u2013]/gu, '-')
    .replace(/(?:percentage points|points|pp|%)\s*$/u, '')
    .replace(/^([+-])\s+/u, '$1')
    .trim();
  const match = shape.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  const units = BigInt(whole + decimals);
  return { units: sign === '-' ? -units : units, places: decimals.length };
};

const power = (places: number): bigint => 10n ** BigInt(places);

/** Below zero, zero or above zero, as a − b. */
export const compareShown = (a: ShownNumber, b: ShownNumber): number => {
  const difference = a.units * power(b.places) - b.units * power(a.places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The first less the second, with the places of the longer. */
export const differenceShown = (a: ShownNumber, b: ShownNumber): ShownNumber => {
  const places = Math.max(a.places, b.places);
  return { units: a.units * power(places - a.places) - b.units * power(places - b.places), places };
};

/** The number in figures, without zeros at its end. */
export const figures = ({ units, places }: ShownNumber): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const decimals = places === 0 ? '' : digits.slice(-places).replace(/0+$/u, '');
  return `${units < 0n ? '−' : ''}${places === 0 ? digits : digits.slice(0, -places)}${decimals && `.${decimals}`}`;
};
