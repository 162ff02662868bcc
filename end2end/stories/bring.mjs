// The first afternoon of a supplier: an empty portal, forty customers from a spreadsheet.

import assert from 'node:assert/strict';
import { choosePassword, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const MANY = 40;
const numbers = Array.from({ length: MANY }, (_, n) => n + 1);
/** Cells as they are copied from a spreadsheet. */
const cells = (rows) => rows.map((row) => row.join('\t')).join('\n');
const CUSTOMERS = [['Yritys', 'Asiakasnumero', 'Segmentti'], ...numbers.map((n) => [`Company ${n} Oy`, `${5000 + n}`, 'Food'])];
const PEOPLE = [
  ['Customer', 'First name', 'Last name', 'E-mail', 'Title', 'Language', 'Sees'],
  ...numbers.flatMap((n) => [
    [`Company ${n} Oy`, 'Anna', `Aho ${n}`, `anna.aho.${n}@customer.example`, 'IT manager', 'fi', 'all'],
    [`${5000 + n}`, 'Ben', `Berg ${n}`, `ben.berg.${n}@customer.example`, '', 'svenska', 'plan, discussions'],
  ]),
];
const PROJECTS = [
  ['Firm', 'Project', 'Milestone', 'Promised date', 'Visible to the customer'],
  ...numbers.flatMap((n) => [[`${5000 + n}`, 'New network', 'Pilot', '4.12.2030', 'yes'], [`${5000 + n}`, 'New network', 'All halls', '2031-02-01', 'yes']]),
];

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name }).first().click();

async function paste(page, kind, rows) {
  await page.goto('/import');
  await main(page).getByLabel(kind, { exact: true }).check();
  await main(page).getByLabel('Paste the rows').fill(cells(rows));
  await press(page, 'Check the rows');
  await page.waitForURL(/\/import\/[0-9A-Z]{26}$/);
}

story('forty customers come from a spreadsheet, wrong rows are named, twice changes nothing, and it is undone', {}, async ({ server, newPage, check }) => {
  const said = await server.command('staff', 'add', '--name', 'Mikko Kallio', '--title', 'Service director', '--email', 'mikko@console.example', '--role', 'admin');
  const [, password] = said.match(/First password.*: (\S+)/);
  const page = await newPage();
  await signIn(page, { email: 'mikko@console.example', password });
  await choosePassword(page);
  await page.goto('/customers');
  await main(page).getByRole('link', { name: 'Import from a spreadsheet' }).first().click();
  await check(page);
  page.allow(/422/);
  await press(page, 'Check the rows');
  await page.getByText('Paste some rows or choose a file first.').waitFor();
  await check(page);

  // Two rows are wrong; the others come all the same.
  const wrong = [['', '5999', ''], ['Ice Oy', '5001', '']];
  // One looks mistyped: it is asked about.
  await paste(page, 'Customers', [['Company', 'Business ID'], ['Frost Oy', '0112038-8']]);
  await main(page).getByText('Business ID, column B: The check digit does not match').waitFor();
  await check(page);
  await press(page, 'Choose another table');
  await page.waitForURL(/\/import$/);

  await paste(page, 'Customers', [...CUSTOMERS, ...wrong]);
  await page.getByRole('heading', { name: '40 new · 2 to correct' }).waitFor();
  await main(page).getByText('Customer, column A: Please fill this in.').waitFor();
  await main(page).getByText('Customer number, column B: This is already in use.').waitFor();
  await check(page);
  await press(page, 'Import 40 rows');
  await page.getByText('40 rows imported · 2 not imported').waitFor();
  await check(page);
  const first = page.url();
  await paste(page, 'Customers', CUSTOMERS);
  await page.getByRole('heading', { name: '40 already here' }).waitFor();
  assert.equal(await main(page).getByRole('button', { name: /^Import/ }).count(), 0, 'there is nothing to import');

  await paste(page, 'People', [...PEOPLE, ['Company 1 Oy', 'Carl', 'Cob', 'carl', 'CEO', 'Klingon', 'cake']]);
  await page.getByRole('heading', { name: '80 new · 1 to correct' }).waitFor();
  await main(page).getByText('Email, column D: This does not look like an email address.').waitFor();
  await main(page).getByText('Language, column F: “Klingon” says nothing here.').waitFor();
  await press(page, 'Import 80 rows');
  await page.getByText('80 rows imported · 1 not imported').waitFor();
  const people = page.url();

  // A heading that is not known is chosen once and remembered.
  await paste(page, 'Projects and promised dates', PROJECTS);
  await page.getByText('No column for: Customer.').waitFor();
  await main(page).getByLabel('A: Firm').selectOption('Customer');
  await check(page);
  await press(page, 'Use these columns');
  await page.getByRole('heading', { name: '80 new' }).waitFor();
  await press(page, 'Import 80 rows');
  await page.getByText('80 rows imported').waitFor();
  const projects = page.url();
  await check(page);
  await paste(page, 'Projects and promised dates', PROJECTS);
  await page.getByRole('heading', { name: '80 already here' }).waitFor();
  await page.goto('/customers?q=Company%207');
  await main(page).getByRole('link', { name: 'Company 7 Oy' }).click();
  await main(page).getByText('New network').first().waitFor();
  await check(page);

  for (const address of [projects, people, first]) {
    await page.goto(address);
    await main(page).getByRole('link', { name: 'Undo this import' }).click();
    await page.getByRole('heading', { level: 1, name: 'Undo the import?' }).waitFor();
    await check(page);
    await press(page, 'Yes, undo it');
    await page.getByText('Nothing of this import is left.').waitFor();
    await check(page);
  }
  await page.goto('/customers');
  await page.getByText('No customers yet').waitFor();
});

