// A member's own calendar reads its meetings by an address of its own: titles and times, until it is stopped.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).first().click();

story('a calendar reads titles and times by an address of its own, until it is stopped', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/meetings`);
  await anna.getByRole('heading', { name: 'In your calendar' }).waitFor();
  await check(anna);
  await press(anna, 'Make an address for my calendar');
  const link = main(anna).locator('a[href*="/calendar/"]');
  await link.waitFor();
  await check(anna);
  const { pathname } = new URL(await link.getAttribute('href'));

  // No cookie goes along: the address is all that a calendar has.
  const read = () => fetch(new URL(pathname, server.address));
  const answer = await read();
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^text\/calendar/);
  const text = (await answer.text()).replaceAll('\r\n ', '');
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /\r\nSUMMARY:Steering group/);
  assert.doesNotMatch(text, /LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER|meet\.northline/);
  assert.equal((await fetch(new URL(`${pathname.slice(0, -1)}${pathname.endsWith('0') ? 1 : 0}`, server.address))).status, 404);

  await press(anna, 'Stop this address');
  await main(anna).getByRole('button', { name: 'Make an address for my calendar' }).waitFor();
  assert.equal((await read()).status, 404);
});

const SECRET = 'a long walk by the lake';
const variables = { COPLAN_REPLY_DOMAIN: 'reply.northline.example', COPLAN_MAIL_SECRET: SECRET };
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What a calendar sends for whoever was invited. */
const reply = (from, to, uid, state) =>
  [`From: ${from}`, `To: ${to}`, `Subject: ${state}`, `Message-ID: <${from}.${state}@x.example>`, 'Content-Type: text/calendar; method=REPLY; charset=utf-8',
    '', 'BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', `UID:${uid}`, 'SEQUENCE:0', `ATTENDEE;PARTSTAT=${state}:mailto:${from}`,
    'COMMENT:Ten minutes late', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

story('who is invited answers on the page or from its calendar, and nobody for another', { database: 'postgres', demo: [], variables }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/meetings/new`);
  await mikko.locator('#title').fill('Rings of hall 4');
  await mikko.locator('#day').fill(inDays(20));
  await mikko.locator('#time').fill('9:30');
  await mikko.locator('#shared').check();
  await main(mikko).locator('form .button.main').first().click();
  await mikko.getByRole('heading', { level: 1, name: 'Rings of hall 4' }).waitFor();
  const meeting = new URL(mikko.url()).pathname;
  const there = (page) => page.getByRole('region', { name: 'Who takes part' });
  await there(mikko).getByText('No answer yet').first().waitFor();
  await check(mikko);

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(meeting);
  await there(anna).getByText('Are you coming?').waitFor();
  await check(anna);
  await press(anna, 'Maybe');
  await there(anna).locator('li', { hasText: 'Anna Aho' }).getByText('Maybe').waitFor();
  await check(anna);

  await server.hurry();
  const { email } = server.demo.links[0];
  const mail = await mailbox.next({ to: email, subject: /Rings of hall 4/ });
  const [to] = mail.raw.replaceAll(/\r\n\s+/g, ' ').match(/reply\+[0-9a-z]{52}@reply\.northline\.example/) ?? assert.fail(mail.raw);
  const uid = `${meeting.split('/').pop()}@plan`;
  const bring = async (body) => (await fetch(`${server.address}/mail/receive`, { method: 'POST', body, headers: { authorization: `Bearer ${SECRET}` } })).status;
  assert.equal(await bring(reply(email, to, uid, 'ACCEPTED')), 200);
  assert.equal(await bring(reply('stranger@evil.example', to, uid, 'DECLINED')), 200);
  await server.hurry();
  await anna.reload();
  await there(anna).locator('li', { hasText: 'Anna Aho' }).getByText('Accepted').waitFor();
  await there(anna).getByText('Ten minutes late').waitFor();
  assert.equal(await anna.getByText('stranger@evil.example').count(), 0, 'what a stranger wrote is for staff');
  await mikko.reload();
  await there(mikko).getByText('This email was not taken as an answer').waitFor();
  await check(mikko);
  await press(mikko, 'Set aside');
  await there(mikko).getByText('This email was not taken as an answer').waitFor({ state: 'detached' });
  await check(mikko);
});

