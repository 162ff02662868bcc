// What the deeds of a working day cost: how often something is pressed for each, and into how many fields something is typed.

import assert from 'node:assert/strict';
import { Hand } from '../harness/hand.mjs';
import { signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const DESK = [{ name: 'on a desk', javaScript: true, width: 1280 }];
const LATE = 'Second queue server running';
const OFFER = 'Send the offer for calibrating the second press';
const ahead = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Fields are gone to by Tab: what is typed is counted by itself. */
class Worker extends Hand {
  fields = 0;

  async write(label, words) {
    this.fields += 1;
    await this.main.getByLabel(label).first().fill(words);
  }

  choose(locator) {
    this.presses += 1;
    return locator.check();
  }
}

/** Each with where it begins, what was wanted at most, and for how many things of a kind it is done. */
const DEEDS = {
  'answer and resolve a question': {
    wanted: 2,
    begin: async (page, plan) => {
      await page.goto(`${plan}/threads`);
      await page.locator('.thread-row a').first().click();
      await page.getByText('Mark as resolved').first().waitFor();
    },
    tell: async (worker) => {
      await worker.press(worker.main.locator('summary', { hasText: 'Mark as resolved' }));
      await worker.write('Outcome, in one line', 'Gate 2, at six');
      await worker.button('Resolve');
      await worker.main.getByText('Gate 2, at six').first().waitFor();
    },
  },
  'report a status, of several projects in one round': {
    wanted: 2,
    of: 2,
    begin: (page, plan) => page.goto(plan),
    tell: async (worker) => {
      await worker.link('Report the status');
      for (const name of ['New network for the mill', 'Service desk for shift leaders']) {
        const section = worker.main.locator('section', { has: worker.page.getByRole('heading', { level: 2, name, exact: true }) });
        await worker.choose(section.getByRole('radio', { name: 'At risk' }));
        worker.fields += 1;
        await section.getByRole('textbox').fill('The switches are late.');
      }
      await worker.button('Report');
      await worker.main.getByText('The switches are late.').first().waitFor();
    },
  },
  'move a promised date with a reason': {
    wanted: 3,
    begin: (page) => page.goto('/today'),
    tell: async (worker) => {
      await worker.press(worker.main.locator('.waiting li', { hasText: LATE }).getByRole('link', { name: LATE, exact: true }));
      await worker.write('New date', ahead(20));
      await worker.write('Reason', 'The racks are late.');
      await worker.button('Promise the new date');
      await worker.main.getByText('The racks are late.').first().waitFor();
    },
  },
  'do a task from a list': {
    wanted: 1,
    begin: (page) => page.goto('/today'),
    tell: async (worker) => {
      await worker.press(worker.main.locator('.waiting li', { hasText: OFFER }).getByRole('button', { name: /^Done/ }));
      await worker.main.getByText(`Done: “${OFFER}”.`).waitFor();
    },
  },
  'add a task: a line and Enter': {
    wanted: 1,
    begin: async (page, plan) => {
      await page.goto(plan);
      await page.locator('main a[href*="/projects/0"]').first().click();
      await page.getByLabel('Add a task', { exact: true }).waitFor();
    },
    tell: async (worker) => {
      await worker.write('Add a task', 'Label the cables');
      worker.presses += 1;
      await worker.page.keyboard.press('Enter');
      await worker.main.locator('.task', { hasText: 'Label the cables' }).waitFor();
    },
  },
  'record a payment': {
    wanted: 2,
    begin: async (page) => {
      await page.goto('/today');
      await page.getByRole('link', { name: /1048/ }).first().click();
      await page.locator('main summary', { hasText: 'Record a payment' }).waitFor();
    },
    tell: async (worker) => {
      await worker.press(worker.main.locator('summary', { hasText: 'Record a payment' }));
      await worker.press(worker.main.getByRole('button', { name: 'Record a payment', exact: true }));
      await worker.main.getByText(/^Paid/).first().waitFor();
    },
  },
  'add a person and get the link': {
    wanted: 4,
    begin: (page, plan) => page.goto(plan),
    tell: async (worker, plan) => {
      await worker.press(worker.page.locator(`a[href="${plan}/edit"]`).first());
      await worker.link('Add a person');
      await worker.main.getByLabel('Job title', { exact: true }).waitFor();
      for (const [label, words] of [[/^Name/, 'Oskar Lund'], [/^Email/, 'oskar.lund@lakeside.example'], [/^Job title/, 'Buyer']]) await worker.write(label, words);
      await worker.button('Add');
      await worker.button('Show a new link');
      await worker.main.locator('.secret').waitFor();
    },
  },
};

story('what is done every day takes few presses', { demo: [], settings: DESK }, async ({ server, newPage, diagnostic }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  const rows = [];
  for (const [deed, { wanted, of = 1, begin, tell }] of Object.entries(DEEDS)) {
    await begin(page, server.demo.plans[0]);
    const worker = new Worker(page);
    await tell(worker, server.demo.plans[0]);
    rows.push({ deed, presses: worker.presses / of, fields: worker.fields / of, wanted });
  }
  for (const { deed, presses, fields, wanted } of rows) diagnostic(`${deed}: ${presses} presses (wanted ${wanted}), ${fields} fields`);
  assert.deepEqual(rows.filter(({ presses, wanted }) => presses > wanted), []);
});
