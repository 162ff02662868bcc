// The customer's voice: said in two presses on any page, answered with what was done, and not over before it helped.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

story('feedback comes back with what was done, until it helped', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await follow(anna, 'New network for the mill');
  await anna.getByRole('heading', { level: 1, name: 'New network for the mill' }).waitFor();
  await anna.locator('footer').getByRole('link', { name: 'Problem' }).click();
  await anna.getByText('About: New network for the mill').waitFor();
  await check(anna);
  anna.allow(/422/);
  await press(anna, 'Send');
  await anna.locator('#words-error').waitFor();
  await check(anna);
  await anna.getByLabel('In your words').fill('Nobody told us that the crew comes on Sunday.');
  await press(anna, 'Send');
  await anna.getByText('follows this up and tells you here').waitFor();
  await check(anna);
  const said = new URL(anna.url()).pathname;

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/today');
  await mikko.getByRole('heading', { name: 'From our work together' }).waitFor();
  await check(mikko);
  await follow(mikko, 'Nobody told us that the crew');
  await check(mikko);
  await follow(mikko, 'Promise a follow-up');
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Promise a follow-up');
  await mikko.locator('#action-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('What will be done').fill('A message two days before each visit');
  await mikko.getByLabel('By when').fill(day(5));
  await press(mikko, 'Promise a follow-up');
  await mikko.getByText('A message two days before each visit').waitFor();
  await check(mikko);
  await mikko.goto('/waiting');
  await mikko.getByText(/Feedback, promised by/).waitFor();
  await check(mikko);
  await mikko.goto(said);
  await follow(mikko, 'Tell what was done');
  await check(mikko);
  await mikko.getByLabel('What was done').fill('You get a message two days before from now on.');
  await press(mikko, 'Tell what was done');
  await mikko.getByText('You get a message two days before from now on.').waitFor();

  await anna.goto(plan);
  const waits = anna.getByText('You get a message two days before from now on.');
  await waits.first().waitFor();
  await check(anna);
  await anna.goto(said);
  await anna.getByRole('link', { name: 'It did not help yet' }).click();
  await check(anna);
  await anna.getByLabel('What is missing?').fill('The night shift is not told');
  await press(anna, 'Send');
  await anna.getByText('The night shift is not told').waitFor();
  await mikko.goto(`${said}/answer`);
  await mikko.getByLabel('What was done').fill('The night shift too.');
  await press(mikko, 'Tell what was done');
  await mikko.getByText('The night shift too.').waitFor();
  await anna.goto(said);
  await check(anna);
  await press(anna, 'It helped');
  await anna.locator('.status.done', { hasText: 'It helped' }).first().waitFor();
  await anna.goto(`${plan}/feedback`);
  await anna.getByRole('heading', { level: 1, name: 'Feedback' }).waitFor();
  await check(anna);
});

story('a survey is one question, each score is followed up, and the result says how sure it is', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [, plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/feedback`);
  await check(mikko);
  await follow(mikko, 'Send a survey');
  await check(mikko);
  await mikko.getByRole('radio', { name: /^Our own question/ }).check();
  mikko.allow(/422/);
  await press(mikko, 'Send a survey');
  await mikko.locator('#question-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('Would you recommend us?').check();
  await press(mikko, 'Send a survey');
  await mikko.getByText('No answers yet').waitFor();
  await check(mikko);
  const survey = new URL(mikko.url()).pathname;

  const mail = await mailbox.next({ to: server.demo.links[1].email, subject: /^Yksi kysymys/ });
  assert.match(mail.html, new RegExp(`${survey}\\?score=9`), 'a score of the mail leads to its page');
  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  await kaisa.goto(`${survey}?score=9`);
  assert.ok(await kaisa.getByRole('radio', { name: '9', exact: true }).isChecked(), 'the mail chooses');
  await check(kaisa);
  await mikko.reload();
  await mikko.getByText('No answers yet').waitFor();
  await kaisa.getByRole('radio', { name: '6', exact: true }).check();
  await kaisa.locator('#reason').fill('Two visits were late');
  await main(kaisa).locator('.button.main').click();
  await kaisa.getByText('Two visits were late').waitFor();
  await check(kaisa);
  await mikko.reload();
  await mikko.getByText('1 answer').waitFor();
  await mikko.getByText('detractors (0–6): 1').waitFor();
  await check(mikko);
});

story('a survey asks up to nine questions, and each has its result', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [, plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/surveys/new`);
  await mikko.getByLabel('Would you recommend us?').check();
  await main(mikko).locator('summary', { hasText: 'Add more questions' }).click();
  await mikko.locator('#scores').fill('How quick are we?');
  await mikko.locator('#choices').fill('Which gate?');
  mikko.allow(/422/);
  await press(mikko, 'Send a survey');
  await mikko.locator('#choices-error').waitFor();
  await check(mikko);
  await mikko.locator('#choices').fill('Which gate is next? North; South; Neither');
  await mikko.locator('#words').fill('What is missing?');
  await press(mikko, 'Send a survey');
  await mikko.getByRole('heading', { name: 'The other questions' }).waitFor();
  await check(mikko);
  const survey = new URL(mikko.url()).pathname;

  await mailbox.next({ to: server.demo.links[1].email, subject: /^4 lyhyttä kysymystä/ });
  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  await kaisa.goto(`${survey}?score=9`);
  await check(kaisa);
  await kaisa.getByRole('group', { name: 'How quick are we?' }).getByText('8', { exact: true }).click();
  await kaisa.getByText('South', { exact: true }).click();
  await main(kaisa).locator('.button.main').click();
  await kaisa.getByText('South', { exact: true }).waitFor();
  await check(kaisa);
  await mikko.reload();
  await mikko.getByText('1 · 100\u00a0%').waitFor();
  await mikko.getByText('8.0', { exact: true }).waitFor();
  await check(mikko);
});

