// Nobody stands between two chairs: who has a customer is handed over, somebody stands in while others are away, and
// whoever has it finds everything that the plan leads to.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

/** Removes a colleague's access, for which an admin types its password again. */
async function removeAccess(page, check, staff, name) {
  await page.getByRole('link', { name: 'Remove access' }).click();
  await page.getByRole('heading', { level: 1, name: `Remove access: ${name}` }).waitFor();
  await check(page);
  await page.locator('#own_password').fill(staff.password);
  await page.getByRole('button', { name: `Remove access: ${name}` }).click();
}

const colleague = (server, name) => ({ ...server.demo.staff, email: `${name}@northline.example` });
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Chooses the first of a list whose words begin like this. */
async function choose(select, begins) {
  const words = await select.locator('option').allInnerTexts();
  await select.selectOption({ label: words.find((word) => word.startsWith(begins)) ?? assert.fail(`no ${begins} in ${words}`) });
}

async function handOver(page, check, plan, to) {
  await page.goto(plan);
  await page.getByRole('link', { name: 'Hand over' }).click();
  await check(page);
  assert.equal(await page.locator('#to').inputValue(), '', 'nobody is chosen before somebody chooses');
  page.allow(/422/);
  await page.getByRole('button', { name: 'Hand over' }).click();
  await page.locator('#to[aria-invalid=true]').waitFor();
  await check(page);
  await choose(page.locator('#to'), to);
  await page.getByRole('button', { name: 'Hand over' }).click();
  await page.locator('.row', { hasText: to }).waitFor();
  await check(page);
}

story('whoever is handed a customer finds a page behind every link of its plan', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await handOver(mikko, check, plan, 'Petra Niemi');

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  assert.match(await anna.locator('section.contact').innerText(), /Petra Niemi/);

  const petra = await newPage();
  await signIn(petra, colleague(server, 'petra.niemi'));
  await petra.goto(plan);
  const cookies = await petra.context().cookies();
  const links = await petra.locator('a[href^="/"]').evaluateAll((found) => found.map((link) => link.getAttribute('href').split('#')[0]));
  assert.ok(links.length > 10, `the plan has ${links.length} links`);
  for (const link of new Set(links)) {
    const { status } = await ask(server, cookies, link);
    assert.equal(status, link === '/' ? 303 : 200, link);
  }
  await petra.getByRole('link', { name: 'People', exact: true }).click();
  await petra.getByText('What colleagues should know').waitFor();
  assert.match(await petra.locator('main').innerText(), /Anna Aho/);
  assert.equal(await petra.locator('main form').count(), 0, 'it is for reading');
  await check(petra);
});

story('somebody stands in for a colleague who cannot arrange it, and for oneself', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const petra = await newPage();
  await signIn(petra, colleague(server, 'petra.niemi'));
  await petra.goto('/me');
  await petra.getByRole('link', { name: 'Plan an absence' }).click();
  await petra.locator('#first_day').fill(inDays(20));
  await petra.locator('#last_day').fill(inDays(22));
  await choose(petra.locator('#stand_in'), 'Saara Lind');
  await petra.getByRole('button', { name: 'Save the absence' }).click();
  await petra.getByText('Stand-in: Saara Lind').waitFor();
  await petra.locator('summary', { hasText: 'Cancel the absence' }).click();
  await check(petra);
  await petra.getByRole('button', { name: 'Yes, cancel it' }).click();
  await petra.getByText('No absence planned').waitFor();

  const olli = await newPage();
  await signIn(olli, colleague(server, 'olli.oja'));
  await olli.goto('/staff');
  await olli.getByRole('link', { name: /Mikko Kallio/ }).click();
  await check(olli);
  await olli.getByRole('link', { name: 'Plan an absence' }).click();
  await check(olli);
  await olli.locator('#first_day').fill(inDays(-1));
  await olli.locator('#last_day').fill(inDays(3));
  await choose(olli.locator('#stand_in'), 'Petra Niemi');
  await olli.getByRole('button', { name: 'Save the absence' }).click();
  await olli.getByText('Stand-in: Petra Niemi').waitFor();
  await check(olli);

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  assert.match(await anna.locator('section.contact').innerText(), /Petra Niemi[^]*Mikko Kallio/, 'the stand-in, and for whom');
  await check(anna);

  // Who stands in may not simply go; the way to somebody else is right there.
  olli.allow(/409/);
  await olli.goto('/staff');
  await olli.getByRole('link', { name: /Petra Niemi/ }).click();
  await removeAccess(olli, check, server.demo.staff, 'Petra Niemi');
  await check(olli);
  await olli.locator('.notice').getByRole('link', { name: 'Mikko Kallio' }).click();
  await olli.getByRole('heading', { name: 'When Mikko Kallio is away' }).waitFor();
});

