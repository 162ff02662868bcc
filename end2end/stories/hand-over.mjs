// Several customers go over to a colleague: chosen, looked at, on a day or right away, withdrawn until then.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const colleague = (server, name) => ({ ...server.demo.staff, email: `${name}@northline.example` });
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Chooses customers, who gets them and the day; ends where it is looked at. */
async function chooseAndLook(page, customers, to, day) {
  for (const name of customers) await page.getByRole('checkbox', { name }).check();
  const words = await page.locator('#to option').allInnerTexts();
  await page.locator('#to').selectOption({ label: words.find((word) => word.startsWith(to)) ?? assert.fail(`no ${to}`) });
  if (day) await page.locator('#on_day').fill(day);
  await main(page).getByRole('button', { name: 'Show what goes over' }).click();
  await page.getByRole('heading', { level: 1, name: 'Is this right?' }).waitFor();
}

story('several customers go over to a colleague, looked at before and withdrawn until their day', { demo: [], database: 'postgres' }, async ({ server, mailbox, newPage, check }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/customers?sort=name');
  await main(mikko).getByRole('link', { name: 'Hand several over' }).click();
  await mikko.getByRole('heading', { level: 1, name: 'Hand customers over' }).waitFor();
  await check(mikko);

  // Nothing chosen: each field says what is wrong, and what was typed stays.
  mikko.allow(/422/);
  await mikko.locator('#note').fill('Anna likes calls before nine.');
  await main(mikko).getByRole('button', { name: 'Show what goes over' }).click();
  await mikko.locator('#customers-error').waitFor();
  assert.match(await mikko.locator('#note').inputValue(), /before nine/);
  await check(mikko);

  // To look for another customer keeps what was typed and chosen.
  await mikko.getByRole('checkbox', { name: /Lakeside Mills/ }).check();
  await mikko.getByLabel('Name or number').fill('Riverb');
  await main(mikko).getByRole('button', { name: 'Find' }).click();
  await mikko.getByRole('checkbox', { name: /Riverbend/ }).waitFor();
  assert.equal(await mikko.getByRole('checkbox', { name: /Lakeside Mills/ }).isChecked(), true);
  assert.match(await mikko.locator('#note').inputValue(), /before nine/);
  assert.equal(await mikko.getByRole('checkbox').count(), 2);
  await check(mikko);

  await chooseAndLook(mikko, [/Lakeside Mills/, /Riverbend/], 'Saara Lind', inDays(9));
  assert.match(await main(mikko).innerText(), /Saara Lind becomes responsible from[^]*Lakeside Mills[^]*Projects:[^]*before nine/);
  await check(mikko);
  // Back, with everything as it was.
  await main(mikko).getByRole('button', { name: 'Change' }).click();
  await mikko.getByRole('heading', { level: 1, name: 'Hand customers over' }).waitFor();
  assert.equal(await mikko.getByRole('checkbox', { name: /Lakeside Mills/ }).isChecked(), true);
  await mikko.locator('#word').fill('Saara takes over with pleasure.');
  await main(mikko).getByRole('button', { name: 'Show what goes over' }).click();
  await main(mikko).getByRole('button', { name: 'Plan the hand-over' }).click();
  await mikko.waitForURL(/\/customers\/hand-overs$/);
  const planned = main(mikko).locator('.row', { hasText: '2 customers to Saara Lind' });
  await planned.waitFor();
  await check(mikko);

  const saara = await newPage();
  await signIn(saara, colleague(server, 'saara.lind'));
  await saara.goto('/today');
  const coming = main(saara).locator('li', { hasText: 'You become responsible for 2 customers' });
  assert.match(await coming.innerText(), /before nine/);
  await check(saara);

  await planned.locator('summary').click();
  await check(mikko);
  await planned.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await main(mikko).locator('.row.over', { hasText: 'Withdrawn by Mikko Kallio' }).waitFor();

  // Right away: the customer sees its new contact, with the word.
  await main(mikko).getByRole('link', { name: 'Hand several over' }).click();
  await mikko.locator('#word').fill('Saara takes over with pleasure.');
  await chooseAndLook(mikko, [/Lakeside Mills/], 'Saara Lind');
  await main(mikko).getByRole('button', { name: 'Hand over now' }).click();
  await mikko.waitForURL(/\/customers\/hand-overs$/);
  await server.hurry();
  await mikko.reload();
  await main(mikko).locator('.row', { hasText: '1 customer to Saara Lind' }).getByText('Handed over', { exact: true }).waitFor();
  await check(mikko);

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  assert.match(await anna.locator('section.contact').innerText(), /Saara Lind/);
  await anna.goto(`${server.demo.plans[0]}/changes`);
  assert.match(await main(anna).innerText(), /Saara takes over with pleasure/);
  await check(anna);
});

