// node rubric.mjs statement > statement.json   the rubric as Spark's SQL, and its levels for those who make trial data
// node rubric.mjs check sample.json            holds rows of the result, a line each, against evaluate
import { readFileSync } from 'node:fs';
import { evaluate, toSql } from 'stem-leadership/evaluation';
import { stemNationLeadership as rubric } from 'stem-leadership/rubrics/stem-nation-leadership';

const verdictColumn = (id) => `verdict_${id.replaceAll('-', '_')}`;
const [job, file] = process.argv.slice(2);

if (job === 'statement') {
  const { sql, strays } = toSql(rubric, { dialect: 'spark', table: 'ratings', keys: ['setting'] });
  const criteria = rubric.criteria.map(({ id, scale, notApplicable = 'refused' }) => ({
    id,
    values: [
      ...(scale ?? rubric.scale).levels.map((level) => level.id),
      ...(notApplicable === 'refused' ? [] : ['not-applicable']),
    ],
  }));
  console.log(JSON.stringify({ sql, strays, criteria }));
} else if (job === 'check') {
  const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const faults = rows
    .map((line) => JSON.parse(line))
    .filter((row) => {
      const ratings = {};
      for (const { id } of rubric.criteria) {
        const level = row[`given ${id}`];
        if (level === 'not-applicable') ratings[id] = { notApplicable: 'so the table says' };
        else if (level !== null) ratings[id] = level;
      }
      const { score, verdicts } = evaluate(rubric, { ratings });
      const value = score.kind === 'scored' ? (score.value?.decimal ?? null) : null;
      return (
        row.stray !== false ||
        row.value !== value ||
        row.least !== (score.interval?.least.decimal ?? null) ||
        row.greatest !== (score.interval?.greatest.decimal ?? null) ||
        Object.entries(verdicts).some(([id, verdict]) => row[verdictColumn(id)] !== verdict)
      );
    });
  for (const row of faults.slice(0, 5)) console.log('differs:', JSON.stringify(row));
  console.log(`${rows.length} rows held against evaluate, ${faults.length} differ`);
  if (faults.length > 0 || rows.length === 0) process.exitCode = 1;
} else throw new Error('say statement or check');
