import type { Rule } from './rule.js';

/** The rules directly inside a rule, with their property paths. Every kind answers, so a new kind is a compile error here. */
export const innerRules = (
  rule: Rule,
): readonly { readonly path: readonly (string | number)[]; readonly rule: Rule }[] => {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'at-least-n':
      return rule.rules.map((inner, at) => ({ path: ['rules', at], rule: inner }));
    case 'every-group':
    case 'count-groups':
      return [{ path: ['rule'], rule: rule.rule }];
    case 'when-count':
      return [
        { path: ['then'], rule: rule.then },
        { path: ['otherwise'], rule: rule.otherwise },
      ];
    case 'at-least':
    case 'every':
    case 'some':
    case 'count':
    case 'share':
    case 'minimum':
    case 'evidence':
    case 'score':
    case 'band':
    case 'achieves':
    case 'attested':
      return [];
  }
};

/** The outcomes that a rule achieves, by id, however deep inside it they are named. */
export const achievedBy = (rule: Rule, found = new Set<string>()): ReadonlySet<string> => {
  if (rule.kind === 'achieves') found.add(rule.outcome);
  for (const inner of innerRules(rule)) achievedBy(inner.rule, found);
  return found;
};
