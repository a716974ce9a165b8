/** Bits of `writtenFlags` of a table. The lowest two tell how the target was found, the others which of the four names differ from the target’s. */
export const LINK_FLAGS = {
  resolvedBy: 0b11,
  byUrl: 0,
  byIdInSubject: 1,
  byId: 2,
  byNothing: 3,
  idDiffers: 1 << 2,
  urlDiffers: 1 << 3,
  titleDiffers: 1 << 4,
  subjectDiffers: 1 << 5,
} as const;
