/** Throws for an option that does not exist, so that a misspelt one is not silently without effect. */
export const refuseUnknown = (caller: string, options: object, known: readonly string[]): void => {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw new TypeError(`${caller}: there is no option “${name}”; it has ${known.join(', ')}`);
  }
};

/** Throws for a number that is no node of the graph. */
export const refuseStranger = (caller: string, node: number, nodeCount: number): void => {
  if (Number.isInteger(node) && node >= 0 && node < nodeCount) return;
  const right = nodeCount === 0 ? 'this graph has none' : `nodes are whole numbers from 0 to ${nodeCount - 1}`;
  throw new RangeError(`${caller}: there is no node ${node}; ${right}`);
};

/** Throws for a limit that is no count: a whole number from 0, or Infinity for no limit. */
export const refuseLimit = (caller: string, name: string, limit: number): void => {
  if (limit === Number.POSITIVE_INFINITY || (Number.isInteger(limit) && limit >= 0)) return;
  throw new RangeError(`${caller}: ${name} is ${limit}; it is a whole number from 0, or Infinity for no limit`);
};

/** Throws for a word that an option does not know. */
export const refuseWord = (caller: string, name: string, word: string, known: readonly string[]): void => {
  if (known.includes(word)) return;
  throw new RangeError(`${caller}: ${name} is “${word}”; it is ${known.map((one) => `“${one}”`).join(' or ')}`);
};
