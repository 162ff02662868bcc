// The plan, what everything hangs on: a member does its part of it, and staff keeps it without treading on anyone.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

story('a member says that a task is done, and that it is not after all', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const page = await newPage();
  // Kaisa's task asks for no choice: she says herself that it is done.
  await enterByLink(page, server.demo.links[1], mailbox);
  const plan = page.url();
  const link = page.locator('.ask a[href*="#task-"]').first();
  const there = await link.getAttribute('href');
  await check(page);
  // Answered where it is asked; whoever wants to see it among the others follows it.
  await page.locator('.ask button[value=done]').click();
  await page.waitForURL(plan);
  assert.equal(await page.locator(`.ask a[href="${there}"]`).count(), 0, 'it is asked no more');
  await check(page);
  await page.goto(there);
  const task = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  await task.locator('.status.done').waitFor();
  await check(page);
  await task.locator('button[value=open]').click();
  await task.locator('.status.at-risk').waitFor();
});

story('a member answers on the plan, and the promised day moves with the answer', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const plan = anna.url();
  const second = await newPage({ cookies: await anna.context().cookies() });
  await second.goto(plan);
  const form = (page) => page.locator('.ask form.answer');
  // By the day of the week one weekend moves the date, or both.
  const moves = form(anna).locator('.pick', { hasText: 'Moves to' }).last();
  assert.match(await moves.innerText(), /to \d+ [A-Z][a-z]+/, 'what it does is said before it is chosen');
  assert.match(await form(anna).innerText(), /Costs €1,200\.00/);
  await check(anna);
  await moves.click();
  await form(anna).getByLabel('Add a note').fill('The audit is on Monday.');
  await check(anna);
  // Somebody else is at the same, whose open plan leaves alone what is being written.
  await form(second).locator('.pick', { hasText: 'Something else' }).click();
  await form(second).getByLabel('What suits you instead?').fill('Only in January.');
  const send = async () => {
    await form(anna).getByRole('button', { name: 'Send answer' }).click();
    await anna.waitForURL(`${plan}?answered=*`);
    await anna.getByText('Answer sent: Choose the weekend for hall 3').waitFor();
    assert.equal(await form(anna).count(), 0, 'it is asked no more');
    await check(anna);
  };
  await send();
  // It was the wrong one: taken back, it is asked again, and chosen anew.
  await anna.getByRole('button', { name: 'Undo the answer' }).click();
  await anna.waitForURL(plan);
  assert.match(await anna.locator('.ask').innerText(), /Choose by [A-Z][a-z]+ \d/, 'the last day to choose is said');
  await check(anna);
  await moves.click();
  await form(anna).getByLabel('Add a note').fill('The audit is on Monday.');
  await send();

  // That one is told what was answered; the note is not lost.
  second.allow(/409.*\/answer/);
  await form(second).getByRole('button', { name: 'Send answer' }).click();
  await second.getByText('This was answered already.').waitFor();
  assert.match(await second.locator('main').innerText(), /Anna Aho answered[^]*Only in January\./);
  await check(second);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  await mikko.locator('.leg h3 a', { hasText: 'New network for the mill' }).click();
  const task = mikko.locator('.task', { hasText: 'Choose the weekend for hall 3' });
  assert.match(await task.innerText(), /Anna Aho answered[^]*moved to[^]*The audit is on Monday\./);
  await mikko.locator('li.milestone', { hasText: /Choose the weekend for hall 3: \d/ }).waitFor();
  await check(mikko);
  await task.locator('button[value=open]').click();
  await task.locator('.offered').waitFor();
  await check(mikko);
  await task.getByRole('link', { name: /^Record an answer/ }).click();
  await mikko.locator('.pick').first().click();
  await check(mikko);
  await mikko.getByRole('button', { name: 'Send answer' }).click();
  await mikko.locator('.task', { hasText: 'recorded the customer’s answer' }).waitFor();
});

story('staff offers choices, and what is wrong with them is said in their fields', { demo: [] }, async ({ server, newPage, check }) => {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  await page.goto(server.demo.plans[0]);
  await page.locator('.leg h3 a', { hasText: 'New network for the mill' }).click();
  const task = page.locator('.task', { hasText: 'Choose the weekend for hall 3' });
  await task.getByRole('link', { name: /^Change the choices/ }).click();
  await check(page);
  page.allow(/422.*\/request/);
  await page.locator('#cost3').fill('1,200');
  await page.locator('details', { hasText: 'More choices' }).locator('summary').click();
  await page.locator('#choice4').fill('In January');
  await page.locator('#day4').fill('2027-01-16');
  await page.getByLabel('Last day to choose').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('#cost3-error').waitFor();
  await page.locator('#milestone4-error').waitFor();
  await check(page);
  await page.locator('#cost3').fill('1,200.50');
  await page.locator('#day4').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await task.getByText('Costs €1,200.50').waitFor();
  await task.getByText('In January').waitFor();
});

