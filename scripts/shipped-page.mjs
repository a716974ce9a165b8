// Writes what the records say of themselves into docs/rubrics-shipped.md, between its marks: the rubrics at a glance, how current each
// framework is, and what nobody has read yet. `npm run rubrics:page`; with `-- --check` it only says whether the page is current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const page = 'docs/rubrics-shipped.md';

/** What a reader of the page needs to know of a way to score. */
const SCORES = {
  'weighted-mean': 'a mean',
  'mean-of-groups': 'a mean of groups',
  minimum: 'the lowest',
  sum: 'points',
  count: 'how many criteria',
  'count-groups': 'how many groups',
  'share-at-level': 'a share of the criteria',
  none: 'none',
};

const byId = (records) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
const cell = (text) => text.replaceAll('|', '\\|');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

/** The criteria that a host has to fill in: their notes begin with these words, or say them of one part. */
const placesOf = ({ criteria }) => criteria.filter(({ note }) => /\bA place for\b/u.test(note ?? ''));

const criteriaCell = (rubric) => {
  const [all, places] = [rubric.criteria.length, placesOf(rubric).length];
  if (places === 0) return String(all);
  return places === all ? `${all}, each a place` : `${all}, ${places} of them places`;
};

const outcomesCell = ({ outcomes }) => {
  if (outcomes.length === 0) return 'none: a profile';
  const of = (origin, whose) => {
    const labels = outcomes.filter((one) => one.origin === origin).map(({ label }) => label);
    return labels.length === 0 ? [] : [`${labels.join(' · ')} (${whose})`];
  };
  return [...of('published', 'published'), ...of('project', 'ours')].join('; ');
};

const rubricTable = (rubrics) =>
  `The package has ${rubrics.length} rubrics.\n\n` +
  table(
    ['rubric', 'version', 'criteria', 'score', 'outcomes, and whose rule they are'],
    byId(rubrics).map((rubric) => [
      `\`${rubric.id}\``,
      rubric.version,
      criteriaCell(rubric),
      SCORES[rubric.scoring.kind],
      outcomesCell(rubric),
    ]),
  );

const editionCell = (edition, from) =>
  edition ? `\`${edition.id}\` ${edition.edition}${from ? `, from ${from}` : ''}` : '–';

const currencyTable = (frameworks) =>
  table(
    ['framework', 'edition', 'in force since', 'follows', 'followed by', 'checked', 'sources read'],
    byId(frameworks).map(({ id, edition, effectiveFrom, supersedes, supersededBy, checked, sources }) => {
      const read = sources.map((source) => source.read).sort();
      const [first, last] = [read[0], read.at(-1)];
      return [
        `\`${id}\``,
        edition,
        effectiveFrom ?? 'not known',
        editionCell(supersedes),
        editionCell(supersededBy, supersededBy?.from),
        checked ?? 'never',
        first === last ? first : `${first} to ${last}`,
      ];
    }),
  );

const wantedList = (rubrics, frameworks) => {
  const wanted = new Map();
  const add = (id, line) => wanted.set(id, [...(wanted.get(id) ?? []), line]);
  for (const { id, elements } of frameworks) {
    const unread = elements.filter(({ verified }) => !verified);
    if (unread.length > 0) add(id, `the statements of ${unread.map(({ label }) => `*${label}*`).join(', ')}`);
    for (const element of elements) {
      const cut = (element.strands ?? []).filter(({ complete }) => !complete);
      for (const { label } of cut) add(id, `the end of the list *${label}* of *${element.label}*`);
    }
  }
  for (const rubric of rubrics) {
    const notes = new Map();
    for (const { note } of placesOf(rubric)) notes.set(note, (notes.get(note) ?? 0) + 1);
    for (const [note, count] of notes)
      add(rubric.id, `${count === 1 ? 'one criterion' : `${count} criteria`}: ${note}`);
  }
  return [...wanted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, lines]) => [`- \`${id}\``, ...lines.map((line) => `  - ${line}`)].join('\n'))
    .join('\n');
};

/** The parts of the page that are made from the records, by the name of their marks. */
export const shippedParts = (rubrics, frameworks) => ({
  rubrics: rubricTable(rubrics),
  currency: currencyTable(frameworks),
  wanted: wantedList(rubrics, frameworks),
});

/** The page with its parts brought up to date. What stands outside the marks is written by hand. */
export const withParts = (text, parts) =>
  Object.entries(parts).reduce((whole, [name, part]) => {
    const [begin, end] = [`<!-- from the records: ${name} -->`, `<!-- end of ${name} -->`];
    const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${page} has no marks “${begin}” and “${end}”`);
    return `${whole.slice(0, from + begin.length)}\n\n${part}\n\n${whole.slice(to)}`;
  }, text);

/** The records of two kinds, from their source, without a build. */
const readRecords = async () => {
  const files = ['rubrics', 'frameworks'].map((kind) =>
    readdirSync(`src/data/${kind}`).map((name) => `./src/data/${kind}/${name}`),
  );
  const list = (of) => `[${of.map((file) => `import('${file}')`).join(', ')}]`;
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export const [rubrics, frameworks] = await Promise.all([${files.map((of) => `Promise.all(${list(of)})`).join(', ')}]);`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { rubrics, frameworks } = await import(`data:text/javascript;base64,${code}`);
  return [rubrics, frameworks].map((modules) => modules.flatMap((module) => Object.values(module)));
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const before = readFileSync(page, 'utf8');
  const after = withParts(before, shippedParts(...(await readRecords())));
  const isCurrent = before === after;
  if (!process.argv.includes('--check')) writeFileSync(page, after);
  else if (!isCurrent) console.error(`${page} is not what the records say: npm run rubrics:page`);
  process.exit(process.argv.includes('--check') && !isCurrent ? 1 : 0);
}
