// A member on a poor network: how much has to come through it before the plan can be read, and before it moves.

import assert from 'node:assert/strict';
import { enterByLink } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

/** Bytes on the wire, bodies only. */
const SCRIPT_AND_WASM = 130_000;
const FIRST_VIEW = 20_000;

const ROOMS = [
  { of: 'code', types: /javascript|wasm/ },
  { of: 'view', types: /^text\/(html|css)|^font\// },
];

/**
 * Opens `path` with an empty cache, waits for its wasm where something on it moves, and gives every response with
 * its size on the wire.
 */
async function weigh(page, path, moves) {
  const requests = [];
  page.on('requestfinished', (request) => requests.push(request));
  const wasm = moves && page.waitForResponse((response) => /wasm/.test(response.headers()['content-type'] ?? ''));
  await page.goto(path);
  if (moves) await (await wasm).finished();
  // What the islands themselves ask for next, and a font that a late style wants, belong to it too.
  await page.waitForTimeout(500);
  return Promise.all(
    requests.map(async (request) => {
      const headers = (await request.response())?.headers() ?? {};
      const type = headers['content-type'] ?? '';
      const { responseBodySize: size } = await request.sizes();
      return { url: request.url(), type, size, headers, room: ROOMS.find(({ types }) => types.test(type))?.of };
    }),
  );
}

const only = [{ name: 'on a phone', javaScript: true, width: 390 }];

const sum = (loaded, room) => loaded.filter((it) => it.room === room).reduce((bytes, { size }) => bytes + size, 0);
const written = (loaded) => loaded.map(({ size, type, url }) => `${String(size).padStart(7)} ${type} ${url}`).join('\n');

/** Everything is packed, and whatever has its content in its name is kept for ever. */
function checkHeaders(loaded) {
  for (const { url, type, headers } of loaded.filter((it) => it.room && !it.type.startsWith('font/'))) {
    assert.equal(headers['content-encoding'], 'br', `${url} (${type}) comes uncompressed`);
  }
  for (const { url, type, headers } of loaded.filter((it) => it.room && !it.type.startsWith('text/html'))) {
    assert.match(headers['cache-control'] ?? '', /immutable/, `${url} (${type}) is asked for again on the next visit`);
  }
}

async function enter({ server, mailbox, newPage }) {
  const door = await newPage();
  await enterByLink(door, server.demo.links[0], mailbox);
  const page = await newPage({ cookies: await door.context().cookies() });
  return { page, plan: new URL(door.url()).pathname };
}

story("a member's plan costs little to load, and has come before what makes it follow changes", { demo: [], settings: only }, async (told) => {
  const { page, plan } = await enter(told);
  const loaded = await weigh(page, plan, true);
  const [code, view] = [sum(loaded, 'code'), sum(loaded, 'view')];
  console.log(`script and wasm ${code} of ${SCRIPT_AND_WASM}, first view ${view} of ${FIRST_VIEW}\n${written(loaded)}`);
  assert.ok(code > 0 && code <= SCRIPT_AND_WASM, `${code} bytes of script and wasm:\n${written(loaded)}`);
  assert.equal(await page.locator('link[rel$="preload"]').count(), 0, 'nothing that moves is asked for early');
  assert.ok(view > 0 && view <= FIRST_VIEW, `${view} bytes of HTML, CSS and fonts:\n${written(loaded)}`);
  checkHeaders(loaded);
});

story('a page on which something moves costs little to load', { demo: [], settings: only }, async (told) => {
  const { page, plan } = await enter(told);
  const loaded = await weigh(page, `${plan}/threads/new?about=plan.${plan.split('/').pop()}`, true);
  const code = sum(loaded, 'code');
  console.log(`script and wasm ${code} of ${SCRIPT_AND_WASM} bytes\n${written(loaded)}`);
  assert.ok(code > 0 && code <= SCRIPT_AND_WASM, `${code} bytes of script and wasm:\n${written(loaded)}`);
  checkHeaders(loaded);
});
