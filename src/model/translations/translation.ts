import type { ElementOfFramework, RubricVersion } from '../shared/record-name.js';
import type { Origin } from '../shared/source.js';

/** Words by the ids of what they are the words of. */
export type WordsById<W> = Readonly<Record<string, W | undefined>>;

/** What something is called. */
export interface LabelWords {
  readonly label?: string | undefined;
}

/** Other words beside its label that sheets have for it in this language. */
export interface NamedWords extends LabelWords {
  readonly alsoCalled?: readonly string[] | undefined;
}

export interface LevelWords extends NamedWords {
  readonly descriptor?: string | undefined;
}

export interface ScaleWords extends LabelWords {
  readonly note?: string | undefined;
  readonly levels?: WordsById<LevelWords> | undefined;
}

export interface CriterionWords extends NamedWords {
  readonly note?: string | undefined;
  /** Of a measure: what is measured, or the features by their ids. */
  readonly measure?:
    | { readonly label?: string | undefined; readonly features?: WordsById<LabelWords> | undefined }
    | undefined;
}

/** The words of a rubric. Its own, and those of the scales it uses. */
export interface RubricWords extends RubricVersion, LabelWords {
  readonly notice?: string | undefined;
  readonly groupWord?: { readonly one: string; readonly many: string } | undefined;
  readonly scales?: WordsById<ScaleWords> | undefined;
  readonly groups?: WordsById<LabelWords> | undefined;
  readonly criteria?: WordsById<CriterionWords> | undefined;
  readonly facts?: WordsById<LabelWords & { readonly whenFalse?: string | undefined }> | undefined;
  readonly bands?: WordsById<LabelWords> | undefined;
  readonly outcomes?: WordsById<LabelWords & { readonly description?: string | undefined }> | undefined;
  readonly obligations?: WordsById<LabelWords> | undefined;
}

export interface IndicatorWords extends LabelWords {
  readonly statement?: string | undefined;
  readonly note?: string | undefined;
}

export interface ElementWords extends LabelWords {
  readonly description?: string | undefined;
  /** Labels for some sectors, in the order in which the framework has them. */
  readonly sectorLabels?: readonly string[] | undefined;
  readonly strands?: WordsById<LabelWords> | undefined;
  readonly indicators?: WordsById<IndicatorWords> | undefined;
}

/** The words of a framework, or of one element of it where it says which. */
export interface FrameworkWords extends ElementOfFramework, LabelWords {
  readonly note?: string | undefined;
  readonly elements?: WordsById<ElementWords> | undefined;
}

/**
 * A rubric, a framework or both in another language. Ids stay what they are. The words are whose `origin` says: this project’s, unless the
 * publisher itself published them in that language.
 */
export interface Translation {
  /** The id of the rubric or framework, a double hyphen and the language: `stem-nation-leadership--fr`. */
  readonly id: string;
  /** As a BCP 47 tag: *fr*, *pt-BR*. */
  readonly language: string;
  readonly origin: Origin;
  readonly rubric?: RubricWords | undefined;
  readonly framework?: FrameworkWords | undefined;
  /** What a reader must know: who translated, from what. */
  readonly note?: string | undefined;
}
