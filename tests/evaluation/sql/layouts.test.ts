import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate, toSql } from '../../../src/evaluation/index.js';
import type { Rating, Rubric } from '../../../src/model/index.js';
import { chosenEngines } from '../../support/chosen-engines.js';
import { kindsRubrics } from '../../support/kinds-rubric.js';
import type { Cell, Engine } from '../../support/sql-engines.js';
import { differences, expectedRows, isStray, randomRows } from '../../support/sql-rows.js';

const [kinds] = kindsRubrics;
const rubric: Rubric = {
  ...kinds!,
  obligations: [{ id: 'improve', label: 'Improve', when: { level: 'ready' } }],
};

describe.each(chosenEngines)('$name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  test('takes tables and columns of any name', async () => {
    const hostile = ['"; DROP TABLE x; --', '__proto__', 'select', "it's", 'a-b', `${'n'.repeat(70)}`];
    const given = randomRows(rubric, 200, 3);
    const table = {
      name: 'ra"tings; --',
      columns: [
        { name: 'from', type: 'integer' as const },
        ...hostile.map((name) => ({ name, type: 'text' as const })),
      ],
      rows: Array.from({ length: 200 }, (_, row): Cell[] => [row, ...given.ratings.map((column) => column[row]!)]),
    };
    await engine.load(table);
    const { sql, columns } = toSql(rubric, {
      dialect: engine.dialect,
      table: table.name,
      keys: ['from'],
      columns: {
        criteria: Object.fromEntries(rubric.criteria.map(({ id }, at) => [id, hostile[at]!])),
        facts: { visited: null, renewed: null },
      },
    });
    const bare = {
      ...given,
      facts: given.facts.map((column) => column.map(() => null)),
      evidence: given.evidence.map((column) => column.map(() => 0)),
    };
    expect(differences(await engine.query(sql), expectedRows(bare, columns), columns).slice(0, 5)).toEqual([]);
  });

  test('turns a long table, with strays among its rows', async () => {
    const given = randomRows(rubric, 300, 5);
    const rows: Cell[][] = [];
    for (let row = 0; row < 300; row++) {
      rubric.criteria.forEach(({ id }, at) => {
        const cell = given.ratings[at]![row]!;
        if (cell !== null || at === 0) rows.push([row, id, cell]);
      });
    }
    await engine.load({
      name: 'long',
      columns: [
        { name: 'key', type: 'integer' },
        { name: 'criterion', type: 'text' },
        { name: 'level', type: 'text' },
      ],
      rows,
    });
    const { sql, columns } = toSql(rubric, { dialect: engine.dialect, table: 'long', layout: 'long', keys: ['key'] });
    const bare = {
      ...given,
      facts: given.facts.map((column) => column.map(() => null)),
      evidence: given.evidence.map((column) => column.map(() => 0)),
    };
    expect(differences(await engine.query(sql), expectedRows(bare, columns), columns).slice(0, 5)).toEqual([]);
  });

  test('says of contested ratings, and of obligations, what evaluate says', async () => {
    const [low, high] = [randomRows(rubric, 200, 11), randomRows(rubric, 200, 12)];
    await engine.load({
      name: 'pairs',
      columns: [
        { name: 'key', type: 'integer' },
        ...rubric.criteria.flatMap(({ id }) => [
          { name: `${id}_lowest`, type: 'text' as const },
          { name: `${id}_highest`, type: 'text' as const },
        ]),
      ],
      rows: Array.from({ length: 200 }, (_, row): Cell[] => [
        row,
        ...rubric.criteria.flatMap((_, at) => [low.ratings[at]![row]!, high.ratings[at]![row]!]),
      ]),
    });
    const { sql } = toSql(rubric, {
      dialect: engine.dialect,
      table: 'pairs',
      keys: ['key'],
      contested: true,
      columns: { facts: { visited: null, renewed: null } },
    });
    let [agreeing, found] = [0, 0];
    for (const row of await engine.query(sql)) {
      const at = Number(row['key']);
      const pair = (i: number) => [low.ratings[i]![at]!, high.ratings[i]![at]!] as const;
      const places = (i: number) =>
        pair(i).map((cell) => (rubric.criteria[i]!.scale ?? rubric.scale).levels.findIndex(({ id }) => id === cell));
      // A pair fits together where both are missing, both not applicable, or the second is no lower than the first.
      const fits = rubric.criteria.every((_, i) => {
        const [a, b] = pair(i);
        const [p, q] = places(i);
        return (a === b && p === -1) || (p! >= 0 && q! >= p!);
      });
      const stray = isStray(low, at) || isStray(high, at) || !fits;
      expect([at, Boolean(row['stray'])]).toEqual([at, stray]);
      if (stray) continue;
      agreeing++;
      const ratings: Record<string, Rating> = {};
      rubric.criteria.forEach(({ id }, i) => {
        const [a, b] = pair(i);
        if (a === null || b === null) return;
        ratings[id] = a === 'not-applicable' ? { notApplicable: 'not here' } : { levels: [a, b] };
      });
      const { verdicts, score, obligations } = evaluate(rubric, { ratings });
      for (const [id, verdict] of Object.entries(verdicts)) {
        expect([at, id, row[`verdict_${id.replaceAll('-', '_')}`]]).toEqual([at, id, verdict]);
      }
      expect(row['least']).toBe(score.interval?.least.decimal ?? null);
      expect(row['greatest']).toBe(score.interval?.greatest.decimal ?? null);
      expect(row['value']).toBe((score.kind === 'scored' ? score.value?.decimal : undefined) ?? null);
      expect(Boolean(row['obligation_improve'])).toBe(obligations.length > 0);
      found += obligations.length;
    }
    expect(agreeing).toBeGreaterThan(0);
    expect(found).toBeGreaterThan(0);
  });

  test('takes two hundred criteria', async () => {
    const criteria = Array.from({ length: 200 }, (_, at) => ({
      id: `criterion-${at}`,
      label: 'One',
      weight: 1 + (at % 9),
      notApplicable: 'waived' as const,
    }));
    const { groups: _groups, bands, facts: _facts, obligations: _obligations, ...rest } = rubric;
    const large: Rubric = {
      ...rest,
      ...(bands && { bands }),
      criteria,
      outcomes: [
        {
          id: 'most',
          label: 'Most',
          origin: 'project',
          rule: { kind: 'share', numerator: 2, denominator: 3, level: 'ready' },
        },
        { id: 'upper', label: 'Upper', origin: 'project', rule: { kind: 'band', band: 'upper' } },
      ],
    };
    const given = randomRows(large, 40, 9);
    await engine.load({
      name: 'large',
      columns: [{ name: 'key', type: 'integer' }, ...criteria.map(({ id }) => ({ name: id, type: 'text' as const }))],
      rows: Array.from({ length: 40 }, (_, row): Cell[] => [row, ...given.ratings.map((column) => column[row]!)]),
    });
    const { sql, columns } = toSql(large, { dialect: engine.dialect, table: 'large', keys: ['key'] });
    expect(differences(await engine.query(sql), expectedRows(given, columns), columns).slice(0, 5)).toEqual([]);
  });
});
