// What is internal reaches no member, and sums reach only who may see them: on no page, in no file, by no mail.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { ask, crawl } from '../harness/crawl.mjs';
import { fillIn, post } from '../harness/forms.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { story } from '../harness/story.mjs';

const ONCE = [{ name: 'whatever the browser', javaScript: true, width: 390 }];
const BEN = 'ben.berg@lakeside.example';
const VISIBLE = 'Which weekend suits hall 3?';
const ANSWER = 'The later weekend it is, then.';
const TOLD = 'Ask two more crews';
const SHOWN = 'Who is your person for this?';
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** A word for each place where only colleagues write, and for each part of what is not shown yet. */
const PLANTED = {
  'customer_internal.segment': 'kielo-segment',
  'customer_internal.about': 'kielo-about',
  'note.text': 'kielo-note',
  'hidden project.name': 'kielo-project',
  'hidden project.about': 'kielo-purpose',
  'hidden status_report.reason': 'kielo-light',
  'hidden milestone.name': 'kielo-milestone',
  'hidden promise.reason': 'kielo-delay',
  'hidden thread.title': 'kielo-title',
  'hidden message.text': 'kielo-message',
  'hidden message.text, a reply': 'kielo-reply',
  'hidden thread.outcome': 'kielo-outcome',
  'backstage task.name': 'kielo-task',
  'backstage task.why': 'kielo-why',
  'shared backstage task.why': 'kielo-because',
  'waiting invoice_upload.file_name': 'kielo-upload',
  'unapproved work_entry.words': 'kielo-work',
  'draft meeting.title': 'kielo-meeting',
  'concern_theme.theme': 'kielo-theme',
  'question_template.service': 'kielo-service',
  'question_template.words': 'kielo-question',
  'question_template.why': 'kielo-reason',
  'question_template.for_whom': 'kielo-whom',
  'note_attachment.name': 'kielo-file',
  'saved_filter.name': 'kielo-shortcut',
  'saved_filter.asked': 'kielo-choice',
  'hand_over.note': 'kielo-advice',
  'stand_in_answer.reason': 'kielo-refusal',
  'plan_template.name': 'kielo-whole',
  'plan_template.service': 'kielo-service',
  'project_template.name': 'kielo-template',
  'project_template.about': 'kielo-mold',
  'project_template_item.name': 'kielo-stop',
  'project_template_item.why': 'kielo-cause',
  'bank_statement.file_name': 'kielo-statement',
  'bank_transaction.payer': 'kielo-payer',
  'bank_transaction.message': 'kielo-remark',
  'bank_transaction_reference.reference': 'kielo-cited',
};

/** What the customer reads once the project is shown. */
const WITH_THE_PROJECT = [
  'hidden project.name', 'hidden project.about', 'hidden status_report.reason', 'hidden milestone.name', 'hidden promise.reason',
];

/** What the demo's own story keeps from members. */
const IN_THE_DEMO = ['Energy metering', 'margin to be agreed', 'sales director', 'Palokarki'];

/** What members send to a discussion and get back, with how it stands now. */
const BROKEN = [
  ['reply', { message: '01ARZ3NDEKTSV4RRFFQ69G5FAV', text: '' }],
  ['resolve', { version: '0', outcome: 'Done.' }],
  ['ball', { version: '0', ball: 'nobody' }],
];

/** Tables that only colleagues read. A column with text of theirs must be planted in. */
const INTERNAL = ['saved_filter', 'stand_in_answer', 'customer_internal', 'note', 'note_attachment', 'question_template', 'concern_theme', 'plan_template', 'project_template', 'project_template_item'];

/**
 * Tables of which members are shown something, or nobody anything: ways in, promised work, what is reckoned from others.
 * An upload is its uploader's until it is kept, and is planted in as well; so is what the bank tells, of which an invoice
 * takes a sum and a day.
 */
