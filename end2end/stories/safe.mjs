// What concerns who may do what: it is noted for admins, and no log ever holds what people wrote.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { fillIn } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const ONCE = SETTINGS.slice(0, 1);
const colleague = (server, name) => ({ ...server.demo.staff, email: `${name}@northline.example` });

story('an admin reads who signed in, who did not, and who changed whose access', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const stranger = await newPage();
  stranger.allow(/422/);
  await stranger.goto('/sign-in');
  await stranger.locator('input[autocomplete=username]').fill('petra.niemi@northline.example');
  await stranger.locator('input[autocomplete=current-password]').fill('not the password');
  await stranger.locator('main form button[type=submit]').first().click();
  await stranger.locator('.notice.bad').waitFor();

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  assert.equal((await ask(server, await anna.context().cookies(), '/security')).status, 404);
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  assert.equal((await ask(server, await mikko.context().cookies(), '/security')).status, 404, 'he is no admin');

  const olli = await newPage();
  await signIn(olli, colleague(server, 'olli.oja'));
  await olli.goto('/staff');
  await olli.getByRole('link', { name: 'Security log' }).click();
  await olli.getByRole('heading', { level: 1, name: 'Security log' }).waitFor();
  await check(olli);
  const rows = olli.locator('.rows > li');
  assert.match(await rows.first().innerText(), /Sign in\s+Olli Oja\s+.*from 127\.0\.0\.1/);
  await olli.locator('#kind').selectOption('sign_in');
  await olli.getByRole('button', { name: 'Find' }).click();
  await olli.waitForURL(/kind=sign_in/);
  await rows.filter({ hasText: 'Refused' }).filter({ hasText: 'Petra Niemi' }).waitFor();
  assert.equal(await rows.filter({ hasText: 'Anna Aho' }).count(), 0);
  await check(olli);
  await olli.goto('/security');
  await rows.getByRole('link', { name: 'Anna Aho' }).first().click();
  await olli.waitForURL(/who=/);
  for (const row of await rows.allInnerTexts()) assert.match(row, /Anna Aho/);
  await check(olli);
});

story('no log holds what people wrote, however much is logged', { demo: [], settings: ONCE, variables: { COPLAN_LOG: 'trace' } }, async ({ server, mailbox, newPage }) => {
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const cookies = await anna.context().cookies();
  const [plan] = server.demo.plans;
  const text = 'kielo-words **kielo-bold** <b>kielo-html</b> [kielo-link](https://kielo.example)';
  const thread = await fillIn(server, cookies, `${plan}/threads/new`, /\/threads\/new$/, { title: 'kielo-title', text });
  assert.match(await (await ask(server, cookies, thread)).text(), /kielo-bold/);
  const form = new URLSearchParams({ email: 'kielo@kielo.example', password: 'kielo-password' });
  assert.equal((await ask(server, [], '/sign-in', { method: 'POST', body: form })).status, 422);
  await ask(server, [], '/in/kielo-secret?kielo-query=1');
  await ask(server, [], '/kielo-path');
  assert.match(server.log, /TRACE|DEBUG/, 'much is logged');
  assert.doesNotMatch(server.log, /kielo/, 'and nothing of what was written');
  assert.doesNotMatch(server.log, /Anna|anna\.aho|lakeside/i, 'and no names');
  assert.match(server.log, /coplan::security: kind="sign_in" outcome="refused" person="" by="" network="127\.0\.0\.1"/);
});

story('a manager writes a line of their own above a link, and the customer chooses what is emailed', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/edit`);
  await mikko.getByRole('link', { name: /Anna Aho/ }).first().click();
  mikko.allow(/422/);
  await mikko.getByLabel('A line from you').fill('x'.repeat(3000));
  await mikko.getByRole('button', { name: 'Email a new link' }).click();
  await mikko.locator('#note-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('A line from you').fill('As agreed on the phone: here is <everything>.');
  await mikko.getByRole('button', { name: 'Email a new link' }).click();
  await mikko.getByText('A new link is on its way').waitFor();
  const [link] = server.demo.links;
  const mail = await mailbox.next({ to: link.email, subject: /Your link to the plan/ });
  assert.match(mail.text, /Mikko Kallio writes: “As agreed on the phone: here is <everything>\.”/);

  const anna = await newPage();
  await enterByLink(anna, { ...link, url: mail.text.match(/https?:\S+\/in\/\S+/)[0] }, mailbox);
  await anna.goto('/me');
  await anna.locator('a[href="/me/emails"]').click();
  await check(anna);
  assert.deepEqual([await anna.locator('#messages').isChecked(), await anna.locator('#news').isChecked()], [true, false]);
  await anna.locator('#news').check();
  await anna.getByRole('button', { name: 'Save' }).click();
  await anna.getByText('Your settings are saved.').waitFor();
  assert.equal(await anna.locator('#news').isChecked(), true);
  await check(anna);
  await mikko.goto('/me/emails');
  assert.equal(await mikko.locator('#news').count(), 0, 'news are for the customers');
  await check(mikko);
});
