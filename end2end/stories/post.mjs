// Mail that arrives, once; and mail that does not, which staff is told of and mends.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const BEN = 'ben.berg@lakeside.example';
const SUBJECT = 'Which weekend suits hall 3?';

/** Opens the discussion that everybody at the first customer may read. */
async function openThread(page, plan) {
  await page.goto(`${plan}/threads`);
  await page.getByRole('link', { name: SUBJECT }).click();
  await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
}

async function reply(page, text) {
  await page.getByLabel(/everyone in this discussion/).fill(text);
  await page.getByRole('button', { name: 'Send the reply' }).click();
  await page.locator('.message .prose', { hasText: text }).waitFor();
}

/** The customer's people whom mail about the discussion has reached, in its order. */
const reached = (mailbox) =>
  mailbox.mails.filter((mail) => mail.subject === SUBJECT).flatMap((mail) => mail.to).filter((to) => to.endsWith('@lakeside.example'));

story(
  'a mailbox that is not there keeps nobody else’s mail, and staff is told of it and mends it',
  { demo: [], database: 'postgres' },
  async ({ server, mailbox, newPage, check }) => {
    const [plan] = server.demo.plans;
    const [anna] = server.demo.links;
    mailbox.refused.add(BEN);
    const staff = await newPage();
    await signIn(staff, server.demo.staff);
    await openThread(staff, plan);
    await reply(staff, 'The 12th, then?');
    await server.hurry();
    assert.deepEqual(reached(mailbox), [anna.email]);
    assert.doesNotMatch(server.log, /lakeside\.example|no such mailbox/, 'the log names nobody');

    await staff.goto('/waiting');
    const row = staff.locator('.waiting li', { hasText: 'Ben Berg' });
    assert.match(await row.innerText(), /A message from a discussion did not arrive\. The email server rejects this address\./);
    await check(staff);
    await row.getByRole('link').click();
    await staff.locator('.notice.bad', { hasText: 'Emails to Ben Berg did not arrive' }).waitFor();
    await check(staff);

    await staff.getByLabel('Email').fill('ben@lakeside.example');
    await staff.getByRole('button', { name: 'Save' }).click();
    await staff.getByText('Saved. It applies right away.').waitFor();
    assert.equal(await staff.locator('.notice.bad').count(), 0);
    await staff.getByRole('button', { name: 'Email a new link' }).click();
    await mailbox.next({ to: 'ben@lakeside.example', subject: /Your link to the plan/ });
    await staff.goto('/waiting');
    assert.equal(await row.count(), 0, 'nor does the old mailbox, which cannot be told of the new one, stand here');
  },
);

story(
  'whoever has read the message gets no mail, and whoever has only seen the plan gets one',
  { demo: [], database: 'postgres', settings: SETTINGS.slice(0, 1) },
  async ({ server, mailbox, newPage }) => {
    const [plan] = server.demo.plans;
    const [anna] = server.demo.links;
    const [staff, member] = [await newPage(), await newPage()];
    await signIn(staff, server.demo.staff);
    await enterByLink(member, anna, mailbox);
    await openThread(staff, plan);

    await reply(staff, 'The 12th, then?');
    await openThread(member, plan);
    // What was read is kept within two seconds.
    await member.waitForTimeout(3000);
    await server.hurry();
    assert.deepEqual(reached(mailbox), [BEN]);

    // While the discussion is open, what is said there is read as it comes.
    await member.goto(plan);
    await reply(staff, 'Or rather the 19th?');
    await member.goto(plan);
    await member.waitForTimeout(3000);
    await server.hurry();
    assert.deepEqual(reached(mailbox).sort(), [anna.email, BEN, BEN].sort());
  },
);
