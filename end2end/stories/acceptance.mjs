// Taking over: the customer tests line by line, and each decision belongs to exactly one version.

import assert from 'node:assert/strict';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();

story('what is handed over is tested, refused with a reason and approved in its next version', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  await follow(mikko, 'New network for the mill');
  await mikko.getByRole('heading', { name: 'Acceptance' }).waitFor();
  await follow(mikko, 'Propose a checklist');
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Propose a checklist');
  await mikko.locator('#lines-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('What is handed over').fill('Network of hall 2');
  await mikko.getByLabel('What the customer tests').fill('A cut cable stops one machine\nThe dye line goes on');
  await press(mikko, 'Propose a checklist');
  await mikko.getByText('The dye line goes on').waitFor();
  await check(mikko);
  const list = new URL(mikko.url()).pathname;

  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  // What waits longer comes before it: on the plan it is among the others.
  await main(anna).locator(`a[href="${list}"]`).first().waitFor({ state: 'attached' });
  await anna.goto(list);
  await check(anna);
  anna.allow(/409|422/);
  await anna.getByLabel('A cut cable stops one machine').check();
  await anna.getByLabel('Refuse', { exact: false }).check();
  await press(anna, 'Save the decision');
  await anna.locator('#reason-error').waitFor();
  await check(anna);
  assert.ok(await anna.getByLabel('A cut cable stops one machine').isChecked(), 'what was ticked stays');
  await anna.getByLabel('Reason').fill('The dye line stood for a minute.');
  await press(anna, 'Save the decision');
  await anna.getByText(/Anna Aho refused this version/).waitFor();
  await check(anna);

  await mikko.goto('/waiting');
  await follow(mikko, 'Network of hall 2');
  await follow(mikko, 'Propose the next version');
  await check(mikko);
  await mikko.getByLabel('What is different').fill('The dye line has a second way.');
  await press(mikko, 'Propose the next version');
  await mikko.getByRole('heading', { name: 'Version 2' }).waitFor();
  await anna.goto(list);
  await anna.getByLabel('The dye line goes on').check();
  await anna.getByLabel('Approve', { exact: false }).check();
  await mikko.goto(`${list}/next`);
  await mikko.getByLabel('What is different').fill('Labels on both cables.');
  await press(mikko, 'Propose the next version');
  await mikko.getByRole('heading', { name: 'Version 3' }).waitFor();
  await press(anna, 'Save the decision');
  await anna.getByText('decided or changed after you opened it').waitFor();
  await check(anna);
  await anna.getByLabel('Approve', { exact: false }).check();
  await press(anna, 'Save the decision');
  await anna.locator('#works-error').waitFor();
  await check(anna);
  await anna.getByLabel('Reason').fill('The dye line was tested in October.');
  await press(anna, 'Save the decision');
  await anna.getByText(/Anna Aho approved this version/).waitFor();
  await anna.getByText(/Anna Aho is asked again after 30 days/).waitFor();
  await anna.getByText('Earlier versions').click();
  await check(anna);
  await mikko.goto(list);
  await check(mikko);

  // It is launched together: both say that they are ready, and another day asks both anew.
  assert.equal(await main(anna).getByRole('heading', { name: 'Launch' }).count(), 0, 'nothing is planned yet');
  await follow(mikko, 'Plan the launch');
  await check(mikko);
  await press(mikko, 'Save');
  await mikko.locator('#day-error').waitFor();
  await check(mikko);
  const launchOn = async (ahead) => {
    await mikko.getByLabel('Day of the launch').fill(new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10));
    await mikko.getByLabel('What happens').fill('The crew is there from six.');
    await press(mikko, 'Save');
    await mikko.getByText(/^Planned for /).waitFor();
    await check(mikko);
  };
  await launchOn(5);
  await anna.goto(list);
  await press(anna, 'We are ready');
  const ready = (page) => main(page).getByText('Ready', { exact: true });
  await ready(anna).waitFor();
  await check(anna);
  await mikko.goto(list);
  await follow(mikko, 'Change the day');
  await check(mikko);
  await launchOn(6);
  assert.equal(await ready(mikko).count(), 0, 'another day asks both anew');
  await press(mikko, 'We are ready');
  await ready(mikko).waitFor();
  assert.equal(await main(mikko).getByRole('button', { name: 'It is launched' }).count(), 0, 'one side alone launches nothing');
  await anna.goto(list);
  await press(anna, 'We are ready');
  await press(anna, 'It is launched');
  await main(anna).getByText('Launched', { exact: true }).waitFor();
  await check(anna);
  await mikko.goto(list);
  assert.equal(await main(mikko).getByRole('link', { name: 'Change the day' }).count(), 0, 'what is done is done');
});
