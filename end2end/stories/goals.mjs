// A goal is an effect in the customer's business: either side proposes it, both agree to the same words, both look at what is measured.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name }).first().click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

story('a goal goes from the words of one side to a curve that both confirm', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await check(anna);
  await anna.goto(`${plan}/goals`);
  await anna.getByRole('heading', { level: 1, name: 'Goals' }).waitFor();
  await check(anna);
  assert.match(await main(anna).innerText(), /Off its path/);

  // What waits is agreed to where it is read.
  await follow(anna, 'Shift leaders solve more by themselves');
  await check(anna);
  await press(anna, 'Agree to this goal');
  await anna.getByText(/Anna Aho, today/).waitFor();
  await anna.goto(`${plan}/goals`);
  await follow(anna, 'No shift waits for the service desk');
  await anna.getByRole('img', { name: /Curve from 14.*to the target 4/ }).waitFor();
  await anna.getByRole('row', { name: /Two new shift leaders/ }).waitFor();
  await check(anna);

  // In her own words, with what is wrong told field by field.
  await anna.goto(`${plan}/goals/new`);
  await check(anna);
  await anna.getByLabel('Effect wanted').fill('The warehouse is warm in winter');
  await anna.getByLabel('Why it matters').fill('People go home early in January.');
  await anna.getByLabel('What is measured').fill('Temperature at gate 2 at six in the morning');
  await anna.getByLabel('Unit').fill('°C');
  await anna.getByLabel('Who measures it').fill('The caretaker');
  await anna.getByLabel('Now', { exact: true }).fill('fourteen');
  await anna.getByLabel('Target', { exact: true }).fill('18');
  await anna.getByLabel('More is better').check();
  await anna.getByLabel('By when').fill(day(90));
  anna.allow(/422/);
  await press(anna, 'Propose a goal');
  await anna.locator('#baseline-error').waitFor();
  await check(anna);
  await anna.getByLabel('Now', { exact: true }).fill('14,5');
  await press(anna, 'Propose a goal');
  await anna.getByRole('heading', { level: 1, name: 'The warehouse is warm in winter' }).waitFor();
  const goal = new URL(anna.url()).pathname;

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/waiting');
  await follow(mikko, 'The warehouse is warm in winter');
  await check(mikko);

  // Changed meanwhile: nobody agrees to what was not read.
  await anna.goto(`${goal}/edit`);
  await anna.getByLabel('Target', { exact: true }).fill('19');
  await press(anna, 'Propose this version');
  await anna.getByText('Earlier versions').waitFor();
  mikko.allow(/409/);
  await press(mikko, 'Agree to this goal');
  await mikko.getByText('The goal was changed after you opened it').waitFor();
  await check(mikko);
  await press(mikko, 'Agree to this goal');
  await mikko.getByText(/Mikko Kallio, today/).first().waitFor();

  await mikko.locator('#value').fill('14');
  await press(mikko, 'Add reading');
  await mikko.getByText('waiting for the other side').waitFor();
  await anna.goto(goal);
  await anna.getByRole('link', { name: /^Dispute/ }).click();
  await check(anna);
  await anna.getByLabel('What is not right?').fill('The gate was open');
  await press(anna, 'Send');
  await anna.getByText('Anna Aho: The gate was open').waitFor();
  await check(anna);
  await anna.locator('#value').fill('19,5');
  await press(anna, 'Add reading');
  await anna.getByText('The last reading meets the target').waitFor();
  await mikko.goto(goal);
  await mikko.getByRole('button', { name: /^Confirm/ }).click();
  await mikko.locator('.table .status.done', { hasText: 'confirmed' }).waitFor();
  await check(mikko);

  await anna.goto(`${goal}/end`);
  await check(anna);
  await anna.getByLabel('Given up').check();
  await press(anna, 'Close it');
  await anna.locator('#reason-error').waitFor();
  await anna.getByLabel('Reached').check();
  await press(anna, 'Close it');
  await anna.locator('.status.done', { hasText: 'Reached' }).waitFor();
  await check(anna);
});
