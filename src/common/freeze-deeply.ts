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

/** Whether a value is a plain object or a list. Others, such as those with a class of their own, are left as they are. */
const isPlain = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
};

/**
 * A value that nobody can change any more: itself where it was frozen by `freezeDeeply`, else a frozen copy of all plain objects and lists
 * within it. Work that asks much of one value then works each thing out of it once. Walks without recursion, as `freezeDeeply` does.
 */
export const heldStill = <T extends object>(value: T): T => {
  if (isFrozenDeeply(value) || !isPlain(value)) return value;
  const copies = new Map<object, object>();
  const open: (readonly [from: object, to: object])[] = [];
  const copyOf = (item: unknown): unknown => {
    if (!isPlain(item) || isFrozenDeeply(item)) return item;
    const known = copies.get(item);
    if (known !== undefined) return known;
    const copy: object = Array.isArray(item) ? new Array(item.length) : {};
    copies.set(item, copy);
    open.push([item, copy]);
    return copy;
  };
  const whole = copyOf(value);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    for (const [key, inner] of Object.entries(from)) {
      // Defined, not set: a key may be called __proto__.
      Object.defineProperty(to, key, { value: copyOf(inner), enumerable: true, configurable: true, writable: true });
    }
  }
  return freezeDeeply(whole as T);
};
