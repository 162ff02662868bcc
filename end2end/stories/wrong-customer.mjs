// An invoice finds its customer by what it states, and staff has the last word: before it is kept, and after.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ask } from '../harness/crawl.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const unfold = (page, name) => main(page).locator('summary', { hasText: name }).click();
const WHOSE = 'Which customer?';
const NUMBER = '2026-0100';

/** The sample as if its buyer were Lakeside Mills, whom the demo knows by this id. */
async function lakesides() {
  const text = await readFile(new URL('../../app/domain/samples/three-short-tasks.xml', import.meta.url), 'utf8');
  return text.replaceAll('0112038-9', '1234567-1').replaceAll('01120389', '12345671');
}

async function look(page, text) {
  await page.goto('/invoices/new');
  await page.locator('input[type=file]').setInputFiles({ name: 'short.xml', mimeType: 'text/xml', buffer: Buffer.from(text) });
  await press(page, 'Read the files');
  await page.locator('section.read').waitFor();
}

story('a customer that was found can be overruled, and an invoice at the wrong one taken back', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  const text = await lakesides();
  await look(mikko, text);
  assert.match(await mikko.locator('section.read').innerText(), /Lakeside Mills, found by/);
  assert.ok(!(await mikko.getByLabel(WHOSE).isVisible()), 'the field is folded away where nobody need fill it in');
  await unfold(mikko, 'Wrong customer?');
  await mikko.getByLabel(WHOSE).fill('no such customer');
  mikko.allow(/422.*invoices/);
  await press(mikko, 'Save 1 invoice');
  await mikko.getByText('No customer has this number or name.').waitFor();
  assert.equal(await mikko.getByLabel(WHOSE).inputValue(), 'no such customer', 'what was typed is there and in sight');
  await check(mikko);
  await mikko.getByLabel(WHOSE).fill('1002');
  await press(mikko, 'Save 1 invoice');
  await mikko.getByRole('heading', { level: 1, name: `Invoice ${NUMBER}` }).waitFor();
  const wrong = new URL(mikko.url()).pathname;
  const plan = wrong.replace(/\/invoices.*/, '');

  const kaisa = await newPage();
  const link = server.demo.links.find(({ customer }) => customer.startsWith('Satamakylmä'));
  await enterByLink(kaisa, link, mailbox);
  assert.equal((await kaisa.goto(wrong)).status(), 200);
  assert.equal(await kaisa.locator('summary', { hasText: 'Remove invoice' }).count(), 0);
  await check(kaisa);

  await unfold(mikko, 'Remove invoice');
  await check(mikko);
  assert.match(await main(mikko).innerText(), /can see invoices here and may have seen it already/);
  await press(mikko, 'Yes, remove it');
  await mikko.getByText('The invoice is removed.').waitFor();
  assert.ok(!(await main(mikko).innerText()).includes(NUMBER));
  await check(mikko);

  kaisa.allow(/404/);
  for (const gone of [wrong, `${wrong}/original`]) {
    assert.equal((await ask(server, await kaisa.context().cookies(), gone)).status, 404, gone);
  }
  await kaisa.goto(`${plan}/invoices`);
  assert.ok(!(await main(kaisa).innerText()).includes(NUMBER));

  // Read again it is where it belongs.
  await look(mikko, text);
  await press(mikko, 'Save 1 invoice');
  await mikko.getByRole('heading', { level: 1, name: `Invoice ${NUMBER}` }).waitFor();
  assert.ok(!mikko.url().includes(plan));
  assert.match(await mikko.locator('body').innerText(), /Lakeside Mills/);
});

story('where only an address fits, somebody says whose an invoice is', { demo: [] }, async ({ server, newPage, check }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  // A company that nobody knows, which gets its invoices at an address of Lakeside Mills.
  const text = (await lakesides()).replaceAll('1234567-1', '0112038-9').replaceAll('FI12345671', 'FI01120389');
  await look(mikko, text);
  assert.match(await mikko.locator('section.read').innerText(), /Perhaps Lakeside Mills \(ID 003712345671\); please check\./);
  assert.equal(await mikko.getByLabel(WHOSE).inputValue(), '1001');
  await check(mikko);
  await mikko.getByLabel(WHOSE).fill('1003');
  await press(mikko, 'Save 1 invoice');
  await mikko.getByRole('heading', { level: 1, name: `Invoice ${NUMBER}` }).waitFor();
  assert.match(await mikko.locator('body').innerText(), /Björkdals Tandvård/);
});
