// Names come as people have them: eighty letters without a space make no page wider than its window.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { fillIn } from '../harness/forms.mjs';
import { signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const WIDTHS = [
  { name: 'at 320 px, read by axe', javaScript: true, width: 320, axe: true },
  { name: 'on a desk', javaScript: true, width: 1280 },
];
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
/** Eighty letters; the first tell what it names. */
const long = (what) => `${what}${'kolmivaihekilowattituntimittari'.repeat(3)}`.slice(0, 80);

/** A customer with everything that has a name under it, and the pages that say one. */
async function told(server, cookies, page) {
  const fill = (at, action, changes) => fillIn(server, cookies, at, action, changes);
  const created = await fill('/customers/new', /\/customers\/new$/, { name: long('Asiakas'), number: '8080', business_id: '', vat_id: '' });
  const plan = created.match(/^\/c\/[0-9A-Z]{26}/)[0];
  await fill(`${plan}/edit`, /\/edit\/internal$/, { segment: long('segmentti'), about: long('tietoa') });
  const person = { name: long('Henkilo'), email: 'pitka@nimi.example', title: long('tehtava') };
  const member = (await fill(`${plan}/members/new`, /\/members\/new$/, person)).split('?')[0];
  const project = await fill(`${plan}/projects/new`, /\/projects\/new$/, { name: long('Hanke'), about: long('tarkoitus') });
  await fill(`${project}/status`, /\/status$/, { light: 'late', reason: long('syy') });
  await fill(`${project}/milestones/new`, /\/milestones\/new$/, { name: long('Valitavoite'), promised_on: day(30) });
  const read = async (path) => (await ask(server, cookies, path)).text();
  const [milestone] = (await read(project)).match(new RegExp(`${project}/milestones/[0-9A-Z]{26}`));
  await fill(milestone, /\/promise$/, { promised_on: day(40), reason: long('siirto') });
  await fill(`${project}/tasks/new`, /\/tasks\/new$/, { name: long('Tehtava'), why: long('miksi'), owner: '' });
  const about = `project.${project.split('/').pop()}`;
  const thread = await fill(`${plan}/threads/new?about=${about}`, /\/threads\/new$/, { title: long('Keskustelu'), text: long('viesti') });
  await fill(thread, /\/resolve$/, { outcome: long('tulos') });
  await page.goto(member);
  await page.getByRole('button', { name: 'Show a new link' }).click();
  const link = await page.locator('.secret').innerText();
  const pages = [plan, `${plan}/edit`, `${plan}/responsible`, `${plan}/threads`, `${plan}/invoices`, member, `${member}/remove`, project];
  pages.push(`${project}/status`, `${project}/edit`, `${project}/responsible`, milestone, thread, '/customers', '/waiting', '/today');
  return { link, pages };
}

story('a name of eighty letters makes no page wider than its window', { demo: [], settings: WIDTHS }, async ({ server, newPage, check, setting }) => {
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  const { link, pages } = await told(server, await mikko.context().cookies(), mikko);
  await check(mikko);
  for (const path of pages) {
    assert.equal((await mikko.goto(path)).status(), 200, path);
    await check(mikko);
  }

  const member = await newPage();
  await member.goto(link);
  await check(member);
  // Narrow or wide, the button is there to be pressed.
  assert.ok((await member.locator('main form button[type=submit]').first().boundingBox()).width < setting.width);
});
