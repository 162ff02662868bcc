// Reads every page that a reader can reach by links, as the server sent it.

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { attributes, elements } from './html.mjs';

/** What a browser with these cookies gets; redirects are answers of their own. Waits where much was changed at once. */
export async function ask(server, cookies, path, options = {}) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(new URL(path, server.address), { redirect: 'manual', ...options, headers: { cookie, ...options.headers } });
  const seconds = Number(answer.headers.get('retry-after'));
  if (answer.status !== 429 || !(seconds > 0 && seconds <= 5)) return answer;
  await pause(1000 * seconds);
  return ask(server, cookies, path, options);
}

/** Fails where there is more to read: a page that was left out would count as one that holds nothing. */
const MOST = 1000;

/** Where the links, forms and buttons of a page lead. */
function addressesOf(html) {
  const found = elements(html).map(attributes).flatMap(({ href, action, formaction }) => [href, action, formaction]);
  return found.map((address) => address?.split('#')[0]).filter(Boolean);
}

/** Every page under `within` in reach of `start`, as a map from its path to its text. */
export async function crawl(server, cookies, start, within = '/') {
  const seen = new Map();
  const ahead = [start];
  while (ahead.length > 0) {
    assert.ok(seen.size < MOST, `there are more than ${MOST} pages behind ${start}`);
    const path = ahead.shift();
    if (seen.has(path)) continue;
    const answer = await ask(server, cookies, path);
    // A document is drawn from what its page says; its own numbers are places on paper.
    const text = path.endsWith('/report.pdf') ? '' : await answer.text();
    seen.set(path, text);
    for (const found of addressesOf(text)) {
      const address = new URL(found, new URL(path, server.address));
      const next = address.pathname + address.search;
      if (address.origin === server.address && next.startsWith(within) && !seen.has(next) && !next.startsWith('/pkg/')) ahead.push(next);
    }
    const away = answer.headers.get('location');
    if (away?.startsWith(within)) ahead.push(away);
  }
  return seen;
}
