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

/** No record is named here: each is weighed alone, with the records it builds on. */
const records = readdirSync('dist/data')
  .sort()
  .flatMap((kind) =>
    readdirSync(`dist/data/${kind}`)
      .filter((file) => file.endsWith('.js'))
      .map((file) => `${kind}/${file}`),
  );

export default [
  verb('parseArticle', '23 kB'),
  verb('parseStrategies', '52 kB'),
  verb('parseGuidance', '12.5 kB'),
  verb('evaluate', '24.5 kB'),
  verb('nextSteps', '28 kB'),
  verb('compileScorer', '16.2 kB', 'dist/evaluation/index.js'),
  verb('checkRubric', '41.3 kB'),
  verb('krippendorffAlpha', '11 kB', 'dist/agreement/index.js'),
  verb('consensus', '3 kB', 'dist/agreement/index.js'),
  verb('suggestStrategies', '3 kB'),
  verb('awardProgress', '6 kB'),
  verb('evidenceGaps', '6 kB'),
  verb('buildArticleGraph', '10.5 kB'),
  verb('checkArticleGraph', '31.5 kB'),
  verb('pageRank', '6 kB', 'dist/graph/index.js'),
  verb('communities', '4.5 kB', 'dist/graph/index.js'),
  verb('buildTextIndex', '19.5 kB'),
  verb('recommendRelated', '12.5 kB'),
  verb('rubricSchema', '40 kB', 'dist/model/index.js'),
  ...records.map((record) => ({
    name: `the record ${record}`,
    path: `dist/data/${record}`,
    limit: '8 kB',
    gzip: true,
    modifyEsbuildConfig: withZod,
  })),
];
