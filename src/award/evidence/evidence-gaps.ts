import type { EvidenceGap, IndicatorEvidence, EvidenceGaps } from '../../model/progress/evidence-gaps.js';
import type { Assessment } from '../../model/rubrics/assessment.js';
import type { Evidence, EvidenceKind } from '../../model/awards/evidence.js';
import type { Framework } from '../../model/awards/framework.js';
import type { Issue } from '../../model/shared/issue.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import { agree, listed, numberOf, quoted } from '../../common/list-words.js';
import { type EvidenceTimes, readEvidence } from './evidence-items.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';
import { inOrder } from './indicators-of.js';
import { NearNames } from './near-names.js';
import type { PermissionsAsked } from '../../model/awards/application.js';
import { type PermissionMissing, permissionsMissing } from './permissions-missing.js';

export interface EvidenceGapsOptions extends EvidenceTimes {
  /** How many items each indicator should have; default 1. */
  readonly atLeast?: number | undefined;
  /** How many different kinds they should be of; default 2. With 1 no variety is asked for. */
  readonly kinds?: number | undefined;
  /**
   * Which kinds of evidence need which permissions on record, such as `stemNationApplication.permissions`. Where left out none must be on
   * record, and only what is recorded as refused or not asked is a gap.
   */
  readonly permissions?: PermissionsAsked | undefined;
  /** The framework the rubric judges: evidence may then support indicators of its other elements without being called unknown. */
  readonly framework?: Framework | undefined;
}

/**
 * What the evidence of an assessment lacks, for each criterion's indicator: none at all, too little, too old, all
 * of one kind, or without recorded permission. Each gap says so in words, with a hint.
 *
 * - An item counts for every indicator it supports; an item listed twice, by its id, is one item.
 * - `too-little`: fewer items than `atLeast`, old ones included. `too-old`: some are older than allowed, and without them
 *   there are too few. `one-sided`: the items in time are of fewer `kinds` than asked. `no-permission`: an item has a
 *   permission refused or not asked, or is of a kind for which `permissions` asks and has none on record.
 * - A criterion that is not applicable is asked for nothing.
 * - What is dated after `asOf` is left aside and listed among the issues.
 *
 * How much evidence the award wants is not published; every number here is the caller's or this library's.
 *
 * @throws RangeError for an impossible date, `notOlderThan` without `asOf`, numbers that are not whole or below one, or an
 * assessment of another rubric or version.
 *
 * @example
 * const found = evidenceGaps(stemNationLeadership, {
 *   ratings: { 'core-team': { notApplicable: 'We are two teachers.' } },
 *   evidence: [
 *     { id: 'survey', kind: 'data', date: '2024-02-01', shows: 'What families want', supports: ['shared-vision', 'use-of-data'] },
 *     { id: 'wall', kind: 'photograph', date: '2026-01-20', shows: 'Our vision wall', supports: ['shared-vision'] },
 *   ],
 * }, { asOf: '2026-03-01', notOlderThan: { months: 24 }, permissions: stemNationApplication.permissions });
 * found.indicators[0]?.gaps.map(({ gap, items }) => `${gap}: ${items}`) // => ['one-sided: wall', 'no-permission: wall']
 * found.indicators.find(({ indicator }) => indicator === 'use-of-data')?.gaps[0]?.message
 * // => 'The only item for “Use of data” is from before 2024-03-01.'
 * found.reused // => [{ evidence: 'survey', indicators: ['shared-vision', 'use-of-data'] }]
 */
export const evidenceGaps = (
  rubric: Rubric,
  assessment: Partial<Assessment>,
  options: EvidenceGapsOptions = {},
): EvidenceGaps => {
  expectShape('evidenceGaps', 'rubric', rubric, shape.rubric);
  expectShape('evidenceGaps', 'assessment', assessment, ASSESSMENT);
  expectOptions('evidenceGaps', options, OPTIONS);
  refuseOther(rubric, assessment);
  const atLeast = options.atLeast ?? 1;
  const kinds = options.kinds ?? 2;
  const { items, since, issues } = readEvidence(assessment.evidence ?? [], options, 'evidenceGaps');
  const asked: Asked = { atLeast, kinds, since, permissions: options.permissions ?? {} };
  const indicators = [...new Set(rubric.criteria.map(({ id, indicator = id }) => indicator))];
  const places = new Map(indicators.map((indicator, place) => [indicator, place]));
  const supporting = itemsByIndicator(items);
  return {
    rubric: { id: rubric.id, version: rubric.version },
    asked: {
      atLeast,
      kinds,
      ...(options.asOf !== undefined && { asOf: options.asOf }),
      ...(since !== undefined && { since }),
    },
    indicators: rubric.criteria.map((criterion) =>
      rowOf(criterion, supporting.get(criterion.indicator ?? criterion.id) ?? [], assessment, asked),
    ),
    reused: items.flatMap(({ id, supports }) => {
      const own = inOrder(supports, places);
      return own.length > 1 ? [{ evidence: id, indicators: own }] : [];
    }),
    issues: [...issues, ...unknownIndicators(assessment.evidence ?? [], indicators, options.framework)],
    notice: EVIDENCE_NOTICE,
  };
};

