// The rubrics that ship, by name: the records themselves are fetched when one is chosen.
declare const SHIPPED_RUBRICS: readonly { readonly id: string; readonly label: string }[];

export const shipped = [...SHIPPED_RUBRICS].sort((a, b) => (a.label < b.label ? -1 : 1));
export const isShipped = (id: string): boolean => shipped.some((rubric) => rubric.id === id);
