import { describe, expect, test } from 'vitest';
import { defineRubric, defineScale } from '../../src/model/define.js';
import { english } from '../../src/messages/english.js';
import { evaluate } from '../../src/evaluation/verdict/evaluate.js';
import { french } from '../../src/messages/french.js';
import type { Messages } from '../../src/model/messages/messages.js';
import { nextSteps } from '../../src/evaluation/advice/next-steps.js';
import { ncStemAttributes2012 } from '../../src/data/rubrics/nc-stem-attributes-2012.js';
import { psqm } from '../../src/data/rubrics/psqm.js';

const scale = defineScale({
  id: 'three',
  label: 'Three',
  levels: [
    { id: 'weak', label: 'Weak' },
    { id: 'good', label: 'Good' },
    { id: 'best', label: 'Best' },
  ],
});

describe('a sentence says who is to do what', () => {
  test('an empty sheet is one sentence, not a list of all its criteria', () => {
    const steps = nextSteps(psqm, { ratings: {} }, { to: 'psqm' });
    expect(steps).toMatchObject({ message: 'Nothing is rated yet. Begin with rating the 13 criteria.' });
  });

  test('a fact that is known not to hold is not to be attested', () => {
    const { outcomes } = evaluate(psqm, { ratings: {}, facts: { 'impact-on-other-schools': false } });
    expect(outcomes.at(-1)?.missing.map(({ message }) => message)).toEqual([
      'There is no evidence of an impact on other schools; it is needed.',
    ]);
  });

  test('a branch by the number of criteria says what holds on both sides of it', () => {
    const attribute = evaluate(ncStemAttributes2012, { ratings: {} }).outcomes[0]?.finding.findings?.[0];
    const said = JSON.stringify(attribute);
    expect(said).toContain(
      'Five criteria apply here; with fewer than four, all of them would have to be at “Prepared”; with four or more, ',
    );
  });

  test('a rule on groups says what is asked in each, with the word the rubric has for a group', () => {
    const rubric = defineRubric({
      id: 'benchmarks',
      version: '1.0.0',
      label: 'Benchmarks',
      scale,
      groupWord: { one: 'benchmark', many: 'benchmarks' },
      groups: [
        { id: 'one', label: 'One' },
        { id: 'two', label: 'Two' },
        { id: 'three', label: 'Three' },
      ],
      criteria: [
        { id: 'a', label: 'A', weight: 1, group: 'one' },
        { id: 'b', label: 'B', weight: 1, group: 'two' },
        { id: 'c', label: 'C', weight: 1, group: 'three' },
      ],
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'all',
          label: 'All',
          origin: 'project',
          rule: { kind: 'count-groups', atLeast: 3, rule: { kind: 'every', level: 'best' } },
        },
      ],
      notice: 'A test.',
    });
    // One group is there, one is short and one is open: two at most can be.
    const { outcomes } = evaluate(rubric, { ratings: { a: 'best', b: 'weak' } });
    expect(outcomes[0]?.finding.message).toBe(
      'In at least 3 of 3 benchmarks every criterion must be at “Best”: so far in 1, and in 2 at most.',
    );
  });

  test('the lowest of some criteria is named with its level', () => {
    const rubric = defineRubric({
      id: 'reference',
      version: '1.0.0',
      label: 'Reference',
      scale,
      criteria: [
        { id: 'x', label: 'X', weight: 1, tags: ['reference'] },
        { id: 'y', label: 'Y', weight: 1, tags: ['reference'] },
      ],
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'sound',
          label: 'Sound',
          origin: 'project',
          rule: { kind: 'minimum', of: { tag: 'reference' }, level: 'good' },
        },
      ],
      notice: 'A test.',
    });
    const { outcomes } = evaluate(rubric, { ratings: { x: 'weak', y: 'good' } });
    expect(outcomes[0]?.finding.message).toBe(
      'The lowest of the reference criteria must be at “Good” or better: “X” is at “Weak”.',
    );
  });

  test('conditions that depend on how many apply are told apart from the next one', () => {
    expect(evaluate(ncStemAttributes2012, { ratings: {} }).outcomes[0]?.finding.message).toBe(
      'In every attribute every criterion must be at “Prepared” or better where fewer than four apply, otherwise at least three in four ' +
        'of the criteria must be at “Prepared” or better; and every criterion must be at “Developing” or better: so far in none, and 11 are still open.',
    );
  });

  test('a group’s sentence stands under its label, as the language writes it', () => {
    const told = (messages: Messages) =>
      evaluate(ncStemAttributes2012, { ratings: {} }, { messages }).outcomes[0]?.finding.findings[0]?.message;
    expect(told(english)).toMatch(/^1\. [^:]+: All of these must hold/u);
    expect(told(french)).toMatch(/^1\. [^:]+ : Toutes ces conditions doivent être remplies/u);
  });

  test('more groups than there are, and evidence for one criterion', () => {
    const rubric = defineRubric({
      id: 'few',
      version: '1.0.0',
      label: 'Few',
      scale,
      groups: [{ id: 'one', label: 'One' }],
      criteria: [{ id: 'a', label: 'A', weight: 1, group: 'one' }],
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'two-groups',
          label: 'Two groups',
          origin: 'project',
          rule: { kind: 'count-groups', atLeast: 2, rule: { kind: 'every', level: 'best' } },
        },
        {
          id: 'shown',
          label: 'Shown',
          origin: 'project',
          rule: { kind: 'evidence', atLeast: 2, of: { criteria: ['a'] } },
        },
      ],
      notice: 'A test.',
    });
    expect(evaluate(rubric, { ratings: { a: 'best' } }).outcomes.map(({ finding }) => finding.message)).toEqual([
      'In at least 2 groups every criterion must be at “Best”: so far in 1.',
      'At least 2 items of evidence are needed for “A”; there are fewer so far.',
    ]);
  });
});