const ASSESSMENT = /* @__PURE__ */ (() =>
  shape.closedRecordOf('an assessment', {
    ...Object.fromEntries(
      ['kind', 'setting', 'settingName', 'assessor', 'date', 'facts', 'priorities'].map((key) => [
        key,
        () => undefined,
      ]),
    ),
    rubric: shape.maybe(shape.rubricVersion),
    ratings: shape.maybe(shape.valuesOf('an object of ratings', () => undefined)),
    evidence: shape.maybe(shape.evidence),
  }))();

const OPTIONS = /* @__PURE__ */ (() => ({
  ...shape.evidenceTimes,
  atLeast: shape.maybe(shape.wholeFrom(1)),
  kinds: shape.maybe(shape.wholeFrom(1)),
  permissions: shape.maybe(
    shape.valuesOf(
      'an object of lists of permissions, by kind of evidence',
      shape.maybe(shape.listOf('permissions', shape.wordOf(['consent', 'photographs', 'personalData']))),
    ),
  ),
  framework: shape.maybe(shape.framework),
}))();

const EVIDENCE_NOTICE =
  'How much evidence is asked for, of how many kinds and how recent, is the choice of whoever asks and of the stem-leadership library; ' +
  'no such limits were found published by the award. Whether evidence is enough is for its validators to say.';

interface Asked {
  readonly atLeast: number;
  readonly kinds: number;
  readonly since: string | undefined;
  readonly permissions: PermissionsAsked;
}

