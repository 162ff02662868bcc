// What was said is said otherwise, withdrawn, agreed to and moved; whoever is called by name is told.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

story('a message is edited, agreed to and withdrawn, with what it said before', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const [member, staff] = [await newPage(), await newPage()];
  await enterByLink(member, server.demo.links[0], mailbox);
  await signIn(staff, server.demo.staff);
  await member.goto(`${plan}/threads/new`);
  await member.getByLabel('Subject, in one line').fill('Who opens gate 2?');
  await member.getByLabel('Your message').fill('We need it at six. @Petra Niemi, can you?');
  await member.getByRole('button', { name: 'Send', exact: true }).click();
  await member.getByRole('heading', { level: 1, name: 'Who opens gate 2?' }).waitFor();
  const thread = new URL(member.url()).pathname;
  await member.getByText('Mentioned: Petra Niemi').waitFor();

  await member.getByRole('link', { name: 'Edit', exact: true }).click();
  await check(member);
  await member.getByLabel('Your message').fill('We need it at seven.');
  await member.getByRole('button', { name: 'Save' }).click();
  await member.locator('.message .prose', { hasText: 'at seven' }).waitFor();

  await staff.goto(thread);
  await staff.getByRole('button', { name: 'I agree' }).click();
  await staff.getByRole('button', { name: 'You agree. Undo' }).waitFor();
  await staff.getByText(/^Agreed: /).waitFor();
  await check(staff);
  await staff.getByRole('link', { name: 'edited' }).click();
  await staff.getByText('We need it at six.').waitFor();
  await check(staff);
  await staff.getByRole('link', { name: 'Show in the discussion' }).click();
  await staff.getByRole('button', { name: 'You agree. Undo' }).click();
  await staff.getByRole('button', { name: 'I agree' }).waitFor();

  await staff.locator('.page-side').getByRole('link', { name: 'Change', exact: true }).click();
  await staff.getByLabel('Subject, in one line').fill('Gate 2 at seven');
  await check(staff);
  await staff.getByRole('button', { name: 'Save' }).click();
  await staff.getByRole('heading', { level: 1, name: 'Gate 2 at seven' }).waitFor();

  await member.goto(thread);
  await member.getByRole('link', { name: 'Edit', exact: true }).click();
  await member.getByText('Withdraw this message').click();
  await member.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await member.getByText('This message was withdrawn by its author.').waitFor();
  assert.equal(await member.locator('.message .prose').count(), 0);
  await check(member);
});

story('what has become another matter becomes a discussion of its own', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check, setting } = told;
  const [plan] = server.demo.plans;
  const [member, staff] = [await newPage(), await newPage()];
  await enterByLink(member, server.demo.links[0], mailbox);
  await signIn(staff, server.demo.staff);
  await member.goto(`${plan}/threads/new`);
  await member.getByLabel('Subject, in one line').fill('Gate 2');
  await member.getByLabel('Your message').fill('Who opens it?');
  await member.getByRole('button', { name: 'Send', exact: true }).click();
  await member.getByRole('heading', { level: 1, name: 'Gate 2' }).waitFor();
  const thread = new URL(member.url()).pathname;
  for (const words of ['Petra does.', 'Which days suit you for the rehearsal?']) {
    await staff.goto(thread);
    await staff.getByLabel(/everyone in this discussion/).fill(words);
    await staff.getByRole('button', { name: 'Send the reply' }).click();
    await staff.locator('.message', { hasText: words }).waitFor();
  }
  await member.goto(thread);
  const rehearsal = member.locator('.message', { hasText: 'Which days' });
  await rehearsal.locator('.message-head a').first().click();
  await check(member);
  await member.getByRole('link', { name: 'Start a new discussion from here' }).click();
  await member.getByText('This message moves to a discussion of its own.').waitFor();
  await check(member);
  member.allow(/422/);
  await member.getByRole('button', { name: 'Start the discussion' }).click();
  await member.locator('#title-error').waitFor();
  await check(member);
  await member.getByLabel('Subject, in one line').fill('Days for the rehearsal');
  await member.getByRole('button', { name: 'Start the discussion' }).click();
  await member.getByRole('heading', { level: 1, name: 'Days for the rehearsal' }).waitFor();
  assert.equal(await member.locator('.message .prose').count(), 1);
  await check(member);
  await member.getByRole('link', { name: 'Gate 2', exact: true }).first().click();
  await member.getByText('Continues in').waitFor();
  assert.equal(await member.locator('.message .prose').count(), 2);
  await check(member);
  // An open page follows: what moved is not there any more, and once it says where that is.
  if (!setting.javaScript) await staff.goto(thread);
  await staff.getByText('Continues in').waitFor();
  await staff.locator('.message', { hasText: 'Which days' }).waitFor({ state: 'detached' });
  await staff.getByRole('link', { name: 'Days for the rehearsal' }).click();
  await staff.getByRole('heading', { level: 1, name: 'Days for the rehearsal' }).waitFor();
});
