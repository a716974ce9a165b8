import { heldStill } from '../../common/freeze-deeply.js';
import { capitalised, lowerCase } from '../../common/unicode/letter-case.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { formFaults } from '../../model/rubrics/rubric-faults.js';
import type { Fault } from '../../model/shared/fault.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { refuseCount, refuseUnknown } from '../../common/refuse.js';
import { bandIssues } from './check-bands.js';
import { criterionIssues, floorIssues } from './check-criteria.js';
import { exampleIssues } from './check-examples.js';
import { outcomeIssues } from './check-outcomes.js';
import { branchIssues, gatePolicyIssues, vanishingGroups } from './check-rules.js';
import { RubricSearch } from './check-search.js';
import type { RubricIssue } from './rubric-issue.js';
import { stateSpace } from './state-space.js';

/** Progress is told in looks, out of `limit`; a check that needs fewer tells all of it at its end. */
export interface CheckRubricOptions extends LongWorkOptions {
  /**
   * How much the searches may do, counted in looks at a rule or a sum; 3 million where left out, which is under two seconds.
   * The same number finds the same on every machine.
   */
  readonly limit?: number | undefined;
}

/**
 * What needs thought in a rubric:
 * - `malformed`: ids twice, levels not lowest first, no points where the score needs them, names that the rubric does not have: what `rubricSchema` refuses
 *   beyond the form of single fields. Where there is any, nothing else is looked for;
 * - `unreachable-outcome`: no assessment meets it;
 * - `nothing-needed`: an outcome that is met before anything is rated;
 * - `outcome-order`: a higher outcome can be met while a lower one is not;
 * - `same-outcome`: two outcomes that the same assessments meet;
 * - `dead-criterion`, `idle-fact`: it never makes a difference to any outcome or to the score;
 * - `dead-level`: a level worth no more points than the one below, which no rule tells from it either;
 * - `unmeasured-level`: a level that a criterion's measure can never give;
 * - `idle-branch`, `idle-part`: a branch that no assessment takes, a part of *any* that can never hold;
 * - `band-gap`, `band-overlap`: some score lies in no band, or in two;
 * - `gate-empties-band`: an outcome asks for a band, but whatever meets the outcome scores above it;
 * - `no-gate-policy`: a rule names a criterion that may be not applicable, and the rubric does not say what then;
 * - `vanishing-group`: every criterion of a group may be not applicable, and a rule over every group then goes without it;
 * - `same-descriptor`: two levels of a scale look alike;
 * - `weightless-criterion`: weights that round to 0 % of the whole;
 * - `value-outside-interval`: a mean from zero over scales of differing floors;
 * - `wrong-example`: a worked example that the rubric contradicts;
 * - `not-proved`: what the searches could not settle within their bound. Nothing is reported that was not found or proved.
 *
 * All assessments are searched, those included in which some criteria are not applicable. Most issues carry one that shows the fault.
 *
 * @throws TypeError for what is no rubric or an unknown option
 *
 * @example
 * checkRubric(stemNationLeadership) // => []
 */
export const checkRubric = <const R extends Rubric>(
  rubric: R,
  options: CheckRubricOptions = {},
): readonly RubricIssue<R>[] => {
  refuseNoRubric('checkRubric', 'rubric', rubric);
  const held: Rubric = heldStill(rubric);
  refuseUnknown('checkRubric', options, ['limit', ...LONG_WORK_OPTIONS]);
  const { limit = 3_000_000 } = options;
  refuseCount('checkRubric', 'limit', limit);
  const tell = longWork('checkRubric', options, limit);
  const faults = formFaults(held);
  if (faults.length > 0) return faults.slice(0, MOST_FAULTS).map(malformed(faults.length)) as readonly RubricIssue<R>[];
  // All of it is told once, at the end, also where the bound is reached before.
  const search = new RubricSearch(stateSpace(held), limit, (done) => tell(Math.min(done, limit - 1)));
  const { lowered } = search;
  const outcomes = outcomeIssues(search);
  const criteria = criterionIssues(search);
  const branches = branchIssues(search);
  const bands = bandIssues(search);
  tell(limit);
  const issues: readonly RubricIssue[] = [
    ...scaleIssues(held),
    ...criteria.issues,
    ...floorIssues(lowered),
    ...bands.issues,
    ...outcomes.issues,
    ...branches.issues,
    ...gatePolicyIssues(lowered),
    ...vanishingGroups(lowered),
    ...exampleIssues(held),
    ...unproved([...outcomes.open, ...criteria.open, ...branches.open, ...bands.open], limit),
  ];
  return issues as readonly RubricIssue<R>[];
};

/** At most this many places where a rubric is not well-formed are listed; more usually have one cause. */
const MOST_FAULTS = 100;

const malformed =
  (count: number) =>
  ({ path, message }: Fault, at: number): RubricIssue => {
    const more = at === MOST_FAULTS - 1 && count > MOST_FAULTS ? `, and ${count - MOST_FAULTS} more` : '';
    return {
      code: 'malformed',
      severity: 'error',
      path,
      message: `${capitalised(message)}${more}${/[.?]$/u.test(message) ? '' : '.'}`,
      hint: 'Fix this first; nothing else is checked until then.',
    };
  };

/** One issue for all that is left open, however much it is. */
const unproved = (open: readonly string[], limit: number): RubricIssue[] => {
  if (open.length === 0) return [];
  const shown = open.slice(0, 5).join('; ');
  const rest = open.length > 5 ? `; and ${open.length - 5} more` : '';
  return [
    {
      code: 'not-proved',
      severity: 'info',
      path: [],
      message: `Not settled within the bound of ${limit}: ${shown}${rest}.`,
      hint: 'Give a higher limit, or judge fewer criteria in one rule.',
    },
  ];
};

const scaleIssues = (rubric: Rubric): RubricIssue[] => {
  const scales = [
    { levels: rubric.scale.levels, path: ['scale'] as (string | number)[] },
    ...rubric.criteria.flatMap(({ scale }, at) =>
      scale ? [{ levels: scale.levels, path: ['criteria', at, 'scale'] }] : [],
    ),
  ];
  return scales.flatMap(({ levels, path }) => {
    const first = new Map<string, string>();
    return levels.flatMap((level, at): RubricIssue[] => {
      const described = lowerCase((level.descriptor ?? level.label).trim());
      const twin = first.get(described);
      first.set(described, twin ?? level.id);
      if (twin === undefined) return [];
      return [
        {
          code: 'same-descriptor',
          severity: 'warning',
          path: [...path, 'levels', at],
          message: `“${twin}” and “${level.id}” are described alike.`,
          hint: 'Say what sets the higher level apart, or make them one.',
        },
      ];
    });
  });
};
