import { writeFileSync, mkdirSync } from 'node:fs';
import { test } from 'vitest';
import { sampleReports } from '../../support/sample-reports.js';
import { reportHtml } from '../../../src/display/report/report-html.js';
import { reportMarkdown } from '../../../src/display/report/report-markdown.js';
import { reportText } from '../../../src/display/report/report-text.js';
test('look', () => {
  mkdirSync('/tmp/w/reports-look', { recursive: true });
  for (const report of Object.values(sampleReports())) {
    writeFileSync(`/tmp/w/reports-look/${report.kind}.html`, reportHtml(report));
    writeFileSync(`/tmp/w/reports-look/${report.kind}.md`, reportMarkdown(report));
    writeFileSync(`/tmp/w/reports-look/${report.kind}.txt`, reportText(report));
  }
});
