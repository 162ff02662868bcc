// What happened in a project in five lanes; every contact of a year and how it was, in one press; what is needed in a year.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).first().click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();

story('a project is one picture of what happened, and its customer sees below the line what is shared', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  await main(mikko).getByRole('link', { name: 'New network for the mill', exact: true }).first().click();
  await follow(mikko, 'Blueprint: what happened when');
  const blueprint = new URL(mikko.url()).pathname;
  await mikko.getByRole('heading', { level: 1, name: 'Blueprint' }).waitFor();
  await main(mikko).getByRole('group', { name: 'New network for the mill: what happened in each week' }).waitFor();
  const internal = main(mikko).locator('.history li li').filter({ has: mikko.locator('.quiet', { hasText: /^Internal$/ }) });
  const all = await internal.allInnerTexts();
  assert.ok(all.length > 0, 'the supplier works inside as well');
  await check(mikko);
  // A mark of several leads to its week in the list, one of one thing to that.
  const several = await main(mikko).locator('a.week-mark[href^="#week-"]').first().getAttribute('href');
  assert.equal(await mikko.locator(several).count(), 1);

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(blueprint);
  await main(anna).getByText('Below the line is what the supplier shares of its internal work.').waitFor();
  await check(anna);
  const seen = await main(anna).locator('.history li li').filter({ has: anna.locator('.quiet', { hasText: /^Internal$/ }) }).allInnerTexts();
  for (const line of seen) assert.ok(all.includes(line), `nothing below the line is only the customer's: ${line}`);
  assert.ok(seen.length < all.length, 'not all of it is shared');
  await follow(anna, 'New network for the mill');
  await anna.getByRole('heading', { level: 1, name: 'New network for the mill' }).waitFor();
});

story('a contact is rated in one press, and what was bad is answered', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/contacts`);
  await follow(anna, 'Journey: all contacts of a year');
  await main(anna).getByText(/^Rated good: 2\. Rated bad: 1\.$/).waitFor();
  await check(anna);
  const row = () => main(anna).locator('.touch').filter({ hasText: 'Discussion' }).first();
  const id = await row().getAttribute('id');
  const touch = () => main(anna).locator(`[id="${id}"]`);
  await touch().getByRole('button', { name: /^Good/ }).click();
  await touch().getByRole('button', { name: /^Good/, pressed: true }).waitFor();
  await touch().getByRole('button', { name: /^Not good/ }).click();
  await touch().getByRole('button', { name: /^Not good/, pressed: true }).waitFor();
  await touch().getByText('Waits for an answer').waitFor();
  await check(anna);
  await touch().getByRole('link', { name: 'Anna Aho' }).click();
  await follow(anna, 'Say why');
  await check(anna);
  await main(anna).getByLabel('Why?').fill('The gate was closed.');
  await press(anna, 'Save');
  await main(anna).getByText('The gate was closed.').waitFor();
  await check(anna);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/waiting');
  await follow(mikko, 'The gate was closed.');
  await check(mikko);
  await main(mikko).getByRole('link', { name: 'Answer', exact: true }).click();
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Send the answer');
  await mikko.locator('#answer-error').waitFor();
  await check(mikko);
  await main(mikko).getByLabel('Answer', { exact: true }).fill('The guard has the code now.');
  await press(mikko, 'Send the answer');
  await main(mikko).getByText('The guard has the code now.').waitFor();
  await mikko.goto('/waiting');
  assert.equal(await main(mikko).getByRole('link', { name: 'The gate was closed.' }).count(), 0);
  await mikko.goto(`${plan}/journey`);
  assert.equal(await main(mikko).getByRole('button', { name: /^Good/ }).count(), 0, 'the supplier rates nothing');
  await check(mikko);

  await anna.goto(`${plan}/journey`);
  await main(anna).getByText('The gate was closed.').waitFor();
  assert.ok(await touch().getByRole('button', { name: /^Not good/, pressed: true }).isDisabled(), 'what was answered stays');
  await touch().getByRole('button', { name: /^Good/ }).click();
  await touch().getByRole('button', { name: /^Good/, pressed: true }).waitFor();
  await touch().getByText('The gate was closed.').waitFor();
  assert.ok(await touch().getByRole('button', { name: /^Good/, pressed: true }).isDisabled(), 'said otherwise, its answer stays too');
});

story('both sides plan a year, and see where two needs take the same people', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/goals`);
  await follow(anna, 'Plan of the year');
  await anna.goto(anna.url().split('?')[0]);
  await main(anna).getByText('Installation crew, August', { exact: true }).waitFor();
  await check(anna);
  await follow(anna, 'Add a need');
  await check(anna);
  anna.allow(/422/);
  await press(anna, 'Save');
  await anna.locator('#what-error').waitFor();
  await check(anna);
  await main(anna).getByLabel('What is needed?').fill('Spare racks');
  await main(anna).getByLabel('Who needs it?').fill('Hall 4');
  await main(anna).getByLabel('From', { exact: true }).selectOption('April');
  await main(anna).getByLabel('To', { exact: true }).selectOption('June');
  await main(anna).getByLabel('Whose time does it take?').fill('service desk');
  await press(anna, 'Save');
  await main(anna).getByText('Service desk, April', { exact: true }).or(main(anna).getByText('service desk, April', { exact: true })).first().waitFor();
  await check(anna);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/process`);
  await follow(mikko, 'Plan of the year');
  await main(mikko).locator('.need-months').getByRole('link', { name: 'Spare racks' }).click();
  await check(mikko);
  await main(mikko).getByLabel('From', { exact: true }).selectOption('May');
  await press(mikko, 'Save');
  assert.equal(await main(mikko).getByText(/^service desk, April$/i).count(), 0, 'moved, it clashes no more');
  await check(mikko);
  await main(mikko).locator('.need-months').getByRole('link', { name: 'Spare racks' }).click();
  await main(mikko).locator('summary', { hasText: 'Remove' }).click();
  await press(mikko, 'Remove');
  await main(mikko).locator('summary', { hasText: 'Removed' }).click();
  await main(mikko).getByRole('button', { name: /^Restore ?: Spare racks$/ }).click();
  await main(mikko).locator('.need-months').getByRole('link', { name: 'Spare racks' }).waitFor();
  await check(mikko);
});

/** Records a call of an earlier year. */
async function recordOld(page, plan) {
  await page.goto(`${plan}/contacts`);
  await page.getByLabel('With whom').fill('Anna Aho');
  await page.getByLabel('Day', { exact: true }).fill(new Date(Date.now() - 500 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('About', { exact: true }).fill('Keys of the old gate');
  await page.getByRole('button', { name: 'Save contact' }).click();
  await page.locator('.rows', { hasText: 'Keys of the old gate' }).waitFor();
}

const old = (page) => main(page).locator('.touch').filter({ hasText: 'Keys of the old gate' });

story('a press in an earlier year says how it was, and stays in that year', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await recordOld(mikko, plan);
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/journey`);
  assert.equal(await old(anna).count(), 0, 'it is not of this year');
  await follow(anna, 'A year earlier');
  await old(anna).waitFor();
  await check(anna);
  for (const [name, pressed] of [[/^Good/, true], [/^Good/, false], [/^Not good/, true]]) {
    await old(anna).getByRole('button', { name }).click();
    await old(anna).getByRole('button', { name, pressed }).waitFor({ timeout: 5000 });
  }
  await old(anna).getByText('Waits for an answer').waitFor();
  await check(anna);
});

