// How people come in: members by their personal link, staff by password.

import { strict as assert } from 'node:assert';
import { ask } from './crawl.mjs';

/** What those who are added on the console choose as their password. */
export const CHOSEN = 'the ferry leaves at seven';

const CODE = 'input[autocomplete="one-time-code"]';

/**
 * Opens a personal link as a human does: reads, presses the button and, where this device is new to the customer's
 * policy, types the code that comes by mail. Ends on the page behind it. `member` is one of `server.demo.links`.
 */
export async function enterByLink(page, member, mailbox) {
  await page.goto(member.url);
  await page.locator('main form button[type=submit]').first().click();
  // What stands on the page is the next one's only once the address is.
  await page.waitForURL((address) => !address.href.includes(member.url));
  if (await page.locator(CODE).isVisible()) {
    const mail = await mailbox.next({ to: member.email, subject: /\b\d{6}\b/ });
    const [code] = mail.text.match(/\b\d{6}\b/) ?? assert.fail(`no code in: ${mail.text}`);
    await page.locator(CODE).fill(code);
    await page.locator(`form:has(${CODE}) button[type=submit]`).click();
  }
  await page.locator('main h1').waitFor();
  assert.ok(!page.url().includes(member.url), 'the secret has left the address');
}

/**
 * Adds so many admins on the console and signs each of them in; gives the cookies of each. One person alone changes no
 * more than so much in a short time.
 */
export async function signInMany(server, count) {
  const all = [];
  for (let n = 0; n < count; n += 1) {
    const email = `writer.${n}@console.example`;
    const said = await server.command('staff', 'add', '--name', `Writer ${n}`, '--title', 'Writer', '--email', email, '--role', 'admin');
    const [, first] = said.match(/First password.*: (\S+)/);
    const send = (path, fields) => ask(server, [], path, { method: 'POST', body: new URLSearchParams(fields) });
    const choose = await send('/sign-in', { email, password: first });
    const answer = await send(choose.headers.get('location'), { new: CHOSEN });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0].split('='));
    assert.ok(answer.status === 303 && cookies.length > 0, `${email} is answered ${answer.status}`);
    all.push(cookies.map(([name, value]) => ({ name, value })));
  }
  return all;
}

/** Signs somebody in for the first time: by a first password, or a link, a password of one's own is chosen. */
export async function choosePassword(page, password = CHOSEN) {
  await page.waitForURL(/\/sign-in\/choose\//);
  await page.locator('input[autocomplete=new-password]').fill(password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in/choose'));
}

/** Signs staff in with email and password. `staff` is `server.demo.staff`. */
export async function signIn(page, staff) {
  await page.goto('/sign-in');
  await page.locator('input[autocomplete=username]').fill(staff.email);
  await page.locator('input[autocomplete=current-password]').fill(staff.password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}

/** Opens a member's page at the supplier's, by the people of the customer. */
export async function openMember(page, plan, name) {
  await page.goto(`${plan}/edit`);
  await page.locator('main').getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
