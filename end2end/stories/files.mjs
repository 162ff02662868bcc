// Files in discussions: several at once, pictures without their place, and never by anybody who may not read the words.

import assert from 'node:assert/strict';
import { deflateSync, crc32 } from 'node:zlib';
import { ask } from '../harness/crawl.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const box = (page) => page.getByLabel(/everyone in this discussion/);
const pdf = { name: 'Hall 3 "plan" ä.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 of hall 3') };

/** A picture of one colour, with a note of where it was taken, as cameras leave it. */
function png(width, height) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = Buffer.alloc((1 + 3 * width) * height, 120);
  for (let y = 0; y < height; y += 1) rows[y * (1 + 3 * width)] = 0;
  const place = chunk('tEXt', Buffer.from('Comment\0GPS 61.49 N 23.76 E'));
  const parts = [chunk('IHDR', head), place, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}
const photo = { name: 'gate.png', mimeType: 'image/png', buffer: png(1600, 900) };

async function bothIn({ server, mailbox, newPage }) {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/threads`);
  await main(anna).getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  await box(anna).waitFor();
  return { plan, anna, thread: new URL(anna.url()).pathname };
}

story('a picture and a drawing go with a reply, and come back safe', { demo: [] }, async (told) => {
  const { server, newPage, check } = told;
  const { anna, thread } = await bothIn(told);
  await box(anna).fill('The gate as it is, and the plan.');
  await anna.locator('#files').setInputFiles([photo, pdf]);
  await check(anna);
  await anna.getByRole('button', { name: 'Send the reply' }).click();
  const said = anna.locator('.message', { hasText: 'The gate as it is' });
  await said.locator('.files img').waitFor();
  await check(anna);
  assert.equal(await box(anna).inputValue(), '');
  const picture = said.locator('.files img');
  assert.deepEqual(await picture.evaluate((it) => [it.getAttribute('width'), it.getAttribute('height'), it.alt]), ['1024', '576', 'gate.png']);
  await picture.scrollIntoViewIfNeeded();
  await anna.waitForFunction(() => [...document.querySelectorAll('.files img')].every((it) => it.complete && it.naturalWidth === 1024));

  const cookies = await anna.context().cookies();
  const hrefs = await said.locator('.files a[download]').evaluateAll((links) => links.map((it) => it.getAttribute('href')));
  const [whole, plan] = await Promise.all(hrefs.map((href) => ask(server, cookies, href)));
  assert.equal(plan.headers.get('content-type'), 'application/pdf');
  assert.match(plan.headers.get('content-disposition'), /^attachment; filename="Hall 3 _plan_ _\.pdf"; filename\*=UTF-8''Hall%203%20%22plan%22%20%C3%A4\.pdf$/);
  assert.equal(plan.headers.get('x-content-type-options'), 'nosniff');
  assert.match(plan.headers.get('content-security-policy'), /default-src 'none'; sandbox/);
  assert.equal(await plan.text(), '%PDF-1.7 of hall 3');
  const bytes = Buffer.from(await whole.arrayBuffer());
  assert.ok(photo.buffer.includes('GPS') && !bytes.includes('GPS'), 'where it was taken is not told');
  const shown = await ask(server, cookies, await picture.getAttribute('src'));
  const again = await ask(server, cookies, await picture.getAttribute('src'), { headers: { 'if-none-match': shown.headers.get('etag') } });
  assert.deepEqual([shown.status, again.status], [200, 304]);

  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], told.mailbox);
  const kaisas = await kaisa.context().cookies();
  for (const path of [...hrefs, await picture.getAttribute('src')]) {
    for (const address of [path, path.replace(server.demo.plans[0], server.demo.plans[1])]) {
      assert.equal((await ask(server, kaisas, address)).status, 404, address);
    }
    assert.equal((await ask(server, [], path)).status, 401, path);
  }
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(thread);
  await mikko.locator('.files', { hasText: pdf.name }).waitFor();
});

story('what is not taken is told by name, the words stay, and a new discussion takes files too', { demo: [] }, async (told) => {
  const { check } = told;
  const { plan, anna } = await bothIn(told);
  anna.allow(/422/);
  const program = { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]) };
  await box(anna).fill('Look at this.');
  await anna.locator('#files').setInputFiles([program, pdf]);
  await anna.getByRole('button', { name: 'Send the reply' }).click();
  await anna.getByText('holiday.jpg is a program').waitFor();
  await anna.getByText('Please choose the files again.').waitFor();
  assert.equal(await box(anna).inputValue(), 'Look at this.');
  await check(anna);
  // A file alone is said by its name.
  await box(anna).fill('');
  await anna.locator('#files').setInputFiles(pdf);
  await anna.getByRole('button', { name: 'Send the reply' }).click();
  await anna.locator('.message .files a[download]', { hasText: pdf.name }).waitFor();

  await anna.goto(`${plan}/threads/new`);
  await anna.getByLabel('Your message').fill('The badge of the night shift.');
  await anna.locator('#files').setInputFiles(photo);
  await anna.getByRole('button', { name: 'Send', exact: true }).click();
  await anna.locator('#title-error').waitFor();
  await anna.getByLabel('Subject, in one line').fill('A badge');
  await anna.locator('#files').setInputFiles(photo);
  await anna.getByRole('button', { name: 'Send', exact: true }).click();
  await anna.getByRole('heading', { level: 1, name: 'A badge' }).waitFor();
  await anna.locator('.message .files img').waitFor();
  await check(anna);
});

story('words that went with files come back after the visit had ended', { demo: [] }, async (told) => {
  const { anna, thread } = await bothIn(told);
  const context = anna.context();
  const cookies = await context.cookies();
  await box(anna).fill('The gate & the plan?');
  await anna.locator('#files').setInputFiles([photo, pdf]);
  await context.clearCookies();
  anna.allow(/401/);
  await anna.getByRole('button', { name: 'Send the reply' }).click();
  await anna.getByRole('heading', { level: 1, name: 'Nothing you wrote is lost' }).waitFor();
  assert.equal(await anna.getByLabel('What you wrote').inputValue(), 'The gate & the plan?');
  await told.check(anna);
  await context.addCookies(cookies);
  await anna.getByRole('button', { name: 'Send again' }).click();
  await anna.locator('.message .prose', { hasText: 'The gate & the plan?' }).waitFor();
  assert.equal(new URL(anna.url()).pathname, thread);
});

story('files are dropped, pasted and added to each other', { demo: [], settings: [{ name: 'on a desk', javaScript: true, width: 1280 }] }, async (told) => {
  const { anna } = await bothIn(told);
  const names = () => anna.locator('.attach .drop-names').first().innerText();
  await anna.locator('#files').setInputFiles(pdf);
  await anna.getByText(pdf.name).waitFor();
  const carry = (kind, at) => anna.evaluate(([kind, at]) => {
    const data = new DataTransfer();
    data.items.add(new File(['words'], `${kind}.txt`, { type: 'text/plain' }));
    const target = document.querySelector(at);
    const made = kind === 'paste' ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }) : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    target.dispatchEvent(made);
  }, [kind, at]);
  await carry('drop', '.attach');
  await carry('paste', '#text');
  await anna.locator('.attach li', { hasText: 'paste.txt' }).waitFor();
  assert.deepEqual((await names()).split('\n'), [pdf.name, 'drop.txt', 'paste.txt']);
  await anna.getByRole('button', { name: 'Send the reply' }).click();
  await anna.locator('.message .files', { hasText: 'paste.txt' }).waitFor();
  assert.equal(await anna.locator('.message .files').last().locator('li').count(), 3);
});
