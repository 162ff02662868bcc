// Strangers and one customer's people ask for as much as they can: memory has a bound, and everybody else is answered.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../harness/crawl.mjs';
import { signIn, signInMany } from '../../harness/people.mjs';
import { IS_RELEASE } from '../../harness/server.mjs';
import { story } from '../../harness/story.mjs';
import { dial, status, written } from '../../harness/wire.mjs';

const ANY = [{ name: 'whatever the browser', javaScript: true, width: 1280 }];
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id as a form would carry it. */
const newId = () => `01${[...randomBytes(24)].map((byte) => LETTERS[byte % 32]).join('')}`;

/** How much memory, in megabytes, and how many milliseconds an attack may cost; the first are those of the product. */
const [ROOM, PATIENCE] = IS_RELEASE ? [100, 1000] : [200, 2000];

/** Does `attack`; meanwhile memory grows and the health check waits no more than that. */
async function withstands(server, attack) {
  const before = await server.memory();
  let over = false;
  let [grown, slowest] = [0, 0];
  const watch = async () => {
    while (!over) {
      const asked = Date.now();
      assert.equal((await fetch(new URL('/healthz', server.address))).status, 200);
      slowest = Math.max(slowest, Date.now() - asked);
      grown = Math.max(grown, (await server.memory()) - before);
      await pause(50);
    }
  };
  const watching = watch();
  try {
    await attack();
  } finally {
    over = true;
    await watching;
  }
  assert.ok(grown < ROOM, `it took ${Math.round(grown)} MB more`);
  assert.ok(slowest < PATIENCE, `the health check took ${slowest} ms`);
  assert.doesNotMatch(server.log, /panicked/);
}

story('two hundred strangers with five megabytes each are refused before they are held', { settings: ANY }, async ({ server }) => {
  const body = 'x'.repeat(4_990_000);
  for (const path of ['/nowhere', '/sign-in', '/c/01KQY2A6CE9KAWJG35W6NDN9GC/threads/01KQY2A6CE9KAWJG35W6NDN9GC/reply']) {
    await withstands(server, async () => {
      const lines = Array.from({ length: 200 }, () => dial(server.address));
      for (const line of lines) line.say(written('POST', path, { length: body.length }));
      await Promise.all(lines.map(async (line) => {
        line.say(body);
        await Promise.race([line.answered, pause(20_000)]);
        assert.ok(![200, 303].includes(status(line.heard)), line.heard.slice(0, 200));
        assert.ok(line.heard.length < 40_000, 'nothing of it comes back');
        line.leave();
      }));
    });
  }
});

story('eighty who read nothing of a long page hold no more than one of them may', { demo: [], settings: ANY }, async ({ server, newPage }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  const cookies = await mikko.context().cookies();
  const plan = await (await ask(server, cookies, server.demo.plans[0])).text();
  const [thread] = plan.match(/\/c\/[0-9A-Z]+\/threads\/[0-9A-Z]{26}/) ?? assert.fail('the plan shows a thread');
  // More than comes back, the most that comes back of a form that is too long, and the most that a page itself refuses.
  const forms = [
    ['/me/password', `text=${'%22'.repeat(900_000)}`, 413],
    ['/me/password', `text=${'%22'.repeat(150_000)}${'a'.repeat(1_100_000)}`, 413],
    [`${thread}/reply`, `message=${newId()}&text=${'%22'.repeat(400_000)}`, 422],
  ];
  for (const [path, body, expected] of forms) {
    const answer = await ask(server, cookies, path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    assert.equal(answer.status, expected, path);
    await answer.text();
    await withstands(server, async () => {
      const lines = Array.from({ length: 80 }, () => dial(server.address));
      for (const line of lines) {
        line.socket.pause();
        line.say(written('POST', path, { cookies, body }));
      }
      await pause(5_000);
      for (const line of lines) line.leave();
    });
  }
});

story('a discussion of sixty long messages stalls nobody', { demo: [], settings: ANY }, async ({ server, newPage }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  const cookies = await mikko.context().cookies();
  const plan = await (await ask(server, cookies, server.demo.plans[0])).text();
  const [thread] = plan.match(/\/c\/[0-9A-Z]+\/threads\/[0-9A-Z]{26}/) ?? assert.fail('the plan shows a thread');
  const writers = await signInMany(server, 2);
  for (let n = 0; n < 60; n += 1) {
    const body = new URLSearchParams({ message: newId(), text: '‹'.repeat(20_000) });
    assert.equal((await ask(server, writers[n % 2], `${thread}/reply`, { method: 'POST', body })).status, 303);
  }
  await withstands(server, async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(server, cookies, thread)));
    for (const answer of answers) assert.ok([200, 503].includes(answer.status), `${answer.status}`);
    const read = answers.filter(({ status }) => status === 200);
    assert.ok(read.length >= 4, `${read.length} were answered`);
    for (const answer of read) assert.ok((await answer.text()).length < 1_000_000, 'a page has a bound');
  });
});
