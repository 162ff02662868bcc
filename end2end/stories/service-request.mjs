// A request: sent with its kind, promised an answer, answered with its state, and over when its asker says so.

import assert from 'node:assert/strict';
import { ask } from '../harness/crawl.mjs';
import { formsOf, post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();

story('a request is answered, asked back, done, opened again and confirmed', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.locator('.bar').getByRole('link', { name: 'Requests' }).click();
  await anna.getByRole('heading', { level: 1, name: 'Requests' }).waitFor();
  await anna.getByText('The Wi-Fi in hall 2 drops').waitFor();
  await check(anna);
  await follow(anna, 'The Wi-Fi in hall 2 drops');
  await anna.getByText('Answered late').waitFor();
  await check(anna);
  await anna.goto(`${plan}/requests`);
  await follow(anna, 'New request');
  await check(anna);
  anna.allow(/422/);
  await press(anna, 'Send');
  await anna.locator('#what-error').waitFor();
  await check(anna);
  await anna.getByLabel('Kind').selectOption({ label: 'Fault · answer within 4 working hours' });
  await anna.getByLabel('What do you need?').fill('Gate 2 does not open');
  await anna.getByLabel('Why?').fill('The trucks wait on the road');
  await press(anna, 'Send');
  await anna.getByText('Answer promised by').waitFor();
  await check(anna);
  const request = new URL(anna.url()).pathname;

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/today');
  await mikko.getByRole('heading', { name: 'Requests' }).waitFor();
  await check(mikko);
  await follow(mikko, 'Gate 2 does not open');
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Send');
  await mikko.locator('#words-error').waitFor();
  await check(mikko);
  await mikko.getByRole('radio', { name: /^Waiting for the customer/ }).check();
  await mikko.getByRole('textbox', { name: 'Answer', exact: true }).fill('Since when?');
  await press(mikko, 'Send');
  await mikko.getByText('Since when?').waitFor();

  await anna.goto(plan);
  await anna.locator(':text("Gate 2 does not open"):visible').first().waitFor();
  await check(anna);
  await anna.goto(request);
  await check(anna);
  await anna.getByLabel('Your answer').fill('Since the night');
  await press(anna, 'Send');
  await anna.getByText('Since the night').waitFor();
  await mikko.goto('/waiting');
  await follow(mikko, 'Gate 2 does not open');
  await mikko.getByRole('radio', { name: /^Done/ }).check();
  await mikko.getByRole('textbox', { name: 'Answer', exact: true }).fill('It opens again');
  await press(mikko, 'Send');
  await mikko.getByText('It opens again').waitFor();
  await check(mikko);

  await anna.goto(request);
  await anna.getByText('Reopen the request').click();
  await check(anna);
  await anna.getByLabel('What is missing?').fill('It does not close');
  await press(anna, 'Reopen');
  await anna.getByText('It does not close').waitFor();
  await mikko.goto(request);
  await mikko.getByRole('radio', { name: /^Done/ }).check();
  await mikko.getByRole('textbox', { name: 'Answer', exact: true }).fill('And it closes');
  await press(mikko, 'Send');
  await mikko.getByText('And it closes').waitFor();
  await anna.goto(request);
  await press(anna, 'Yes, it is done');
  await anna.locator('.status.done', { hasText: 'Confirmed' }).waitFor();
  await check(anna);
});

story('the kinds of requests are named, routed and promised by the supplier', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan, other] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/waiting/requests');
  await mikko.getByText('A login to the service desk').waitFor();
  await check(mikko);
  await follow(mikko, 'Kinds of requests');
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Add a kind');
  await mikko.locator('#name-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('Name').fill('Training');
  await mikko.getByLabel('First answer within working hours').fill('40');
  await press(mikko, 'Add a kind');
  await follow(mikko, 'Training');
  await check(mikko);
  await mikko.getByLabel('Goes to').selectOption({ index: 1 });
  await press(mikko, 'Save');
  await mikko.getByRole('heading', { level: 1, name: 'Kinds of requests' }).waitFor();
  await mikko.goto(`${plan}/requests`);
  await check(mikko);

  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  await kaisa.goto(`${other}/requests/new`);
  const kinds = await kaisa.locator('#kind option').allTextContents();
  assert.ok(kinds.some((name) => name.startsWith('Vika')) && kinds.some((name) => name.startsWith('Training')), `${kinds}`);
  await check(kaisa);
});

