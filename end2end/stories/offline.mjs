// What is written where there is no network waits in the browser and goes out once, in order, as the one who wrote it.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const scripted = SETTINGS.slice(0, 1);
const once = [{ name: 'whatever the browser', javaScript: true, width: 390 }];
const TITLE = 'Which weekend suits hall 3?';
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/;

const box = (page) => page.getByLabel(/everyone in this discussion/);
const waiting = (page, text) => page.locator('#unsent li', { hasText: text });
const texts = (page) => page.locator('#said .message .prose').allInnerTexts();

async function annaIn({ server, mailbox, newPage }) {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  anna.allow(NO_NETWORK);
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/threads`);
  await open(anna, () => anna.getByRole('link', { name: TITLE }).click());
  return { plan, anna, thread: new URL(anna.url()).pathname };
}

/** Goes to the discussion by `go` and waits until its stream is open: then everything on it works. */
async function open(page, go) {
  const stream = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/live');
  await go();
  await stream;
}

async function send(page, text) {
  await box(page).fill(text);
  await page.getByRole('button', { name: 'Send the reply' }).click();
}

async function sendOffline(page, text) {
  await send(page, text);
  await waiting(page, text).waitFor();
  assert.equal(await box(page).inputValue(), '');
}

const counted = async (page, text) => (await texts(page)).filter((it) => it.trim() === text).length;

story('two replies without a network outlive the browser and go out once, in order', { demo: [], settings: scripted }, async (told) => {
  const { anna, thread } = await annaIn(told);
  await anna.context().setOffline(true);
  await sendOffline(anna, 'The first word.');
  await sendOffline(anna, 'And the second.');
  assert.deepEqual((await anna.locator('#unsent .prose').allInnerTexts()).map((it) => it.trim()), ['The first word.', 'And the second.']);
  await waiting(anna, 'The first word.').getByText('Not sent yet').waitFor();
  await told.check(anna);
  // What is not meant any more is gone for good.
  await sendOffline(anna, 'Never mind.');
  await waiting(anna, 'Never mind.').getByRole('button', { name: 'Discard' }).click();
  await waiting(anna, 'Never mind.').waitFor({ state: 'detached' });

  const storageState = await anna.context().storageState();
  await anna.context().close();
  const again = await told.newPage({ storageState });
  await open(again, () => again.goto(thread));
  await again.locator('#said .message .prose', { hasText: 'And the second.' }).waitFor();
  const all = (await texts(again)).map((it) => it.trim());
  assert.deepEqual(all.slice(-2), ['The first word.', 'And the second.']);
  await again.locator('#unsent li').first().waitFor({ state: 'detached' });
  await again.reload();
  assert.equal(await counted(again, 'The first word.'), 1);
  assert.equal(await counted(again, 'Never mind.'), 0);
  await told.check(again);
});

story('when the network returns it goes out by itself, and two windows send it once', { demo: [], settings: once }, async (told) => {
  const { anna, thread } = await annaIn(told);
  const other = await anna.context().newPage();
  await open(other, () => other.goto(thread));
  await anna.context().setOffline(true);
  await sendOffline(anna, 'From the train.');
  // The other window shows it as well.
  await waiting(other, 'From the train.').waitFor();
  await anna.context().setOffline(false);
  for (const page of [anna, other]) {
    await page.locator('#said .message .prose', { hasText: 'From the train.' }).waitFor();
    await waiting(page, 'From the train.').waitFor({ state: 'detached' });
  }
  await anna.reload();
  assert.equal(await counted(anna, 'From the train.'), 1);
});

story('a line that breaks while the browser believes in it loses nothing', { demo: [], settings: once }, async (told) => {
  const { anna } = await annaIn(told);
  await anna.route('**/reply*', (route) => route.abort('connectionreset'));
  anna.allow(/ERR_CONNECTION_RESET/);
  await sendOffline(anna, 'In the tunnel.');
  await anna.unroute('**/reply*');
  await waiting(anna, 'In the tunnel.').getByRole('button', { name: 'Send now' }).click();
  await anna.locator('#said .message .prose', { hasText: 'In the tunnel.' }).waitFor();
  assert.equal(await counted(anna, 'In the tunnel.'), 1);
});

story('who is signed out meanwhile is told so, and it goes out after signing in again', { demo: [], settings: once }, async (told) => {
  const { server, mailbox, newPage } = told;
  const { anna, thread } = await annaIn(told);
  await anna.context().setOffline(true);
  await sendOffline(anna, 'Still mine.');
  const desk = await newPage();
  const [url] = (await server.command('link', 'create', '--email', 'anna.aho@lakeside.example')).match(/http\S+\/in\/\S+/);
  await enterByLink(desk, { url, email: 'anna.aho@lakeside.example' }, mailbox);
  await desk.goto('/me');
  await desk.locator('form[action$="/end"] button').first().click();
  await desk.waitForLoadState();
  await anna.context().setOffline(false);
  await anna.getByRole('alert').getByText('not signed in any more').waitFor();
  await waiting(anna, 'Still mine.').waitFor();
  await desk.goto(thread);
  assert.equal(await counted(desk, 'Still mine.'), 0);

  const [next] = (await server.command('link', 'create', '--email', 'anna.aho@lakeside.example')).match(/http\S+\/in\/\S+/);
  await enterByLink(anna, { url: next, email: 'anna.aho@lakeside.example' }, mailbox);
  await anna.goto(thread);
  await anna.locator('#said .message .prose', { hasText: 'Still mine.' }).waitFor();
  await desk.reload();
  assert.equal(await counted(desk, 'Still mine.'), 1);
});

story('nobody else at this browser sends it or sees it', { demo: [], settings: once }, async (told) => {
  const { server } = told;
  const { anna, thread } = await annaIn(told);
  await anna.route('**/reply*', (route) => route.abort('connectionreset'));
  anna.allow(/ERR_CONNECTION_RESET/);
  await sendOffline(anna, 'Between us.');
  // Somebody else signs in beside the open page, without signing her out.
  const mikko = await anna.context().newPage();
  await anna.context().clearCookies();
  await signIn(mikko, server.demo.staff);
  await open(mikko, () => mikko.goto(thread));
  assert.equal(await waiting(mikko, 'Between us.').count(), 0);
  await anna.unroute('**/reply*');
  const answer = anna.waitForResponse((it) => it.request().method() === 'POST');
  await waiting(anna, 'Between us.').getByRole('button', { name: 'Send now' }).click();
  assert.equal((await answer).status(), 401);
  await mikko.reload();
  assert.equal(await counted(mikko, 'Between us.'), 0);
  // Signing out forgets it as it forgets drafts.
  await mikko.goto('/me');
  await mikko.getByRole('button', { name: 'Sign out', exact: true }).click();
  await mikko.waitForLoadState();
  assert.equal(await mikko.evaluate(() => localStorage.length), 0);
});

story('a new discussion waits as well, and one goes back without finding sent words again', { demo: [], settings: once, whole: true }, async (told) => {
  const { anna, plan } = await annaIn(told);
  await send(anna, 'Sent for good.');
  await anna.locator('#said .message .prose', { hasText: 'Sent for good.' }).waitFor();
  await anna.goBack({ waitUntil: 'commit' });
  await anna.goForward({ waitUntil: 'commit' });
  assert.equal(await box(anna).inputValue(), '');
  assert.equal(await counted(anna, 'Sent for good.'), 1);

  await anna.goto(`${plan}/threads`);
  await anna.locator('main').getByRole('link', { name: /^Ask / }).first().click();
  await anna.getByLabel('Subject, in one line').fill('Parking in winter');
  await anna.getByLabel('Your message').fill('Where do the lorries go?');
  await anna.getByText('Draft saved in this browser.').waitFor();
  await anna.context().setOffline(true);
  await anna.getByRole('button', { name: 'Send', exact: true }).click();
  await waiting(anna, 'Parking in winter').waitFor();
  const taken = anna.waitForResponse((it) => it.request().method() === 'POST');
  await anna.context().setOffline(false);
  await taken;
  await waiting(anna, 'Parking in winter').waitFor({ state: 'detached' });
  await anna.goto(`${plan}/threads`);
  assert.equal(await anna.getByRole('link', { name: 'Parking in winter' }).count(), 1);
});
