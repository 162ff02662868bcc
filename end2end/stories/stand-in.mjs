// Whoever is named as the stand-in for days away is asked and answers; who declines is told where another is chosen.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { post } from '../harness/forms.mjs';
import { signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const colleague = (server, name) => ({ ...server.demo.staff, email: `${name}@northline.example` });
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const declined = (page) => main(page).locator('[aria-labelledby=h-declined] li');
const asked = (page) => main(page).locator('[aria-labelledby=h-asked] li', { hasText: 'Petra Niemi' });

/** Chooses the first of a list whose words begin like this. */
async function choose(select, begins) {
  const words = await select.locator('option').allInnerTexts();
  await select.selectOption({ label: words.find((word) => word.startsWith(begins)) ?? assert.fail(`no ${begins} in ${words}`) });
}

story('a stand-in declines, which whoever is away and an admin read, and another one accepts', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const enter = async (name) => {
    const page = await newPage();
    await signIn(page, colleague(server, name));
    return page;
  };
  const petra = await enter('petra.niemi');
  await petra.goto('/me/away');
  await petra.locator('#first_day').fill(inDays(20));
  await petra.locator('#last_day').fill(inDays(22));
  await choose(petra.locator('#stand_in'), 'Saara Lind');
  await petra.getByRole('button', { name: 'Save the absence' }).click();
  const planned = main(petra).locator('.row', { hasText: 'Stand-in: Saara Lind' });
  await planned.getByText('Not answered yet').waitFor();
  await check(petra);

  // The email leads to the question; no is said with a reason.
  await server.hurry();
  const mail = await mailbox.next({ to: 'saara.lind@northline.example', subject: 'Are you the stand-in for Petra Niemi?' });
  const [address] = mail.text.match(/http\S+\/me\/stand-in\/\w+/) ?? assert.fail(mail.text);
  const { pathname } = new URL(address);
  const saara = await enter('saara.lind');
  await saara.goto('/today');
  assert.equal(await asked(saara).count(), 1);
  await check(saara);
  await saara.goto(address);
  await saara.getByRole('heading', { level: 1, name: 'Are you the stand-in for Petra Niemi?' }).waitFor();
  await check(saara);
  saara.allow(/422/);
  await saara.getByRole('radio', { name: /^No, I cannot/ }).check();
  await saara.getByRole('button', { name: 'Send the answer' }).click();
  await saara.locator('#reason-error').waitFor();
  assert.ok(await saara.getByRole('radio', { name: /^No, I cannot/ }).isChecked(), 'what was chosen stays');
  await check(saara);
  await saara.getByLabel('Why not').fill('I am at the fair of Oulu');
  await saara.getByRole('button', { name: 'Send the answer' }).click();
  await saara.waitForURL(/\/today$/);
  assert.equal(await asked(saara).count(), 0);
  const saaras = await saara.context().cookies();
  const no = Object.entries({ answer: 'declined', reason: 'I am at the fair of Oulu' });
  assert.equal((await post(server, saaras, pathname, no)).status, 303, 'said twice, it is said once');

  const olli = await enter('olli.oja');
  for (const page of [petra, olli]) {
    await page.goto('/today');
    assert.equal(await declined(page).count(), 1);
    assert.match(await declined(page).innerText(), /Saara Lind cannot be the stand-in[^]*Petra Niemi[^]*I am at the fair of Oulu/);
    await check(page);
  }
  await petra.goto('/me/away');
  await planned.getByText('Declined: I am at the fair of Oulu').waitFor();
  await check(petra);

  // It is between those two and the admins.
  for (const name of ['mikko.kallio', 'henrik.holm']) {
    const page = await enter(name);
    await page.goto('/today');
    assert.equal(await declined(page).count(), 0, name);
    const cookies = await page.context().cookies();
    assert.equal((await ask(server, cookies, pathname)).status, 404, name);
    assert.equal((await post(server, cookies, pathname, no)).status, 404, name);
  }

  // Another one is chosen where it is told, and says yes in one press.
  await petra.goto('/today');
  await declined(petra).getByRole('link').click();
  await petra.getByRole('heading', { level: 1, name: 'Choose another stand-in' }).waitFor();
  await check(petra);
  petra.allow(/422/);
  await petra.getByRole('button', { name: 'Ask this colleague' }).click();
  await petra.locator('#stand_in[aria-invalid=true]').waitFor();
  await check(petra);
  await choose(petra.locator('#stand_in'), 'Mikko Kallio');
  await petra.getByRole('button', { name: 'Ask this colleague' }).click();
  await petra.waitForURL(/\/me\/away$/);
  await main(petra).locator('.row', { hasText: 'Stand-in: Mikko Kallio' }).getByText('Not answered yet').waitFor();
  await server.hurry();
  await mailbox.next({ to: server.demo.staff.email, subject: 'Are you the stand-in for Petra Niemi?' });
  assert.equal((await ask(server, saaras, pathname)).status, 404, 'Saara is not asked any more');

  const mikko = await enter('mikko.kallio');
  await mikko.goto('/today');
  await asked(mikko).getByRole('button', { name: /^Yes, I am ?: Petra Niemi/ }).click();
  await mikko.waitForURL(/\/today$/);
  await mikko.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await asked(mikko).count(), 0);
  await check(mikko);
  assert.equal((await post(server, await mikko.context().cookies(), pathname, [['answer', 'accepted']])).status, 303, 'pressed twice');
  await petra.reload();
  await main(petra).locator('.row', { hasText: 'Stand-in: Mikko Kallio' }).getByText('Accepted', { exact: true }).waitFor();
  await check(petra);
  for (const page of [petra, olli]) {
    await page.goto('/today');
    assert.equal(await declined(page).count(), 0);
  }
});
