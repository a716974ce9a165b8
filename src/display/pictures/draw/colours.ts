/** The colours of a picture, each as `#rrggbb`. */
export interface PictureColours {
  /** What the picture stands on. */
  readonly ground: string;
  /** Words and marks. */
  readonly ink: string;
  /** Words that matter less. */
  readonly quiet: string;
  /** Frames and axes. */
  readonly line: string;
  /** What is rated, counted, or strengthens most. */
  readonly main: string;
  readonly met: string;
  readonly notYetMet: string;
  readonly undecided: string;
}

/**
 * Each stands out from the ground by at least 4.5 : 1 (WCAG 2.2, contrast), words by more; the three of the verdicts differ in lightness as
 * well as in hue, so that they are told apart by those who do not see red, green or blue. No picture says anything by colour alone.
 */
export const defaultColours: PictureColours = /* @__PURE__ */ Object.freeze({
  ground: '#ffffff',
  ink: '#1b1f24',
  quiet: '#4f5761',
  line: '#6b737d',
  main: '#0b5394',
  met: '#00466b',
  notYetMet: '#b34000',
  undecided: '#6a6a72',
});

const channels = (colour: string): [number, number, number] => {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >>> 16, (number >>> 8) & 255, number & 255];
};

/** So much of a colour on the ground: 0 is the ground, 1 the colour. */
export const mixed = (ground: string, colour: string, share: number): string => {
  const [from, to] = [channels(ground), channels(colour)];
  const parts = from.map((one, at) => Math.round(one + ((to[at] ?? 0) - one) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
};

/**
 * Black or white, whichever reads better on a colour. One of them always stands out by 4.5 : 1, since the two contrasts multiply to 21:
 * white reads where (1.05 / (L + 0.05)) is the larger, that is where the luminance L is below 0.179.
 */
export const readableOn = (colour: string): string => (luminance(colour) < 0.179 ? '#ffffff' : '#000000');

/**
 * Relative luminance. The power of 2.4 that sRGB has is no operation that every engine works out alike; this polynomial stays within 0.002
 * of it (C. Hilliard, “sRGB approximations for HLSL”, 2012), and a sum of products is the same everywhere.
 */
const luminance = (colour: string): number => {
  const [red, green, blue] = channels(colour).map((channel) => {
    const c = channel / 255;
    return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};
