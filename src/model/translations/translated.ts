import { expectShape, maybe, recordOf, text } from '../../common/expect-shape.js';
import { freezeDeeply } from '../../common/freeze-deeply.js';
import { MOST_HINTS, unknownName } from '../../common/nearest-name.js';
import { own } from '../../common/own.js';
import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Element, Framework } from '../awards/framework.js';
import { refuseNoRubric } from '../rubrics/refuse-rubric.js';
import type { Criterion, Rubric } from '../rubrics/rubric.js';
import type { Scale } from '../rubrics/scale.js';
import type { Issue } from '../shared/issue.js';
import type { CriterionWords, ElementWords, FrameworkWords, RubricWords, Translation } from './translation.js';

/** A rubric or a framework in another language, and what of it stayed as it was. */
export interface Translated<T extends Rubric | Framework> {
  readonly record: T;
  readonly issues: readonly Issue[];
}

/**
 * A rubric or a framework in the words of a translation: the same ids, weights and rules, so that whatever takes the one takes the other, and says
 * the same of an assessment in another language. What the translation lacks stays as it is, and is told (`missing-translation`); so is
 * a name that the record does not have (`unknown-name`), and a translation of another version (`other-version`).
 *
 * Criteria and levels go on being called as they were in sheets, besides by their new labels: `ratingsFromRows` reads cells in either language.
 *
 * @param record the rubric or the framework
 * @throws TypeError or RangeError for what is neither, and for a translation of another one.
 *
 * @example
 * const { record, issues } = translated(stemNationLeadership, stemNationLeadershipFr);
 * record.criteria[0]?.label // => 'Vision partagée'
 * issues // => []
 * evaluate(record, { ratings: { 'use-of-data': 'not-yet' } }, { messages: french }).outcomes[1]?.gaps[5]?.message
 * // => 'Le critère « Usage des données » est à « Pas encore » ; il lui faut « Atteint ».'
 */
export const translated = <const T extends Rubric | Framework>(record: T, translation: Translation): Translated<T> => {
  refuseNoRecordToTranslate(record);
  expectShape('translated', 'translation', translation, TRANSLATION);
  const { id, language } = translation;
  const teller = new Teller(language);
  if ('elements' in record) {
    const words = translation.framework;
    if (words?.id !== record.id) throw otherRecord('framework', id, words?.id, record.id);
    if (words.edition !== record.edition) teller.otherVersion(words.edition, record.edition);
    const of = { ...inFramework(record, words, teller), language };
    return { record: freezeDeeply(of) as Framework as T, issues: teller.issues() };
  }
  const words = translation.rubric;
  if (words?.id !== record.id) throw otherRecord('rubric', id, words?.id, record.id);
  if (words.version !== record.version) teller.otherVersion(words.version, record.version);
  return {
    record: freezeDeeply({ ...inRubric(record, words, teller), language }) as Rubric as T,
    issues: teller.issues(),
  };
};

const TRANSLATION = /* @__PURE__ */ (() =>
  recordOf('a translation { id, language, origin, rubric, framework }', {
    id: text,
    language: text,
    rubric: maybe(recordOf('the words of a rubric', { id: text, version: text }, false)),
    framework: maybe(recordOf('the words of a framework', { id: text, edition: text }, false)),
  }))();

const refuseNoRecordToTranslate = (record: unknown): void => {
  if (!isRecord(record) || !Object.hasOwn(record, 'elements')) return refuseNoRubric('translated', 'record', record);
  const list = record['elements'];
  if (typeof record['id'] === 'string' && Array.isArray(list) && list.every(isElement)) return;
  throw new TypeError(
    'translated: record has elements, but is not a framework with id, edition and elements of indicators',
  );
};

const isElement = (element: unknown): boolean =>
  isRecord(element) &&
  typeof element['id'] === 'string' &&
  Array.isArray(element['indicators']) &&
  element['indicators'].every(isRecord);

const otherRecord = (what: string, id: string, of: string | undefined, record: string): RangeError =>
  new RangeError(
    `translated: the translation ${shownValue(id)} is of ${of === undefined ? `no ${what}` : `the ${what} ${shownValue(of)}`}, not of ${shownValue(record)}`,
  );

type Path = readonly (string | number)[];

