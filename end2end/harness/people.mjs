// How people come in: members by their personal link, staff by password.

import { strict as assert } from 'node:assert';

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

/** Signs staff in with email and password. `staff` is `server.demo.staff`. */
export async function signIn(page, staff) {
  await page.goto('/sign-in');
  await page.locator('input[autocomplete=username]').fill(staff.email);
  await page.locator('input[autocomplete=current-password]').fill(staff.password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}
