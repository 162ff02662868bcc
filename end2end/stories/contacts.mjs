// A call is written down in seconds by either side, corrected in sight of both, and taken away as a file.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

story('a call is recorded, corrected by the other side, and filtered', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const [member, staff] = [await newPage(), await newPage()];
  await signIn(staff, server.demo.staff);
  await staff.goto(`${plan}/threads`);
  await staff.getByRole('link', { name: /^All contacts/ }).click();
  await check(staff);
  await staff.getByLabel('With whom').fill('Anna Aho');
  await staff.getByLabel('About', { exact: true }).fill('Keys of gate 2');
  await staff.getByRole('button', { name: 'Save contact' }).click();
  await staff.locator('.rows', { hasText: 'Keys of gate 2' }).waitFor();

  await enterByLink(member, server.demo.links[0], mailbox);
  await member.goto(`${plan}/contacts`);
  await check(member);
  await member.getByRole('link', { name: /^Correct ?: Keys of gate 2/ }).click();
  await check(member);
  await member.getByLabel('About', { exact: true }).fill('Keys of gates 2 and 3');
  await member.getByRole('button', { name: 'Save contact' }).click();
  await member.getByText(/first wrote: Keys of gate 2/).waitFor();
  await member.locator('[aria-labelledby=h-contacts] nav').getByRole('link', { name: 'Visit', exact: true }).click();
  await member.locator('[aria-current=true]', { hasText: 'Visit' }).waitFor();
  assert.equal(await member.getByText('Keys of gates 2 and 3').count(), 0);
  await check(member);
  const file = await member.evaluate((path) => fetch(path).then((it) => it.text()), `${plan}/contacts/file?kind=call`);
  assert.match(file, /Keys of gates 2 and 3/);
});
