// *Raters*: a pasted table compared as in Node.
import { join } from 'node:path';
import { inPage, sameBytes, saved, SHOTS } from './frame.mjs';

const PLACE = 'playground/raters.html';
const TABLE = [
  'setting\tassessor\tshared vision\tcore team\tuse of data',
  'Hilltop\tA. Visitor\tmet\tpartly\tmet',
  'Hilltop\tB. Visitor\tmet\tnot yet\tmet',
  'Bay\tA. Visitor\tpartly\tmet\tmet',
  'Bay\tB. Visitor\tpartly\tmet\tpartly\n',
].join('\n');

const nodesReport = async () => {
  const { moderationReport } = await import('../../../dist/agreement/index.js');
  const { reportHtml } = await import('../../../dist/display/index.js');
  const { moderationRows, parseCsv, ratingsFromRows, toCsv } = await import('../../../dist/tables/index.js');
  const { stemNationLeadership: rubric } = await import('../../../dist/data/rubrics/stem-nation-leadership.js');
  const read = ratingsFromRows(rubric, parseCsv(TABLE).value, { date: '2026-01-01', kind: 'validation' });
  const moderation = moderationReport(rubric, read.value);
  return {
    html: reportHtml({ kind: 'moderation', moderation, rubric }),
    csv: `\uFEFF${toCsv(moderationRows(moderation))}`,
  };
};

export const comparesRaters = (browser, address) =>
  inPage(browser, address, PLACE, async (page, expectSo) => {
    await page.locator('#raters-text').fill(TABLE);
    await page.getByText('4 assessments by 2 raters compared.').waitFor();
    const inNode = await nodesReport();
    sameBytes(PLACE, 'the moderation report', (await saved(page, 'Save the report')).bytes, inNode.html);
    sameBytes(PLACE, 'its rows', (await saved(page, 'Save as CSV')).bytes, inNode.csv);
    expectSo('the moderation report is there', (await page.locator('.stem-report h2, .stem-report h3').count()) > 1);
    await page.screenshot({ path: join(SHOTS, 'playground-raters-filled.png'), fullPage: true });
    await page.locator('#raters-rubric').selectOption('none: any categories');
    await page.getByRole('button', { name: 'Show an example' }).click();
    await page.getByText('Your table stays.').waitFor();
    expectSo('an example takes no table away', (await page.locator('#raters-text').inputValue()) === TABLE);
    await page.locator('#raters-text').fill('');
    await page.getByRole('button', { name: 'Show an example' }).click();
    await page.getByText('Krippendorff’s alpha, nominal').waitFor();
  });
