// Clients that go away, dawdle or never end: everybody else is served, and nothing that was acknowledged is lost.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, crawl } from '../../harness/crawl.mjs';
import { signIn, signInMany } from '../../harness/people.mjs';
import { IS_RELEASE } from '../../harness/server.mjs';
import { story } from '../../harness/story.mjs';
import { dial, status, written } from '../../harness/wire.mjs';

const ANY = [{ name: 'whatever the browser', javaScript: true, width: 1280 }];
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CONNECTIONS = 6;

/** What is answered; of a slower server than a release also to come again, which acknowledges nothing. */
const [READ, WRITTEN] = IS_RELEASE ? [[200], [303]] : [[200, 503], [303, 503]];

/** An id as a form would carry it. */
const newId = () => `01${[...randomBytes(24)].map((byte) => LETTERS[byte % 32]).join('')}`;

/** The same chances in every run. */
function chances(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Signs the manager in; gives the cookies and what there is to ask for. */
async function manager({ server, newPage }) {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  const cookies = await mikko.context().cookies();
  const [plan] = server.demo.plans;
  const text = await (await ask(server, cookies, plan)).text();
  const one = (pattern) => text.match(pattern)?.[0] ?? assert.fail(`the plan shows ${pattern}`);
  const thread = one(/\/c\/[0-9A-Z]+\/threads\/[0-9A-Z]{26}/);
  const project = one(/\/c\/[0-9A-Z]+\/projects\/[0-9A-Z]{26}/);
  return { cookies, plan, thread, project };
}

const form = (message, text) => new URLSearchParams({ message, text });

/** Every message of the discussion, as often as it stands there. */
async function messages(server, cookies, thread) {
  const pages = [...(await crawl(server, cookies, thread, `${thread}?`)).entries()];
  const found = pages.flatMap(([, text]) => [...text.matchAll(/<li [^>]*id="m-([0-9A-Z]{26})"/g)].map(([, id]) => id));
  return new Map(found.map((id) => [id, found.filter((other) => other === id).length]));
}

/** Holds what every discussion reads, so that whoever asks for one waits; `release()` lets them go on. */
async function holdDiscussions({ environment }) {
  const psql = spawn('psql', [environment.COPLAN_DATABASE_URL, '--quiet', '--no-align', '--tuples-only'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  psql.stdout.on('data', (words) => (said += words));
  const tell = async (sql) => {
    const before = said.length;
    psql.stdin.write(`${sql}; select 'done';\n`);
    while (!said.slice(before).includes('done')) await pause(5);
    return said.slice(before).trim().split('\n')[0];
  };
  await tell('begin; lock table message in access exclusive mode');
  const waiting = `select count(*) from pg_locks where not granted and relation = 'message'::regclass`;
  return {
    waiting: async () => Number(await tell(waiting)),
    release: async () => {
      await tell('commit');
      psql.stdin.end();
    },
  };
}

/** Waits until it holds, for seconds at most. */
async function until(holds, seconds, what) {
  for (const begun = Date.now(); Date.now() - begun < seconds * 1000; await pause(20)) if (await holds()) return;
  assert.fail(`${what} within ${seconds} s`);
}

for (const database of ['sqlite', 'postgres']) {
  const variables = { COPLAN_DATABASE_CONNECTIONS: `${CONNECTIONS}` };
  story(`requests that are broken off cost no acknowledged reply and no connection, on ${database}`, { database, demo: [], settings: ANY, variables }, async (told) => {
    const { server } = told;
    const { cookies, plan, thread, project } = await manager(told);
    const pages = [plan, thread, project, '/customers', `${plan}/invoices`];
    const writers = await signInMany(server, 16);
    const chance = chances(20261122);
    const before = await server.memory();
    const acknowledged = [];
    const tried = [];
    let left = 2_000;
    const client = async () => {
      while (left-- > 0) {
        const line = dial(server.address);
        const patience = chance() < 0.4 ? null : chance() * 30;
        const message = chance() < 0.3 ? newId() : null;
        const page = pages[Math.floor(chance() * pages.length)];
        const request = message
          ? written('POST', `${thread}/reply`, { cookies: writers[left % writers.length], body: `${form(message, `word ${left}`)}` })
          : written('GET', page, { cookies });
        if (message) tried.push(message);
        const cut = Math.floor(chance() * request.length);
        await line.opened;
        line.say(request.slice(0, cut));
        if (chance() < 0.5) await pause(chance() * 4);
        line.say(request.slice(cut));
        if (patience === null) await line.answered;
        else await Promise.race([line.answered, pause(patience)]);
        const got = status(line.heard);
        const fine = message ? WRITTEN : READ;
        if (patience === null || got) assert.ok(fine.includes(got), `${got}: ${line.heard.slice(0, 400)}`);
        if (message && got === 303) acknowledged.push(message);
        line.leave();
      }
    };
    await Promise.all(Array.from({ length: 40 }, client));
    assert.ok(acknowledged.length > 200 && acknowledged.length < tried.length, `${acknowledged.length} of ${tried.length} replies`);

    const found = await messages(server, cookies, thread);
    assert.deepEqual(acknowledged.filter((id) => found.get(id) !== 1), [], 'acknowledged, and not there once');
    assert.deepEqual(tried.filter((id) => found.get(id) > 1), [], 'said twice');
    assert.doesNotMatch(server.log, /panicked/);
    const grown = (await server.memory()) - before;
    assert.ok(grown < (IS_RELEASE ? 150 : 300), `it takes ${Math.round(grown)} MB more than before`);

    const all = Array.from({ length: 2 * CONNECTIONS }, () => thread);
    if (database === 'postgres') {
      const held = await holdDiscussions(server);
      const answers = Promise.all(all.map((path) => ask(server, cookies, path)));
      await until(async () => (await held.waiting()) === CONNECTIONS, 3, `${CONNECTIONS} connections at work at once`);
      await held.release();
      for (const { status } of await answers) assert.ok(READ.includes(status), `${status}`);
    } else {
      // With a connection lost the last of these would wait for ever.
      const answers = await Promise.all(all.map(() => ask(server, cookies, `${thread}/reply`, { method: 'POST', body: form(newId(), 'at once') })));
      assert.deepEqual(answers.map(({ status }) => status), all.map(() => 303));
    }
  });
}

story('whoever dawdles is ended, and nobody else waits for it', { demo: [], settings: ANY }, async (told) => {
  const { server } = told;
  const { cookies, plan, thread } = await manager(told);
  const begun = Date.now();
  const seconds = () => (Date.now() - begun) / 1000;
  const many = (count, say) =>
    Array.from({ length: count }, () => {
      const line = dial(server.address);
      say(line);
      return line;
    });
  const drip = async (line, words) => {
    for (const letter of words) {
      if (line.socket.destroyed) return;
      line.say(letter);
      await pause(1000);
    }
  };
  const silent = [];
  // No more at once than the kernel queues: of what it drops a silent client never hears.
  while (silent.length < 1000) {
    const some = many(100, () => {});
    await Promise.all(some.map((line) => line.opened));
    silent.push(...some);
  }
  const heads = many(20, (line) => drip(line, written('GET', plan, { cookies })));
  const endless = { cookies, body: 'text=the+first+words', length: 1000 };
  const bodies = many(10, (line) => line.say(written('POST', `${thread}/reply`, endless)));
  const drops = many(10, (line) => {
    line.say(written('POST', `${thread}/reply`, endless));
    drip(line, 'x'.repeat(100));
  });
  // Files from a poor line: none of the pauses is long, all of it takes longer than any page may.
  const part = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.xml"\r\n\r\n<Letter/>\r\n';
  const pieces = 6;
  const files = { cookies, type: 'multipart/form-data; boundary=b', length: part.length * pieces + '--b--\r\n'.length };
  const [upload] = many(1, async (line) => {
    line.say(written('POST', '/invoices/new', files));
    for (let piece = 0; piece < pieces; piece++) {
      await pause(4_000);
      line.say(part);
    }
    line.say('--b--\r\n');
  });

  for (let round = 0; round < 5; round++) {
    const asked = Date.now();
    assert.equal((await ask(server, cookies, plan)).status, 200);
    assert.ok(Date.now() - asked < 2_000, `a page took ${Date.now() - asked} ms`);
  }
  await Promise.all([...silent, ...heads].map((line) => line.closed));
  assert.ok(seconds() < 15, `heads and silence were ended after ${seconds()} s`);
  const answers = await Promise.all([...bodies, ...drops].map((line) => line.closed));
  assert.ok(seconds() < 28, `bodies were ended after ${seconds()} s`);
  assert.deepEqual(answers.map(status).filter((it) => it !== 408), []);
  assert.match(answers[0], /It did not arrive in time/);
  assert.equal(status(await upload.answered), 303, upload.heard.slice(0, 400));
  assert.ok(seconds() > 22, `the files took only ${seconds()} s`);
  upload.leave();
  assert.doesNotMatch(server.log, /panicked/);
});

story('a head without an end is refused before a stranger makes the server hold much of it', { settings: ANY }, async ({ server }) => {
  const answered = async (cookie) => {
    const line = dial(server.address);
    line.say(`GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: a=${cookie}\r\n\r\n`);
    return status(await line.answered);
  };
  assert.equal(await answered('x'.repeat(40 * 1024)), 200);
  assert.equal(await answered('x'.repeat(200 * 1024)), 431);
});

for (const database of ['sqlite', 'postgres']) {
  story(`a server that is told to stop finishes what it has begun, on ${database}`, { database, demo: [], settings: ANY }, async (told) => {
    const { server } = told;
    const { cookies, plan, thread } = await manager(told);
    const resting = dial(server.address);
    resting.say(written('GET', plan, { cookies }));
    assert.equal(status(await resting.answered), 200);
    const silent = dial(server.address);
    await silent.opened;

    // The server asks for the body only once it works on the request.
    const message = newId();
    const body = `${form(message, 'at the very end')}`;
    const writer = dial(server.address);
    const head = written('POST', `${thread}/reply`, { cookies, length: body.length });
    writer.say(head.replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n'));
    assert.equal(status(await writer.answered), 100, 'the body is asked for');
    writer.say(body.slice(0, 20));
    const reader = database === 'postgres' ? { line: dial(server.address), held: await holdDiscussions(server) } : null;
    reader?.line.say(written('GET', thread, { cookies }));
    if (reader) await until(async () => (await reader.held.waiting()) === 1, 3, 'a request is at work');

    const end = server.stop();
    await until(async () => !(await dial(server.address).opened), 5, 'new connections are refused');
    await Promise.all([resting.closed, silent.closed]);
    if (reader) {
      await reader.held.release();
      assert.equal(status(await reader.line.closed), 200, 'what was asked for before is answered');
    }
    writer.heard = '';
    writer.say(body.slice(20));
    assert.equal(status(await writer.closed), 303, 'what was on its way is taken in');
    assert.equal(await end, 0, server.log);

    await server.start();
    assert.equal((await messages(server, cookies, thread)).get(message), 1);
  });
}

story('what never ends keeps no server from stopping', { demo: [], settings: ANY }, async (told) => {
  const { server } = told;
  const { cookies, thread } = await manager(told);
  const stuck = dial(server.address);
  stuck.say(written('POST', `${thread}/reply`, { cookies, length: 1000 }).replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n'));
  assert.equal(status(await stuck.answered), 100, 'the server waits for the body');
  const begun = Date.now();
  assert.equal(await server.stop(), 0, server.log);
  assert.ok(Date.now() - begun < 12_000, `it took ${Date.now() - begun} ms`);
  stuck.leave();
});