/** Where each thing that takes the focus in the page stands, in the order of the Tab key. */
function focused(page) {
  return page.locator('main').evaluate((main) => {
    const takes = [...main.querySelectorAll('a[href], button, summary, input')].filter((it) => it.checkVisibility());
    // Beside each other: the request and what is left of it, what is paid and what is discussed, a project and its line.
    const column = (it) => (it.closest('.leg-track') ? 'track' : it.closest('.ask, .rest-side') ? 'side' : 'main');
    return takes.map((it) => ({ words: it.innerText, top: it.getBoundingClientRect().top + scrollY, column: column(it) }));
  });
}

/** Fails where the Tab key goes up within a column. */
function goesDown(places) {
  for (const [place, { words, top }] of places.entries()) {
    const above = places.slice(0, place).filter((other) => other.top > top + 24);
    assert.deepEqual(above.map((other) => other.words), [], `"${words}" stands above what comes before it`);
  }
}

story('the plan is read in the order in which it stands', { demo: [] }, async ({ server, mailbox, newPage, setting }) => {
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(server.demo.plans[0]);
  for (const page of [anna, mikko]) {
    const places = await focused(page);
    assert.ok(places.length > 10, `the plan has ${places.length} places`);
    if (setting.width < 700) goesDown(places);
    else for (const column of ['main', 'side']) goesDown(places.filter((place) => place.column === column));
  }
  // Money is named on the first screen, however far down its parts stand.
  const line = anna.locator('.verdict-pay');
  assert.match(await line.innerText(), /€[\d,.]+ to pay by /);
  assert.ok((await line.boundingBox()).y < 568, 'what is open is named on the first screen');
});

story('colleagues reach whoever has the customer, and only that one may be away', { demo: [] }, async ({ server, newPage, check }) => {
  const [plan] = server.demo.plans;
  const card = (page) => page.locator('section.contact');
  const deeds = (page) => card(page).locator('.contact-actions a').evaluateAll((links) => links.map((link) => (link.href.startsWith('tel:') ? 'Call' : link.innerText)));
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  assert.deepEqual(await deeds(mikko), ['Hand over', 'Plan an absence']);
  await mikko.goto(`${plan}/invoices`);
  assert.deepEqual(await deeds(mikko), [], 'nobody writes to oneself');
  await check(mikko);

  const saara = await newPage();
  await signIn(saara, { ...server.demo.staff, email: 'saara.lind@northline.example' });
  await saara.goto(plan);
  assert.deepEqual(await deeds(saara), ['Call', 'Write', 'Hand over']);
  assert.equal(await card(saara).locator('.button.main').count(), 0);
  await check(saara);

  const petra = await newPage();
  await signIn(petra, { ...server.demo.staff, email: 'petra.niemi@northline.example' });
  await petra.goto(plan);
  assert.deepEqual(await deeds(petra), ['Call', 'Write'], 'a specialist hands nothing over');
});

const SMALL = [
  { name: 'at 195 px, as at 200 % zoom', javaScript: false, width: 195 },
  { name: 'at 320 px', javaScript: false, width: 320 },
];

story('the plan and its projects fit the narrowest window', { demo: [], settings: SMALL }, async ({ server, mailbox, newPage, check, setting }) => {
  for (const member of server.demo.links) {
    const page = await newPage();
    await enterByLink(page, member, mailbox);
    await check(page);
    // So narrow there is no bar over the page: whom to call is in its flow, once.
    const shown = async (part) => (await page.locator(part).filter({ visible: true }).count()) > 0;
    assert.equal(await shown('.contact-bar'), setting.width > 300);
    assert.ok((await shown('section.contact')) || setting.width > 300);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await check(page);
    const project = page.locator('.leg h3 a').first();
    if (await project.count()) {
      await project.click();
      await check(page);
    }
  }
});

story('every room fits the narrowest window', { demo: [], settings: SMALL }, async ({ server, mailbox, newPage, check }) => {
  const page = await newPage();
  await enterByLink(page, server.demo.links[0], mailbox);
  const [plan] = server.demo.plans;
  const tabs = await page.locator('.bar-nav a').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
  for (const room of [...tabs, `${plan}/packages`, `${plan}/work`, `${plan}/contacts`, `${plan}/changes`, '/me']) {
    await page.goto(room);
    await check(page);
    // And what is first in it, where there is anything.
    const first = page.locator(`main a[href^="${room}/"]`).first();
    if (room === plan || (await first.count()) === 0) continue;
    await page.goto((await first.getAttribute('href')).split('#')[0]);
    await check(page);
  }
});

