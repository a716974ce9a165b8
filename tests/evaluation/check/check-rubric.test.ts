import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coordinatorRole } from '../../../src/data/rubrics/coordinator-role.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { criterionIssues } from '../../../src/evaluation/check/check-criteria.js';
import { outcomeIssues } from '../../../src/evaluation/check/check-outcomes.js';
import { RubricSearch } from '../../../src/evaluation/check/check-search.js';
import { checkRubric, evaluate } from '../../../src/evaluation/index.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { rubricSchema } from '../../../src/model/rubrics/schemas/rubric-schema.js';
import { defineScale } from '../../../src/model/define.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { leastOf, runs } from '../../support/runs.js';
import { smallRubric } from '../../support/small-rubric.js';
import { stateSpace } from '../../../src/evaluation/check/state-space.js';

/** The small rubric with some parts changed; still one that the schema takes. */
const changed = (parts: Partial<Rubric>): Rubric => rubricSchema.parse({ ...smallRubric, ...parts });

const codes = (rubric: Rubric): string[] => checkRubric(rubric).map(({ code, path }) => `${code} ${path.join('.')}`);

const outcome = (id: string, rule: Rubric['outcomes'][number]['rule']): Rubric['outcomes'][number] => ({
  id,
  label: id,
  origin: 'project',
  rule,
});

const fraction = (numerator: number, denominator = 1) => ({ numerator, denominator });

