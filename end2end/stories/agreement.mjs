// The agreement says what is guaranteed in the terms of the business; its versions stand side by side.

import assert from 'node:assert/strict';
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
  await anna.getByText('Replaced by version 2').first().waitFor();
  await check(anna);
});

story('both sides approve one exact version, and the first may undo it until the other has too', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const agreement = `${plan}/agreement`;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${agreement}/new`);
  const guaranteed = mikko.getByLabel('What is guaranteed');
  await guaranteed.fill(`${await guaranteed.inputValue()}\nA new shift leader is trained within a week`);
  await press(mikko, 'Save');
  await mikko.getByText('A new shift leader is trained').first().waitFor();

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(plan);
  await anna.getByRole('link', { name: 'Agreement, version 3' }).first().waitFor();
  await anna.goto(agreement);
  const seal = (page) => page.getByRole('region', { name: 'Approval', exact: true });
  await seal(anna).getByText('Not approved yet').nth(1).waitFor();
  await press(anna, 'Approve this version');
  await seal(anna).locator('li', { hasText: 'Lakeside Mills' }).getByText('Approved', { exact: true }).waitFor();
  await check(anna);
  await press(anna, 'Undo our approval');
  await seal(anna).getByText('Not approved yet').nth(1).waitFor();

  // What was read is not what holds any more: nobody has agreed to that.
  await mikko.goto(`${agreement}/new`);
  await mikko.getByLabel('What is guaranteed').fill('Everything');
  await press(mikko, 'Save');
  await mikko.getByText('Everything', { exact: true }).first().waitFor();
  anna.allow(/409/);
  await press(anna, 'Approve this version');
  await anna.getByRole('alert').getByText('Something has changed').waitFor();
  await check(anna);
  await press(anna, 'Approve this version');
  await press(mikko, 'Approve this version');
  await seal(mikko).locator('li', { hasText: 'Lakeside Mills' }).getByText('Approved', { exact: true }).waitFor();
  assert.equal(await main(mikko).getByRole('button', { name: 'Undo our approval' }).count(), 0, 'both have agreed');
  await check(mikko);
});
