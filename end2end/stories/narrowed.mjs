// Who sees only some customers finds nothing of the others: on no page, in no list, by no address that was known before.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
import { signIn } from '../harness/people.mjs';
import { SETTINGS, story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const ROOMS = ['', '/agreement', '/agreement/new', '/reports', '/reports/rhythm', '/journey', '/year', '/year/new', '/feedback', '/surveys/new', '/meetings', '/meetings/new', '/contacts', '/requests', '/goals', '/ideas', '/status', '/work', '/edit', '/changes'];
/** Whose forms are drawn before and sent afterwards. */
const FORMS = ['/agreement/new', '/reports/new', '/reports/rhythm', '/surveys/new', '/year/new', '/meetings/new', '/contacts', '/status'];

/** Opens a colleague as an admin, says which customers it sees, and saves that with the password. */
async function narrow(page, staff, name, to) {
  await page.goto('/staff');
  await page.getByRole('link', { name }).click();
  await page.locator('#reach').fill(to);
  await page.locator('#own_password').fill(staff.password);
  await main(page).locator('form', { has: page.locator('#reach') }).getByRole('button', { name: 'Save' }).click();
}

story('who sees only some customers finds nothing of the others', { demo: [], settings: SETTINGS.slice(1) }, async ({ server, newPage, check }) => {
  const [lakeside, harbour, birch] = server.demo.plans;
  const saara = await newPage();
  await signIn(saara, { ...server.demo.staff, email: 'saara.lind@northline.example' });
  const cookies = await saara.context().cookies();
  const status = async (path) => (await ask(server, cookies, path)).status;
  for (const room of ROOMS) assert.equal(await status(`${lakeside}${room}`), 200, `before, ${room}`);
  const deeds = [];
  for (const room of FORMS) {
    const page = `${lakeside}${room}`;
    const found = formsOf(await (await ask(server, cookies, page)).text(), page).filter(({ action }) => action.startsWith(lakeside));
    assert.ok(found.length > 0, `${room} has a form`);
    deeds.push(...found);
  }
  await saara.goto(lakeside);
  const project = await main(saara).locator('a[href*="/projects/0"]').first().getAttribute('href');
  const known = new URL(project, server.address).pathname.split('/').slice(0, 5).join('/');

  const olli = await newPage();
  await signIn(olli, { ...server.demo.staff, email: 'olli.oja@northline.example' });
  olli.allow(/422/);
  await narrow(olli, server.demo.staff, /Saara Lind/, '9999');
  await olli.locator('#reach-error').waitFor();
  assert.equal(await olli.locator('#reach').inputValue(), '9999');
  await check(olli);
  assert.equal(await status(lakeside), 200, 'nothing of that holds');
  await narrow(olli, server.demo.staff, /Saara Lind/, '1002');
  await olli.getByText('Saved.').waitFor();
  await check(olli);
  await olli.goto('/staff');
  await main(olli).getByText('Only these customers: 1002').waitFor();

  for (const customer of [lakeside, birch]) for (const room of ROOMS) assert.equal(await status(`${customer}${room}`), 404, room);
  for (const part of ['', '/blueprint', '/status']) assert.equal(await status(`${known}${part}`), 404, `the project${part}`);
  for (const { action, fields } of deeds) assert.equal((await post(server, cookies, action, fields)).status, 404, action);
  assert.equal((await post(server, cookies, `${known}/status/later`, [])).status, 404);
  for (const room of ROOMS) assert.equal(await status(`${harbour}${room}`), 200, `her own, ${room}`);
  for (const page of ['/today', '/waiting', '/customers', '/customers/hand-over', '/customers/hand-overs', '/staff/ideas', '/waiting/requests', '/search?q=Lakeside']) {
    const answer = await ask(server, cookies, page);
    assert.equal(answer.status, 200, page);
    const said = (await answer.text()).replaceAll(/value="[^"]*"/g, '');
    assert.doesNotMatch(said, /Lakeside Mills|Björkdal|Riverbend|New network for the mill|Anna Aho|Risto/, page);
  }
  await saara.goto('/customers');
  await main(saara).getByRole('link', { name: 'Satamakylmä Oy' }).waitFor();
  await check(saara);
  await saara.goto('/today');
  await check(saara);

  await narrow(olli, server.demo.staff, /Saara Lind/, '');
  await olli.getByText('Saved.').waitFor();
  assert.equal(await status(`${lakeside}/agreement`), 200, 'without a word, she sees all customers');
});