describe('the check of a rubric', () => {
  test('finds nothing in the shipped rubrics but what they mean to say', () => {
    expect(codes(stemNationLeadership)).toEqual([]);
    expect(codes(coordinatorRole)).toEqual([]);
  });

  test('finds an outcome that not even everything at its best meets, and shows it', () => {
    const rubric = changed({ outcomes: [outcome('four', { kind: 'count', atLeast: 4, level: 'low' })] });
    const issue = checkRubric(rubric).find(({ code }) => code === 'unreachable-outcome');
    expect(issue).toMatchObject({ severity: 'error', path: ['outcomes', 0] });
    expect(evaluate(rubric, issue?.reproduction ?? { ratings: {} }).verdicts['four']).toBe('not-yet-met');
  });

  test('finds a higher outcome that can be met without a lower one, and shows it', () => {
    const rubric = changed({
      outcomes: [
        outcome('all', { kind: 'every', level: 'middle' }),
        outcome('voice', { kind: 'at-least', criterion: 'voice', level: 'high' }),
      ],
    });
    const issue = checkRubric(rubric).find(({ code }) => code === 'outcome-order');
    expect(issue?.path).toEqual(['outcomes', 1]);
    expect(evaluate(rubric, issue?.reproduction ?? { ratings: {} }).verdicts).toEqual({
      all: 'not-yet-met',
      voice: 'met',
    });
  });

  test('finds a criterion that makes no difference, and takes levels that only describe for what they are', () => {
    const rubric = changed({
      scoring: { kind: 'none' },
      outcomes: [outcome('done', { kind: 'every', level: 'high', of: { criteria: ['plan', 'voice'] } })],
    });
    // Only “high” decides; “middle” says how far a criterion has come, and no author would take it away.
    expect(codes(rubric)).toEqual(['dead-criterion criteria.1']);
  });

  test('lets a criterion be that is only asked for evidence', () => {
    const rubric = changed({
      scoring: { kind: 'none' },
      outcomes: [outcome('done', { kind: 'evidence', atLeast: 1 })],
    });
    expect(codes(rubric).filter((code) => code.startsWith('dead'))).toEqual([]);
  });

  test('finds scores in no band, and scores in two', () => {
    const band = (id: string, from: number, below?: number) => ({
      id,
      label: id,
      from: fraction(from, 10),
      ...(below !== undefined && { below: fraction(below, 10) }),
    });
    expect(
      codes(changed({ outcomes: [], bands: [band('low', 1, 4), band('middle', 5, 8), band('high', 7, 9)] })),
    ).toEqual(['band-gap bands.0', 'band-gap bands.0', 'band-overlap bands.2', 'band-gap bands.2']);
    expect(codes(changed({ outcomes: [], bands: [band('low', 0, 5), band('high', 5)] }))).toEqual([]);
  });

  test('finds a band that the other conditions of an outcome leave empty', () => {
    const bands = [
      { id: 'bronze', label: 'Bronze', from: fraction(0), below: fraction(1, 2) },
      { id: 'gold', label: 'Gold', from: fraction(1, 2) },
    ];
    const strict = outcome('bronze', {
      kind: 'all',
      rules: [
        { kind: 'band', band: 'bronze' },
        { kind: 'every', level: 'middle' },
      ],
    });
    // Everything at the middle scores a half: nothing that meets the outcome lies below gold.
    expect(codes(changed({ bands, outcomes: [strict] }))).toEqual(['gate-empties-band outcomes.0']);
    const lenient = outcome('bronze', {
      kind: 'all',
      rules: [
        { kind: 'band', band: 'bronze' },
        { kind: 'at-least', criterion: 'voice', level: 'middle' },
      ],
    });
    expect(codes(changed({ bands, outcomes: [lenient] }))).toEqual([]);
  });

  test('finds a rule that names a criterion which may be not applicable, where the rubric does not say what then', () => {
    const criteria = smallRubric.criteria.map((criterion) =>
      criterion.id === 'team' ? { ...criterion, notApplicable: 'allowed' as const } : criterion,
    );
    const rubric = changed({
      criteria,
      outcomes: [outcome('team', { kind: 'at-least', criterion: 'team', level: 'high' })],
    });
    expect(codes(rubric)).toEqual(['no-gate-policy outcomes.0.rule']);
  });

  test('finds a group that a rule over every group may lose', () => {
    const rubric = changed({
      groups: [
        { id: 'people', label: 'People' },
        { id: 'plans', label: 'Plans' },
      ],
      criteria: smallRubric.criteria.map((criterion) => ({
        ...criterion,
        group: criterion.id === 'team' ? 'people' : 'plans',
      })),
      outcomes: [outcome('done', { kind: 'every-group', rule: { kind: 'every', level: 'high' } })],
    });
    expect(codes(rubric)).toContain('vanishing-group groups.0');
  });

  test('lets a profile be a profile', () => {
    expect(codes(changed({ scoring: { kind: 'none' }, outcomes: [] }))).toEqual([]);
  });

  test('finds levels that look alike, weights that vanish and levels no measurement gives', () => {
    const levels = smallRubric.scale.levels.map((level) => ({
      ...level,
      descriptor: level.id === 'low' ? 'Some of it' : 'Most of it',
    }));
    expect(codes(changed({ outcomes: [], scale: { ...smallRubric.scale, levels } }))).toEqual([
      'same-descriptor scale.levels.2',
    ]);
    const heavy = smallRubric.criteria.map((criterion) =>
      criterion.id === 'voice' ? { ...criterion, weight: 700 } : criterion,
    );
    // 1 and 2 of 703 are 0.14 % and 0.28 %: one issue for both.
    expect(codes(changed({ outcomes: [], criteria: heavy }))).toEqual(['weightless-criterion criteria.0.weight']);
    const measure = {
      kind: 'thresholds',
      label: 'lessons',
      steps: [{ level: 'high', atLeast: fraction(1, 2) }],
    } as const;
    const measured = smallRubric.criteria.map((criterion) =>
      criterion.id === 'plan' ? { ...criterion, measure } : criterion,
    );
    expect(codes(changed({ outcomes: [], criteria: measured }))).toEqual(['unmeasured-level criteria.0.measure.steps']);
  });
});

const yesNo = defineScale({
  id: 'yes-no',
  label: 'Yes or no',
  levels: [
    { id: 'no', label: 'No', points: 0 },
    { id: 'yes', label: 'Yes', points: 1 },
  ],
});

type Rule = Rubric['outcomes'][number]['rule'];
type Policy = Rubric['criteria'][number]['notApplicable'];

/** Criteria a, b, c … on yes and no, with some policies, and outcomes in order. */
const rubricOf = (
  policies: Readonly<Record<string, Policy>>,
  outcomes: Readonly<Record<string, Rule>>,
  parts: Partial<Rubric> = {},
): Rubric =>
  rubricSchema.parse({
    id: 'trial',
    version: '1.0.0',
    label: 'A trial',
    notice: 'For tests.',
    scale: yesNo,
    criteria: Object.entries(policies).map(([id, notApplicable]) => ({
      id,
      label: id.toUpperCase(),
      weight: 1,
      ...(notApplicable && { notApplicable }),
    })),
    scoring: { kind: 'none' },
    outcomes: Object.entries(outcomes).map(([id, rule]) => outcome(id, rule)),
    ...parts,
  });

