// Reads every page that a reader can reach by links, as the server sent it.

/** What a browser with these cookies gets; redirects are answers of their own. */
export function ask(server, cookies, path, options = {}) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return fetch(new URL(path, server.address), { redirect: 'manual', ...options, headers: { cookie, ...options.headers } });
}

/** Every page within reach of `start`, as a map from its path to its text. */
export async function crawl(server, cookies, start, limit = 300) {
  const seen = new Map();
  const ahead = [start];
  while (ahead.length > 0 && seen.size < limit) {
    const path = ahead.shift();
    if (seen.has(path)) continue;
    const answer = await ask(server, cookies, path);
    const text = await answer.text();
    seen.set(path, text);
    for (const [, found] of text.matchAll(/(?:href|action)="([^"#]+)/g)) {
      const address = new URL(found.replaceAll('&amp;', '&'), new URL(path, server.address));
      const next = address.pathname + address.search;
      if (address.origin === server.address && !seen.has(next) && !next.startsWith('/pkg/')) ahead.push(next);
    }
    const away = answer.headers.get('location');
    if (away) ahead.push(away);
  }
  return seen;
}
