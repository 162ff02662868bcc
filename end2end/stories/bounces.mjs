// An email that comes back is told beside whoever it was for, until an email reaches that one again.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const SECRET = 'a long walk by the lake';
const SUBJECT = 'Which weekend suits hall 3?';
const REPLY = /reply\+[0-9a-z]{52}@reply\.northline\.example/;
const variables = { COPLAN_REPLY_DOMAIN: 'reply.northline.example', COPLAN_MAIL_SECRET: SECRET };
const options = { database: 'postgres', demo: [], variables };

const main = (page) => page.locator('main');

/** What a mail server says of an email that it could not bring, or not yet. */
const report = (to, action, id) =>
  ['Return-Path: <>', 'From: Mail Delivery System <MAILER-DAEMON@lakeside.example>', `To: ${to}`, 'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${id}@lakeside.example>`, 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="rep"', '',
    '--rep', 'Content-Type: text/plain; charset=us-ascii', '', 'I am sorry to have to inform you.', '',
    '--rep', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.lakeside.example', '',
    'Final-Recipient: rfc822; anna.aho@lakeside.example', `Action: ${action}`, 'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <b>no such</b> mailbox', '', '--rep--', ''].join('\r\n');

const answer = (from, to, text) => [`From: ${from}`, `To: ${to}`, `Subject: Re: ${SUBJECT}`, 'Message-ID: <a1@x.example>', '', text, ''].join('\r\n');

/** The supplier writes to the first customer; gives its member's email about that. */
async function write({ server, mailbox }, staff) {
  await staff.goto(`${server.demo.plans[0]}/threads`);
  await staff.getByRole('link', { name: SUBJECT }).click();
  await staff.getByLabel(/everyone in this discussion/).fill('The 12th, then?');
  await staff.getByRole('button', { name: 'Send the reply' }).click();
  await staff.locator('.message .prose', { hasText: 'The 12th, then?' }).waitFor();
  await server.hurry();
  return mailbox.next({ to: server.demo.links[0].email, subject: SUBJECT });
}

async function bring(server, body) {
  const headers = { authorization: `Bearer ${SECRET}` };
  const { status } = await fetch(`${server.address}/mail/receive`, { method: 'POST', body, headers });
  assert.equal(status, 200);
  await server.hurry();
}

story('what came back is told beside the person, until that one is reached again', options, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const [{ email }] = server.demo.links;
  const staff = await newPage();
  await signIn(staff, server.demo.staff);
  const mail = await write(told, staff);
  const [to] = mail.raw.replaceAll(/\r\n\s+/g, ' ').match(REPLY) ?? assert.fail(mail.raw);
  const people = async () => {
    await staff.goto(plan);
    await staff.getByRole('link', { name: 'People', exact: true }).click();
    return main(staff).locator('.member', { hasText: 'Anna Aho' });
  };

  // It may still arrive.
  await bring(server, report(to, 'delayed', 1));
  assert.equal(await (await people()).locator('.undelivered').count(), 0, 'a delay is no bounce');

  for (let twice = 0; twice < 2; twice += 1) await bring(server, report(to, 'failed', 2));
  const anna = await people();
  assert.match(await anna.locator('.undelivered').innerText(), /Email does not arrive \(\w+\)[^]*The email server sent it back\. Is the address still in use\? It said: 550 5\.1\.1 <b>no such<\/b> mailbox$/);
  assert.equal(await main(staff).locator('.undelivered').count(), 1, 'of the others nothing came back');
  await check(staff);
  await staff.goto('/waiting');
  const row = main(staff).locator('[aria-labelledby=h-undelivered] li');
  assert.equal(await row.count(), 1, 'the same report twice is told once');
  assert.match(await row.innerText(), /Anna Aho[^]*A message from a discussion did not arrive\. The email server sent it back/);
  await check(staff);
  await row.getByRole('link').click();
  const notice = staff.locator('.notice.bad', { hasText: 'Emails to Anna Aho did not arrive' });
  await notice.getByText('550 5.1.1 <b>no such</b> mailbox').waitFor();
  await check(staff);
  const page = new URL(staff.url()).pathname;

  // It is for staff alone, and for nobody of another customer.
  const [member, kaisa] = [await newPage(), await newPage()];
  await enterByLink(member, server.demo.links[0], mailbox);
  assert.doesNotMatch(await member.content(), /no such/);
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  assert.equal((await ask(server, await kaisa.context().cookies(), page)).status, 404);
  const saara = await newPage();
  await signIn(saara, { ...server.demo.staff, email: 'saara.lind@northline.example' });
  await saara.goto('/waiting');
  assert.equal(await main(saara).getByText('Anna Aho').count(), 0, 'she has another customer');

  // Whoever answers an email has got it.
  await bring(server, answer(email, to, 'Yes, the 12th.'));
  assert.equal(await (await people()).locator('.undelivered').count(), 0);
  await staff.goto(page);
  assert.equal(await notice.count(), 0);
  await check(staff);
});

story('another address of the person settles what came back', { ...options, settings: SETTINGS.slice(1, 2) }, async (told) => {
  const { server, newPage } = told;
  const staff = await newPage();
  await signIn(staff, server.demo.staff);
  const mail = await write(told, staff);
  const [to] = mail.raw.replaceAll(/\r\n\s+/g, ' ').match(REPLY) ?? assert.fail(mail.raw);
  await bring(server, report(to, 'failed', 1));
  await staff.goto('/waiting');
  await main(staff).locator('[aria-labelledby=h-undelivered] li').getByRole('link').click();
  await staff.locator('.notice.bad').waitFor();
  await staff.getByLabel('Email').fill('anna@lakeside.example');
  await staff.getByRole('button', { name: 'Save' }).click();
  await staff.getByText('Saved. It applies right away.').waitFor();
  assert.equal(await staff.locator('.notice.bad').count(), 0);
  await staff.goto('/waiting');
  assert.equal(await main(staff).locator('[aria-labelledby=h-undelivered] li').count(), 0);
});

story('an email says to the mail server where it is to come back', { ...options, settings: SETTINGS.slice(1, 2) }, async (told) => {
  const staff = await told.newPage();
  await signIn(staff, told.server.demo.staff);
  const mail = await write(told, staff);
  // A mail server sends a report to whom the envelope names as the sender, never to Reply-To (RFC 5321, 6.1).
  assert.match(mail.from, REPLY);
});
