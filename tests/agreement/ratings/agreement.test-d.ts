import { describe, expectTypeOf, test } from 'vitest';
import {
  calibrateValidator,
  cohenKappa,
  congerKappa,
  consensus,
  contestedCriteria,
  fleissKappa,
  gwetAC,
  weightedKappa,
} from '../../../src/agreement/index.js';
import { defineRubric, defineScale } from '../../../src/model/define.js';

const scale = defineScale({
  id: 'yes-no',
  label: 'Yes or no',
  levels: [
    { id: 'no', label: 'No' },
    { id: 'yes', label: 'Yes' },
  ],
});
const rubric = defineRubric({
  id: 'one',
  version: '1.0.0',
  label: 'One',
  notice: 'An example.',
  scale,
  criteria: [{ id: 'plan', label: 'Plan', weight: 1 }],
  scoring: { kind: 'none' },
  outcomes: [],
});

describe('the forms that ratings come in', () => {
  test('a table stands by itself for two raters only', () => {
    expectTypeOf(cohenKappa([[1, 2]])).toEqualTypeOf(cohenKappa({ table: [[1, 2]] }));
    // @ts-expect-error ratings, or a table? It has to be said.
    expectTypeOf(gwetAC([[1, 2]])).not.toBeAny();
  });

  test('counts do not say who gave which rating', () => {
    expectTypeOf(fleissKappa({ counts: [[1, 2]] })).not.toBeAny();
    // @ts-expect-error Conger’s kappa has to know
    expectTypeOf(congerKappa({ counts: [[1, 2]] })).not.toBeAny();
  });

  test('the number is there once it is known to be', () => {
    const result = weightedKappa([[1, 2]], { weights: 'linear' });
    // @ts-expect-error it may be undefined
    expectTypeOf(result.coefficient).not.toBeString();
    if (result.kind === 'agreement') expectTypeOf(result.coefficient).toBeNumber();
    else expectTypeOf(result.message).toBeString();
  });
});

describe('names are those of the rubric and the scale', () => {
  const assessments = [{ ratings: { plan: 'yes' } }] as const;

  test('in what is contested and in a consensus', () => {
    expectTypeOf(contestedCriteria(rubric, assessments)[0]?.criterion).toEqualTypeOf<'plan' | undefined>();
    expectTypeOf(consensus(rubric, assessments, { rule: 'majority' }).settled[0]?.criterion).toEqualTypeOf<
      'plan' | undefined
    >();
    // @ts-expect-error there is no such level
    expectTypeOf(contestedCriteria(rubric, [{ ratings: { plan: 'perhaps' } }])).not.toBeAny();
    // @ts-expect-error there is no such rule
    expectTypeOf(consensus(rubric, assessments, { rule: 'mean' })).not.toBeAny();
  });

  test('in a calibration', () => {
    expectTypeOf(calibrateValidator(scale, { agreed: { a: 'yes' }, given: { a: null } })).not.toBeAny();
    // @ts-expect-error there is no such level
    expectTypeOf(calibrateValidator(scale, { agreed: { a: 'perhaps' }, given: {} })).not.toBeAny();
  });
});
