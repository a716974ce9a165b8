import { freezeDeeply } from '../common/freeze-deeply.js';
import { refuseShape } from '../common/refuse-shape.js';
import type { RatingOf } from './rubrics/assessment.js';
import type { ListedId, OwnLevel, RubricExtras, RubricOf } from './rubrics/rubric-of.js';
import type { Application } from './awards/application.js';
import type { Attestation } from './awards/attestation.js';
import type { Crosswalk, CrosswalkSide, Mapping } from './articles/crosswalk.js';
import type { Evidence } from './awards/evidence.js';
import type { Fraction } from './shared/fraction.js';
import type { FrameworkOf } from './awards/framework.js';
import type { QuantityWords } from './awards/quantity-words.js';
import type { Migration, MigrationMaps } from './rubrics/migration.js';
import type { Band, Criterion, Fact, Group, Obligation, Outcome, Rubric, Scoring } from './rubrics/rubric.js';
import type { RuleNames } from './rubrics/rule.js';
import type { ScaleOf } from './rubrics/scale.js';
import type { Verdict } from './shared/verdict.js';
import type { Translation } from './translations/translation.js';

/**
 * A scale as a literal: its level ids stay known to the compiler. Gives back what it got, frozen deeply; the check is the type's.
 *
 * @throws TypeError for what has not even the outline of a scale
 *
 * @example
 * const lights = defineScale({
 *   id: 'traffic-lights',
 *   label: 'Red, amber, green',
 *   levels: [
 *     { id: 'red', label: 'Red', points: 0 },
 *     { id: 'amber', label: 'Amber', points: 1 },
 *     { id: 'green', label: 'Green', points: 2 },
 *   ],
 * });
 * lights.levels.map((level) => level.id) // => ['red', 'amber', 'green']
 */
export const defineScale = <const L extends string>(scale: ScaleOf<L>): ScaleOf<L> => {
  refuseShape('defineScale', 'scale', scale, { id: 'text', label: 'text', levels: 'list' });
  return freezeDeeply(scale);
};

/**
 * A framework as a literal: element and indicator ids stay known to the compiler. Gives back what it got, frozen deeply.
 *
 * @throws TypeError for what has not even the outline of a framework
 *
 * @example
 * const framework = defineFramework({
 *   id: 'reading-award', edition: '2026', label: 'Reading award', publisher: 'A local authority',
 *   sources: [{ title: 'Guidance', url: 'https://example.org/reading', read: '2026-01-05' }],
 *   elements: [{ id: 'places', label: 'Places to read', description: 'Where reading happens.', verified: true, indicators: [] }],
 * });
 * framework.elements[0].id // => 'places'
 */
export const defineFramework = <const E extends string, const I extends string = never>(
  framework: FrameworkOf<E, I>,
): FrameworkOf<E, I> => {
  refuseShape('defineFramework', 'framework', framework, { id: 'text', edition: 'text', elements: 'list' });
  return freezeDeeply(framework);
};

/**
 * How an application for an award goes, as a literal. Gives back what it got, frozen deeply.
 *
 * @throws TypeError for what has not even the outline of an application
 *
 * @example
 * const badge = defineApplication({
 *   id: 'reading-badge', label: 'Reading badge', initial: 'open', permissions: {}, sources: [], notice: 'Ours.',
 *   states: [
 *     { id: 'open', label: 'Open', of: 'award', origin: 'project' },
 *     { id: 'given', label: 'Given', of: 'award', origin: 'project' },
 *   ],
 *   transitions: [{ event: 'give', label: 'Give', from: ['open'], to: 'given', conditions: [], origin: 'project' }],
 * });
 * applicationStep(badge, 'open', 'give').verdict // => 'met'
 */
export const defineApplication = (application: Application): Application => {
  refuseShape('defineApplication', 'application', application, { id: 'text', states: 'list', transitions: 'list' });
  return freezeDeeply(application);
};

/**
 * Words for shares, as a literal. Gives back what it got, frozen deeply.
 *
 * @throws TypeError for what has not even the outline of words for shares
 *
 * @example
 * const halves = defineQuantityWords({
 *   id: 'halves', label: 'More or less than half', sources: [],
 *   bands: [{ word: 'half or more', from: 50, to: 100 }, { word: 'under half', from: 0, to: 49 }],
 * });
 * quantityWords(30, 40, halves) // => { words: 'half or more', … }
 */
export const defineQuantityWords = (words: QuantityWords): QuantityWords => {
  refuseShape('defineQuantityWords', 'words', words, { id: 'text', label: 'text', bands: 'list' });
  return freezeDeeply(words);
};

/**
 * The words of a rubric or a framework in another language, as a literal. Gives back what it got, frozen deeply.
 *
 * @throws TypeError for what has not even the outline of a translation
 *
 * @example
 * const inGaelic = defineTranslation({
 *   id: 'small--gd', language: 'gd', origin: 'project',
 *   rubric: { id: 'small', version: '1.0.0', criteria: { plan: { label: 'Plana' } } },
 * });
 * inGaelic.rubric?.criteria?.['plan']?.label // => 'Plana'
 */
