// A manager brings in what came by mail: good files, one that cannot be read, one that bites.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const sample = (name) => fileURLToPath(new URL(`../../app/domain/samples/${name}`, import.meta.url));
const file = (name, text) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(text) });

const BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]><Invoice>&y;</Invoice>';

story('good invoices come in while bad files each get their answer', { demo: [] }, async ({ server, newPage, check }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto('/invoices/new');
  await check(page);
  const short = await readFile(sample('three-short-tasks.xml'), 'utf8');
  await page.locator('input[type=file]').setInputFiles([
    file('three-short-tasks.xml', short),
    file('bomb.xml', BOMB),
    file('letter.xml', '<Letter>Dear Mikko</Letter>'),
    file('torn.xml', short.slice(0, short.length / 2)),
  ]);
  await page.locator('form:has(input[type=file]) button').click();
  await page.locator('section.read').first().waitFor();
  await check(page);
  assert.equal(await page.locator('section.read').count(), 4, 'each file has its answer');
  assert.equal(await page.locator('section.read .badge.bad').count(), 3, 'three cannot be read');
  const answers = await page.locator('main').innerText();
  assert.match(answers, /Letter/, 'it says what the file is instead');

  await page.locator('main input.input[type=text]').first().fill('1001');
  await page.locator('main button.main').last().click();
  await page.waitForLoadState();
  await page.goto(`${server.demo.plans[0]}/invoices`);
  await check(page);
  await page.locator('main a', { hasText: /2026|\d{3}/ }).first().waitFor();
  const kept = await page.locator('main').innerText();
  assert.match(kept, /53\.39/, 'the vector of three short tasks stands in the list');
});
