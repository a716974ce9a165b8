import { expect, test } from 'vitest';
import { lowerRubric } from '../../../src/evaluation/index.js';
import type { Outcome, Rubric, Rule } from '../../../src/model/index.js';
import { kindsRubrics } from '../../support/kinds-rubric.js';
import { smallRubric } from '../../support/small-rubric.js';

const outcome = (id: string, rule: Rule): Outcome => ({ id, label: id, origin: 'project', rule });
const [kinds] = kindsRubrics;

test('a program is frozen data that survives JSON', () => {
  for (const rubric of kindsRubrics) {
    const program = lowerRubric(rubric);
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
    expect(Object.isFrozen(program) && program.nodes.every((node) => Object.isFrozen(node))).toBe(true);
  }
});

test('a node stands after all it leans on', () => {
  for (const { nodes, scores } of kindsRubrics.map(lowerRubric)) {
    nodes.forEach((node, at) => {
      const leansOn = node.kind === 'quorum' ? node.parts : node.kind === 'branch' ? [node.then, node.otherwise] : [];
      const counted =
        node.kind === 'reaches'
          ? scores[node.score]!.parts.flat().flatMap((term) => (term.of === 'node' ? [term.at] : []))
          : [];
      for (const one of [...leansOn, ...counted]) expect(one).toBeLessThan(at);
    });
  }
});

test('outcomes that achieve one another share nodes: a chain of twenty that each lean twice on the one before is linear', () => {
  const rule = (at: number): Rule => ({
    kind: 'all',
    rules: [
      { kind: 'achieves', outcome: `o-${at - 1}` },
      { kind: 'achieves', outcome: `o-${at - 1}` },
    ],
  });
  const outcomes = Array.from({ length: 20 }, (_, at) =>
    outcome(`o-${at}`, at === 0 ? { kind: 'every', level: 'high' } : rule(at)),
  );
  const { nodes } = lowerRubric({ ...smallRubric, outcomes });
  // Three looks (one a criterion), the quorum over them, and nineteen quorums.
  expect(nodes).toHaveLength(3 + 1 + 19);
});

test('a path leads to the rule that a node was written as', () => {
  for (const rubric of kindsRubrics) {
    for (const { path } of lowerRubric(rubric).nodes) {
      let found: unknown = rubric;
      for (const step of path) found = (found as Record<string | number, unknown>)[step];
      expect(found).toHaveProperty('kind');
    }
  }
});

test('a score inside a group rule is the score of each group, over that group’s criteria', () => {
  const rule: Rule = { kind: 'every-group', rule: { kind: 'score', atLeast: { numerator: 1, denominator: 2 } } };
  const program = lowerRubric({ ...kinds!, outcomes: [outcome('each-half', rule)] });
  expect(program.scores.map(({ covers }) => covers)).toEqual([
    [0, 1, 2, 3, 4, 5],
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
});

test('a rule that names what the rubric does not have is refused by the name of the function', () => {
  const wrong: Rubric = { ...smallRubric, outcomes: [outcome('x', { kind: 'attested', fact: 'vist' })] };
  expect(() => lowerRubric(wrong)).toThrow(/^lowerRubric: the rubric has no fact “vist”/u);
});
