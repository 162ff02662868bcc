// No form loses what somebody typed: sent again with other words, after the visit has ended, at the same time as somebody else.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const PLAIN = SETTINGS.filter(({ javaScript }) => !javaScript);
const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const titled = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

async function staffIn({ server, newPage }) {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  const [plan] = server.demo.plans;
  await page.goto(plan);
  const project = await main(page).locator('a[href*="/projects/0"]').first().getAttribute('href');
  return { page, plan, project: new URL(project, server.address).pathname };
}

/** Adds a task, and gives the address where it is changed. */
async function addTask(page, project, name) {
  await page.goto(`${project}/tasks/new`);
  await page.getByLabel('What needs to be done').fill(name);
  await press(page, 'Add a task');
  await page.waitForURL((address) => address.pathname === project);
  return page.locator('.task', { hasText: name }).locator('a[href*="/tasks/"]').first().getAttribute('href');
}

/** Two tabs of one browser, both on this page. */
async function twoTabs(page, path) {
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(path);
  return other;
}

story('whoever goes back and sends other words has said both', { demo: [], whole: true }, async (told) => {
  const { server, mailbox, newPage, setting } = told;
  const member = await newPage();
  await enterByLink(member, server.demo.links[0], mailbox);
  await member.goto(`${server.demo.plans[0]}/threads/new`);
  const open = async (title, text) => {
    await member.getByLabel('Subject, in one line').fill(title);
    await member.getByLabel('Your message').fill(text);
    await press(member, 'Send');
    await titled(member, title);
    await member.locator('.message .prose', { hasText: text }).waitFor();
    return new URL(member.url()).pathname;
  };
  const id = () => member.locator('input[name=thread]').inputValue();
  const drawn = await id();
  const first = await open('Who opens gate 2?', 'We need it at six.');
  await member.goBack({ waitUntil: 'commit' });
  // With a script it is for another message as soon as the first was taken.
  if (!setting.javaScript) assert.equal(await id(), drawn, 'it is the same form');
  const second = await open('Who closes gate 2?', 'We leave at eight.');
  assert.notEqual(first, second);
  await member.goto(first);
  await titled(member, 'Who opens gate 2?');

  // The same form again, as a browser sends it that has kept the page.
  const cookies = await member.context().cookies();
  const page = await (await ask(server, cookies, first)).text();
  const form = formsOf(page, first).find(({ action }) => action.endsWith('/reply'));
  for (const text of ['On Sundays too?', 'And on holidays?', 'And on holidays?', 'On Sundays too?']) {
    const answer = await post(server, cookies, form.action, form.fields.set('text', text));
    const { hash } = new URL(answer.headers.get('location'), server.address);
    const [, words] = (await (await ask(server, cookies, first)).text()).split(`id="${hash.slice(1)}"`);
    assert.ok(words?.includes(text), 'it leads to these words');
  }
  await member.reload();
  const said = await member.locator('.message .prose').allInnerTexts();
  assert.deepEqual(said.slice(-2), ['On Sundays too?', 'And on holidays?']);
  assert.equal(said.length, 3, 'each was said once');
});

story('a plan keeps every task that was sent with one form', { demo: [], settings: PLAIN, whole: true }, async (told) => {
  const { page, project } = await staffIn(told);
  await addTask(page, project, 'Order the switches');
  await page.goBack({ waitUntil: 'commit' });
  await page.getByLabel('What needs to be done').fill('Order the cables');
  await press(page, 'Add a task');
  await page.waitForURL((address) => address.pathname === project);
  for (const name of ['Order the switches', 'Order the cables']) {
    assert.equal(await page.locator('.task', { hasText: name }).count(), 1, name);
  }
});

story('what staff typed after its visit had ended is sent once it is in again', { demo: [] }, async (told) => {
  const { server, check } = told;
  const { page, project } = await staffIn(told);
  const task = await addTask(page, project, 'Order the switches');
  await page.goto(task);
  const context = page.context();
  await page.getByLabel('What needs to be done').fill('Order the new switches');
  await page.getByLabel('Why', { exact: true }).fill('Hall 3 <waits>\nfor them.');
  await page.evaluate(() => localStorage.setItem('draft internal', 'what only colleagues may read'));
  // As on a device that somebody has ended: the cookie is there, and opens nothing.
  const other = await told.newPage();
  await signIn(other, server.demo.staff);
  await other.goto('/me');
  await other.locator('form[action$="/end"] button').first().click();
  await other.waitForLoadState();
  page.allow(/401/);
  await press(page, 'Save');
  await titled(page, 'Nothing you wrote is lost');
  assert.equal(await page.evaluate(() => localStorage.length), 0, 'drafts of a device that was ended are gone');
  assert.equal(await page.getByLabel('What needs to be done').inputValue(), 'Order the new switches');
  assert.equal(await page.getByLabel('Why', { exact: true }).inputValue(), 'Hall 3 <waits>\nfor them.');
  assert.deepEqual(await main(page).locator('form a').allInnerTexts(), ['Sign in as staff'], 'staff is shown its own way in');
  await check(page);
  const again = await context.newPage();
  await signIn(again, server.demo.staff);
  await press(page, 'Send again');
  await page.waitForURL((address) => address.pathname === project);
  await page.goto(task);
  assert.equal(await page.getByLabel('Why', { exact: true }).inputValue(), 'Hall 3 <waits>\nfor them.');
});