story('a customer is ended and goes on, and its people are out and in again', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/edit`);
  await mikko.locator('summary', { hasText: 'End the co-operation' }).click();
  await check(mikko);
  await mikko.getByRole('button', { name: /^Yes, end it/ }).click();
  await mikko.getByText('Its people no longer see the plan.').waitFor();
  await check(mikko);
  anna.allow(/404/);
  assert.equal((await anna.goto(plan)).status(), 404);
  await mikko.goto(plan);
  await check(mikko);
  await mikko.goto('/customers?show=ended');
  assert.equal(await mikko.locator('table.portfolio tbody tr').count(), 1);
  await mikko.locator('table.portfolio tbody a').first().click();
  await mikko.getByRole('link', { name: 'People', exact: true }).click();
  await mikko.getByRole('button', { name: 'Resume the co-operation' }).click();
  await mikko.getByText('Its people see the plan again.').waitFor();
  assert.equal((await anna.goto(plan)).status(), 200);
  await check(anna);
});

story('what was entered wrongly about a colleague and a member is mended', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const olli = await newPage();
  await signIn(olli, colleague(server, 'olli.oja'));
  await olli.goto('/staff');
  await olli.getByRole('link', { name: /Petra Niemi/ }).click();
  await olli.getByLabel('First and last name').fill('Petra Nieminen');
  await olli.getByLabel('Email').fill('petra.nieminen@northline.example');
  await check(olli);
  olli.allow(/422/);
  for (const password of ['', 'not the password', server.demo.staff.password]) {
    await olli.locator('#own_password').fill(password);
    await olli.getByRole('button', { name: 'Save' }).click();
    if (password === server.demo.staff.password) break;
    await olli.locator('#own_password-error').waitFor();
    assert.equal(await olli.locator('#own_password').inputValue(), '', 'it never comes back');
    assert.equal(await olli.getByLabel('Email').inputValue(), 'petra.nieminen@northline.example');
    await check(olli);
  }
  await olli.getByText('Saved.').waitFor();
  await mailbox.next({ to: 'petra.niemi@northline.example', subject: /another email address/ });
  const petra = await newPage();
  await signIn(petra, colleague(server, 'petra.nieminen'));
  await petra.goto('/me');
  await petra.getByRole('heading', { level: 1, name: 'Petra Nieminen' }).waitFor();

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${server.demo.plans[0]}/edit`);
  await mikko.getByRole('link', { name: /Anna Aho/ }).first().click();
  await mikko.locator('#language').selectOption('sv');
  await check(mikko);
  await mikko.locator('main form', { has: mikko.locator('#language') }).getByRole('button', { name: 'Save' }).click();
  await mikko.getByRole('status').waitFor();
  assert.equal(await mikko.locator('#language').inputValue(), 'sv');
});

story('all that a colleague has is handed over at once, and then its time can end', { demo: [] }, async ({ server, newPage, check }) => {
  const olli = await newPage();
  await signIn(olli, colleague(server, 'olli.oja'));
  await olli.goto('/staff');
  await olli.getByRole('link', { name: /Saara Lind/ }).click();
  await check(olli);
  olli.allow(/422/);
  const unfold = olli.locator('summary', { hasText: 'Hand over all responsibilities of Saara Lind' });
  await unfold.click();
  assert.equal(await olli.locator('#to').inputValue(), '', 'nobody is chosen before somebody chooses');
  await olli.getByRole('button', { name: 'Hand over everything' }).click();
  await olli.locator('#to[aria-invalid=true]').waitFor();
  await check(olli);
  // Not Mikko: he is away on the days on which Saara stands in for him.
  await choose(olli.locator('#to'), 'Petra Niemi');
  await olli.getByRole('button', { name: 'Hand over everything' }).click();
  await olli.getByText('Everything is handed over.').waitFor();
  await olli.getByText('Saara Lind is not responsible for any customer or project').waitFor();
  await check(olli);
  await removeAccess(olli, check, server.demo.staff, 'Saara Lind');
  await olli.getByText('Access removed').waitFor();
});
