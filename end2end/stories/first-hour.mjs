// The first hour of a supplier, from an empty folder to plans that forty customers can open; every press is counted.

import assert from 'node:assert/strict';
import { Hand } from '../harness/hand.mjs';
import { CHOSEN } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const MANY = 40;
const MOST_PRESSES = 150;
const numbers = Array.from({ length: MANY }, (_, n) => n + 1);
const cells = (rows) => rows.map((row) => row.join('\t')).join('\n');
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** What is copied from a spreadsheet that the supplier has. */
const TABLES = {
  Customers: [['Company', 'Customer number', 'Segment'], ...numbers.map((n) => [`Company ${n} Oy`, `${5000 + n}`, 'Food'])],
  People: [
    ['Customer', 'First name', 'Last name', 'E-mail', 'Title', 'Language', 'Sees'],
    ...numbers.map((n) => [`${5000 + n}`, 'Anna', `Aho ${n}`, `anna.aho.${n}@customer.example`, 'IT manager', 'en', 'all']),
  ],
  'Projects and promised dates': [
    ['Customer', 'Project', 'Milestone', 'Promised date', 'Visible to the customer'],
    ...numbers.map((n) => [`${5000 + n}`, 'New network', 'Pilot', day(60), 'no']),
  ],
};
const COLLEAGUES = [['Saara Lind', 'saara@northline.example', 'Key account manager'], ['Petra Niemi', 'petra@northline.example', 'Network specialist']];

const ONCE = [{ name: 'on a desk', javaScript: true, width: 1280 }];

story('the first hour takes at most 150 presses', { settings: ONCE }, async ({ server, mailbox, newPage, check, diagnostic }) => {
  const command = ['staff', 'add', '--name', 'Mikko Kallio', '--title', 'Service director', '--email', 'mikko@northline.example', '--role', 'admin'];
  const said = await server.command(...command);
  const [, password] = said.match(/First password.*: (\S+)/);
  const page = await newPage();
  const mikko = new Hand(page);
  mikko.characters += ['coplan', ...command].join(' ').length;
  mikko.presses += 1;
  await mikko.open('/sign-in');
  await mikko.type(page.locator('input[autocomplete=username]'), 'mikko@northline.example');
  await mikko.paste(page.locator('input[autocomplete=current-password]'), password);
  await mikko.press(page.locator('main form button[type=submit]').first());
  await page.waitForURL(/\/sign-in\/choose\//);
  await mikko.type(page.locator('input[autocomplete=new-password]'), CHOSEN);
  await mikko.press(page.locator('main form button[type=submit]').first());
  await page.waitForURL('**/me/second-factor');
  await mikko.link('Not now');
  await page.waitForURL((address) => address.pathname === '/today');

  // Two colleagues by invitation.
  await mikko.press(page.locator('header a.face'));
  await mikko.link('Staff', page.locator('header'));
  for (const [name, email, title] of COLLEAGUES) {
    await mikko.link('Add a colleague');
    await mikko.type(page.getByLabel('First and last name'), name);
    await mikko.type(page.locator('#email'), email);
    await mikko.type(page.getByLabel('Job title'), title);
    await mikko.press(page.getByLabel('English').first());
    await mikko.type(page.locator('#own_password'), CHOSEN);
    await mikko.button('Add a colleague');
    await page.getByText('An email with a link to choose a password is on its way.').waitFor();
    const mail = await mailbox.next({ to: email });
    const [invitation] = mail.text.match(/http\S+\/sign-in\/choose\/\S+/) ?? assert.fail(`no way in: ${mail.text}`);
    const own = new Hand(await newPage());
    await own.press({ click: () => own.page.goto(invitation) });
    await own.type(own.page.locator('input[autocomplete=new-password]'), CHOSEN);
    await own.press(own.page.locator('main form button[type=submit]').first());
    await own.page.waitForURL('**/me/second-factor');
    await own.link('Not now');
    await own.page.waitForURL((address) => address.pathname === '/today');
    mikko.presses += own.presses;
    mikko.characters += own.characters;
  }

  // Forty customers with their people and projects, from a spreadsheet.
  await mikko.link('Customers', page.locator('header'));
  for (const [kind, rows] of Object.entries(TABLES)) {
    await mikko.link('Import from a spreadsheet');
    await mikko.press(mikko.main.getByLabel(kind, { exact: true }));
    await mikko.paste(mikko.main.getByLabel('Paste the rows'), cells(rows));
    await mikko.button('Check the rows');
    await page.waitForURL(/\/import\/[0-9A-Z]{26}$/);
    await mikko.button(`Import ${MANY} rows`);
    await page.getByText(`${MANY} rows imported`).waitFor();
    await check(page);
    if (kind === 'People') {
      await mikko.button('Email everybody a personal link');
      await page.getByText('The personal links are on their way.').waitFor();
    }
    await mikko.link('Customers', page.locator('header'));
  }
  await mailbox.next({ to: 'anna.aho.40@customer.example', subject: /Your link to the plan/, within: 60_000 });

  // One project becomes the template of another.
  await mikko.link('Company 1 Oy');
  await mikko.link('New network');
  await mikko.link('Name, visibility, ending');
  await mikko.link('Save as a template');
  await mikko.button('Save as a template');
  await page.getByRole('heading', { level: 1, name: 'Project templates' }).waitFor();
  await mikko.link('Customers', page.locator('header'));
  await mikko.link('Company 7 Oy');
  await mikko.link('Start a project');
  await mikko.link('New network');
  await mikko.type(page.getByLabel('Name', { exact: true }), 'Second site');
  await mikko.type(page.getByLabel('First day'), day(90));
  await mikko.button('Start a project');
  await page.getByRole('heading', { level: 1, name: 'Second site' }).waitFor();

  // Looked at as the customer's person sees it, and shown.
  await mikko.link('Name, visibility, ending');
  await mikko.button('Show to the customer');
  await mikko.link('People', page.locator('header'));
  await mikko.link('Anna Aho 7');
  await mikko.button('Preview as Anna Aho 7');
  await page.getByText('You see what Anna Aho 7 sees.').waitFor();
  await page.locator('main').getByText('Second site').first().waitFor();
  await check(page);
  await mikko.press(page.getByRole('button', { name: 'Leave the preview' }));
  await page.getByRole('heading', { level: 1, name: 'Anna Aho 7' }).waitFor();

  diagnostic(`the first hour: ${mikko.presses} presses, ${mikko.characters} typed characters`);
  assert.ok(mikko.presses <= MOST_PRESSES, `${mikko.presses} presses`);
});
