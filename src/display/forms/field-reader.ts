import { shownValue } from '../../common/shown-value.js';
import type { Severity } from '../../model/shared/issue.js';
import type { FormChoice } from './form.js';
import type { FormIssues } from './form-issues.js';

type Choices = readonly Pick<FormChoice, 'value'>[];

const isBlank = (text: string): boolean => text.trim() === '';

/** Reads the fields of a form one by one, and keeps which were asked for; what is left at the end is of no field. */
export class FieldReader {
  readonly #asked = new Set<string>();
  /** The values of the choices that were asked about, each list looked up once. */
  readonly #values = new Map<Choices, ReadonlySet<string>>();

  constructor(
    readonly input: ReadonlyMap<string, readonly string[]>,
    readonly issues: FormIssues,
  ) {}

  issue(code: string, severity: Severity, field: string, message: string, hint?: string): void {
    this.issues.add(code, severity, field, message, hint);
  }

  nearest(name: string, names: readonly string[]): string {
    return this.issues.nearest(name, names);
  }

  /** All that a field holds; nothing that is blank. */
  all(name: string): readonly string[] {
    this.#asked.add(name);
    return (this.input.get(name) ?? []).filter((text) => !isBlank(text));
  }

  /** What a field holds that holds one thing. A box and the hidden field before it may say the same, or one of them nothing. */
  one(name: string): string | undefined {
    const [first, ...others] = new Set(this.all(name));
    if (others.length > 0) {
      const message = `The field has ${others.length + 1} different values; one is expected.`;
      this.issue('several-values', 'error', name, message);
    }
    return first;
  }

  /** A text as it was written, spaces and all; nothing where it is blank. */
  text(name: string): string | undefined {
    return this.one(name);
  }

  /** One of some choices. */
  choice(name: string, choices: Choices): string | undefined {
    const given = this.one(name);
    return given === undefined ? undefined : this.#chosen(name, given, choices);
  }

  /** Any number of some choices. */
  choices(name: string, choices: Choices): readonly string[] {
    return this.all(name).flatMap((given) => this.#chosen(name, given, choices) ?? []);
  }

  #chosen(name: string, given: string, choices: Choices): string | undefined {
    const values = this.valuesOf(choices);
    if (values.has(given)) return given;
    const trimmed = given.trim();
    if (values.has(trimmed)) return trimmed;
    const [code, message] =
      trimmed === 'n/a'
        ? ['not-applicable-refused', 'Not applicable is not offered here.']
        : ['unknown-choice', `The field has no choice ${shownValue(given)}.`];
    this.issue(code, 'error', name, message, this.nearest(trimmed, [...values]));
    return undefined;
  }

  valuesOf(choices: Choices): ReadonlySet<string> {
    const known = this.#values.get(choices) ?? new Set(choices.map(({ value }) => value));
    this.#values.set(choices, known);
    return known;
  }

  /** The names that the form gave and nobody asked for. */
  unread(): readonly string[] {
    return [...this.input.keys()].filter((name) => !this.#asked.has(name));
  }

  /** The names that were asked for. */
  known(): readonly string[] {
    return [...this.#asked];
  }
}
