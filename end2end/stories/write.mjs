// A member writes from wherever it is: in the discussion that is open, about the invoice that it reads; and sees what became of it.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

/** Where one writes: in the bar of a phone, on the card of a desk. */
const contact = (page, setting) => page.locator(setting.width < 700 ? '.contact-bar' : 'section.contact');

story('a member writes where it is, and sees who has read it', { demo: [] }, async ({ server, mailbox, newPage, check, setting }) => {
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const [plan] = server.demo.plans;
  await anna.goto(`${plan}/invoices`);
  await anna.getByRole('link', { name: 'Invoice 1057' }).first().click();
  await anna.getByRole('heading', { level: 1, name: 'Invoice 1057' }).waitFor();
  await check(anna);
  await contact(anna, setting).getByRole('link', { name: 'Write' }).click();
  await anna.getByText('About: Invoice 1057').waitFor();
  await check(anna);
  await anna.goto(plan);
  await anna.locator('.leg h3 a', { hasText: 'New network for the mill' }).click();
  await contact(anna, setting).getByRole('link', { name: 'Write' }).click();
  await anna.getByText('About: New network for the mill').waitFor();

  await anna.goto(`${plan}/threads`);
  await anna.locator('.thread-row a', { hasText: 'Which weekend suits hall 3?' }).click();
  await anna.getByRole('heading', { level: 1, name: 'Which weekend suits hall 3?' }).waitFor();
  const thread = new URL(anna.url()).pathname;
  await contact(anna, setting).getByRole('link', { name: 'Reply' }).click();
  await anna.waitForURL('**#text');
  assert.equal(await anna.evaluate(() => document.activeElement.id), 'text', 'one can write right away');
  await anna.keyboard.type('The second weekend.');
  await anna.getByRole('button', { name: 'Send the reply' }).click();
  await anna.locator('.message', { hasText: 'The second weekend.' }).getByText(/^Sent\. .*Mikko Kallio.* an email\.$/).waitFor();
  await check(anna);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(thread);
  await mikko.locator('.message', { hasText: 'The second weekend.' }).waitFor();
  // What was read is noted a moment later.
  const told = anna.locator('.message', { hasText: 'The second weekend.' }).getByText('Read by Mikko Kallio.');
  for (let tries = 0; tries < 60 && (await told.count()) === 0; tries += 1) {
    await anna.waitForTimeout(500);
    await anna.goto(thread);
  }
  await told.waitFor();
  await check(anna);
});

story('whoever has done everything sees so at once', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const elin = await newPage({ locale: 'sv-FI' });
  await enterByLink(elin, server.demo.links[2], mailbox);
  await elin.getByRole('heading', { level: 1, name: 'Allt är avklarat.' }).waitFor();
  assert.ok(await elin.locator('.verdict .mark').isVisible());
  await check(elin);
});