story('an answer counts for whoever gives it, for the meeting as it is, and not for a meeting that is cancelled', { database: 'postgres', demo: [], variables }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/meetings/new`);
  await mikko.locator('#title').fill('Rings of hall 4');
  await mikko.locator('#day').fill(inDays(20));
  await mikko.locator('#time').fill('9:30');
  await mikko.locator('#shared').check();
  await main(mikko).locator('form .button.main').first().click();
  await mikko.getByRole('heading', { level: 1, name: 'Rings of hall 4' }).waitFor();
  const meeting = new URL(mikko.url()).pathname;
  const there = (page) => page.getByRole('region', { name: 'Who takes part' });

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(meeting);
  await press(anna, 'Yes');
  await there(anna).getByRole('button', { name: 'Yes', pressed: true }).waitFor();
  const hers = await anna.context().cookies();
  for (const said of ['accepted', 'accepted', 'declined']) assert.equal((await post(server, hers, `${meeting}/answer`, [['answer', said]])).status, 303, said);
  for (const said of ['perhaps', '']) assert.equal((await post(server, hers, `${meeting}/answer`, [['answer', said]])).status, 404, said);
  await anna.reload();
  assert.equal(await there(anna).locator('li', { hasText: 'Anna Aho' }).count(), 1, 'the last answer counts, once');
  await there(anna).locator('li', { hasText: 'Anna Aho' }).getByText('Declined').waitFor();
  await check(anna);

  // Another customer's member neither sees nor answers it, and its calendar's answer does not count.
  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  const theirs = await kaisa.context().cookies();
  assert.equal((await ask(server, theirs, meeting)).status, 404);
  assert.equal((await ask(server, theirs, `${meeting}/invitation.ics`)).status, 404);
  assert.equal((await post(server, theirs, `${meeting}/answer`, [['answer', 'accepted']])).status, 404);
  await server.hurry();
  const mail = await mailbox.next({ to: server.demo.links[0].email, subject: /Rings of hall 4/ });
  const [to] = mail.raw.replaceAll(/\r\n\s+/g, ' ').match(/reply\+[0-9a-z]{52}@reply\.northline\.example/) ?? assert.fail(mail.raw);
  const uid = `${meeting.split('/').pop()}@plan`;
  const body = reply(server.demo.links[1].email, to, uid, 'ACCEPTED');
  const brought = await fetch(`${server.address}/mail/receive`, { method: 'POST', body, headers: { authorization: `Bearer ${SECRET}` } });
  assert.equal(brought.status, 200);
  await server.hurry();
  await anna.reload();
  await there(anna).locator('li', { hasText: 'Anna Aho' }).getByText('Declined').waitFor();
  assert.equal(await there(anna).getByText('Kaisa Koski').count(), 0);
  await mikko.reload();
  await there(mikko).getByText('This email was not taken as an answer').waitFor();
  await check(mikko);

  // Who only reads sees who comes, and is not asked.
  const henrik = await newPage();
  await signIn(henrik, { ...server.demo.staff, email: 'henrik.holm@northline.example' });
  await henrik.goto(meeting);
  await there(henrik).locator('li', { hasText: 'Anna Aho' }).waitFor();
  assert.equal(await there(henrik).getByRole('button').count(), 0);
  assert.ok([403, 404].includes((await post(server, await henrik.context().cookies(), `${meeting}/answer`, [['answer', 'accepted']])).status));
  await check(henrik);

  // Moved, everybody is asked anew.
  await mikko.goto(`${meeting}/edit`);
  await mikko.locator('#day').fill(inDays(27));
  await main(mikko).locator('form .button.main').first().click();
  await mikko.getByRole('heading', { level: 1, name: 'Rings of hall 4' }).waitFor();
  await anna.reload();
  await there(anna).getByText('Before the last change').waitFor();
  await there(anna).getByText('Are you coming?').waitFor();
  await check(anna);
  await press(anna, 'Maybe');
  await there(anna).getByText('Before the last change').waitFor({ state: 'detached' });

  await mikko.goto(`${meeting}/edit`);
  await main(mikko).locator('summary', { hasText: 'Cancel the meeting' }).click();
  await press(mikko, 'Yes, cancel it');
  await main(mikko).getByText('Cancelled').first().waitFor();
  await anna.goto(meeting);
  assert.equal(await main(anna).getByRole('button', { name: 'Maybe' }).count(), 0);
  assert.ok([403, 404, 409].includes((await post(server, hers, `${meeting}/answer`, [['answer', 'accepted']])).status));
  await check(anna);
});
