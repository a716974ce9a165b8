import { type Dialect, integerFor } from './dialects.js';
import { joined, type Piece, piece } from './layers.js';

/** Sums and products of whole numbers, in types that hold the greatest they come to. */
export interface Arithmetic {
  readonly sum: (terms: readonly Piece[], most: bigint) => Piece;
  /** A number times a fixed one; `most` is the greatest that may come of it. */
  readonly product: (one: Piece, by: number | bigint | Piece, most: bigint) => Piece;
}

export const arithmeticOf = (dialect: Dialect): Arithmetic => {
  const cast = (one: Piece | number | bigint, type: string): Piece => piece`CAST(${one} AS ${type})`;
  return {
    sum: (terms, most) => {
      const type = integerFor(dialect, most);
      // One type has one width: nothing to widen.
      const widened = dialect.integers.length === 1 ? terms : terms.map((term) => cast(term, type));
      return joined(widened, ' + ', '0');
    },
    product: (one, by, most) => {
      if (by === 1 || by === 1n) return one;
      const type = integerFor(dialect, most);
      return dialect.integers.length === 1 ? piece`${one} * ${by}` : piece`${cast(one, type)} * ${cast(by, type)}`;
    },
  };
};
