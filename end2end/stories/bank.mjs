// What the bank tells is recorded once; what it does not tell is chosen in one press; all of it can be undone.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();

const entry = (amount, payer, told) =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-15</Dt></BookgDt>
   <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties><RmtInf>${told}</RmtInf></TxDtls></NtryDtls></Ntry>`;
const statement = (...entries) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;

async function choose(page, name, text) {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(text) });
  await press(page, 'Import');
}

story('payments of the bank find their invoices, and what waits is chosen in one press', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/invoices/new');
  await main(mikko).getByRole('link', { name: 'Import payments' }).click();
  await mikko.getByRole('heading', { level: 1, name: 'Import payments' }).waitFor();
  await check(mikko);
  // The demo's own: somebody paid ahead and named no reference.
  await main(mikko).getByText('LAKESIDE MILLS OY').first().waitFor();

  mikko.allow(/422/);
  await choose(mikko, 'letter.xml', '<Letter/>');
  await mikko.getByText('This is not a bank statement that we can read.').waitFor();
  await check(mikko);

  const file = statement(
    entry('100.00', 'Somebody', '<Strd><CdtrRefInf><Ref>00000000000000010579</Ref></CdtrRefInf></Strd>'),
    entry('55.55', 'Lakeside Mills', '<Ustrd>For the rest</Ustrd>'),
  );
  await choose(mikko, 'january.xml', file);
  await mikko.getByText('2 payments · one without an invoice').first().waitFor();
  await check(mikko);
  await choose(mikko, 'january-again.xml', file);
  await mikko.getByText('Nothing new in this file').waitFor();

  const row = main(mikko).locator('li.row', { hasText: 'For the rest' });
  await row.getByText('Another invoice, or none').click();
  await row.getByLabel('Invoice numbers').fill('4711');
  await row.getByRole('button', { name: 'Record the payment' }).click();
  await row.getByText('There is no unpaid invoice with the number 4711.').waitFor();
  assert.equal(await row.getByLabel('Invoice numbers').inputValue(), '4711');
  await check(mikko);
  await row.getByRole('button', { name: /^Lakeside Mills: .*1057/ }).first().click();
  await row.waitFor({ state: 'detached' });

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/invoices`);
  await anna.getByRole('link', { name: '1057' }).first().click();
  const payments = anna.locator('section', { has: anna.locator('#h-payments') });
  await payments.getByText('€100.00').waitFor();
  await payments.getByText('€55.55').waitFor();
  await check(anna);

  await main(mikko).getByRole('link', { name: 'january.xml' }).click();
  await mikko.getByRole('heading', { level: 1, name: 'january.xml' }).waitFor();
  await main(mikko).getByRole('link', { name: '1057' }).first().waitFor();
  await check(mikko);
  await main(mikko).locator('summary', { hasText: 'Undo this import' }).click();
  await press(mikko, 'Yes, undo it');
  await mikko.getByRole('heading', { level: 1, name: 'Import payments' }).waitFor();
  assert.equal(await main(mikko).getByText('january.xml').count(), 0);
  await anna.reload();
  await payments.waitFor({ state: 'detached' });
});
