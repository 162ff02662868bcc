// Somebody is called by name in a reply: the names are proposed, by keyboard and by a press.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const scripted = SETTINGS.slice(0, 1);

story('an @ proposes who may be notified', { demo: [], settings: scripted }, async ({ server, mailbox, newPage, check }) => {
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${server.demo.plans[0]}/threads`);
  await anna.getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  const text = anna.getByLabel(/everyone in this discussion/);
  const option = (name) => anna.getByRole('option', { name, exact: true });
  await text.pressSequentially('Write to anna@lakeside.example, @mi');
  await option('Mikko Kallio').waitFor();
  assert.equal(await anna.getByRole('option').count(), 1);
  await check(anna);
  await anna.keyboard.press('Enter');
  assert.equal(await text.inputValue(), 'Write to anna@lakeside.example, @Mikko Kallio ');
  await anna.getByRole('listbox').waitFor({ state: 'hidden' });

  await text.pressSequentially('and @');
  await option('Ben Berg').waitFor();
  assert.equal(await anna.getByRole('option', { name: 'Saara Lind' }).count(), 0, 'a member is told of nobody who has not spoken here');
  await anna.keyboard.press('ArrowDown');
  assert.equal(await anna.locator('[role=option][aria-selected=true]').innerText(), await anna.getByRole('option').nth(1).innerText());
  await option('Ben Berg').click();
  assert.match(await text.inputValue(), /and @Ben Berg $/);

  await text.pressSequentially('@m');
  await option('Mikko Kallio').waitFor();
  await anna.keyboard.press('Escape');
  await anna.keyboard.press('Enter');
  assert.match(await text.inputValue(), /@m\n$/, 'a closed list takes no key');
});

story('a note proposes colleagues only', { demo: [], settings: scripted.slice(0, 1) }, async ({ server, newPage }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${server.demo.plans[0]}/threads`);
  await mikko.getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  await mikko.getByLabel('Note to colleagues').pressSequentially('@');
  await mikko.getByRole('option', { name: 'Saara Lind' }).waitFor();
  assert.equal(await mikko.getByRole('option', { name: 'Anna Aho' }).count(), 0);
});
