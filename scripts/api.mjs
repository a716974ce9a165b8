// Writes the public API of each door to etc/<door>.api.md, so that a change of it shows in the diff. `--check` only compares.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const check = process.argv.includes('--check');

/** The front door, every room (the folders of dist that hold an index) and every language. */
const doors = [
  ['index', 'dist/index.d.ts'],
  ...readdirSync('dist')
    .filter((room) => existsSync(`dist/${room}/index.d.ts`))
    .map((room) => [room, `dist/${room}/index.d.ts`]),
  ...readdirSync('dist/messages')
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => [`messages-${file.slice(0, -'.d.ts'.length)}`, `dist/messages/${file}`]),
];

mkdirSync('etc', { recursive: true });
let changed = 0;
for (const [door, entry] of doors) {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: resolve('api-extractor.json'),
    packageJsonFullPath: resolve('package.json'),
    configObject: {
      projectFolder: process.cwd(),
      mainEntryPointFilePath: resolve(entry),
      compiler: { tsconfigFilePath: resolve('tsconfig.json') },
      apiReport: {
        enabled: true,
        reportFolder: resolve('etc'),
        reportTempFolder: resolve('temp'),
        reportFileName: `${door}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: { default: { logLevel: 'none' } } },
    },
  });
  const result = Extractor.invoke(config, {
    localBuild: !check,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  if (!result.apiReportChanged) continue;
  changed++;
  console.log(check ? `etc/${door}.api.md is not current: npm run api` : `wrote etc/${door}.api.md`);
}

const known = new Set(doors.map(([door]) => `${door}.api.md`));
for (const file of readdirSync('etc').filter((name) => name.endsWith('.api.md') && !known.has(name))) {
  changed++;
  console.log(`etc/${file} is of no door`);
  if (!check) rmSync(`etc/${file}`);
}
rmSync('temp', { recursive: true, force: true });
console.log(`api: ${doors.length} doors`);
process.exit(check && changed > 0 ? 1 : 0);
