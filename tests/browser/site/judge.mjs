// *Judge*: by keyboard alone, the same findings and files as Node, the address, a rubric of one's own.
import { focused, inPage, sameBytes, saved, settled } from './frame.mjs';

const PLACE = 'playground/judge.html';
const OWN = 'one of your own, as JSON …';

const library = async () => ({
  ...(await import('../../../dist/evaluation/index.js')),
  ...(await import('../../../dist/display/index.js')),
  ...(await import('../../../dist/tables/index.js')),
  ...(await import('../../../dist/crosswalk/index.js')),
});

/** The report that Node writes of the same answers. */
const reportInNode = async (rubric, assessment) => {
  const { evaluate, nextSteps, reportHtml, suggestStrategies } = await library();
  const { stemNationAwardFramework: framework } = await import('../../../dist/data/frameworks/stem-nation-award.js');
  const { coordinatorRoleStemNationLeadership: claims } = await import(
    '../../../dist/data/crosswalks/coordinator-role--stem-nation-leadership.js'
  );
  const evaluation = evaluate(rubric, assessment);
  const { id } = rubric.outcomes.find((outcome) => evaluation.verdicts[outcome.id] !== 'met');
  return reportHtml({
    kind: 'evaluation',
    rubric,
    assessment,
    evaluation,
    framework,
    nextSteps: nextSteps(rubric, assessment, { to: id }),
    nextStepsTo: id,
    strategies: suggestStrategies(evaluation, claims, { limit: 3 }),
  });
};

const fillsInTheForm = (browser, address, rubric) =>
  inPage(browser, address, PLACE, async (page, expectSo) => {
    const { evaluate, formatScore, parseCsv, ratingsFromRows, toCsv, toRatingRows } = await library();
    // By keyboard alone: to the first question, and one level up for each press.
    await page.locator('input[name="ratings.shared-vision"]').first().focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    await page.getByRole('group', { name: 'Core team' }).getByLabel('Not applicable').check();
    await page.getByLabel('Why does it not apply here?').fill('We are two teachers.');
    await page.getByRole('group', { name: 'Use of data' }).getByLabel('Partly').check();
    const ratings = {
      'shared-vision': 'met',
      'core-team': { notApplicable: 'We are two teachers.' },
      'use-of-data': 'partly',
    };
    const judged = evaluate(rubric, { ratings });
    await page.locator('.pg-score', { hasText: formatScore(judged.score) }).waitFor();
    const shown = await page.locator('.pg-outcome').allTextContents();
    expectSo(
      'findings are those of Node',
      judged.outcomes.every(({ finding }, at) => shown[at]?.includes(finding.message)),
      shown,
    );
    await page.locator('.pg-result ol li').first().waitFor();
    await page.getByText('The profile as a drawing').click();
    await page.getByRole('region', { name: 'Profile' }).locator('svg').waitFor();

    // Nobody has said of whom it is: the sheet has no column for that, and what it has comes back.
    const bare = (await saved(page, 'Save as CSV')).bytes.toString();
    const back = ratingsFromRows(rubric, parseCsv(bare).value, {
      setting: 'hilltop',
      assessor: 'A. Teacher',
      date: '2026-03-02',
      kind: 'peer',
    });
    expectSo(
      'the CSV without a setting comes back',
      JSON.stringify(back.value?.[0]?.ratings) === JSON.stringify(ratings),
      back,
    );
    expectSo('the CSV makes nothing up', !/setting|assessor|date|kind/u.test(bare.split('\n')[0]), bare.split('\n')[0]);

    await page.getByText('Who judged what, when').first().click();
    const about = {
      setting: 'hilltop',
      settingName: 'Hilltop Primary',
      assessor: 'A. Teacher',
      date: '2026-03-02',
      kind: 'peer',
    };
    for (const [name, value] of Object.entries(about)) {
      const field = page.locator(`#judge-${name}`);
      await (name === 'kind' ? field.selectOption(value) : field.fill(value));
    }
    await page.getByText('The CSV leaves those columns out').waitFor({ state: 'detached' });
    const { id, version } = rubric;
    const assessment = { ...about, ratings };
    sameBytes(
      PLACE,
      'the report',
      (await saved(page, 'Save the report')).bytes,
      await reportInNode(rubric, assessment),
    );
    sameBytes(
      PLACE,
      'the CSV',
      (await saved(page, 'Save as CSV')).bytes,
      `\uFEFF${toCsv(toRatingRows(rubric, [{ ...assessment, rubric: { id, version } }]))}`,
    );
    const json = await saved(page, 'Save as JSON');
    sameBytes(
      PLACE,
      'the JSON',
      json.bytes,
      `${JSON.stringify({ rubric: { id, version }, ...assessment }, null, 2)}\n`,
    );

    const inAddress = () => Buffer.from(page.url().split('a=')[1] ?? '', 'base64url').toString();
    expectSo(
      'no reason, name or setting stands in the address',
      !/two teachers|Teacher|illtop/u.test(inAddress()),
      inAddress(),
    );
    await page.reload();
    await settled(page);
    const partly = page.getByRole('group', { name: 'Use of data' }).getByLabel('Partly');
    expectSo('the address brings the answers back', await partly.isChecked());
    await page
      .locator('#judge-open')
      .setInputFiles({ name: json.name, mimeType: 'application/json', buffer: json.bytes });
    await page.getByText('The file was read.').waitFor();
    expectSo(
      'the file brings the names back',
      (await page.locator('#judge-settingName').inputValue()) === 'Hilltop Primary',
    );
    await page.getByLabel('Put names, notes, reasons and evidence into the address too').check();
    await page.waitForFunction(() =>
      atob(location.hash.split('a=')[1].replaceAll('-', '+').replaceAll('_', '/')).includes('Hilltop'),
    );
    await page.getByRole('group', { name: 'Core team' }).getByText('Levels and a note').click();
    await page.getByRole('group', { name: 'Core team' }).locator('textarea').fill('x'.repeat(9_000));
    await page.getByText('too long for an address').waitFor();
  });

