// *Write*: a rubric checked, proved and drawn, and landed as one file of the project.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { askWorker, focused, inPage, paste, root, sameBytes, saved } from './frame.mjs';

/** States to look at in a proof that is made twice here. */
const MOST_STATES = 300_000;
const PLACE = 'playground/write.html';

/** Each shipped rubric, checked and proved by the worker of the page and by Node: all that is found, in the order found. */
const checksAsInNode = async (page) => {
  const { checkRubric, proveRubric } = await import('../../../dist/evaluation/index.js');
  const found = { browser: [], node: [] };
  for (const file of readdirSync(join(root, 'src/data/rubrics')).sort()) {
    const id = basename(file, '.ts');
    const [rubric] = Object.values(await import(`../../../dist/data/rubrics/${id}.js`));
    const checked = checkRubric(rubric);
    found.node.push(JSON.stringify({ count: checked.length, issues: checked.slice(0, 50) }));
    found.browser.push(await askWorker(page, 'rubric-worker', { kind: 'check', source: { id } }));
    // A proof by every state of a large rubric takes its time, and is the same program.
    if (proveRubric(rubric, { mostStates: 1, samples: 1 }).states > MOST_STATES) continue;
    found.node.push(JSON.stringify(proveRubric(rubric)));
    found.browser.push(await askWorker(page, 'rubric-worker', { kind: 'prove', source: { id } }));
  }
  const what = `checks and proofs of the shipped rubrics, ${found.node.length} answers`;
  sameBytes(PLACE, what, found.browser.join('\n'), found.node.join('\n'));
};

/** The rubric is read: what was said of the one before is gone by then. */
const isChecked = async (page, id) => {
  await page.getByRole('button', { name: `Save ${id}.ts` }).waitFor();
  await page.getByText('Checked:').waitFor();
};

const write = async (page, rubric) => {
  await page.locator('#write-text').fill(JSON.stringify(rubric, null, 2));
  await page.locator('.pg[aria-busy="false"]').waitFor();
  await page.getByText('Checked:').waitFor();
};