const NOT_INTERNAL = [
  'person', 'staff', 'hand_over', 'hand_over_customer', 'today_mail', 'status_rhythm', 'status_reminder', 'recovery_code', 'responsibility', 'customer', 'absence', 'membership', 'membership_scope',
  'personal_link', 'entry_code', 'password_link', 'device', 'pending_sign_in', 'attempt',
  'project', 'status_report', 'milestone', 'promise', 'task',
  'invoice', 'invoice_mention', 'invoice_line', 'invoice_adjustment', 'invoice_vat', 'invoice_original', 'invoice_upload', 'payment',
  'thread', 'message', 'reading', 'event', 'visit', 'preview', 'plan_look', 'staff_reach', 'outbox', 'customer_summary', 'era', 'searchable', 'searchable_customer',
  'file', 'file_store', 'invoice_original_inline', 'invoice_upload_inline', 'work_entry', 'work_adjustment', 'security_event', 'mail_choice', 'meeting', 'agenda_item', 'outcome', 'minutes_approval', 'meeting_answer', 'meeting_address', 'meeting_mail', 'attachment', 'attachment_approval', 'goal', 'goal_terms', 'goal_approval', 'goal_reading',
  'phase', 'phase_proposal', 'concern', 'concern_answer',
  'question', 'question_answer', 'survey', 'survey_recipient', 'survey_question', 'survey_answer', 'yearly_question', 'feedback', 'follow_up', 'idea', 'idea_support', 'idea_step', 'idea_trial', 'assessment', 'assessment_answer', 'moment', 'need', 'acceptance', 'acceptance_version', 'acceptance_verdict', 'launch', 'report', 'report_approval', 'report_rhythm', 'agreement_version', 'agreement_approval', 'calendar_feed',
  'message_before', 'message_agreement', 'message_mention', 'note_mention', 'reply_address', 'contact', 'incoming_mail', 'mail_bounce',
  'past_outcome', 'past_absence', 'invoice_finer_amount', 'invoice_payment_means', 'invoice_settlement', 'invoice_sub_line', 'task_request', 'task_choice', 'task_answer',
  'invoice_question', 'invoice_approval', 'invoice_attachment', 'import_heading', 'table_import', 'table_import_item',
  'request_kind', 'service_request', 'service_request_step', 'service_package', 'customer_package', 'service_usage', 'package_answer', 'project_budget', 'bank_statement', 'bank_transaction', 'bank_transaction_reference',
];

/** What all migrations make, each table with its lines. */
async function tables() {
  const folder = new URL('../../migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const sql = (await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n');
  const made = new Map();
  const steps = /^create table (\w+) \(([^]*?)^\);|^alter table (\w+) add column (\w+ .*);|^alter table (\w+) rename to (\w+);|^drop table (\w+);/gm;
  let creations = 0;
  for (const [, created, lines, altered, column, before, after, dropped] of sql.matchAll(steps)) {
    if (created) made.set(created, lines);
    if (created) creations += 1;
    if (altered) made.set(altered, `${made.get(altered)}    ${column}\n`);
    if (before) made.set(after, made.get(before));
    made.delete(before ?? dropped);
  }
  assert.equal(creations, sql.match(/^\s*create\s+table/gim).length, 'each table is found');
  return made;
}

/** The columns of tables that only colleagues read. A table that nobody has decided about ends the story. */
async function internalColumns() {
  const made = await tables();
  const decided = [...INTERNAL, ...NOT_INTERNAL].sort();
  assert.deepEqual([...made.keys()].sort(), decided, 'each table is internal or not');
  return INTERNAL.flatMap((table) => {
    // One of a few words of the product's own holds nothing that anybody wrote.
    const columns = [...made.get(table).matchAll(/^ {4}(\w+) text(?!.*check)/gm)].map(([, name]) => name).filter((name) => !/(^|_)(id|hash)$/.test(name));
    assert.ok(columns.length > 0, `${table} has text of colleagues`);
    return columns.map((name) => `${table}.${name}`);
  });
}

