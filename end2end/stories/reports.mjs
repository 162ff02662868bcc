// A report is put together from the plan, frozen when it is published, and approved by who has read all of it.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).first().click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();
const text = async (page) => (await main(page).locator('.page-main').innerText()).replaceAll(/\s+/g, ' ');

story('a published report never changes, and the customer approves what it has read', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/reports`);
  await mikko.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
  await check(mikko);
  await follow(mikko, 'Draft a report');
  await check(mikko);
  mikko.allow(/422/);
  await mikko.getByLabel('A day in it').fill('2099-01-01');
  await press(mikko, 'Draft a report');
  await mikko.locator('#day-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('A day in it').fill(new Date().toISOString().slice(0, 10));
  await mikko.getByLabel('Year').check();
  await mikko.getByLabel('In your words').fill('The year in which the halls got their rings.');
  await press(mikko, 'Draft a report');
  await mikko.getByRole('heading', { level: 1, name: /^Year/ }).waitFor();
  await mikko.getByText('Only you and your colleagues see this draft').waitFor();
  await check(mikko);
  const report = new URL(mikko.url()).pathname;
  await follow(mikko, 'Edit the words');
  await check(mikko);
  await mikko.getByLabel('In your words').fill('The year in which halls 1 and 2 got their rings.');
  await press(mikko, 'Save');
  await mikko.getByText('The year in which halls 1 and 2').waitFor();

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  anna.allow(/404/);
  assert.equal((await anna.goto(report)).status(), 404, 'a draft is the supplier’s');
  await main(mikko).locator('summary', { hasText: 'Publish' }).click();
  await press(mikko, 'Publish');
  await mikko.getByRole('heading', { name: 'Approval' }).waitFor();
  await check(mikko);

  await anna.goto(`${plan}/reports`);
  await check(anna);
  await follow(anna, /^Year/);
  await anna.getByRole('heading', { name: 'Invoiced' }).waitFor();
  await check(anna);
  const before = await text(anna);
  assert.match(before, /Hall 2 on the new network/);
  await press(anna, 'Approve this report');
  await anna.getByText(/Anna Aho, today/).waitFor();
  assert.equal(await anna.getByRole('button', { name: 'Approve this report' }).count(), 0);
  await follow(anna, 'Ask or tell something');
  await anna.getByText(/Report: Year/).first().waitFor();
  await check(anna);

  // The data goes on; the report does not.
  await mikko.goto(plan);
  await follow(mikko, 'New network for the mill');
  await follow(mikko, 'Name, visibility, ending');
  await mikko.getByLabel('Name', { exact: true }).first().fill('Rings for the mill');
  await press(mikko, 'Save');
  await mikko.getByRole('heading', { level: 1, name: 'Rings for the mill' }).waitFor();
  await anna.goto(report);
  const facts = (said) => said.split('Approval')[0];
  assert.equal(facts(await text(anna)), facts(before));
  const hash = (said) => said.match(/SHA-256 ([0-9a-f]{64})/)[1];
  assert.equal(hash(await text(anna)), hash(before));
  await check(anna);
});

story('a manager says how often the customer gets a report, and by which day', { demo: [] }, async (told) => {
  const { server, newPage, check } = told;
  const [, plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/reports`);
  await mikko.getByText('No regular reports.').waitFor();
  await follow(mikko, 'How often');
  await check(mikko);
  mikko.allow(/422/);
  await mikko.getByLabel('Every month').check();
  await mikko.getByLabel('By which day of the month after').fill('30');
  await press(mikko, 'Save');
  await mikko.locator('#day-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('By which day of the month after').fill('5');
  await press(mikko, 'Save');
  await mikko.getByText('Every month, by day 5 of the next.').waitFor();
  await check(mikko);
});
