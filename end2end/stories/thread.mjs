// A member asks, a manager answers, and they come to an end of it; what is internal stays so, and no word is lost.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const SECRET = 'Palokarki';
const desk = [{ name: 'on a desk', javaScript: true, width: 1280 }];

/** The first customer's plan, with its member in. */
async function memberIn({ server, mailbox, newPage }) {
  const [plan] = server.demo.plans;
  const member = await newPage();
  await enterByLink(member, server.demo.links[0], mailbox);
  return { plan, member };
}

/** The same, with the manager in another browser. */
async function bothIn(told) {
  const staff = await told.newPage();
  await signIn(staff, told.server.demo.staff);
  return { ...(await memberIn(told)), staff };
}

/** Opens a thread as the member, from the plan; ends on its page. */
async function ask(member, plan, title, text) {
  await member.goto(plan);
  await member.getByRole('link', { name: 'Ask something' }).click();
  await member.getByLabel('Subject, in one line').fill(title);
  await member.getByLabel('Your message').fill(text);
  await member.getByRole('button', { name: 'Send', exact: true }).click();
  await member.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(member.url()).pathname;
}

async function reply(page, text) {
  await page.getByLabel(/everyone in this discussion/).fill(text);
  await page.getByRole('button', { name: 'Send the reply' }).click();
  await page.locator('.message .prose', { hasText: text }).waitFor();
}

const ball = (page) => page.locator('.thread-now .ball').innerText();

story('a question is answered and resolved, and the ball is always somewhere', { demo: [] }, async (told) => {
  const { plan, member, staff } = await bothIn(told);
  const { check } = told;
  const thread = await ask(member, plan, 'Who opens gate 2?', 'We need it at *six*, see https://mill.example/gate.');
  await check(member);
  assert.equal(await ball(member), 'waits for Northline, new today');
  assert.equal(await member.locator('.message em').innerText(), 'six');
  assert.equal(await member.locator('.message .prose a').getAttribute('href'), 'https://mill.example/gate');

  await staff.goto(thread);
  assert.equal(await ball(staff), 'waits for us, new today');
  await reply(staff, 'The guard does; is that early enough?');
  assert.equal(await ball(staff), 'waits for Lakeside Mills, new today');
  await check(staff);

  await member.goto(plan);
  await member.locator('.ask, .talks').getByRole('link', { name: 'Who opens gate 2?' }).first().click();
  assert.equal(await ball(member), 'waits for you, new today');
  await member.getByText('Not right?').click();
  await check(member);
  await member.getByRole('button', { name: 'It waits for Northline' }).click();
  await member.getByText('waits for Northline, new today').waitFor();

  await staff.reload();
  await staff.getByText('Mark as resolved').click();
  await staff.getByLabel('Outcome, in one line').fill('The guard opens gate 2 at six.');
  await staff.getByRole('button', { name: 'Resolve', exact: true }).click();
  await staff.locator('.outcome', { hasText: 'The guard opens gate 2 at six.' }).waitFor();
  await check(staff);

  await member.goto(`${plan}/threads`);
  await check(member);
  await member.getByRole('link', { name: 'Who opens gate 2?' }).click();
  await member.locator('.outcome', { hasText: 'The guard opens gate 2 at six.' }).waitFor();
  await member.getByRole('button', { name: 'Reopen' }).click();
  await member.locator('.thread-now').waitFor();
  assert.equal(await ball(member), 'waits for Northline, new today');
});

