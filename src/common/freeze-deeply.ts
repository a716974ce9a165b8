const frozen = /* @__PURE__ */ new WeakSet<object>();

/** Whether a value was frozen by `freezeDeeply`, so that what was worked out of it once stays true. */
export const isFrozenDeeply = (value: object): boolean => frozen.has(value);

/**
 * Freezes a value and all plain objects and lists within it, and gives it back: so that what one part of a program shares with all others
 * none of them can change. Walks without recursion; what holds itself is frozen once.
 */
export const freezeDeeply = <T>(value: T): T => {
  const open: unknown[] = [value];
  const seen = new Set<unknown>();
  for (let item = open.pop(); open.length > 0 || item !== undefined; item = open.pop()) {
    if (typeof item !== 'object' || item === null || seen.has(item)) continue;
    const tag = Object.prototype.toString.call(item);
    if (tag !== '[object Object]' && tag !== '[object Array]') continue;
    seen.add(item);
    Object.freeze(item);
    for (const inner of Object.values(item)) if (inner !== undefined) open.push(inner);
  }
  if (typeof value === 'object' && value !== null) frozen.add(value);
  return value;
};
