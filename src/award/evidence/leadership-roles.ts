import { byCodeUnits } from '../../common/code-units.js';
import type { ExactNumber } from '../../model/shared/fraction.js';
import type { Issue } from '../../model/shared/issue.js';
import type { Role } from '../../model/awards/role.js';
import type { Holder, RoleAssignment } from '../../model/awards/role-assignment.js';
import { agree, numberOf, quoted } from '../../common/list-words.js';
import { expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';
import { NearNames } from './near-names.js';
import {
  type IndicatorChoice,
  type IndicatorSource,
  indicatorsOf,
  inOrder,
  type NamedIndicator,
} from './indicators-of.js';

/** Who looks after one indicator. */
export interface IndicatorRoles {
  readonly indicator: string;
  readonly label: string;
  readonly holders: readonly { readonly role: string; readonly roleLabel: string; readonly holder: Holder }[];
}

/** What one person or group looks after. */
export interface HolderLoad {
  readonly holder: Holder;
  /** Labels of the roles held. */
  readonly roles: readonly string[];
  /** Ids of the indicators looked after, each once, in the source's order. */
  readonly indicators: readonly string[];
}

/** How far the work lies in few hands. */
export interface Concentration {
  readonly index: 'herfindahl-hirschman';
  /** Σ shareᵢ²: from 1 / holders where all carry alike, to 1 where one carries all. */
  readonly value: ExactNumber;
  /** The least it could be with so many holders. */
  readonly least: ExactNumber;
  /** 1 / value: the number of holders with equal shares that would be as concentrated. */
  readonly equivalentHolders: ExactNumber;
  /** Those who carry most; several where they carry alike. */
  readonly most: readonly Holder[];
  readonly message: string;
}

export interface LeadershipRoles {
  /** In the source's order. */
  readonly indicators: readonly IndicatorRoles[];
  /** Ids of the indicators nobody looks after. */
  readonly withNobody: readonly string[];
  /** Most indicators first; where they carry alike, by label. */
  readonly holders: readonly HolderLoad[];
  /** Absent where nobody looks after anything yet. */
  readonly concentration?: Concentration | undefined;
  readonly learners: {
    /** Labels of the roles held by learners. */
    readonly roles: readonly string[];
    /** Ids of the indicators learners look after. */
    readonly indicators: readonly string[];
    readonly message: string;
  };
  readonly issues: readonly Issue[];
  /** States who produced these words and numbers. */
  readonly notice: string;
}

/**
 * Who does what: which indicators have somebody, which have nobody, whether learners hold roles, and how far the work lies
 * in few hands. The award prescribes no structure; a setting names its own roles.
 *
 * Concentration is the Herfindahl–Hirschman index, H = Σᵢ sᵢ², where sᵢ = aᵢ / Σⱼ aⱼ and aᵢ is the number of indicators that
 * holder i looks after. An indicator counts once for each holder, however many roles the holder has in it; a group is one
 * holder. H is an exact fraction, Σ aᵢ² / (Σ aᵢ)², from 1/n for n equal holders to 1 for one. Its reciprocal is the number of
 * holders with equal shares that would be as concentrated. It says how work is spread, not how well it is done, and no
 * source gives a threshold for schools; so none is applied here.
 *
 * @param source a framework (with `element` and `sector` to choose among its indicators), a rubric, or a list of indicators
 * @throws RangeError for an element the framework does not have, or one role id with two labels or two kinds of holders.
 * @see Hirschman (1964), The Paternity of an Index, American Economic Review 54(5), 761, https://www.jstor.org/stable/1818582
 * @see Simpson (1949), Measurement of Diversity, Nature 163, 688, doi:10.1038/163688a0 (the same sum, of species)
 *
 * @example
 * const coordinator = { id: 'co-ordinator', label: 'STEM co-ordinator', heldBy: 'staff' } as const;
 * const leaders = { id: 'young-leaders', label: 'Young STEM leaders', heldBy: 'learners' } as const;
 * const who = leadershipRoles(stemNationLeadership, [
 *   { role: coordinator, holder: { kind: 'person', label: 'Ms Reid' }, indicators: ['shared-vision', 'core-team', 'use-of-data'] },
 *   { role: leaders, holder: { kind: 'group', label: 'P6 leaders' }, indicators: ['learner-leadership'] },
 * ]);
 * who.withNobody // => ['professional-dialogue', 'collaborative-practice', 'practitioner-leadership']
 * // (3² + 1²) / 4² = 10/16
 * who.concentration?.value // => { numerator: 5, denominator: 8, decimal: 0.625 }
 * who.learners.indicators // => ['learner-leadership']
 */
export const leadershipRoles = (
  source: IndicatorSource,
  assignments: readonly RoleAssignment[],
  options: IndicatorChoice = {},
): LeadershipRoles => {
  const indicators = indicatorsOf(source, options, 'leadershipRoles');
  expectShape('leadershipRoles', 'assignments', assignments, ASSIGNMENTS);
  refuseTwoMeanings(assignments);
  const rows = rowsOf(indicators, assignments);
  const known = new Map(indicators.map(({ id }, place) => [id, place]));
  const holders = loadsOf(assignments, known);
  const concentration = concentrationOf(holders);
  return {
    indicators: rows,
    withNobody: rows.filter((row) => row.holders.length === 0).map(({ indicator }) => indicator),
    holders,
    ...(concentration && { concentration }),
    learners: learnersOf(assignments, known),
    issues: unknownIndicators(assignments, known),
    notice:
      'The award prescribes no roles and no spread of work. Roles and names are the setting’s own; the concentration index is computed by ' +
      'the stem-leadership library and has no threshold.',
  };
};

const ASSIGNMENTS = /* @__PURE__ */ (() =>
  shape.listOf(
    'assignments',
    shape.recordOf('an assignment', {
      role: shape.role,
      holder: shape.recordOf('a holder', { kind: shape.wordOf(['person', 'group']), label: shape.name }),
      indicators: shape.names('indicators'),
    }),
  ))();

const keyOf = ({ kind, label }: Holder): string => `${kind} ${label}`;

/** The place of each indicator that is known. */
type Known = ReadonlyMap<string, number>;

const rowsOf = (
  indicators: readonly NamedIndicator[],
  assignments: readonly RoleAssignment[],
): readonly IndicatorRoles[] => {
  const holdersOf = new Map(indicators.map(({ id }) => [id, [] as IndicatorRoles['holders'][number][]]));
  for (const { role, holder, indicators: own } of assignments) {
    for (const id of new Set(own)) holdersOf.get(id)?.push({ role: role.id, roleLabel: role.label, holder });
  }
  return indicators.map(({ id, label }) => ({ indicator: id, label, holders: holdersOf.get(id) ?? [] }));
};

const namedIn = (assignments: readonly RoleAssignment[], known: Known): readonly string[] =>
  inOrder(
    assignments.flatMap(({ indicators }) => indicators),
    known,
  );

const loadsOf = (assignments: readonly RoleAssignment[], known: Known): readonly HolderLoad[] => {
  const byHolder = new Map<string, RoleAssignment[]>();
  for (const one of assignments) {
    const own = byHolder.get(keyOf(one.holder));
    if (own === undefined) byHolder.set(keyOf(one.holder), [one]);
    else own.push(one);
  }
  return [...byHolder.values()]
    .map(
      (own): HolderLoad => ({
        holder: own[0]?.holder ?? { kind: 'person', label: '' },
        roles: [...new Set(own.map(({ role }) => role.label))],
        indicators: namedIn(own, known),
      }),
    )
    .sort((a, b) => b.indicators.length - a.indicators.length || byCodeUnits(keyOf(a.holder), keyOf(b.holder)));
};

const concentrationOf = (loads: readonly HolderLoad[]): Concentration | undefined => {
  const carrying = loads.filter(({ indicators }) => indicators.length > 0);
  const counts = carrying.map(({ indicators }) => indicators.length);
  const [first = 0] = counts;
  if (first === 0) return undefined;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  const most = carrying.filter(({ indicators }) => indicators.length === first).map(({ holder }) => holder);
  const value = exact(squares, total * total);
  const equivalentHolders = exact(total * total, squares);
  return {
    index: 'herfindahl-hirschman',
    value,
    least: exact(1, counts.length),
    equivalentHolders,
    most,
    message:
      `${numberOf(counts.length, 'holder')} ${agree(counts.length, 'looks', 'look')} after ${numberOf(total, 'place')} in all; ` +
      `${quoted(most.map(({ label }) => label))} ${most.length === 1 ? `after ${first}` : `after ${first} each`}. ` +
      `The Herfindahl–Hirschman index is ${value.numerator}/${value.denominator}, as with ` +
      `${shown(equivalentHolders)} equal ${agree(equivalentHolders.decimal, 'holder', 'holders')}.`,
  };
};

const shown = ({ numerator, denominator }: ExactNumber): string =>
  denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;

const exact = (numerator: number, denominator: number): ExactNumber => {
  let [a, b] = [numerator, denominator];
  while (b > 0) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a, decimal: numerator / denominator };
};

