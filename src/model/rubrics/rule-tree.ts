import type { Rule } from './rule.js';

/** The rules directly inside a rule, with their property paths. */
export const innerRules = (
  rule: Rule,
): readonly { readonly path: readonly (string | number)[]; readonly rule: Rule }[] => {
  if ('rules' in rule) return rule.rules.map((inner, at) => ({ path: ['rules', at], rule: inner }));
  if ('rule' in rule) return [{ path: ['rule'], rule: rule.rule }];
  if (!('then' in rule)) return [];
  return [
    { path: ['then'], rule: rule.then },
    { path: ['otherwise'], rule: rule.otherwise },
  ];
};

/** The outcomes that a rule achieves, by id, however deep inside it they are named. */
export const achievedBy = (rule: Rule, found = new Set<string>()): ReadonlySet<string> => {
  if (rule.kind === 'achieves') found.add(rule.outcome);
  for (const inner of innerRules(rule)) achievedBy(inner.rule, found);
  return found;
};
