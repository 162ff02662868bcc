// A file of a discussion has versions: one side brings the next, the other approves or refuses exactly one, and both read it.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ask } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const NAME = 'hall-3.pdf';
const SUBJECT = 'Which weekend suits hall 3?';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const pdf = (words) => ({ name: NAME, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${words}`) });
const fingerprint = ({ buffer }) => createHash('sha256').update(buffer).digest('hex').slice(0, 12);
const newest = (page) => page.locator('[aria-labelledby=h-newest]');
const earlier = (page) => page.locator('[aria-labelledby=h-earlier]');
const path = (page) => new URL(page.url()).pathname;

/** What somebody decides of a version, as its form sends it. */
const decided = (verdict, reason = '') => Object.entries({ verdict, reason });

async function bothIn({ server, mailbox, newPage }) {
  const [plan] = server.demo.plans;
  const [anna, mikko] = [await newPage(), await newPage()];
  await enterByLink(anna, server.demo.links[0], mailbox);
  await signIn(mikko, server.demo.staff);
  return { plan, anna, mikko };
}

/** Opens the discussion that both sides write in. */
async function openThread(page, plan) {
  await page.goto(`${plan}/threads`);
  await main(page).getByRole('link', { name: SUBJECT }).click();
  await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
}

/** Replies there with a file; ends on the file's page. */
async function bring(page, plan, file, asks) {
  await openThread(page, plan);
  await page.getByLabel(/everyone in this discussion/).fill('Here is the plan of the hall.');
  await page.locator('#files').setInputFiles(file);
  if (asks) await page.getByLabel(asks).check();
  await press(page, 'Send the reply');
  await page.locator('.message', { hasText: 'Here is the plan of the hall.' }).getByRole('link', { name: /^Version 1 ?: hall-3/ }).click();
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  return path(page);
}

async function bringNext(page, file) {
  await page.locator('#files').setInputFiles(file);
  await press(page, 'Add the version');
  await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
}

async function decide(page, verdict, reason) {
  await main(page).getByRole('radio', { name: new RegExp(`^${verdict}`) }).check();
  if (reason) await main(page).getByLabel('Reason', { exact: true }).fill(reason);
  await press(page, 'Save the decision');
}

story('exactly one version is approved, the newest, and by the other side', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const { plan, anna, mikko } = await bothIn(told);
  const [one, two, three] = ['one', 'two', 'three'].map(pdf);
  const file = await bring(mikko, plan, one, 'Lakeside Mills needs to approve these files');
  await newest(mikko).getByText('Waiting for approval').waitFor();
  assert.match(await newest(mikko).innerText(), /Mikko Kallio asked for approval/);
  assert.equal(await main(mikko).getByRole('button', { name: 'Save the decision' }).count(), 0, 'nobody approves what is its own');
  await check(mikko);

  // It waits for the customer, who says why not.
  await anna.goto(plan);
  await check(anna);
  const waits = main(anna).locator(`a[href="${file}"]`);
  if (!(await waits.first().isVisible())) await main(anna).locator('details', { has: anna.locator(`a[href="${file}"]`) }).locator('summary').click();
  await waits.first().click();
  await anna.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await check(anna);
  anna.allow(/422/);
  await press(anna, 'Save the decision');
  await anna.locator('#verdict-error').waitFor();
  await check(anna);
  await decide(anna, 'Refuse');
  await anna.locator('#reason-error').waitFor();
  assert.ok(await main(anna).getByRole('radio', { name: /^Refuse/ }).isChecked(), 'what was chosen stays');
  await check(anna);
  await decide(anna, 'Refuse', 'Gate 2 is missing');
  await newest(anna).getByText('Refused by Anna Aho').waitFor();
  assert.match(await newest(anna).innerText(), new RegExp(`${fingerprint(one)}[^]*Gate 2 is missing`));
  await check(anna);
  const annas = await anna.context().cookies();
  const again = await post(server, annas, `${file}/decide`, decided('refused', 'Gate 2 is missing'));
  assert.equal(again.status, 303, 'pressed twice, it is refused once');
  assert.equal((await post(server, annas, `${file}/decide`, decided('approved'))).status, 409, 'it is decided');

  // Whoever brought it reads why, and brings the next; what cannot be taken leaves the words where they are.
  await openThread(mikko, plan);
  assert.match(await mikko.locator('.thread-now .ball').innerText(), /waits for us/);
  await mikko.goto(file);
  await newest(mikko).getByText('Gate 2 is missing').waitFor();
  await check(mikko);
  mikko.allow(/422/);
  await mikko.locator('#text').fill('Gate 2 is in it.');
  const program = { name: 'hall-3.exe', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]) };
  const large = { name: 'halls.txt', mimeType: 'text/plain', buffer: Buffer.alloc(20 * 1024 * 1024 + 1, 'x') };
  for (const [files, said] of [[[], 'Please choose one file.'], [[one, two], 'Please choose one file.'], [program, 'hall-3.exe is a program'], [large, 'halls.txt is larger than 20 MB']]) {
    await mikko.locator('#files').setInputFiles(files);
    await press(mikko, 'Add the version');
    await mikko.getByRole('alert').filter({ hasText: said }).waitFor();
    assert.equal(await mikko.locator('#text').inputValue(), 'Gate 2 is in it.');
    assert.ok(await mikko.getByLabel('Lakeside Mills needs to approve these files').isChecked(), 'a new version needs a new approval');
    await check(mikko);
  }
  await bringNext(mikko, two);
  await check(mikko);
  await mikko.goto(file);
  await earlier(mikko).getByText('Gate 2 is missing').waitFor();
  await check(mikko);

  // Whoever reads one version does not approve the next one by it.
  await anna.goto(file);
  assert.match(await newest(anna).innerText(), /Version 2[^]*Waiting for approval/);
  assert.equal((await post(server, annas, `${file}/decide`, decided('approved'))).status, 409, 'the first one is replaced');
  await bringNext(mikko, three);
  anna.allow(/409/);
  await decide(anna, 'Approve');
  await anna.getByRole('alert').filter({ hasText: 'There is a newer version' }).waitFor();
  assert.match(await newest(anna).innerText(), /Version 3[^]*Waiting for approval/);
  assert.equal(await main(anna).getByText('Approved by').count(), 0);
  await check(anna);
  await decide(anna, 'Approve');
  await newest(anna).getByText('Approved by Anna Aho').waitFor();
  assert.ok((await newest(anna).getByText('Approved by Anna Aho').innerText()).includes(fingerprint(three)), 'of these very bytes');
  assert.equal(await earlier(anna).getByText('Approved').count(), 0);
  await check(anna);
  await anna.goto(plan);
  assert.equal(await main(anna).locator('.ask, .asks').locator('a[href*="/files/"]').count(), 0, 'nothing of it waits any more');

  await openThread(mikko, plan);
  const files = mikko.locator('.message .files li', { hasText: NAME });
  assert.deepEqual(await files.getByText('Replaced').count(), 2);
  assert.match(await files.last().innerText(), /Version 3[^]*Approved/);
  await check(mikko);
  await mikko.goto(`${plan}/changes`);
  assert.equal((await main(mikko).innerText()).match(/Anna Aho refused a file/g).length, 1);
  assert.equal((await main(mikko).innerText()).match(/Anna Aho approved a file/g).length, 1);

  // Nobody else knows of it.
  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  const kaisas = await kaisa.context().cookies();
  const page = await (await ask(server, await mikko.context().cookies(), file)).text();
  const next = formsOf(page, file).find(({ action }) => action.endsWith('/version'));
  for (const address of [file, file.replace(plan, server.demo.plans[1])]) {
    assert.equal((await ask(server, kaisas, address)).status, 404, address);
    for (const [deed, fields] of [['decide', decided('approved')], ['version', next.fields], ['ask', []]]) {
      assert.equal((await post(server, kaisas, `${address}/${deed}`, fields)).status, 404, `${address}/${deed}`);
    }
  }
  assert.equal((await ask(server, [], file)).status, 401);
});

story('a version of the customer waits for whoever is responsible until it is decided', { demo: [] }, async (told) => {
  const { server, newPage, check } = told;
  const { plan, anna, mikko } = await bothIn(told);
  const file = await bring(anna, plan, pdf('one'));
  await check(anna);
  assert.equal(await main(anna).getByText('Waiting for approval').count(), 0, 'nobody was asked');
  await press(anna, 'Ask Northline for approval');
  await newest(anna).getByText('Anna Aho asked for approval').waitFor();
  await check(anna);
  const annas = await anna.context().cookies();
  assert.equal((await post(server, annas, `${file}/ask`, [])).status, 303, 'asked twice, it is asked once');
  assert.equal((await post(server, annas, `${file}/decide`, decided('approved'))).status, 404, 'nobody approves what is its own');

  for (const list of ['/today', '/waiting']) {
    await mikko.goto(list);
    assert.match(await main(mikko).locator('li', { has: mikko.locator(`a[href="${file}"]`) }).innerText(), /File that needs your approval/);
    await check(mikko);
  }
  await main(mikko).locator(`a[href="${file}"]`).click();
  await mikko.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await decide(mikko, 'Refuse', 'The crane is on the wrong side');
  await newest(mikko).getByText('Refused by Mikko Kallio').waitFor();
  await mikko.goto('/waiting');
  assert.equal(await main(mikko).locator(`a[href="${file}"]`).count(), 0, 'it is the customer’s turn');

  await openThread(anna, plan);
  assert.match(await anna.locator('.thread-now .ball').innerText(), /waits for you/);
  await anna.goto(file);
  await newest(anna).getByText('The crane is on the wrong side').waitFor();
  await check(anna);
  await anna.locator('#text').fill('The crane is on the left.');
  await bringNext(anna, pdf('two'));
  await anna.locator('.message .prose', { hasText: 'The crane is on the left.' }).waitFor();

  await mikko.goto('/waiting');
  await main(mikko).getByRole('link', { name: NAME }).click();
  await mikko.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await decide(mikko, 'Approve', 'Thank you, this is it.');
  await newest(mikko).getByText('Approved by Mikko Kallio').waitFor();
  await check(mikko);
  await anna.goto(file);
  assert.match(await newest(anna).innerText(), new RegExp(`Version 2[^]*Approved by Mikko Kallio[^]*${fingerprint(pdf('two'))}[^]*Thank you, this is it`));
  assert.match(await earlier(anna).innerText(), /Version 1[^]*Refused by Mikko Kallio/);
  await check(anna);

  // Who reads everything and is responsible for nothing reads this too.
  const henrik = await newPage();
  await signIn(henrik, { ...server.demo.staff, email: 'henrik.holm@northline.example' });
  await henrik.goto(file);
  await newest(henrik).getByText('Approved by Mikko Kallio').waitFor();
  assert.equal(await main(henrik).locator('form').count(), 0, 'it is for reading');
  await check(henrik);
});

story('a version that is replaced waits for nobody any more', { demo: [], settings: SETTINGS.slice(1, 2) }, async (told) => {
  const { plan, anna, mikko } = await bothIn(told);
  const file = await bring(mikko, plan, pdf('one'), 'Lakeside Mills needs to approve these files');
  await bringNext(mikko, pdf('two'));
  for (const page of [anna, mikko]) {
    await page.goto(file);
    await newest(page).getByText('Waiting for approval').waitFor();
    assert.equal(await earlier(page).getByText('Waiting for approval').count(), 0);
    await openThread(page, plan);
    assert.equal(await page.locator('.message .files li', { hasText: 'Replaced' }).getByText('Waiting for approval').count(), 0);
  }
});
