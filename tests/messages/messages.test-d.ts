import { expectTypeOf, test } from 'vitest';
import type { EvaluateOptions } from '../../src/evaluation/index.js';
import { english } from '../../src/messages/english.js';
import { french } from '../../src/messages/french.js';
import type { Messages } from '../../src/model/messages/messages.js';

test('a language of the host’s own is told by the compiler what is missing', () => {
  const { gap: _, ...withoutGap } = english;
  // @ts-expect-error it lacks the words of a gap
  const lacking: Messages = withoutGap;
  const { minimum: __, ...rules } = english.rules;
  // @ts-expect-error it lacks the words of one kind of rule
  const lackingRule: Messages = { ...english, rules };
  // @ts-expect-error it does not say which language it is
  const nameless: Messages = { ...english, language: undefined };
  const whole: Messages = { ...english, language: 'gd', step: ({ label }) => label };
  expectTypeOf([lacking, lackingRule, nameless, whole]).toEqualTypeOf<Messages[]>();
});

test('a verb takes a whole language, and needs no more of it than its own part', () => {
  expectTypeOf<Messages>().toExtend<EvaluateOptions['messages']>();
  expectTypeOf(french).toEqualTypeOf(english);
  const { language: _, direction: __, ...ofEvaluation } = english;
  expectTypeOf(ofEvaluation).toExtend<EvaluateOptions['messages']>();
});