/** At most this many issues are listed; the rest are counted. */
const MOST_ISSUES = 100;
/** Tells what a translation lacks, and what it has words for that is not there. */
class Teller {
  readonly #issues: Issue[] = [];
  #left = 0;
  #hints = 0;

  constructor(readonly language: string) {}

  #tell(code: string, path: Path, message: string): void {
    if (this.#issues.length < MOST_ISSUES) this.#issues.push({ code, severity: 'warning', path, message });
    else this.#left++;
  }

  otherVersion(made: string, now: string): void {
    this.#tell('other-version', [], `The translation was made for ${made}; this is ${now}.`);
  }

  missing(what: string, path: Path): void {
    const message = `${what} has no ${String(path.at(-1))} in ${shownValue(this.language)}; it stays as it is.`;
    this.#tell('missing-translation', path, message);
  }

  /** Names that have words and are no name of the record. */
  strangers(words: object | undefined, known: readonly { readonly id: string }[], path: Path): void {
    const ids = new Set(known.map(({ id }) => id));
    for (const name of Object.keys(words ?? {})) {
      if (ids.has(name)) continue;
      const near = this.#hints++ < MOST_HINTS ? [...ids] : [];
      const message = `In ${shownValue(this.language)} ${unknownName('entry of the record for', name, near)}`;
      this.#tell('unknown-name', [...path, name], /[.?]$/u.test(message) ? message : `${message}.`);
    }
  }

