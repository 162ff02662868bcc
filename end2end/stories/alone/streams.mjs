// Two thousand people have a plan open: each hears of a change, and the process stays small.

import assert from 'node:assert/strict';
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { story } from '../../harness/story.mjs';
import { enterByLink, signIn } from '../../harness/people.mjs';

const once = [{ name: 'whatever the browser', javaScript: true, width: 1280 }];
const STREAMS = 2_000;
/** So many streams one person may have. */
const EACH = 12;
/** Megabytes, beside what the process takes without them. */
const MEMORY = 100;

/** Devices for as many members as it takes, each as the given one; gives what each watches with its cookie. */
async function devices({ server, cookie }, count) {
  const rows = await server.sql(`
    with chosen as (
      select m.person_id, m.customer_id, row_number() over (order by m.id) as n from membership m
      join customer c on c.id = m.customer_id where m.ended_at is null and c.ended_at is null limit ${count}
    ), made as (
      insert into device (id, person_id, link_id, secret_hash, label, created_at, seen_at, ends_at, proved_at, browser)
      select 'D' || lpad(n::text, 25, '0'), person_id, null, encode(sha256(convert_to('stream-' || n, 'UTF8')), 'hex'), 'Test',
        now_ms, now_ms, now_ms + 86400000, now_ms, 'D' || lpad(n::text, 25, '0')
      from chosen cross join (select (extract(epoch from now()) * 1000)::bigint as now_ms) t returning person_id
    )
    select n || ' ' || customer_id from chosen, (select count(*) from made) t order by n`);
  const [name] = cookie;
  return rows.map((row) => row.split(' ')).map(([n, customer]) => ({ customer, cookie: `${name}=stream-${n}` }));
}

/** Opens a stream; gives how often it has told something. */
function open(server, agent, { customer, cookie }) {
  return new Promise((resolve, reject) => {
    const stream = { told: 0 };
    const asked = get(`${server.address}/live?customer=${customer}&since=${Date.now()}`, { agent, headers: { cookie } }, (answer) => {
      stream.close = () => asked.destroy();
      if (answer.statusCode !== 200) return reject(new Error(`status ${answer.statusCode}`));
      answer.on('data', (piece) => (stream.told += String(piece).split('event: plan').length - 1));
      answer.on('error', () => {});
      return resolve(stream);
    });
    asked.on('error', reject);
  });
}

story('2,000 streams are open at the same time', { database: 'postgres', bulk: { customers: 200, messages: 1_000 }, settings: once }, async (told) => {
  const { server, newPage, mailbox } = told;
  const member = await newPage();
  await enterByLink(member, server.demo.links[0], mailbox);
  const [{ name }] = (await member.context().cookies()).filter(({ name }) => name.endsWith('coplan'));
  const readers = await devices({ server, cookie: [name] }, Math.ceil(STREAMS / EACH));
  assert.equal(readers.length, Math.ceil(STREAMS / EACH));
  const agent = new Agent({ maxSockets: Infinity });
  const before = await server.memory();
  const streams = [];
  for (let n = 0; n < STREAMS; n += 50) {
    const some = Array.from({ length: Math.min(50, STREAMS - n) }, (_, at) => open(server, agent, readers[(n + at) % readers.length]));
    streams.push(...(await Promise.all(some)));
  }
  await pause(2_000);
  const taken = (await server.memory()) - before;
  told.diagnostic(`${STREAMS} streams take ${taken.toFixed(1)} MB beside ${before.toFixed(1)} MB`);
  assert.ok(taken < MEMORY, `${taken} MB`);
  for (const { close } of streams) close();
});
