// A project is kept as a template, another customer's project begins from it, and its first day moves before anybody was promised a date.

import assert from 'node:assert/strict';
import { signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const press = (page, name) => page.locator('main').getByRole('button', { name }).first().click();
const follow = (page, name) => page.locator('main').getByRole('link', { name }).first().click();
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

story('a project begins from a template and its days move together', { demo: [] }, async ({ server, newPage, check }) => {
  const [plan] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(plan);
  await follow(mikko, 'New network for the mill');
  const project = new URL(mikko.url()).pathname;
  await mikko.goto(`${project}/edit`);
  await follow(mikko, 'Save as a template');
  await check(mikko);
  await mikko.getByLabel('Name of the template').fill('Network of a mill');
  await press(mikko, 'Save as a template');
  await mikko.getByRole('heading', { level: 1, name: 'Project templates' }).waitFor();
  await check(mikko);

  await mikko.goto(`${plan}/projects/new`);
  await check(mikko);
  await follow(mikko, 'Network of a mill');
  await mikko.getByText('Hall 1 on the new network').waitFor();
  await check(mikko);
  await mikko.getByLabel('Name', { exact: true }).fill('Network of the second mill');
  await mikko.getByLabel('First day').fill(day(30));
  await press(mikko, 'Start a project');
  await mikko.getByRole('heading', { level: 1, name: 'Network of the second mill' }).waitFor();
  await check(mikko);
  const made = new URL(mikko.url()).pathname;
  await mikko.goto(`${made}/edit`);
  await follow(mikko, 'Move the first day');
  await check(mikko);
  assert.equal(await mikko.getByLabel('First day').inputValue(), day(30));
  await mikko.getByLabel('First day').fill(day(37));
  await press(mikko, 'Move all days');
  await mikko.getByRole('heading', { level: 1, name: 'Network of the second mill' }).waitFor();
  await mikko.goto(`${made}/first-day`);
  assert.equal(await mikko.getByLabel('First day').inputValue(), day(37));
});

story('a whole plan begins from a template, with its projects as far from each other as before', { demo: [] }, async ({ server, newPage, check }) => {
  const [lakeside, harbour] = server.demo.plans;
  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${lakeside}/edit`);
  await check(mikko);
  await follow(mikko, 'Save as a template');
  await mikko.getByRole('heading', { level: 1, name: 'Save the plan as a template' }).waitFor();
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Save as a template');
  await mikko.locator('#name-error').waitFor();
  await check(mikko);
  await mikko.getByLabel('Name of the template').fill('A second mill');
  await press(mikko, 'Save as a template');
  const plans = mikko.getByRole('region', { name: 'Templates of whole plans' });
  await plans.getByText('A second mill', { exact: true }).waitFor();
  await check(mikko);

  await mikko.goto(`${harbour}/projects/new`);
  await check(mikko);
  await follow(mikko, 'A second mill');
  await mikko.getByRole('heading', { level: 1, name: 'Start the plan: A second mill' }).waitFor();
  await mikko.getByText('Begins on the first day').first().waitFor();
  await check(mikko);
  await press(mikko, 'Start the plan');
  await mikko.locator('#starts_on-error').waitFor();
  await mikko.getByLabel('First day').fill(day(30));
  await press(mikko, 'Start the plan');
  await mikko.waitForURL(`**${new URL(harbour, mikko.url()).pathname}`);
  await mikko.getByRole('link', { name: 'New network for the mill' }).first().waitFor();
  await check(mikko);

  await mikko.goto('/staff/templates');
  const row = plans.locator('li', { hasText: 'A second mill' });
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Yes, remove the template' }).click();
  await plans.waitFor();
  assert.equal(await plans.getByText('A second mill', { exact: true }).count(), 0);
});
