// A report is put together from the plan, frozen when it is published, and approved by who has read all of it.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).first().click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();
const text = async (page) => (await main(page).locator('.page-main').innerText()).replaceAll(/\s+/g, ' ');

story('a published report never changes, and the customer approves what it has read', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/reports`);
  await mikko.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
  await check(mikko);
  await follow(mikko, 'Draft a report');
  await check(mikko);
  mikko.allow(/422/);
  await mikko.getByLabel('A day in it').fill('2099-01-01');
  await press(mikko, 'Draft a report');
  await mikko.locator('#day-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('A day in it').fill(new Date().toISOString().slice(0, 10));
  await mikko.getByLabel('Year').check();
  await mikko.getByLabel('In your words').fill('The year in which the halls got their rings.');
  await press(mikko, 'Draft a report');
  await mikko.getByRole('heading', { level: 1, name: /^Year/ }).waitFor();
  await mikko.getByText('Only you and your colleagues see this draft').waitFor();
  await check(mikko);
  const report = new URL(mikko.url()).pathname;
  await follow(mikko, 'Edit the words');
  await check(mikko);
  await mikko.getByLabel('In your words').fill('The year in which halls 1 and 2 got their rings.');
  await press(mikko, 'Save');
  await mikko.getByText('The year in which halls 1 and 2').waitFor();

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  anna.allow(/404/);
  assert.equal((await anna.goto(report)).status(), 404, 'a draft is the supplier’s');
  await main(mikko).locator('summary', { hasText: 'Publish' }).click();
  await press(mikko, 'Publish');
  await mikko.getByRole('heading', { name: 'Approval' }).waitFor();
  await check(mikko);

  await anna.goto(`${plan}/reports`);
  await check(anna);
  await follow(anna, /^Year/);
  await anna.getByRole('heading', { name: 'Invoiced' }).waitFor();
  await check(anna);
  const before = await text(anna);
  assert.match(before, /Hall 2 on the new network/);
  await press(anna, 'Approve this report');
  await anna.getByText(/Anna Aho, today/).waitFor();
  assert.equal(await anna.getByRole('button', { name: 'Approve this report' }).count(), 0);
  const paper = await ask(server, await anna.context().cookies(), `${report}/report.pdf`);
  assert.equal(paper.headers.get('content-type'), 'application/pdf');
  assert.match(paper.headers.get('content-disposition'), /^attachment; .*\.pdf/);
  const pdf = Buffer.from(await paper.arrayBuffer()).toString('latin1');
  assert.match(pdf, /^%PDF-1\.7[^]*pdfaid:part>2[^]*%%EOF\s*$/, 'a document that is kept');
  assert.ok(pdf.includes(`Year ${new Date().getFullYear()}`), 'and that says what it is');
  await follow(anna, 'Ask or tell something');
  await anna.getByText(/Report: Year/).first().waitFor();
  await check(anna);

  // The data goes on; the report does not.
  await mikko.goto(plan);
  await follow(mikko, 'New network for the mill');
  await follow(mikko, 'Name, visibility, ending');
  await mikko.getByLabel('Name', { exact: true }).first().fill('Rings for the mill');
  await press(mikko, 'Save');
  await mikko.getByRole('heading', { level: 1, name: 'Rings for the mill' }).waitFor();
  await anna.goto(report);
  const facts = (said) => said.split('Approval')[0];
  assert.equal(facts(await text(anna)), facts(before));
  const hash = (said) => said.match(/SHA-256 ([0-9a-f]{64})/)[1];
  assert.equal(hash(await text(anna)), hash(before));
  await check(anna);
});

/** Lets everything be over that a rhythm reports; the server looks when it begins. */
async function letPass(server, pages) {
  for (const page of pages) await page.goto('about:blank');
  await server.stop();
  await server.sql("update report_rhythm set since = '2020-01-01'");
  await server.start();
}

const drafts = (page) => main(page).locator('.waiting li', { hasText: 'Report to publish by' });

/** Waits for the only line about a draft among what waits, and gives where it leads. */
async function draftOf(page, check) {
  const line = drafts(page);
  for (let tries = 0; (await line.count()) === 0; tries += 1) {
    assert.ok(tries < 50, 'no draft has come');
    await page.goto('/waiting');
  }
  assert.equal(await line.count(), 1);
  await check(page);
  return line.getByRole('link');
}

story('a report comes by its rhythm: a draft waits for whoever has the customer, is removed once and published once', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [, plan] = server.demo.plans;
  const saara = await newPage();
  await signIn(saara, { ...server.demo.staff, email: 'saara.lind@northline.example' });
  await saara.goto(`${plan}/reports`);
  await saara.getByText('No regular reports.').waitFor();
  await follow(saara, 'How often');
  await check(saara);
  saara.allow(/422/);
  await saara.getByLabel('Every month').check();
  for (const day of ['29', '0', 'the fifth', '']) {
    await saara.getByLabel('By which day of the month after').fill(day);
    await press(saara, 'Save');
    await saara.locator('#day-error').waitFor();
    assert.equal(await saara.getByLabel('By which day of the month after').inputValue(), day);
    assert.ok(await saara.getByLabel('Every month').isChecked(), 'what was chosen is still chosen');
  }
  await check(saara);
  await saara.getByLabel('By which day of the month after').fill('5');
  await press(saara, 'Save');
  await saara.getByText('Every month, by day 5 of the next.').waitFor();
  await check(saara);

  // Nobody else says it: who works for other customers, who only reads, and no member, of this one or of another.
  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  const others = [await kaisa.context().cookies()];
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  others.push(await anna.context().cookies());
  for (const name of ['petra.niemi', 'henrik.holm']) {
    const page = await newPage();
    await signIn(page, { ...server.demo.staff, email: `${name}@northline.example` });
    others.push(await page.context().cookies());
    await page.goto('about:blank');
  }
  for (const cookies of others) {
    const { status } = await post(server, cookies, `${plan}/reports/rhythm`, [['rhythm', 'never'], ['day', '5']]);
    assert.ok([403, 404].includes(status), `answered ${status}`);
  }

  await letPass(server, [saara, kaisa, anna]);
  await (await draftOf(saara, check)).click();
  await saara.getByText(/To be published by /).waitFor();
  await check(saara);
  const first = new URL(saara.url()).pathname;
  kaisa.allow(/404/);
  assert.equal((await kaisa.goto(first)).status(), 404, 'a draft is the supplier’s');
  await kaisa.goto(`${plan}/reports`);
  await kaisa.getByText('Ei vielä raportteja').waitFor();
  await saara.goto('/today');
  await drafts(saara).waitFor();

  // Removed, it does not come again by itself.
  await saara.goto(first);
  await follow(saara, 'Edit the words');
  await main(saara).locator('summary', { hasText: 'Remove the draft' }).click();
  await check(saara);
  await press(saara, 'Remove the draft');
  await saara.getByText('No reports yet').waitFor();
  await letPass(server, [saara, kaisa, anna]);
  await server.hurry();
  await saara.goto('/waiting');
  assert.equal(await drafts(saara).count(), 0);

  // Another rhythm has drafts of its own.
  await saara.goto(`${plan}/reports/rhythm`);
  assert.ok(await saara.getByLabel('Every month').isChecked());
  await saara.getByLabel('Every quarter').check();
  await press(saara, 'Save');
  await saara.getByText('Every quarter, by day 5 of the month after.').waitFor();
  await letPass(server, [saara, kaisa, anna]);
  await (await draftOf(saara, check)).click();
  await saara.getByRole('heading', { level: 1, name: /^Quarter [1-4], \d{4}$/ }).waitFor();
  const second = new URL(saara.url()).pathname;
  await follow(saara, 'Edit the words');
  await saara.getByLabel('In your words').fill('Every door reports by itself.');
  await press(saara, 'Save');
  await main(saara).locator('summary', { hasText: 'Publish' }).click();
  await press(saara, 'Publish');
  await saara.getByRole('heading', { name: 'Approval' }).waitFor();
  assert.equal(await main(saara).getByText(/To be published by/).count(), 0);
  await check(saara);
  await saara.goto('/waiting');
  assert.equal(await drafts(saara).count(), 0);
  await kaisa.goto(second);
  await kaisa.getByText('Every door reports by itself.').waitFor();
  await check(kaisa);
  anna.allow(/404/);
  assert.equal((await anna.goto(second)).status(), 404, 'of another customer');

  await saara.goto(`${plan}/reports/rhythm`);
  await saara.getByLabel('When we make one').check();
  await press(saara, 'Save');
  await saara.getByText('No regular reports.').waitFor();
});