story('two who change different things of a task both keep them, and the same thing is put to the second', { demo: [] }, async (told) => {
  const { check } = told;
  const { page, project } = await staffIn(told);
  const task = await addTask(page, project, 'Order the switches');
  const other = await twoTabs(page, task);
  await other.getByLabel('Why', { exact: true }).fill('Hall 3 waits for them.');
  await press(other, 'Save');
  await other.waitForURL((address) => address.pathname === project);
  await page.getByLabel('What needs to be done').fill('Order the new switches');
  await press(page, 'Save');
  await page.waitForURL((address) => address.pathname === project);
  await page.goto(task);
  assert.equal(await page.getByLabel('What needs to be done').inputValue(), 'Order the new switches');
  assert.equal(await page.getByLabel('Why', { exact: true }).inputValue(), 'Hall 3 waits for them.');

  await other.goto(task);
  await other.getByLabel('Why', { exact: true }).fill('The crew waits for them.');
  await press(other, 'Save');
  await other.waitForURL((address) => address.pathname === project);
  page.allow(/409/);
  await page.getByLabel('Why', { exact: true }).fill('Nobody waits.');
  await page.getByLabel('Due date, if there is one').fill('2027-02-01');
  await press(page, 'Save');
  await page.locator('.conflict').waitFor();
  assert.match(await page.locator('.version.theirs').innerText(), /The crew waits for them\./);
  assert.equal(await page.getByLabel('Why', { exact: true }).inputValue(), 'Nobody waits.');
  assert.equal(await page.locator('.conflict').count(), 1, 'only what both have changed is asked for');
  await check(page);
  await page.getByLabel('Why', { exact: true }).fill('The crew waits; nobody else.');
  await press(page, 'Save mine');
  await page.waitForURL((address) => address.pathname === project);
  await page.goto(task);
  assert.equal(await page.getByLabel('Why', { exact: true }).inputValue(), 'The crew waits; nobody else.');
  assert.equal(await page.getByLabel('Due date, if there is one').inputValue(), '2027-02-01');
});

story('an old window puts no old phone number back', { demo: [] }, async (told) => {
  const { check } = told;
  const { page } = await staffIn(told);
  const other = await twoTabs(page, '/me');
  const set = async (tab, phone) => {
    await tab.getByLabel('Phone').fill(phone);
    await press(tab, 'Save');
  };
  await set(other, '+358 50 1');
  await other.getByText('Your settings are saved.').waitFor();
  await page.getByLabel('Svenska').check();
  await press(page, 'Save');
  await page.waitForURL(/done=settings/);
  assert.equal(await page.locator('#phone').inputValue(), '+358 50 1', 'what the other window said still holds');
  await page.getByLabel('English').check();
  await main(page).locator('form[action="/me/settings"] button').click();
  await page.getByText('Your settings are saved.').waitFor();

  await other.goto('/me');
  await set(other, '+358 50 2');
  await other.getByText('Your settings are saved.').waitFor();
  page.allow(/409/);
  await set(page, '+358 50 3');
  await page.locator('.conflict').waitFor();
  assert.match(await page.locator('.version.theirs').innerText(), /\+358 50 2/);
  assert.equal(await page.getByLabel('Phone').inputValue(), '+358 50 3');
  await check(page);
  await press(page, 'Save mine');
  await page.getByText('Your settings are saved.').waitFor();
  assert.equal(await page.getByLabel('Phone').inputValue(), '+358 50 3');
});

story('who reports how it is going has seen what was reported last', { demo: [] }, async (told) => {
  const { check } = told;
  const { page, project } = await staffIn(told);
  const other = await twoTabs(page, `${project}/status`);
  const report = async (tab, light, reason) => {
    await tab.getByLabel(light).check();
    await tab.getByLabel('Reason, as the customer will read it').fill(reason);
    await press(tab, 'Report');
  };
  await report(other, 'Late', 'The factory burned.');
  await other.waitForURL((address) => address.pathname === project);
  page.allow(/409/);
  await report(page, 'On track', 'All is well.');
  await page.locator('.conflict').first().waitFor();
  assert.match(await page.locator('.version.theirs').last().innerText(), /The factory burned\./);
  assert.equal(await page.getByLabel('Reason, as the customer will read it').inputValue(), 'All is well.');
  await check(page);
  await page.getByLabel('Reason, as the customer will read it').fill('The factory burned, but we have another.');
  await press(page, 'Save mine');
  await page.waitForURL((address) => address.pathname === project);
  await page.getByText('The factory burned, but we have another.').first().waitFor();
});

