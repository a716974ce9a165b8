const SMALL = 32;

/**
 * A map that never changes: `with` gives a new one, and the old one stays right. Entries lie in layers, the newest on top; a layer is
 * poured together with the one below when it has grown to half its size, so that an entry is copied only now and then, whatever the size.
 */
export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  /** From the top. A key whose value is undefined has been taken out. */
  readonly #layers: readonly ReadonlyMap<K, V | undefined>[];
  readonly size: number;

  private constructor(layers: readonly ReadonlyMap<K, V | undefined>[], size: number) {
    this.#layers = layers;
    this.size = size;
  }

  static empty<K, V>(): LayeredMap<K, V> {
    return new LayeredMap<K, V>([], 0);
  }

  get(key: K): V | undefined {
    for (const layer of this.#layers) {
      const value = layer.get(key);
      if (value !== undefined || layer.has(key)) return value;
    }
    return undefined;
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  /** The map with the key’s value set, or the key taken out where the value is undefined. */
  with(key: K, value: V | undefined): LayeredMap<K, V> {
    const had = this.has(key);
    if (!had && value === undefined) return this;
    const size = this.size + (value === undefined ? -1 : had ? 0 : 1);
    const [top, ...below] = this.#layers;
    if (!top || top.size >= SMALL) return new LayeredMap(settled([new Map([[key, value]]), ...this.#layers]), size);
    return new LayeredMap(settled([new Map(top).set(key, value), ...below]), size);
  }

  *entries(): MapIterator<[K, V]> {
    const seen = new Set<K>();
    for (const layer of this.#layers) {
      for (const [key, value] of layer) {
        if (seen.has(key)) continue;
        seen.add(key);
        if (value !== undefined) yield [key, value];
      }
    }
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}

/** Pours full layers together from the top, while one is at least half as large as the next. */
const settled = <K, V>(layers: readonly ReadonlyMap<K, V | undefined>[]): readonly ReadonlyMap<K, V | undefined>[] => {
  let [top, ...below] = layers;
  while (top && below[0] && top.size >= SMALL && 2 * top.size >= below[0].size) {
    const poured = new Map(below[0]);
    for (const [key, value] of top) poured.set(key, value);
    top = poured;
    below = below.slice(1);
  }
  return top ? [top, ...below] : [];
};
