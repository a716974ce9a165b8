import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSql } from '../../../src/evaluation/index.js';
import { chosenEngines } from '../../support/chosen-engines.js';
import { kindsRubrics } from '../../support/kinds-rubric.js';
import { drawnRubrics, shippedRubrics } from '../../support/rubrics.js';
import type { Engine } from '../../support/sql-engines.js';
import { differences, expectedRows, isStray, randomRows, wideNames, wideTable } from '../../support/sql-rows.js';

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
