// Asked once, used everywhere: why something is asked is told, the answer is found again, and prefilled when it is asked anew.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name }).first().click();

story('a question tells why, and its answer is there when it is asked again', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/knowledge`);
  await mikko.getByText('The guard at gate 2').waitFor();
  await check(mikko);
  await mikko.goto('/staff/questions');
  await check(mikko);
  await mikko.goto(`${plan}/knowledge/new`);
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Ask a question');
  await mikko.locator('#question-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('Question', { exact: true }).fill('Who decides at night?');
  await mikko.getByLabel('Why do we ask?').fill('Mira starts at the service desk');
  await mikko.getByLabel('What waits for the answer?').fill('the new list of numbers');
  await press(mikko, 'Ask a question');
  await mikko.getByRole('heading', { name: 'Waiting for an answer' }).waitFor();

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.getByRole('link', { name: 'Who decides at night?' }).or(anna.getByRole('heading', { name: 'Who decides at night?' })).first().waitFor();
  await check(anna);
  await anna.goto(`${plan}/knowledge`);
  await check(anna);
  await anna.getByRole('link', { name: /^Answer ?: Who decides at night\?$/ }).click();
  await anna.getByText('before this: the new list of numbers').waitFor();
  assert.match(await anna.getByLabel('Answer', { exact: true }).inputValue(), /shift leader on duty/);
  await check(anna);
  await anna.getByLabel('Answer', { exact: true }).fill('The shift leader; from May on Ben.');
  await press(anna, 'Answer');
  await anna.getByText('The shift leader; from May on Ben.').waitFor();
  assert.equal(await anna.getByRole('heading', { name: 'Waiting for an answer' }).count(), 0);
  await check(anna);
});
