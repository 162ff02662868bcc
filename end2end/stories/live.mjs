// A reply appears for whoever looks at the discussion, without a reload; and not any more for whoever may not be there.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { enterByLink, openMember, signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const scripted = SETTINGS.slice(0, 1);
const once = [{ name: 'whatever the browser', javaScript: true, width: 390 }];
const TITLE = 'Which weekend suits hall 3?';
const box = (page) => page.getByLabel(/everyone in this discussion/);
const said = (page, text) => page.locator('.message .prose', { hasText: text });

async function bothIn({ server, mailbox, newPage }) {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/threads`);
  const stream = anna.waitForResponse((answer) => new URL(answer.url()).pathname === '/live');
  await anna.getByRole('link', { name: TITLE }).click();
  assert.equal((await stream).status(), 200);
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(new URL(anna.url()).pathname);
  return { plan, anna, mikko, thread: new URL(anna.url()).pathname };
}

/** Opens a stream as a program does; `next(kind)` waits for the next event of that kind, `ended` for its end. */
async function open(server, cookies, thread, headers = {}) {
  const [, customer, , id] = thread.split('/').slice(1);
  const path = `/live?customer=${thread.split('/')[2]}&thread=${thread.split('/')[4]}&since=${Date.now()}`;
  assert.ok(customer && id);
  const stop = new AbortController();
  const answer = await ask(server, cookies, path, { headers, signal: stop.signal });
  if (answer.status !== 200) return { status: answer.status };
  assert.match(answer.headers.get('content-type'), /^text\/event-stream/);
  const events = [];
  const waiting = [];
  const ended = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const piece of answer.body) {
      text += decoder.decode(piece, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = Object.fromEntries(text.slice(0, end).split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]));
        text = text.slice(end + 2);
        // Without an id it tells of who is here, not of what was said.
        if (!event.event || !event.id) continue;
        (waiting.shift() ?? ((it) => events.push(it)))(event);
      }
    }
  })().catch((error) => assert.ok(stop.signal.aborted, error));
  const next = () => new Promise((resolve) => {
    if (events.length > 0) resolve(events.shift());
    else waiting.push(resolve);
  });
  return { status: 200, next, ended, close: () => stop.abort() };
}

const within = (ms, promise, what) => {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`${what} did not come within ${ms} ms`)), ms); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

async function reply(server, cookies, thread, text) {
  const page = await (await ask(server, cookies, thread)).text();
  const [, message] = page.match(/name="message" value="([0-9A-Z]{26})"/) ?? assert.fail('the reply has an id');
  const body = new URLSearchParams({ message, text, version: '1' });
  const answer = await ask(server, cookies, `${thread}/reply`, { method: 'POST', body });
  assert.equal(answer.status, 303);
}

for (const database of ['sqlite', 'postgres']) {
  story(`a reply appears on ${database} for the other side, which is not moved and loses no word`, { database, demo: [], settings: scripted }, async (told) => {
    const { anna, mikko, thread } = await bothIn(told);
    await box(anna).fill('I am still writing this.');
    const before = await box(anna).evaluate((it) => it.getBoundingClientRect().top);
    await box(mikko).fill('The crew can come on both.');
    await mikko.getByRole('button', { name: 'Send the reply' }).click();
    await said(anna, 'The crew can come on both.').waitFor();
    await anna.getByText('There is a new message.').waitFor({ state: 'attached' });
    assert.equal(await box(anna).inputValue(), 'I am still writing this.');
    const moved = await box(anna).evaluate((it) => it.getBoundingClientRect().top) - before;
    assert.ok(Math.abs(moved) < 400, `the reader was moved by ${moved} px`);
    await told.check(anna);
    // Who has seen the last message also answers it as such: nobody else was first.
    await anna.getByText('Mark as resolved').click();
    await anna.getByLabel('Outcome, in one line').fill('Both are fine.');
    await anna.getByRole('button', { name: 'Resolve', exact: true }).click();
    await anna.locator('.outcome', { hasText: 'Both are fine.' }).first().waitFor();
    await mikko.locator('.outcome', { hasText: 'Both are fine.' }).first().waitFor();
    assert.equal(new URL(mikko.url()).pathname, thread);
  });
}

story('a stream tells no more than which discussion, to those alone who may read it, and ends with the device', { database: 'postgres', demo: [], settings: once }, async (told) => {
  const { server, mailbox, newPage } = told;
  const { anna, mikko, thread } = await bothIn(told);
  await anna.goto('/me');
  const [annas, mikkos] = [await anna.context().cookies(), await mikko.context().cookies()];
  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  assert.equal((await open(server, await kaisa.context().cookies(), thread)).status, 404);
  assert.equal((await open(server, [], thread)).status, 401);
  const hers = await open(server, annas, thread);
  const ours = await open(server, mikkos, thread);

  // An internal note is told to colleagues alone.
  await mikko.goto(thread);
  await mikko.getByLabel('Note to colleagues').fill('Palokarki again.');
  await mikko.getByRole('button', { name: 'Save note' }).click();
  const noted = await within(2000, ours.next(), 'the note');
  assert.deepEqual([noted.event, noted.data], ['thread', thread.split('/')[4]]);
  const first = hers.next();
  const begun = Date.now();
  await reply(server, mikkos, thread, 'And this is for both.');
  const heard = await within(2000, first, 'the reply');
  const took = Date.now() - begun;
  told.diagnostic(`a reply is told ${took} ms after it was sent, its own time included`);
  assert.notEqual(heard.id, noted.id);
  assert.deepEqual(Object.keys(heard).sort(), ['data', 'event', 'id', 'retry']);

  // Whoever comes again after that one hears what was said meanwhile.
  hers.close();
  await reply(server, mikkos, thread, 'While nobody listened.');
  const again = await open(server, annas, thread, { 'last-event-id': heard.id });
  const missed = await within(2000, again.next(), 'what was missed');
  assert.notEqual(missed.id, heard.id);

  // The device is ended from another one.
  const other = await newPage();
  const [url] = (await server.command('link', 'create', '--email', 'anna.aho@lakeside.example')).match(/http\S+\/in\/\S+/);
  await enterByLink(other, { url, email: 'anna.aho@lakeside.example' }, mailbox);
  await other.goto('/me');
  await other.locator('form[action$="/end"] button').first().click();
  await other.waitForLoadState();
  await within(3000, again.ended, 'the end of the stream');
  assert.equal((await open(server, annas, thread)).status, 401);
});

story('one person has no more streams than so many, and the server stops while they are open', { demo: [], settings: once }, async (told) => {
  const { server } = told;
  const { anna, mikko, thread } = await bothIn(told);
  await anna.goto('/me');
  await mikko.goto('/me');
  const annas = await anna.context().cookies();
  const streams = [];
  for (let n = 0; n < 14; n += 1) streams.push(await open(server, annas, thread));
  const open_ = streams.filter(({ status }) => status === 200);
  assert.ok(open_.length <= 12 && streams.some(({ status }) => status === 503), streams.map(({ status }) => status).join());
  assert.equal((await open(server, await mikko.context().cookies(), thread)).status, 200, 'others have their own');
  const begun = Date.now();
  await server.stop?.();
  if (server.stop) assert.ok(Date.now() - begun < 5000, `it stopped after ${Date.now() - begun} ms`);
  else for (const stream of open_) stream.close();
});

story('whoever wrote last sees without a reload that it was read', { demo: [], settings: once }, async (told) => {
  const { anna, mikko, thread } = await bothIn(told);
  await box(anna).fill('The 12th, please.');
  await anna.getByRole('button', { name: 'Send the reply' }).click();
  await said(anna, 'The 12th, please.').waitFor();
  await mikko.goto(thread);
  await said(mikko, 'The 12th, please.').waitFor();
  await anna.getByText('Read by Mikko Kallio').waitFor({ timeout: 60_000 });
});

story('each side sees who else has the discussion open, if that one wants it', { demo: [], settings: scripted }, async (told) => {
  const { anna, mikko, thread } = await bothIn(told);
  const here = (page) => page.locator('.here');
  await here(anna).filter({ hasText: 'Mikko Kallio is reading this now.' }).waitFor();
  await here(mikko).filter({ hasText: 'Anna Aho is reading this now.' }).waitFor();
  await told.check(mikko);
  await mikko.goto('/me');
  await here(anna).waitFor({ state: 'detached' });
  await mikko.getByLabel('Show others when I have a discussion open').uncheck();
  await mikko.locator('section[aria-labelledby="h-settings"]').getByRole('button', { name: 'Save' }).click();
  await mikko.getByText('Your settings are saved.').waitFor();
  await told.check(mikko);
  const stream = mikko.waitForResponse((answer) => new URL(answer.url()).pathname === '/live');
  await mikko.goto(thread);
  await stream;
  await here(mikko).filter({ hasText: 'Anna Aho' }).waitFor();
  await anna.reload();
  assert.equal(await here(anna).count(), 0, 'who does not want to be seen is not');
});

story('who looks at a plan as a member makes that member no reader', { demo: [], settings: once }, async ({ server, newPage }) => {
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await openMember(mikko, plan, 'Anna Aho');
  await mikko.getByRole('button', { name: 'Preview as Anna Aho' }).click();
  await mikko.getByText('You see what Anna Aho sees.').waitFor();
  await mikko.goto(`${plan}/threads`);
  const stream = mikko.waitForResponse((answer) => new URL(answer.url()).pathname === '/live');
  await mikko.getByRole('link', { name: TITLE }).click();
  assert.equal((await stream).status(), 200);
  const saara = await newPage();
  await signIn(saara, { ...server.demo.staff, email: 'saara.lind@northline.example' });
  await saara.goto(new URL(mikko.url()).pathname);
  assert.equal(await saara.locator('.here').count(), 0);
});