const learnersOf = (assignments: readonly RoleAssignment[], known: Known): LeadershipRoles['learners'] => {
  const own = assignments.filter(({ role }) => role.heldBy === 'learners');
  const roles = [...new Set(own.map(({ role }) => role.label))];
  const indicators = namedIn(own, known);
  const message =
    roles.length === 0
      ? 'No role is held by learners yet.'
      : indicators.length === 0
        ? `Learners hold ${quoted(roles)}, for none of these indicators.`
        : `Learners hold ${quoted(roles)}, for ${numberOf(indicators.length, 'indicator')}.`;
  return { roles, indicators, message };
};

const unknownIndicators = (assignments: readonly RoleAssignment[], known: Known): readonly Issue[] => {
  const near = new NearNames();
  return assignments.flatMap(({ role, holder, indicators }, at) =>
    indicators.flatMap((indicator, i): Issue[] => {
      if (known.has(indicator)) return [];
      return [
        {
          code: 'unknown-indicator',
          severity: 'warning',
          path: ['assignments', at, 'indicators', i],
          message: `“${holder.label}” (${role.label}) looks after “${indicator}”, which is not an indicator here${near.end(indicator, known.keys())}`,
          hint: 'Correct the id, or look at the element it belongs to.',
        },
      ];
    }),
  );
};

const refuseTwoMeanings = (assignments: readonly RoleAssignment[]): void => {
  const roles = new Map<string, Role>();
  for (const { role } of assignments) {
    const first = roles.get(role.id);
    if (first !== undefined && (first.label !== role.label || first.heldBy !== role.heldBy)) {
      throw new RangeError(
        `leadershipRoles: the role “${role.id}” is both “${first.label}” (${first.heldBy}) and “${role.label}” (${role.heldBy})`,
      );
    }
    roles.set(role.id, role);
  }
};
