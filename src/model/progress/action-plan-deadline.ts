/**
 * What *at least ten working days before* means.
 * - `count-back`: count working days backwards from the conversation, beginning with the day before it; the tenth is the last
 *   day. The day of the upload counts as one of the ten, the day of the conversation does not.
 * - `clear-days`: ten whole working days lie between the two; neither the day of the upload nor that of the conversation counts.
 *   The last day is the one before the tenth, and may be a Sunday.
 */
export type DeadlineCounting = 'count-back' | 'clear-days';

/** The last day on which an action plan can be submitted, or why none was found. */
export type ActionPlanDeadline =
  | {
      readonly kind: 'found';
      /** The last day, by the counting asked for: `YYYY-MM-DD`. */
      readonly date: string;
      readonly conversation: string;
      readonly workingDays: number;
      readonly counting: DeadlineCounting;
      /** The last day by each counting; the earlier of them is safe by both. */
      readonly readings: { readonly countBack: string; readonly clearDays: string };
      readonly message: string;
      readonly notice: string;
    }
  | {
      readonly kind: 'not-found';
      readonly because: 'too-few-working-days';
      readonly conversation: string;
      readonly workingDays: number;
      readonly counting: DeadlineCounting;
      /** How many working days were found, back to which day. */
      readonly found: number;
      readonly searchedBackTo: string;
      readonly message: string;
      readonly notice: string;
    };