const yes = (criterion: string): Rule => ({ kind: 'at-least', criterion, level: 'yes' });

describe('where some criteria do not apply', () => {
  test('a higher outcome can be met without a lower one that has left with its criterion', () => {
    const rubric = rubricOf(
      { a: 'waived', b: undefined },
      { silver: { kind: 'any', rules: [yes('a')] }, gold: { kind: 'every', level: 'yes' } },
    );
    const [issue, ...more] = checkRubric(rubric);
    expect(issue).toMatchObject({ code: 'outcome-order', path: ['outcomes', 1] });
    // While a applies, gold asks for it too; with a not applicable silver has nothing to look at.
    expect(issue?.reproduction?.ratings).toEqual({ a: { notApplicable: 'an example' }, b: 'yes' });
    expect(evaluate(rubric, issue!.reproduction!).verdicts).toEqual({ silver: 'not-yet-met', gold: 'met' });
    expect(more).toEqual([]);
  });

  test('an outcome is within reach, and its criteria decide, where a rule that cannot be met may leave', () => {
    const rubric = rubricOf(
      { a: 'waived', b: undefined },
      {
        reached: {
          kind: 'all',
          rules: [{ kind: 'count', atLeast: 2, level: 'yes', of: { tag: 't' } }, yes('b')],
        },
      },
      {
        criteria: [
          { id: 'a', label: 'A', weight: 1, notApplicable: 'waived', tags: ['t'] },
          { id: 'b', label: 'B', weight: 1 },
        ],
      },
    );
    // Two of one criterion cannot be; once a is not applicable the count leaves, and b alone decides.
    expect(evaluate(rubric, { ratings: { a: { notApplicable: 'none here' }, b: 'yes' } }).verdicts).toEqual({
      reached: 'met',
    });
    expect(codes(rubric)).toEqual([]);
  });

  test('a criterion may decide by the branch that another’s absence opens', () => {
    const rubric = rubricOf(
      { a: 'allowed', b: undefined, c: undefined },
      {
        done: {
          kind: 'when-count',
          fewerThan: 3,
          // b alone decides while a does not apply, c alone while it does.
          then: yes('b'),
          otherwise: yes('c'),
        },
      },
    );
    expect(codes(rubric)).toEqual([]);
    const refused = rubricOf({ a: undefined, b: undefined, c: undefined }, { done: rubric.outcomes[0]!.rule });
    expect(codes(refused)).toEqual([
      'dead-criterion criteria.0',
      'dead-criterion criteria.1',
      'idle-branch outcomes.0.rule.then',
    ]);
  });

  test('a criterion that another always stands in for is dead, unless the other may be waived', () => {
    const rule: Rule = { kind: 'any', rules: [yes('a'), { kind: 'all', rules: [yes('a'), yes('b')] }] };
    expect(codes(rubricOf({ a: undefined, b: undefined }, { done: rule }))).toEqual(['dead-criterion criteria.1']);
    // With a not applicable, “a and b” is b.
    expect(codes(rubricOf({ a: 'waived', b: undefined }, { done: rule }))).toEqual([]);
    expect(codes(rubricOf({ a: 'held-open', b: undefined }, { done: rule }))).toEqual(['dead-criterion criteria.1']);
  });

  test('a criterion that always gains the same counts by leaving only where the others may gain something else', () => {
    const dead = (level: string, notApplicable: readonly ('waived' | 'refused')[]): (string | number | undefined)[] => {
      const [one, two] = notApplicable;
      const rubric = changed({
        criteria: smallRubric.criteria.slice(0, 2).map((criterion, at) => ({
          ...criterion,
          notApplicable: (at === 0 ? one : two) ?? 'refused',
        })),
        groups: undefined,
        bands: undefined,
        scoring: { kind: 'share-at-level', level },
        outcomes: [],
      });
      return checkRubric(rubric).flatMap(({ code, path }) => (code === 'dead-criterion' ? [path.at(-1)] : []));
    };
    // Everything is at the lowest level or better: the share is 1 whoever applies, and there is none where nobody does.
    expect(dead('low', ['waived', 'refused'])).toEqual([0, 1]);
    expect(dead('low', ['waived', 'waived'])).toEqual([]);
    expect(dead('high', ['waived', 'refused'])).toEqual([]);
  });

  test('says of every random rubric what looking at every assessment says', () => {
    let looked = 0;
    fc.assert(
      fc.property(arbitraryCase, ({ rubric }) => {
        const states = everyState(rubric, 1_200);
        if (states === undefined) return;
        looked++;
        const issues = checkRubric(rubric);
        expect(issues.filter(({ code }) => code === 'not-proved')).toEqual([]);
        const found = (code: string) => issues.filter((issue) => issue.code === code).map(({ path }) => path.at(-1));
        const ids = rubric.outcomes.map(({ id }) => id);
        const isMet = (verdicts: Readonly<Record<string, string>>, at: number) => verdicts[ids[at]!] === 'met';
        const reached = ids.map((_, at) => states.some(({ verdicts }) => isMet(verdicts, at)));
        expect(found('unreachable-outcome')).toEqual(ids.flatMap((_, at) => (reached[at] ? [] : [at])));
        const contradictions = ids.flatMap((_, higher) =>
          ids.slice(0, higher).flatMap((_, lower) => {
            const shown = states.some(({ verdicts }) => isMet(verdicts, higher) && !isMet(verdicts, lower));
            return shown && reached[lower] ? [higher] : [];
          }),
        );
        expect(found('outcome-order')).toEqual(contradictions);
        for (const { code, path, reproduction } of issues) {
          if (code !== 'outcome-order') continue;
          const { verdicts } = evaluate(rubric, reproduction!);
          expect(
            isMet(verdicts, Number(path[1])) && ids.some((_, at) => at < Number(path[1]) && !isMet(verdicts, at)),
          ).toBe(true);
        }
        // A criterion is alive where two assessments that differ in it alone differ in a verdict or in the score.
        const said = new Map(states.map(({ key, says }) => [key.join(' '), says]));
        const alive = new Set<number>();
        for (const { key, says } of states) {
          rubric.criteria.forEach((_, at) => {
            const other = said.get(key.map((choice, v) => (v === at ? 0 : choice)).join(' '));
            if (other !== undefined && other !== says) alive.add(at);
          });
        }
        const asked = JSON.stringify([rubric.outcomes, rubric.scoring]).includes('"evidence"');
        const dead = rubric.criteria.flatMap((_, at) => (alive.has(at) ? [] : [at]));
        if (!asked) expect(found('dead-criterion')).toEqual(dead);
        else expect(dead).toEqual(expect.arrayContaining(found('dead-criterion')));
      }),
      { numRuns: runs(120, 4) },
    );
    expect(looked).toBeGreaterThan(leastOf(120, 8, 4));
  }, 300_000);
});

