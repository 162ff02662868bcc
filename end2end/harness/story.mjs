// Tells one story in the three settings that every page has to work in.

import { after, before, describe, test } from 'node:test';
import { newPage, openBrowser } from './browser.mjs';
import { checkAxe, checkNoSidewaysScroll, checkSaysWhereOneIs, checkStyled } from './checks.mjs';
import { openMailbox } from './mailbox.mjs';
import { startServer } from './server.mjs';

export const SETTINGS = [
  { name: 'on a phone', javaScript: true, width: 390 },
  { name: 'on a desk without JavaScript', javaScript: false, width: 1280 },
  { name: 'at 320 px, read by axe', javaScript: true, width: 320, axe: true },
];

/**
 * `story('a claim', options, tell)`: `tell` gets `{ server, mailbox, setting, newPage, check, diagnostic }`, all fresh
 * for each setting. `check(page)` belongs after every step that shows another page; `diagnostic(words)` says what
 * could not be told here. Options: those of `startServer` with its settings as `variables`, and `settings` to leave out
 * settings where a story says nothing new in them.
 */
export function story(claim, { settings = SETTINGS, variables, ...options }, tell) {
  describe(claim, () => {
    let browser;
    before(async () => {
      browser = await openBrowser();
    });
    after(() => browser?.close());
    for (const setting of settings) {
      test(setting.name, { timeout: 300_000 }, (t) => play(browser, setting, { ...options, settings: variables }, tell, (said) => t.diagnostic(said)));
    }
  });
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
