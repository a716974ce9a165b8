import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSql } from '../../../src/evaluation/index.js';
import type { Rubric } from '../../../src/model/index.js';
import { chosenEngines } from '../../support/chosen-engines.js';
import { kindsRubrics } from '../../support/kinds-rubric.js';
import { drawnRubrics, shippedRubrics } from '../../support/rubrics.js';
import type { Engine } from '../../support/sql-engines.js';
import { differences, expectedRows, isStray, randomRows, wideNames, wideTable } from '../../support/sql-rows.js';
import { smallRubric } from '../../support/small-rubric.js';

describe.each(chosenEngines)('$name says of every row what compileScorer says', ({ open, rows, drawn: count }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  test.each([...shippedRubrics, ...kindsRubrics, ...drawnRubrics(count)])('of $id', async (rubric) => {
    const given = randomRows(rubric, rows, 7);
    await engine.load(wideTable(given, 'ratings'));
    const { sql, columns, strays } = toSql(rubric, {
      dialect: engine.dialect,
      table: 'ratings',
      keys: ['key'],
      columns: wideNames(rubric),
    });
    const got = await engine.query(sql);
    expect(differences(got, expectedRows(given, columns), columns).slice(0, 5)).toEqual([]);
    // The rows counted by the second statement are those of the first: a row here has one stray at most.
    const counted = await engine.query(strays);
    const sum = counted.reduce((total, row) => total + Number(row['stray_rows']), 0);
    expect(sum).toBe(got.filter((_, row) => isStray(given, row)).length);
  });
});

describe('ids that no engine takes as they are', () => {
  const rubricOf = (id: string): Rubric => ({
    ...smallRubric,
    criteria: [{ id, label: 'A', weight: 1 }],
    outcomes: [{ id, label: 'O', origin: 'project', rule: { kind: 'every', level: 'middle' } }],
  });
  const dialects = ['duckdb', 'postgresql', 'sqlite', 'clickhouse', 'spark', 'bigquery', 'snowflake'] as const;

  test.each(['a\0b', 'a\uD800b', '\uDC00'])('are refused in every dialect and layout: %j', (id) => {
    const right = /^toSql: rubric\.criteria\[0\]\.id is .*; no engine takes a text with such a sign in it$/su;
    for (const dialect of dialects) {
      for (const layout of ['wide', 'long'] as const)
        expect(() => toSql(rubricOf(id), { dialect, table: 't', layout })).toThrow(right);
    }
    const { levels } = smallRubric.scale;
    const scale = { ...smallRubric.scale, levels: [...levels, { id, label: 'L', points: 9 }] };
    expect(() => toSql({ ...smallRubric, scale }, { dialect: 'duckdb', table: 't' })).toThrow(
      'toSql: rubric.scale.levels[3].id is',
    );
    expect(() => toSql(smallRubric, { dialect: 'duckdb', table: 't', notApplicable: id })).toThrow(
      'toSql: options.notApplicable is',
    );
  });

  test('are refused as names of columns where they would be used as such', () => {
    const rubric = rubricOf(`a${'$'}{b}`);
    const wide = { dialect: 'spark', table: 't' } as const;
    expect(() => toSql(rubric, wide)).toThrow('Spark fills in what stands in ${ }, in names too');
    expect(toSql(rubric, { ...wide, columns: { criteria: { [rubric.criteria[0]!.id]: 'a' } } }).sql).toContain('t.`a`');
    expect(toSql(rubric, { ...wide, layout: 'long' }).sql).not.toContain('${');
  });
});