const itemsByIndicator = (items: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> => {
  const supporting = new Map<string, Evidence[]>();
  for (const item of items) {
    for (const indicator of new Set(item.supports)) {
      const those = supporting.get(indicator);
      if (those === undefined) supporting.set(indicator, [item]);
      else those.push(item);
    }
  }
  return supporting;
};

const rowOf = (
  criterion: Criterion,
  own: readonly Evidence[],
  assessment: Partial<Assessment>,
  asked: Asked,
): IndicatorEvidence => {
  const indicator = criterion.indicator ?? criterion.id;
  const inTime = own.filter(({ date }) => asked.since === undefined || date >= asked.since);
  const newest = own
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const notApplicable = reasonNotApplicable(criterion, assessment);
  return {
    criterion: criterion.id,
    indicator,
    label: criterion.label,
    ...(notApplicable !== undefined && { notApplicable }),
    evidence: ids(own),
    inTime: ids(inTime),
    kinds: kindsOf(inTime),
    ...(newest !== undefined && { newest }),
    gaps: notApplicable === undefined ? gapsOf(criterion.label, own, inTime, asked) : [],
  };
};

const ids = (items: readonly Evidence[]): readonly string[] => items.map(({ id }) => id);

const kindsOf = (items: readonly Evidence[]): readonly EvidenceKind[] =>
  [...new Set(items.map(({ kind }) => kind))].sort();

const gapsOf = (
  label: string,
  own: readonly Evidence[],
  inTime: readonly Evidence[],
  asked: Asked,
): readonly EvidenceGap[] => {
  if (own.length === 0) {
    const message = `There is no evidence for “${label}”.`;
    const hint = 'Look for something dated that shows it; what serves another indicator may serve this one too.';
    return [{ gap: 'none', items: [], message, hint }];
  }
  return [
    ...tooLittle(label, own, asked),
    ...tooOld(label, own, inTime, asked),
    ...oneSided(label, inTime, asked),
    ...noPermission(label, own, asked),
  ];
};

const tooLittle = (label: string, own: readonly Evidence[], { atLeast }: Asked): EvidenceGap[] => {
  if (own.length >= atLeast) return [];
  const message = `“${label}” has ${numberOf(own.length, 'item')} of evidence; ${atLeast} are asked for.`;
  return [{ gap: 'too-little', items: ids(own), message, hint: `Add ${numberOf(atLeast - own.length, 'item')}.` }];
};

const tooOld = (
  label: string,
  own: readonly Evidence[],
  inTime: readonly Evidence[],
  { atLeast, since }: Asked,
): EvidenceGap[] => {
  const old = since === undefined ? [] : own.filter(({ date }) => date < since);
  if (since === undefined || old.length === 0 || inTime.length >= atLeast) return [];
  const which =
    own.length === 1
      ? `The only item for “${label}” is`
      : `${old.length} of ${own.length} items for “${label}” ${agree(old.length, 'is', 'are')}`;
  const message = `${which} from before ${since}.`;
  return [{ gap: 'too-old', items: ids(old), message, hint: 'Add something newer, or show that it still holds.' }];
};

const oneSided = (label: string, inTime: readonly Evidence[], { kinds: wanted }: Asked): EvidenceGap[] => {
  const kinds = kindsOf(inTime);
  if (kinds.length === 0 || kinds.length >= wanted) return [];
  const message = `The evidence for “${label}” is of ${kinds.length === 1 ? 'one kind' : `${kinds.length} kinds`} only: ${listed(kinds)}.`;
  return [
    {
      gap: 'one-sided',
      items: ids(inTime),
      message,
      hint: `Look for ${numberOf(wanted - kinds.length, 'more kind')}.`,
    },
  ];
};

const FLAG_WORDS = { consent: 'consent', photographs: 'permission for photographs', personalData: 'personal data' };
const STATE_WORDS = { refused: 'refused', 'not-asked': 'not asked', 'not-recorded': 'not recorded' };

const said = (missing: readonly PermissionMissing[]): string =>
  missing.map(({ flag, state }) => `${FLAG_WORDS[flag]} ${STATE_WORDS[state]}`).join(', ');

const noPermission = (label: string, own: readonly Evidence[], { permissions }: Asked): EvidenceGap[] => {
  const held = own.flatMap((item) => {
    const missing = permissionsMissing(item, permissions);
    return missing.length > 0 ? [{ id: item.id, missing }] : [];
  });
  if (held.length === 0) return [];
  const each = listed(held.map(({ id, missing }) => `“${id}” (${said(missing)})`));
  const rest = own.length - held.length;
  const message = `For “${label}” no permission is on record for ${each}; ${rest} of ${numberOf(own.length, 'item')} can be shown.`;
  const hint =
    'Ask and record the answer, show something else where it is refused, or record not-needed where it shows nobody.';
  return [{ gap: 'no-permission', items: held.map(({ id }) => id), message, hint }];
};

const reasonNotApplicable = ({ id }: Criterion, { ratings }: Partial<Assessment>): string | undefined => {
  const rating = ratings !== undefined && Object.hasOwn(ratings, id) ? ratings[id] : undefined;
  return typeof rating === 'object' && rating !== null && 'notApplicable' in rating ? rating.notApplicable : undefined;
};

const unknownIndicators = (
  evidence: readonly Evidence[],
  own: readonly string[],
  framework: Framework | undefined,
): readonly Issue[] => {
  const others = framework?.elements.flatMap(({ indicators }) => indicators.map(({ id }) => id)) ?? [];
  const known = new Set([...own, ...others]);
  const labels = quoted(framework?.elements.map(({ label }) => label) ?? []);
  const near = new NearNames();
  return evidence.flatMap(({ id, supports }, at) =>
    supports.flatMap((indicator, i): Issue[] => {
      if (known.has(indicator)) return [];
      return [
        {
          code: 'unknown-indicator',
          severity: 'warning',
          path: ['evidence', at, 'supports', i],
          message: `“${id}” supports “${indicator}”, which is not an indicator here${near.end(indicator, known)}`,
          hint:
            framework === undefined
              ? 'Correct the id; where it belongs to another element, pass the framework.'
              : `Correct the id; the framework has ${labels}.`,
        },
      ];
    }),
  );
};

const refuseOther = (rubric: Rubric, { rubric: of }: Partial<Assessment>): void => {
  if (of === undefined || (of.id === rubric.id && of.version === rubric.version)) return;
  throw new RangeError(
    `evidenceGaps: the assessment is of “${of.id}” ${of.version}, the rubric is “${rubric.id}” ${rubric.version}`,
  );
};