/** Every assessment without an open question, and what is said of it; none where there are too many. */
const everyState = (rubric: Rubric, most: number) => {
  const evidence = [...new Set(rubric.criteria.map(({ id, indicator = id }) => indicator))];
  const asksEvidence = JSON.stringify([rubric.outcomes, rubric.scoring]).includes('"evidence"');
  const answers: (readonly unknown[])[] = [
    ...rubric.criteria.map(({ scale = rubric.scale, notApplicable = 'refused' }) => [
      ...scale.levels.map(({ id }) => id),
      ...(notApplicable === 'refused' ? [] : [{ notApplicable: 'an example' }]),
    ]),
    ...(rubric.facts ?? []).map(() => [false, true]),
    ...(asksEvidence ? evidence.map(() => [0, 1, 2]) : []),
  ];
  if (answers.reduce((product, { length }) => product * length, 1) > most) return undefined;
  let keys: number[][] = [[]];
  for (const of of answers) keys = keys.flatMap((key) => of.map((_, at) => [...key, at]));
  return keys.map((key) => {
    const given = key.map((choice, v) => answers[v]![choice]);
    const [criteria, facts] = [rubric.criteria.length, rubric.facts?.length ?? 0];
    const items = given.slice(criteria + facts) as number[];
    const { verdicts, score } = evaluate(rubric, {
      ratings: Object.fromEntries(rubric.criteria.map(({ id }, at) => [id, given[at] as string])),
      facts: Object.fromEntries((rubric.facts ?? []).map(({ id }, at) => [id, given[criteria + at] as boolean])),
      evidence: items.flatMap((count, at) =>
        Array.from({ length: count }, (_, item) => ({
          id: `${at}-${item}`,
          kind: 'other' as const,
          date: '2026-01-01',
          shows: 'an example',
          supports: [evidence[at]!],
        })),
      ),
    });
    return {
      key,
      verdicts: verdicts as Readonly<Record<string, string>>,
      says: JSON.stringify([verdicts, score.interval]),
    };
  });
};

