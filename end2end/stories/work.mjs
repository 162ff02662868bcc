// Work is recorded on a phone in seconds, approved in one press, and told behind the line that charges it.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();

story('a line of an invoice leads to the work behind it, from the record to the answer', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  await main(mikko).locator('a[href*="/projects/0"]').first().click();
  await main(mikko).getByRole('link', { name: 'Record work' }).click();
  await mikko.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  await check(mikko);
  // The project is chosen and the day is today: what is left is how long, and what.
  await mikko.getByLabel('Time spent').fill('tomorrow');
  await mikko.getByLabel('What you did and why').fill('Met the factory about the switches');
  mikko.allow(/422/);
  await press(mikko, 'Record');
  await mikko.getByText('for example 1:30 or 90 min').first().waitFor();
  assert.equal(await mikko.getByLabel('What you did and why').inputValue(), 'Met the factory about the switches');
  await check(mikko);
  await mikko.getByLabel('Time spent').fill('90 min');
  await press(mikko, 'Record');
  await mikko.getByText('Recorded.').waitFor();
  const own = main(mikko).locator('.work-row', { hasText: 'Met the factory' });
  assert.match((await own.innerText()).replaceAll('\u00a0', ' '), /1 h 30 min/);
  await own.getByRole('link', { name: /Same again today/ }).click();
  assert.equal(await mikko.getByLabel('Time spent').inputValue(), '1:30');
  await mikko.goto('/work');
  await own.getByRole('link', { name: /Correct/ }).click();
  await check(mikko);
  await mikko.getByLabel('Time spent').fill('2 h');
  await press(mikko, 'Save');
  await mikko.getByText('The entry is corrected.').waitFor();

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const work = `${plan}/work`;
  await anna.goto(work);
  await anna.getByRole('heading', { level: 1, name: 'Work not invoiced yet' }).waitFor();
  assert.equal(await anna.getByText('Met the factory').count(), 0, 'it is not approved');
  await mikko.goto(work);
  await check(mikko);
  await press(mikko, 'Approve the chosen ones');
  await mikko.getByText('Nothing waits for approval.').waitFor();
  await anna.reload();
  await anna.getByText('Met the factory about the switches').waitFor();
  await check(anna);

  await anna.goto(`${plan}/invoices`);
  await anna.getByRole('link', { name: /Work not invoiced yet/ }).waitFor();
  await anna.getByRole('link', { name: '1057' }).first().click();
  const line = anna.locator('tr', { hasText: 'New network, hall 2' });
  await line.locator('summary', { hasText: 'The work behind it' }).click();
  await line.getByText('Pulled the fibre along the north wall').waitFor();
  await line.getByText('Adds up to the quantity').waitFor();
  await check(anna);

  await mikko.goto(new URL(anna.url()).pathname);
  await mikko.locator('tr', { hasText: 'New network, hall 2' }).getByRole('link', { name: /Choose the work behind it/ }).click();
  await mikko.getByLabel(/Pulled the fibre along the north wall/).uncheck();
  await check(mikko);
  await press(mikko, 'Save the chosen ones');
  await mikko.getByText(/8.h of the quantity has no work beside it/).waitFor();
  await anna.reload();
  await line.locator('summary', { hasText: 'The work behind it' }).click();
  await line.getByText(/8.h of the quantity has no work beside it/).waitFor();
});

story('a project says what of its budget is used, and until when it lasts, to readers of sums alone', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  await main(mikko).getByRole('link', { name: 'New network for the mill' }).first().click();
  const budget = (page) => main(page).locator('section', { has: page.locator('#h-budget') });
  await budget(mikko).getByText(/of 80.h/).waitFor();
  await budget(mikko).getByRole('link', { name: 'Set the budget' }).click();
  await check(mikko);
  mikko.allow(/422/);
  await mikko.getByLabel('Budget in hours').fill('many');
  await press(mikko, 'Save');
  await mikko.locator('.error').first().waitFor();
  await mikko.getByLabel('Budget in hours').fill('120');
  await press(mikko, 'Save');
  await budget(mikko).getByText(/of 120.h/).waitFor();
  await check(mikko);
  const project = new URL(mikko.url()).pathname;

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(project);
  await budget(anna).getByText(/of 120.h/).waitFor();
  await budget(anna).getByText(/it lasts until/).waitFor();
  await budget(anna).getByText('of the work is not charged').waitFor();
  await budget(anna).locator('summary', { hasText: 'The figures' }).click();
  await budget(anna).getByText('So far').first().waitFor({ state: 'attached' });
  await check(anna);

  await mikko.goto('/work');
  await check(mikko);
});
