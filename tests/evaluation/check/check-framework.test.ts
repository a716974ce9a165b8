import { describe, expect, test } from 'vitest';
import { checkFramework, type DatedFramework } from '../../../src/evaluation/index.js';

const framework: DatedFramework & { readonly supersedes?: unknown } = {
  id: 'reading',
  edition: '2',
  label: 'Reading award',
  effectiveFrom: '2024-03-01',
  effectiveTo: '2027-02-28',
  supersededBy: { id: 'reading-3', edition: '3', from: '2027-03-01' },
  sources: [{ title: 'Guidance', url: 'https://example.org/reading', read: '2026-02-28' }],
};
const codes = (
  on: string,
  changes: Partial<DatedFramework> & { readonly supersedes?: unknown } = {},
  readWithinMonths?: number,
) => checkFramework({ ...framework, ...changes }, { on, readWithinMonths }).map(({ code }) => code);

describe('an edition', () => {
  test.each([
    // In force from the first day to the last; its successor from the day after.
    ['2024-02-29', ['not-yet-in-force']],
    ['2024-03-01', []],
    ['2027-02-28', []],
    ['2027-03-01', ['superseded', 'no-longer-in-force', 'read-long-ago']],
  ])('used on %s gives %j', (on, expected) => {
    expect(codes(on)).toEqual(expected);
  });

  test('whose successor has no day is superseded from its own first day on, and the message says that the day is not known', () => {
    const supersededBy = { id: 'reading-3', edition: '3' };
    expect(codes('2024-02-29', { supersededBy })).toEqual(['not-yet-in-force']);
    expect(codes('2024-03-01', { supersededBy })).toEqual(['superseded']);
    expect(codes('1999-12-31', { supersededBy, effectiveFrom: undefined })).toEqual(['superseded']);
    expect(checkFramework({ ...framework, supersededBy }, { on: '2024-03-01' })[0]?.message).toBe(
      'Reading award, edition 2, is superseded by edition 3 (“reading-3”); since which day is not known.',
    );
    expect(codes('2024-03-01', { supersededBy: undefined })).toEqual([]);
  });

  test('may say what it follows and not what follows it: neither name is taken for a misspelling of the other', () => {
    const first = { supersedes: { id: 'reading-1', edition: '1' }, supersededBy: undefined };
    expect(codes('2024-03-01', first)).toEqual([]);
    expect(() => codes('2024-03-01', { supersedes: { id: 'reading-1' } })).toThrow(/supersedes\.edition/u);
    const { supersededBy, ...rest } = framework;
    expect(() =>
      checkFramework({ ...rest, supersededby: supersededBy } as DatedFramework, { on: '2024-03-01' }),
    ).toThrow(/supersededBy/u);
  });
});

describe('a source', () => {
  test.each([
    // Read on 28 February 2026: twelve months are over on 1 March 2027, one month on 29 March 2026.
    ['2026-03-28', 1, []],
    ['2026-03-29', 1, ['read-long-ago']],
    ['2027-02-28', 12, []],
    // On the last of March one month back is 1 March, since February has no such day.
    ['2026-03-31', 1, ['read-long-ago']],
    // A hundred years back from here lies before all dates.
    ['0050-05-01', 1200, ['not-yet-in-force']],
  ])('is looked at on %s, with %i months: %j', (on, months, expected) => {
    expect(codes(on, {}, months)).toEqual(expected);
  });

  test('is named with the day it was read and what to do', () => {
    const [issue] = checkFramework(
      { ...framework, supersededBy: undefined },
      { on: '2027-01-01', readWithinMonths: 6 },
    );
    expect(issue).toMatchObject({ path: ['sources', 0, 'read'], severity: 'warning' });
    expect(issue?.message).toContain('“Guidance” was read on 2026-02-28');
    expect(issue?.hint).toBe('Read the source again and bring the record up to date.');
  });
});

test.each([
  [{ on: '2026-13-01' }, /2026-13-01/u],
  [{ on: '2026-01-01', readWithinMonth: 3 }, /readWithinMonths/u],
  [{ on: '2026-01-01', readWithinMonths: 0 }, /readWithinMonths/u],
  [{}, /on/u],
])('the options %j are refused', (options, message) => {
  expect(() => checkFramework(framework, options as never)).toThrow(message);
});