story('an internal note is nowhere in what a member receives', { demo: [], settings: desk }, async (told) => {
  const { plan, member, staff } = await bothIn(told);
  const received = [];
  member.on('response', async (response) => {
    if (response.status() === 200) received.push(await response.text().catch(() => ''));
  });
  await staff.goto(`${plan}/threads`);
  await staff.getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  await staff.locator('.messages .note', { hasText: SECRET }).waitFor();
  const before = await staff.locator('.thread-now .ball').innerText();
  await staff.getByLabel('Note to colleagues').fill(`More of ${SECRET}.`);
  await staff.getByRole('button', { name: 'Save note' }).click();
  await staff.locator('.messages .note', { hasText: `More of ${SECRET}.` }).waitFor();
  const thread = new URL(staff.url()).pathname;
  assert.match(before, /^waits for Lakeside Mills, \d days$/, 'the day is as old as the hour of the night makes it');
  assert.equal(await staff.locator('.thread-now .ball').innerText(), before, 'a note passes no ball');

  for (const path of [plan, `${plan}/threads`, thread]) await member.goto(path);
  await reply(member, 'The later one, please.');
  await member.goto(plan);
  assert.ok(received.some((text) => text.includes('Which weekend suits hall 3?')), 'the member received the thread');
  for (const text of received) {
    assert.ok(!text.includes(SECRET), 'the note itself');
    assert.ok(!/class="note/.test(text) && !/Internal: only/.test(text), 'that there is such a thing as a note');
  }
  const refused = await member.evaluate(
    (path) => fetch(path, { method: 'POST', body: new URLSearchParams({ id: '01KQY2A6CE9KAWJG35W6NDN9GC', note: 'mine' }) }).then((it) => it.status),
    `${thread}/note`,
  );
  member.allow(/404/);
  assert.equal(refused, 404);
});

story('a draft survives a reload, and is forgotten once it was taken', { demo: [], settings: desk }, async (told) => {
  const { plan, member } = await memberIn(told);
  const thread = await ask(member, plan, 'Who opens gate 2?', 'We need it at six.');
  const box = () => member.getByLabel(/everyone in this discussion/);
  await box().fill('One thing more: on Sundays too?');
  await member.getByText('Draft saved in this browser.').waitFor();
  await member.goto(plan);
  await member.goto(thread);
  await member.getByText('Draft saved in this browser.').waitFor();
  assert.equal(await box().inputValue(), 'One thing more: on Sundays too?');
  await member.getByRole('button', { name: 'Send the reply' }).click();
  await member.locator('.message', { hasText: 'on Sundays too?' }).waitFor();
  await member.goto(thread);
  await member.waitForTimeout(500);
  assert.equal(await box().inputValue(), '');
  await member.goto(`${plan}/threads/new`);
  await member.waitForTimeout(500);
  assert.equal(await member.getByLabel('Your message').inputValue(), '', 'what opened the thread is no draft any more');
  assert.equal(await member.evaluate(() => localStorage.length), 0);
});

story('what was written after the visit had ended can be sent again', { demo: [] }, async (told) => {
  const { plan, member } = await memberIn(told);
  const thread = await ask(member, plan, 'Who opens gate 2?', 'We need it at six.');
  const context = member.context();
  const cookies = await context.cookies();
  await member.getByLabel(/everyone in this discussion/).fill('And on Sundays?');
  await context.clearCookies();
  member.allow(/401/);
  await member.getByRole('button', { name: 'Send the reply' }).click();
  await member.getByRole('heading', { level: 1, name: 'Nothing you wrote is lost' }).waitFor();
  assert.equal(await member.getByLabel('What you wrote').inputValue(), 'And on Sundays?');
  await told.check(member);
  // In another tab the person comes in again.
  await context.addCookies(cookies);
  await member.getByRole('button', { name: 'Send again' }).click();
  await member.locator('.message .prose', { hasText: 'And on Sundays?' }).waitFor();
  assert.equal(new URL(member.url()).pathname, thread);

  await member.goto(`${plan}/threads/new`);
  await member.getByLabel('Subject, in one line').fill('Keys');
  await member.getByLabel('Your message').fill('Who has them?');
  await context.clearCookies();
  await member.getByRole('button', { name: 'Send', exact: true }).click();
  await member.getByRole('heading', { level: 1, name: 'Nothing you wrote is lost' }).waitFor();
  await context.addCookies(cookies);
  await member.getByRole('button', { name: 'Send again' }).click();
  await member.getByRole('heading', { level: 1, name: 'Keys' }).waitFor();
});

story('two who end a discussion at once lose no word', { demo: [] }, async (told) => {
  const { plan, member, staff } = await bothIn(told);
  const thread = await ask(member, plan, 'Who opens gate 2?', 'We need it at six.');
  await staff.goto(thread);
  for (const page of [member, staff]) await page.getByText('Mark as resolved').click();
  await member.getByLabel('Outcome, in one line').fill('We open it ourselves.');
  await member.getByRole('button', { name: 'Resolve', exact: true }).click();
  await member.locator('.outcome').waitFor();
  staff.allow(/409/);
  await staff.getByLabel(/everyone in this discussion/).fill('Shall I call him?');
  await staff.getByLabel('Outcome, in one line').fill('The guard opens it.');
  await staff.getByRole('button', { name: 'Resolve', exact: true }).click();
  await staff.getByText('Somebody was first.').waitFor();
  await staff.locator('.outcome', { hasText: 'We open it ourselves.' }).waitFor();
  const notice = staff.getByRole('alert');
  await notice.getByText('The guard opens it.').waitFor();
  assert.equal(await staff.getByLabel(/everyone in this discussion/).inputValue(), 'Shall I call him?', 'beside the reply, not in it');
  await told.check(staff);
});

story('a form that is not filled says so and keeps what was typed', { demo: [] }, async (told) => {
  const { plan, member } = await memberIn(told);
  await member.goto(`${plan}/threads/new`);
  member.allow(/422/);
  await member.getByLabel('Your message').fill('\n</textarea><b id="out">Without a title</b> &amp;');
  await member.getByRole('button', { name: 'Send', exact: true }).click();
  await member.getByRole('alert').waitFor();
  assert.equal(await member.getByLabel('Your message').inputValue(), '\n</textarea><b id="out">Without a title</b> &amp;');
  assert.equal(await member.locator('#out').count(), 0, 'what was typed stays text');
  await told.check(member);
});
