import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bump, diffRubrics, evaluate } from '../../../src/evaluation/index.js';
import type { Judgements, Rubric } from '../../../src/model/index.js';
import { assessmentSchemaFor, rubricSchema } from '../../../src/model/index.js';
import { runs, sized } from '../../support/runs.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

/** Three criteria in two groups, one that may be waived, two facts, bands, an obligation, and three outcomes. */
const older: Rubric = {
  id: 'clubs',
  version: '1.0.0',
  label: 'Clubs',
  notice: 'For tests.',
  framework: { id: 'clubs', edition: '1' },
  scale: threeLevels,
  groups: [
    { id: 'places', label: 'Places' },
    { id: 'people', label: 'People' },
  ],
  criteria: [
    { id: 'room', label: 'A room', weight: 1, group: 'places', tags: ['core', 'seen'] },
    { id: 'leader', label: 'A leader', weight: 2, group: 'people', notApplicable: 'waived' },
    { id: 'learners', label: 'Learners lead', weight: 1, group: 'people', tags: ['core'] },
  ],
  facts: [
    { id: 'visited', label: 'A visit' },
    { id: 'insured', label: 'Insurance' },
  ],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  bands: [
    { id: 'low', label: 'Low', from: { numerator: 0, denominator: 1 }, below: { numerator: 1, denominator: 2 } },
    { id: 'high', label: 'High', from: { numerator: 1, denominator: 2 } },
  ],
  outcomes: [
    { id: 'begun', label: 'Begun', origin: 'project', rule: { kind: 'every', level: 'middle', of: { tag: 'core' } } },
    {
      id: 'shown',
      label: 'Shown',
      origin: 'project',
      rule: { kind: 'evidence', atLeast: 1, of: { criteria: ['room'] } },
    },
    {
      id: 'secure',
      label: 'Secure',
      origin: 'project',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'at-least', criterion: 'leader', level: 'middle' },
          { kind: 'band', band: 'high' },
          { kind: 'attested', fact: 'visited' },
        ],
      },
    },
  ],
  obligations: [{ id: 'plan', label: 'A plan', when: { level: 'low' } }],
  priorities: { atMost: 2 },
};

