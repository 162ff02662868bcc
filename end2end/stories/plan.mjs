// The plan, what everything hangs on: a member does its part of it, and staff keeps it without treading on anyone.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

story('a member says that a task is done, and that it is not after all', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const page = await newPage();
  await enterByLink(page, server.demo.links[0], mailbox);
  await page.locator('.waiting a[href*="#task-"]').first().click();
  await check(page);
  const task = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  await task.locator('button[value=done]').click();
  await task.locator('.status.done').waitFor();
  await check(page);
  await task.locator('button[value=open]').click();
  await task.locator('.status.at-risk').waitFor();
});

/** Opens the page on which staff keeps the first promise of the plan, and gives the day that holds. */
async function openPromise(page, plan) {
  await page.goto(plan);
  const day = await page.locator('.project-next time').first().getAttribute('datetime');
  await page.locator('.project-next a.edit').first().click();
  await page.locator('#promised_on').waitFor();
  return day;
}

/** So few days later that the milestone stays the next one. */
function later(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

async function promise(page, day, reason) {
  await page.locator('#promised_on').fill(day);
  await page.locator('#reason').fill(reason);
  await page.locator('form[action$="/promise"] button').click();
}

story('two people move the same date: the second sees both, and nothing is lost', { demo: [] }, async ({ server, newPage, check }) => {
  const [plan] = server.demo.plans;
  const first = await newPage();
  await signIn(first, server.demo.staff);
  const second = await newPage({ cookies: await first.context().cookies() });
  const day = await openPromise(first, plan);
  await openPromise(second, plan);
  const milestone = await first.locator('h1').innerText();
  await promise(first, later(day, 1), 'The floor is cast a second time.');
  await first.locator('li.milestone', { hasText: milestone }).waitFor();

  second.allow(/409/);
  await promise(second, later(day, 2), 'The factory closes for a month.');
  assert.match(await second.locator('.version.theirs').innerText(), /The floor is cast a second time\./);
  assert.match(await second.locator('.version.yours').innerText(), /The factory closes for a month\./);
  await check(second);
  await second.locator('.version.yours button').click();
  const kept = second.locator('li.milestone', { hasText: milestone });
  await kept.getByText('The factory closes for a month.').waitFor();
  assert.equal(await kept.locator('time').getAttribute('datetime'), later(day, 2));
  assert.match(await kept.innerText(), /The floor is cast a second time\./, 'theirs stays readable too');
  await check(second);
});
