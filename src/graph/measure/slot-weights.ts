import { refuseNoFunction } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

/** The weight of each slot from 1 to 255, or nothing where they are equal. */
export const slotWeights = (
  caller: string,
  slotWeight: ((slot: number) => number) | undefined,
): Float64Array | undefined => {
  refuseNoFunction(caller, 'slotWeight', slotWeight);
  if (!slotWeight) return undefined;
  const weights = new Float64Array(256);
  for (let slot = 1; slot < 256; slot++) {
    const weight = slotWeight(slot);
    if (!(typeof weight === 'number' && weight > 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${caller}: slotWeight(${slot}) is ${shownValue(weight)}; it is finite and above 0`);
    }
    weights[slot] = weight;
  }
  return weights;
};
