import type { Sector } from '../shared/sector.js';

/** A place that is judged: a nursery, a school, a learning provider. */
export interface Setting {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  /** The local authority it belongs to, as its own people write it. */
  readonly authority?: string | undefined;
}