async function membersIn({ server, mailbox, newPage }) {
  const [url] = (await server.command('link', 'create', '--email', BEN)).match(/http\S+\/in\/\S+/) ?? assert.fail('a link is printed');
  const members = {};
  for (const [name, link] of [['anna', server.demo.links[0]], ['ben', { url, email: BEN }]]) {
    const page = await newPage();
    await enterByLink(page, link, mailbox);
    members[name] = { email: link.email, cookies: await page.context().cookies() };
  }
  return members;
}

async function staffIn({ server, newPage }) {
  const page = await newPage();
  await signIn(page, server.demo.staff);
  return { page, cookies: await page.context().cookies() };
}

/** Saara is named as a stand-in in the demo, and cannot. */
async function decline({ server, newPage }) {
  const page = await newPage();
  await signIn(page, { ...server.demo.staff, email: 'saara.lind@northline.example' });
  const cookies = await page.context().cookies();
  const [asked] = (await (await ask(server, cookies, '/today')).text()).match(/\/me\/stand-in\/\w{26}/) ?? assert.fail('Saara is asked');
  const answer = await post(server, cookies, asked, [['answer', 'declined'], ['reason', PLANTED['stand_in_answer.reason']]]);
  assert.equal(answer.status, 303, 'Saara declines');
}

/** The address of the discussion of this name, as `cookies` find it in the list. */
async function threadCalled(server, cookies, plan, title) {
  const list = await (await ask(server, cookies, `${plan}/threads`)).text();
  const link = [...list.matchAll(/<a href="([^"]+\/threads\/[0-9A-Z]{26})">([^<]*)</g)].find(([, , name]) => name === title);
  return link?.[1] ?? assert.fail(`no discussion is called ${title}`);
}

