/** The value, where it is one of those there are; a misspelt word would otherwise be read as another. */
export const oneOf = <T extends string>(name: string, value: T, words: readonly T[], caller: string): T => {
  if (words.includes(value)) return value;
  throw new RangeError(`${caller}: ${name} must be one of ${words.join(', ')}, got “${value}”`);
};