export const defineTranslation = (translation: Translation): Translation => {
  refuseShape('defineTranslation', 'translation', translation, { id: 'text', language: 'text', origin: 'text' });
  return freezeDeeply(translation);
};

/** The names that a rubric's own literals give to its rules. */
export interface NamesOf<
  Level extends string,
  Criterion extends string,
  Outcome extends string,
  Group extends string,
  Tag extends string,
  Fact extends string,
  Band extends string,
> extends RuleNames {
  readonly level: Level;
  readonly criterion: Criterion;
  readonly outcome: Outcome;
  readonly group: Group;
  readonly tag: Tag;
  readonly fact: Fact;
  readonly band: Band;
}

/** The tags of a criterion. */
export type TagOf<C extends Criterion> = C extends { readonly tags: readonly (infer T extends string)[] } ? T : never;

/** What is wrong with the fields of a rubric as a whole, as a sentence; never where nothing is. */
export type FieldFault<Given extends PropertyKey, C extends Criterion> =
  | `a rubric also needs: ${Exclude<'id' | 'version' | 'label' | 'scale' | 'criteria' | 'scoring' | 'outcomes' | 'notice', Given>}`
  | (C extends unknown ? `a criterion has no field “${Exclude<keyof C, keyof Criterion> & string}”` : never);

/** Text, or the sentence that the compiler then shows in its place. */
export type TextUnless<Fault> = [Fault] extends [never] ? string : Fault;

/** The field where the compiler shows what is wrong with the fields as a whole: `id`, or `label` where there is no `id`. */
export type WhereFaultsShow<Given extends PropertyKey, C extends Criterion> = 'id' extends Given
  ? { readonly id: TextUnless<FieldFault<Given, C>> }
  : { readonly label: TextUnless<FieldFault<Given, C>> };

/** A rubric as it is written: the parts that name other parts are typed by those parts' own literals. */
export interface RubricDraft<
  L extends string,
  C extends Criterion,
  O extends string,
  G extends string,
  F extends string,
  B extends string,
  N extends RuleNames,
> extends Partial<
    Omit<
      Rubric,
      | 'id'
      | 'label'
      | 'scale'
      | 'criteria'
      | 'outcomes'
      | 'facts'
      | 'groups'
      | 'bands'
      | 'scoring'
      | 'obligations'
      | 'examples'
    >
  > {
  readonly scale?: ScaleOf<L>;
  readonly groups?: readonly (Group & { readonly id: G })[];
  readonly criteria?: readonly C[];
  readonly facts?: readonly (Fact & { readonly id: F })[];
  readonly scoring?: Scoring<N>;
  readonly bands?: readonly (Band & { readonly id: B })[];
  readonly outcomes?: readonly (Outcome<N> & { readonly id: O })[];
  readonly obligations?: readonly Obligation<N>[];
  readonly examples?: readonly {
    readonly title: string;
    readonly ratings: ExampleRatings<C['id'], L, C>;
    readonly facts?: { readonly [K in NoInfer<F>]?: Attestation };
    readonly evidence?: readonly Evidence[];
    readonly expect: {
      readonly outcomes?: { readonly [K in NoInfer<O>]?: Verdict };
      readonly score?: Fraction;
    };
  }[];
}

/** The fields given, by name; one that no rubric has is typed by a sentence that says so. */
export type FieldsGiven<Given extends PropertyKey> = {
  readonly [K in Given]: K extends keyof Rubric ? unknown : 'a rubric has no field of this name';
};

/** The ratings of a worked example. The ids stand first so that they are what the compiler shows where one is mistyped. */
export type ExampleRatings<Id extends string, L extends string, C extends Criterion> = {
  readonly [K in C as K['id'] & Id]?: RatingOf<Rubric & { readonly scale: ScaleOf<L> }, K> | undefined;
};

/**
 * A rubric as a literal. Criterion, level, outcome, group, tag, fact and band ids stay known to the compiler: a rule, a
 * scoring or an example that names one the rubric does not have is underlined, with the right spelling.
 * Gives back what it got, frozen deeply. What a type cannot see (an id that is listed twice, outcomes in a circle) `rubricSchema` refuses.
 *
 * @throws TypeError for what has not even the outline of a rubric
 *
 * @example
 * const scale = defineScale({
 *   id: 'yes-no', label: 'Yes or no',
 *   levels: [{ id: 'no', label: 'No', points: 0 }, { id: 'yes', label: 'Yes', points: 1 }],
 * });
 * const rubric = defineRubric({
 *   id: 'open-day', version: '1.0.0', label: 'A good open day', notice: 'An example.', scale,
 *   criteria: [
 *     { id: 'welcome', label: 'A welcome at the door', weight: 1 },
 *     { id: 'experiments', label: 'Experiments to try', weight: 2 },
 *   ],
 *   scoring: { kind: 'weighted-mean', from: 'lowest' },
 *   outcomes: [{ id: 'ready', label: 'Ready', origin: 'project', rule: { kind: 'every', level: 'yes' } }],
 * });
 * evaluate(rubric, { ratings: { welcome: 'yes', experiments: 'yes' } }).verdicts.ready // => 'met'
 */
