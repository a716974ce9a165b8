import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadershipRoles } from '../../../src/award/index.js';
import { stemNationAwardFramework } from '../../../src/data/frameworks/stem-nation-award.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import type { RoleAssignment } from '../../../src/model/awards/role-assignment.js';
import { roleAssignmentSchema } from '../../../src/model/index.js';

const indicators = ['i', 'j', 'k', 'l'].map((id) => ({ id, label: id.toUpperCase() }));

const staff = { id: 'co-ordinator', label: 'Co-ordinator', heldBy: 'staff' } as const;
const leaders = { id: 'young-leaders', label: 'Young leaders', heldBy: 'learners' } as const;

const person = (label: string, own: readonly string[], more: Partial<RoleAssignment> = {}): RoleAssignment => ({
  role: staff,
  holder: { kind: 'person', label },
  indicators: own,
  ...more,
});

describe('who does what', () => {
  const who = leadershipRoles(indicators, [
    person('Reid', ['i', 'j', 'k']),
    person('Shaw', ['i']),
    person('P6', ['k'], { role: leaders, holder: { kind: 'group', label: 'P6' } }),
  ]);

  test('is listed for each indicator, and those with nobody by themselves', () => {
    expect(who.indicators.map(({ holders }) => holders.map(({ holder }) => holder.label))).toEqual([
      ['Reid', 'Shaw'],
      ['Reid'],
      ['Reid', 'P6'],
      [],
    ]);
    expect(who.withNobody).toEqual(['l']);
  });

  test('is listed for each holder, most first', () => {
    expect(who.holders).toEqual([
      { holder: { kind: 'person', label: 'Reid' }, roles: ['Co-ordinator'], indicators: ['i', 'j', 'k'] },
      { holder: { kind: 'group', label: 'P6' }, roles: ['Young leaders'], indicators: ['k'] },
      { holder: { kind: 'person', label: 'Shaw' }, roles: ['Co-ordinator'], indicators: ['i'] },
    ]);
  });

  test('is as concentrated as the index of Herfindahl and Hirschman says', () => {
    // Shares 3/5, 1/5, 1/5: (9 + 1 + 1)/25 = 11/25, against 1/3 for three alike.
    expect(who.concentration).toMatchObject({
      index: 'herfindahl-hirschman',
      value: { numerator: 11, denominator: 25, decimal: 0.44 },
      least: { numerator: 1, denominator: 3 },
      equivalentHolders: { numerator: 25, denominator: 11 },
      most: [{ kind: 'person', label: 'Reid' }],
    });
    expect(who.concentration?.message).toBe(
      '3 holders look after 5 places in all; “Reid” after 3. The Herfindahl–Hirschman index is 11/25, as with 25/11 equal holders.',
    );
  });

  test('tells where learners hold roles', () => {
    expect(who.learners).toEqual({
      roles: ['Young leaders'],
      indicators: ['k'],
      message: 'Learners hold “Young leaders”, for 1 indicator.',
    });
    expect(leadershipRoles(indicators, [person('Reid', ['i'])]).learners.message).toBe(
      'No role is held by learners yet.',
    );
    const elsewhere = leadershipRoles(indicators, [person('P6', ['x'], { role: leaders })]);
    expect(elsewhere.learners.message).toBe('Learners hold “Young leaders”, for none of these indicators.');
  });
});

