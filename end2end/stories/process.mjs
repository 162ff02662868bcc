// A customer's own process: its phases written by both sides, what one changes accepted by the other, concerns followed to their end.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name }).first().click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();
const sheet = (page, name) => main(page).locator('section.sheet').filter({ has: page.getByRole('heading', { level: 2, name }) });
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

story('both sides write the phases, and what one changes of the other is accepted or declined', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/goals`);
  await follow(anna, 'Our process');
  await anna.getByRole('img', { name: /4 phases like two rows of teeth/ }).waitFor();
  await sheet(anna, '2. Acquire').getByText('Three weeks from wish to order became six days').waitFor();
  await sheet(anna, '3. Deliver').getByText('Waiting for the other side.').waitFor();
  await check(anna);

  // The goal that Ben proposed stands beside the present one until Mikko accepts it.
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/waiting');
  await main(mikko).getByRole('link', { name: 'Deliver', exact: true }).first().click();
  await sheet(mikko, '3. Deliver').getByText('Ben Berg proposes a change').waitFor();
  await check(mikko);
  await press(mikko, /^Accept ?: Deliver$/);
  await mikko.getByText('and the dye line not at all').first().waitFor();
  assert.equal(await mikko.getByText('Ben Berg proposes a change').count(), 0);

  // Now these are the customer's words: he can propose others, and is told why not.
  await mikko.getByRole('link', { name: /^Change ?: Deliver$/ }).click();
  await check(mikko);
  await mikko.getByLabel('Goal of Lakeside Mills').fill('Machines stop rarely.');
  await press(mikko, 'Save');
  await sheet(mikko, '3. Deliver').getByText('Waiting for the other side.').waitFor();
  await anna.goto(`${plan}/process`);
  await anna.getByRole('link', { name: /^Decline ?: Deliver$/ }).click();
  await check(anna);
  anna.allow(/422/);
  await press(anna, 'Decline');
  await anna.locator('#reason-error').waitFor();
  await anna.getByLabel('Why not?').fill('Twenty minutes is what we agreed on');
  await press(anna, 'Decline');
  await sheet(anna, '3. Deliver').getByText('No machine stands for longer than 20 minutes').first().waitFor();
  await mikko.goto(`${plan}/process`);
  await mikko.getByText('Anna Aho declined the last proposal').click();
  await mikko.getByText('Twenty minutes is what we agreed on').waitFor();
  await check(mikko);

  // She adds a phase and moves it; he accepts it.
  await follow(anna, 'Add a phase');
  await anna.getByLabel('Phase', { exact: true }).fill('Yearly audit');
  await check(anna);
  await press(anna, 'Add a phase');
  await anna.getByText('Anna Aho proposes this phase').waitFor();
  await press(anna, /^Move earlier ?: Yearly audit$/);
  await anna.getByRole('heading', { name: '4. Yearly audit' }).waitFor();
  await mikko.goto(`${plan}/process`);
  await press(mikko, /^Accept ?: Yearly audit$/);
  await mikko.getByRole('img', { name: /5 phases/ }).waitFor();
  await sheet(mikko, '4. Yearly audit').getByText('Nobody yet').first().waitFor();
  mikko.allow(/422/);
  await mikko.getByRole('link', { name: /^Change ?: Yearly audit$/ }).click();
  await mikko.getByLabel('Shorter').check();
  await press(mikko, 'Save');
  await mikko.locator('#relieved_on-error').waitFor();
  await mikko.locator('#effect-error').waitFor();
  await check(mikko);
});

story('a concern is answered and stays open until who raised it says that it is resolved', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/process`);
  await anna.getByRole('link', { name: /^Raise a concern ?: Utilise$/ }).click();
  await check(anna);
  anna.allow(/422/);
  await press(anna, 'Raise a concern');
  await anna.locator('#words-error').waitFor();
  await anna.getByLabel('What concerns you?').fill('Nobody answers at four in the morning');
  await press(anna, 'Raise a concern');
  await anna.getByText('Waiting for Mikko Kallio.').waitFor();
  await check(anna);
  const concern = new URL(anna.url()).pathname;

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/waiting');
  await follow(mikko, 'Nobody answers at four in the morning');
  await check(mikko);
  await follow(mikko, 'Say what will be done');
  await check(mikko);
  await mikko.getByLabel('What will be done').fill('The night number rings two of us.');
  await mikko.getByLabel('By when').fill(day(9));
  await press(mikko, 'Send');
  await mikko.getByText('Waiting for Anna Aho.').waitFor();
  await press(mikko, 'Mark as done');
  await mikko.getByText(/done: today/).waitFor();
  await mikko.getByLabel('Theme').fill('whom to call at NIGHT');
  await press(mikko, 'Save theme');
  await mikko.goto('/staff/concerns');
  await mikko.getByRole('heading', { level: 2, name: 'Whom to call at night' }).or(mikko.getByRole('heading', { level: 2, name: 'whom to call at NIGHT' })).waitFor();
  await mikko.getByText('Nobody answers at four in the morning').waitFor();
  await check(mikko);

  // It waits on her plan; she says what is missing, and later that it is resolved.
  await anna.goto(plan);
  await anna.locator('#for-you').getByRole('link', { name: 'Nobody answers at four in the morning' }).or(anna.locator('#for-you').getByRole('heading', { name: 'Nobody answers at four in the morning' })).first().waitFor({ state: 'attached' });
  await anna.goto(concern);
  assert.equal(await main(anna).getByText('Theme').count(), 0, 'how colleagues call it is theirs');
  await follow(anna, 'Not yet');
  await anna.getByLabel('What is missing?').fill('It rang out twice');
  await check(anna);
  await press(anna, 'Send');
  await anna.getByText('It rang out twice').waitFor();
  await mikko.goto(`${concern}/answer`);
  await mikko.getByLabel('What will be done').fill('The second one is on duty from now on.');
  await mikko.getByLabel('By when').fill(day(-1));
  await press(mikko, 'Send');
  await mikko.getByText('Waiting for Anna Aho.').waitFor();
  await anna.goto(concern);
  await press(anna, 'Yes, resolved');
  await anna.locator('.meeting-when .status.done').waitFor();
  await check(anna);
});
