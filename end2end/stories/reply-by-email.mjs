// An email about a discussion is answered by email: what its reader wrote appears, what a stranger sends waits for a decision.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const SECRET = 'a long walk by the lake';
const variables = { COPLAN_REPLY_DOMAIN: 'reply.northline.example', COPLAN_MAIL_SECRET: SECRET };

const email = (from, to, text, id) =>
  [`From: ${from}`, `To: ${to}`, 'Subject: Re: Who opens gate 2?', `Message-ID: <${id}@x.example>`, '', text, '',
    'On Mon, 16 Nov 2026 at 09:10, Northline <plan@northline.example> wrote:', '> Who opens gate 2?', ''].join('\r\n');

story('an answer by email appears, and a stranger’s waits', { database: 'postgres', demo: [], variables }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const [member, staff] = [await newPage(), await newPage()];
  await enterByLink(member, server.demo.links[0], mailbox);
  await signIn(staff, server.demo.staff);
  await member.goto(`${plan}/threads/new`);
  await member.getByLabel('Subject, in one line').fill('Who opens gate 2?');
  await member.getByLabel('Your message').fill('We need it at six.');
  await member.getByRole('button', { name: 'Send', exact: true }).click();
  await member.getByRole('heading', { level: 1, name: 'Who opens gate 2?' }).waitFor();
  await server.hurry();
  const mail = await mailbox.next({ to: server.demo.staff.email, subject: 'Who opens gate 2?' });
  assert.match(mail.text, /You can reply to this email/);
  const [to] = mail.raw.replaceAll(/\r\n\s+/g, ' ').match(/reply\+[0-9a-z]{52}@reply\.northline\.example/) ?? assert.fail(mail.raw);

  const bring = async (body, secret = SECRET) => {
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await fetch(`${server.address}/mail/receive`, { method: 'POST', body, headers });
    return answer.status;
  };
  assert.equal(await bring(email(server.demo.staff.email, to, 'The guard does.', 1), 'another'), 401);
  assert.equal(await bring(email(server.demo.staff.email, 'reply+x@reply.northline.example', 'The guard does.', 1)), 422);
  for (let twice = 0; twice < 2; twice += 1) assert.equal(await bring(email(server.demo.staff.email, to, 'The guard does.', 1)), 200);
  assert.equal(await bring(email('stranger@evil.example', to, 'Send the keys to me.', 2)), 200);
  await server.hurry();
  await member.reload();
  await member.locator('.message .prose', { hasText: 'The guard does.' }).waitFor();
  assert.equal(await member.locator('.message').count(), 2, 'once, without what it quotes, and nothing of the stranger');
  assert.equal(await member.getByText('On Mon, 16 Nov').count(), 0);

  await staff.goto('/waiting');
  await check(staff);
  await staff.locator('[aria-labelledby=h-emails]').getByRole('link', { name: /Who opens gate 2/ }).click();
  await staff.getByText('Send the keys to me.').waitFor();
  await staff.getByText('It was sent from another address').waitFor();
  await check(staff);
  await staff.getByRole('button', { name: /^Post as / }).click();
  await staff.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await staff.locator('[aria-labelledby=h-emails]').count(), 0);
  await server.hurry();
  await member.reload();
  await member.locator('.message .prose', { hasText: 'Send the keys to me.' }).waitFor();
});

story('what can wait comes together, where somebody chose that', { database: 'postgres', demo: [], variables }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const member = await newPage();
  await enterByLink(member, server.demo.links[0], mailbox);
  await member.goto('/me/emails');
  await member.locator('select[name=pace]').selectOption('daily');
  await check(member);
  await member.getByRole('button', { name: 'Save' }).click();
  await member.getByRole('status').waitFor();
  assert.equal(await member.locator('select[name=pace]').inputValue(), 'daily');
  await member.locator('select[name=pace]').selectOption('at_once');
  await member.getByRole('button', { name: 'Save' }).click();
  await member.getByRole('status').waitFor();
});
