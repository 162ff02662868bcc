// The day of the supplier's people: a manager of several customers, a specialist with two tasks and a director each find theirs.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const sheet = (page, name) => main(page).locator('section', { has: page.getByRole('heading', { level: 2, name, exact: true }) });
const row = (page, text) => main(page).locator('.waiting li', { hasText: text });

const LATE = 'Second queue server running';
const DISK = 'Replace the disk of the first queue server';
const OFFER = 'Send the offer for calibrating the second press';

/** One of the manager's colleagues, signed in. */
async function colleague({ server, newPage }, name) {
  const [email] = server.demo.colleagues.find(([address]) => address.startsWith(name)) ?? assert.fail(`no ${name}`);
  const page = await newPage();
  await signIn(page, { ...server.demo.staff, email });
  return page;
}

story('a manager finds the day after signing in, does a task in one press and undoes it', { demo: [] }, async (told) => {
  const { server, newPage, check } = told;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.waitForURL('**/today');
  await mikko.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await check(mikko);
  await sheet(mikko, 'Questions').locator('li').first().waitFor();
  const danger = sheet(mikko, 'Promises in danger').locator('li', { hasText: LATE });
  await danger.getByText('9 days late').waitFor();
  await danger.getByText('On track').waitFor();
  await danger.getByText('The date has passed, but the status does not say so.').waitFor();
  await sheet(mikko, 'Invoices, overdue or questioned').locator('li', { hasText: '1048, Riverbend Printing' }).waitFor();
  await sheet(mikko, 'Plan not opened for 60 days').locator('li', { hasText: 'Riverbend Printing' }).waitFor();
  await sheet(mikko, 'Since yesterday').locator('li').first().waitFor();

  const task = row(mikko, OFFER);
  await task.getByText(/^Mine · Riverbend Printing/).waitFor();
  await task.getByRole('button', { name: /^Done/ }).click();
  await mikko.getByText(`Done: “${OFFER}”.`).waitFor();
  assert.equal(await task.count(), 0, 'it is done');
  await check(mikko);
  await mikko.getByRole('button', { name: 'Undo' }).click();
  await task.waitFor();
  assert.equal(await mikko.getByText('Done: “').count(), 0);

  await danger.getByRole('link', { name: /^Report the status/ }).click();
  await mikko.waitForURL('**/status');
  await mikko.goto('/today');
  await row(mikko, LATE).getByRole('link', { name: LATE }).click();
  await mikko.waitForURL('**/milestones/**');
});

story('a specialist finds what is on it, and a director how all customers are', { demo: [] }, async (told) => {
  const { check } = told;
  const petra = await colleague(told, 'petra');
  await petra.waitForURL('**/today');
  await check(petra);
  await row(petra, DISK).getByText(/^Mine · /).waitFor();
  await row(petra, 'Lend our own switches').waitFor();
  await row(petra, DISK).getByRole('button', { name: /^Done/ }).click();
  await petra.getByText(`Done: “${DISK}”.`).waitFor();
  await check(petra);

  const olli = await colleague(told, 'olli');
  await olli.waitForURL('**/today');
  await check(olli);
  const alarming = sheet(olli, 'At risk or late').locator('li', { hasText: 'Lakeside Mills' });
  await alarming.getByText(/The switches for hall 3 come a week late/).waitFor();
  await alarming.getByText('Mikko Kallio').waitFor();
  await sheet(olli, 'Waiting for us the longest').locator('li').first().waitFor();
  await sheet(olli, 'At risk or late').getByRole('link', { name: 'See all of them' }).click();
  await olli.waitForURL('**/customers?show=alarming&sort=light');
});

