// A member's own calendar reads its meetings by an address of its own: titles and times, until it is stopped.

import assert from 'node:assert/strict';
import { enterByLink } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).first().click();

story('a calendar reads titles and times by an address of its own, until it is stopped', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${plan}/meetings`);
  await anna.getByRole('heading', { name: 'In your calendar' }).waitFor();
  await check(anna);
  await press(anna, 'Make an address for my calendar');
  const link = main(anna).locator('a[href*="/calendar/"]');
  await link.waitFor();
  await check(anna);
  const { pathname } = new URL(await link.getAttribute('href'));

  // No cookie goes along: the address is all that a calendar has.
  const read = () => fetch(new URL(pathname, server.address));
  const answer = await read();
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^text\/calendar/);
  const text = (await answer.text()).replaceAll('\r\n ', '');
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /\r\nSUMMARY:Steering group/);
  assert.doesNotMatch(text, /LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER|meet\.northline/);
  assert.equal((await fetch(new URL(`${pathname.slice(0, -1)}${pathname.endsWith('0') ? 1 : 0}`, server.address))).status, 404);

  await press(anna, 'Stop this address');
  await main(anna).getByRole('button', { name: 'Make an address for my calendar' }).waitFor();
  assert.equal((await read()).status, 404);
});
