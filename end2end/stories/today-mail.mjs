// What waits comes by email at an hour of one's own, without sums, once a day, until its address ends it.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const form = (page) => main(page).locator('form', { has: page.getByRole('heading', { name: 'What waits for you, by email' }) });
const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ABOUT = /things? waits? for you/;
const PETRA = 'petra.niemi@northline.example';

/** Every day at seven. */
async function choose(page, check) {
  await page.goto('/me');
  await page.getByRole('region', { name: 'Emails' }).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Emails' }).waitFor();
  for (const day of WEEK) {
    const box = form(page).getByRole('checkbox', { name: day });
    assert.equal(await box.isChecked(), false, 'nobody gets it who has not asked for it');
    await box.check();
  }
  await form(page).getByLabel('At what time').selectOption('7:00');
  await check(page);
  await form(page).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').waitFor();
  assert.equal(await form(page).getByRole('checkbox', { checked: true }).count(), 7);
  await check(page);
}

/** Lets the hour be so many minutes ago; the server looks when it begins. */
async function letPass(server, pages, minutes) {
  for (const page of pages) await page.goto('about:blank');
  await server.stop();
  await server.sql(`update today_mail set next_at = ${Date.now() - minutes * 60_000} where next_at is not null`);
  await server.start();
}

/** Waits until the server has looked at what is due, and until all that came of it is sent. */
async function looked(server) {
  for (const begun = Date.now(); Date.now() - begun < 20_000; await new Promise((done) => setTimeout(done, 100))) {
    const [left] = await server.sql(`select count(*) from today_mail where next_at <= ${Date.now()}`);
    if (left === '0') return server.hurry();
  }
  throw new Error('nobody has looked at what is due');
}

const count = (mailbox, to) => mailbox.mails.filter((mail) => mail.to.includes(to) && ABOUT.test(mail.subject)).length;

story('what waits comes by email at its hour, once, without sums, until its address ends it', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const { email } = server.demo.staff;
  const [mikko, petra] = [await newPage(), await newPage()];
  await signIn(mikko, server.demo.staff);
  await choose(mikko, check);
  await signIn(petra, { ...server.demo.staff, email: PETRA });
  await choose(petra, check);

  await letPass(server, [mikko, petra], 1);
  await looked(server);
  const mail = await mailbox.next({ to: email, subject: ABOUT });
  for (const named of ['Second queue server running', 'Print queue without stops · Riverbend Printing', '1048 · Riverbend Printing', 'Questions', 'Promises in danger']) {
    assert.ok(mail.text.includes(named), `${named} in ${mail.text}`);
  }
  assert.doesNotMatch(mail.text, /€|EUR|unpaid|\d[.,]\d\d\b/, 'no sums');
  const [subject] = mail.subject.match(/^\d+/);
  await mikko.goto('/today');
  const [, open] = mail.text.match(/Open Today:\s+(\S+)/);
  assert.equal(open, new URL('/today', server.address).href);
  assert.ok(Number(subject) > 5, mail.subject);
  const hers = await mailbox.next({ to: PETRA, subject: ABOUT });
  assert.match(hers.text, /Replace the disk of the first queue server/);
  assert.doesNotMatch(hers.text, /1048|Which weekend suits hall 3\?/, 'what is not hers');
  await server.hurry();
  assert.equal(count(mailbox, email), 1, 'once');

  // Without signing in: the address asks first, for scanners open it too.
  const [, stop] = mail.text.match(/To stop it: (\S+)/);
  assert.equal(mail.headers.find(({ key }) => key === 'list-unsubscribe').value, `<${stop}>`);
  const anybody = await newPage();
  await anybody.goto(stop);
  await anybody.getByRole('heading', { level: 1, name: 'Stop these emails' }).waitFor();
  await check(anybody);
  await mikko.goto('/me/emails');
  assert.equal(await form(mikko).getByRole('checkbox', { checked: true }).count(), 7, 'reading it ends nothing');
  await main(anybody).getByRole('button', { name: 'Stop the emails' }).click();
  await anybody.getByRole('heading', { level: 1, name: 'You get no more of these emails' }).waitFor();
  await check(anybody);
  // The same from the email program, after that: nothing changes.
  assert.equal((await post(server, [], stop, [['List-Unsubscribe', 'One-Click']])).status, 200);
  assert.equal((await post(server, [], `${stop.slice(0, -4)}aaaa`, [])).status, 404, 'of nobody');
  await mikko.reload();
  assert.equal(await form(mikko).getByRole('checkbox', { checked: true }).count(), 0);
  await check(mikko);

  await letPass(server, [mikko, petra, anybody], 1);
  await looked(server);
  await mailbox.next({ to: PETRA, subject: ABOUT });
  assert.equal(count(mailbox, email), 1, 'and no more of them');
});

story('hours that there are not are refused, members have no such email, and a late one does not come', { demo: [], database: 'postgres', settings: SETTINGS.slice(1) }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const { email } = server.demo.staff;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  const cookies = await mikko.context().cookies();
  for (const [field, wrong] of [['today_hour', [['today_days', '1'], ['today_hour', '24']]], ['today_days', [['today_days', '8'], ['today_hour', '7']]]]) {
    const answer = await post(server, cookies, '/me/emails/today', wrong);
    assert.equal(answer.status, 422, field);
    assert.match(await answer.text(), new RegExp(`id="${field}-error"`));
  }
  await choose(mikko, check);

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto('/me/emails');
  await anna.getByRole('heading', { level: 1, name: 'Emails' }).waitFor();
  assert.equal(await form(anna).count(), 0);
  await check(anna);
  const hers = await anna.context().cookies();
  assert.equal((await post(server, hers, '/me/emails/today', [['today_days', '1'], ['today_hour', '7']])).status, 404);
  assert.ok((await ask(server, [], '/me/emails')).status !== 200, 'nor without being in');

  await letPass(server, [mikko, anna], 7 * 60);
  await looked(server);
  assert.equal(count(mailbox, email), 0, 'seven hours late, it is not for that morning any more');
  await letPass(server, [mikko], 1);
  await looked(server);
  await mailbox.next({ to: email, subject: ABOUT });
});
