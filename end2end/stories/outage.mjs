// The database goes away or takes nothing in: everybody is told what happened, and what was written is not lost.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ask } from '../harness/crawl.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const execute = promisify(execFile);
const NARROW = [{ name: 'at 320 px, read by axe', javaScript: true, width: 320, axe: true }];
const ANY = [{ name: 'whatever the browser', javaScript: true, width: 1280 }];
const SOON = 5_000;
// How a database speaks of itself; none of it may reach a browser.
const INSIDE = /sqlx|postgres|sqlite|pool timed out|connection refused|os error|error returned|read-?only|\(code/i;
const times = (text, words) => text.split(words).length - 1;

/** Asks, and expects a page that tells of the outage: soon, and in the reader's words only. */
async function outageAt(server, cookies, path, options) {
  const begun = Date.now();
  const answer = await ask(server, cookies, path, options);
  const text = await answer.text();
  assert.equal(answer.status, 503, `${path}: ${text.slice(-2000)}`);
  assert.ok(Date.now() - begun < SOON, `${path} took ${Date.now() - begun} ms`);
  assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/, path);
  assert.match(text, /<h1>/, path);
  assert.doesNotMatch(text, INSIDE, path);
  return text;
}

/** Brings the member to the first discussion of its plan. */
async function inDiscussion({ server, mailbox, newPage }) {
  const [plan] = server.demo.plans;
  const member = await newPage();
  await enterByLink(member, server.demo.links[0], mailbox);
  await member.goto(`${plan}/threads`);
  await member.locator('main a[href*="/threads/0"]').first().click();
  await member.getByLabel(/everyone in this discussion/).waitFor();
  return { plan, member, thread: new URL(member.url()).pathname, cookies: await member.context().cookies() };
}

/** Sends a reply into an outage: it comes back as it was typed, as often as it is tried. */
async function sendInVain({ member, check, title, words }) {
  await member.getByLabel(/everyone in this discussion/).fill(words);
  await member.getByRole('button', { name: 'Send the reply' }).click();
  for (let tries = 0; tries < 2; tries++) {
    await member.getByRole('heading', { level: 1, name: title }).waitFor();
    assert.equal(await member.getByLabel('What you wrote').inputValue(), words);
    const { width } = await member.locator('main form').boundingBox();
    assert.ok(width > 250, `the form is ${width} px wide`);
    if (tries === 0) {
      await check(member);
      await member.getByRole('button', { name: 'Send again' }).click();
      await member.waitForLoadState();
    }
  }
}

/** Sends it again from the page where it waits, and once more as an impatient reader would. */
async function sendAtLast({ server, member, thread, cookies, words }) {
  const body = new URLSearchParams(await member.locator('main form').evaluate((form) => [...new FormData(form).entries()]));
  await member.getByRole('button', { name: 'Send again' }).click();
  await member.locator('.message .prose', { hasText: 'gate 2' }).waitFor();
  assert.equal(new URL(member.url()).pathname, thread);
  assert.equal((await ask(server, cookies, `${thread}/reply`, { method: 'POST', body })).status, 303);
  const text = await (await ask(server, cookies, thread)).text();
  assert.equal(times(text, 'gate 2 at six'), 1, 'it was said once');
  assert.equal(times(text, `id="m-${body.get('message')}"`), 1);
  assert.equal(times(words, '\n'), 1, 'the words had two lines');
}

story('a PostgreSQL that stops and starts costs no word and no restart', { database: 'own postgres', demo: [], settings: NARROW }, async (told) => {
  const { server, check } = told;
  const { pid } = server;
  const { plan, member, thread, cookies } = await inDiscussion(told);
  // So that there are idle connections to die.
  await Promise.all(Array.from({ length: 30 }, () => ask(server, cookies, plan)));

  await server.cluster.stop();
  const words = 'The guard opens\ngate 2 at six & "rings" <twice>.';
  const paths = ['/', plan, thread, '/me', '/customers'];
  const pages = await Promise.all(paths.map((path) => outageAt(server, cookies, path)));
  assert.ok(pages[1].includes(`href="${plan}"`), 'the same page can be tried again');
  // What is no page is none with a database or without.
  const unknown = await ask(server, cookies, '/there-is-no-such-page');
  assert.ok([404, 503].includes(unknown.status), `an unknown page: ${unknown.status}`);
  const health = await fetch(`${server.address}/healthz`);
  assert.equal(health.status, 503);
  assert.doesNotMatch(await health.text(), INSIDE);
  // Nobody can say now who the reader is, but the browser says what it reads.
  const device = cookies.filter(({ name }) => name !== 'coplan-language');
  const swedish = await outageAt(server, device, plan, { headers: { 'accept-language': 'sv' } });
  assert.match(swedish, /Försök igen/);
  member.allow(/503/);
  await sendInVain({ member, check, title: 'We cannot reach our data right now', words });
  await outageAt(server, [], '/sign-in', { method: 'POST', body: new URLSearchParams({ email: 'mikko@northline.example', password: 'Xyzzy' }) }).then(
    (page) => {
      assert.ok(page.includes('mikko@northline.example') && !page.includes('Xyzzy'), 'the address comes back, the password does not');
      assert.match(page, /enter them once more/, 'and is asked for');
      assert.doesNotMatch(page, /Everything you sent is here/);
    },
  );

  await server.cluster.start();
  const first = await Promise.all(Array.from({ length: 30 }, () => ask(server, cookies, thread)));
  assert.deepEqual(first.map((answer) => answer.status).filter((status) => status !== 200), [], 'nobody finds a dead connection');
  assert.equal((await fetch(`${server.address}/healthz`)).status, 200);
  await sendAtLast({ server, member, thread, cookies, words });
  const staff = await told.newPage();
  await signIn(staff, server.demo.staff);
  assert.equal(server.pid, pid);
  assert.doesNotMatch(server.log, /panicked/);
});

