// The agreement says what is guaranteed in the terms of the business; its versions stand side by side.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
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

story('only who speaks for a side approves an agreement, and nobody reads another customer’s', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const agreement = `${plan}/agreement`;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${agreement}/new`);
  await check(mikko);
  mikko.allow(/422/);
  await mikko.getByLabel('Until').fill('2020-01-01');
  await press(mikko, 'Save');
  await mikko.locator('#last_day-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('Until').fill('');
  await mikko.getByLabel('What is guaranteed').fill('Everything is back within the hour');
  const his = await mikko.context().cookies();
  const [stale] = formsOf(await (await ask(server, his, `${agreement}/new`)).text(), `${agreement}/new`).filter(({ fields }) => fields.has('guarantees'));
  await press(mikko, 'Save');
  await mikko.getByText('Everything is back within the hour').first().waitFor();
  // What was written after an older version is not saved over this one.
  const late = await post(server, his, stale.action, new Map([...stale.fields, ['guarantees', 'Nothing at all']]));
  assert.equal(late.status, 409);
  const said = await late.text();
  assert.match(said, /A colleague wrote another version meanwhile/);
  assert.match(said, /Nothing at all/, 'what was typed is still there');

  const [approval] = formsOf(await (await ask(server, his, agreement)).text(), agreement).filter(({ action }) => action.endsWith('/approve'));
  const henrik = await newPage();
  await signIn(henrik, { ...server.demo.staff, email: 'henrik.holm@northline.example' });
  await henrik.goto(agreement);
  await henrik.getByText('Everything is back within the hour').first().waitFor();
  for (const name of ['Approve this version', 'Write the next version']) assert.equal(await henrik.getByText(name).count(), 0, name);
  await check(henrik);
  const reads = await henrik.context().cookies();
  assert.ok([403, 404].includes((await post(server, reads, approval.action, approval.fields)).status));
  assert.ok([403, 404].includes((await ask(server, reads, `${agreement}/new`)).status));

  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  const theirs = await kaisa.context().cookies();
  for (const path of [agreement, `${agreement}?beside=1`, `${agreement}/new`]) assert.equal((await ask(server, theirs, path)).status, 404, path);
  for (const deed of ['approve', 'withdraw']) assert.equal((await post(server, theirs, `${agreement}/${deed}`, approval.fields)).status, 404, deed);

  // A press that comes twice approves once.
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const hers = await anna.context().cookies();
  for (let n = 0; n < 2; n += 1) assert.equal((await post(server, hers, approval.action, approval.fields)).status, 303);
  await anna.goto(agreement);
  const seal = anna.getByRole('region', { name: 'Approval', exact: true });
  assert.equal(await seal.getByText('Approved', { exact: true }).count(), 1);
  await check(anna);
  await anna.goto(`${plan}/changes`);
  assert.equal(await main(anna).getByText(/approved version 3 of the agreement/).count(), 1, 'once');
});
