// A plan that is open follows what happens, and shows what of it has changed, without moving or disturbing its reader.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const scripted = SETTINGS.slice(0, 1);
const once = [{ name: 'whatever the browser', javaScript: true, width: 390 }];

async function bothIn({ server, mailbox, newPage }) {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const stream = anna.waitForResponse((answer) => new URL(answer.url()).pathname === '/live');
  await anna.goto(plan);
  assert.equal((await stream).status(), 200);
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  const project = new URL(await mikko.locator('main a[href*="/projects/0"]').first().getAttribute('href'), server.address).pathname;
  return { plan, anna, mikko, project };
}

async function report(mikko, project, light, reason) {
  await mikko.goto(`${project}/status`);
  await mikko.getByLabel('Reason, as the customer will read it').fill(reason);
  await mikko.getByLabel(light, { exact: true }).check();
  await mikko.locator('main').getByRole('button', { name: 'Report', exact: true }).click();
  await mikko.waitForURL((address) => address.pathname === project);
}

for (const database of ['sqlite', 'postgres']) {
  story(`a status on ${database} appears on the open plan, marked, and its reader stays where she is`, { database, demo: [], settings: scripted }, async (told) => {
    const { anna, mikko, project } = await bothIn(told);
    await anna.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const before = await anna.locator('#h-threads').evaluate((it) => it.getBoundingClientRect().top);
    await report(mikko, project, 'Late', 'The crane has not come.');
    const row = anna.locator('.legs > .just-changed', { hasText: 'The crane has not come.' });
    await row.waitFor();
    await anna.getByText('The plan has just changed.').waitFor({ state: 'attached' });
    assert.equal(await anna.locator('.legs > li:not(.just-changed)').count() > 0, true, 'only what has changed is marked');
    const moved = await anna.locator('#h-threads').evaluate((it) => it.getBoundingClientRect().top) - before;
    assert.ok(Math.abs(moved) < 60, `the reader was moved by ${moved} px`);
    await told.check(anna);
  });
}

story('what is unfolded stays so, and no internal word comes along', { demo: [], settings: once }, async (told) => {
  const { anna, mikko, plan, project } = await bothIn(told);
  const folded = anna.locator('main details').first();
  await folded.locator('summary').first().click();
  await anna.locator('h1').click();
  await mikko.goto(`${plan}/threads`);
  await mikko.getByRole('link', { name: 'Which weekend suits hall 3?' }).click();
  await mikko.getByLabel('Note to colleagues').fill('Palokarki again.');
  await mikko.getByRole('button', { name: 'Save note' }).click();
  await mikko.locator('.messages .note', { hasText: 'Palokarki again.' }).waitFor();
  await report(mikko, project, 'At risk', 'The crane may come later.');
  await anna.locator('.legs > .just-changed', { hasText: 'The crane may come later.' }).waitFor();
  assert.equal(await folded.evaluate((it) => it.open), true);
  assert.ok(!(await anna.content()).includes('Palokarki'));
  // The visit was noted when the page was opened: what is new is new still, the next time.
  await anna.reload();
  await anna.locator('.legs', { hasText: 'The crane may come later.' }).waitFor();
});
