// Nobody sees across: what is another customer's, another person's or the supplier's is not there, whatever is sent to it.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, crawl } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const ONCE = [{ name: 'whatever the browser', javaScript: true, width: 390 }];
const SOURCES = ['../../app/src', '../../app/pages', '../../server/src'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const ID = /[0-9A-HJKMNP-TV-Z]{26}/;
const NOBODYS = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** Addresses that know nobody's customer but the sender's own; every other one must belong to one of the kinds below. */
const OPEN = new Set(
  `/ /demo/mails /in/{secret} /in/{secret}/ /code /new-link /preview/leave /language /sign-in /sign-in/second-factor /sign-in/forgot /sign-in/choose/{secret} /sign-out /signed-out
   /me /me/not-me /me/settings /me/emails /pkg/{name} /favicon.ico /healthz /live /mail/receive /emails/stop/{secret} /emails/stop/today/{secret} /calendar/{secret}`.split(/\s+/),
);
const OF_A_CUSTOMER = /^\/c\/\{customer\}/;
const OF_A_DEVICE = /^\/me\/devices\/\{device\}\//;
const OF_STAFF = /^\/(staff|security|customers|search|waiting|today|work|invoices|import|me\/away|me\/stand-in|me\/emails\/today|me\/password|me\/second-factor)(\/|$)/;

/** What is filled in where a form stands on certain days only: minutes are written when the meeting has come. */
const CLOSED = {
  '/c/{customer}/requests/{service_request}/withdraw': [['id', NOBODYS], ['version', '1'], ['words', '']],
  '/c/{customer}/assessment/new': [['id', NOBODYS], ['year', '2026']],
  '/c/{customer}/meetings/{meeting}/outcomes': [['id', NOBODYS], ['outcome', 'Agreed'], ['kind', 'decision'], ['side', ''], ['due_on', '']],
  '/c/{customer}/meetings/{meeting}/approve': [['revision', '2'], ['remark', '']],
  '/c/{customer}/requests/{service_request}/reply': [['id', NOBODYS], ['version', '1'], ['words', 'Gate 2']],
  '/c/{customer}/threads/{thread}/messages/{message}/split': [['id', NOBODYS], ['title', 'Gate 2']],
};

async function sources() {
  const files = await Promise.all(SOURCES.map(async (folder) => {
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => name.endsWith('.rs') && !name.endsWith('tests.rs')).map((name) => join(folder, name));
  }));
  return Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
}

/** The pattern of each typed address, by its module and name: `task::share`. */
async function patterns() {
  const folder = join(SOURCES[0], 'links');
  const known = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.rs'))) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, name, pattern] of text.matchAll(/(\w+)\([^()]*\)\s*= "([^"]+)"/g)) {
      known.set(`${file.slice(0, -3)}::${name}`, pattern);
    }
  }
  return known;
}

/** Every address that the sources name, as in `/c/{customer}/threads/{thread}`, and whether something can be posted to it. */
async function routes() {
  const known = await patterns();
  const calls = (await sources()).flatMap((text) => {
    const alias = text.match(/links::(\w+) as links\b/)?.[1];
    return text.split('#[cfg(test)]')[0].split('.route(').slice(1).map((call) => ({ call, alias }));
  });
  return calls.map(({ call, alias }) => {
    const [, literal, names] = call.match(/^\s*(?:"([^"]+)"|((?:\w+::)+)PATTERN)/) ?? [];
    const name = names?.split('::').filter((part) => part && !['crate', 'coplan_app', 'links'].includes(part));
    const path = literal ?? known.get((name?.length === 1 ? [alias, ...name] : name)?.join('::'));
    assert.ok(path, `a route whose address cannot be read: ${call.slice(0, 80)}`);
    const handlers = call.split(/\n\s*\.|\n\}/)[0];
    return { path, posts: /\bpost\w*\(/.test(handlers) || !/\bget\(/.test(handlers) };
  });
}

const shape = (path) => new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/?]+')}$`);
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What is wrong with the answers to GET, HEAD and POST on a path that is not there for the sender. */
async function notThere(server, cookies, path) {
  const wrong = [];
  for (const method of ['GET', 'HEAD', 'POST']) {
    const answer = await ask(server, cookies, path, method === 'POST' ? { method, body: 'text=x', headers: FORM } : { method });
    // A form that cannot even be read is refused before anybody is asked whose it is; it tells nothing either.
    const allowed = method === 'POST' ? [404, 400] : [404];
    // The address of a form leads to the page that it belongs to, whoever asks; there, too, nothing is.
    if (method === 'GET' && answer.status === 303) {
      const page = new URL(answer.headers.get('location'), server.address).pathname;
      assert.ok(path.split('?')[0].startsWith(page), `${path} leads to ${page}`);
      if (!OPEN.has(page)) wrong.push(...(await notThere(server, cookies, page)));
      continue;
    }
    if (!allowed.includes(answer.status)) wrong.push(`${method} ${path}: ${answer.status}`);
  }
  return wrong;
}

