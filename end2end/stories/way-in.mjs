// How people come in: by a personal link and the code from the mail, or by password and a second factor.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { CHOSEN, choosePassword, enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const CODE = 'input[autocomplete="one-time-code"]';
const CODE_MAIL = /\b\d{6}\b/;
const press = (page, words) => page.getByRole('button', { name: words }).first().click();
const error = (page) => page.locator('.error, .notice.bad').first().innerText();

/** What an authenticator shows now (RFC 6238), or would show some steps away. */
function authenticatorCode(base32, steps = 0) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', key).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Adds one of the supplier's people on the console and gives how it signs in the first time, or later. */
async function addStaff(server, name, role, chooses = true) {
  const email = `${name.toLowerCase().replace(' ', '.')}@console.example`;
  const said = await server.command('staff', 'add', '--name', name, '--title', 'Service director', '--email', email, '--role', role);
  const [, password] = said.match(/First password.*: (\S+)/);
  if (!chooses) return { name, email, password };
  const send = (path, fields) => fetch(new URL(path, server.address), { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
  const first = await send('/sign-in', { email, password });
  await send(first.headers.get('location'), { new: CHOSEN });
  return { name, email, password: CHOSEN };
}

const ONCE = { settings: SETTINGS.slice(0, 1) };

story('scanners that open a fresh link twenty times change nothing', { ...ONCE, demo: [] }, async ({ server, mailbox, newPage }) => {
  const [anna] = server.demo.links;
  for (let i = 0; i < 20; i += 1) {
    for (const method of ['HEAD', 'GET']) {
      const answer = await fetch(anna.url, { method });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('set-cookie'), null);
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    }
  }
  // Some of them are browsers that run every script.
  const scanner = await newPage();
  for (let i = 0; i < 20; i += 1) assert.equal((await scanner.goto(anna.url)).status(), 200);
  await scanner.waitForLoadState('networkidle');
  assert.equal(scanner.url(), anna.url, 'no script goes on by itself');
  assert.deepEqual(await scanner.context().cookies(), []);
  assert.deepEqual(mailbox.mails.filter((mail) => CODE_MAIL.test(mail.subject)), []);
  await enterByLink(await newPage(), anna, mailbox);
});

story('five wrong codes use the code up, and the link still opens', { ...ONCE, demo: [] }, async ({ server, mailbox, newPage }) => {
  const [anna] = server.demo.links;
  const page = await newPage();
  page.allow(/(422|410).*\/code/);
  await page.goto(anna.url);
  await page.locator('main form button[type=submit]').first().click();
  const { text } = await mailbox.next({ to: anna.email, subject: CODE_MAIL });
  const wrong = text.includes('000000') ? '111111' : '000000';
  for (let i = 0; i < 4; i += 1) {
    await page.locator(CODE).fill(wrong);
    await page.locator(`form:has(${CODE}) button[type=submit]`).click();
    assert.match(await error(page), i === 3 ? /one/ : new RegExp(String(4 - i)));
  }
  await page.locator(CODE).fill(wrong);
  const [over] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.locator(`form:has(${CODE}) button[type=submit]`).click(),
  ]);
  assert.equal(over.status(), 410);
  await enterByLink(page, anna, mailbox);
});

story('a forwarded link is worth nothing without the mailbox', { ...ONCE, demo: [] }, async ({ server, mailbox, newPage }) => {
  const [anna] = server.demo.links;
  const stranger = await newPage();
  stranger.allow(/(401|422)/);
  await stranger.goto(anna.url);
  await stranger.locator('main form button[type=submit]').first().click();
  const { text } = await mailbox.next({ to: anna.email, subject: CODE_MAIL });
  // The code works only in the browser that asked for it.
  const other = await newPage();
  other.allow(/410/);
  await other.goto('/code');
  const answer = await other.request.post('/code', { form: { code: text.match(/\b\d{6}\b/)[0] } });
  assert.equal(answer.status(), 410);
  assert.equal((await stranger.goto('/me')).status(), 401);
});

story('"this is not me" ends the device and the link it came by', { ...ONCE, demo: [] }, async ({ server, mailbox, newPage }) => {
  const [anna] = server.demo.links;
  const thief = await newPage();
  await enterByLink(thief, anna, mailbox);
  const own = (await server.command('link', 'create', '--email', anna.email)).trim();
  const owner = await newPage();
  await enterByLink(owner, { ...anna, url: own }, mailbox);
  await owner.goto('/me');
  await owner.locator('.device-not-me summary').first().click();
  await owner.locator('.device-not-me button').first().click();
  await owner.waitForURL('**/me?done=not-me');
  await mailbox.next({ to: server.demo.staff.email, subject: anna.person });
  thief.allow(/(401|410)/);
  assert.equal((await thief.goto('/me')).status(), 401);
  assert.equal((await thief.goto(anna.url)).status(), 410);
  assert.equal((await owner.goto('/me')).status(), 200);
});

