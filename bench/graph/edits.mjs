export const incremental = undefined;
