// A member's whole way: in by the link, the four answers on the plan, a question about one line of an invoice, and out.

import assert from 'node:assert/strict';
import { enterByLink } from '../harness/people.mjs';
import { USUAL_PHONE, story } from '../harness/story.mjs';

const CODE = 'input[autocomplete="one-time-code"]';
const CODE_MAIL = /\b\d{6}\b/;
const LINE = 'Training lunch for shift leaders';
const QUESTION = 'Twelve lunches for eleven people?';
/** What stands on every page behind the door, or in what this member reads there. */
const OF_THE_CUSTOMER = ['Lakeside', 'Anna', 'Mikko', '1057', QUESTION, LINE];

/** Opens the link on a new device, mistypes the code once, and ends on the plan. */
async function comeIn(page, { server, mailbox, check }) {
  const [anna] = server.demo.links;
  await page.goto(anna.url);
  assert.match(await page.locator('h1').innerText(), new RegExp(anna.person));
  await check(page);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/code');
  await check(page);
  const mail = await mailbox.next({ to: anna.email, subject: CODE_MAIL });
  const [code] = mail.text.match(CODE_MAIL);
  page.allow(/422.*\/code/);
  await page.locator(CODE).fill(code === '000000' ? '111111' : '000000');
  await page.locator(`form:has(${CODE}) button[type=submit]`).click();
  assert.match(await page.locator('.error').first().innerText(), /4 tries left/);
  await check(page);
  await page.locator(CODE).fill(` ${code.slice(0, 3)} ${code.slice(3)}`);
  await page.locator(`form:has(${CODE}) button[type=submit]`).click();
  await page.waitForURL(`**${server.demo.plans[0]}`);
  const told = await mailbox.next({ to: anna.email, subject: /device/ });
  assert.ok(told.text.includes('/me'), 'the owner is told of the new device');
}

/** The four answers of the plan, each with the place where it is read. */
function answers(page, setting) {
  const project = page.locator('.leg').first();
  return {
    'how it is going': project.locator('.status').first(),
    'why': project.locator('.leg-text').first(),
    'what is promised next': project.locator('.flag time'),
    'who has it': setting.width < 700 ? page.locator('.contact-bar strong') : page.locator('.contact-name'),
    'what waits for me': page.locator('.ask h3').first(),
    'since when it waits': page.locator('.ask-head p').first(),
    'what I pay for': page.locator('section:has(#h-money) .legend li').first(),
    'how much': page.locator('section:has(#h-money) .pay-sum strong'),
  };
}