const INVOICES = [
  ['Laskunumero', 'Päiväys', 'Eräpäivä', 'Asiakas', 'Selite', 'Määrä', 'Yksikkö', 'à-hinta', 'Netto', 'ALV-%', 'Viite'],
  ['1057', '1.11.2026', '15.11.2026', 'Kuura Bakeries', 'Service in October', '1', 'kk', '1 200,00', '1 200,00', '25,5', '1234561'],
  ['1057', '', '', '', 'Mounting in hall 3', '2,5', 'h', '94,50', '236,25', '25,5', ''],
  ['1058', '1.11.2026', '15.11.2026', '2001', 'Support', '3', 'h', '80,00', '240,00', '25,5', ''],
];

story('invoices come from a spreadsheet, a sum that differs is named, and they are invoices like any other', {}, async ({ server, newPage, check }) => {
  const said = await server.command('staff', 'add', '--name', 'Mikko Kallio', '--title', 'Service director', '--email', 'mikko@console.example', '--role', 'admin');
  const [, password] = said.match(/First password.*: (\S+)/);
  const page = await newPage();
  await signIn(page, { email: 'mikko@console.example', password });
  await choosePassword(page);
  await paste(page, 'Customers', [['Company', 'Number'], ['Kuura Bakeries', '2001']]);
  await press(page, 'Import one row');
  await page.getByText('One row imported').waitFor();

  await paste(page, 'Invoices, one row a line', [...INVOICES, ['1059', 'soon', '', '2001', 'Other', '3', 'h', '80,00', '250,00', '25,5', '']]);
  await page.getByRole('heading', { name: '2 new · 1 to correct' }).waitFor();
  await main(page).getByText('Invoice date, column B: “soon” is not a date.').waitFor();
  await main(page).getByText('€1,802.49').waitFor();
  await check(page);
  await press(page, 'Choose another table');
  await page.waitForURL(/\/import$/);
  await paste(page, 'Invoices, one row a line', [...INVOICES, ['1059', '1.11.2026', '', '2001', 'Other', '3', 'h', '80,00', '250,00', '25,5', '']]);
  await main(page).getByText('Net, column I: The table says €250.00, but it comes to €240.00.').waitFor();
  await press(page, 'Import 2 invoices');
  await page.getByText('2 invoices imported · 1 not imported').waitFor();
  await check(page);
  const imported = page.url();
  await paste(page, 'Invoices, one row a line', INVOICES);
  await page.getByRole('heading', { name: '2 already here' }).waitFor();

  await page.goto('/customers');
  await main(page).getByRole('link', { name: 'Kuura Bakeries' }).first().click();
  await page.goto(`${page.url().split(/[?#]/)[0].replace(/\/$/, '')}/invoices`);
  await main(page).getByRole('link', { name: /1057/ }).first().click();
  await main(page).getByText('Mounting in hall 3').first().waitFor();
  await main(page).getByText('€1,802.49').first().waitFor();
  await check(page);

  await page.goto(imported);
  await main(page).getByRole('link', { name: 'Undo this import' }).click();
  await press(page, 'Yes, undo it');
  await page.getByText('Nothing of this import is left.').waitFor();
  await check(page);
});

story('many tasks are added line by line, and a project is copied from a new start', { demo: [] }, async ({ server, newPage, check }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto(server.demo.plans[0]);
  await main(page).locator('a[href*="/projects/0"]').first().click();
  await main(page).getByRole('link', { name: 'Add several' }).waitFor();
  const project = page.url().split('#')[0];
  // One line and Enter each: the line below the tasks has the focus again.
  for (const line of ['Label the cables', 'Test the radio 2030-12-04']) {
    await main(page).getByLabel('Add a task', { exact: true }).fill(line);
    await main(page).getByLabel('Add a task', { exact: true }).press('Enter');
    await main(page).locator('.task', { hasText: line.split(' 2030')[0] }).waitFor();
    assert.match(page.url(), /#quick$/);
  }
  await main(page).getByRole('link', { name: 'Add several' }).click();
  await check(page);
  await main(page).getByLabel('Promised dates').check();
  await main(page).getByLabel('One per line').fill('Hall 8; 2031-02-01\nHall 9');
  page.allow(/422/);
  await press(page, 'Add all');
  await main(page).getByText('Line 2 has no date.').first().waitFor();
  await check(page);
  await main(page).getByLabel('One per line').fill('Hall 8; 2031-02-01\nHall 9; 1.3.2031');
  await press(page, 'Add all');
  await main(page).getByRole('heading', { name: 'Hall 9' }).waitFor();
  await check(page);
  await page.goto(`${project}/copy`);
  await main(page).getByLabel('First date').fill('2030-01-07');
  await check(page);
  await press(page, 'Make the copy');
  await main(page).getByRole('heading', { name: 'Hall 9' }).waitFor();
  assert.notEqual(page.url().split('#')[0], project);
  await main(page).getByRole('link', { name: 'Edit Label the cables' }).waitFor();
  await check(page);
});