const takesOnesOwn = (browser, address, rubric) =>
  inPage(browser, address, `${PLACE}#rubric=psqm`, async (page, expectSo) => {
    const choice = page.locator('#judge-rubric');
    expectSo('the rubric of the address is shown', (await choice.inputValue()) === 'psqm');
    const label = await choice.locator('option:checked').textContent();
    expectSo(
      'rubrics go by their labels, the id beside',
      label.includes(' ') && (await page.locator('#judge-rubric-id').textContent()).includes('psqm'),
      label,
    );
    await choice.selectOption(OWN);
    await page.locator('#judge-json').fill('{ "id": "x" ');
    await page.getByText('1 error: The text is no JSON').waitFor();
    await page.locator('#judge-json').fill('{ "id": "x" }');
    await page.locator('.pg-issues li', { hasText: 'criteria' }).first().waitFor();
    await page.locator('#judge-json').fill(JSON.stringify(rubric));
    await page.getByRole('group', { name: 'Shared vision' }).waitFor();
  });

/** Answers outlive a key on the list of rubrics, and a link to a place on the page. */
const keepsAnswers = (browser, address) =>
  inPage(browser, address, PLACE, async (page, expectSo) => {
    const partly = page.getByRole('group', { name: 'Shared vision' }).getByLabel('Partly');
    await partly.check();
    await page.waitForFunction(() => location.hash.includes('a='));
    const kept = page.url();
    await page.locator('#judge-rubric').focus();
    for (const [key, isHere] of [
      ['ArrowDown', false],
      ['ArrowUp', true],
    ]) {
      await page.keyboard.press(key);
      await partly.waitFor({ state: isHere ? 'attached' : 'detached' });
    }
    await page.waitForFunction((url) => location.href === url, kept);
    expectSo('another rubric and back brings the answers back', await partly.isChecked());
    await page.getByRole('link', { name: 'Skip to content' }).focus();
    await page.keyboard.press('Enter');
    expectSo('the link past the menus leads there', (await focused(page)) === 'VPContent', await focused(page));
    await page.waitForFunction((url) => location.href === url, kept);
    await page.locator('.header-anchor').first().click();
    await page.waitForFunction((url) => location.href === url, kept);
    await page.reload();
    await settled(page);
    expectSo('a reload after these links has the answers', await partly.isChecked());
    await page.getByText('Item of evidence').first().click();
    await page.getByRole('button', { name: 'Add an item' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.id.startsWith('judge-evidence-0-'));
  });

export const judges = async (browser, address) => {
  const { stemNationLeadership } = await import('../../../dist/data/rubrics/stem-nation-leadership.js');
  await fillsInTheForm(browser, address, stemNationLeadership);
  await takesOnesOwn(browser, address, stemNationLeadership);
  await keepsAnswers(browser, address);
};
