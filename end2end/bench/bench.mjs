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
/** The supplier's own pages: as many customers as fill the first page of their table, and as many as a supplier may have. */
const FEW = { customers: 50, messages: 200 };
const MANY = { customers: 10_000, messages: 40_000 };
const TABLE = ['/customers', '/customers?q=aalto', '/customers?sort=open', '/waiting', '/today'];
/** A customer's year: one a month, and one that is as full as a year can be. */
const USUAL_YEAR = { customers: 1, messages: 40, meetings: 12, goals: 8, readings: 12 };
const FULL_YEAR = { customers: 1, messages: 40, meetings: 200, goals: 40, readings: 125 };
const ROOMS = ['', '/changes', '/meetings', '/meetings/*', '/goals', '/goals/*'];
/** How often the page and the yardstick take turns: what the machine does besides passes over both. */
const ROUNDS = 5;
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

/** Serves a static page of the same size, and a trivial route, from a process of its own. */
async function startYardstick(page) {
  const file = join(folder, 'page.html');
  await writeFile(file, page);
  const process_ = spawn(YARDSTICK, ['127.0.0.1:0', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((found, refuse) => {
    process_.once('error', refuse);
    process_.stdout.once('data', (words) => found(String(words).trim()));
  });
  return { address, stop: () => process_.kill() };
}

/** The one in the middle. */
function median(measured, of) {
  return measured.toSorted((one, other) => of(one) - of(other))[Math.floor(measured.length / 2)];
}

/** The plan page over a database of this size: rendered for the first time, and from memory in turns with the yardstick. */
async function withDatabase({ customers, messages }) {
  say(`filling a database with ${customers} customers and ${messages} messages`);
  const server = await startServer({ mailbox, bulk: { customers, messages } });
  try {
    const atRest = await server.memory();
    const member = await comeIn(server, (page) => enterByLink(page, server.demo.links[0], mailbox));
    const staff = await comeIn(server, (page) => signIn(page, server.demo.staff));
    const page = await (await fetch(member.url, { headers: { cookie: member.cookie } })).text();
    const yardstick = await startYardstick(page);
    const seconds = 4;
    const fixed = () => measure(`${yardstick.address}/page`, { seconds });
    try {
      say('the plan page, first renders');
      const { plans } = server.demo;
      const singles = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        // One that has just begun remembers no page; and what filling left to be written is on its disk after the first.
        await server.stop();
        await server.start();
        singles.push(await alone(server, plans.slice(0, 100), staff.cookie));
      }
      const single = median(singles, (ms) => ms);
      // Only the large database has plans enough that none comes twice.
      const script = await oneAfterTheOther(plans.slice(100));
      const firstRenders = async () => {
        const measured = await measure(server.address, { cookie: staff.cookie, script, seconds });
        return { ...measured, fixed: (await fixed()).rate };
      };
      const first = plans.length < 10_000 ? null : await firstRenders();
      say(`the plan page again and again, in ${ROUNDS} turns with a static page of the same size`);
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const yard = await fixed();
        rounds.push({ ...(await measure(member.url, { cookie: member.cookie, seconds })), fixed: yard.rate, yard });
      }
      const again = median(rounds, ({ rate, fixed }) => rate / fixed);
      const trivial = await measure(`${yardstick.address}/trivial`);
      return { page, single, first, again, trivial, atRest, afterwards: await server.memory() };
    } finally {
      yardstick.stop();
    }
  } finally {
    await server.remove();
  }
}

/** The median of milliseconds that each of the supplier's own pages takes, one request at a time. */
async function withTable({ customers, messages }) {
  say(`the supplier's own pages with ${customers} customers`);
  const server = await startServer({ mailbox, bulk: { customers, messages } });
  try {
    const { cookie } = await comeIn(server, (page) => signIn(page, server.demo.staff));
    const times = {};
    for (const path of TABLE) times[path] = await alone(server, Array(60).fill(path), cookie);
    return times;
  } finally {
    await server.remove();
  }
}

/** The median of milliseconds that a member's rooms take, one request at a time; `*` is the first thing of a room. */
async function withYear(year) {
  say(`a year of ${year.meetings} meetings and ${year.goals} goals`);
  const server = await startServer({ mailbox, bulk: year });
  try {
    const { cookie, url } = await comeIn(server, (page) => enterByLink(page, server.demo.links[0], mailbox));
    const plan = new URL(url).pathname;
    const times = {};
    for (const room of ROOMS) {
      let path = plan + room;
      if (room.endsWith('*')) {
        const list = await (await fetch(server.address + path.slice(0, -2), { headers: { cookie } })).text();
        path = list.match(new RegExp(`href="(${path.slice(0, -1)}[0-9A-Z]{26})"`))[1];
      }
      times[room] = await alone(server, Array(60).fill(path), cookie);
    }
    return times;
  } finally {
    await server.remove();
  }
}

/** Prints what a full year costs. */
function reportYear(usual, full) {
  console.log(`\n| a member's rooms, ms alone | ${USUAL_YEAR.meetings} meetings, ${USUAL_YEAR.goals} goals | ${FULL_YEAR.meetings}, ${FULL_YEAR.goals} | times |\n|---|--:|--:|--:|`);
  for (const room of ROOMS) {
    console.log(`| ${room || 'plan'} | ${usual[room].toFixed(1)} | ${full[room].toFixed(1)} | ${(full[room] / usual[room]).toFixed(2)} |`);
  }
}

/** Prints what the supplier's own pages cost. */
function reportTable(few, many) {
  console.log(`\n| the supplier's pages, ms alone | ${FEW.customers} customers | ${MANY.customers} customers | times |\n|---|--:|--:|--:|`);
  for (const path of TABLE) {
    console.log(`| ${path} | ${few[path].toFixed(1)} | ${many[path].toFixed(1)} | ${(many[path] / few[path]).toFixed(2)} |`);
  }
}

/** Prints the figures as a table for the README; gives whether every target holds. */
function report({ small, large }) {
  const share = ({ rate, fixed }) => rate / fixed;
  const rows = [
    ['a trivial route', { ...large.trivial, fixed: large.again.fixed }],
    ['a static page of the same size', { ...large.again.yard, fixed: large.again.fixed }],
    ['the plan page, 100 customers', small.again],
    ['the plan page, 100,000 customers', large.again],
    ['its first render, 100,000 customers', large.first],
  ];
  console.log(`\nThe plan page has ${Math.round(large.page.length / 1000)} kB of HTML; 16 clients.\n`);
  console.log('| | requests/s | of the static page | p50 ms | p99 ms |\n|---|--:|--:|--:|--:|');
  for (const [name, measured] of rows) {
    const { rate, p50, p99 } = measured;
    console.log(`| ${name} | ${Math.round(rate)} | ${(100 * share(measured)).toFixed(1)} % | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`);
  }
  const targets = [
    ['plan page, share of the static page', share(large.again), (it) => it >= 0.12, '>= 0.12'],
    ['first render, share of the static page', share(large.first), (it) => it >= 0.03, '>= 0.03'],
    ['share of the static page, small database, times the large one', share(small.again) / share(large.again), (it) => it <= 1.3, '<= 1.3'],
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
  const [few, many] = [await withTable(FEW), await withTable(MANY)];
  const [usual, full] = [await withYear(USUAL_YEAR), await withYear(FULL_YEAR)];
  process.exitCode = report({ small, large }) ? 0 : 1;
  reportTable(few, many);
  reportYear(usual, full);
} finally {
  await browser.close();
  await mailbox.close();
  await rm(folder, { recursive: true, force: true });
}
