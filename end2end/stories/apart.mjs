// Nobody sees across: another customer's things are not there, and what is internal never reaches a member.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, crawl } from '../harness/crawl.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const ONCE = [{ name: 'whatever the browser', javaScript: true, width: 390 }];
const SOURCES = fileURLToPath(new URL('../../app/src', import.meta.url));
const NOBODYS = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** Every address that the sources name, as in `/c/{customer}/threads/{thread}`. */
async function addresses() {
  const files = (await readdir(SOURCES, { recursive: true })).filter((file) => file.endsWith('.rs'));
  const texts = await Promise.all(files.map((file) => readFile(join(SOURCES, file), 'utf8')));
  const routes = texts.flatMap((text) => [...text.matchAll(/\.route\(\s*"([^"]+)"/g)].map(([, path]) => path));
  return [...new Set(routes)];
}

const pattern = (address) => new RegExp(`^${address.replaceAll(/\{[^}]+\}/g, '[^/?]+')}$`);

for (const database of ['sqlite', 'postgres']) {
  story(`another customer's addresses are not there, on ${database}`, { database, demo: [], settings: ONCE }, async ({ server, mailbox, newPage }) => {
    const anna = await newPage();
    await enterByLink(anna, server.demo.links[0], mailbox);
    const annas = await anna.context().cookies();
    const mikko = await newPage();
    await signIn(mikko, server.demo.staff);
    const mikkos = await mikko.context().cookies();

    const foreign = server.demo.plans[1];
    // What really is there under the other customer, seen by staff; and what could be, under ids of nobody.
    const real = [...(await crawl(server, mikkos, foreign)).keys()].map((path) => path.split('?')[0]);
    const theirs = (await addresses()).filter((address) => address.startsWith('/c/{customer}'));
    assert.ok(theirs.length > 10, `the sources name ${theirs.length} addresses of customers`);
    const tried = new Set(theirs.flatMap((address) => {
      const made = address.replace('/c/{customer}', foreign).replaceAll(/\{[^}]+\}/g, NOBODYS);
      return [made, ...real.filter((path) => path.startsWith(foreign) && pattern(address).test(path))];
    }));
    const wrong = [];
    for (const path of tried) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        const body = method === 'POST' ? { body: 'text=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } } : {};
        const answer = await ask(server, annas, path, { method, ...body });
        // A form that is not even read is refused before anybody is asked whose it is; it tells nothing either.
        const allowed = method === 'POST' ? [404, 400] : [404];
        if (!allowed.includes(answer.status)) wrong.push(`${method} ${path}: ${answer.status}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
}

story('what is internal reaches no member, on any page', { demo: [], settings: ONCE }, async ({ server, mailbox, newPage }) => {
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const pages = await crawl(server, await anna.context().cookies(), '/');
  assert.ok(pages.size > 8, `the member reached ${pages.size} pages`);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  const inside = [...(await crawl(server, await mikko.context().cookies(), server.demo.plans[0])).values()].join();
  for (const secret of INTERNAL) {
    assert.ok(inside.includes(secret), `staff reads "${secret}" somewhere`);
    for (const [path, text] of pages) assert.ok(!text.includes(secret), `"${secret}" stands on ${path}`);
  }
});

story('a member without the money scope sees no sums anywhere', { demo: [], settings: ONCE }, async ({ server, mailbox, newPage }) => {
  const email = 'ben.berg@lakeside.example';
  const [url] = (await server.command('link', 'create', '--email', email)).match(/http\S+\/in\/\S+/) ?? assert.fail('a link is printed');
  const ben = await newPage();
  await enterByLink(ben, { url, email }, mailbox);
  const pages = await crawl(server, await ben.context().cookies(), '/');
  assert.ok(pages.size > 8, `the member reached ${pages.size} pages`);
  for (const [path, text] of pages) {
    for (const sum of ['€', 'EUR', '/invoices', '1057', '8,429']) {
      // A discussion about an invoice is about sums too; Ben is not even told that there is one.
      assert.ok(!text.includes(sum), `"${sum}" stands on ${path}`);
    }
  }
});

// Planted in the demo: the segment, what colleagues should know, a project that is not shown yet with its status,
// a backstage task that is not shared, and a note in a discussion.
const INTERNAL = [
  'process industry',
  'purchasing on sums',
  'Energy metering',
  'margin to be agreed',
  'Escalated to their sales director',
  'Palokarki',
];