story('"this is not me" says what happened where one came by the same link', { ...ONCE, demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [anna] = server.demo.links;
  const thief = await newPage();
  await enterByLink(thief, anna, mailbox);
  const owner = await newPage();
  await enterByLink(owner, anna, mailbox);
  await owner.goto('/me');
  await owner.locator('.device-not-me summary').first().click();
  await owner.locator('.device-not-me button').first().click();
  await owner.waitForURL('**/me/not-me');
  const said = await owner.locator('main').innerText();
  assert.ok(said.includes(`${anna.email[0]}…@`) && !said.includes(anna.email), said);
  assert.match(said, /Mikko Kallio/, 'who was told');
  await check(owner);
  const { text: told } = await mailbox.next({ to: server.demo.staff.email, subject: anna.person });
  assert.match(told, /emailing a new link/, 'and nobody is asked to send one');
  const { text } = await mailbox.next({ to: anna.email, subject: /Your link to the plan/ });
  await enterByLink(owner, { ...anna, url: text.match(/https?:\S+\/in\/\S+/)[0] }, mailbox);
  assert.equal((await owner.goto('/me')).status(), 200);
  thief.allow(/401/);
  assert.equal((await thief.goto('/me/not-me')).status(), 401, 'the other device is told nothing');
});

story('going back to the code while one is in leads on', { ...ONCE, demo: [] }, async ({ server, mailbox, newPage }) => {
  const [anna] = server.demo.links;
  const page = await newPage();
  await enterByLink(page, anna, mailbox);
  assert.equal((await page.goto('/code')).status(), 200);
  assert.notEqual(new URL(page.url()).pathname, '/code');
});

story('opening a link where somebody else is in says so and signs them out', { ...ONCE, demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [anna] = server.demo.links;
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await mailbox.next({ to: server.demo.staff.email, subject: /New sign-in to your account/ });
  const before = await page.context().cookies();
  await page.goto(anna.url);
  assert.match(await page.locator('.notice').innerText(), /You are signed in as/);
  await check(page);
  await enterByLink(page, anna, mailbox);
  const left = await newPage();
  left.allow(/401/);
  await left.context().addCookies(before);
  assert.equal((await left.goto('/me')).status(), 401);
});

