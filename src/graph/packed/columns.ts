type ColumnKind = Float64ArrayConstructor | Int32ArrayConstructor | Uint16ArrayConstructor | Uint8ArrayConstructor;

/** Columns of one buffer in their order, each with its kind and how long it is. Wide kinds come first, so that each begins where its kind may. */
export type Layout<Sizes> = Readonly<Record<string, readonly [ColumnKind, (sizes: Sizes) => number]>>;

export type ColumnsOf<L extends Layout<never>> = { readonly [Name in keyof L]: InstanceType<L[Name][0]> };

/** How many bytes all columns take. */
export const bytesOfColumns = <Sizes>(layout: Layout<Sizes>, sizes: Sizes): number =>
  Object.values(layout).reduce((sum, [kind, lengthOf]) => sum + kind.BYTES_PER_ELEMENT * lengthOf(sizes), 0);

/** The columns over a buffer that has room for them from one of its bytes on. */
export const columnsOver = <Sizes, const L extends Layout<Sizes>>(
  layout: L,
  sizes: Sizes,
  buffer: ArrayBuffer,
  from: number,
): ColumnsOf<L> => {
  const columns: Record<string, InstanceType<ColumnKind>> = {};
  let at = from;
  for (const [name, [Kind, lengthOf]] of Object.entries(layout)) {
    const column = new Kind(buffer, at, lengthOf(sizes));
    columns[name] = column;
    at += column.byteLength;
  }
  return columns as ColumnsOf<L>;
};
