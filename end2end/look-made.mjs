import { chromium } from 'playwright-core';
const base = process.argv[2];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const out = '/tmp/mrd/shots';
import { mkdirSync } from 'node:fs';
mkdirSync(out, { recursive: true });
const html = await (await fetch(base)).text();
const links = [...html.matchAll(/href="(\/in\/[^"]+)"/g)].map((m) => m[1]);
console.log(links);
for (const [name, width] of [['390', 390], ['1280', 1280]]) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(base);
  console.log(await page.locator('main').innerText());
  await context.close();
}
await browser.close();
