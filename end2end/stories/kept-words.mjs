// A page with several things to type loses none of them, whichever of its buttons is pressed; and drafts come back.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const MOVING = SETTINGS.filter(({ javaScript }) => javaScript);

async function staffIn({ server, newPage }) {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  const [plan] = server.demo.plans;
  await page.goto(plan);
  const project = await page.locator('main a[href*="/projects/0"]').first().getAttribute('href');
  return { page, plan, project: new URL(project, server.address).pathname };
}

const press = (page, name) => page.locator('main').getByRole('button', { name, exact: true }).click();

story('whichever button of a discussion is pressed, what was typed elsewhere stays', { demo: [] }, async (told) => {
  const { page, plan } = await staffIn(told);
  await page.goto(`${plan}/threads`);
  await page.getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  const [reply, note, outcome] = [/everyone in this discussion/, 'Note to colleagues', 'Outcome, in one line'].map((it) => page.getByLabel(it));
  await page.locator('main').getByText('Mark as resolved').click();
  await reply.fill('Both suit us.');
  await note.fill('Ask the night shift.');
  await outcome.fill('The later one.');
  await page.getByText('Not right?').click();
  await press(page, 'Nobody needs to act');
  await page.getByText('nobody needs to act', { exact: true }).first().waitFor();
  assert.equal(await reply.inputValue(), 'Both suit us.');
  assert.equal(await note.inputValue(), 'Ask the night shift.');
  assert.equal(await outcome.inputValue(), 'The later one.');
  await told.check(page);
  await press(page, 'Save note');
  await page.locator('.messages .note', { hasText: 'Ask the night shift.' }).waitFor();
  assert.equal(await note.inputValue(), '');
  assert.equal(await reply.inputValue(), 'Both suit us.');
  // Enter in the line for what came of it resolves, and nothing else.
  await outcome.press('Enter');
  await page.locator('.outcome', { hasText: 'The later one.' }).waitFor();
  assert.equal(await reply.inputValue(), 'Both suit us.');
  await press(page, 'Send the reply');
  await page.locator('.message .prose', { hasText: 'Both suit us.' }).waitFor();
  assert.equal(await reply.inputValue(), '');
});

story('of a customer both halves are kept, whichever is saved first', { demo: [] }, async (told) => {
  const { page, plan } = await staffIn(told);
  await page.goto(`${plan}/edit`);
  const [segment, about] = [page.getByLabel('Segment'), page.getByLabel('What colleagues should know')];
  const before = await segment.inputValue();
  await about.fill('They count in shifts.\nAsk for Ben.');
  await page.getByLabel('Name', { exact: true }).fill('Lakeside Paper');
  await page.locator('section:has(#h-details)').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Lakeside Paper');
  assert.equal(await about.inputValue(), 'They count in shifts.\nAsk for Ben.');
  assert.equal(await segment.inputValue(), before);
  await told.check(page);
  await page.locator('section.note').getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/done=changed/);
  await page.goto(`${plan}/edit`);
  assert.equal(await about.inputValue(), 'They count in shifts.\nAsk for Ben.');
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Lakeside Paper');
});

story('a reason and a text of a project survive a reload, and are forgotten once kept', { demo: [], settings: MOVING }, async (told) => {
  const { page, plan, project } = await staffIn(told);
  const kept = () => page.getByText('Draft saved in this browser.');
  await page.goto(`${project}/status`);
  const reason = page.getByLabel('Reason, as the customer will read it');
  await reason.fill('The factory burned.');
  await page.getByLabel('Late').check();
  await kept().waitFor();
  await page.goto(plan);
  await page.goto(`${project}/status`);
  await kept().waitFor();
  assert.equal(await reason.inputValue(), 'The factory burned.');
  assert.equal(await page.getByLabel('Late').isChecked(), true, 'the words come back with the status that was chosen with them');
  await press(page, 'Report');
  await page.waitForURL((address) => address.pathname === project);
  await page.goto(`${project}/edit`);
  const about = page.getByLabel('Purpose');
  await about.fill('A network nobody has to think about.');
  await kept().waitFor();
  await page.reload();
  await kept().waitFor();
  assert.equal(await about.inputValue(), 'A network nobody has to think about.');
  await press(page, 'Save');
  await page.waitForURL((address) => address.pathname === project);
  for (const path of ['status', 'edit']) {
    await page.goto(`${project}/${path}`);
    await page.waitForTimeout(500);
    assert.equal(await kept().count(), 0, path);
  }
  await page.goto(`${plan}/projects/new`);
  await page.getByLabel('Name', { exact: true }).fill('Hall 4');
  await kept().waitFor();
  await press(page, 'Start a project');
  await page.getByRole('heading', { level: 1, name: 'Hall 4' }).waitFor();
  await page.goto(`${plan}/projects/new`);
  await page.waitForTimeout(500);
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), '');
});

story('a draft that is older than a week is not there any more', { demo: [], settings: MOVING }, async (told) => {
  const { page, plan, project } = await staffIn(told);
  await page.goto(`${project}/status`);
  await page.getByLabel('Reason, as the customer will read it').fill('The factory burned.');
  await page.getByText('Draft saved in this browser.').waitFor();
  await page.goto(plan);
  await page.evaluate(() => {
    const [name] = Object.keys(localStorage);
    const [id, at, ...fields] = localStorage.getItem(name).split('\n');
    localStorage.setItem(name, [id, Number(at) - 8 * 86_400_000, ...fields].join('\n'));
  });
  await page.goto(`${project}/status`);
  await page.waitForTimeout(500);
  assert.equal(await page.getByLabel('Reason, as the customer will read it').inputValue(), '');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

story('a member who answers and corrects whose turn it is loses no word', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const member = await newPage();
  await enterByLink(member, server.demo.links[0], mailbox);
  await member.goto(`${server.demo.plans[0]}/threads`);
  await member.getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  await member.getByLabel(/everyone in this discussion/).fill('We ask our crew.');
  const main = member.locator('main');
  const choice = main.getByRole('button', { name: 'It waits for Northline' });
  for (const close of [() => member.keyboard.press('Escape'), () => member.locator('h1').click()]) {
    await member.getByText('Not right?').click();
    await choice.waitFor();
    await close();
    await choice.waitFor({ state: 'hidden' });
  }
  await member.getByText('Not right?').click();
  await press(member, 'It waits for Northline');
  await member.getByText('waits for Northline, new today').waitFor();
  assert.equal(await member.getByLabel(/everyone in this discussion/).inputValue(), 'We ask our crew.');
  await check(member);
});
