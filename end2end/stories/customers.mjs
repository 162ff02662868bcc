// The supplier's manager finds customers, creates one, adds a member to it and makes the member's link.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name, exact: true }).click();
const names = (page) => page.locator('table.customers tbody th a').allInnerTexts();

story('a manager creates a customer and a member and hands over a link', { demo: [] }, async ({ server, newPage, check, mailbox }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto('/customers');
  await follow(page, 'New customer');
  await check(page);

  // What is missing is told, and what was typed stays.
  page.allow(/422.*customers\/new/);
  await page.getByLabel('Name', { exact: true }).fill('Kuura Bakeries');
  await press(page, 'Create the customer');
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Kuura Bakeries');
  await check(page);

  await page.getByLabel('Customer number').fill('7070');
  await press(page, 'Create the customer');
  await page.getByText('Kuura Bakeries is here.').waitFor();
  await check(page);

  await follow(page, 'Add somebody');
  await check(page);
  await page.getByLabel('Name', { exact: true }).fill('Oskar Lund');
  await page.getByLabel('E-mail').fill('oskar.lund@kuura.example');
  await page.getByLabel('Role at work').fill('Head baker');
  await press(page, 'Add');
  await page.getByText('Oskar Lund is added.').waitFor();
  await check(page);
  const member = page.url().split('?')[0];

  await press(page, 'Show a new link');
  const address = await page.locator('.secret').innerText();
  assert.ok(address.startsWith(`${server.address}/`), address);
  assert.ok(await page.locator('.qr svg path').getAttribute('d'), 'there is a code for a phone');
  await check(page);

  // It is shown this once: neither the page, nor sending the same form again, shows it anew.
  await page.goto(member);
  const secret = address.split('/').at(-1);
  assert.ok(!(await page.content()).includes(secret));
  await page.goto(new URL(member).pathname);
  assert.ok((await page.locator('.rows .row').count()) >= 1, 'the link is listed');

  const oskar = await newPage();
  await enterByLink(oskar, { url: address, email: 'oskar.lund@kuura.example' }, mailbox);
  await oskar.getByRole('heading', { level: 1 }).waitFor();
  assert.match(await oskar.locator('body').innerText(), /Kuura Bakeries/);
  oskar.allow(/404/);
  for (const hidden of [`${new URL(member).pathname}`, '/customers', '/customers/rows', '/customers/new', '/waiting']) {
    const answer = await oskar.goto(hidden);
    assert.equal(answer.status(), 404, hidden);
  }

  // Revoked, the link ends the visit that came by it.
  await page.goto(member);
  await page.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByText('Whoever came in by that link is out.').waitFor();
  oskar.allow(/401/);
  assert.equal((await oskar.goto('/me')).status(), 401);
});

story('a manager finds a customer while typing', { demo: [] }, async ({ server, newPage, check, setting }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto('/customers');
  const all = await names(page);
  assert.ok(all.length >= 3, `the demo has ${all.length} customers`);
  await check(page);

  const find = async (text) => {
    await page.getByLabel('Name or number').pressSequentially(text);
    if (!setting.javaScript) await press(page, 'Find');
    await page.waitForURL((address) => address.searchParams.get('q') === text);
  };
  const [wanted] = all;
  await find(wanted.slice(0, 6).toLowerCase());
  assert.deepEqual(await names(page), all.filter((name) => name.toLowerCase().includes(wanted.slice(0, 6).toLowerCase())));
  await check(page);

  // The address holds the search, so coming back shows the same.
  await page.reload();
  assert.ok((await names(page)).includes(wanted));

  await page.getByLabel('Name or number').fill('');
  await find('%zz_');
  await page.locator('#found').getByText('Nobody found').waitFor();
  if (setting.javaScript) assert.equal(await page.getByRole('status').innerText(), 'Nobody found');
  await check(page);
  await follow(page, 'All customers');
  assert.deepEqual(await names(page), all);
});

story('two managers who change the same customer lose nothing', { demo: [] }, async ({ server, newPage, check }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto(`${server.demo.plans[0]}/edit`);
  const colleague = await page.context().newPage();
  await colleague.goto(`${server.demo.plans[0]}/edit`);
  const about = (where) => where.getByLabel('What colleagues should know');
  await about(colleague).fill('Their director moves in spring.');
  await colleague.locator('.note').getByRole('button', { name: 'Save' }).click();
  await colleague.getByText('Saved.').waitFor();

  page.allow(/409/);
  await about(page).fill('Call before noon.');
  await page.locator('.note').getByRole('button', { name: 'Save' }).click();
  await page.locator('.versus').waitFor();
  assert.match(await page.locator('.version.theirs').innerText(), /Their director moves in spring\./);
  assert.match(await page.locator('.version.yours').innerText(), /Call before noon\./);
  await check(page);
  await page.locator('.version.yours').getByRole('button').click();
  await page.getByText('Saved.').waitFor();
  assert.equal(await about(page).inputValue(), 'Call before noon.');
});
