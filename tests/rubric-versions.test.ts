import { describe, expect, test } from 'vitest';
import { diffRubrics } from '../src/evaluation/index.js';
import type { Rubric } from '../src/model/index.js';
import { smallRubric } from './support/small-rubric.js';

interface Script {
  readonly bumped: (version: string, bump: string) => string;
  readonly versionFaults: (
    released: Readonly<Record<string, Rubric>>,
    rubrics: Readonly<Record<string, Rubric>>,
    diff: typeof diffRubrics,
  ) => readonly string[];
}
const script = '../scripts/rubric-versions.mjs';
const { bumped, versionFaults } = (await import(script)) as Script;

test.each([
  ['none', '1.2.3'],
  ['patch', '1.2.4'],
  ['minor', '1.3.0'],
  ['major', '2.0.0'],
])('a bump of %s takes 1.2.3 to %s', (bump, least) => expect(bumped('1.2.3', bump)).toBe(least));

describe('the version of a contributed rubric', () => {
  const faults = (change: Partial<Rubric>) =>
    versionFaults({ small: smallRubric }, { small: { ...smallRubric, ...change } }, diffRubrics);

  test('may stand still while nothing changes, and is free while nothing was released', () => {
    expect(faults({})).toEqual([]);
    expect(versionFaults({}, { small: smallRubric }, diffRubrics)).toEqual([]);
  });

  test('must rise with what changes, and may rise further', () => {
    expect(faults({ label: 'Reworded' })[0]).toMatch(/^small 1\.0\.0: a patch change since 1\.0\.0 asks for 1\.0\.1/u);
    expect(faults({ label: 'Reworded', version: '1.0.1' })).toEqual([]);
    expect(faults({ label: 'Reworded', version: '2.0.0' })).toEqual([]);
  });

  test('is held to the assessment that shows a major change', () => {
    const outcomes = smallRubric.outcomes.slice(1);
    const [fault] = faults({ outcomes, version: '1.9.0' });
    expect(fault).toContain('asks for 2.0.0 or higher');
    expect(fault).toContain('breaking at outcomes.begun: the outcome “begun” is gone');
    expect(fault).toContain('shown by {"ratings":{}}');
  });

  test('never falls', () => expect(faults({ version: '0.9.0' })).toHaveLength(1));
});
