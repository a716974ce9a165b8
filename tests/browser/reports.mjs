// A report of every kind: in English, in French, with long words and letters from right to left, and with hostile text in every label.
import { build } from 'esbuild';

const { outputFiles } = await build({
  stdin: {
    contents: `export { sampleReports } from './tests/support/sample-reports.ts';
      export { poisoned } from './tests/display/report/hostile.ts';
      export { reportHtml } from './src/display/report/report-html.ts';
      export { french } from './src/messages/french.ts';`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const { french, poisoned, reportHtml, sampleReports } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

const LONG = ` ${'Donaudampfschifffahrtsgesellschaft'.repeat(2)} مدرسة ابتدائية`;
const HOSTILE = ' <script>alert(1)</script>"><img src=x onerror=alert(2)></td></table>\u202e]]>&lt;';

export const reportPages = Object.values(sampleReports()).flatMap((report) => [
  [`report, ${report.kind}`, () => reportHtml(report)],
  [`report, ${report.kind}, French`, () => reportHtml(sampleReports(french)[report.kind])],
  [`report, ${report.kind}, long words`, () => reportHtml(poisoned(report, LONG))],
  [`report, ${report.kind}, hostile text`, () => reportHtml(poisoned(report, HOSTILE))],
]);