/** What a page says, without what is new in every answer, and without who has read it meanwhile. */
const said = (text) => text.match(/<main[^]*<\/main>/)?.[0].replaceAll(/[0-9A-HJKMNP-TV-Z]{26}|since=\d+|(?:Read by|Sent[.,]) [^<]*/g, '');

for (const database of ['sqlite', 'postgres']) {
  story(`another customer's addresses are not there, on ${database}`, { database, demo: [], settings: ONCE }, async ({ server, mailbox, newPage }) => {
    const [foreign, own] = server.demo.plans;
    const kaisa = await newPage();
    await enterByLink(kaisa, server.demo.links[1], mailbox);
    const kaisas = await kaisa.context().cookies();
    assert.equal((await ask(server, kaisas, own)).status, 200);
    const mikko = await newPage();
    await signIn(mikko, server.demo.staff);
    const mikkos = await mikko.context().cookies();
    const anna = await newPage();
    await enterByLink(anna, server.demo.links[0], mailbox);
    // What really is there under the other customer, seen by staff; and what could be, under ids of nobody.
    const pages = await crawl(server, mikkos, foreign, foreign);
    const asked = await crawl(server, await anna.context().cookies(), foreign, foreign);
    const real = [...new Set([...pages.keys()].map((path) => path.split('?')[0]))];

    const theirs = (await routes()).filter(({ path }) => OF_A_CUSTOMER.test(path));
    assert.ok(theirs.length > 40, `the sources name ${theirs.length} addresses of customers`);
    const wrong = [];
    const unproved = new Set(theirs.filter(({ posts }) => posts).map(({ path }) => path));
    const proved = (path) => unproved.forEach((route) => shape(route).test(path) && unproved.delete(route));
    for (const { path } of theirs) {
      const made = path.replace('/c/{customer}', foreign).replaceAll(/\{[^}]+\}/g, NOBODYS);
      const there = real.filter((address) => shape(path).test(address));
      for (const address of new Set([made, ...there])) wrong.push(...(await notThere(server, kaisas, address)));
    }
    // The other customer's ids under the sender's own customer are not there either, be they in the path or behind it.
    // Where a list goes on is a position, of which one's own list tells what stands behind it.
    const position = /[?&](after|before)=[^&]*/g;
    const crossed = [...pages.keys()].filter((path) => ID.test(path.slice(foreign.length).replaceAll(position, '')));
    assert.ok(crossed.some((path) => path.includes('?about=invoice_line.')), 'a line of an invoice can be asked about');
    for (const path of crossed) wrong.push(...(await notThere(server, kaisas, path.replace(foreign, own))));
    // Forms as staff and the other customer's people would send them: with every field right, only the sender is not.
    for (const [page, text] of [...pages, ...asked]) {
      for (const { action, fields } of formsOf(text, page).filter(({ action }) => action.startsWith(foreign))) {
        const path = action.split('?')[0];
        for (const address of ID.test(path.slice(foreign.length)) ? [action, action.replace(foreign, own)] : [action]) {
          const { status } = await post(server, kaisas, address, fields);
          if (status === 404) proved(path);
          else wrong.push(`a right form to ${address}: ${status}`);
        }
      }
    }
    // Deeds for which no form of the demo stands open: most take no fields.
    for (const path of [...unproved]) {
      const made = path.replace('/c/{customer}', foreign).replaceAll(/\{[^}]+\}/g, NOBODYS);
      const parent = path.replace(/\/[a-z-]+$/, '');
      const like = real.find((address) => shape(parent).test(address) && (!parent.endsWith('}') || ID.test(address.split('/').pop())));
      const address = like ? like + path.match(/\/[a-z-]+$/)[0] : made;
      const fields = CLOSED[path] ?? [['version', '1']];
      if ((await post(server, kaisas, address, fields)).status === 404) unproved.delete(path);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual([...unproved], [], 'nothing was sent to these that the sender alone made wrong');
    const after = await crawl(server, mikkos, foreign, foreign);
    // Who opened the plan is told there: those who read it just now, and nobody of another customer.
    const log = `${foreign}/access`;
    assert.ok(after.get(log)?.includes('Mikko') && !after.get(log).includes('Kaisa'), 'who opened the plan');
    const changed = [...pages].filter(([path, text]) => path !== log && said(after.get(path) ?? '') !== said(text));
    assert.deepEqual(changed.map(([path]) => path), [], 'what the other customer reads has changed');
  });
}

