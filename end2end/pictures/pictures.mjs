// Takes the pictures of `docs`: the main pages of the demo company as their readers see them, on a phone and on a desk.

import assert from 'node:assert/strict';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { newPage, openBrowser } from '../harness/browser.mjs';
import { openMailbox } from '../harness/mailbox.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { startServer } from '../harness/server.mjs';

const FOLDER = fileURLToPath(new URL('../../docs/', import.meta.url));
const SCREENS = [{ name: 'phone', width: 390 }, { name: 'desk', width: 1280 }];

/** The main pages: how each is called, who looks, and the way there from the reader's first page, link by link. */
const MEMBER = [
  { name: 'plan', title: 'The plan', way: [] },
  { name: 'project', title: 'A project', way: [{ in: 'section:has(#h-projects), main', link: /New network for the mill/ }] },
  { name: 'discussions', title: 'Discussions', way: [{ in: 'nav', link: /^Discussions/ }] },
  { name: 'meeting', title: 'A meeting', way: [{ in: 'nav', link: /^Meetings/ }, { in: 'main', link: /Steering group/ }] },
  { name: 'invoices', title: 'Invoices', way: [{ in: 'nav', link: /^Invoices/ }] },
  { name: 'invoice', title: 'An invoice', way: [{ in: 'nav', link: /^Invoices/ }, { in: 'main', link: /1057/ }] },
];
const STAFF = [
  { name: 'portfolio', title: 'The portfolio', path: '/customers' },
  { name: 'waiting', title: 'What waits', path: '/waiting' },
  { name: 'work', title: 'My work', path: '/work' },
  { name: 'manager', title: 'The plan, as its manager sees it', way: [] },
];

/** The same picture as WebP, which is a fraction of the size: drawn and packed by the browser that took it. */
async function packed(browser, png) {
  const page = await browser.newPage();
  const data = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.8);
  }, `data:image/png;base64,${png.toString('base64')}`);
  await page.close();
  assert.match(data, /^data:image\/webp/);
  return Buffer.from(data.split(',')[1], 'base64');
}

/** Follows a way by its links. */
async function go(page, start, { path, way = [] }) {
  await page.goto(path ?? start);
  for (const step of way) {
    const link = page.locator(step.in).getByRole('link', { name: step.link }).first();
    const href = await link.getAttribute('href');
    assert.ok(href, `${step.link} leads on from ${page.url()}`);
    await page.goto(href);
  }
  await page.evaluate(() => document.fonts.ready);
}

/** Takes one reader's pictures on one screen. */
async function take(browser, page, screen, start, pages, scheme = '') {
  for (const wanted of pages) {
    await go(page, start, wanted);
    await page.waitForTimeout(300);
    const picture = await packed(browser, await page.screenshot());
    await writeFile(`${FOLDER}pictures/${wanted.name}-${screen.name}${scheme}.webp`, picture);
  }
}

function contents() {
  const row = ({ name, title }) => `## ${title}

| on a phone | on a desk |
|---|---|
| <img alt="${title}, on a phone" src="pictures/${name}-phone.webp" width="195"> | <img alt="${title}, on a desk" src="pictures/${name}-desk.webp" width="640"> |
`;
  return `# Pictures

The main pages of the demo company, taken by \`make pictures\`.

# As a member of Lakeside Mills sees it

${MEMBER.map(row).join('\n')}
# As the supplier's people see it

${STAFF.map(row).join('\n')}`;
}

const mailbox = await openMailbox();
const browser = await openBrowser();
const server = await startServer({ mailbox, demo: [] });
try {
  await mkdir(`${FOLDER}pictures`, { recursive: true });
  for (const old of await readdir(`${FOLDER}pictures`)) await rm(`${FOLDER}pictures/${old}`);
  const [plan] = server.demo.plans;
  for (const screen of SCREENS) {
    const anna = await newPage(browser, { address: server.address, width: screen.width });
    await enterByLink(anna, server.demo.links[0], mailbox);
    await take(browser, anna, screen, plan, MEMBER);
    await anna.emulateMedia({ colorScheme: 'dark' });
    await take(browser, anna, screen, plan, MEMBER.slice(0, 1), '-dark');
    await anna.finish();
    const mikko = await newPage(browser, { address: server.address, width: screen.width });
    await signIn(mikko, server.demo.staff);
    await take(browser, mikko, screen, plan, STAFF);
    await mikko.finish();
  }
  await writeFile(`${FOLDER}pictures.md`, contents());
} finally {
  await server.remove();
  await browser.close();
  await mailbox.close();
}
