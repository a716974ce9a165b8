import * as z from 'zod';
import type { Sector } from '../sector.js';

export const sectorSchema: z.ZodType<Sector> = /* @__PURE__ */ (() =>
  z.enum(['elc', 'primary', 'secondary', 'special', 'cld']))();
