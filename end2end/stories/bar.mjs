// The bar of a page: few tabs side by side, the seldom used ones under "More", and the tab of this page always in view.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const bar = (page) => page.getByRole('navigation', { name: 'Main' });

/** Fails where the tab of this page cannot be seen as a whole. */
async function checkInView(page, name) {
  const here = bar(page).locator('.bar-tabs > [aria-current]');
  assert.equal(await here.innerText(), name);
  const { left, right, room } = await here.evaluate((tab) => ({ ...tab.getBoundingClientRect().toJSON(), room: document.documentElement.clientWidth }));
  assert.ok(left >= 0 && right <= room, `${name} is from ${left} to ${right} of ${room}`);
}

story('seldom used tabs are under More, and the tab of the page is in view', { demo: [] }, async ({ server, mailbox, newPage, check, setting }) => {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  assert.ok((await bar(anna).locator('.bar-tabs > a').count()) <= 7, 'a member has at most seven tabs beside More');
  await checkInView(anna, 'Plan');
  await bar(anna).getByRole('button', { name: 'More' }).click();
  const background = bar(anna).getByRole('link', { name: 'Background', exact: true });
  await background.waitFor();
  await check(anna);
  await background.click();
  await anna.getByRole('heading', { level: 1, name: 'Background' }).waitFor();
  await checkInView(anna, 'Background');
  await anna.goto(`${plan}/search`);
  await checkInView(anna, 'Search');
  await check(anna);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  for (const [page, name] of [[plan, 'Plan'], [`${plan}/work`, 'Work'], [`${plan}/edit`, 'People']]) {
    await mikko.goto(page);
    await checkInView(mikko, name);
    await check(mikko);
    const { wide, room } = await bar(mikko).locator('.bar-tabs').evaluate((nav) => ({ wide: nav.scrollWidth, room: nav.clientWidth }));
    if (setting.width >= 1280) assert.ok(wide <= room, `all tabs have room at ${page}: ${wide} of ${room}`);
  }
  await bar(mikko).getByRole('button', { name: 'More' }).click();
  await bar(mikko).getByRole('link', { name: 'Reports', exact: true }).click();
  await checkInView(mikko, 'Reports');
});

story('whoever looks as somebody else is told so on top of the page', { demo: [] }, async ({ server, newPage, check }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${server.demo.plans[0]}/edit`);
  await mikko.getByRole('link', { name: 'Anna Aho' }).first().click();
  await mikko.getByRole('button', { name: /^Preview as/ }).click();
  const told = mikko.getByRole('complementary', { name: 'Preview' });
  await told.waitFor();
  assert.ok((await told.boundingBox()).y >= 0, 'nothing has scrolled it out of view');
  await check(mikko);
});