describe('what else of a rubric', () => {
  const groups = [{ id: 'g', label: 'G' }];
  const grouped = ['a', 'b', 'c'].map((id) => ({ id, label: id, weight: 1, group: 'g' }));

  test('every criterion of a counted group decides that takes another past the count', () => {
    // [no, yes, no] scores 0 and [yes, yes, no] scores 1, and so for each of the three.
    const scoring = { kind: 'count-groups', rule: { kind: 'count', atLeast: 2, level: 'yes' } } as const;
    expect(codes(rubricOf({}, {}, { groups, criteria: grouped, scoring }))).toEqual([]);
    const all = { kind: 'count-groups', rule: { kind: 'count', atLeast: 4, level: 'yes' } } as const;
    // Four of three never hold: the score is 0 whatever is rated.
    expect(codes(rubricOf({}, {}, { groups, criteria: grouped, scoring: all }))).toEqual([
      'dead-criterion criteria.0',
      'dead-criterion criteria.1',
      'dead-criterion criteria.2',
    ]);
  });

  test('201 equal weights are one warning', () => {
    const criteria = Array.from({ length: 201 }, (_, at) => ({ id: `c${at}`, label: `C${at}`, weight: 1 }));
    // 1/201 is 0.4975 %.
    const issues = checkRubric(rubricOf({}, {}, { criteria, scoring: { kind: 'weighted-mean', from: 'lowest' } }));
    expect(issues.map(({ code }) => code)).toEqual(['weightless-criterion']);
    expect(issues[0]?.message).toBe('“C0” weighs 1 of 201, which rounds to 0 %; so do 200 others.');
  });

  test('a gap between bands is one only where a score can lie in it', () => {
    const band = (id: string, from: number, below?: number) => ({
      id,
      label: id,
      from: fraction(from, 10),
      ...(below !== undefined && { below: fraction(below, 10) }),
    });
    const mean = { kind: 'weighted-mean', from: 'lowest' } as const;
    const of = (policy: Policy, ...bands: ReturnType<typeof band>[]) =>
      codes(rubricOf({ a: policy, b: undefined, c: undefined, d: undefined }, {}, { scoring: mean, bands }));
    // Four equal weights score 0, 1/4, 1/2, 3/4 and 1: none lies from 0.3 up to but without 0.4.
    expect(of(undefined, band('low', 0, 3), band('high', 4))).toEqual([]);
    expect(of(undefined, band('low', 0, 2), band('high', 4))).toEqual(['band-gap bands.0']);
    // Three that apply score 1/3 as well.
    expect(of('waived', band('low', 0, 3), band('high', 4))).toEqual(['band-gap bands.0']);
    // Nothing scores above 1, and 3/4 lies in both of the last two.
    expect(of(undefined, band('low', 0, 8), band('high', 6))).toEqual(['band-overlap bands.1']);
    expect(of(undefined, band('low', 0, 8), band('high', 8, 11))).toEqual([]);
    const [gap] = checkRubric(
      rubricOf(
        { a: 'waived', b: undefined, c: undefined, d: undefined },
        {},
        { scoring: mean, bands: [band('low', 0, 3), band('high', 4)] },
      ),
    );
    const { score } = evaluate(
      rubricOf({ a: 'waived', b: undefined, c: undefined, d: undefined }, {}, { scoring: mean }),
      gap!.reproduction!,
    );
    expect(score.kind === 'scored' && score.value).toMatchObject({ numerator: 1, denominator: 3 });
  });

  test('an outcome that nothing is needed for, and two of one rule', () => {
    const rubric = rubricOf(
      { a: undefined, b: undefined },
      {
        begun: { kind: 'every', level: 'no' },
        both: { kind: 'every', level: 'yes' },
        // Both of two, said otherwise.
        two: { kind: 'any', rules: [{ kind: 'count', atLeast: 2, level: 'yes' }] },
      },
    );
    expect(codes(rubric)).toEqual(['nothing-needed outcomes.0', 'same-outcome outcomes.2']);
    expect(evaluate(rubric, { ratings: {} }).verdicts['begun']).toBe('met');
  });

  test('a fact that no rule asks, and one that decides nothing', () => {
    const facts = [
      { id: 'visited', label: 'a visit was made' },
      { id: 'insured', label: 'there is an insurance' },
    ];
    const rule: Rule = {
      kind: 'any',
      rules: [yes('a'), { kind: 'all', rules: [yes('a'), { kind: 'attested', fact: 'visited' }] }],
    };
    expect(codes(rubricOf({ a: undefined }, { done: rule }, { facts }))).toEqual([
      'idle-fact facts.0',
      'idle-fact facts.1',
    ]);
    const asked: Rule = { kind: 'all', rules: [yes('a'), { kind: 'attested', fact: 'visited' }] };
    expect(codes(rubricOf({ a: undefined }, { done: asked }, { facts }))).toEqual(['idle-fact facts.1']);
  });

  test('branches that no assessment takes, also one inside another, and parts that never hold', () => {
    const inner: Rule = { kind: 'when-count', fewerThan: 3, then: yes('a'), otherwise: yes('b') };
    const outer: Rule = { kind: 'when-count', fewerThan: 3, then: inner, otherwise: { kind: 'every', level: 'yes' } };
    const rubric = rubricOf({ a: 'waived', b: 'waived', c: 'waived' }, { done: outer });
    // Where fewer than three apply there are not three.
    expect(codes(rubric)).toEqual(['idle-branch outcomes.0.rule.then.otherwise']);
    const four: Rule = { kind: 'any', rules: [yes('a'), { kind: 'count', atLeast: 4, level: 'yes' }] };
    expect(codes(rubricOf({ a: undefined, b: undefined }, { done: four }))).toEqual([
      'dead-criterion criteria.1',
      'idle-part outcomes.0.rule.rules.1',
    ]);
  });

  test('a worked example whose verdict or score is not what the rubric says', () => {
    const examples = [
      {
        title: 'one of two',
        ratings: { a: 'yes', b: 'no' },
        expect: { outcomes: { half: 'met' }, score: fraction(1, 2) },
      },
      { title: 'none', ratings: { a: 'no', b: 'no' }, expect: { outcomes: { half: 'met' }, score: fraction(1, 3) } },
      { title: 'nothing yet', ratings: {}, expect: { outcomes: { half: 'undecided' }, score: fraction(0) } },
    ] as const;
    const scoring = { kind: 'weighted-mean', from: 'lowest' } as const;
    const half: Rule = { kind: 'score', atLeast: fraction(1, 2) };
    const rubric = rubricOf({ a: undefined, b: undefined }, { half }, { scoring, examples });
    expect(codes(rubric)).toEqual([
      'wrong-example examples.1.expect.outcomes.half',
      'wrong-example examples.1.expect.score',
      'wrong-example examples.2.expect.score',
    ]);
    expect(checkRubric(rubric)[0]?.message).toBe('The example “none” expects “half” to be met; it is not-yet-met.');
  });

  test('a mean from zero over scales of differing floors', () => {
    const own = {
      id: 'own',
      label: 'Own',
      levels: [
        { id: 'good', label: 'Good', points: 1 },
        { id: 'best', label: 'Best', points: 2 },
      ],
    };
    const with63 = (kind: 'weighted-mean' | 'mean-of-groups', from: 'lowest' | 'zero', scaleOfB?: Rubric['scale']) =>
      rubricOf(
        {},
        {},
        {
          groups,
          criteria: [
            { id: 'a', label: 'A', weight: 1, group: 'g' },
            { id: 'b', label: 'B', weight: 1, group: 'g', ...(scaleOfB && { scale: scaleOfB }) },
          ],
          scoring: { kind, from },
        },
      );
    const [issue] = checkRubric(with63('weighted-mean', 'zero', own));
    expect(issue).toMatchObject({
      code: 'value-outside-interval',
      severity: 'warning',
      reproduction: { ratings: { a: 'no' } },
    });
    // a alone at its lowest is 0, while b is worth at least 1/2: of both together at least 1/4.
    const { score } = evaluate(with63('weighted-mean', 'zero', own), issue!.reproduction!);
    expect(score).toMatchObject({ value: { decimal: 0 }, interval: { least: { decimal: 0.25 } } });
    expect(codes(with63('mean-of-groups', 'zero', own))).toEqual(['value-outside-interval scoring.from']);
    expect(codes(with63('weighted-mean', 'lowest', own))).toEqual([]);
    expect(codes(with63('weighted-mean', 'zero'))).toEqual([]);
  });

  test('points that stand still are one info for the scale, unless a rule tells the levels apart', () => {
    const scale = {
      id: 'still',
      label: 'Still',
      levels: [
        { id: 'no', label: 'No', points: 0 },
        { id: 'half', label: 'Half', points: 1 },
        { id: 'yes', label: 'Yes', points: 1 },
      ],
    };
    const scoring = { kind: 'sum' } as const;
    expect(codes(rubricOf({ a: undefined, b: undefined }, {}, { scale, scoring }))).toEqual([
      'dead-level scale.levels',
    ]);
    expect(codes(rubricOf({ a: undefined, b: undefined }, { done: yes('a') }, { scale, scoring }))).toEqual([]);
    expect(codes(rubricOf({ a: undefined, b: undefined }, { done: yes('a') }, { scale }))).toEqual([
      'dead-criterion criteria.1',
    ]);
  });

  test('refuses an option that there is not', () => {
    expect(() => checkRubric(smallRubric, { limits: 5 } as object)).toThrow(
      'checkRubric: options has no “limits”; is it “limit”?',
    );
    expect(() => checkRubric(smallRubric, { limit: 0.5 })).toThrow(
      'checkRubric: limit is 0.5; it is a whole number from 1',
    );
  });
});