story('only the customer’s people say how a contact was, once each, and nobody else’s journey is read', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await recordOld(mikko, plan);
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/journey?back=1`);
  const of = await old(anna).getAttribute('id');
  const hers = await anna.context().cookies();
  for (let n = 0; n < 2; n += 1) assert.equal((await post(server, hers, `${plan}/journey/${of}/bad`, [])).status, 303, 'a second press changes nothing');
  await anna.reload();
  assert.equal(await old(anna).getByText('Waits for an answer').count(), 1);
  const moment = await old(anna).getByRole('link', { name: 'Anna Aho' }).getAttribute('href');
  for (const wrong of ['contact-01ARZ3NDEKTSV4RRFFQ69G5FAV', 'nothing', of.replace(/^\w+/, 'report')]) {
    assert.equal((await post(server, hers, `${plan}/journey/${wrong}/good`, [])).status, 404, wrong);
  }

  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  const theirs = await kaisa.context().cookies();
  for (const path of [`${plan}/journey`, `${plan}/journey?back=1`, moment, `${plan}/year`, `${plan}/year/new`]) {
    assert.equal((await ask(server, theirs, path)).status, 404, path);
  }
  for (const deed of [`${plan}/journey/${of}/good`, `${plan}/journey/${of}/withdraw`, `${moment}/words`]) {
    assert.equal((await post(server, theirs, deed, [['words', 'x']])).status, 404, deed);
  }
  // Who is of the supplier's says nothing of how it was; who only reads answers nothing.
  const his = await mikko.context().cookies();
  assert.equal((await post(server, his, `${plan}/journey/${of}/good`, [])).status, 404);
  const henrik = await newPage();
  await signIn(henrik, { ...server.demo.staff, email: 'henrik.holm@northline.example' });
  await henrik.goto(moment);
  assert.equal(await main(henrik).getByRole('link', { name: 'Answer', exact: true }).count(), 0);
  await check(henrik);
  const reads = await henrik.context().cookies();
  assert.ok([403, 404].includes((await post(server, reads, `${moment}/answer`, [['answer', 'x'], ['rated_at', '0']])).status));
  await henrik.goto(`${plan}/year`);
  assert.equal(await main(henrik).getByRole('link', { name: 'Add a need' }).count(), 0);
  await check(henrik);
  assert.ok([403, 404].includes((await ask(server, reads, `${plan}/year/new`)).status));
});