/** Writes every planted word where it belongs, and gives the hidden project. */
async function plant(server, { page, cookies }, plan) {
  const p = PLANTED;
  const fill = (at, action, changes) => fillIn(server, cookies, at, action, changes);
  const internal = { segment: p['customer_internal.segment'], about: p['customer_internal.about'] };
  await fill(`${plan}/edit`, /\/edit\/internal$/, internal);
  const hidden = { name: p['hidden project.name'], about: p['hidden project.about'], shared: null };
  const project = await fill(`${plan}/projects/new`, /\/projects\/new$/, hidden);
  await fill(`${project}/status`, /\/status$/, { light: 'late', reason: p['hidden status_report.reason'] });
  await fill(`${project}/milestones/new`, /\/milestones\/new$/, { name: p['hidden milestone.name'], promised_on: day(30) });
  const [milestone] = (await (await ask(server, cookies, project)).text()).match(new RegExp(`${project}/milestones/[0-9A-Z]{26}`));
  await fill(milestone, /\/promise$/, { promised_on: day(40), reason: p['hidden promise.reason'] });
  const about = `project.${project.split('/').pop()}`;
  const opened = { title: p['hidden thread.title'], text: p['hidden message.text'] };
  const thread = await fill(`${plan}/threads/new?about=${about}`, /\/threads\/new$/, opened);
  await fill(thread, /\/reply$/, { text: p['hidden message.text, a reply'] });
  await fill(thread, /\/resolve$/, { outcome: p['hidden thread.outcome'] });

  const shown = await threadCalled(server, cookies, plan, VISIBLE);
  await fill(shown, /\/note$/, { note: p['note.text'] });
  const [open] = (await (await ask(server, cookies, shown)).text()).match(new RegExp(`${plan}/projects/[0-9A-Z]{26}`));
  const task = { name: p['backstage task.name'], why: p['backstage task.why'], side: 'supplier', owner: '', stage: 'backstage', shared: null };
  await fill(`${open}/tasks/new`, /\/tasks\/new$/, task);
  const told = { name: TOLD, why: p['shared backstage task.why'], side: 'supplier', owner: '', stage: 'backstage' };
  await fill(`${open}/tasks/new`, /\/tasks\/new$/, told);
  const matter = `${plan.split('/').pop()}.${open.split('/').pop()}`;
  await fill(`/work?matter=${matter}`, /\/work$/, { time: '1:30', words: p['unapproved work_entry.words'] });
  const draft = { title: p['draft meeting.title'], day: day(20), time: '9:30', length: '60', shared: null };
  await fill(`${plan}/meetings/new`, /\/meetings\/new$/, draft);
  const asked = { service: p['question_template.service'], words: p['question_template.words'], reason: p['question_template.why'], whom: p['question_template.for_whom'] };
  await fill('/staff/questions', /\/staff\/questions$/, asked);
  const process = await (await ask(server, cookies, `${plan}/process`)).text();
  const [concern] = process.match(new RegExp(`${plan}/concerns/[0-9A-Z]{26}`)) ?? assert.fail('the demo has a concern');
  await fill(concern, /\/theme$/, { theme: p['concern_theme.theme'] });
  const mold = await fill(`${plan}/projects/new`, /\/projects\/new$/, { name: 'Mold', about: p['project_template.about'], shared: null });
  const item = { name: p['project_template_item.name'], why: p['project_template_item.why'], side: 'supplier', owner: '', stage: 'backstage', shared: null };
  await fill(`${mold}/tasks/new`, /\/tasks\/new$/, item);
  await fill(`${mold}/template`, /\/template$/, { name: p['project_template.name'] });
  const service = (await (await ask(server, cookies, `${plan}/template`)).text()).match(/value="(\w{26})"[^>]*>kielo-service/)?.[1] ?? assert.fail('the service can be chosen');
  await fill(`${plan}/template`, /\/template$/, { name: p['plan_template.name'], service });
  await fill(`/customers/filters?q=${p['saved_filter.asked']}`, /\/customers\/filters/, { name: p['saved_filter.name'] });
  const heir = (await (await ask(server, cookies, '/customers/hand-over')).text()).match(/value="(\w{26})"[^>]*>Saara Lind/)?.[1] ?? assert.fail('Saara can get customers');
  const over = { customers: plan.split('/').pop(), to: heir, on_day: day(30), note: p['hand_over.note'], word: '' };
  const answer = await post(server, cookies, '/customers/hand-over', [['id', '01ARZ3NDEKTSV4RRFFQ69G5FAV'], ...Object.entries(over)]);
  assert.equal(answer.status, 303, 'the hand-over is planned');
  await page.goto(shown);
  const beside = { name: `${p['note_attachment.name']}.txt`, mimeType: 'text/plain', buffer: Buffer.from('margins') };
  await page.locator('#note_files').setInputFiles(beside);
  await page.getByRole('button', { name: 'Save note' }).click();
  await page.locator('.messages .note .files', { hasText: beside.name }).waitFor();
  await page.goto('/invoices/new');
  const file = { name: `${p['waiting invoice_upload.file_name']}.xml`, mimeType: 'text/xml', buffer: Buffer.from('<Letter/>') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Read the files' }).click();
  await page.locator('section.read').waitFor();
  await page.goto('/invoices/payments');
  const paid = `Date;Amount;Payer;Reference;Message\n2026-01-15;1,00;${p['bank_transaction.payer']};${p['bank_transaction_reference.reference']};${p['bank_transaction.message']}\n`;
  await page.locator('input[type=file]').setInputFiles({ name: `${p['bank_statement.file_name']}.csv`, mimeType: 'text/csv', buffer: Buffer.from(paid) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText(p['bank_transaction.payer']).waitFor();
  return { project, thread, shown };
}

/** All that a member receives: its mails, its pages, and forms that come back with what stands now beside what was typed. */
async function receivedBy({ server, mailbox }, { email, cookies }, shown) {
  const mails = mailbox.mails.filter((mail) => mail.to.includes(email));
  const received = mails.map((mail) => [`the mail "${mail.subject}"`, `${mail.raw}\n${mail.subject}\n${mail.text}\n${mail.html}`]);
  const pages = await crawl(server, cookies, '/');
  assert.ok(pages.size > 20, `${email} reached ${pages.size} pages`);
  received.push(...pages);
  const plan = shown.split('/threads/')[0];
  for (const word of Object.values(PLANTED)) {
    const path = `${plan}/search/found?q=${encodeURIComponent(word)}`;
    received.push([path, await (await ask(server, cookies, path)).text()]);
  }
  for (const [deed, fields] of BROKEN) {
    const answer = await post(server, cookies, `${shown}/${deed}`, Object.entries(fields));
    assert.ok(answer.status >= 400 && answer.status < 500, `${deed}: ${answer.status}`);
    received.push([`${deed} again`, await answer.text()]);
  }
  return received;
}

function nowhere(received, word, place) {
  for (const [where, text] of received) assert.ok(!text.includes(word), `"${word}", ${place}, is told in ${where}`);
}

story('what is internal reaches no member, by no way', { database: 'postgres', demo: [], settings: ONCE }, async (told) => {
  const { server } = told;
  const [plan] = server.demo.plans;
  for (const column of await internalColumns()) assert.ok(PLANTED[column], `${column} is internal, and nothing is planted in it`);
  const members = await membersIn(told);
  const mikko = await staffIn(told);
  await decline(told);
  const { project, thread, shown } = await plant(server, mikko, plan);
  // An answer where the note stands promises a mail to members, as what was said in the hidden discussion does not.
  await fillIn(server, mikko.cookies, shown, /\/reply$/, { text: ANSWER });
  await server.hurry();

  const received = [];
  for (const member of Object.values(members)) {
    const all = await receivedBy(told, member, shown);
    assert.ok(all.some(([, text]) => text.includes(TOLD)), `${member.email} reads of the task that is shared`);
    assert.ok(all.some(([where, text]) => where.startsWith('the mail') && text.includes(ANSWER)), `${member.email} is told of the answer`);
    received.push(...all);
    for (const path of [project, thread, `${thread}?before=01ARZ3NDEKTSV4RRFFQ69G5FAV`]) {
      const answer = await ask(server, member.cookies, path);
      assert.equal(answer.status, 404, path);
      received.push([path, await answer.text()]);
    }
  }
  const read = async (path) => (await ask(server, mikko.cookies, path)).text();
  const projects = new Set((await read(plan)).match(new RegExp(`${plan}/projects/[0-9A-Z]{26}`, 'g')));
  const inside = (await Promise.all([plan, `${plan}/edit`, `${plan}/work`, `${plan}/meetings`, thread, shown, '/customers', '/customers/hand-overs', '/today', '/invoices/new', '/invoices/payments', '/staff/questions', '/staff/concerns', '/staff/templates', ...projects].map(read))).join();
  for (const [place, word] of [...Object.entries(PLANTED), ...IN_THE_DEMO.map((word) => ['the demo', word])]) {
    assert.ok(inside.includes(word), `staff reads "${word}", ${place}`);
    nowhere(received, word, place);
  }

  await fillIn(server, mikko.cookies, `${project}/edit`, /\/share$/, {});
  await fillIn(server, mikko.cookies, thread, /\/reopen$/, {});
  await fillIn(server, mikko.cookies, thread, /\/reply$/, { text: `${PLANTED['hidden message.text, a reply']} again` });
  const about = `project.${project.split('/').pop()}`;
  const begun = await fillIn(server, mikko.cookies, `${plan}/threads/new?about=${about}`, /\/threads\/new$/, { title: SHOWN, text: SHOWN });
  await server.hurry();
  assert.ok((await read(thread)).includes('Stays internal'), 'staff is told that the earlier discussion stays inside');
  assert.ok(!(await read(begun)).includes('Stays internal'), 'and that the new one does not');
  for (const member of Object.values(members)) {
    const all = await receivedBy(told, member, shown);
    assert.ok(all.some(([where, text]) => where === project && text.includes(PLANTED['hidden project.about'])), 'the project is shown');
    assert.ok(all.some(([where, text]) => where.startsWith('the mail') && text.includes(SHOWN)), 'the new discussion is told');
    const answer = await ask(server, member.cookies, thread);
    assert.equal(answer.status, 404, thread);
    const stays = Object.entries(PLANTED).filter(([place]) => !WITH_THE_PROJECT.includes(place));
    assert.ok(stays.some(([place]) => place === 'hidden thread.title'), 'discussions are not shown with their project');
    for (const [place, word] of stays) nowhere(all, word, `${place}, after the project was shown`);
  }
});

story('a member without the money scope sees no sums anywhere', { database: 'postgres', demo: [], settings: ONCE }, async (told) => {
  const { server, mailbox } = told;
  const [plan] = server.demo.plans;
  const { anna, ben } = await membersIn(told);
  const mikko = await staffIn(told);
  // The same answer in a discussion that both may read, and about a line of an invoice.
  const shared = await threadCalled(server, anna.cookies, plan, VISIBLE);
  const sums = await threadCalled(server, anna.cookies, plan, 'Six hours on a Saturday');
  await fillIn(server, mikko.cookies, shared, /\/reply$/, { text: ANSWER });
  await fillIn(server, mikko.cookies, sums, /\/reply$/, { text: 'It was 846.00 EUR, as agreed.' });
  await server.hurry();

  const annas = await crawl(server, anna.cookies, '/');
  const bens = await crawl(server, ben.cookies, '/');
  for (const path of [plan, '/me', `${plan}/threads`, shared]) assert.ok(bens.has(path), `Ben reads ${path}`);
  assert.ok([...bens.keys()].some((path) => path.includes('/projects/')), 'Ben reads the projects');
  const amounts = new Set([...annas.values()].flatMap((text) => text.match(/€\d[\d.,]*\d/g) ?? []));
  assert.ok(amounts.size > 10, `Anna reads ${[...amounts]}`);
  // Nothing is no sum; written without its currency it stands in the time of a day, as in 10.00.
  const ofMoney = [...amounts].map((sum) => sum.slice(1)).filter((sum) => /[1-9]/.test(sum)).concat('€', 'EUR', 'invoice', 'Invoice', '1031', '1042', '1057', 'Six hours');
  const mails = mailbox.mails.filter((mail) => mail.to.includes(BEN));
  assert.ok(mails.some((mail) => mail.text.includes(ANSWER)), 'Ben is told of the answer that he may read');
  const annasMails = mailbox.mails.filter((mail) => mail.to.includes(anna.email));
  assert.ok(annasMails.some((mail) => mail.text.includes('846.00 EUR')), 'Anna is told of the other one');
  const received = [...bens, ...mails.map((mail) => [`the mail "${mail.subject}"`, `${mail.subject}\n${mail.text}\n${mail.html}`])];
  for (const [where, text] of received) {
    // Four digits stand in the middle of an id by chance.
    const said = text.replaceAll(/[0-9A-HJKMNP-TV-Z]{26}|nonce="[^"]*"/g, '');
    for (const word of ofMoney) assert.ok(!said.includes(word), `"${word}" stands in ${where}`);
  }

  // What Anna reaches and Ben does not is not there for him, rather than only not linked.
  const hers = [...annas].filter(([path, text]) => !bens.has(path) && !text.includes('>404<')).map(([path]) => path);
  for (const part of ['/invoices', '/original', sums, '?about=invoice.', '?about=invoice_line.']) {
    assert.ok(hers.some((path) => path.includes(part)), `Anna reaches ${part}`);
  }
  const there = [];
  // The address of a form leads to its page, whoever asks; where a list goes on is a position, in one's own list as well.
  const reached = async (path) => {
    const answer = await ask(server, ben.cookies, path);
    return answer.status === 303 ? ask(server, ben.cookies, answer.headers.get('location')) : answer;
  };
  // What one does with one's own message or support is not offered to others who read the same, and neither is agreeing to it.
  const ofOnesOwn = /\/(?:messages\/\w+\/(?:agree|withdraw)|ideas\/\w+\/(?:withdraw-)?support)$/;
  for (const path of hers.filter((path) => path.startsWith(plan) && !/[?&](?:after|before)=/.test(path) && !ofOnesOwn.test(path))) {
    const { status } = await reached(path);
    if (status !== 404) there.push(`${path}: ${status}`);
  }
  assert.deepEqual(there, []);
});