// What keeps each database from taking anything in, and what lets it again.
const CLOSED = {
  // The log of changes may not grow: the write fails as on a full disk.
  sqlite: {
    close: ({ pid }) => execute('prlimit', ['--pid', `${pid}`, '--fsize=4096:unlimited']),
    open: ({ pid }) => execute('prlimit', ['--pid', `${pid}`, '--fsize=unlimited:unlimited']),
  },
  // As a server that has become the copy of another one.
  postgres: {
    close: (server) => readOnly(server, 'on'),
    open: (server) => readOnly(server, 'off'),
  },
};

async function readOnly({ environment }, now) {
  const address = new URL(environment.COPLAN_DATABASE_URL);
  const name = address.pathname.slice(1);
  const others = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`;
  const sql = [`set default_transaction_read_only = off`, `alter database ${name} set default_transaction_read_only = ${now}`, others];
  await execute('psql', [address.href, '--quiet', ...sql.flatMap((it) => ['--command', it])]);
}

for (const [database, { close, open }] of Object.entries(CLOSED)) {
  story(`while ${database} takes nothing in, reading goes on and what is written comes back`, { database, demo: [], settings: NARROW }, async (told) => {
    const { server, check } = told;
    const { plan, member, thread, cookies } = await inDiscussion(told);
    await close(server);
    const words = 'The guard opens\ngate 2 at six.';
    member.allow(/503/);
    await sendInVain({ member, check, title: 'Nothing can be saved right now', words });
    for (const path of [plan, thread, `${plan}/threads`, '/me']) {
      const begun = Date.now();
      assert.equal((await ask(server, cookies, path)).status, 200, path);
      assert.ok(Date.now() - begun < 2_000, `${path} took ${Date.now() - begun} ms`);
    }
    const body = new URLSearchParams({ message: '01KQY2A6CE9KAWJG35W6NDN9GC', text: words });
    assert.match(await outageAt(server, cookies, `${thread}/reply`, { method: 'POST', body }), /gate 2 at six/);
    assert.equal((await fetch(`${server.address}/healthz`)).status, 200, 'it answers those who watch over it');

    await open(server);
    await sendAtLast({ server, member, thread, cookies, words });
    assert.match(await server.command('check'), /sound/);
    assert.doesNotMatch(server.log, /panicked/);
  });
}

story('a database that cannot be used is named before anybody is served', { settings: ANY }, async ({ server }) => {
  assert.equal(await server.stop(), 0);
  const file = server.environment.COPLAN_DATABASE_URL;
  const refused = async (url) => {
    server.environment.COPLAN_DATABASE_URL = url;
    const begun = Date.now();
    const { code, stderr } = await server.command('serve').then(() => assert.fail('it serves'), (error) => error);
    assert.equal(code, 1);
    assert.ok(Date.now() - begun < SOON, `it took ${Date.now() - begun} ms`);
    const [sentence, ...more] = stderr.trim().split('\n');
    assert.deepEqual(more, [], 'one sentence says it');
    return sentence;
  };
  assert.match(await refused(`${file}?mode=ro`), /COPLAN_DATABASE_URL: the database can be read but not written/);
  assert.match(await refused('sqlite:/no/such/folder/coplan.db'), /COPLAN_DATABASE_URL: the file \/no\/such\/folder\/coplan\.db cannot be opened/);
  assert.match(await refused('postgres://nobody@127.0.0.1:1/nothing'), /COPLAN_DATABASE_URL: the database nothing on 127\.0\.0\.1:1 cannot be opened: .*refused/);
  assert.match(await refused('mysql://127.0.0.1/nothing'), /COPLAN_DATABASE_URL: the database address must begin with/);
});