/** A checkout to try in: the sources and the scripts, without a past. */
const checkout = () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  for (const part of ['src', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.src.json', 'biome.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

const recordIn = async (folder, file) => {
  const { outputFiles } = await build({ entryPoints: [join(folder, file)], bundle: true, format: 'esm', write: false });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
  return Object.values(module)[0];
};

const formatted = (file, text) =>
  execFileSync('npx', ['biome', 'format', `--stdin-file-path=${file}`], { cwd: root, input: text }).toString();
const withoutComment = (text) => text.replace(/^\/\*\*.*\*\/$/mu, '');

/** What `new:rubric` writes, given to the page as JSON, comes out as the same file; and a rubric of one's own passes `check:rubric`. */
const lands = async (page, expectSo) => {
  const folder = checkout();
  const file = 'src/data/rubrics/trial-rubric.ts';
  const script = (name, ...words) =>
    execFileSync(process.execPath, [`scripts/${name}.mjs`, ...words], { cwd: folder, encoding: 'utf8' });
  try {
    script('new-rubric', 'trial-rubric', 'Trial rubric');
    const begun = readFileSync(join(folder, file), 'utf8');
    await write(page, await recordIn(folder, file));
    const same = await saved(page, 'Save trial-rubric.ts');
    sameBytes(
      PLACE,
      'the file of new:rubric',
      withoutComment(same.bytes.toString()),
      withoutComment(formatted(file, begun)),
    );

    const own = {
      ...(await recordIn(folder, file)),
      label: 'Our “trial” rubric, in somebody’s words',
      criteria: [
        { id: 'first-criterion', label: 'Everybody\'s "first" criterion', weight: 2 },
        {
          id: 'second-criterion',
          label: 'Second criterion, which has a long label so that the line is broken where the formatter breaks it',
          weight: 1,
        },
      ],
    };
    await write(page, own);
    const { name, bytes } = await saved(page, 'Save trial-rubric.ts');
    expectSo('the file has the name of the id', name === 'trial-rubric.ts', name);
    sameBytes(PLACE, 'the layout of the project’s formatter', bytes, formatted(file, bytes));
    writeFileSync(join(folder, file), bytes);
    sameBytes(PLACE, 'the rubric in the file', JSON.stringify(await recordIn(folder, file)), JSON.stringify(own));
    const answer = script('check-rubric', 'trial-rubric');
    console.log(`${PLACE}: a rubric written here, as ${file}: ${answer.trim().split('\n').at(-1)}`);
  } catch (error) {
    expectSo('the rubric lands as one file', false, `${error.message} ${error.stdout ?? ''}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** What goes from the page does not take the focus along. */
const keepsFocus = (browser, address) =>
  inPage(browser, address, PLACE, async (page, expectSo) => {
    const focusIs = async (name) => {
      const seen = await focused(page);
      expectSo(`the focus is on “${name}”`, seen === name, seen);
    };
    await page.getByText('Checked: nothing needs thought.').waitFor();
    await page.getByRole('button', { name: 'Prove its promises' }).focus();
    await page.keyboard.press('Enter');
    await focusIs('Prove its promises');
    await page.getByText('Every promise holds.').waitFor();
    await focusIs('Prove its promises');
    await page.locator('#write-begin').selectOption('nc-stem-attributes-2012');
    await isChecked(page, 'nc-stem-attributes-2012');
    for (const [press, words] of [
      [true, 'Stopped.'],
      [false, 'Every promise holds.'],
    ]) {
      await page.evaluate(async (isPressed) => {
        const button = (name) =>
          [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
        button('Prove its promises').click();
        while (button('Stop') === undefined) await new Promise((done) => requestAnimationFrame(done));
        button('Stop').focus();
        if (isPressed) button('Stop').click();
      }, press);
      await page.getByText(words).waitFor();
      await focusIs(words);
    }
    const text = page.locator('#write-text');
    await text.focus();
    await paste(text, ' '.repeat(120_000));
    await page.getByRole('button', { name: 'Take it out' }).waitFor();
    await focusIs('Take it out');
    await page.keyboard.press('Enter');
    await text.waitFor();
    await focusIs('write-text');
  });

/** What somebody wrote outlives a key on the list of rubrics, a reload, and the way to *Judge* and back. */
const keepsText = (browser, address) =>
  inPage(browser, address, PLACE, async (page, expectSo) => {
    const text = page.locator('#write-text');
    const own = (await text.inputValue()).replace('Our science club', 'Our own club');
    const isThere = async (after) => expectSo(`the text is there after ${after}`, (await text.inputValue()) === own);
    await text.fill(own);
    await page.getByText('Checked:').waitFor();
    await page.locator('#write-begin').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('Your text stays').waitFor();
    await isThere('a key on the list');
    await page.reload();
    await page.getByText('Checked:').waitFor();
    await isThere('a reload');
    await page.getByRole('link', { name: 'Judge by it' }).click();
    await page.locator('.pg-form').waitFor();
    await page.goBack();
    await page.getByText('Checked:').waitFor();
    await isThere('the way back');
    await page.getByRole('button', { name: 'Begin with this' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Begin with this' }).waitFor({ state: 'detached' });
    expectSo('the text is as it was chosen', (await text.inputValue()).includes('Our science club'));
    expectSo('the focus is on the list', (await focused(page)) === 'write-begin', await focused(page));
  });

export const writes = async (browser, address) => {
  const { proveRubric } = await import('../../../dist/evaluation/index.js');
  await inPage(browser, address, PLACE, async (page, expectSo) => {
    await page.getByText('Checked: nothing needs thought.').waitFor();
    const rubric = JSON.parse(await page.locator('#write-text').inputValue());
    await page.getByRole('button', { name: 'Prove its promises' }).click();
    await page.getByText('Every promise holds.').waitFor();
    await checksAsInNode(page);
    const proof = proveRubric(rubric);
    const said = await page.locator('.pg-proof').textContent();
    expectSo('the worker looked at as many states as Node', said.includes(`all ${proof.states} states`), said);
    await page.getByText('The rule as a drawing').first().click();
    await page.locator('.pg-result svg').first().waitFor();
    await lands(page, expectSo);
    // A criterion that nothing asks for.
    const idle = {
      ...rubric,
      scoring: { kind: 'none' },
      outcomes: [{ ...rubric.outcomes[1], rule: rubric.outcomes[1].rule.rules[0] }],
      examples: undefined,
    };
    await write(page, idle);
    await page.locator('.pg-issues li', { hasText: 'It meets every week' }).first().waitFor();
    // Stop ends the worker.
    await page.locator('#write-begin').selectOption('nc-stem-attributes-2012');
    await page.getByRole('button', { name: 'Begin with this' }).click();
    await isChecked(page, 'nc-stem-attributes-2012');
    // Both buttons are pressed within the page, the second as soon as it is there: a proof may end before a test has looked.
    await page.evaluate(async () => {
      const button = (name) => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
      button('Prove its promises').click();
      while (button('Stop') === undefined) await new Promise((done) => requestAnimationFrame(done));
      button('Stop').click();
    });
    await page.getByText('Stopped.').waitFor();
  });
  await keepsFocus(browser, address);
  await keepsText(browser, address);
};
