// Measures the plan page against a trivial route and a static page of the same size, with a small and a large
// database, and says whether the targets hold. Only the ratios mean something on another machine.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { newPage, openBrowser } from '../harness/browser.mjs';
import { openMailbox } from '../harness/mailbox.mjs';
import { enterByLink, signIn } from '../harness/people.mjs';
import { startServer } from '../harness/server.mjs';
import { measure } from './wrk.mjs';

const SMALL = { customers: 100, messages: 4_000 };
const LARGE = { customers: 100_000, messages: 1_000_000 };
const YARDSTICK = join(dirname(process.env.COPLAN_BIN), 'coplan-yardstick');

const folder = await mkdtemp(join(tmpdir(), 'coplan-bench-'));
const browser = await openBrowser();
const mailbox = await openMailbox();

const say = (words) => console.error(`bench: ${words}`);
const cookieOf = async (page) => (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

/** Lets somebody in and gives the cookie and where it led. */
async function comeIn(server, enter) {
  const page = await newPage(browser, { address: server.address, javaScript: false, width: 1280 });
  await enter(page);
  const come = { cookie: await cookieOf(page), url: page.url() };
  await page.finish();
  return come;
}

/** A Lua script for wrk that asks for one address after the other, so that no plan is asked for twice. */
async function oneAfterTheOther(paths) {
  const script = join(folder, 'paths.lua');
  const list = paths.map((path) => JSON.stringify(path)).join(',\n');
  await writeFile(script, `local paths = {\n${list}\n}\nlocal n = 0\nrequest = function()\n  n = n % #paths + 1\n  return wrk.format("GET", paths[n])\nend\n`);
  return script;
}

/** The median of milliseconds that these pages take, one at a time, when nobody has asked for them before. */
async function alone(server, paths, cookie) {
  const times = [];
  for (const path of paths) {
    const begun = performance.now();
    const answer = await fetch(server.address + path, { headers: { cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)];
}

/** The plan page over a database of this size: rendered for the first time, and from memory. */
async function withDatabase({ customers, messages }) {
  say(`filling a database with ${customers} customers and ${messages} messages`);
  const server = await startServer({ mailbox, demo: ['--customers', `${customers}`, '--messages', `${messages}`] });
  try {
    const atRest = await server.memory();
    const member = await comeIn(server, (page) => enterByLink(page, server.demo.links[0], mailbox));
    const staff = await comeIn(server, (page) => signIn(page, server.demo.staff));
    const page = await (await fetch(member.url, { headers: { cookie: member.cookie } })).text();
    say('the plan page, first renders');
    const { plans } = server.demo;
    const single = await alone(server, plans.slice(0, 100), staff.cookie);
    // Only the large database has plans enough that none comes twice.
    const script = await oneAfterTheOther(plans.slice(100));
    const first = plans.length < 10_000 ? null : await measure(server.address, { cookie: staff.cookie, script, seconds: 4 });
    say('the plan page, again and again');
    const again = await measure(member.url, { cookie: member.cookie });
    return { page, single, first, again, atRest, afterwards: await server.memory() };
  } finally {
    await server.remove();
  }
}

async function yardsticks(page) {
  const file = join(folder, 'page.html');
  await writeFile(file, page);
  const process_ = spawn(YARDSTICK, ['127.0.0.1:0', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await new Promise((found, refuse) => {
      process_.once('error', refuse);
      process_.stdout.once('data', (words) => found(String(words).trim()));
    });
    say('a trivial route');
    const trivial = await measure(`${address}/trivial`);
    say('a static page of the same size');
    return { trivial, fixed: await measure(`${address}/page`) };
  } finally {
    process_.kill();
  }
}

/** Prints the figures as a table for the README; gives whether every target holds. */
function report({ trivial, fixed, small, large }) {
  const rows = [
    ['a trivial route', trivial],
    ['a static page of the same size', fixed],
    ['the plan page, 100 customers', small.again],
    ['the plan page, 100,000 customers', large.again],
    ['its first render, 100,000 customers', large.first],
  ];
  console.log(`\nThe plan page has ${Math.round(large.page.length / 1000)} kB of HTML; 16 clients.\n`);
  console.log('| | requests/s | of the static page | p50 ms | p99 ms |\n|---|--:|--:|--:|--:|');
  for (const [name, { rate, p50, p99 }] of rows) {
    const share = ((100 * rate) / fixed.rate).toFixed(1);
    console.log(`| ${name} | ${Math.round(rate)} | ${share} % | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`);
  }
  const targets = [
    ['plan page, share of the static page', large.again.rate / fixed.rate, (it) => it >= 0.12, '>= 0.12'],
    ['first render, share of the static page', large.first.rate / fixed.rate, (it) => it >= 0.03, '>= 0.03'],
    ['requests/s, small database, times the large one', small.again.rate / large.again.rate, (it) => it <= 1.3, '<= 1.3'],
    ['first render alone, large database, times the small one', large.single / small.single, (it) => it <= 1.3, '<= 1.3'],
    ['resident at rest, MB, large database', large.atRest, (it) => it < 80, '< 80'],
  ];
  console.log(`\n| target | measured | wanted | |\n|---|--:|--:|---|`);
  for (const [name, value, holds, wanted] of targets) {
    console.log(`| ${name} | ${value.toFixed(2)} | ${wanted} | ${holds(value) ? 'holds' : 'missed'} |`);
  }
  console.log(`\nResident after the load: ${small.afterwards.toFixed(0)} MB small, ${large.afterwards.toFixed(0)} MB large.`);
  return targets.every(([, value, holds]) => holds(value));
}

try {
  const small = await withDatabase(SMALL);
  const large = await withDatabase(LARGE);
  process.exitCode = report({ ...(await yardsticks(large.page)), small, large }) ? 0 : 1;
} finally {
  await browser.close();
  await mailbox.close();
  await rm(folder, { recursive: true, force: true });
}
