// The plug is pulled while people write: whatever was acknowledged is there afterwards.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { ask, crawl } from '../harness/crawl.mjs';
import { signIn, signInMany } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const ONCE = [{ name: 'whatever the browser', javaScript: true, width: 1280 }];
const WRITES = 1000;
const AT_ONCE = 8;
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id as a form would carry it. */
const newId = () => `01${[...randomBytes(24)].map((byte) => LETTERS[byte % 32]).join('')}`;

for (const database of ['sqlite', 'postgres']) {
  story(`no acknowledged reply is lost when the process is killed, on ${database}`, { database, demo: [], settings: ONCE }, async ({ server, newPage }) => {
    const mikko = await newPage();
    await signIn(mikko, server.demo.staff);
    const cookies = await mikko.context().cookies();
    const plan = await (await ask(server, cookies, server.demo.plans[0])).text();
    const [thread] = plan.match(/\/c\/[0-9A-Z]+\/threads\/[0-9A-Z]{26}/) ?? assert.fail('the plan shows a thread');

    const writers = await signInMany(server, 16);
    const kept = [];
    let next = 0;
    const write = async () => {
      while (next < WRITES) {
        const writer = writers[next % writers.length];
        const text = `word ${next++} ${newId()}`;
        const body = new URLSearchParams({ message: newId(), text });
        const answer = await ask(server, writer, `${thread}/reply`, { method: 'POST', body }).catch(() => null);
        if (answer?.status === 303) kept.push(text);
        else if (answer) assert.fail(`a reply was answered with ${answer.status}`);
        else return;
        if (kept.length === WRITES / 2) await server.kill();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, write));
    assert.ok(kept.length >= WRITES / 2 && kept.length < WRITES, `${kept.length} replies were acknowledged before the end`);

    await server.start();
    const pages = [...(await crawl(server, cookies, thread, `${thread}?`)).entries()];
    const all = pages.map(([, text]) => text).join();
    assert.deepEqual(kept.filter((text) => !all.includes(text)), [], 'acknowledged and lost');
    assert.match(await server.command('check'), /sound/);
  });
}