story('a summary says which field, and leads there', { demo: [] }, async (told) => {
  const { page, project } = await staffIn(told);
  await page.goto(`${project}/milestones/new`);
  page.allow(/422/);
  await press(page, 'Promise this date');
  const links = page.getByRole('alert').getByRole('link');
  assert.deepEqual(await links.allInnerTexts(), ['What will be ready: please fill this in.', 'Promised date: please fill this in.']);
  for (const link of await links.all()) {
    const field = page.locator(await link.getAttribute('href'));
    const [label] = (await link.innerText()).split(':');
    assert.equal(await field.evaluate((it) => it.labels[0].innerText), label);
  }
  await told.check(page);
});

story('more than is open is recorded only once that was said', { demo: [] }, async (told) => {
  const { page, plan } = await staffIn(told);
  await page.goto(`${plan}/invoices`);
  await main(page).locator('a[href*="/invoices/0"]').first().click();
  await page.getByText('Record a payment').first().click();
  page.allow(/422/);
  await page.getByLabel(/^Amount/).fill('99999999');
  await press(page, 'Record a payment');
  await page.getByRole('alert').getByText(/more is paid than was invoiced/).waitFor();
  assert.equal(await page.getByLabel(/^Amount/).inputValue(), '99999999');
  await told.check(page);
  await page.getByLabel('Yes, this is more than the unpaid sum').check();
  await press(page, 'Record a payment');
  await page.locator('section:has(#h-payments) .row', { hasText: '99,999,999' }).waitFor();
});

story('a text that is far too long is told so, and comes back whole to be shortened', { demo: [], settings: PLAIN }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const member = await newPage();
  await enterByLink(member, server.demo.links[0], mailbox);
  await member.goto(`${server.demo.plans[0]}/threads`);
  await member.getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  const thread = new URL(member.url()).pathname;
  const text = 'a'.repeat(1_500_000);
  await member.getByLabel(/everyone in this discussion/).fill(text);
  member.allow(/413/);
  await press(member, 'Send the reply');
  await titled(member, 'That is too long');
  await member.getByText('one text may have at most 20000 characters').waitFor();
  assert.ok((await member.getByLabel('What you wrote').inputValue()) === text, 'all of it is still there');
  await check(member);
  await member.getByLabel('What you wrote').fill('Short.');
  await press(member, 'Send again');
  await member.locator('.message .prose', { hasText: 'Short.' }).waitFor();
  assert.equal(new URL(member.url()).pathname, thread);
});

story('a date that was typed while a milestone was reached comes back, and can be kept after all', { demo: [], settings: PLAIN }, async (told) => {
  const { page, project } = await staffIn(told);
  await page.goto(`${project}/milestones/new`);
  const add = main(page).locator('form[action$="/milestones/new"]');
  await add.locator('[name=name]').fill('Cutover');
  await add.locator('[name=promised_on]').fill('2027-05-05');
  await add.locator('.button.main').click();
  const kept = page.locator('li.milestone', { hasText: 'Cutover' });
  const other = await twoTabs(page, await kept.locator('a[href*="/milestones/"]').first().getAttribute('href'));
  await main(page).locator('form[action$="/reach"] button').click();
  await kept.waitFor();

  const form = main(other).locator('form[action$="/promise"]');
  const typed = async () => [await form.locator('[name=promised_on]').inputValue(), await form.locator('[name=reason]').inputValue()];
  const mine = ['2027-06-06', 'The night shift moves first.'];
  await form.locator('[name=promised_on]').fill(mine[0]);
  await form.locator('[name=reason]').fill(mine[1]);
  page.allow(/422/);
  await form.locator('.button.main').click();
  await other.locator('#promised_on').waitFor();
  assert.deepEqual(await typed(), mine, 'what was typed comes back');
  assert.match(await main(other).innerText(), /Already reached/);
  await form.getByRole('button', { name: 'Not reached after all' }).click();
  await form.waitFor();
  assert.deepEqual(await typed(), mine, 'and once more');
  await form.locator('.button.main').click();
  await other.locator('li.milestone', { hasText: 'Cutover' }).getByText(mine[1]).waitFor();
});

story('a press on an old page overwrites nothing that was said of a task meanwhile', { demo: [], settings: PLAIN }, async (told) => {
  const { page, project } = await staffIn(told);
  await addTask(page, project, 'Order the racks');
  const other = await twoTabs(page, project);
  const task = (tab) => main(tab).locator('.task', { hasText: 'Order the racks' });
  await task(page).getByRole('button', { name: /^It is done/ }).click();
  await task(page).getByRole('button', { name: /^Not done after all/ }).waitFor();
  page.allow(/409/);
  await task(other).getByRole('button', { name: /^We are working on it/ }).click();
  const notice = main(other).getByRole('alert');
  assert.match(await notice.innerText(), /Order the racks .* was first: “It is done”/);
  await page.reload();
  await task(page).getByRole('button', { name: /^Not done after all/ }).waitFor();
  await notice.getByRole('button', { name: 'Save mine anyway: “We are working on it”' }).click();
  await task(other).getByText('In progress').waitFor();
});
