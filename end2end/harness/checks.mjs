// What must hold of every page: readable for everyone, and no sideways scrolling.

import assert from 'node:assert/strict';
import axe from 'axe-core';

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In the dark a page differs by its colours alone. */
const ABOUT = {
  light: { type: 'tag', values: WCAG_2_2_AA },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** What is right is not told in detail, and nothing is fetched for it: on a large page that takes half of the time. */
const WRONG_ALONE = { resultTypes: ['violations'], preload: false };

/** Runs axe in light and in dark, and fails with what it found and where. */
export async function checkAxe(page) {
  const found = [];
  // Through the debugger: a script element would, rightly, be refused by the Content-Security-Policy.
  await page.evaluate(axe.source);
  for (const [colorScheme, runOnly] of Object.entries(ABOUT)) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate((options) => globalThis.axe.run(options), { ...WRONG_ALONE, runOnly });
    for (const { id, help, nodes } of violations) {
      found.push(...nodes.map((node) => `${colorScheme}, ${id}: ${help}: ${node.target} ${node.failureSummary}`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  assert.deepEqual(found, [], `axe on ${page.url()}`);
}

/** Fails if the page is wider than its window, and names what sticks out. */
export async function checkNoSidewaysScroll(page) {
  const { room, wide, out } = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const sticksOut = (element) => element.getBoundingClientRect().right > room + 1;
    const out = [...document.body.querySelectorAll('*')]
      .filter(sticksOut)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return { room, wide: document.documentElement.scrollWidth, out };
  });
  assert.ok(wide <= room, `${page.url()} is ${wide} px wide in a window of ${room}: ${out.slice(0, 5).join(', ')}`);
}

/** Fails if the page has a class for which no sheet that it loads has a rule: the plan loads one sheet less than others. */
export async function checkStyled(page) {
  const { sheets, classes } = await page.evaluate(() => ({
    sheets: [...document.styleSheets].map((sheet) => `${sheet.href && new URL(sheet.href).pathname} ${sheet.cssRules.length}`).join('\n'),
    classes: [...new Set([...document.body.querySelectorAll('[class]')].flatMap((element) => [...element.classList]))],
  }));
  if (!styled.has(sheets)) {
    const texts = await page.evaluate(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join(''));
    styled.set(sheets, new Set([...texts.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name)));
  }
  const bare = classes.filter((name) => !styled.get(sheets).has(name));
  assert.deepEqual(bare, [], `classes without a rule on ${page.url()}`);
}

/** The classes for which the sheets of a page have a rule, by the sheets; their names tell what is in them. */
const styled = new Map();

/** Fails if the page has not exactly one h1 with words in it, or no language. */
export async function checkSaysWhereOneIs(page) {
  // In one question: each of them takes its turn in the browser.
  const { titles, lang, title, html } = await page.evaluate(() => ({
    titles: [...document.querySelectorAll('h1')].map((heading) => heading.innerText),
    lang: document.documentElement.lang,
    title: document.title,
    html: document.documentElement.outerHTML,
  }));
  assert.equal(titles.filter((words) => words.trim()).length, 1, `${page.url()} has the headings ${JSON.stringify(titles)}`);
  assert.match(lang, /^(en|fi|sv)/, 'the page names its language');
  assert.ok(title.trim(), 'the page has a title');
  assert.doesNotMatch(title, /<!/, 'what marks places in the markup is no word of it');
  assert.doesNotMatch(html, /Unknown localization/, 'a word is missing');
}
