// The lists of words that shapes and schemas read hold all words of their types.
import { expectTypeOf, test } from 'vitest';
import {
  type Movement,
  MOVEMENTS,
  OUTCOME_MOVEMENTS,
  type OutcomeMovement,
} from '../../../src/model/advice/comparison.js';
import { type Verdict, VERDICTS } from '../../../src/model/shared/verdict.js';

test('each list of words is that of its type', () => {
  expectTypeOf<(typeof VERDICTS)[number]>().toEqualTypeOf<Verdict>();
  expectTypeOf<(typeof MOVEMENTS)[number]>().toEqualTypeOf<Movement>();
  expectTypeOf<(typeof OUTCOME_MOVEMENTS)[number]>().toEqualTypeOf<OutcomeMovement['movement']>();
});