story('a task is given to somebody by name, on either side', { demo: [] }, async ({ server, newPage, check }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(server.demo.plans[0]);
  await main(mikko).locator('a[href*="/projects/0"]').first().click();
  await main(mikko).getByRole('link', { name: 'Add a task' }).click();
  await check(mikko);
  await mikko.getByLabel('What needs to be done').fill('Mark the sockets of hall 3');
  await mikko.getByLabel('Who exactly').selectOption({ label: 'Ben Berg, Lakeside Mills' });
  mikko.allow(/422/);
  const add = main(mikko).getByRole('button', { name: 'Add a task', exact: true });
  await add.click();
  await mikko.getByText('This person is on the other side.').first().waitFor();
  await check(mikko);
  await mikko.getByRole('radio', { name: 'Lakeside Mills' }).check();
  await add.click();
  await main(mikko).locator('.task', { hasText: 'Mark the sockets' }).getByText(/Ben Berg takes care of this/).waitFor();
  await check(mikko);
});

story('what is open is filled in where a payment is recorded', { demo: [] }, async ({ server, newPage, check }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await row(mikko, '1048, Riverbend Printing').getByRole('link', { name: /1048/ }).click();
  await main(mikko).locator('summary', { hasText: 'Record a payment' }).click();
  assert.match(await mikko.getByLabel(/^Amount/).inputValue(), /^\d+\.\d\d$/);
  await check(mikko);
  await main(mikko).getByRole('button', { name: 'Record a payment', exact: true }).click();
  await mikko.goto('/today');
  assert.equal(await row(mikko, '1048, Riverbend Printing').count(), 0, 'it is paid in two presses');
});

story('the table of customers is a file for spreadsheets, as it is filtered', { demo: [] }, async ({ server, newPage, check }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/customers?q=printing');
  await check(mikko);
  const address = await main(mikko).getByRole('link', { name: /CSV/ }).getAttribute('href');
  const file = await ask(server, await mikko.context().cookies(), address);
  assert.match(file.headers.get('content-type'), /^text\/csv/);
  assert.match(file.headers.get('content-disposition'), /^attachment/);
  const lines = (await file.text()).trim().split('\n');
  assert.equal(lines.length, 2, 'what was searched for, and the head');
  assert.match(lines[1], /^1004,Riverbend Printing,Mikko Kallio,0,0,1,0,/);
});

story('several projects are reported in one round, and what lacks its reason comes back alone', { demo: [] }, async ({ server, newPage, check }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(server.demo.plans[0]);
  await main(mikko).getByRole('link', { name: 'Report the status', exact: true }).click();
  await check(mikko);
  const of = (name) => main(mikko).locator('section', { has: mikko.getByRole('heading', { level: 2, name, exact: true }) });
  const [network, desk] = [of('New network for the mill'), of('Service desk for shift leaders')];
  await network.getByRole('radio', { name: 'Late' }).check();
  await network.getByRole('textbox').fill('The switches are lost in the mail.');
  await desk.getByRole('radio', { name: 'At risk' }).check();
  mikko.allow(/422/);
  const report = main(mikko).getByRole('button', { name: 'Report', exact: true });
  await report.click();
  await mikko.getByText('Some reports are not saved yet.').waitFor();
  await network.getByText('The switches are lost in the mail.').first().waitFor();
  assert.ok(await desk.getByRole('radio', { name: 'At risk' }).isChecked(), 'what was chosen is still chosen');
  await check(mikko);
  await desk.getByRole('textbox').fill('The night shift has no time before the audit.');
  await report.click();
  await mikko.waitForURL(`**${server.demo.plans[0]}`);
  await mikko.getByText('The night shift has no time before the audit.').first().waitFor();
  await mikko.getByText('The switches are lost in the mail.').first().waitFor();
});

story('a promised date moves from the day in two presses, with its reason', { demo: [] }, async ({ server, newPage }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await row(mikko, LATE).getByRole('link', { name: LATE, exact: true }).click();
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await mikko.getByLabel('New date').fill(day);
  await mikko.getByLabel('Reason').fill('The supplier of the racks is late.');
  await main(mikko).getByRole('button', { name: 'Promise the new date', exact: true }).click();
  await mikko.goto('/today');
  assert.equal(await row(mikko, LATE).count(), 0, 'it is in danger no more');
});
