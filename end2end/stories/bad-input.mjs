// What goes wrong at the door and at the desk: each gets its clear answer, and nothing that was good is lost.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from '../harness/crawl.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const sample = (name) => readFile(fileURLToPath(new URL(`../../app/domain/samples/${name}`, import.meta.url)), 'utf8');
const file = (name, content) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(content) });
const main = (page) => page.locator('main');
const choose = (page, files) => page.locator('input[type=file]').setInputFiles(files);
const readFiles = (page) => page.getByRole('button', { name: 'Read the files' }).click();

const BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]><Invoice>&y;</Invoice>';

story('a link that has run out or was revoked says so, and a new one is asked for', { database: 'postgres', demo: [] }, async ({ server, newPage, check }) => {
  const [anna] = server.demo.links;
  const page = await newPage();
  page.allow(/410.*\/in\//);
  for (const [change, title, text] of [
    ['expires_at = created_at', 'This link has expired', 'Personal links work for half a year.'],
    ['expires_at = created_at + 9000000000, revoked_at = created_at', 'This link no longer works', 'It was revoked, perhaps because you have a newer one.'],
  ]) {
    await server.sql(`update personal_link set ${change} where person_id = (select id from person where email = '${anna.email}')`);
    const answer = await page.goto(anna.url);
    assert.equal(answer.status(), 410, title);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await main(page).getByText(text).waitFor();
    await check(page);
    // Pressing the button that an earlier look had shown brings nobody in either.
    assert.equal((await page.request.post(anna.url, { form: {} })).status(), 410);
    await main(page).locator('a[href="/new-link"]').first().click();
    await page.locator('input[type=email]').waitFor();
  }
  assert.deepEqual(await page.context().cookies(), []);
});

story('bad files each get their answer, and the good ones among them are kept', { demo: [] }, async ({ server, newPage, check }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto('/invoices/new');
  await check(page);
  page.allow(/422.*invoices/);
  await readFiles(page);
  await page.getByText('Choose at least one file first.').waitFor();
  await check(page);

  const yen = await sample('yen.xml');
  const short = await sample('three-short-tasks.xml');
  const cases = [
    ['three-short-tasks.xml', short, /Invoice 2026-0100[^]*€53\.39/],
    ['letter.xml', '<Letter>Dear Mikko</Letter>', /not a UBL invoice or credit note: its root element is “Letter”/],
    ['bomb.xml', BOMB, /Line 1 has a DOCTYPE, which no invoice needs/],
    ['torn.xml', short.slice(0, short.length / 2), /XML is incomplete: it breaks off or goes wrong on line \d+/],
    ['photo.xml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /cannot read this file/],
    ['empty.xml', '', /XML is incomplete: it breaks off or goes wrong on line 1/],
    ['yen.xml', yen, /Invoice T-9[^]*4,675/],
  ];
  await choose(page, cases.map(([name, content]) => file(name, content)));
  await readFiles(page);
  await page.locator('section.read').last().waitFor();
  await check(page);
  const answers = await page.locator('section.read').allInnerTexts();
  assert.equal(answers.length, cases.length, 'each file has its answer');
  for (const [place, [name, , answer]] of cases.entries()) {
    assert.match(answers[place], answer, name);
    assert.match(answers[place], new RegExp(name.replace('.', '\\.')), 'and is called by its name');
  }
  assert.equal(await page.locator('section.read .badge.bad').count(), cases.length - 2);

  for (const whose of await page.getByLabel('Which customer?').all()) await whose.fill('no such customer');
  await page.getByRole('button', { name: 'Save 2 invoices' }).click();
  await page.getByText('No customer has this number or name.').first().waitFor();
  assert.equal(await page.getByLabel('Which customer?').first().inputValue(), 'no such customer', 'what was typed is still there');
  await check(page);
  for (const whose of await page.getByLabel('Which customer?').all()) await whose.fill('1001');
  await page.getByRole('button', { name: 'Save 2 invoices' }).click();
  await page.locator('section:has(#h-recent)').getByRole('link', { name: 'Invoice T-9' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invoice T-9' }).waitFor();
  assert.match(await page.locator('.invoice-head .sum').innerText(), /4,675$/, 'yen have no decimals');
  assert.equal(await page.locator('.invoice-head .badge').innerText(), 'Correct to the cent');
  await check(page);
});

story('a file that is too large is told the limit, and the others go on', { demo: [] }, async ({ server, newPage, check }) => {
  const folder = await mkdtemp(join(tmpdir(), 'coplan-files-'));
  try {
    const short = await sample('three-short-tasks.xml');
    const large = async (megabytes) => {
      const path = join(folder, `${megabytes}.xml`);
      await writeFile(path, short.replace('</Invoice>', `<!--${'x'.repeat(megabytes * 1_000_000)}--></Invoice>`));
      return path;
    };
    const good = join(folder, 'good.xml');
    await writeFile(good, short);
    const page = await newPage();
    await signIn(page, server.demo.staff);
    await page.goto('/invoices/new');
    page.allow(/(422|413).*invoices/);
    await choose(page, [await large(30), good]);
    await readFiles(page);
    await page.getByText('30.xml: This file has 29 MB; the limit is 10 MB.').waitFor();
    assert.match(await page.locator('section.read').innerText(), /Invoice 2026-0100/, 'the other file was read');
    await check(page);

    // More than fits in one go: nothing of it is taken in, what waited goes on waiting, and the server is none the larger.
    const before = await server.memory();
    await choose(page, [await large(60), good]);
    await readFiles(page);
    await page.getByRole('heading', { level: 1, name: 'That is too large' }).waitFor();
    await page.getByText('a file may have at most 10 MB, all files together 40 MB').waitFor();
    await check(page);
    assert.ok((await server.memory()) < before + 40, `${await server.memory()} MB after ${before} MB`);
    await page.goto('/invoices/new');
    assert.equal(await page.locator('section.read').count(), 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** Begins to send a file, and hangs up after half of it. */
function hangUp(server, cookies, content) {
  const { hostname, port, host } = new URL(server.address);
  const head = '--x\r\ncontent-disposition: form-data; name="files"; filename="half.xml"\r\ncontent-type: text/xml\r\n\r\n';
  const body = Buffer.from(`${head}${content}\r\n--x--\r\n`);
  return new Promise((done, refuse) => {
    const socket = connect(Number(port), hostname, () => {
      const lines = [
        'POST /invoices/new HTTP/1.1',
        `host: ${host}`,
        `cookie: ${cookies.map(({ name, value }) => `${name}=${value}`).join('; ')}`,
        'content-type: multipart/form-data; boundary=x',
        `content-length: ${body.length}`,
      ];
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      socket.write(body.subarray(0, body.length / 2), () => setTimeout(() => socket.destroy(), 100));
    });
    socket.on('close', () => done());
    socket.on('error', refuse);
  });
}

story('an upload that breaks off leaves nothing behind and stops nobody', { demo: [], settings: SETTINGS.slice(0, 1) }, async ({ server, newPage }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  const cookies = await page.context().cookies();
  const short = await sample('three-short-tasks.xml');
  for (let i = 0; i < 5; i += 1) await hangUp(server, cookies, short.replace('</Invoice>', `<!--${'x'.repeat(2_000_000)}--></Invoice>`));
  await page.goto('/invoices/new');
  assert.equal(await page.locator('section.read').count(), 0);
  await choose(page, [file('whole.xml', short)]);
  await readFiles(page);
  assert.match(await page.locator('section.read').innerText(), /Invoice 2026-0100/);
  assert.equal((await ask(server, [], '/healthz')).status, 200);
  assert.doesNotMatch(server.log, /ERROR|panicked/);
});

story('a text five times too long is told so in its field and comes back whole', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const page = await newPage();
  await enterByLink(page, server.demo.links[0], mailbox);
  await page.goto(`${server.demo.plans[0]}/threads`);
  await page.getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  page.allow(/422.*reply/);
  const thread = new URL(page.url()).pathname;
  // Letters of one, two and four bytes: in a form they take one, six and twelve.
  for (const letter of ['a', 'ä', '🌲']) {
    const text = letter.repeat(100_000);
    const box = page.getByLabel(/everyone in this discussion/);
    await box.fill(text);
    await page.getByRole('button', { name: 'Send the reply' }).click();
    await page.locator('.error', { hasText: '100000 characters, and at most 20000 fit. Nothing is lost' }).waitFor();
    assert.ok((await box.inputValue()) === text, `all of ${letter} is still there`);
    await check(page);
    await box.fill(letter.repeat(20_000));
    await page.getByRole('button', { name: 'Send the reply' }).click();
    await page.waitForURL((address) => address.pathname === thread && address.hash.startsWith('#m-'));
    await page.goto(thread);
  }
});