story('a member finds four answers, asks about a line of the last invoice, and leaves nothing behind', { demo: [], whole: true }, async (told) => {
  const { server, setting, newPage, check } = told;
  const [plan] = server.demo.plans;
  const page = await newPage();
  await comeIn(page, told);
  await check(page);

  const narrow = page.viewportSize();
  const { height } = USUAL_PHONE;
  if (setting.width < 700) await page.setViewportSize(USUAL_PHONE);
  for (const [question, answer] of Object.entries(answers(page, setting))) {
    assert.match(await answer.innerText(), /[\p{L}\d]{2}/u, `"${question}" is answered in words`);
    const { y } = await answer.boundingBox();
    if (setting.width < 700) assert.ok(y < 2 * height, `"${question}" is answered at ${y} px, below the second screen`);
  }
  await page.setViewportSize(narrow);
  assert.match(await page.locator('.flag time').first().getAttribute('datetime'), /^\d{4}-\d\d-\d\d$/);
  assert.ok(await page.locator('a[href^="tel:"]:visible').count() > 0, 'and who has it can be called');

  await page.locator('section:has(#h-money)').getByRole('link', { name: 'Invoice 1057' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invoice 1057' }).waitFor();
  await check(page);
  const invoice = new URL(page.url()).pathname;
  // How to pay it: to be read, to be copied, and to be scanned.
  const pay = page.locator('#pay');
  assert.match(await pay.innerText(), /FI21 1234 5600 0007 85[^]*10579[^]*€8,429\.03/);
  const code = pay.locator('img');
  await code.scrollIntoViewIfNeeded();
  let drawn = 0;
  for (let tries = 0; tries < 50 && drawn === 0; tries += 1) {
    drawn = await code.evaluate((img) => img.naturalWidth);
    if (drawn === 0) await page.waitForTimeout(100);
  }
  assert.ok(drawn > 0, 'the code is drawn');
  if (setting.javaScript) await pay.getByRole('button', { name: /^Copy.*Account/ }).waitFor();
  const line = page.getByRole('row', { name: new RegExp(LINE) });
  assert.equal(await line.getByRole('link', { name: /discussion/ }).count(), 0, 'nobody has asked about it yet');
  await line.getByRole('link', { name: /Ask about this line/ }).click();
  await page.getByText(`About: ${LINE}, on invoice 1057`).waitFor();
  await check(page);
  await page.getByLabel('Subject, in one line').fill(QUESTION);
  await page.getByLabel('Your message').fill('Our list has eleven names.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: QUESTION }).waitFor();
  const thread = new URL(page.url()).pathname;
  await check(page);

  // At the line, under the invoice, and among all discussions.
  await page.locator('.crumbs').getByRole('link', { name: LINE }).click();
  await line.getByRole('link', { name: '1 discussion' }).click();
  await page.locator('section:has(#h-threads)').getByRole('link', { name: QUESTION }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Discussions', exact: true }).click();
  const listed = page.locator('.thread-row', { hasText: QUESTION });
  assert.match(await listed.innerText(), /Our list has eleven names\./);
  assert.match(await listed.innerText(), new RegExp(`${LINE}, on invoice 1057`));
  assert.match(await listed.locator('.ball').innerText(), /waits for Northline/);
  await check(page);

  // What is left unsent in this browser goes with the one who wrote it.
  await listed.getByRole('link').first().click();
  await page.getByLabel(/everyone in this discussion/).fill('Never mind, I have');
  if (setting.javaScript) await page.getByText('Draft saved in this browser.').waitFor();
  await page.goto('/me');
  assert.equal(await page.locator('h1').innerText(), 'Anna Aho');
  await check(page);
  await page.locator('form[action="/sign-out"] button').click();
  await page.waitForURL('**/signed-out*');
  await check(page);
  assert.equal(await page.evaluate(() => localStorage.length), 0, 'no draft stays behind');

  page.allow(/401/);
  const showsNothing = async (where) => {
    const text = await page.content();
    for (const word of OF_THE_CUSTOMER) assert.ok(!text.includes(word), `"${word}" stands on ${where}`);
  };
  for (let back = 1; back <= 5; back += 1) {
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'You are not signed in' }).waitFor();
    await showsNothing(`${page.url()}, ${back} back`);
  }
  await check(page);
  for (const path of [plan, invoice, `${invoice}/original`, thread, `${plan}/threads`, '/me']) {
    const answer = await page.goto(path);
    assert.equal(answer.status(), 401, path);
    await showsNothing(path);
  }
});

/** What there is nothing of on a plan, so that it says nothing of it: no invoice yet, or nothing asked. */
const NOTHING_OF_IT = {
  'Anna Aho': [],
  'Kaisa Koski': ['what there is to pay'],
  'Elin Holm': ['what there is to pay', 'what is asked'],
};

/** What each plan answers on a phone, and on which screen at the latest. */
const ON_A_PHONE = {
  'how it is going': ['.verdict h1', 1],
  'why': ['.verdict-why', 1],
  'what is promised next': ['.verdict-next', 1],
  'who has it': ['.contact-bar strong', 1],
  'what there is to pay': ['.verdict-pay', 1],
  'what is asked': ['.ask h3', 2],
  'how a project is going': ['.leg .status', 2],
};

story("each member's plan answers on the first two screens of a phone", { demo: [], settings: [{ name: 'on a phone', javaScript: true, width: 390 }] }, async ({ server, mailbox, newPage }) => {
  for (const link of server.demo.links) {
    const page = await newPage();
    await enterByLink(page, link, mailbox);
    const { height } = page.viewportSize();
    const bar = await page.locator('.contact-bar').evaluate((found) => found.getBoundingClientRect().height).catch(() => 0);
    for (const [question, [where, screens]] of Object.entries(ON_A_PHONE)) {
      let answer = page.locator(where).first();
      if (NOTHING_OF_IT[link.person].includes(question)) {
        assert.equal(await answer.count(), 0, `${link.person}: nothing is to be said of "${question}"`);
        continue;
      }
      if (where === '.verdict-next' && (await answer.count()) === 0) {
        // Where the sentence above names the next date already, it does not stand there twice.
        answer = page.locator('.verdict-why');
        assert.match(await answer.innerText(), /\d/, `${link.person}: the sentence names a day`);
      }
      const box = await answer.boundingBox();
      const end = where.startsWith('.contact-bar') ? height : screens * (height - bar);
      assert.ok(box.height > 0 && box.y + box.height <= end, `${link.person}: "${question}" ends at ${box.y + box.height} of ${end} px`);
    }
    // What is paid for begins on the second screen at the latest, also where there is no invoice yet.
    const paid = page.locator('section:has(#h-money)').locator('.legend li, p').first();
    assert.ok((await paid.boundingBox()).y < 2 * height, `${link.person}: what is paid for stands below the second screen`);
    await page.context().close();
  }
});
