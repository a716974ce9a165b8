import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coordinatorRole } from '../../../src/data/rubrics/coordinator-role.js';
import { english } from '../../../src/messages/english.js';
import { french } from '../../../src/messages/french.js';
import { evaluate, formatScore, nextSteps } from '../../../src/evaluation/index.js';
import { defineRubric } from '../../../src/model/define.js';
import type { Evaluation, Finding } from '../../../src/model/rubrics/evaluation.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { runs } from '../../support/runs.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

const sentences = ({ message, findings }: Finding): string[] => [message, ...findings.flatMap(sentences)];

const said = (evaluation: Evaluation): string[] =>
  evaluation.outcomes.flatMap(({ finding, gaps }) => [...sentences(finding), ...gaps.map(({ message }) => message)]);

/** The evaluation without its words. */
const silent = (evaluation: Evaluation): unknown =>
  JSON.parse(JSON.stringify(evaluation, (key, value: unknown) => (key === 'message' ? undefined : value)));

describe.each([
  ['English', english],
  ['French', french],
])('the words in %s', (_, messages) => {
  test('are whole sentences, whatever the rubric and the assessment', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        for (const sentence of said(evaluate(rubric, given, { messages }))) {
          expect(sentence).toMatch(/^\S.*[^\s.]\.$/u);
          expect(sentence).not.toMatch(/undefined|NaN|\[object|“”|«\s*»| {2}|\.\./u);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('decide nothing: the rest of the evaluation is the same in every language', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        expect(silent(evaluate(rubric, given, { messages }))).toEqual(silent(evaluate(rubric, given)));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('a co-ordinator reads', () => {
  const reasons = (ratings: Parameters<typeof evaluate<typeof coordinatorRole>>[1]['ratings']) =>
    evaluate(coordinatorRole, { ratings }).outcomes.map(({ finding }) => sentences(finding));

  test('how many are enough, who is short and who has not been looked at', () => {
    expect(reasons({ 'professional-development': 'embedded', 'growth-mindset': 'started' })[0]).toEqual([
      'At least 6 of the criteria must be at “Established” or better: 1 of 8 is there. Below “Established”: “Fostering a Growth Mindset” (Started). ' +
        'Not rated yet: “Collaboration and Networking”, “Data-Driven Decision Making”, “Curriculum Development Support”, ' +
        '“Community Engagement”, “Advocacy for Resources” and “Promoting Best Practices”.',
    ]);
  });

  test('the same in French, with the rubric’s own labels', () => {
    const { outcomes } = evaluate(smallRubric, { ratings: { plan: 'low', voice: 'middle' } }, { messages: french });
    expect(said({ ...evaluate(smallRubric, { ratings: {} }), outcomes })).toEqual([
      'Tous les critères doivent atteindre « Middle » : 1 sur 3 l’atteint. En dessous : « A plan » (Low). Pas encore évalué : « A team ».',
      'Le critère « A plan » est à « Low » ; il lui faut « Middle ».',
      'Le critère « A team » n’est pas encore évalué ; il lui faut « Middle ».',
      'Toutes ces conditions doivent être remplies : aucune des 2 ne l’est encore.',
      'Le critère « Learner voice » doit atteindre « High » ; il est à « Middle ».',
      'Au moins 2 des critères doivent atteindre « High » : aucun ne l’atteint encore. En dessous : « A plan » (Low) et « Learner voice » (Middle). Pas encore évalué : « A team ».',
      'Le critère « A plan » est à « Low » ; à « High », il compterait.',
      'Le critère « A team » n’est pas encore évalué ; à « High », il compterait.',
      'Le critère « Learner voice » est à « Middle » ; il lui faut « High ».',
    ]);
  });

  test('next steps in the language that was asked for', () => {
    const steps = nextSteps(
      smallRubric,
      { ratings: { plan: 'low', team: 'high', voice: 'high' } },
      { to: 'begun', messages: french },
    );
    expect(steps.kind === 'steps' && steps.steps.map(({ message }) => message)).toEqual([
      'Faire passer le critère « A plan » de « Low » à « Middle ».',
    ]);
  });

  test('of facts, scores, bands, evidence and groups in plain words', () => {
    const rubric = defineRubric({
      id: 'words',
      version: '1.0.0',
      label: 'Words',
      notice: 'For tests.',
      scale: threeLevels,
      groups: [
        { id: 'people', label: 'People' },
        { id: 'plans', label: 'Plans' },
      ],
      criteria: [
        { id: 'team', label: 'A team', weight: 1, group: 'people', notApplicable: 'waived' },
        { id: 'plan', label: 'A plan', weight: 1, group: 'plans', tags: ['essential'] },
      ],
      facts: [{ id: 'visit', label: 'somebody visited' }],
      scoring: { kind: 'weighted-mean', from: 'lowest' },
      bands: [
        {
          id: 'bronze',
          label: 'Bronze',
          from: { numerator: 0, denominator: 1 },
          below: { numerator: 2, denominator: 3 },
        },
        { id: 'gold', label: 'Gold', from: { numerator: 2, denominator: 3 } },
      ],
      outcomes: [
        { id: 'a', label: 'Attested', origin: 'project', rule: { kind: 'attested', fact: 'visit' } },
        { id: 'b', label: 'Banded', origin: 'project', rule: { kind: 'band', band: 'gold' } },
        {
          id: 'c',
          label: 'Scored',
          origin: 'project',
          rule: { kind: 'score', atLeast: { numerator: 3, denominator: 4 } },
        },
        {
          id: 'd',
          label: 'Evidenced',
          origin: 'project',
          rule: { kind: 'evidence', atLeast: 2, of: { tag: 'essential' } },
        },
        {
          id: 'e',
          label: 'Grouped',
          origin: 'project',
          rule: { kind: 'every-group', rule: { kind: 'every', level: 'middle' } },
        },
        { id: 'f', label: 'Chained', origin: 'project', rule: { kind: 'achieves', outcome: 'e' } },
      ],
    });
    const told = evaluate(rubric, { ratings: { team: { notApplicable: 'two of us' }, plan: 'middle' } }).outcomes.map(
      ({ finding }) => sentences(finding),
    );
    expect(told).toEqual([
      ['It is not known yet: somebody visited.'],
      ['The score must reach “Gold” (from 66.7 %): it is 50 %.'],
      ['The score must be at least 75 %: it is 50 %.'],
      [
        'At least 2 items of evidence are needed for each of the essential criteria: 0 of 1 have it. Still short: “A plan”.',
      ],
      [
        'In every group every criterion must be at “Middle” or better: this is so in the one that applies.',
        'People: Nothing of the criteria applies here, so this is not asked.',
        'Plans: All of the criteria must be at “Middle” or better: the one that applies is.',
      ],
      ['“Grouped” is met.'],
    ]);
  });

  test('a score beside its threshold, each by the nearest figure and never alike where they differ', () => {
    const scale = {
      id: 'five',
      label: 'Nought to five',
      levels: [0, 1, 2, 3, 4, 5].map((points) => ({ id: `l${points}`, label: `L${points}`, points })),
    };
    const rubric = (thresholds: readonly [number, number][]): Rubric => ({
      id: 'close',
      version: '1.0.0',
      label: 'Close',
      notice: 'For tests.',
      scale,
      criteria: [60, 33, 7].map((weight, at) => ({ id: `c${at}`, label: `C${at}`, weight })),
      scoring: { kind: 'weighted-mean', from: 'lowest' },
      outcomes: thresholds.map(([numerator, denominator], at) => ({
        id: `o${at}`,
        label: `O${at}`,
        origin: 'project',
        rule: { kind: 'score', atLeast: { numerator, denominator } },
      })),
    });
    const assessment = { ratings: { c0: 'l5', c1: 'l1', c2: 'l0' } };
    const told = (...thresholds: readonly [number, number][]) =>
      evaluate(rubric(thresholds), assessment).outcomes.map(({ finding }) => finding.message);
    // (60·1 + 33·⅕ + 7·0)/100 = 66.6/100, short of two thirds.
    expect(told([2, 3])).toEqual(['The score must be at least 66.7 %: it is 66.6 %.']);
    expect(formatScore(evaluate(rubric([[2, 3]]), assessment).score)).toBe('66.6 %');
    // A threshold of 66.61 % needs a second place, and then the score has it in every sentence: one score, one figure.
    expect(told([6661, 10_000], [1, 2])).toEqual([
      'The score must be at least 66.61 %: it is 66.60 %.',
      'The score must be at least 50 %: it is 66.60 %.',
    ]);
    const inFrench = evaluate(rubric([[2, 3]]), assessment, { messages: french }).outcomes[0]?.finding.message;
    expect(inFrench).toBe('Le score doit être d’au moins 66,7 % : il est de 66,6 %.');
  });
});