story('the contact sheet closes by Escape and by a press beside it', { demo: [], settings: [{ name: 'on a phone without JavaScript', javaScript: false, width: 390 }] }, async ({ server, mailbox, newPage, check }) => {
  const page = await newPage();
  await enterByLink(page, server.demo.links[0], mailbox);
  const sheet = page.locator('.contact-more');
  const open = async () => {
    await page.locator('.contact-who').click();
    await sheet.waitFor();
  };
  assert.equal(await sheet.isVisible(), false);
  for (const close of [() => page.keyboard.press('Escape'), () => page.mouse.click(100, 200), () => page.locator('.contact-who').click()]) {
    await open();
    await close();
    await sheet.waitFor({ state: 'hidden' });
  }
  await open();
  const bar = await page.locator('.contact-bar').boundingBox();
  const above = await sheet.boundingBox();
  assert.ok(Math.abs(above.y + above.height - bar.y) <= 2, `${JSON.stringify(above)} is on ${JSON.stringify(bar)}`);
  await check(page);
});

story('the drawing of the road says nothing that is not said in words', { demo: [] }, async ({ server, mailbox, newPage }) => {
  const page = await newPage();
  await enterByLink(page, server.demo.links[0], mailbox);
  assert.equal(await page.locator('.road svg:not([aria-hidden=true] *):not([aria-hidden=true])').count(), 0);
  await page.locator('.road-foot > details > summary').click();
  const names = await page.locator('.flag strong').allInnerTexts();
  assert.ok(names.length > 0);
  const list = await page.locator('.dates-grid').innerText();
  for (const name of names) assert.ok(list.includes(name), `${name} is in the list of dates`);
});

/** Opens the page on which staff keeps the first promise of the plan, and gives the day that holds. */
async function openPromise(page, plan) {
  await page.goto(plan);
  const day = await page.locator('.flag time').first().getAttribute('datetime');
  await page.locator('.flag a.edit').first().click();
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
  const because = second.locator('.conflict', { hasText: 'The floor is cast a second time.' });
  assert.equal(await because.locator('.version.yours textarea').inputValue(), 'The factory closes for a month.');
  await check(second);
  await second.locator('main form .actions button').click();
  const kept = second.locator('li.milestone', { hasText: milestone });
  await kept.getByText('The factory closes for a month.').waitFor();
  assert.equal(await kept.locator('time').getAttribute('datetime'), later(day, 2));
  assert.match(await kept.innerText(), /The floor is cast a second time\./, 'theirs stays readable too');
  await check(second);
});

story('what was taken off a project by mistake is brought back', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await openPromise(mikko, plan);
  const name = await mikko.locator('h1').innerText();
  await mikko.locator('summary', { hasText: 'Remove from the plan' }).click();
  await mikko.locator('form[action$="/remove"] button').click();
  await mikko.locator('summary', { hasText: 'One removed' }).click();
  const row = mikko.locator('.row', { hasText: name });
  assert.match(await row.innerText(), /Milestone, removed .* by Mikko Kallio/);
  await check(mikko);

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(mikko.url());
  assert.equal(await anna.locator('#h-removed').count(), 0, 'members never see what was removed');
  assert.equal(await anna.locator('li.milestone', { hasText: name }).count(), 0);

  await row.getByRole('button', { name: /^Restore/ }).click();
  await mikko.locator('li.milestone', { hasText: name }).waitFor();
  assert.equal(await mikko.locator('#h-removed').count(), 0);
  await anna.reload();
  await anna.locator('li.milestone', { hasText: name }).waitFor();
});

story('all that changed is told page by page', { demo: [] }, async ({ server, mailbox, newPage, check }) => {
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(plan);
  await anna.locator('.since > summary').click();
  await check(anna);
  await anna.getByRole('link', { name: 'All changes' }).click();
  await anna.getByRole('heading', { level: 1, name: 'All changes' }).waitFor();
  await check(anna);
  const [days, lines] = [anna.locator('.history .day > time'), anna.locator('.history .day li')];
  assert.ok(await lines.count() > 0);
  const told = await days.evaluateAll((found) => found.map((day) => day.dateTime));
  assert.deepEqual(told, [...told].sort().reverse(), 'newest first');
  const older = anna.getByRole('link', { name: 'Older', exact: true });
  if (await older.count()) {
    const first = await lines.first().innerText();
    await older.click();
    await anna.getByRole('link', { name: 'Newer', exact: true }).waitFor();
    await check(anna);
    await anna.getByRole('link', { name: 'Newer', exact: true }).click();
    await lines.first().getByText(first).waitFor();
  }
});