type Change = Partial<Rubric>;
const criterion = (id: string, change: object): Change => ({
  criteria: older.criteria.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const outcome = (id: string, change: object): Change => ({
  outcomes: older.outcomes.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const scale = (levels: Rubric['scale']['levels']): Change => ({ scale: { ...threeLevels, levels } });
const [low, middle, high] = threeLevels.levels;
const [room, leader, learners] = older.criteria;
const [begun, shown, secure] = older.outcomes;

/** What the two say of an assessment, as far as the older has a say; a refusal by the newer says itself. */
const saidOf = (rubric: Rubric, assessment: Judgements<Rubric>) => {
  const full = {
    rubric: { id: rubric.id, version: rubric.version },
    kind: 'peer',
    setting: 'a-place',
    assessor: 'A. Peer',
    date: '2026-03-02',
    ...assessment,
  };
  if (!assessmentSchemaFor(rubric).safeParse(full).success) return 'not valid';
  const { verdicts, outcomes, score } = evaluate(rubric, assessment);
  const known = older.outcomes.map(({ id }) => id);
  const met = outcomes.filter((one) => one.verdict === 'met' && known.includes(one.outcome));
  return { verdicts: known.map((id) => verdicts[id]), achieved: met.at(-1)?.outcome, score };
};

describe('diffRubrics asks for', () => {
  const cases: readonly (readonly [Bump, string, Change])[] = [
    ['none', 'nothing but a new version', {}],
    ['patch', 'another label', { label: 'Science clubs' }],
    [
      'patch',
      'another notice, and sources',
      { notice: 'Ours.', sources: [{ title: 'A', url: 'https://example.org', read: '2026-01-01' }] },
    ],
    [
      'patch',
      'a level described',
      scale([{ ...low!, descriptor: 'Nothing yet.', alsoCalled: ['red'] }, middle!, high!]),
    ],
    ['patch', 'a criterion’s label and note', criterion('room', { label: 'Room', note: 'Any room.' })],
    ['patch', 'an outcome’s label and description', outcome('begun', { label: 'Started', description: 'Just so.' })],
    [
      'patch',
      'labels of groups, facts, bands and obligations',
      {
        groups: older.groups!.map((one) => ({ ...one, label: 'x' })),
        facts: older.facts!.map((one) => ({ ...one, label: 'x' })),
        bands: older.bands!.map((one) => ({ ...one, label: 'x' })),
        obligations: older.obligations!.map((one) => ({ ...one, label: 'x' })),
      },
    ],
    ['patch', 'a new example', { examples: [{ title: 'x', ratings: {}, expect: {} }] }],
    [
      'minor',
      'a new outcome',
      { outcomes: [...older.outcomes, { ...begun!, id: 'best', rule: { kind: 'every', level: 'high' } }] },
    ],
    ['minor', 'a new fact', { facts: [...older.facts!, { id: 'fed', label: 'Fed' }] }],
    [
      'minor',
      'a new obligation',
      { obligations: [...older.obligations!, { id: 'more', label: 'More', when: { level: 'middle' } }] },
    ],
    [
      'minor',
      'an obligation that asks at another level',
      { obligations: [{ ...older.obligations![0]!, when: { level: 'middle' } }] },
    ],
    ['minor', 'no obligations any more', { obligations: undefined }],
    ['minor', 'not applicable newly allowed', criterion('room', { notApplicable: 'allowed' })],
    ['minor', 'more priorities', { priorities: { atMost: 3 } }],
    ['minor', 'priorities without a limit', { priorities: undefined }],
    ['minor', 'another edition of the framework', { framework: { id: 'clubs', edition: '2' } }],
    ['minor', 'whose word an outcome is', outcome('begun', { origin: 'published' })],
    [
      'minor',
      'criteria, groups and facts in another order',
      {
        criteria: [learners!, room!, leader!],
        groups: [...older.groups!].reverse(),
        facts: [...older.facts!].reverse(),
      },
    ],
    ['minor', 'tags in another order', criterion('room', { tags: ['seen', 'core'] })],
    ['minor', 'a tag that no rule asks for', criterion('leader', { tags: ['spare'] })],
    [
      'minor',
      'a rule that says the same in other words',
      outcome('begun', { rule: { kind: 'minimum', level: 'middle', of: { criteria: ['room', 'learners'] } } }),
    ],
    [
      'minor',
      'how a level follows from a measurement',
      criterion('room', {
        measure: {
          kind: 'features',
          features: [{ id: 'table', label: 'A table' }],
          steps: [{ level: 'high', atLeast: 1 }],
        },
      }),
    ],
    ['minor', 'a scale of its own that is the same', criterion('room', { scale: { ...threeLevels, id: 'own' } })],
    ['minor', 'a new group that nothing is in', { groups: [...older.groups!, { id: 'plans', label: 'Plans' }] }],
    [
      'major',
      'a rule that asks for more',
      outcome('begun', { rule: { kind: 'every', level: 'high', of: { tag: 'core' } } }),
    ],
    [
      'major',
      'a rule that asks for less',
      outcome('begun', { rule: { kind: 'some', level: 'middle', of: { tag: 'core' } } }),
    ],
    [
      'major',
      'a rule that asks for more evidence',
      outcome('shown', { rule: { kind: 'evidence', atLeast: 2, of: { criteria: ['room'] } } }),
    ],
    ['major', 'a rule that asks for another fact', outcome('secure', { rule: { kind: 'attested', fact: 'insured' } })],
    ['major', 'another weight', criterion('room', { weight: 2 })],
    ['major', 'another tag where rules ask for it', criterion('room', { tags: ['seen'] })],
    ['major', 'another indicator where rules ask for evidence', criterion('room', { indicator: 'places' })],
    ['major', 'another policy for not applicable', criterion('leader', { notApplicable: 'held-open' })],
    ['major', 'not applicable no longer allowed', criterion('leader', { notApplicable: undefined })],
    ['major', 'another way of scoring', { scoring: { kind: 'mean-of-groups', from: 'lowest' } }],
    ['major', 'other points', scale([low!, middle!, { ...high!, points: 4 }])],
    ['major', 'a level gone', scale([low!, high!].map((one) => ({ ...one })))],
    ['major', 'levels in another order', scale([{ ...middle!, points: 0 }, { ...low!, points: 1 }, high!])],
    ['major', 'a new highest level', scale([low!, middle!, high!, { id: 'top', label: 'Top', points: 3 }])],
    [
      'major',
      'a level gone from a criterion’s own scale',
      criterion('room', { scale: { ...threeLevels, levels: [{ ...low!, id: 'half' }, middle!, high!] } }),
    ],
    [
      'major',
      'a new criterion that counts',
      { criteria: [...older.criteria, { id: 'tools', label: 'Tools', weight: 1 }] },
    ],
    [
      'major',
      'a criterion gone',
      {
        criteria: [room!, learners!],
        outcomes: [begun!, shown!, { ...secure!, rule: { kind: 'band', band: 'high' } }],
      },
    ],
    ['major', 'a fact gone', { facts: [older.facts![0]!] }],
    ['major', 'an outcome gone', { outcomes: [begun!, shown!] }],
    ['major', 'outcomes in another order', { outcomes: [shown!, begun!, secure!] }],
    [
      'major',
      'a band that begins later',
      {
        bands: [
          { ...older.bands![0]!, below: { numerator: 3, denominator: 4 } },
          { ...older.bands![1]!, from: { numerator: 3, denominator: 4 } },
        ],
      },
    ],
    [
      'major',
      'a new band',
      {
        bands: [
          ...older.bands!.slice(0, 1),
          { ...older.bands![1]!, below: { numerator: 1, denominator: 1 } },
          { id: 'top', label: 'Top', from: { numerator: 1, denominator: 1 } },
        ],
      },
    ],
    ['major', 'fewer priorities', { priorities: { atMost: 1 } }],
  ];

  test.each(cases)('%s: %s', (bump, _, change) => {
    const changed: Rubric = { ...older, ...change, version: '9.0.0' };
    const newer = JSON.parse(JSON.stringify(changed)) as Rubric;
    // Rules about a criterion or a level that is gone would not be valid; those cases are about what an assessment used.
    if (bump !== 'major') expect(rubricSchema.safeParse(newer).error?.issues ?? []).toEqual([]);
    const rules = change.scale && !change.scale.levels.some(({ id }) => id === 'middle');
    const parsed = rules
      ? { ...newer, outcomes: older.outcomes.map((one) => ({ ...one, rule: { kind: 'band', band: 'high' } as const })) }
      : newer;
    const diff = diffRubrics(older, parsed);
    expect(diff.bump).toBe(bump);
    expect(diff.proved).toBe(true);
    expect(diff.changes.length > 0).toBe(bump !== 'none');
    if (bump !== 'major') return expect(diff.witness).toBeUndefined();
    expect(saidOf(older, diff.witness!)).not.toBe('not valid');
    expect(saidOf(parsed, diff.witness!)).not.toEqual(saidOf(older, diff.witness!));
  });
});

describe('diffRubrics', () => {
  /** Twenty criteria on three levels: 4 to the power of 20 states. */
  const large: Rubric = {
    ...older,
    id: 'large',
    groups: undefined,
    facts: undefined,
    bands: undefined,
    criteria: Array.from({ length: 20 }, (_, at) => ({
      id: `criterion-${at}`,
      label: `Criterion ${at}`,
      weight: 1 + (at % 3),
    })),
    outcomes: [
      {
        id: 'passed',
        label: 'Passed',
        origin: 'project',
        rule: { kind: 'score', atLeast: { numerator: 7, denominator: 10 } },
      },
    ],
  };
  const asking = (rule: Rubric['outcomes'][number]['rule']): Rubric => ({
    ...large,
    outcomes: [{ ...large.outcomes[0]!, rule }],
  });

  test('sees nothing in weights and points where there is no score', () => {
    const profile: Rubric = { ...large, scoring: { kind: 'none' }, outcomes: [] };
    const heavier: Rubric = {
      ...profile,
      criteria: profile.criteria.map((one) => ({ ...one, weight: one.weight + 1 })),
      ...scale([low!, middle!, { ...high!, points: 9 }]),
    };
    expect(diffRubrics(profile, heavier)).toMatchObject({ bump: 'minor', proved: true });
  });

  test('says where each change is and what it touches', () => {
    const newer: Rubric = {
      ...older,
      label: 'Science clubs',
      ...criterion('room', { weight: 3, label: 'Room' }),
      facts: [...older.facts!, { id: 'fed', label: 'Fed' }],
    };
    expect(diffRubrics(older, newer).changes).toEqual([
      { path: ['label'], kind: 'wording', message: 'label is worded anew' },
      { path: ['criteria', 'room', 'label'], kind: 'wording', message: 'label is worded anew' },
      { path: ['criteria', 'room', 'weight'], kind: 'meaning', message: 'weight was 1 and is 3' },
      { path: ['facts', 'fed'], kind: 'compatible', message: 'the fact “fed” is new' },
    ]);
  });

  test('shows a witness from which nothing can be left out', () => {
    const rule = { kind: 'count', atLeast: 3, level: 'high' } as const;
    const stricter: Rubric = {
      ...smallRubric,
      outcomes: [smallRubric.outcomes[0]!, { ...smallRubric.outcomes[1]!, rule }],
    };
    const { witness } = diffRubrics(smallRubric, stricter);
    const differs = (assessment: Judgements<typeof smallRubric>) =>
      evaluate(smallRubric, assessment).verdicts['secure'] !== evaluate(stricter, assessment).verdicts['secure'];
    expect(differs(witness!)).toBe(true);
    for (const id of ['plan', 'team', 'voice'] as const) {
      if (witness!.ratings[id] === undefined) continue;
      const { [id]: _, ...ratings } = witness!.ratings;
      expect(differs({ ratings })).toBe(false);
    }
  });

  test('finds the one step between two thresholds in a space too large to look through', () => {
    // The weights add up to 39, points up to 78: 7/10 asks for 55 points, the newer threshold for 56.
    const newer = asking({ kind: 'score', atLeast: { numerator: 56, denominator: 78 } });
    const diff = diffRubrics(large, newer);
    expect(diff).toMatchObject({ bump: 'major', proved: true });
    expect(evaluate(large, diff.witness!).verdicts).not.toEqual(evaluate(newer, diff.witness!).verdicts);
  });

  test('proves that two rules say the same where the space is too large to look through', () => {
    // 7/10 of 78 points is 54.6, so 55 points or more: 55/78.
    const newer = asking({ kind: 'any', rules: [{ kind: 'score', atLeast: { numerator: 55, denominator: 78 } }] });
    expect(diffRubrics(large, newer)).toMatchObject({ bump: 'minor', proved: true });
  });

  test('asks for major to be safe where it can neither look through nor find a witness, and says so', () => {
    const weights = large.criteria.map((one) => ({ ...one, notApplicable: 'waived' as const, weight: 2 * one.weight }));
    const before = { ...large, criteria: large.criteria.map((one) => ({ ...one, notApplicable: 'waived' as const })) };
    const diff = diffRubrics(before, { ...before, criteria: weights }, { samples: 2_000 });
    expect(diff).toMatchObject({ bump: 'major', proved: false });
    expect(diff.witness).toBeUndefined();
  });

  test('proves over not applicable too that two rules say the same, or shows where they do not', () => {
    const waived = {
      ...large,
      scoring: { kind: 'none' } as const,
      criteria: large.criteria.map((one) => ({ ...one, notApplicable: 'waived' as const })),
    };
    const of = (rule: Rubric['outcomes'][number]['rule']): Rubric => ({
      ...waived,
      outcomes: [{ ...large.outcomes[0]!, rule }],
    });
    // Every one, and all of all of them: 5^20 states are too many to look through.
    const every = { kind: 'every', level: 'high' } as const;
    const share = { kind: 'share', numerator: 1, denominator: 1, level: 'high' } as const;
    expect(diffRubrics(of(every), of(share))).toMatchObject({ bump: 'minor', proved: true });
    // Twenty of those that apply are every one only while all twenty apply.
    const count = { kind: 'count', atLeast: 20, level: 'high' } as const;
    const diff = diffRubrics(of(every), of(count));
    expect(diff).toMatchObject({ bump: 'major', proved: true });
    expect(Object.values(diff.witness!.ratings)).toContainEqual({ notApplicable: 'an example' });
  });

  test('makes a witness over a thousand criteria small without judging it a thousand times', () => {
    const criteria = Array.from({ length: sized(1_000, 700) }, (_, at) => ({
      id: `c${at}`,
      label: `C${at}`,
      weight: 1,
    }));
    const of = (level: string): Rubric => ({
      ...large,
      scoring: { kind: 'none' },
      criteria,
      outcomes: [{ ...large.outcomes[0]!, rule: { kind: 'at-least', criterion: 'c617', level } }],
    });
    expect(diffRubrics(of('middle'), of('high')).witness).toEqual({ ratings: { c617: 'middle' } });
  });

  test('refuses two rubrics of different ids, and options that are no whole numbers', () => {
    expect(() => diffRubrics(older, smallRubric)).toThrow(/“clubs” and “small” are two rubrics/u);
    expect(() => diffRubrics(older, older, { seed: 0.5 })).toThrow(
      /diffRubrics: seed is .* it is a whole number from 0/u,
    );
  });
});

describe('any rubric', () => {
  test('does not differ from itself, or from itself through JSON', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric }) => {
        expect(diffRubrics(rubric, rubric)).toEqual({ bump: 'none', changes: [], proved: true });
        expect(diffRubrics(rubric, JSON.parse(JSON.stringify(rubric)) as Rubric).bump).toBe('none');
      }),
      { numRuns: runs(50) },
    );
  });

  test('is patched by other words', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric }) => {
        const reworded: Rubric = {
          ...rubric,
          notice: 'Other words.',
          criteria: rubric.criteria.map((one) => ({ ...one, label: `${one.label}, reworded` })),
          outcomes: rubric.outcomes.map((one) => ({ ...one, description: 'Other words.' })),
        };
        expect(diffRubrics(rubric, reworded).bump).toBe('patch');
      }),
      { numRuns: runs(50) },
    );
  });

  test('differs from another by a witness that shows it, or by none at all', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(), (drawn, salt) => {
        const { rubric, given } = drawn;
        const at = salt % rubric.criteria.length;
        const heavier: Rubric = {
          ...rubric,
          criteria: rubric.criteria.map((one, other) => (other === at ? { ...one, weight: one.weight + 1 } : one)),
        };
        const { bump, witness, proved } = diffRubrics(rubric, heavier, { mostStates: 50_000, samples: 2_000 });
        const said = (one: Rubric, assessment: Judgements<Rubric>) => {
          const { verdicts, score } = evaluate(one, assessment);
          return { verdicts, score };
        };
        if (witness) expect(said(rubric, witness)).not.toEqual(said(heavier, witness));
        else if (proved) expect(said(rubric, given)).toEqual(said(heavier, given));
        expect(bump).toBe(witness || !proved ? 'major' : 'minor');
      }),
      { numRuns: runs(60) },
    );
  }, 300_000);
});
