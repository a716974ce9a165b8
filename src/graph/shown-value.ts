const MOST_SHOWN = 80;

/** A value as a message names it: numbers, words and the like as they are, and of what has parts only what it is. */
export const shownValue = (value: unknown): string => {
  if (typeof value === 'string') return `“${value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value}”`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
};