story("what is the supplier's or another person's is not there for a member", { demo: [], settings: ONCE }, async ({ server, mailbox, newPage }) => {
  const cookiesOf = async (link) => {
    const page = await newPage();
    await enterByLink(page, link, mailbox);
    return page.context().cookies();
  };
  const [anna, kaisa] = server.demo.links;
  const annas = await cookiesOf(anna);
  const me = await (await ask(server, await cookiesOf(anna), '/me')).text();
  const [device] = me.match(/(?<=\/me\/devices\/)[0-9A-Z]{26}/) ?? assert.fail('Anna has another device');
  const kaisas = await cookiesOf(kaisa);

  const all = await routes();
  const wrong = [];
  for (const { path, posts } of all) {
    if (OPEN.has(path) || OF_A_CUSTOMER.test(path)) continue;
    else if (OF_STAFF.test(path)) wrong.push(...(await notThere(server, kaisas, path.replaceAll(/\{[^}]+\}/g, NOBODYS))));
    else if (OF_A_DEVICE.test(path)) {
      for (const id of [device, NOBODYS]) wrong.push(...(await notThere(server, kaisas, path.replace('{device}', id))));
    } else wrong.push(`${path} (${posts ? 'with' : 'without'} post) is new: say here whose it is`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual([...OPEN].filter((path) => !all.some((route) => route.path === path)), [], 'there is no such route any more');
  assert.equal((await ask(server, annas, '/me')).status, 200, "Anna's device is in as before");
  assert.equal((await ask(server, [], '/me/not-me')).status, 401, 'what came of it is told to the device that went');
  const functions = (await sources()).flatMap((text) => text.match(/#\[server\b[^]*?fn \w+/g) ?? []);
  assert.deepEqual(functions, [], "a server function has come: send it another customer's ids here");
});

story('a member cannot do what is for staff, in its own customer either', { demo: [], settings: ONCE }, async ({ server, mailbox, newPage }) => {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const annas = await anna.context().cookies();
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  const [seen, inside] = [await crawl(server, annas, plan, plan), await crawl(server, await mikko.context().cookies(), plan, plan)];
  const formsOn = (pages) => [...pages].flatMap(([page, text]) => formsOf(text, page)).filter(({ action }) => action.startsWith(plan));
  const hers = new Set(formsOn(seen).map(({ action }) => action));
  // Support is of both sides, each offered what it has not given.
  const staffs = formsOn(inside).filter(({ action }) => !hers.has(action) && !/\/ideas\/\w+\/support$/.test(action));
  assert.ok(staffs.length > 30, `staff sees ${staffs.length} forms that Anna does not`);
  const read = [...seen.values()].join();
  const done = [];
  for (const { action, fields } of staffs) {
    const { status } = await post(server, annas, action, fields);
    // Of a task that she reads she is told that others are responsible; of everything else, that it is not there.
    const task = action.match(/\/tasks\/(\w+)\/(?:state|take|give-back)$/)?.[1];
    // And so it is of what came of a meeting, and of what others put on its agenda.
    const met = /\/meetings\/\w+\/(?:outcomes\/\w+\/done|agenda\/\w+\/remove)$/.test(action);
    if (status !== (met || (task && read.includes(`id="task-${task}"`)) ? 403 : 404)) done.push(`${action}: ${status}`);
  }
  assert.deepEqual(done, []);
});
