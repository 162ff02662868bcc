// Who knows whom: the people of both sides as a map and as a table, and, for the supplier's alone, with whom nobody is in touch.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const map = (page) => main(page).getByRole('img', { name: /^Map of who has been in contact with whom/ });
const row = (page, name) => main(page).locator('tbody tr', { has: page.getByRole('rowheader', { name, exact: true }) });
const alone = (page) => main(page).locator('[aria-labelledby=h-alone]');
const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Writes down a contact, with its button pressed twice. */
async function record(server, page, plan, kind, said) {
  const cookies = await page.context().cookies();
  const contacts = `${plan}/contacts`;
  const form = formsOf(await (await ask(server, cookies, contacts)).text(), contacts).find(({ fields }) => fields.has('with_whom'));
  const fields = new Map([...form.fields, ['kind', kind], ['promised', ''], ...Object.entries(said)]);
  for (let twice = 0; twice < 2; twice += 1) assert.equal((await post(server, cookies, form.action, fields)).status, 303);
}

story('both sides see who was in contact with whom, and staff with whom nobody is', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan, other] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await main(anna).getByRole('link', { name: 'Who knows whom' }).click();
  await anna.getByRole('heading', { level: 1, name: 'Who knows whom' }).waitFor();
  await check(anna);
  const drawn = await map(anna).locator('text').allTextContents();
  for (const name of ['Lakeside Mills', 'Northline', 'Anna Aho', 'Ben Berg', 'Mikko Kallio']) assert.ok(drawn.includes(name), `${name} is not among ${drawn}`);
  assert.match(await row(anna, 'Anna Aho').innerText(), /Mikko Kallio[^]*\d+ contacts[^]*discussions/);
  assert.equal(await map(anna).locator('path').count(), await main(anna).locator('tbody tr').count(), 'the table says the same');
  assert.equal(await row(anna, 'Ben Berg').count(), 0);
  assert.equal(await alone(anna).count(), 0, 'with whom nobody is in touch is for staff');

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  await mikko.getByRole('link', { name: 'People', exact: true }).click();
  await main(mikko).getByRole('link', { name: 'Who knows whom' }).click();
  assert.match(await alone(mikko).innerText(), /Shift leader\s+Ben Berg · no contact yet/);
  assert.doesNotMatch(await alone(mikko).innerText(), /Anna Aho/);
  await check(mikko);

  // What is long ago is in the table, and on the map with a line of another kind; in touch is something else.
  await record(server, mikko, plan, 'call', { day: daysAgo(220), with_whom: 'ben berg', about: 'The night shift' });
  await mikko.reload();
  assert.match(await row(mikko, 'Ben Berg').innerText(), /Mikko Kallio[^]*7 months ago[^]*none[^]*calls/);
  assert.equal(await map(mikko).locator('path.past').count(), 1);
  assert.match(await alone(mikko).innerText(), /Ben Berg · last contact 7 months ago/);
  await check(mikko);

  // A visit of either side brings them together, once.
  await record(server, anna, plan, 'visit', { with_whom: 'Mikko Kallio', about: 'The gate' });
  await record(server, mikko, plan, 'visit', { with_whom: 'Anna Aho, Ben Berg', about: 'The gate' });
  await mikko.reload();
  assert.match(await row(mikko, 'Ben Berg').innerText(), /(today|yesterday)[^]*1 contact\b[^]*calls, visits/);
  assert.match(await row(mikko, 'Anna Aho').innerText(), /(today|yesterday)[^]*visits/);
  assert.equal(await alone(mikko).count(), 0);
  assert.equal(await map(mikko).locator('path.past').count(), 0);
  await check(mikko);
  await anna.reload();
  assert.match(await row(anna, 'Ben Berg').innerText(), /Mikko Kallio[^]*1 contact\b/);
  await check(anna);

  // Another customer has its own, with nobody on it yet.
  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  const kaisas = await kaisa.context().cookies();
  assert.equal((await ask(server, kaisas, `${plan}/network`)).status, 404);
  assert.equal((await ask(server, [], `${plan}/network`)).status, 401);
  await kaisa.goto(`${other}/network`);
  await kaisa.getByRole('heading', { level: 1, name: 'Kuka tuntee kenet' }).waitFor();
  await kaisa.getByText('Ei vielä yhteydenottoja').waitFor();
  assert.doesNotMatch(await main(kaisa).innerText(), /Anna Aho|Ben Berg/);
  await check(kaisa);
  const saara = await newPage();
  await signIn(saara, { ...server.demo.staff, email: 'saara.lind@northline.example' });
  await saara.goto(`${other}/network`);
  await alone(saara).getByText('Kaisa Koski').waitFor();
  await check(saara);
});