story('whoever asked withdraws a request, and staff is told of it', { demo: [], database: 'postgres' }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  const send = async (what) => {
    await anna.goto(`${plan}/requests/new`);
    await anna.getByLabel('Kind').selectOption({ label: 'Fault · answer within 4 working hours' });
    await anna.getByLabel('What do you need?').fill(what);
    await press(anna, 'Send');
    await anna.getByText('Answer promised by').waitFor();
    return new URL(anna.url()).pathname;
  };
  const mails = (subject) => mailbox.mails.filter((mail) => mail.subject === subject);
  const key = await send('A key for gate 2');
  await server.hurry();
  const sent = await mailbox.next({ to: server.demo.staff.email, subject: 'Anna Aho sent the request “A key for gate 2”' });
  assert.match(sent.text, /Customer: Lakeside Mills/);
  assert.ok(sent.text.includes(`${server.address}${key}`), 'it leads to the request');
  assert.equal(mails(sent.subject).length, 1, 'only whoever takes care of it is told');

  // The supplier has begun to answer when it is withdrawn, after a question.
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(key);
  await mikko.getByRole('textbox', { name: 'Answer', exact: true }).fill('Which of the two locks?');
  await follow(anna, 'Withdraw the request');
  await anna.getByRole('heading', { level: 1, name: 'Withdraw the request' }).waitFor();
  await check(anna);
  await follow(anna, 'Cancel');
  await anna.getByText('Answer promised by').waitFor();
  await follow(anna, 'Withdraw the request');
  const annas = await anna.context().cookies();
  const form = formsOf(await anna.content(), key).find(({ action }) => action.endsWith('/withdraw'));
  await press(anna, 'Withdraw the request');
  await anna.locator('.meeting-when', { hasText: 'Withdrawn' }).waitFor();
  assert.equal(await main(anna).getByText('Answer promised by').count(), 0, 'nobody has to answer it any more');
  assert.equal(await main(anna).getByRole('link', { name: 'Withdraw the request' }).count(), 0);
  await check(anna);
  assert.equal((await post(server, annas, form.action, form.fields)).status, 303, 'pressed twice, it is withdrawn once');
  await server.hurry();
  const withdrawn = await mailbox.next({ to: server.demo.staff.email, subject: 'Anna Aho withdrew the request “A key for gate 2”' });
  assert.ok(withdrawn.text.includes(`${server.address}${key}`));
  assert.equal(mails(withdrawn.subject).length, 1);

  mikko.allow(/409/);
  for (let twice = 0; twice < 2; twice += 1) {
    await press(mikko, 'Send');
    assert.match(await mikko.locator('.notice.warn').innerText(), /Somebody changed this request meanwhile[^]*Withdrawn · Anna Aho/);
    assert.equal(await mikko.getByRole('textbox', { name: 'Answer', exact: true }).inputValue(), 'Which of the two locks?');
    await check(mikko);
  }
  await mikko.goto(key);
  assert.equal(await main(mikko).locator('form').count(), 0, 'there is nothing to answer');
  assert.equal(await main(mikko).getByText('Which of the two locks?').count(), 0);
  await check(mikko);
  await mikko.goto('/waiting/requests');
  assert.equal(await main(mikko).getByText('A key for gate 2').count(), 0);

  // Once somebody works on it, a reason is asked for.
  const lamp = await send('A lamp at gate 2');
  await mikko.goto(lamp);
  await mikko.getByRole('textbox', { name: 'Answer', exact: true }).fill('Ordered');
  await press(mikko, 'Send');
  await mikko.getByText('Ordered').waitFor();
  await anna.goto(`${lamp}/withdraw`);
  anna.allow(/422/);
  await press(anna, 'Withdraw the request');
  await anna.locator('#words-error').waitFor();
  await check(anna);
  await anna.getByLabel('Why is it no longer needed?').fill('The moon does');
  await press(anna, 'Withdraw the request');
  await anna.locator('.meeting-when', { hasText: 'Withdrawn' }).waitFor();
  await main(anna).getByText('The moon does').waitFor();
  await mikko.goto(lamp);
  await main(mikko).getByText('The moon does').waitFor();
  await check(mikko);
  await mikko.goto(`${plan}/changes`);
  await main(mikko).getByText('Anna Aho withdrew the request “A lamp at gate 2”').waitFor();
  await server.hurry();
  await mailbox.next({ to: server.demo.staff.email, subject: 'withdrew the request “A lamp at gate 2”' });

  // It is for whoever asked: neither for staff nor for another customer.
  const door = await send('A door at gate 2');
  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  for (const page of [mikko, kaisa]) {
    const cookies = await page.context().cookies();
    assert.equal((await ask(server, cookies, `${door}/withdraw`)).status, 404);
    assert.equal((await post(server, cookies, `${door}/withdraw`, form.fields)).status, 404);
  }
  await anna.reload();
  await anna.getByText('Answer promised by').waitFor();
});
