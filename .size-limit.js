// What a host that bundles one verb from the front door pays: minified and gzipped, its dependencies with it.
// zod is counted too, although a host brings it itself: where a verb needs none, its limit proves it.
import { readdirSync } from 'node:fs';

const withZod = (config) => ({ ...config, external: [], logLevel: 'error' });

const verb = (name, limit, path = 'dist/index.js') => ({
  name,
  path,
  import: `{ ${name} }`,
  limit,
  gzip: true,
  modifyEsbuildConfig: withZod,
});

/** No record is named here: a kind is weighed as a whole. */
const kinds = readdirSync('dist/data').sort();

export default [
  verb('parseArticle', '60 kB'),
  verb('parseStrategies', '60 kB'),
  verb('parseGuidance', '60 kB'),
  verb('evaluate', '6 kB'),
  verb('suggestStrategies', '3 kB'),
  verb('rubricSchema', '40 kB'),
  ...kinds.map((kind) => ({
    name: `all ${kind} together`,
    path: readdirSync(`dist/data/${kind}`)
      .filter((file) => file.endsWith('.js'))
      .map((file) => `dist/data/${kind}/${file}`),
    limit: '20 kB',
    gzip: true,
    modifyEsbuildConfig: withZod,
  })),
];
