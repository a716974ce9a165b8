import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { RubricVersion } from '../../model/shared/record-name.js';

/** One of the things that can be chosen in a field. */
export interface FormChoice {
  /** What the field then holds. */
  readonly value: string;
  readonly label: string;
  /** What it looks like in practice. */
  readonly descriptor?: string | undefined;
}

/**
 * One field of a form, under the name that its answer comes back by.
 * - `text`: one line; `long-text`: several; `lines`: a list, one entry a line;
 * - `date`: `YYYY-MM-DD`;
 * - `choice`: one of the choices, or nothing; `choices`: any number of them.
 */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'long-text' | 'lines' | 'date' | 'choice' | 'choices';
  readonly choices?: readonly FormChoice[] | undefined;
}

/** A criterion as a form asks about it. */
export interface CriterionField {
  readonly criterion: string;
  readonly indicator: string;
  readonly label: string;
  /** The statement of its indicator, where the framework was given. */
  readonly statement?: string | undefined;
  /** What the rubric says of it to whoever rates. */
  readonly note?: string | undefined;
  /** The name of the field that holds the level. */
  readonly name: string;
  /** The levels, lowest first. */
  readonly levels: readonly FormChoice[];
  /** The choice that says nothing yet: its value is empty. */
  readonly unrated: FormChoice;
  /** One more choice of the same field where the rubric allows it, with the field that then asks for the reason. */
  readonly notApplicable?: (FormChoice & { readonly reason: FormField }) | undefined;
  /** Where the assessor may write something beside the level. */
  readonly noteField: FormField;
  /** How many items of evidence some rule asks for, at most, and the sentence that says so. */
  readonly evidenceAsked?: { readonly items: number; readonly message: string } | undefined;
}

/** Criteria that stand together; those of no group have neither id nor label. */
export interface FormGroup {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly criteria: readonly CriterionField[];
}

/** A fact of the rubric: `true`, `false`, or nothing while it is not known. A reason, and who says so since when, may stand beside it. */
export interface FactField extends FormField {
  readonly fact: string;
  readonly reason: FormField;
  readonly by: FormField;
  readonly date: FormField;
}

/**
 * The items of evidence. The names of their fields are those of one item: the kind of the third comes back as `evidence.2.kind`, whose name is
 * `${name}.2.${field.name}`.
 */
export interface EvidenceFields {
  readonly name: string;
  /** What one item is called. */
  readonly label: string;
  readonly fields: readonly FormField[];
}

/** A form as plain data, in the order in which people fill it in. It survives JSON. */
export interface FormModel<R extends Rubric = Rubric> {
  readonly rubric: RubricVersion;
  /** A hidden field by which answers to another version of the form are told; its value goes with the answers. */
  readonly version: { readonly name: string; readonly value: string };
  readonly label: string;
  /** Whose numbers come of it. */
  readonly notice: string;
  /** The language of the form's own words, as a BCP 47 tag, and which way it is written. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The language of the rubric's words. */
  readonly rubricLanguage: string;
  /** Who judged what, when: setting, settingName, assessor, date, kind. A page shows those that it does not know itself. */
  readonly about: readonly FormField[];
  readonly groups: readonly FormGroup[];
  readonly facts: readonly FactField[];
  readonly priorities?: (FormField & { readonly atMost: number }) | undefined;
  readonly evidence: EvidenceFields;
  /** Nothing stands here. The compiler alone reads it, to know of which rubric the answers are. */
  readonly judgements?: Judgements<R> | undefined;
}

/** What the fields of a form hold, by name; a field that holds nothing is left out. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;
