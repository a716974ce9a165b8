// Writes the file of a new rubric and the note of its change: `npm run new:rubric -- ID "Label"`; with the address of a page, as
// `npm run new:rubric -- ID "Label" https://…`, also the framework that the rubric judges, with that page as its source, read today. What it
// writes passes `npm run check:rubric -- ID`, so that each later fault is one's own.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { exportNameOf, fileOf, isId } from './rubric-files.mjs';

const [id, label, ...rest] = process.argv.slice(2);
const isAddress = (text) => /^https?:\/\/[^\s/]+/u.test(text ?? '') && URL.canParse(text);
const address = isAddress(rest.at(-1)) ? rest.at(-1) : undefined;
const more = address === undefined ? rest : rest.slice(0, -1);
const usage = 'npm run new:rubric -- ID "Label" [https://the-page-it-was-read-on]';
const refuse = (message) => {
  console.error(`${message}\n${usage}`);
  process.exit(2);
};
if (id === undefined || label === undefined) refuse('An id and a label are needed.');
if (more.length > 0) refuse(`The label is one argument, in quotation marks: "${[label, ...more].join(' ')}".`);
if (!isId(id)) {
  const slug = id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[-0-9]+|-+$/gu, '');
  refuse(
    `“${id}” is no id: ids are lower-case words joined by hyphens, a letter first${slug ? `, such as ${slug}` : ''}.`,
  );
}
if (isAddress(label)) refuse(`“${label}” is an address; the label comes before it.`);
if (label.trim() === '') refuse('The label says nothing.');
try {
  new Function(`'use strict'; const ${exportNameOf(id)} = 0;`);
} catch {
  refuse(`“${id}” is a word of the language, so no record can be exported by it; take ${id}-award, for instance.`);
}
const file = fileOf(id);
const frameworkFile = `src/data/frameworks/${id}.ts`;
const note = `.changeset/rubric-${id}.md`;
for (const one of [file, ...(address ? [frameworkFile] : []), note])
  if (existsSync(one)) refuse(`${one} is there already.`);

const literal = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(/\s+/gu, ' ')}'`;
const example = (title, ratings, verdict) => `    {
      title: '${title}',
      ratings: {${ratings.map(([criterion, level]) => ` '${criterion}': '${level}'`).join(',')} },
      expect: { outcomes: { 'in-place': '${verdict}' } },
    },`;
const first = 'first-criterion';
const second = 'second-criterion';
const today = new Date().toISOString().slice(0, 10);
const edition = `web-${today}`;
const name = literal(label.trim());

writeFileSync(
  file,
  `import { defineRubric } from '../../model/define.js';
import { metPartlyNotYet } from '../scales/met-partly-not-yet.js';

/** TODO: in one sentence, what this rubric judges. */
export const ${exportNameOf(id)} = defineRubric({
  id: '${id}',
  version: '1.0.0',
  label: ${name},${address ? `\n  framework: { id: '${id}', edition: '${edition}' },` : ''}
  scale: metPartlyNotYet,
  criteria: [
    { id: '${first}', label: 'First criterion', weight: 1 },
    { id: '${second}', label: 'Second criterion', weight: 1 },
  ],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [
    {
      id: 'in-place',
      label: 'In place',
      origin: 'project',
      description: 'Both criteria are met.',
      rule: { kind: 'every', level: 'met' },
    },
  ],
  examples: [
${example(
  'both are met',
  [
    [first, 'met'],
    [second, 'met'],
  ],
  'met',
)}
${example(
  'one is not yet met',
  [
    [first, 'met'],
    [second, 'not-yet'],
  ],
  'not-yet-met',
)}
${example('one is not rated so far', [[first, 'met']], 'undecided')}
  ],
  notice:
    'The criteria, levels, points and outcomes are those of this library’s authors.',
});
`,
);
if (address !== undefined)
  writeFileSync(
    frameworkFile,
    `import { defineFramework } from '../../model/define.js';

/** TODO: in one sentence, what this framework asks for. */
export const ${exportNameOf(id)}Framework = defineFramework({
  id: '${id}',
  edition: '${edition}',
  label: ${name},
  publisher: '${new URL(address).hostname}',
  checked: '${today}',
  sources: [{ title: ${name}, url: ${literal(address)}, read: '${today}' }],
  elements: [
    {
      id: 'first-element',
      label: 'First element',
      description: 'What this part is about.',
      verified: false,
      indicators: [
${[
  [first, 'First criterion'],
  [second, 'Second criterion'],
]
  .map(
    ([criterion, words]) => `        {
          id: '${criterion}',
          label: '${words}',
          statement: 'A paraphrase of what is asked for.',
          sectors: ['primary', 'secondary'],
        },`,
  )
  .join('\n')}
      ],
    },
  ],
  note: 'The publisher numbers no editions here, so this one is named for the day it was read. All ids are this project’s.',
});
`,
  );
mkdirSync('.changeset', { recursive: true });
writeFileSync(
  note,
  `---\n"stem-leadership": minor\n---\n\nA rubric, ${label.trim().replaceAll(/\s+/gu, ' ')} (\`stem-leadership/rubrics/${id}\`).\n`,
);
console.log(
  `${[file, ...(address ? [frameworkFile] : []), note].join('\n')}\nWrite your criteria in the first, then: npm run check:rubric -- ${id}`,
);
