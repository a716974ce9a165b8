import * as z from 'zod';

/** The five kinds of place the award is open to: early learning and childcare, primary, secondary, special, community learning and development. */
export type Sector = 'elc' | 'primary' | 'secondary' | 'special' | 'cld';

export const sectorSchema: z.ZodType<Sector> = /* @__PURE__ */ (() =>
  z.enum(['elc', 'primary', 'secondary', 'special', 'cld']))();
