// After how many days a status is reported anew: whoever has the project is reminded, puts it off or reports; nobody else hears of it.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { fillIn, post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const renew = (page) => page.getByRole('region', { name: 'Status reports to renew' });
const notice = (page) => main(page).locator('.notice', { has: page.getByRole('button', { name: 'Remind in a week' }) });
const pathOf = (page) => new URL(page.url()).pathname;

const QUEUE = 'Print queue without stops';
const DESK = 'Service desk for shift leaders';
const RHYTHM = '/staff/status-rhythm';

/** One of the manager's colleagues, signed in. */
async function colleague({ server, newPage }, name) {
  const page = await newPage();
  await signIn(page, { ...server.demo.staff, email: `${name}@northline.example` });
  return page;
}

/** Chooses after how long people are reminded; ends on the day. */
async function remind(page, when) {
  await page.goto(RHYTHM);
  await page.getByLabel('Remind').selectOption(when);
  await press(page, 'Save');
  await page.waitForURL('**/today');
}

story('whoever has a project is reminded of its old status and puts that off, and others see nothing of it', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/today');
  const old = () => renew(mikko).locator('li', { hasText: QUEUE });
  await old().getByText(/^Riverbend Printing · Last status \d+ days ago$/).waitFor();
  await old().getByText('On track').waitFor();
  await check(mikko);
  await old().getByRole('link', { name: QUEUE, exact: true }).click();
  await mikko.getByRole('heading', { level: 1, name: QUEUE }).waitFor();
  await notice(mikko).getByText('The date has passed, but the status does not say so.').waitFor();
  await check(mikko);
  const project = pathOf(mikko);

  // A colleague who keeps plans finds it on the project; it is not on its day.
  const saara = await colleague(told, 'saara.lind');
  await saara.goto('/today');
  assert.equal(await main(saara).getByText(QUEUE).count(), 0);
  await saara.goto(project);
  await notice(saara).waitFor();
  // Whoever works at it without being responsible for it, or only reads, is not reminded and puts nothing off.
  for (const name of ['petra.niemi', 'henrik.holm']) {
    const other = await colleague(told, name);
    await other.goto('/today');
    assert.equal(await renew(other).count(), 0, `${name}'s day`);
    await other.goto(project);
    await other.getByRole('heading', { level: 1, name: QUEUE }).waitFor();
    assert.equal(await notice(other).count(), 0, `${name} on the project`);
    const cookies = await other.context().cookies();
    assert.ok([403, 404].includes((await post(server, cookies, `${project}/status/later`, [])).status), `${name} puts nothing off`);
    assert.ok([403, 404].includes((await ask(server, cookies, RHYTHM)).status), `${name} does not set it`);
  }
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const hers = await anna.context().cookies();
  assert.equal((await ask(server, hers, project)).status, 404, 'of another customer');
  assert.equal((await post(server, hers, `${project}/status/later`, [])).status, 404);
  assert.equal((await ask(server, hers, RHYTHM)).status, 404);
  await mikko.reload();
  await notice(mikko).waitFor();

  await mikko.goto('/today');
  await old().getByRole('button', { name: /^Remind in a week ?: Print queue/ }).click();
  await mikko.waitForURL('**/today');
  assert.equal(await old().count(), 0, 'put off');
  await check(mikko);
  await mikko.goto(project);
  await mikko.getByRole('heading', { level: 1, name: QUEUE }).waitFor();
  assert.equal(await notice(mikko).count(), 0);
  await check(mikko);
  // The same press from a page that was still open.
  const again = await post(server, await saara.context().cookies(), `${project}/status/later`, []);
  assert.equal(again.headers.get('location'), project);
});

story('after how long a status is old is said once for all, and reporting it anew is a look and a press', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const olli = await colleague(told, 'olli.oja');
  await olli.goto(`${plan}/status`);
  await main(olli).getByRole('link', { name: 'How often a status is reported' }).click();
  await olli.getByRole('heading', { level: 1, name: 'How often a status is reported' }).waitFor();
  await check(olli);
  const cookies = await olli.context().cookies();
  for (const every of ['8', '', '-7', '7 or so']) {
    const answer = await post(server, cookies, RHYTHM, [['every', every]]);
    assert.equal(answer.status, 422, every);
    assert.match(await answer.text(), /id="every-error"/);
  }
  assert.equal(await olli.getByLabel('Remind').inputValue(), '30', 'nothing of that holds');
  await remind(olli, 'After a week');
  await check(olli);
  await olli.goto(RHYTHM);
  assert.equal(await olli.getByLabel('Remind').inputValue(), '7');

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/today');
  const desk = () => renew(mikko).locator('li', { hasText: DESK });
  await desk().getByText(/^Lakeside Mills · Last status 1\d days ago$/).waitFor();
  const project = await desk().getByRole('link', { name: DESK, exact: true }).getAttribute('href');
  await check(mikko);
  await mikko.goto(project);
  await notice(mikko).getByText(/last status 1\d days ago/i).waitFor();
  await check(mikko);
  await mikko.goto('/today');

  // The customer's people see the project, and nothing of the reminder.
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(project);
  await anna.getByRole('heading', { level: 1, name: DESK }).waitFor();
  assert.equal(await anna.getByText(/last status \d+ days|Remind in a week/i).count(), 0);
  await check(anna);

  await remind(olli, 'Never');
  await mikko.reload();
  assert.equal(await renew(mikko).count(), 0, 'nobody is reminded');
  await fillIn(server, cookies, RHYTHM, /status-rhythm$/, { every: '7' });

  // Put off, it comes again when the week is over.
  await mikko.reload();
  await desk().getByRole('button', { name: /^Remind in a week ?: Service desk/ }).click();
  await mikko.waitForURL('**/today');
  assert.equal(await desk().count(), 0);
  await server.sql("update status_reminder set off_until = '2020-01-01'");
  await mikko.reload();
  await desk().getByRole('link', { name: /^Report again ?: Service desk/ }).click();
  const said = mikko.locator('#reason');
  assert.match(await said.inputValue(), /Eleven of fourteen/, 'what was said last is there');
  await check(mikko);
  mikko.allow(/422/);
  await said.fill('');
  await press(mikko, 'Report');
  await mikko.locator('#reason-error').waitFor();
  await said.fill('Thirteen of fourteen shift leaders have tried it.');
  await press(mikko, 'Report');
  await mikko.getByText('Thirteen of fourteen').first().waitFor();
  assert.equal(await notice(mikko).count(), 0);
  await check(mikko);
  await mikko.goto('/today');
  assert.equal(await desk().count(), 0, 'it is said anew');
  await anna.goto(project);
  await anna.getByText('Thirteen of fourteen').first().waitFor();
});
