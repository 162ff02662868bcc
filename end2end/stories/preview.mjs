// A manager looks at the plan as one of its members: exactly that, without changing anything, and the customer can read it.

import assert from 'node:assert/strict';
import { ask, crawl } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
import { enterByLink, openMember, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const ONCE = [{ name: 'whatever the browser', javaScript: true, width: 390 }];
const LEAVE = '/preview/leave';

story('a manager sees the plan as Anna does, and Anna reads that', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await openMember(mikko, plan, 'Anna Aho');
  await check(mikko);
  await mikko.getByRole('button', { name: 'Preview as Anna Aho' }).click();
  await mikko.getByText('You see what Anna Aho sees.').waitFor();
  await check(mikko);
  assert.equal(new URL(mikko.url()).pathname, plan);
  assert.doesNotMatch(await mikko.locator('body').innerText(), /Palokarki|Energy metering/);

  await mikko.goto('/today').catch(() => {});
  mikko.allow(/404/);
  await mikko.getByRole('heading', { name: 'Not part of the preview' }).waitFor();
  await mikko.getByText('You see what Anna Aho sees.').waitFor();
  await mikko.getByRole('button', { name: 'Leave the preview' }).click();
  await mikko.getByRole('heading', { level: 1, name: 'Anna Aho' }).waitFor();
  await mikko.goto('/today');
  await mikko.getByRole('heading', { level: 1 }).waitFor();
  await check(mikko);

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/changes`);
  await check(anna);
  await anna.getByRole('link', { name: 'Who has opened the plan' }).click();
  await anna.getByRole('heading', { level: 1, name: 'Access log' }).waitFor();
  await anna.getByText('Saw the plan as Anna Aho does').first().waitFor();
  await check(anna);
});

story('every form of a member is refused in a preview', { demo: [], settings: ONCE }, async ({ server, newPage }) => {
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await openMember(mikko, plan, 'Anna Aho');
  await mikko.getByRole('button', { name: 'Preview as Anna Aho' }).click();
  await mikko.getByText('You see what Anna Aho sees.').waitFor();
  const cookies = await mikko.context().cookies();
  const pages = new Map([...(await crawl(server, cookies, plan, plan)), ['/me', await (await ask(server, cookies, '/me')).text()]]);
  const forms = [...pages].flatMap(([page, text]) => formsOf(text, page)).filter(({ action }) => action.split('?')[0] !== LEAVE);
  const sent = new Set(forms.map(({ action }) => action));
  assert.ok(sent.size > 25, `Anna has ${sent.size} forms`);
  const taken = [];
  for (const { action, fields } of forms) {
    const { status } = await post(server, cookies, action, fields);
    if (status !== 403) taken.push(`${action}: ${status}`);
  }
  assert.deepEqual(taken, []);
  const said = (text) => text.match(/<main[^]*<\/main>/)?.[0].replaceAll(/[0-9A-HJKMNP-TV-Z]{26}|since=\d+/g, '');
  const after = await crawl(server, cookies, plan, plan);
  // The access log tells until when somebody looks.
  const changed = [...pages].filter(([path, text]) => path !== '/me' && !path.endsWith('/access') && said(after.get(path) ?? '') !== said(text));
  assert.deepEqual(changed.map(([path]) => path), [], 'nothing has changed');
});
