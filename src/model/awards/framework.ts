import type { FrameworkEdition } from '../shared/record-name.js';
import type { Sector } from '../shared/sector.js';
import type { Source } from '../shared/source.js';

/** One statement of what good looks like, for named sectors. The statement is a paraphrase; the source keeps its own words. */
export interface Indicator {
  readonly id: string;
  readonly label: string;
  readonly statement: string;
  readonly sectors: readonly Sector[];
  /** Where a sector's list is divided, the strand this statement belongs to. */
  readonly strand?: string | undefined;
  /** What the original says that a paraphrase could lose: a condition, a sector's difference. */
  readonly note?: string | undefined;
}

/** The name an element goes by in some sectors. */
export interface SectorLabel {
  readonly label: string;
  readonly sectors: readonly Sector[];
}

/** A division of one sector's indicators; `complete` is false where the published list could not be read to its end. */
export interface Strand {
  readonly id: string;
  readonly label: string;
  readonly sectors: readonly Sector[];
  readonly complete: boolean;
}

/** A first division of a framework. `verified` is false where its indicators have not been read at a source. */
export interface Element {
  readonly id: string;
  readonly label: string;
  /** Names that differ by sector. */
  readonly sectorLabels?: readonly SectorLabel[] | undefined;
  readonly description: string;
  readonly verified: boolean;
  readonly strands?: readonly Strand[] | undefined;
  readonly indicators: readonly Indicator[];
}

/** A published set of expectations, in one edition. An edition is never edited, only followed. */
export interface Framework {
  readonly id: string;
  readonly edition: string;
  readonly label: string;
  /** The language its words are in, as a BCP 47 tag; English where left out. */
  readonly language?: string | undefined;
  readonly publisher: string;
  /** The day it came into force, `YYYY-MM-DD`. */
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
  /** The edition it follows. */
  readonly supersedes?: FrameworkEdition | undefined;
  /** The edition that follows it, and the day that one came into force where it is known. */
  readonly supersededBy?: (FrameworkEdition & { readonly from?: string | undefined }) | undefined;
  /** The day somebody last looked whether it is current, `YYYY-MM-DD`. */
  readonly checked?: string | undefined;
  readonly sources: readonly Source[];
  readonly elements: readonly Element[];
  readonly note?: string | undefined;
}

/** An element whose own id and whose indicators’ ids are literal types. */
export type ElementOf<ElementId extends string, IndicatorId extends string> = Element & {
  readonly id: ElementId;
  readonly indicators: readonly (Indicator & { readonly id: IndicatorId })[];
};

/** A framework whose element and indicator ids are literal types, and no prose. It has at least one element. */
export interface FrameworkOf<ElementId extends string, IndicatorId extends string> extends Framework {
  readonly elements: readonly [ElementOf<ElementId, IndicatorId>, ...ElementOf<ElementId, IndicatorId>[]];
}
