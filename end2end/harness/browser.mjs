// Opens Chromium, and pages that notice everything that goes wrong on them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The browser that the set-up has found too. */
function executable(words) {
  const program = fileURLToPath(new URL('../../tools/chromium', import.meta.url));
  return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

/** `whole` for one that brings a page back as it was left. */
export function openBrowser({ whole = false } = {}) {
  return chromium.launch({
    executablePath: executable(whole ? ['whole'] : []),
    // People's browsers bring a page back as it was left, without asking the server; so must this one.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A page in a context of its own: no cookie is shared with another one.
 *
 * `page.allow(pattern)` names a complaint that the story causes on purpose (an unknown address logs its 404).
 * `page.finish()` closes it and fails on every other complaint: console errors and warnings, uncaught errors,
 * failed requests, and violations of the Content-Security-Policy, which Chromium reports to the console.
 */
export async function newPage(browser, { address, javaScript = true, width = 390, scheme = 'light', locale = 'en-GB', cookies = [], storageState }) {
  const context = await browser.newContext({
    baseURL: address,
    // What another browser has saved.
    storageState,
    javaScriptEnabled: javaScript,
    viewport: { width, height: width < 700 ? 844 : 900 },
    hasTouch: width < 700,
    colorScheme: scheme,
    // A picture or a colour taken half-way through a transition would differ from run to run.
    reducedMotion: 'reduce',
    locale,
    timezoneId: 'Europe/Helsinki',
  });
  await context.addCookies(cookies);
  context.setDefaultTimeout(30_000);
  const complaints = [];
  const allowed = [];
  context.on('console', (message) => {
    // Without JavaScript nothing can use the wasm that a page would like to have loaded early.
    const unused = !javaScript && message.text().includes('was preloaded using link preload but not used');
    // An open page learns so that its reader is not in, or may not be there, any more.
    const closed = /40[14]/.test(message.text()) && /\/live\?/.test(message.location().url ?? '');
    if (['error', 'warning'].includes(message.type()) && !unused && !closed) {
      complaints.push(`console ${message.type()} on ${message.page()?.url()}: ${message.text()} ${message.location().url ?? ''}`);
    }
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error()}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Leaving a page ends its open stream and what it was still loading; and without JavaScript Chromium
    // refuses, as it should, the scripts that a page would like to have loaded early.
    const expected = reason === 'net::ERR_ABORTED' || (!javaScript && reason === 'csp' && request.url().endsWith('.js'));
    if (!expected) complaints.push(`request failed: ${request.url()}: ${reason}`);
  });
  const page = await context.newPage();
  return Object.assign(page, {
    allow: (pattern) => allowed.push(pattern),
    finish: async () => {
      await context.close();
      const left = complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)));
      assert.deepEqual(left, [], 'the browser complained');
    },
  });
}