story('a link that is none of ours says so and offers another', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [anna] = server.demo.links;
  const page = await newPage();
  page.allow(/404.*\/in\//);
  assert.equal((await page.goto('/in/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status(), 404);
  await check(page);
  await page.locator('main a[href="/new-link"]').click();
  await check(page);
  const answers = [];
  for (const email of ['nobody@nowhere.example', anna.email]) {
    await page.goto('/new-link');
    await page.locator('input[type=email]').fill(email);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL('**/new-link?asked=yes');
    answers.push(await page.locator('main').innerText());
  }
  await check(page);
  assert.equal(answers[0], answers[1], 'the answer does not tell whether the address is known');
  const { text } = await mailbox.next({ to: anna.email, subject: /Your link to the plan/ });
  const [fresh] = text.match(/https?:\S+\/in\/\S+/);
  await enterByLink(page, { ...anna, url: fresh }, mailbox);
  await page.goto('/me');
  assert.equal(await page.locator('h1').innerText(), anna.person);
});

story('staff sets up a second factor, and comes in with it or with a recovery code', {}, async ({ server, newPage, check }) => {
  const olli = await addStaff(server, 'Olli Oja', 'admin');
  const page = await newPage();
  page.allow(/401.*second-factor/);
  page.allow(/422/);
  await page.goto('/me/second-factor');
  await page.locator('main a[href^="/sign-in?next="]').click();
  await check(page);
  await page.locator('input[autocomplete=username]').fill(olli.email);
  await page.locator('input[autocomplete=current-password]').fill('not the password');
  await page.locator('main form button[type=submit]').first().click();
  await error(page);
  await page.locator('input[autocomplete=current-password]').fill(olli.password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/me/second-factor');

  await page.locator('input[type=password]').fill(olli.password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/set-up');
  await page.locator('details summary').click();
  const secret = (await page.locator('.secret').innerText()).trim();
  await check(page);
  // The code of the step before: the present one is still fresh for signing in below. Shortly before a step ends
  // the next one is waited for, or the code would be two steps old when it arrives.
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 12_000) await page.waitForTimeout(left + 200);
  await page.locator(CODE).fill(authenticatorCode(secret, -1));
  await page.locator(`form:has(${CODE}) button[type=submit]`).click();
  const recovery = (await page.locator('.recovery li').first().innerText()).trim();
  await check(page);

  const asks = async () => {
    await page.goto('/me');
    await page.locator('form[action="/sign-out"] button').click();
    await signIn(page, olli);
    await page.waitForURL('**/sign-in/second-factor');
  };
  await asks();
  await check(page);
  await page.locator(CODE).fill('123 45');
  await page.locator(`form:has(${CODE}) button[type=submit]`).click();
  assert.match(await error(page), /4/);
  await page.locator(CODE).fill(authenticatorCode(secret, 1));
  await page.locator(`form:has(${CODE}) button[type=submit]`).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  await asks();
  await page.locator('details summary').click();
  await page.locator('input[name=recovery]').fill(recovery.toLowerCase());
  await page.locator('details button').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
});

story('an admin adds a colleague, who is mailed a link to choose a password by', {}, async ({ server, mailbox, newPage, check }) => {
  const olli = await addStaff(server, 'Olli Oja', 'admin', false);
  const page = await newPage();
  page.allow(/(409|410|422)/);
  await signIn(page, olli);
  await check(page);
  await page.locator('input[autocomplete=new-password]').fill('OlliOja2026!');
  await press(page, 'Save and sign in');
  assert.match(await error(page), /easy to guess/);
  await check(page);
  const once = page.url();
  await choosePassword(page);
  assert.equal(new URL(page.url()).pathname, '/me/second-factor', 'it is offered at the first sign-in');
  await check(page);
  await page.getByRole('link', { name: 'Not now' }).click();
  assert.equal((await page.goto(once)).status(), 410, 'the way is good once');
  await check(page);
  await page.goto('/staff');
  await check(page);
  await page.locator('a[href="/staff/new"]').click();
  await press(page, 'Add a colleague');
  await error(page);
  await check(page);
  await page.getByLabel('First and last name').fill('Pia Puro');
  await page.getByLabel('Email').fill('pia.puro@console.example');
  await page.getByLabel('Job title', { exact: true }).fill('Engineer');
  await page.locator('#own_password').fill(CHOSEN);
  await press(page, 'Add a colleague');
  await page.getByText('is on its way').waitFor();
  await check(page);

  const link = async (subject) => (await mailbox.next({ to: 'pia.puro@console.example', subject })).text.match(/https?:\S+\/sign-in\/choose\/\S+/)[0];
  const pia = await newPage();
  pia.allow(/(404|410|422)/);
  await pia.goto(await link(/Your account/));
  await check(pia);
  await choosePassword(pia, 'a long walk by the lake');
  assert.equal((await pia.goto('/staff')).status(), 404, 'only admins keep the staff');
  await pia.goto('/me');
  await pia.locator('form[action="/sign-out"] button').click();
  await pia.goto('/sign-in');
  await pia.getByRole('link', { name: 'Forgot your password?' }).click();
  await check(pia);
  for (const email of ['nobody@console.example', 'pia.puro@console.example']) {
    await pia.goto('/sign-in/forgot');
    await pia.locator('input[type=email]').fill(email);
    await press(pia, 'Email me a link');
    await pia.getByText('a link is on its way').waitFor();
  }
  await check(pia);
  await pia.goto(await link(/Choose a new password/));
  await choosePassword(pia, 'another walk by the sea');
  assert.equal((await pia.goto('/me')).status(), 200);

  await page.goto('/staff');
  await page.getByRole('link', { name: /Olli Oja/ }).last().click();
  await page.getByRole('link', { name: 'Remove access' }).click();
  await check(page);
  await page.locator('#own_password').fill(CHOSEN);
  await page.locator('button.danger').click();
  assert.match(await error(page), /last admin/);
  await check(page);
});

story(
  'where all staff must have a second factor, setting it up comes before anything else',
  { variables: { COPLAN_REQUIRE_SECOND_FACTOR: 'true' } },
  async ({ server, newPage, check }) => {
    const page = await newPage();
    await signIn(page, await addStaff(server, 'Olli Oja', 'admin'));
    for (const path of ['/', '/me', '/staff', '/customers']) {
      await page.goto(path);
      assert.equal(new URL(page.url()).pathname, '/me/second-factor');
    }
    await check(page);
  },
);

story('admins set up two-step sign-in before anything else, unless it is set otherwise', { ...ONCE, variables: { COPLAN_ADMIN_SECOND_FACTOR: 'required' } }, async ({ server, newPage, check }) => {
  const page = await newPage();
  await signIn(page, await addStaff(server, 'Olli Oja', 'admin'));
  await page.goto('/staff');
  assert.equal(new URL(page.url()).pathname, '/me/second-factor');
  assert.equal(await page.getByRole('link', { name: 'Not now' }).count(), 0);
  await check(page);
  const mikko = await newPage();
  await signIn(mikko, await addStaff(server, 'Mikko Kallio', 'manager'));
  await mikko.goto('/customers');
  assert.equal(new URL(mikko.url()).pathname, '/customers', 'it is asked of admins alone');
});

story('a stranger reads in the language that was chosen, and the first start says what to do', {}, async ({ server, newPage, check }) => {
  const page = await newPage();
  await page.goto('/');
  assert.match(await page.locator('main').innerText(), /coplan staff add/);
  await check(page);
  await press(page, 'Suomi');
  assert.equal(await page.locator('html').getAttribute('lang'), 'fi');
  await addStaff(server, 'Olli Oja', 'admin');
  await page.goto('/');
  assert.doesNotMatch(await page.locator('main').innerText(), /coplan staff add/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'fi');
  await check(page);
});
