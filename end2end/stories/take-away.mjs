// What was invoiced is seen month by month, and taken away: lines as a table, files in one archive, what comes with an invoice.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { enterByLink } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const BEN = 'ben.berg@lakeside.example';

story('invoices are seen month by month and taken away by who sees sums', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/invoices`);
  const spend = anna.locator('section:has(#h-spend)');
  assert.ok((await spend.locator('svg a').count()) >= 2, 'each month with invoices is a bar that leads to them');
  await spend.locator('summary').click();
  assert.equal(await spend.locator('tbody tr').count(), await spend.locator('svg a').count(), 'the table says the same');
  const documents = await spend.locator('tbody tr').first().locator('td').first().innerText();
  await check(anna);
  await spend.locator('tbody tr').first().getByRole('link').click();
  await anna.getByRole('heading', { name: /^Invoices of / }).waitFor();
  assert.equal(await anna.locator('.invoices-table tbody tr').count(), Number(documents), 'as many as the figures say');
  await check(anna);
  await anna.getByRole('link', { name: 'Show all' }).click();
  await anna.getByRole('heading', { name: 'All invoices' }).waitFor();
  await spend.getByRole('link', { name: 'Show 24 months' }).click();
  await anna.getByRole('heading', { name: 'Invoiced in the last 24 months' }).waitFor();
  await check(anna);

  const cookies = await anna.context().cookies();
  const table = await ask(server, cookies, `${plan}/invoices/lines.csv`);
  assert.match(table.headers.get('content-disposition'), /^attachment;/);
  const text = await table.text();
  assert.match(text, /^invoice,type,date,/);
  assert.match(text, /1057,380,[^\n]*,line,[^\n]*New network, hall 2/);
  assert.match(text, /1057,380,[^\n]*,work,[^\n]*Pulled the fibre along the north wall/);
  const archive = await ask(server, cookies, `${plan}/invoices/originals.zip`);
  assert.equal(archive.headers.get('content-type'), 'application/zip');
  assert.equal(Buffer.from(await archive.arrayBuffer()).subarray(0, 2).toString(), 'PK');
  await anna.goto(`${plan}/invoices`);
  await anna.getByText('Download invoices').click();
  await check(anna);

  await anna.getByRole('link', { name: 'Invoice 1057' }).first().click();
  const attached = anna.locator('section:has(#h-attachments)').getByRole('link', { name: 'service-desk-calls.csv' });
  await attached.waitFor();
  await check(anna);
  const href = await attached.getAttribute('href');
  const file = await ask(server, cookies, href);
  assert.match(file.headers.get('content-disposition'), /^attachment; filename="service-desk-calls.csv"/);
  assert.match(await file.text(), /November,176/);

  const [url] = (await server.command('link', 'create', '--email', BEN)).match(/http\S+\/in\/\S+/);
  const ben = await newPage();
  await enterByLink(ben, { url, email: BEN }, mailbox);
  const bens = await ben.context().cookies();
  for (const path of [`${plan}/invoices/lines.csv`, `${plan}/invoices/originals.zip`, href]) {
    assert.equal((await ask(server, bens, path)).status, 404, path);
  }
});