story('on its day each customer goes over for itself, and what somebody else has meanwhile is left and told', { demo: [], database: 'postgres' }, async ({ server, mailbox, newPage, check }) => {
  const [lakeside, , birch] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/customers/hand-over');
  mikko.allow(/422/);
  await mikko.getByRole('checkbox', { name: /Lakeside Mills/ }).check();
  await main(mikko).getByRole('button', { name: 'Show what goes over' }).click();
  await mikko.locator('#to-error').waitFor();
  const names = await mikko.locator('#to option').allInnerTexts();
  await mikko.locator('#to').selectOption({ label: names.find((name) => name.startsWith('Saara Lind')) ?? assert.fail(`${names}`) });
  await mikko.locator('#on_day').fill('2020-01-01');
  await main(mikko).getByRole('button', { name: 'Show what goes over' }).click();
  await mikko.locator('#on_day-error').waitFor();
  assert.equal(await mikko.getByRole('checkbox', { name: /Lakeside Mills/ }).isChecked(), true);
  await check(mikko);
  await chooseAndLook(mikko, [/Lakeside Mills/, /Björkdals/], 'Saara Lind', inDays(9));
  await check(mikko);
  await main(mikko).getByRole('button', { name: 'Plan the hand-over' }).click();
  await mikko.waitForURL(/\/customers\/hand-overs$/);
  const planned = main(mikko).locator('.row', { hasText: '2 customers to Saara Lind' });
  await planned.waitFor();
  const withdraw = await planned.locator('form').getAttribute('action');

  // Nobody withdraws it who has nothing to do with it.
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const elin = await newPage();
  await enterByLink(elin, server.demo.links[2], mailbox);
  const petra = await newPage();
  await signIn(petra, colleague(server, 'petra.niemi'));
  for (const [name, page] of Object.entries({ anna, elin, petra })) {
    const cookies = await page.context().cookies();
    assert.ok([403, 404].includes((await post(server, cookies, withdraw, [])).status), name);
    assert.ok([403, 404].includes((await ask(server, cookies, '/customers/hand-over')).status), name);
  }
  assert.match(await anna.locator('section.contact').innerText(), /Mikko Kallio/, 'not before its day');

  // One of the two goes to somebody else before that day.
  await mikko.goto(lakeside);
  await main(mikko).getByRole('link', { name: 'Hand over' }).click();
  const words = await mikko.locator('#to option').allInnerTexts();
  await mikko.locator('#to').selectOption({ label: words.find((word) => word.startsWith('Petra Niemi')) ?? assert.fail(`${words}`) });
  await main(mikko).getByRole('button', { name: 'Hand over' }).click();
  await main(mikko).locator('.row', { hasText: 'Petra Niemi' }).first().waitFor();

  for (const page of [mikko, anna, elin, petra]) await page.goto('about:blank');
  await server.stop();
  await server.sql(`update hand_over set on_day = '${inDays(0)}', due_at = ${Date.now() - 60_000} where withdrawn_at is null and due_at < ${Date.now() + 12 * 86_400_000}`);
  await server.start();
  for (let left = 2; left > 0; ) [left] = (await server.sql(`select count(*) from hand_over_customer c join hand_over h on h.id = c.hand_over_id where c.outcome is null and h.due_at < ${Date.now()}`)).map(Number);

  await mikko.goto('/customers/hand-overs');
  const done = main(mikko).locator('.row', { hasText: '2 customers to Saara Lind' });
  assert.match(await done.innerText(), /Björkdals[^\n]*Handed over[^]*Lakeside Mills[^\n]*Not handed over: somebody else had become responsible/);
  assert.equal(await done.getByText('Withdraw', { exact: true }).count(), 0, 'what is over is not withdrawn');
  await check(mikko);
  await post(server, await mikko.context().cookies(), withdraw, []);
  await mikko.reload();
  assert.doesNotMatch(await done.innerText(), /Withdrawn/);
  await mikko.goto('/today');
  await main(mikko).getByRole('link', { name: '1 of 2 customers went to Saara Lind' }).waitFor();
  await check(mikko);
  await elin.goto(birch);
  assert.match(await elin.locator('section.contact').innerText(), /Saara Lind/);
  await check(elin);
  await anna.goto(lakeside);
  assert.match(await anna.locator('section.contact').innerText(), /Petra Niemi/);
  const saara = await newPage();
  await signIn(saara, colleague(server, 'saara.lind'));
  await saara.goto('/today');
  await main(saara).getByRole('link', { name: /You are responsible for 1 more customer/ }).waitFor();
  await check(saara);
});
