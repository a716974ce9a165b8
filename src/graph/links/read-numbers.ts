import { refuseNoNumbers } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

/** One number of 0 or more for each node, read once. */
export const readNumbers = (
  caller: string,
  name: string,
  given: ArrayLike<number>,
  nodeCount: number,
): Float64Array => {
  refuseNoNumbers(caller, name, given);
  if (given.length !== nodeCount) {
    throw new RangeError(
      `${caller}: ${name} has ${given.length} numbers; it has one for each of the ${nodeCount} nodes`,
    );
  }
  const read = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const value = given[node];
    if (!(typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${caller}: ${name}[${node}] is ${shownValue(value)}; it is finite and at least 0`);
    }
    read[node] = value;
  }
  return read;
};

/**
 * Numbers of nodes, of which one may stand for all. `numbers[node & maskOf(numbers)]` reads either without a branch: 0 leaves no bit of a
 * node’s number, so that the one is read; −1 leaves all.
 */
export const maskOf = (numbers: Float64Array): number => (numbers.length === 1 ? 0 : -1);
