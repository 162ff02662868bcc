// A meeting is made together: either side puts things on the agenda, and both agree to what was written down.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name, exact: true }).first().click();

story('a meeting goes from the agenda of both to minutes that both agreed to', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/meetings`);
  await anna.getByText('Draw the recovery plan').first().waitFor();
  await check(anna);
  await follow(anna, 'Steering group');
  await check(anna);
  await press(anna, 'Add to the agenda');
  anna.allow(/422/);
  await anna.locator('#words-error').waitFor();
  await anna.getByLabel('What should be talked about?').fill('Parking at gate 2');
  await press(anna, 'Add to the agenda');
  await anna.locator('.agenda li', { hasText: 'Parking at gate 2' }).waitFor();
  const calendar = await anna.evaluate(async () => {
    const link = document.querySelector('a[href$="/invitation.ics"]');
    return (await fetch(link.href)).text();
  }).catch(() => null);
  if (calendar) assert.match(calendar, /BEGIN:VEVENT[^]*SUMMARY:Steering group[^]*END:VEVENT/);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/meetings/new`);
  await mikko.getByLabel('What the meeting is called').fill('Hall 3 review');
  await mikko.getByLabel('Day', { exact: true }).fill('2026-01-15');
  await mikko.getByLabel('Time', { exact: true }).fill('half past nine');
  mikko.allow(/422/);
  await press(mikko, 'Call a meeting');
  await mikko.getByText('Please write a time of day').first().waitFor();
  await check(mikko);
  await mikko.getByLabel('Time', { exact: true }).fill('9.30');
  await press(mikko, 'Call a meeting');
  await mikko.getByRole('heading', { level: 1, name: 'Hall 3 review' }).waitFor();
  await check(mikko);
  await mikko.getByLabel('What was agreed?').fill('Hall 3 moves on the second weekend');
  await press(mikko, 'Write it down');
  await mikko.locator('.outcomes', { hasText: 'Hall 3 moves on the second weekend' }).waitFor();
  await press(mikko, 'The minutes are ready');
  const page = new URL(mikko.url()).pathname;
  await anna.goto(page);
  await anna.getByLabel('Remark, if you have one').fill('The second one suits us.');
  await check(anna);

  // Opened and changed meanwhile: nobody agrees to what was not read.
  await mikko.goto(page);
  await press(mikko, 'Open the minutes again');
  await mikko.getByLabel('What was agreed?').fill('The crew comes at six');
  await press(mikko, 'Write it down');
  await mikko.locator('.outcomes', { hasText: 'The crew comes at six' }).waitFor();
  await press(mikko, 'The minutes are ready');
  anna.allow(/409/);
  await press(anna, 'Agree to these minutes');
  await anna.getByText('The minutes were changed after you opened them').waitFor();
  await anna.getByText('The crew comes at six').waitFor();
  assert.equal(await anna.getByLabel('Remark, if you have one').inputValue(), 'The second one suits us.');
  await press(anna, 'Agree to these minutes');
  await anna.getByText(/Anna Aho, today/).waitFor();
  await mikko.goto(page);
  await press(mikko, 'Agree to these minutes');
  await mikko.getByText(/Mikko Kallio, today/).waitFor();
  await mikko.getByText('The second one suits us.').waitFor();
  await check(mikko);
});