  issues(): readonly Issue[] {
    if (this.#left === 0) return this.#issues;
    const message = `There are ${this.#left} more issues of these kinds.`;
    return [...this.#issues, { code: 'more-issues', severity: 'warning', path: [], message }];
  }
}

/** Something with these fields in other words; a field that it has and the words lack is told. */
const inWords = <T extends object>(
  what: string,
  item: T,
  words: object | undefined,
  fields: readonly (keyof T & string)[],
  path: Path,
  teller: Teller,
): T => {
  const copy = { ...item } as Record<string, unknown>;
  for (const field of fields) {
    if (copy[field] === undefined) continue;
    const said = own(words as Readonly<Record<string, unknown>> | undefined, field);
    if (typeof said === 'string' && said.trim() !== '') copy[field] = said;
    else teller.missing(what, [...path, field]);
  }
  return copy as T;
};

/** The same of each of a list, by their ids. */
const eachInWords = <T extends { readonly id: string }>(
  items: readonly T[],
  words: object | undefined,
  fields: readonly (keyof T & string)[],
  path: Path,
  teller: Teller,
): T[] => {
  teller.strangers(words, items, path);
  return items.map((item, at) =>
    inWords(shownValue(item.id), item, wordsOf(words, item.id), fields, [...path, at], teller),
  );
};

const wordsOf = (words: object | undefined, id: string): object | undefined => {
  const found = own(words as Readonly<Record<string, unknown>> | undefined, id);
  return isRecord(found) ? found : undefined;
};

/** What sheets call something besides its new label: what its language calls it, and what it was called before. */
const stillCalled = (
  before: { readonly label: string; readonly alsoCalled?: readonly string[] | undefined },
  label: string,
  words: object | undefined,
): { readonly alsoCalled?: readonly string[] } => {
  const inLanguage = own(words as Readonly<Record<string, unknown>> | undefined, 'alsoCalled');
  const theirs = Array.isArray(inLanguage)
    ? (inLanguage as readonly unknown[]).filter((one) => typeof one === 'string')
    : [];
  const names = [...new Set([...theirs, before.label, ...(before.alsoCalled ?? [])])].filter((name) => name !== label);
  return names.length === 0 ? {} : { alsoCalled: names };
};

const inScale = (scale: Scale, scales: object | undefined, path: Path, teller: Teller): Scale => {
  const words = wordsOf(scales, scale.id);
  const levelWords = own(words as Readonly<Record<string, unknown>> | undefined, 'levels');
  const of = isRecord(levelWords) ? levelWords : undefined;
  const levels = eachInWords(scale.levels, of, ['label', 'descriptor'], [...path, 'levels'], teller);
  return {
    ...inWords(`The scale ${shownValue(scale.id)}`, scale, words, ['label', 'note'], path, teller),
    levels: levels.map((level, at) => {
      const before = scale.levels[at] ?? level;
      return { ...level, ...stillCalled(before, level.label, wordsOf(of, level.id)) };
    }),
  };
};

const inCriteria = ({ criteria }: Rubric, words: RubricWords, teller: Teller): Criterion[] => {
  const inOrder = eachInWords(criteria, words.criteria, ['label', 'note'], ['criteria'], teller);
  return inOrder.map((criterion, at): Criterion => {
    const before = criteria[at] ?? criterion;
    const its = wordsOf(words.criteria, criterion.id) as CriterionWords | undefined;
    const path = ['criteria', at];
    const { scale, measure } = before;
    return {
      ...criterion,
      ...stillCalled(before, criterion.label, its),
      ...(scale && { scale: inScale(scale, words.scales, [...path, 'scale'], teller) }),
      ...(measure && { measure: inMeasure(criterion.id, measure, its?.measure, [...path, 'measure'], teller) }),
    };
  });
};

const inMeasure = (
  id: string,
  measure: NonNullable<Criterion['measure']>,
  words: CriterionWords['measure'],
  path: Path,
  teller: Teller,
): NonNullable<Criterion['measure']> =>
  measure.kind === 'thresholds'
    ? inWords(`The measure of ${shownValue(id)}`, measure, words, ['label'], path, teller)
    : {
        ...measure,
        features: eachInWords(measure.features, words?.features, ['label'], [...path, 'features'], teller),
      };

const inRubric = (rubric: Rubric, words: RubricWords, teller: Teller): Rubric => {
  const { scale, groups, groupWord, facts, bands, outcomes, obligations, criteria } = rubric;
  const scales = [scale, ...criteria.flatMap((criterion) => criterion.scale ?? [])];
  teller.strangers(words.scales, scales, ['scale']);
  const list = <T extends { readonly id: string }>(
    name: string,
    items: readonly T[] | undefined,
    of: object | undefined,
    ...fields: (keyof T & string)[]
  ): Readonly<Record<string, T[]>> => {
    if (items !== undefined) return { [name]: eachInWords(items, of, fields, [name], teller) };
    teller.strangers(of, [], [name]);
    return {};
  };
  return {
    ...inWords('The rubric', rubric, words, ['label', 'notice'], [], teller),
    scale: inScale(scale, words.scales, ['scale'], teller),
    ...list('groups', groups, words.groups, 'label'),
    ...(groupWord && {
      groupWord: inWords('The word for groups', groupWord, words.groupWord, ['one', 'many'], ['groupWord'], teller),
    }),
    criteria: inCriteria(rubric, words, teller),
    ...list('facts', facts, words.facts, 'label', 'whenFalse'),
    ...list('bands', bands, words.bands, 'label'),
    ...list('outcomes', outcomes, words.outcomes, 'label', 'description'),
    ...list('obligations', obligations, words.obligations, 'label'),
  };
};

const inFramework = (framework: Framework, words: FrameworkWords, teller: Teller): Framework => {
  teller.strangers(words.elements, framework.elements, ['elements']);
  return {
    ...inWords(
      'The framework',
      framework,
      words,
      words.element === undefined ? ['label', 'note'] : ['label'],
      [],
      teller,
    ),
    elements: framework.elements.map((element, at) =>
      // Where the words are those of one element, nothing is missing of the others.
      words.element === undefined || words.element === element.id
        ? inElement(element, wordsOf(words.elements, element.id), ['elements', at], teller)
        : element,
    ),
  };
};

const inElement = (element: Element, words: ElementWords | undefined, path: Path, teller: Teller): Element => {
  const { sectorLabels, strands, indicators, id } = element;
  return {
    ...inWords(shownValue(id), element, words, ['label', 'description'], path, teller),
    ...(sectorLabels && {
      sectorLabels: sectorLabels.map((one, at) =>
        inWords(
          shownValue(id),
          one,
          { label: words?.sectorLabels?.[at] },
          ['label'],
          [...path, 'sectorLabels', at],
          teller,
        ),
      ),
    }),
    ...(strands && { strands: eachInWords(strands, words?.strands, ['label'], [...path, 'strands'], teller) }),
    indicators: eachInWords(
      indicators,
      words?.indicators,
      ['label', 'statement', 'note'],
      [...path, 'indicators'],
      teller,
    ),
  };
};