export const defineRubric = <
  const Given extends PropertyKey,
  const L extends string,
  const C extends Criterion,
  const O extends string,
  const G extends string = never,
  const F extends string = never,
  const B extends string = never,
>(
  rubric: FieldsGiven<Given> &
    WhereFaultsShow<NoInfer<Given>, NoInfer<C>> &
    RubricDraft<
      L,
      C,
      O,
      G,
      F,
      B,
      NamesOf<NoInfer<L> | OwnLevel<C>, C['id'], NoInfer<O>, NoInfer<G>, TagOf<C>, NoInfer<F>, NoInfer<B>>
    >,
): RubricOf<L, O, ListedId<C>, RubricExtras<C, F>> => {
  refuseShape('defineRubric', 'rubric', rubric, {
    id: 'text',
    version: 'text',
    scale: 'record',
    criteria: 'list',
    scoring: 'record',
    outcomes: 'list',
  });
  return freezeDeeply(rubric as unknown as RubricOf<L, O, ListedId<C>, RubricExtras<C, F>>);
};

/**
 * A crosswalk as a literal: a mapping that names a strategy or an indicator the crosswalk does not list is underlined.
 * Gives back what it got, frozen deeply.
 *
 * @throws TypeError for what has not even the outline of a crosswalk
 *
 * @example
 * const crosswalk = defineCrosswalk({
 *   id: 'clubs--voice', version: '1.0.0', label: 'Clubs for learner voice', origin: 'project',
 *   strategies: { framework: 'clubs', edition: '1', element: 'clubs', items: [{ id: 'science-club', label: 'Science club' }] },
 *   indicators: { framework: 'voice', edition: '1', element: 'voice', items: [{ id: 'learner-leadership', label: 'Learners lead' }] },
 *   mappings: [{ strategy: 'science-club', indicator: 'learner-leadership', strength: 'strong', reason: 'learners run it' }],
 *   sources: [{ title: 'Our own reading', url: 'https://example.org', read: '2026-01-05' }],
 * });
 * crosswalk.mappings[0]?.strength // => 'strong'
 */
export const defineCrosswalk = <const S extends string, const I extends string>(
  crosswalk: Omit<Crosswalk, 'strategies' | 'indicators' | 'mappings'> & {
    readonly strategies: CrosswalkSide<S>;
    readonly indicators: CrosswalkSide<I>;
    readonly mappings: readonly Mapping<NoInfer<S>, NoInfer<I>>[];
  },
): Crosswalk<S, I> => {
  refuseShape('defineCrosswalk', 'crosswalk', crosswalk, {
    id: 'text',
    version: 'text',
    strategies: 'record',
    indicators: 'record',
    mappings: 'list',
  });
  return freezeDeeply(crosswalk);
};

/**
 * A migration map between two rubrics as a literal: a criterion, level or fact of the older one that has no word, and a
 * newer one that does not exist, is underlined. Says which rubrics and versions it is between from the rubrics themselves.
 * For maps read at run time there are `migrationSchema` and `checkMigration`.
 *
 * @throws TypeError for what has not even the outline of a rubric or no maps
 *
 * @example
 * const scale = defineScale({ id: 'yes-no', label: 'Yes or no', levels: [{ id: 'no', label: 'No' }, { id: 'yes', label: 'Yes' }] });
 * const older = defineRubric({
 *   id: 'open-day', version: '1.0.0', label: 'A good open day', notice: 'An example.', scale,
 *   criteria: [{ id: 'welcome', label: 'A welcome at the door', weight: 1 }],
 *   scoring: { kind: 'none' }, outcomes: [],
 * });
 * const newer = defineRubric({
 *   id: 'open-day', version: '2.0.0', label: 'A good open day', notice: 'An example.', scale,
 *   criteria: [{ id: 'greeting', label: 'Somebody greets every family', weight: 1 }],
 *   scoring: { kind: 'none' }, outcomes: [],
 * });
 * const migration = defineMigration(older, newer, {
 *   criteria: { welcome: { to: 'greeting', levels: { no: 'no', yes: 'ask-again' } } },
 * });
 * migration.to // => { id: 'open-day', version: '2.0.0' }
 */
export const defineMigration = <const O extends Rubric, const N extends Rubric>(
  older: O,
  newer: N,
  maps: MigrationMaps<NoInfer<O>, NoInfer<N>>,
): Migration => {
  refuseShape('defineMigration', 'older', older, { id: 'text', version: 'text', criteria: 'list' });
  refuseShape('defineMigration', 'newer', newer, { id: 'text', version: 'text', criteria: 'list' });
  refuseShape('defineMigration', 'maps', maps, { criteria: 'record' });
  return freezeDeeply({
    from: { id: older.id, version: older.version },
    to: { id: newer.id, version: newer.version },
    ...(maps as Pick<Migration, 'id' | 'criteria' | 'facts' | 'note'>),
  });
};
