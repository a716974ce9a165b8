import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceGaps, type EvidenceGapsOptions } from '../../../src/award/index.js';
import { stemNationApplication } from '../../../src/data/applications/stem-nation-application.js';
import { stemNationAwardFramework } from '../../../src/data/frameworks/stem-nation-award.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import type { Evidence, EvidenceKind } from '../../../src/model/awards/evidence.js';
import { evidenceSchema } from '../../../src/model/index.js';
import { smallRubric } from '../../support/small-rubric.js';

const item = (id: string, supports: readonly string[], more: Partial<Evidence> = {}): Evidence => ({
  id,
  kind: 'plan',
  date: '2026-01-10',
  shows: 'Something',
  supports,
  ...more,
});

/** The gaps of one indicator as `gap: items`. */
const gapsOf = (evidence: readonly Evidence[], options: EvidenceGapsOptions = {}, indicator = 'plan') =>
  evidenceGaps(smallRubric, { evidence }, options)
    .indicators.find((row) => row.indicator === indicator)
    ?.gaps.map(({ gap, items }) => `${gap}: ${items.join(' ')}`);

const plain = { kinds: 1 };

describe('how much evidence there is', () => {
  test('none at all is said of each indicator', () => {
    const found = evidenceGaps(smallRubric, {});
    expect(found.indicators.map(({ indicator, gaps }) => [indicator, gaps.map(({ gap }) => gap)])).toEqual([
      ['plan', ['none']],
      ['team', ['none']],
      ['learner-voice', ['none']],
    ]);
    expect(found.indicators[0]?.gaps[0]?.message).toBe('There is no evidence for “A plan”.');
    expect(found.indicators[0]).not.toHaveProperty('newest');
    expect(found.asked).toEqual({ atLeast: 1, kinds: 2 });
  });

  test('fewer than asked are too little', () => {
    expect(gapsOf([item('one', ['plan'])], plain)).toEqual([]);
    expect(gapsOf([item('one', ['plan'])], { ...plain, atLeast: 2 })).toEqual(['too-little: one']);
    expect(gapsOf([item('one', ['plan']), item('two', ['plan'])], { ...plain, atLeast: 2 })).toEqual([]);
    const [gap] = evidenceGaps(smallRubric, { evidence: [item('one', ['plan'])] }, { ...plain, atLeast: 3 })
      .indicators[0]!.gaps;
    expect([gap?.message, gap?.hint]).toEqual(['“A plan” has 1 item of evidence; 3 are asked for.', 'Add 2 items.']);
  });

  test('an item counts for every indicator it supports, and that is said', () => {
    const found = evidenceGaps(
      smallRubric,
      { evidence: [item('one', ['learner-voice', 'plan']), item('two', ['team'])] },
      plain,
    );
    expect(found.indicators.map(({ evidence }) => evidence)).toEqual([['one'], ['two'], ['one']]);
    expect(found.reused).toEqual([{ evidence: 'one', indicators: ['plan', 'learner-voice'] }]);
  });

  test('an item listed twice is one item, the last of its entries', () => {
    const twice = [item('one', ['plan']), item('one', ['team'])];
    expect(gapsOf(twice, plain)).toEqual(['none: ']);
    expect(gapsOf(twice, plain, 'team')).toEqual([]);
    expect(evidenceGaps(smallRubric, { evidence: twice }, plain).issues).toMatchObject([
      { code: 'repeated-evidence', path: ['evidence', 1, 'id'] },
    ]);
  });

  test('of an item listed twice the last entry counts that is not dated later, and so it is said, whichever comes first', () => {
    const [now, later] = [item('one', ['plan'], { date: '2024-01-01' }), item('one', ['team'], { date: '2030-01-01' })];
    for (const entries of [
      [now, later],
      [later, now],
    ]) {
      const { issues } = evidenceGaps(smallRubric, { evidence: entries }, { ...plain, asOf: '2025-01-01' });
      expect(issues.map(({ message }) => message)).toContain(
        '“one” is listed more than once; the last entry dated up to 2025-01-01 counts.',
      );
      expect(gapsOf(entries, { ...plain, asOf: '2025-01-01' })).toEqual([]);
    }
  });

  test('nothing is asked where a criterion is not applicable', () => {
    const found = evidenceGaps(stemNationLeadership, { ratings: { 'core-team': { notApplicable: 'Two of us.' } } });
    const row = found.indicators.find(({ criterion }) => criterion === 'core-team');
    expect(row).toMatchObject({ notApplicable: 'Two of us.', gaps: [] });
    expect(found.indicators.filter(({ gaps }) => gaps.length > 0)).toHaveLength(6);
  });
});

