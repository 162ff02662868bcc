// Another service package would have cost less: the arithmetic is open, one press asks for it, another says no and why.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();

story('a customer is told of a package that would have cost less, and asks for it or says no', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check, setting } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/invoices`);
  await main(anna).getByRole('link', { name: 'Another service package would have cost you less' }).click();
  await anna.getByRole('heading', { level: 1, name: 'Service packages' }).waitFor();
  await main(anna).getByText(/^Medium would have cost .* less in the last 9 months/).waitFor();
  await check(anna);
  await main(anna).locator('summary', { hasText: 'How it adds up' }).click();
  await check(anna);
  await main(anna).locator('summary', { hasText: 'No, thanks' }).click();
  anna.allow(/422/);
  await press(anna, 'No, thanks');
  await anna.getByText('Write in a few words why not.').waitFor();
  await check(anna);
  if (setting.javaScript) {
    await main(anna).getByLabel('Why not?').fill('We will make fewer calls');
    await press(anna, 'No, thanks');
    await anna.getByText('Not wanted: We will make fewer calls').waitFor();
    await check(anna);
  } else {
    await press(anna, 'Ask for Medium');
    await anna.getByRole('heading', { level: 1, name: 'Service desk: change to Medium' }).waitFor();
    assert.equal(await main(anna).getByText('€').count(), 0, 'the discussion names no sum');
  }

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/packages`);
  await check(mikko);
  await main(mikko).locator('summary', { hasText: 'Type in what was used' }).click();
  const first = main(mikko).locator('input[name^="m."]').first();
  const save = main(mikko).locator('form', { has: mikko.locator('input[name^="m."]') }).getByRole('button', { name: 'Save' });
  mikko.allow(/422/);
  await first.fill('many');
  await save.click();
  await mikko.getByText('Please write a number').waitFor();
  assert.equal(await first.inputValue(), 'many');
  await check(mikko);
  await first.fill('90,5');
  await save.click();
  await main(mikko).getByText('90.5 calls').first().waitFor({ state: 'attached' });
  await mikko.goto('/staff/packages');
  await check(mikko);
  await mikko.getByLabel('Service', { exact: true }).fill('Service desk');
  await press(mikko, 'Add the package');
  await mikko.locator('.error').first().waitFor();
  await check(mikko);
});
