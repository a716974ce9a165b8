import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import type { Scale } from '../../model/rubrics/scale.js';
import { evidenceAsked } from '../check/state-space.js';
import { lowerFor } from '../program/lower-rubric.js';

type Path = readonly (string | number)[];

/**
 * What a change touches:
 * - `wording`: only what people read;
 * - `compatible`: something new, or something that no score and no verdict looks at;
 * - `meaning`: something that scores or verdicts are made of;
 * - `breaking`: something that existing assessments may have used is no longer there.
 */
export type ChangeKind = 'wording' | 'compatible' | 'meaning' | 'breaking';

export interface RubricChange {
  /** Where, from the outside in; members of lists by their ids. */
  readonly path: readonly (string | number)[];
  readonly kind: ChangeKind;
  readonly message: string;
}

/** A value as text that does not depend on the order of its keys or on keys left undefined. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** How the fields of a part are read: those not named are meaning, so that a field added later is never overlooked. */
interface FieldRules {
  readonly wording?: readonly string[];
  readonly compatible?: readonly string[];
  /** Fields that are compared elsewhere. */
  readonly apart?: readonly string[];
}

const said = (value: unknown): string => {
  const text = canonical(value);
  return text === '' ? 'nothing' : text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const fieldChanges = (older: object, newer: object, path: Path, rules: FieldRules): RubricChange[] => {
  const [before, after] = [older, newer] as readonly Readonly<Record<string, unknown>>[];
  const fields = new Set([...Object.keys(older), ...Object.keys(newer)]);
  return [...fields].flatMap((field): RubricChange[] => {
    if (rules.apart?.includes(field) || isSame(before?.[field], after?.[field])) return [];
    const inWords = rules.wording?.includes(field);
    const kind = inWords ? 'wording' : rules.compatible?.includes(field) ? 'compatible' : 'meaning';
    const message = inWords
      ? `${field} is worded anew`
      : `${field} was ${said(before?.[field])} and is ${said(after?.[field])}`;
    return [{ path: [...path, field], kind, message }];
  });
};

interface Named {
  readonly id: string;
}

/** How a list of named parts is read: what it is called, what coming, going and standing elsewhere mean. */
interface ListRules extends FieldRules {
  readonly one: string;
  readonly added: ChangeKind;
  readonly removed: ChangeKind;
  readonly moved: ChangeKind;
}

const byId = <T extends Named>(list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((one) => [one.id, one]));

const listChanges = <T extends Named>(
  older: readonly T[] = [],
  newer: readonly T[] = [],
  path: Path,
  rules: ListRules,
): RubricChange[] => {
  const { one, added, removed, moved } = rules;
  const [were, are] = [byId(older), byId(newer)];
  const gone = older.filter(({ id }) => !are.has(id));
  const come = newer.filter(({ id }) => !were.has(id));
  const order = (list: readonly T[], others: ReadonlyMap<string, T>) =>
    list.map(({ id }) => id).filter((id) => others.has(id));
  const changes: RubricChange[] = [
    ...gone.map(({ id }) => ({ path: [...path, id], kind: removed, message: `the ${one} “${id}” is gone` })),
    ...come.map(({ id }) => ({ path: [...path, id], kind: added, message: `the ${one} “${id}” is new` })),
    ...older.flatMap((before) => {
      const after = are.get(before.id);
      return after === undefined ? [] : fieldChanges(before, after, [...path, before.id], rules);
    }),
  ];
  if (!isSame(order(older, are), order(newer, were)))
    changes.push({ path, kind: moved, message: `the order of the ${path.at(-1)} is another` });
  return changes;
};

const scaleChanges = (older: Scale, newer: Scale, path: Path, isUsed: boolean): RubricChange[] => {
  const changes = [
    ...fieldChanges(older, newer, path, {
      wording: ['label', 'note', 'sources'],
      compatible: ['id'],
      apart: ['levels'],
    }),
    ...listChanges(older.levels, newer.levels, [...path, 'levels'], {
      one: 'level',
      added: 'meaning',
      removed: 'breaking',
      moved: 'meaning',
      wording: ['label', 'descriptor', 'alsoCalled'],
    }),
  ];
  // Where no criterion stands on the shared scale, no assessment is made with it.
  return isUsed ? changes : changes.map((change) => ({ ...change, kind: lesser(change.kind) }));
};

const lesser = (kind: ChangeKind): ChangeKind => (kind === 'wording' ? 'wording' : 'compatible');

const criterionChanges = (older: Rubric, newer: Rubric, asksEvidence: boolean): RubricChange[] => {
  const are = byId(newer.criteria);
  return older.criteria.flatMap((before) => {
    const after = are.get(before.id);
    if (after === undefined) return [];
    const path = ['criteria', before.id];
    const onOwn = before.scale !== undefined || after.scale !== undefined;
    return [
      ...(onOwn ? scaleChanges(before.scale ?? older.scale, after.scale ?? newer.scale, [...path, 'scale'], true) : []),
      ...policyChanges(before, after, path),
      ...tagChanges(before, after, path),
      ...(before.indicator === after.indicator
        ? []
        : [
            {
              path: [...path, 'indicator'],
              kind: asksEvidence ? ('meaning' as const) : ('compatible' as const),
              message: `it judges the indicator “${after.indicator ?? after.id}” now, not “${before.indicator ?? before.id}”`,
            },
          ]),
    ];
  });
};

const policyChanges = (before: Criterion, after: Criterion, path: Path): RubricChange[] => {
  const [was, is] = [before.notApplicable ?? 'refused', after.notApplicable ?? 'refused'];
  if (was === is) return [];
  // “Allowed” says nothing of a rule that names the criterion, which is then held open.
  const gist = (policy: string): string => (policy === 'allowed' ? 'held-open' : policy);
  const kind = is === 'refused' ? 'breaking' : was === 'refused' || gist(was) === gist(is) ? 'compatible' : 'meaning';
  return [{ path: [...path, 'notApplicable'], kind, message: `not applicable was ${was} and is ${is}` }];
};

const tagChanges = (before: Criterion, after: Criterion, path: Path): RubricChange[] => {
  if (isSame(before.tags, after.tags)) return [];
  const sorted = ({ tags = [] }: Criterion) => [...new Set(tags)].sort();
  const kind = isSame(sorted(before), sorted(after)) ? 'compatible' : 'meaning';
  return [{ path: [...path, 'tags'], kind, message: `tags were ${said(before.tags)} and are ${said(after.tags)}` }];
};

const priorityChanges = (older: Rubric, newer: Rubric): RubricChange[] => {
  const [was, is] = [older.priorities?.atMost, newer.priorities?.atMost];
  if (was === is) return [];
  const fewer = is !== undefined && is < Math.min(was ?? Number.POSITIVE_INFINITY, older.criteria.length);
  const message = `at most ${was ?? 'any number of'} priorities could be chosen, now ${is ?? 'any number'}`;
  return [{ path: ['priorities', 'atMost'], kind: fewer ? 'breaking' : 'compatible', message }];
};

/** Everything in which two versions of a rubric differ, but for the version itself. */
export const rubricChanges = (older: Rubric, newer: Rubric): readonly RubricChange[] => {
  const changes = allChanges(older, newer);
  if (older.scoring.kind !== 'none' || newer.scoring.kind !== 'none') return changes;
  // Without a score nothing looks at weights and points.
  return changes.map((change) => (isWorth(change.path) ? { ...change, kind: 'compatible' } : change));
};

/** The path of a criterion's weight or of a level's points. */
const isWorth = (path: Path): boolean =>
  (path.length === 3 && path[0] === 'criteria' && path[2] === 'weight') ||
  (path.at(-3) === 'levels' && path.at(-1) === 'points');

const allChanges = (older: Rubric, newer: Rubric): readonly RubricChange[] => {
  const asksEvidence = evidenceAsked(lowerFor(undefined, older), lowerFor(undefined, newer)).size > 0;
  const onShared = new Set(newer.criteria.flatMap(({ id, scale }) => (scale ? [] : [id])));
  const sharesScale = older.criteria.some(({ id, scale }) => !scale && onShared.has(id));
  return [
    ...fieldChanges(older, newer, [], OWN_FIELDS),
    ...scaleChanges(older.scale, newer.scale, ['scale'], sharesScale),
    ...listChanges(older.groups, newer.groups, ['groups'], LISTS.groups),
    ...listChanges(older.criteria, newer.criteria, ['criteria'], LISTS.criteria),
    ...criterionChanges(older, newer, asksEvidence),
    ...listChanges(older.facts, newer.facts, ['facts'], LISTS.facts),
    ...listChanges(older.bands, newer.bands, ['bands'], LISTS.bands),
    ...listChanges(older.outcomes, newer.outcomes, ['outcomes'], LISTS.outcomes),
    ...listChanges(older.obligations, newer.obligations, ['obligations'], LISTS.obligations),
    ...priorityChanges(older, newer),
  ];
};

/** What a change of each field of a rubric is; those apart are looked at by themselves. */
const OWN_FIELDS = {
  wording: ['label', 'language', 'notice', 'sources', 'examples', 'groupWord'],
  compatible: ['framework'],
  apart: ['id', 'version', 'scale', 'groups', 'criteria', 'facts', 'bands', 'outcomes', 'obligations', 'priorities'],
} as const;

const NEUTRAL = { added: 'compatible', removed: 'compatible', moved: 'compatible' } as const;

/** What it is where one of a list comes, goes or moves, and where one of its fields changes. */
const LISTS = {
  groups: { one: 'group', ...NEUTRAL, wording: ['label'] },
  criteria: {
    one: 'criterion',
    added: 'meaning',
    removed: 'breaking',
    moved: 'compatible',
    wording: ['label', 'note', 'alsoCalled'],
    compatible: ['measure'],
    apart: ['scale', 'notApplicable', 'tags', 'indicator'],
  },
  facts: { one: 'fact', ...NEUTRAL, removed: 'breaking', wording: ['label', 'whenFalse'] },
  bands: { one: 'band', added: 'meaning', removed: 'meaning', moved: 'meaning', wording: ['label'] },
  outcomes: {
    one: 'outcome',
    added: 'compatible',
    removed: 'breaking',
    moved: 'meaning',
    wording: ['label', 'description'],
    compatible: ['origin'],
  },
  obligations: { one: 'obligation', ...NEUTRAL, wording: ['label'], compatible: ['when'] },
} as const;
