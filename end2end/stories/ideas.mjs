// Needs and ideas: written by either side, supported by name in one press, answered with a reason, tried by who was invited.

import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name }).first().click();

story('an idea is supported, answered with a reason, and tried by who was invited', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [plan] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.locator('footer').getByRole('link', { name: 'Idea', exact: true }).click();
  await check(anna);
  anna.allow(/422/);
  await press(anna, 'Send');
  await anna.locator('#what-error').waitFor();
  await check(anna);
  await main(anna).getByLabel('Reports', { exact: true }).check();
  await main(anna).getByLabel('What do you need, or what would be better?').fill('A message when a report is ready');
  await main(anna).getByLabel('What would it change?').fill('Nobody has to look for it.');
  await press(anna, 'Send');
  await anna.getByRole('heading', { level: 1, name: 'A message when a report is ready' }).waitFor();
  await main(anna).getByText('Nobody yet').waitFor();
  await check(anna);
  const idea = new URL(anna.url()).pathname;

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto('/today');
  await follow(mikko, 'A message when a report is ready');
  await press(mikko, 'Support this idea');
  await main(mikko).getByRole('button', { name: 'Withdraw my support' }).waitFor();
  await check(mikko);
  await press(mikko, 'Withdraw my support');
  await press(mikko, 'Support this idea');
  await main(mikko).getByText('Mikko Kallio').first().waitFor();
  await follow(mikko, 'Answer the idea');
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Save');
  await mikko.locator('#reason-error').waitFor();
  await check(mikko);
  await main(mikko).getByLabel('Under way', { exact: true }).check();
  await main(mikko).getByLabel('Reason', { exact: true }).fill('It comes with the report of this month.');
  await press(mikko, 'Save');
  await main(mikko).getByText('It comes with the report of this month.').waitFor();
  await follow(mikko, 'Invite to try it out');
  await check(mikko);
  await press(mikko, 'Invite');
  await mikko.locator('#person-error').waitFor();
  await main(mikko).getByLabel('Who', { exact: true }).selectOption('Anna Aho');
  await press(mikko, 'Invite');
  await main(mikko).getByText('Invited', { exact: true }).waitFor();
  await check(mikko);

  await anna.goto(plan);
  await main(anna).getByRole('link', { name: 'A message when a report is ready' }).or(main(anna).getByRole('heading', { name: 'A message when a report is ready' })).first().waitFor();
  await check(anna);
  await anna.goto(idea);
  await press(anna, 'Yes, I will try it');
  await main(anna).getByText('You said yes. Thank you!').waitFor();
  await check(anna);
  await anna.goto(`${plan}/ideas`);
  await main(anna).getByText('Anna Aho’s idea').waitFor();
  await check(anna);
  await anna.goto(`${plan}/changes?about=idea`);
  await main(anna).getByText('It comes with the report of this month.').waitFor();
  await check(anna);

  await mikko.goto('/staff/ideas');
  await main(mikko).getByRole('link', { name: 'A message when a report is ready' }).waitFor();
  await check(mikko);
  await main(mikko).getByLabel('Status', { exact: true }).selectOption('Done');
  await press(mikko, 'Show');
  await main(mikko).getByRole('link', { name: 'One graph of all halls on the first page' }).waitFor();
  await check(mikko);
});

story('both sides judge their work together, and see each other once both have', { demo: [] }, async (told) => {
  const { server, mailbox, newPage, check } = told;
  const [lakeside, harbour] = server.demo.plans;
  const anna = await newPage();
  await enterByLink(anna, server.demo.links[0], mailbox);
  await anna.goto(`${lakeside}/assessment`);
  await main(anna).getByRole('heading', { name: 'You see this differently' }).waitFor();
  await main(anna).getByRole('img', { name: /^Chart of all questions/ }).waitFor();
  await main(anna).getByText('The night shift knows nobody by name yet.').first().waitFor();
  await check(anna);
  await main(anna).getByRole('navigation', { name: 'Years' }).getByRole('link').first().click();
  await check(anna);

  const mikko = await newPage();
  await signIn(mikko, server.demo.staff);
  await mikko.goto(`${harbour}/assessment`);
  await check(mikko);
  await follow(mikko, 'Assess the co-operation');
  await check(mikko);
  mikko.allow(/422/);
  await press(mikko, 'Send the answers');
  await mikko.locator('#meetings-error').waitFor();
  await check(mikko);
  for (const question of await main(mikko).getByRole('group').all()) await question.getByRole('radio', { name: '4', exact: true }).check();
  await main(mikko).getByLabel('Comment: Meetings').fill('Every second month, with an agenda of both.');
  await press(mikko, 'Send the answers');
  await main(mikko).getByText('Every second month, with an agenda of both.').waitFor();
  await main(mikko).getByText(/has not answered for/).waitFor();
  await check(mikko);

  const kaisa = await newPage();
  await enterByLink(kaisa, server.demo.links[1], mailbox);
  await kaisa.goto(`${harbour}/assessment`);
  await main(kaisa).getByText(/Näet vastaukset omiesi jälkeen/).waitFor();
  await check(kaisa);
  await follow(kaisa, 'Arvioi yhteistyö');
  for (const question of await main(kaisa).getByRole('group').all()) await question.getByRole('radio', { name: '2', exact: true }).check();
  await press(kaisa, 'Lähetä vastaukset');
  await main(kaisa).getByRole('heading', { name: 'Tämän näette eri tavoin' }).waitFor();
  await main(kaisa).getByText('Every second month, with an agenda of both.').first().waitFor();
  await check(kaisa);
});