describe('how old it is', () => {
  const from = (date: string) => [item('one', ['plan'], { date })];
  const within = (notOlderThan: EvidenceGapsOptions['notOlderThan'], asOf = '2026-03-31') => ({
    ...plain,
    asOf,
    notOlderThan,
  });

  test('exactly as old as allowed is not too old, a day more is', () => {
    expect(gapsOf(from('2026-03-01'), within({ days: 30 }))).toEqual([]);
    expect(gapsOf(from('2026-02-28'), within({ days: 30 }))).toEqual(['too-old: one']);
    // A month before 31 March is the last of February.
    expect(gapsOf(from('2026-02-28'), within({ months: 1 }))).toEqual([]);
    expect(gapsOf(from('2026-02-27'), within({ months: 1 }))).toEqual(['too-old: one']);
    expect(gapsOf(from('2024-03-31'), within({ years: 2 }))).toEqual([]);
    expect(gapsOf(from('2024-03-30'), within({ years: 2 }))).toEqual(['too-old: one']);
    expect(gapsOf(from('2026-03-31'), within({ days: 0 }))).toEqual([]);
  });

  test('old items are no gap where enough are in time', () => {
    const mixed = [item('old', ['plan'], { date: '2020-01-01' }), item('new', ['plan'])];
    expect(gapsOf(mixed, within({ years: 1 }))).toEqual([]);
    expect(gapsOf(mixed, { ...within({ years: 1 }), atLeast: 2 })).toEqual(['too-old: old']);
    expect(gapsOf(mixed, { ...within({ years: 1 }), atLeast: 3 })).toEqual(['too-little: old new', 'too-old: old']);
    const row = evidenceGaps(smallRubric, { evidence: mixed }, { ...within({ years: 1 }), atLeast: 2 }).indicators[0];
    expect(row).toMatchObject({ evidence: ['old', 'new'], inTime: ['new'], newest: '2026-01-10' });
    expect(row?.gaps[0]?.message).toBe('1 of 2 items for “A plan” is from before 2025-03-31.');
  });

  test('what is dated after the day is left aside and listed', () => {
    const found = evidenceGaps(smallRubric, { evidence: from('2026-04-01') }, within({ years: 1 }));
    expect(found.indicators[0]?.gaps.map(({ gap }) => gap)).toEqual(['none']);
    expect(found.issues).toMatchObject([{ code: 'later-evidence', path: ['evidence', 0, 'date'] }]);
    expect(gapsOf(from('2026-03-31'), within({ years: 1 }))).toEqual([]);
    expect(found.asked).toEqual({ atLeast: 1, kinds: 1, asOf: '2026-03-31', since: '2025-03-31' });
  });

  test('needs a day to look from, and whole numbers', () => {
    expect(() => gapsOf([], { notOlderThan: { days: 3 } })).toThrow('give asOf');
    expect(() => gapsOf([], within({ days: 1.5 }))).toThrow('notOlderThan.days is 1.5');
    expect(() => gapsOf([], within({ months: -1 }))).toThrow('notOlderThan.months is -1');
    expect(() => gapsOf([], { asOf: '2026-02-30' })).toThrow('evidenceGaps: asOf is');
    expect(() => gapsOf(from('2026-02-30'))).toThrow('2026-02-30');
    expect(() => gapsOf([], { atLeast: 0 })).toThrow('atLeast is 0; it is a whole number from 1');
    expect(() => gapsOf([], { kinds: 0.5 })).toThrow('kinds is 0.5; it is a whole number from 1');
  });
});

describe('how many kinds it is of', () => {
  test('one kind only is said, and the items that are too old do not count', () => {
    const two = [item('one', ['plan']), item('two', ['plan'], { kind: 'data', date: '2020-01-01' })];
    expect(gapsOf(two)).toEqual([]);
    expect(gapsOf([item('one', ['plan']), item('two', ['plan'])])).toEqual(['one-sided: one two']);
    expect(gapsOf(two, { asOf: '2026-03-31', notOlderThan: { years: 1 } })).toEqual(['one-sided: one']);
    expect(gapsOf(two, { kinds: 3 })).toEqual(['one-sided: one two']);
    const row = evidenceGaps(smallRubric, { evidence: two }, { kinds: 3 }).indicators[0];
    expect(row?.kinds).toEqual(['data', 'plan']);
    expect(row?.gaps[0]?.message).toBe('The evidence for “A plan” is of 2 kinds only: data and plan.');
    expect(row?.gaps[0]?.hint).toBe('Look for 1 more kind.');
  });

  test('nothing is said of kinds where all of it is too old', () => {
    const old = [item('one', ['plan'], { date: '2020-01-01' })];
    expect(gapsOf(old, { asOf: '2026-03-31', notOlderThan: { years: 1 } })).toEqual(['too-old: one']);
  });
});

