// The supplier's managers find a customer among many, and two who change the same one lose nothing.

import assert from 'node:assert/strict';
import { signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name, exact: true }).click();
const names = (page) => page.locator('table.portfolio tbody th a').allInnerTexts();

story('a manager finds a customer while typing', { demo: [] }, async ({ server, newPage, check, setting }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto('/customers');
  const all = await names(page);
  assert.ok(all.length >= 3, `the demo has ${all.length} customers`);
  await check(page);

  const find = async (text) => {
    await page.getByLabel('Name or number').pressSequentially(text);
    if (!setting.javaScript) await press(page, 'Find');
    await page.waitForURL((address) => address.searchParams.get('q') === text);
  };
  const [wanted] = all;
  await find(wanted.slice(0, 6).toLowerCase());
  assert.deepEqual(await names(page), all.filter((name) => name.toLowerCase().includes(wanted.slice(0, 6).toLowerCase())));
  await check(page);

  // Whoever has no ä and ö on the keys finds those names too.
  const dotted = all.find((name) => /ö/.test(name)) ?? assert.fail(`no name of ${all} has an ö`);
  await page.getByLabel('Name or number').fill('');
  await find(dotted.slice(0, 6).toLowerCase().replaceAll('ö', 'o'));
  assert.deepEqual(await names(page), [dotted]);

  // The address holds the search, so coming back shows the same.
  await page.reload();
  assert.deepEqual(await names(page), [dotted]);

  await page.getByLabel('Name or number').fill('');
  await find('%zz_');
  await page.locator('#found').getByText('No customer found').waitFor();
  if (setting.javaScript) assert.equal(await page.getByRole('status').innerText(), 'No customer found');
  await check(page);
  await follow(page, 'All active customers');
  assert.deepEqual(await names(page), all);
});

story('a manager keeps a selection by name, and removes it', { demo: [] }, async ({ server, newPage, check }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto('/customers?show=overdue&sort=name');
  const found = await names(page);
  await follow(page, 'Save this view');
  await check(page);
  page.allow(/422/);
  await press(page, 'Save this view');
  await page.locator('[aria-invalid=true]').waitFor();
  await check(page);
  await page.getByLabel('What this view is called').fill('Promises overdue');
  await press(page, 'Save this view');
  await page.waitForURL((address) => address.search === '?show=overdue&sort=name');
  await page.goto('/customers');
  await check(page);
  await follow(page, 'Promises overdue');
  assert.deepEqual(await names(page), found);
  await follow(page, 'Change');
  const row = main(page).locator('li', { hasText: 'Promises overdue' });
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Yes, remove the view' }).click();
  await main(page).getByText('Promises overdue').waitFor({ state: 'detached' });
  await check(page);
});

const MOVING = SETTINGS.filter(({ javaScript }) => javaScript);

story('a list that could not be fetched is not taken for the one asked for', { demo: [], settings: MOVING }, async ({ server, newPage }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto('/customers');
  page.allow(/customers\/rows|net::ERR_FAILED/);
  await page.route('**/customers/rows*', (route) => route.abort('failed'));
  await page.getByLabel('Name or number').pressSequentially('zzz');
  await page.getByRole('alert').getByText('this list may be out of date').waitFor();
  await page.unroute('**/customers/rows*');
  await page.locator('#found').getByText('No customer found').waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

story('what is typed before the page is lively is found all the same', { demo: [], settings: MOVING }, async ({ server, newPage }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/customers', { waitUntil: 'commit' });
  await page.getByLabel('Name or number').pressSequentially('zzz');
  letGo();
  await page.locator('#found').getByText('No customer found').waitFor();
});

story('a link counts as copied only once the clipboard has it', { demo: [], settings: MOVING }, async ({ server, newPage }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto(`${server.demo.plans[0]}/edit`);
  await main(page).locator('a[href*="/members/0"]').first().click();
  await main(page).getByRole('button', { name: 'Show a new link' }).click();
  await page.locator('.link-once').waitFor();
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse }, configurable: true });
  });
  await press(page, 'Copy');
  await page.getByRole('button', { name: /^Not copied: select the link/ }).waitFor();
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.resolve() }, configurable: true }));
  await page.getByRole('button', { name: /^Not copied/ }).click();
  await page.getByRole('button', { name: 'Copied', exact: true }).waitFor();
});

story('a manager sorts the customers on any screen, and no way to sort is hidden from sight alone', { demo: [] }, async (told) => {
  const { server, newPage, check, setting } = told;
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto('/customers');
  const narrow = setting.width < 700;
  const inHead = page.locator('table.portfolio thead a');
  assert.equal(await inHead.first().isVisible(), !narrow);
  assert.equal(await page.getByLabel('Sort by').isVisible(), narrow);
  if (narrow) {
    await page.getByLabel('Sort by').selectOption({ label: 'from Z to A' });
    if (!setting.javaScript) await press(page, 'Find');
    await page.waitForURL((address) => address.searchParams.get('sort') === 'name-back');
  } else {
    await inHead.filter({ hasText: 'Customer' }).click();
    await inHead.filter({ hasText: 'Customer' }).click();
  }
  await page.getByText('from Z to A', { exact: false }).last().waitFor();
  const sorted = await names(page);
  assert.deepEqual(sorted, [...sorted].sort().reverse());
  await check(page);

  // From field to field, the focus is always where it can be seen.
  await page.getByLabel('Name or number').focus();
  for (let steps = 0; steps < 12; steps++) {
    await page.keyboard.press('Tab');
    const { words, width, height } = await page.evaluate(() => {
      const { innerText: words, offsetWidth: width, offsetHeight: height } = document.activeElement;
      return { words, width, height };
    });
    assert.ok(width > 1 && height > 1, `"${words}" has the focus and cannot be seen`);
  }
});

story('two managers who change the same customer lose nothing', { demo: [] }, async ({ server, newPage, check }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto(`${server.demo.plans[0]}/edit`);
  const colleague = await page.context().newPage();
  await colleague.goto(`${server.demo.plans[0]}/edit`);
  const about = (where) => where.getByLabel('What colleagues should know');
  await about(colleague).fill('Their director moves in spring.');
  await colleague.locator('.note').getByRole('button', { name: 'Save' }).click();
  await colleague.getByText('Saved.').waitFor();

  page.allow(/409/);
  await about(page).fill('Call before noon.');
  await page.locator('.note').getByRole('button', { name: 'Save' }).click();
  await page.locator('.conflict').waitFor();
  assert.match(await page.locator('.version.theirs').innerText(), /Their director moves in spring\./);
  assert.equal(await page.locator('.version.yours').getByLabel('What colleagues should know').inputValue(), 'Call before noon.');
  await check(page);
  await page.getByRole('button', { name: 'Save mine' }).click();
  await page.getByText('Saved.').waitFor();
  assert.equal(await about(page).inputValue(), 'Call before noon.');
});
