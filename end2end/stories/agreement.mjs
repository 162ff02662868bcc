// The agreement says what is guaranteed in the terms of the business; its versions stand side by side.

import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).first().click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();

story('what is guaranteed is read in plain words, and what changed stands beside it', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/reports`);
  await follow(anna, 'Agreement');
  await anna.getByText('A hall that stands is back within the hour').first().waitFor();
  await check(anna);
  await main(anna).locator('summary', { hasText: 'Technical appendix' }).first().click();
  await anna.getByText('Copies every half hour').first().waitFor();
  await check(anna);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/agreement`);
  await follow(mikko, 'Write the next version');
  await check(mikko);
  mikko.allow(/422/);
  const guaranteed = mikko.getByLabel('What is guaranteed');
  const before = await guaranteed.inputValue();
  await guaranteed.fill('');
  await press(mikko, 'Save');
  await mikko.locator('#guarantees-error').waitFor();
  await check(mikko);
  await guaranteed.fill(`${before}\nA new shift leader is trained within a week`);
  await press(mikko, 'Save');
  await mikko.getByText('A new shift leader is trained').first().waitFor();
  await check(mikko);

  await anna.goto(`${plan}/agreement`);
  await anna.getByRole('heading', { name: 'Version 2' }).waitFor();
  await anna.locator('mark', { hasText: 'A new shift leader' }).waitFor();
  await follow(anna, /Compare with version 1/);
  await anna.getByRole('heading', { name: 'Version 1' }).waitFor();
  await check(anna);
});
