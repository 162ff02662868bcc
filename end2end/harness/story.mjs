// Tells one story in the two settings that every page has to work in.

import { after, describe, test } from 'node:test';
import { newPage, openBrowser } from './browser.mjs';
import { checkAxe, checkNoSidewaysScroll, checkSaysWhereOneIs, checkStyled } from './checks.mjs';
import { openMailbox } from './mailbox.mjs';
import { startServer } from './server.mjs';

/** The phone is as narrow as any: no rule of the style lies between it and a usual one, where nothing may stick out either. */
export const SETTINGS = [
  { name: 'on a phone of 320 px, read by axe', javaScript: true, width: 320, axe: true },
  { name: 'on a desk without JavaScript', javaScript: false, width: 1280 },
];
export const USUAL_PHONE = { width: 390, height: 844 };

/** One browser of a kind for the stories of a file: each page has a context of its own, so that nothing is shared. */
const browsers = new Map();
const browser = (whole) => browsers.get(whole) ?? browsers.set(whole, openBrowser({ whole })).get(whole);
after(async () => {
  for (const opened of browsers.values()) await (await opened).close();
});

/**
 * `story('a claim', options, tell)`: `tell` gets `{ server, mailbox, setting, newPage, check, diagnostic }`, all fresh
 * for each setting. `check(page)` belongs after every step that shows another page; `diagnostic(words)` says what
 * could not be told here. Options: those of `startServer` with its settings as `variables`, and `settings` to leave out
 * settings where a story says nothing new in them, and `whole` for a browser that brings a page back as it was
 * left, and `timeout` in milliseconds where it looks at very many pages.
 */
export function story(claim, { settings = SETTINGS, whole = false, timeout = 300_000, variables, ...options }, tell) {
  describe(claim, () => {
    for (const setting of settings) {
      test(setting.name, { timeout }, async (t) => play(await browser(whole), setting, { ...options, settings: variables }, tell, (said) => t.diagnostic(said)));
    }
  });
}

async function withViewport(page, size, look) {
  const before = page.viewportSize();
  await page.setViewportSize(size);
  await look();
  await page.setViewportSize(before);
}

async function play(browser, setting, options, tell, diagnostic) {
  const mailbox = await openMailbox();
  const pages = [];
  let server;
  try {
    server = await startServer({ mailbox, ...options });
    const open = async (more = {}) => {
      const page = await newPage(browser, { address: server.address, ...setting, ...more });
      pages.push(page);
      return page;
    };
    const check = async (page) => {
      // The address may have changed before the page is there.
      await page.waitForLoadState('domcontentloaded');
      await checkSaysWhereOneIs(page);
      await checkNoSidewaysScroll(page);
      await checkStyled(page);
      if (setting.axe) await checkAxe(page);
      if (setting.width < USUAL_PHONE.width) await withViewport(page, USUAL_PHONE, () => checkNoSidewaysScroll(page));
    };
    await tell({ server, mailbox, setting, newPage: open, check, diagnostic });
    for (const page of pages) await page.finish();
  } catch (error) {
    if (server) error.message += `\n--- coplan said:\n${server.log.slice(-4000)}`;
    throw error;
  } finally {
    for (const page of pages) await page.context().close();
    await server?.remove();
    await mailbox.close();
  }
}
