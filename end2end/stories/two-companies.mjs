// A member of two companies chooses where it is, sees which one that is, and never sees across.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

story('a member of two companies chooses where it is, and changes from the plan', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [lakeside, harbour] = server.demo.plans;
  const [{ email, url }, { customer: other }] = server.demo.links;
  const anna = await newPage();
  await enterByLink(anna, { email, url }, mailbox);
  assert.equal(new URL(anna.url()).pathname, lakeside, 'with one company there is nothing to choose');
  assert.equal(await anna.locator('a.bar-customer').count(), 0);
  const projects = await anna.locator('.leg h3').allInnerTexts();
  assert.ok(projects.length > 0, 'her plan has projects');

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${harbour}/members/new`);
  await check(mikko);
  await mikko.getByLabel(/^Meetings/).waitFor();
  await mikko.locator('#name').fill('Anna Aho');
  await mikko.locator('#email').fill(email);
  await mikko.locator('#title').fill('Adviser');
  await mikko.locator('main form button.main').click();
  await mikko.getByText('was already registered').waitFor();

  await anna.goto('/');
  await check(anna);
  assert.equal(await anna.locator('.companies a').count(), 2);
  await anna.locator('.companies a', { hasText: other }).click();
  assert.equal(new URL(anna.url()).pathname, harbour);
  await check(anna);
  const main = await anna.locator('main').innerText();
  for (const project of projects) assert.ok(!main.includes(project), `${project} is the other company's`);

  await anna.locator('a.bar-customer', { hasText: other }).click();
  await anna.locator('.companies a').first().waitFor();
  await anna.goto('/me');
  await check(anna);
  assert.equal(await anna.locator('section[aria-labelledby=h-companies] .row').count(), 2);
  await anna.locator(`section[aria-labelledby=h-companies] a[href="${lakeside}"]`).click();
  await anna.locator('.leg h3').first().waitFor();
  assert.deepEqual(await anna.locator('.leg h3').allInnerTexts(), projects);
});
