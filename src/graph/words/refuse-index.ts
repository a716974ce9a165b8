import { shownValue } from '../../common/shown-value.js';

interface Asked {
  readonly termCount?: unknown;
  readonly termStarts?: { readonly length?: unknown } | null;
}

/** Throws for what is no text index, and for one whose buffer was handed away: a search in it would not end. */
export const refuseNoIndex = (caller: string, index: unknown): void => {
  const right = 'give one of buildTextIndex';
  if (Array.isArray(index)) {
    throw new TypeError(`${caller}: the text index is a list; build an index of it with buildTextIndex`);
  }
  if (index === null || typeof index !== 'object') {
    throw new TypeError(`${caller}: the text index is ${shownValue(index)}; ${right}`);
  }
  const { termCount, termStarts } = index as Asked;
  if (typeof termCount !== 'number' || !termStarts) throw new TypeError(`${caller}: this is no text index; ${right}`);
  if (termStarts.length === termCount + 1) return;
  throw new TypeError(
    `${caller}: the text index’s buffer was handed to a worker; open it there, or post it without a transfer list`,
  );
};