describe('whether it may be shown', () => {
  const asking = { ...plain, permissions: stemNationApplication.permissions };
  const permissions = (kind: EvidenceKind, own?: Evidence['permissions']) =>
    gapsOf([item('one', ['plan'], { kind, permissions: own })], asking);

  test('what shows people needs a permission on record', () => {
    expect(permissions('photograph')).toEqual(['no-permission: one']);
    expect(permissions('recording')).toEqual(['no-permission: one']);
    expect(permissions('learner-voice')).toEqual(['no-permission: one']);
    expect(permissions('photograph', { consent: 'given' })).toEqual(['no-permission: one']);
    expect(permissions('photograph', { photographs: 'given' })).toEqual([]);
    expect(permissions('photograph', { photographs: 'not-needed' })).toEqual([]);
    expect(permissions('policy')).toEqual([]);
  });

  test('what was refused or not asked is said of any kind', () => {
    expect(permissions('policy', { personalData: 'refused' })).toEqual(['no-permission: one']);
    expect(permissions('policy', { personalData: 'not-asked' })).toEqual(['no-permission: one']);
    expect(permissions('policy', { personalData: 'given', consent: 'not-needed' })).toEqual([]);
  });

  test('which kinds need what is the caller’s to change', () => {
    const photograph = [item('one', ['plan'], { kind: 'photograph' })];
    expect(gapsOf(photograph, plain)).toEqual([]);
    expect(gapsOf(photograph, { ...plain, permissions: {} })).toEqual([]);
    expect(gapsOf([item('one', ['plan'])], { ...plain, permissions: { plan: ['personalData'] } })).toEqual([
      'no-permission: one',
    ]);
  });

  test('the words name each item and what is missing, and how much is left', () => {
    const evidence = [
      item('wall', ['plan'], { kind: 'photograph', permissions: { photographs: 'refused', consent: 'not-asked' } }),
      item('film', ['plan'], { kind: 'recording' }),
      item('paper', ['plan']),
    ];
    const [gap] = evidenceGaps(smallRubric, { evidence }, asking).indicators[0]!.gaps;
    expect(gap?.message).toBe(
      'For “A plan” no permission is on record for “wall” (consent not asked, permission for photographs refused) and ' +
        '“film” (permission for photographs not recorded); 1 of 3 items can be shown.',
    );
  });
});

describe('names', () => {
  test('an unknown indicator is reported with the nearest name', () => {
    const { issues } = evidenceGaps(smallRubric, { evidence: [item('one', ['plan', 'learner-voices'])] });
    expect(issues).toMatchObject([
      {
        code: 'unknown-indicator',
        path: ['evidence', 0, 'supports', 1],
        message: '“one” supports “learner-voices”, which is not an indicator here; is it “learner-voice”?',
      },
    ]);
  });

  test('an indicator of another element is known where the framework is', () => {
    const evidence = [item('one', ['use-of-data', 'tracking-and-support']), item('two', ['nothing-such'])];
    const issues = (framework?: typeof stemNationAwardFramework) =>
      evidenceGaps(stemNationLeadership, { evidence }, { framework }).issues.map(({ path }) => path.join('.'));
    expect(issues()).toEqual(['evidence.0.supports.1', 'evidence.1.supports.0']);
    expect(issues(stemNationAwardFramework)).toEqual(['evidence.1.supports.0']);
  });

  test('an assessment of another rubric or version is refused', () => {
    const of = (id: string, version: string) => () => evidenceGaps(smallRubric, { rubric: { id, version } });
    expect(of(smallRubric.id, smallRubric.version)).not.toThrow();
    expect(of('other', smallRubric.version)).toThrow('the assessment is of “other”');
    expect(of(smallRubric.id, '9.9.9')).toThrow(RangeError);
  });
});

test('the order of the evidence changes no gap, and what comes back is plain JSON', () => {
  const kinds: EvidenceKind[] = ['plan', 'data', 'photograph'];
  const some = fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      date: fc.constantFrom('2020-01-01', '2025-06-01', '2026-01-01'),
      supports: fc.subarray(['plan', 'team', 'learner-voice'], { minLength: 1 }),
    }),
    { maxLength: 6 },
  );
  const options = { asOf: '2026-03-31', notOlderThan: { years: 1 }, atLeast: 2 };
  fc.assert(
    fc.property(some, (list) => {
      const evidence = list.map(({ supports, ...more }, at) => item(`item-${at}`, supports, more));
      const after = evidenceGaps(smallRubric, { evidence }, options);
      const reversed = evidenceGaps(smallRubric, { evidence: [...evidence].reverse() }, options);
      after.indicators.forEach(({ gaps }, at) => {
        expect(gaps.map(({ gap }) => gap)).toEqual(reversed.indicators[at]?.gaps.map(({ gap }) => gap));
      });
      expect(JSON.parse(JSON.stringify(after))).toEqual(after);
    }),
  );
});

test('evidence may list whose voices it holds, and need not', () => {
  expect(evidenceSchema.safeParse(item('one', ['plan'])).success).toBe(true);
  expect(evidenceSchema.safeParse(item('one', ['plan'], { voices: ['parents', 'support-staff'] })).success).toBe(true);
  expect(evidenceSchema.safeParse({ ...item('one', ['plan']), voices: ['neighbours'] }).success).toBe(false);
});
