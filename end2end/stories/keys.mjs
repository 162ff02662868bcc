// What the supplier's people do by keys: find from any page, go from line to line, and edit.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const DESK = [{ name: 'on a desk', javaScript: true, width: 1280 }];

story('a key finds anything from any page of the supplier, and others go through its lists', { demo: [], settings: DESK }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/today');
  const palette = mikko.getByRole('dialog');
  await mikko.locator('body').press('/');
  await palette.getByRole('link', { name: 'Customers' }).waitFor();
  await check(mikko);
  await mikko.keyboard.type('hall 3');
  await palette.locator('mark').first().waitFor();
  assert.equal(new URL(mikko.url()).pathname, '/today', 'the page stays what it is');
  await mikko.keyboard.press('ArrowDown');
  assert.ok(await palette.locator('li a').first().evaluate((link) => link === document.activeElement), 'an arrow leads to what was found');
  await mikko.keyboard.press('Escape');
  await palette.waitFor({ state: 'hidden' });
  await mikko.keyboard.press('j');
  await mikko.keyboard.press('j');
  await mikko.keyboard.press('k');
  assert.ok(await mikko.evaluate(() => document.activeElement.matches('main li a')), 'a line has the focus');
  await mikko.keyboard.press('Control+k');
  await palette.getByRole('searchbox').fill('Which weekend');
  await palette.locator('mark').first().waitFor();
  await mikko.keyboard.press('Enter');
  await mikko.getByRole('heading', { level: 1, name: 'Which weekend suits hall 3?' }).waitFor();
  const field = mikko.locator('main textarea').first();
  await field.fill('');
  await field.press('/');
  assert.equal(await field.inputValue(), '/', 'where somebody writes, a key is a letter');

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(plan);
  assert.equal(await anna.locator('dialog').count(), 0, 'a member has none of it');
});
