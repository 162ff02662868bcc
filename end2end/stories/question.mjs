// A member questions a line, a manager promises to credit it, the credit note settles it; another member approves an invoice.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { ask } from '../harness/crawl.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const LINE = 'Backup to the second site';
const SUBJECT = 'Do we store that much?';
const BEN = 'ben.berg@lakeside.example';

const party = (name, vat, id) => `<cac:Party><cac:PartyTaxScheme><cbc:CompanyID>${vat}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
<cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName><cbc:CompanyID>${id}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>`;
const category = '<cbc:ID>S</cbc:ID><cbc:Percent>25.5</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
const CREDIT_NOTE = `<?xml version="1.0" encoding="UTF-8"?>
<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>K-17</cbc:ID><cbc:IssueDate>2026-11-20</cbc:IssueDate><cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>1057</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
<cac:AccountingSupplierParty>${party('Northline Oy', 'FI45678906', '4567890-6')}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${party('Lakeside Mills', 'FI12345671', '1234567-1')}</cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">25.50</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">100.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">25.50</cbc:TaxAmount><cac:TaxCategory>${category}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">125.50</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">125.50</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:CreditNoteLine><cbc:ID>1</cbc:ID><cbc:CreditedQuantity unitCode="C62">1</cbc:CreditedQuantity><cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>Backup, too much counted</cbc:Name><cac:ClassifiedTaxCategory>${category}</cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">100.00</cbc:PriceAmount></cac:Price></cac:CreditNoteLine>
</CreditNote>`;

story('a line carries its question until a credit note settles it, and a member approves the invoice', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/invoices`);
  await anna.getByRole('link', { name: '1057' }).first().click();
  await anna.getByRole('heading', { level: 1, name: /1057/ }).waitFor();
  const invoice = new URL(anna.url()).pathname;
  const line = (page) => page.locator('tr', { hasText: LINE });
  await line(anna).getByRole('link', { name: /Ask about this line/ }).click();
  await anna.getByText(`About: ${LINE}`).waitFor();
  assert.match(await anna.locator('main form').innerText(), /Quantity\s+1\.20.TB[^]*€734\.55/, 'what is questioned is shown');
  await check(anna);
  await anna.getByLabel('The quantity').check();
  anna.allow(/422/);
  await press(anna, 'Send');
  await anna.getByRole('alert').first().waitFor();
  await anna.getByLabel('Subject, in one line').fill(SUBJECT);
  await anna.getByLabel('Your message').fill('Our own list says 1 TB.');
  await press(anna, 'Send');
  await anna.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
  const thread = new URL(anna.url()).pathname;
  assert.match(await main(anna).locator('.question').innerText(), /Question open[^]*The quantity[^]*1\.20.TB/);
  await check(anna);
  await anna.goto(invoice);
  await line(anna).getByText('Question open').waitFor();
  await anna.goto(`${plan}/invoices`);
  await anna.locator('tr', { hasText: '1057' }).getByText('Question open').waitFor();
  await check(anna);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/waiting');
  await mikko.locator('.waiting li', { hasText: SUBJECT }).getByText('Question open').waitFor();
  await check(mikko);
  await mikko.getByRole('link', { name: SUBJECT }).click();
  await check(mikko);
  await mikko.getByLabel(/To Lakeside Mills/).fill('You are right: 1 TB. We send a credit note.');
  await press(mikko, 'Send and promise a credit note');
  await main(mikko).locator('.question').getByText('To be credited').waitFor();
  await anna.goto(invoice);
  await line(anna).getByText('To be credited').waitFor();

  const file = join(tmpdir(), `coplan-credit-${process.pid}-${Date.now()}.xml`);
  await writeFile(file, CREDIT_NOTE);
  assert.match(await server.command('import', 'invoice', file), /Saved/);
  await anna.reload();
  await line(anna).getByText('Credited', { exact: true }).click();
  await main(anna).locator('.question').getByRole('link', { name: 'K-17' }).waitFor();
  await check(anna);

  // Who sees no sums sees nothing of all that; who is given them approves.
  const [url] = (await server.command('link', 'create', '--email', BEN)).match(/http\S+\/in\/\S+/);
  const ben = await newPage();
  await enterByLink(ben, { url, email: BEN }, mailbox);
  const cookies = await ben.context().cookies();
  for (const path of [thread, invoice, `${invoice}/questions`, `${plan}/invoices`]) assert.equal((await ask(server, cookies, path)).status, 404);
  await ben.goto(plan);
  assert.doesNotMatch(await ben.content(), /Do we store|Credited|1057|Approved for payment/);
  await mikko.goto(`${plan}/edit`);
  await main(mikko).getByRole('link', { name: /Ben Berg/ }).first().click();
  await mikko.getByRole('heading', { level: 1, name: /Ben Berg/ }).waitFor();
  const change = main(mikko).locator('form:has(input[name=scopes])');
  await change.locator('input[value=money]').check();
  await change.getByRole('button').last().click();
  await mikko.waitForLoadState();
  await ben.goto(invoice);
  await ben.getByText('Approve or object').click();
  await ben.getByLabel('Object', { exact: true }).check();
  await check(ben);
  ben.allow(/422/);
  await press(ben, 'Save');
  await ben.getByRole('alert').first().waitFor();
  await ben.getByLabel('Approve for payment').check();
  await ben.getByLabel('Your purchase reference').fill('PO 4711');
  await press(ben, 'Save');
  await ben.locator('section:has(#h-approval)').getByText('PO 4711').waitFor();
  assert.match(await ben.locator('section:has(#h-approval)').innerText(), /Approved for payment\s+Ben Berg[^]*[0-9a-f]{64}/);
  await check(ben);
  await mikko.goto(`${plan}/invoices`);
  await mikko.locator('tr', { hasText: 'Invoice 1057' }).getByText('Approved for payment').waitFor();
  await check(mikko);
});
