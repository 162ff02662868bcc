// Everything one may see is found by the words in it, and nothing else.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { fillIn } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');

for (const database of ['sqlite', 'postgres']) {
  story(`words are found and marked on ${database}, however they are written`, { database, demo: [] }, async (told) => {
    const { server, mailbox, newPage, check } = told;
    const [plan] = server.demo.plans;
    const anna = await newPage();
    await enterByLink(anna, server.demo.links[0], mailbox);
    await anna.goto(`${plan}/search`);
    await check(anna);
    await anna.locator('#q').fill('SWITCHES week');
    await anna.locator('#q').press('Enter');
    await main(anna).locator('.row', { hasText: 'The switches come a week late' }).locator('mark').first().waitFor();
    await check(anna);
    assert.ok((await main(anna).locator('mark').allInnerTexts()).includes('switches'));
    await main(anna).locator('.row a', { hasText: 'Which weekend suits hall 3?' }).first().click();
    await anna.getByRole('heading', { level: 1, name: 'Which weekend suits hall 3?' }).waitFor();
    // What is said now is found at once.
    const cookies = await anna.context().cookies();
    const thread = new URL(anna.url()).pathname;
    await fillIn(server, cookies, thread, /\/reply$/, { text: 'Ask Pekka Kylmälä about the Ærø cable.' });
    for (const q of ['kylmala', 'KYLMÄLÄ aero']) {
      await anna.goto(`${plan}/search?q=${encodeURIComponent(q)}`);
      await main(anna).locator('.row', { hasText: 'Pekka Kylmälä' }).waitFor();
    }
    await anna.goto(`${plan}/search?q=1057`);
    await main(anna).locator('.row a', { hasText: '1057' }).waitFor();
    await anna.goto(`${plan}/search?q=100%25_`);
    await main(anna).getByText('Nothing with all of these words.').waitFor();
  });
}

story('nobody finds what it may not see', { demo: [], settings: [{ name: 'whatever the browser', javaScript: true, width: 390 }] }, async (told) => {
  const { server, mailbox, newPage } = told;
  const [plan, other] = server.demo.plans;
  const cookiesOf = async (enter) => {
    const page = await newPage();
    await enter(page);
    return page.context().cookies();
  };
  const [ben] = (await server.command('link', 'create', '--email', 'ben.berg@lakeside.example')).match(/http\S+\/in\/\S+/);
  const bens = await cookiesOf((page) => enterByLink(page, { url: ben, email: 'ben.berg@lakeside.example' }, mailbox));
  const kaisas = await cookiesOf((page) => enterByLink(page, server.demo.links[1], mailbox));
  const mikkos = await cookiesOf((page) => signIn(page, server.demo.staff));
  const results = async (cookies, path, q) => {
    const answer = await ask(server, cookies, `${path}?q=${encodeURIComponent(q)}`);
    return { status: answer.status, rows: [...(await answer.text()).matchAll(/<li class="row">/g)].length };
  };
  for (const [q, staffs] of [['Energy metering', 1], ['Palokarki', 0], ['sales director', 0], ['partial delivery', 1], ['1057', 1], ['Six hours on a Saturday', 1]]) {
    assert.deepEqual(await results(bens, `${plan}/search`, q), { status: 200, rows: 0 }, q);
    const found = await results(mikkos, '/search', q);
    assert.ok(found.rows >= staffs, `staff finds ${q}`);
  }
  assert.ok((await results(bens, `${plan}/search`, 'weekend')).rows > 0);
  for (const path of [`${plan}/search`, `${plan}/search/found`, '/search', '/search/found']) {
    assert.equal((await results(kaisas, path, 'weekend')).status, 404, path);
  }
  assert.equal((await results(kaisas, `${other}/search`, 'weekend suits hall')).rows, 0);
  assert.ok((await results(mikkos, '/search', 'Anna Aho')).rows > 0);
});