describe('concentration', () => {
  test('is 1 for one holder, and absent for none', () => {
    expect(leadershipRoles(indicators, [person('Reid', ['i', 'j'])]).concentration?.value).toEqual({
      numerator: 1,
      denominator: 1,
      decimal: 1,
    });
    expect(leadershipRoles(indicators, [])).not.toHaveProperty('concentration');
    expect(leadershipRoles(indicators, [person('Reid', ['x'])])).not.toHaveProperty('concentration');
  });

  test('counts an indicator once for a holder, in however many roles', () => {
    const champion = { id: 'champion', label: 'Champion', heldBy: 'staff' } as const;
    const twice = leadershipRoles(indicators, [
      person('Reid', ['i', 'j']),
      person('Reid', ['j'], { role: champion }),
      person('Shaw', ['k', 'l']),
    ]);
    expect(twice.concentration?.value).toMatchObject({ numerator: 1, denominator: 2 });
    expect(twice.concentration?.most).toHaveLength(2);
    expect(twice.holders[0]?.roles).toEqual(['Co-ordinator', 'Champion']);
  });

  test('takes a person and a group of one name for two holders', () => {
    const two = leadershipRoles(indicators, [
      person('P6', ['i']),
      person('P6', ['j'], { holder: { kind: 'group', label: 'P6' } }),
    ]);
    expect(two.holders).toHaveLength(2);
  });

  test('lies between 1/n and 1, is the sum of squared shares, and no order changes it', () => {
    const some = fc.array(
      fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.subarray(['i', 'j', 'k', 'l'], { minLength: 1 })),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(some, (list) => {
        const assignments = list.map(([name, own]) => person(name, own));
        const { concentration } = leadershipRoles(indicators, assignments);
        const loads = ['A', 'B', 'C', 'D']
          .map((name) => new Set(list.filter(([one]) => one === name).flatMap(([, own]) => own)).size)
          .filter((load) => load > 0);
        const total = loads.reduce((sum, load) => sum + load, 0);
        const index = loads.reduce((sum, load) => sum + (load / total) ** 2, 0);
        expect(concentration?.value.decimal).toBeCloseTo(index, 12);
        expect(concentration!.value.decimal).toBeGreaterThanOrEqual(concentration!.least.decimal - 1e-12);
        expect(concentration!.value.decimal).toBeLessThanOrEqual(1);
        expect(leadershipRoles(indicators, [...assignments].reverse()).concentration).toEqual(concentration);
      }),
    );
  });
});

describe('indicators come from', () => {
  test('a rubric, a framework, or one element and sector of it', () => {
    expect(leadershipRoles(stemNationLeadership, []).withNobody).toHaveLength(7);
    expect(leadershipRoles(stemNationAwardFramework, [], { element: 'leadership' }).withNobody).toHaveLength(7);
    expect(
      leadershipRoles(stemNationAwardFramework, [], { element: 'family-community', sector: 'primary' }).withNobody,
    ).toHaveLength(5);
    expect(
      leadershipRoles(stemNationAwardFramework, [], { element: 'family-community', sector: 'cld' }).withNobody,
    ).toHaveLength(7);
  });

  test('no element that is not there, and none of a rubric', () => {
    expect(() => leadershipRoles(stemNationAwardFramework, [], { element: 'leader-ship' })).toThrow(
      'is it “leadership”?',
    );
    expect(() => leadershipRoles(stemNationLeadership, [], { element: 'leadership' })).toThrow(RangeError);
  });

  test('an unknown indicator is reported', () => {
    const { issues } = leadershipRoles(stemNationLeadership, [person('Reid', ['use-of-dat'])]);
    expect(issues).toMatchObject([{ code: 'unknown-indicator', path: ['assignments', 0, 'indicators', 0] }]);
    expect(issues[0]?.message).toContain('is it “use-of-data”?');
  });
});

test('a role id means one role', () => {
  const other = { ...staff, label: 'Somebody else' };
  expect(() => leadershipRoles(indicators, [person('Reid', ['i']), person('Shaw', ['i'], { role: other })])).toThrow(
    'the role “co-ordinator” is both “Co-ordinator” (staff) and “Somebody else” (staff)',
  );
});

test('a role assignment from outside is checked', () => {
  expect(roleAssignmentSchema.safeParse(person('Reid', ['i'])).success).toBe(true);
  expect(roleAssignmentSchema.safeParse(person('  ', ['i'])).success).toBe(false);
  expect(roleAssignmentSchema.safeParse(person('Reid', [])).success).toBe(false);
});