story('the supplier asks its yearly questions on three levels, and reads their results apart', { demo: [] }, async (told) => {
  const { server, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${plan}/feedback`);
  const levels = mikko.getByRole('region', { name: 'Three levels' });
  await levels.getByText('2 answers, 2 asked').waitFor();
  await check(mikko);
  await follow(mikko, 'Yearly questions');
  await check(mikko);
  mikko.allow(/422/);
  await mikko.getByLabel('Ask from').fill('');
  await press(mikko, 'Save');
  await mikko.locator('#first_day-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('Ask from').fill('2026-01-01');
  await mikko.getByLabel('The whole').fill('What would you miss without us?');
  await press(mikko, 'Save');
  await mikko.getByText('Last changed by Mikko Kallio').waitFor();
  assert.equal(await mikko.getByLabel('The whole').inputValue(), 'What would you miss without us?');
  await check(mikko);
});

story('whoever was not asked for long is asked the first of the yearly questions, once, and may say not now', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [lakeside, harbour, birch] = server.demo.plans;
  const olli = await newPage();
  await signIn(olli, { ...server.demo.staff, email: 'olli.oja@northline.example' });
  await olli.goto('/staff/surveys');
  await check(olli);
  const cookies = await olli.context().cookies();
  const [stale] = formsOf(await (await ask(server, cookies, '/staff/surveys')).text(), '/staff/surveys').filter(({ action }) => action === '/staff/surveys');
  await olli.getByLabel('Ask from').fill('2020-01-01');
  await olli.getByLabel('Single contacts').fill('Was our last visit of any use?');
  await olli.getByLabel('The whole').fill('');
  await press(olli, 'Save');
  await olli.getByText('Last changed by Olli Oja').waitFor();
  assert.equal(await olli.getByLabel('The whole').inputValue(), '', 'a level without a question is not asked');
  await check(olli);
  // From a page that was drawn before: nobody's words are written over.
  const late = await post(server, cookies, '/staff/surveys', stale.fields);
  assert.equal(late.status, 409);
  assert.match(await late.text(), /A colleague changed the questions meanwhile/);
  const [anna, kaisa, elin] = [await newPage(), await newPage(), await newPage()];
  for (const [n, page] of [anna, kaisa, elin].entries()) await enterByLink(page, server.demo.links[n], mailbox);
  for (const name of ['petra.niemi', 'henrik.holm']) {
    const other = await newPage();
    await signIn(other, { ...server.demo.staff, email: `${name}@northline.example` });
    assert.equal((await ask(server, await other.context().cookies(), '/staff/surveys')).status, 404, name);
    await other.goto('about:blank');
  }
  const hers = await anna.context().cookies();
  assert.equal((await ask(server, hers, '/staff/surveys')).status, 404);
  assert.equal((await post(server, hers, '/staff/surveys', stale.fields)).status, 404);

  /** The server asks when it begins. */
  const begin = async () => {
    for (const page of [olli, anna, kaisa, elin]) await page.goto('about:blank');
    await server.stop();
    await server.start();
  };
  await begin();
  const mail = await mailbox.next({ to: server.demo.links[1].email, subject: /^Yksi kysymys/ });
  await mailbox.next({ to: server.demo.links[2].email, subject: /fråga/ });
  const [survey] = mail.html.match(/\/c\/\w{26}\/surveys\/\w{26}/);
  assert.ok(survey.startsWith(harbour), survey);
  await kaisa.goto(harbour);
  await main(kaisa).locator(`a[href^="${survey}"]`).first().click();
  await kaisa.getByRole('heading', { level: 1, name: 'Was our last visit of any use?' }).waitFor();
  await check(kaisa);
  kaisa.allow(/422/);
  await main(kaisa).locator('.button.main').click();
  await kaisa.locator('#score-error').waitFor();
  await check(kaisa);
  await kaisa.getByRole('radio', { name: '10', exact: true }).check();
  await main(kaisa).locator('.button.main').click();
  await kaisa.waitForURL('**/feedback/**');
  await check(kaisa);
  // Another customer's member is not asked this, nor sees that it was asked.
  assert.equal((await ask(server, hers, survey)).status, 404);
  assert.equal((await post(server, hers, `${survey}/decline`, [])).status, 404);
  assert.ok(!mailbox.mails.some((one) => one.to.includes(server.demo.links[0].email) && one.html?.includes('/surveys/')), 'Anna was asked something else not long ago');

  // Who says not now is not asked again on its plan.
  await elin.goto(birch);
  await main(elin).locator(`a[href^="${birch}/surveys/"]`).first().click();
  await check(elin);
  await main(elin).locator('form[action$="/decline"] button').click();
  await elin.waitForURL(`**${birch}`);
  assert.equal(await main(elin).locator(`a[href^="${birch}/surveys/"]`).count(), 0);
  await check(elin);

  await olli.goto(`${harbour}/feedback`);
  await olli.getByRole('region', { name: 'Three levels' }).getByText('1 answer, 1 asked').waitFor();
  await check(olli);
  const sent = () => mailbox.mails.filter((one) => one.html?.includes('/surveys/')).length;
  const before = sent();
  await begin();
  await server.hurry();
  assert.equal(sent(), before, 'nobody is asked twice within two months');
  await olli.goto(`${lakeside}/feedback`);
  await check(olli);
});