describe('the work of a check', () => {
  /** So many criteria with uneven weights, in nested rules that name them all, some of them waived. */
  const large = (n: number): Rubric => {
    const names = Array.from({ length: n }, (_, at) => `c${at}`);
    const half = { criteria: names.filter((_, at) => at % 2 === 0) };
    const nested: Rule = {
      kind: 'any',
      rules: [
        {
          kind: 'all',
          rules: [
            { kind: 'count', atLeast: Math.ceil(n / 3), level: 'yes' },
            { kind: 'some', level: 'yes', of: half },
          ],
        },
        {
          kind: 'when-count',
          fewerThan: n,
          then: { kind: 'share', numerator: 2, denominator: 3, level: 'yes' },
          otherwise: { kind: 'every', level: 'yes', of: half },
        },
        { kind: 'all', rules: [{ kind: 'score', atLeast: fraction(7, 10) }, yes('c1')] },
      ],
    };
    return rubricOf(
      {},
      { low: { kind: 'score', atLeast: fraction(1, 2) }, high: { kind: 'score', atLeast: fraction(7, 10) }, nested },
      {
        criteria: names.map((id, at) => ({
          id,
          label: id,
          weight: 1 + ((at * 37) % 90),
          ...(at % 5 === 0 && { notApplicable: 'waived' as const }),
        })),
        scoring: { kind: 'weighted-mean', from: 'lowest' },
      },
    );
  };

  /** The rubric, and how often something in it was read so far. */
  const counting = (rubric: Rubric): { readonly rubric: Rubric; readonly reads: () => number } => {
    let reads = 0;
    const watch = <T>(value: T): T =>
      typeof value === 'object' && value !== null
        ? (new Proxy(value, {
            get: (target, key) => {
              reads++;
              return watch(Reflect.get(target, key) as unknown);
            },
          }) as T)
        : value;
    return { rubric: watch(rubric), reads: () => reads };
  };

  test('reads a rubric in proportion to its size, where nothing is searched', () => {
    const reads = [50, 100, 200, 400].map((n) => {
      const counted = counting(large(n));
      checkRubric(counted.rubric, { limit: 1 });
      return counted.reads();
    });
    // Twice the criteria are twice the reads, and some that do not grow.
    for (const [at, count] of reads.entries()) if (at > 0) expect(count / reads[at - 1]!).toBeLessThan(2.2);
  });

  test('searches no further than its bound, and says what it did not settle', () => {
    for (const n of [50, 100, 200, 400]) {
      const search = new RubricSearch(stateSpace(large(n)), 200_000);
      outcomeIssues(search);
      criterionIssues(search);
      expect(search.work.done).toBeLessThanOrEqual(200_000);
    }
    const [issue, ...more] = checkRubric(large(100), { limit: 20_000 }).filter(({ code }) => code === 'not-proved');
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ severity: 'info', path: [] });
    expect(issue?.message).toContain('Not settled within the bound of 20000');
    expect(checkRubric(large(100), { limit: 20_000 })).toEqual(checkRubric(large(100), { limit: 20_000 }));
  });

  test('tells what follows from the shapes of rules without a search: of 1,000 uneven weights no sums are gone through', () => {
    const search = new RubricSearch(stateSpace(large(1_000)), 3_000_000);
    // 7/10 of the way up is at least 1/2 of it, whatever applies.
    expect(search.parts(search.outcome(1, 'lowest'), search.outcome(0, 'lowest')).kind).toBe('none');
    expect(search.work.done).toBeLessThan(10_000);
    // And something between the two is found by lowering the best.
    expect(search.parts(search.outcome(0, 'lowest'), search.outcome(1, 'lowest')).kind).toBe('found');
  });

  test('judges each outcome once, however many lean on it', () => {
    const chain = (k: number): Rubric =>
      rubricOf(
        { a: undefined },
        Object.fromEntries(
          Array.from({ length: k }, (_, at): [string, Rule] => {
            const before: Rule = { kind: 'achieves', outcome: `o${at - 1}` };
            return [`o${at}`, at === 0 ? yes('a') : { kind: 'all', rules: [before, before] }];
          }),
        ),
      );
    // Each is the one before: 2^40 ways lead from the last to the first, and all of them are one.
    const search = new RubricSearch(stateSpace(chain(40)), 1_000_000);
    const { issues } = outcomeIssues(search);
    expect(issues.map(({ code }) => code)).toEqual(Array.from({ length: 39 }, () => 'same-outcome'));
    expect(search.circuit.nodes.length).toBeLessThan(2 * 40 + 2);
  });

  test('tells at most 200 pairs of outcomes out of order, and that there may be more', () => {
    const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const policies = Object.fromEntries(names.map((id) => [id, undefined]));
    // 30 outcomes that have nothing to do with one another: 30 · 29 / 2 = 435 pairs.
    const issues = checkRubric(rubricOf(policies, Object.fromEntries(names.map((id) => [`of-${id}`, yes(id)]))));
    expect(issues.filter(({ code }) => code === 'outcome-order').length).toBe(200);
    expect(issues.at(-1)).toMatchObject({ code: 'not-proved' });
  });

  test('tells of a branch that is never taken, and not again of what stands inside it', () => {
    const inner: Rule = { kind: 'when-count', fewerThan: 2, then: yes('a'), otherwise: yes('b') };
    const outer: Rule = { kind: 'when-count', fewerThan: 2, then: inner, otherwise: { kind: 'every', level: 'yes' } };
    expect(codes(rubricOf({ a: undefined, b: undefined }, { done: outer }))).toEqual([
      'idle-branch outcomes.0.rule.then',
    ]);
  });
});

test('a rubric that somebody could change is read once, however much is asked of it', () => {
  const readsWith = (examples: number): number => {
    let reads = 0;
    const { scoring, ...rest } = smallRubric;
    const ratings = {};
    const rubric = {
      ...rest,
      examples: Array.from({ length: examples }, (_, at) => ({ title: `Example ${at}`, ratings, expect: {} })),
      get scoring() {
        reads++;
        return scoring;
      },
    } as unknown as Rubric;
    checkRubric(rubric);
    return reads;
  };
  expect(readsWith(8)).toBe(readsWith(1));
});
