// Whoever reads Finnish or Swedish reads nothing else that the portal says, on a narrow phone too.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { ask, crawl } from '../harness/crawl.mjs';
import { fillIn } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const WORDS = new URL('../../app/words/', import.meta.url);
/** One page of each kind is read by axe once; the other language has the same pages with other words in them. */
const NARROW = {
  fi: [
    { name: 'with wasm', javaScript: true, width: 320, axe: true },
    { name: 'without JavaScript', javaScript: false, width: 320 },
  ],
  sv: [{ name: 'without JavaScript', javaScript: false, width: 320 }],
};

/** What the files of a language say, by key; only what stands in one line without values. */
async function said(language) {
  const folder = new URL(`${language}/`, WORDS);
  const files = await Promise.all((await readdir(folder)).map((file) => readFile(new URL(file, folder), 'utf8')));
  const lines = files.join('\n').matchAll(/^([a-z0-9-]+) = ([^{}\n]+)$/gm);
  return new Map([...lines].map(([, key, words]) => [key, words.trim()]));
}

/** What the demo's people call themselves, which nobody translates. */
const TITLES = ['Key account manager'];

/** English sentences that another language says otherwise; single words may be anything. */
async function englishOnly(language) {
  const [english, theirs] = await Promise.all([said('en'), said(language)]);
  const all = new Set(theirs.values());
  const differs = (words) => !all.has(words) && !TITLES.includes(words) && words.length > 12 && words.includes(' ');
  return [...english.values()].filter(differs);
}

/** What the reader is told by the portal: all that stands on the page but what people wrote, marked as theirs. */
function told(page) {
  return page.evaluate(() => {
    const copy = document.querySelector('body').cloneNode(true);
    for (const other of copy.querySelectorAll('[lang], script, textarea')) other.remove();
    const labels = [...copy.querySelectorAll('[aria-label], [placeholder], [alt]')];
    const spoken = labels.flatMap((it) => ['aria-label', 'placeholder', 'alt'].map((name) => it.getAttribute(name) ?? ''));
    return [document.title, copy.textContent, ...spoken].join('\n');
  });
}

/** One page of each kind: addresses that differ only in what they name show the same words. */
function kinds(pages) {
  const seen = new Map();
  for (const path of pages) {
    const kind = path.replaceAll(/[0-9A-Z]{26}/g, 'ID').replace(/\?.*/, '');
    if (!seen.has(kind)) seen.set(kind, path);
  }
  return [...seen.values()];
}

async function readAll(page, paths, language, check) {
  const foreign = await englishOnly(language);
  assert.ok(foreign.length > 200, `there is something to find: ${foreign.length}`);
  const wrong = [];
  for (const path of paths) {
    await page.goto(path);
    assert.equal(await page.locator('html').getAttribute('lang'), language, path);
    const words = await told(page);
    wrong.push(...foreign.filter((sentence) => words.includes(sentence)).map((sentence) => `${path}: ${sentence}`));
    await check(page);
  }
  assert.deepEqual(wrong, []);
}

/** Of these addresses, one page of each kind; a crawl also finds files, and where forms are sent, which nobody opens. */
async function pagesOf(server, cookies, paths) {
  const pages = [];
  for (const path of kinds(paths)) {
    const answer = await ask(server, cookies, path);
    if (answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')) pages.push(path);
  }
  return pages;
}

for (const [language, settings] of Object.entries(NARROW)) {
  story(`a member reads ${language}, and nothing else`, { demo: [], settings }, async ({ server, mailbox, newPage, check }) => {
    const [plan] = server.demo.plans;
    const page = await newPage();
    await enterByLink(page, server.demo.links[0], mailbox);
    const cookies = await page.context().cookies();
    await fillIn(server, cookies, '/me', /\/me\/settings$/, { language });
    const paths = await pagesOf(server, cookies, [...(await crawl(server, cookies, plan, plan)).keys(), '/me']);
    assert.ok(paths.length >= 7, `${paths}`);
    await readAll(page, paths, language, check);
    await page.goto(`${plan}/threads`);
    await page.locator('.thread-row a').first().click();
    assert.ok((await page.locator('.message .prose[lang=en]').count()) > 0, 'what an English reader wrote is marked as English');
  });

  story(`a manager reads ${language}, and nothing else`, { demo: [], settings, timeout: 900_000 }, async ({ server, newPage, check }) => {
    const page = await newPage();
    await signIn(page, server.demo.staff);
    const cookies = await page.context().cookies();
    await fillIn(server, cookies, '/me', /\/me\/settings$/, { language });
    const [plan] = server.demo.plans;
    const others = ['/', '/customers', '/customers/new', '/invoices/new', '/waiting', '/today', '/staff', '/staff/new', '/me', '/me/away', '/me/password', '/me/second-factor'];
    const paths = await pagesOf(server, cookies, [...(await crawl(server, cookies, plan, plan)).keys(), ...others]);
    assert.ok(paths.length >= 25, `${paths}`);
    await readAll(page, paths, language, check);
  });
}
