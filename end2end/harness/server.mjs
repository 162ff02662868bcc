// Starts the coplan binary on a free port with a folder and a database of its own.

import { execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startCluster } from './cluster.mjs';

const execute = promisify(execFile);
const BINARY = process.env.COPLAN_BIN ?? fileURLToPath(new URL('../../target/debug/coplan', import.meta.url));

/** Whether it is a release: another one takes more room and time for the same. */
export const IS_RELEASE = /\/release\//.test(BINARY);

/** A port that was free a moment ago; the server is told it, because it must know its own public address. */
async function freePort() {
  const listener = createServer();
  await new Promise((done) => listener.listen(0, '127.0.0.1', done));
  const { port } = listener.address();
  await new Promise((done) => listener.close(done));
  return port;
}

async function newPostgresDatabase(address = process.env.COPLAN_TEST_POSTGRES, like) {
  if (!address) throw new Error('COPLAN_TEST_POSTGRES is not set: run the stories under tools/with-postgres');
  const name = `story_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
  await execute('psql', [address, '--quiet', '--command', `create database ${name}${like ? ` template ${like}` : ''}`]);
  const own = new URL(address);
  own.pathname = `/${name}`;
  return own.href;
}

/** Where the demo company is told to be while it is filled. */
const NOWHERE = 'http://127.0.0.1:1';
/** How long a filled demo is used again: what it tells happened so many hours and days ago. */
const FRESH = 300_000;
const filled = new Map();

/** A demo company that was filled a moment ago, on the same day: to copy it takes a tenth of the time. */
function filledDemo(database) {
  const day = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Helsinki' });
  const known = filled.get(database);
  if (known && known.day === day && Date.now() - known.at < FRESH) return known.demo;
  const demo = fillDemo(database);
  filled.set(database, { at: Date.now(), day, demo });
  return demo;
}

async function fillDemo(database) {
  const folder = await mkdtemp(join(tmpdir(), 'coplan-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const url = database === 'sqlite' ? `sqlite:${join(folder, 'coplan.db')}` : await newPostgresDatabase();
  const env = { PATH: process.env.PATH, COPLAN_PUBLIC_URL: NOWHERE, COPLAN_DATABASE_URL: url, ...OF_DEMO };
  const { stdout } = await execute(BINARY, ['demo', '--fill-only'], { cwd: folder, env, maxBuffer: 64_000_000 });
  return { folder, name: new URL(url).pathname.slice(1), said: stdout };
}

/** As in the demo; a story that is about it says otherwise. */
const OFFERED = { COPLAN_ADMIN_SECOND_FACTOR: 'offered' };
/** The demo's company, whether the demo is told or served. */
const OF_DEMO = { ...OFFERED, COPLAN_SUPPLIER: 'Northline' };

/**
 * A running coplan.
 *
 * - `database`: `sqlite`, `postgres`, or `own postgres` for a cluster that the story can stop: `server.cluster`
 * - `mailbox`: where its mails go
 * - `demo`: fill it with the demo company first, with these further words on the command line; what the command
 *   prints (its people and their links) is then in `server.demo`
 * - `bulk`: the demo company with so many `customers` more, who have written so many `messages`; where `meetings`, `goals`
 *   and `readings` of each goal are given, one more with these comes first
 * - `settings`: further COPLAN_* variables
 */
export async function startServer({ database = 'sqlite', mailbox, demo, bulk, settings = {} } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'coplan-story-'));
  const cluster = database === 'own postgres' ? await startCluster() : null;
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // What is set otherwise may change what is told.
  const copied = demo?.length === 0 && !cluster && Object.keys(settings).length === 0 ? await filledDemo(database) : null;
  if (copied) await cp(copied.folder, folder, { recursive: true });
  const environment = {
    PATH: process.env.PATH,
    COPLAN_LISTEN: `127.0.0.1:${port}`,
    COPLAN_PUBLIC_URL: address,
    COPLAN_DATABASE_URL:
      database === 'sqlite' ? `sqlite:${join(folder, 'coplan.db')}` : await newPostgresDatabase(cluster?.address, copied?.name),
    ...(demo || bulk ? OF_DEMO : OFFERED),
    ...(mailbox ? { COPLAN_SMTP_URL: mailbox.address, COPLAN_MAIL_FROM: 'Northline <plan@northline.example>' } : {}),
    ...settings,
  };
  const server = new Server({ folder, address, environment, cluster });
  try {
    if (copied) server.demo = JSON.parse(copied.said.replaceAll(NOWHERE, address));
    else if (demo) server.demo = JSON.parse(await server.command('demo', '--fill-only', ...demo));
    if (bulk) server.demo = JSON.parse(await server.fill(bulk));
    await server.start();
    return server;
  } catch (error) {
    await server.remove();
    throw error;
  }
}

class Server {
  #child;
  #log = '';

  constructor({ folder, address, environment, cluster }) {
    Object.assign(this, { folder, address, environment, cluster });
  }

  /** The number of the process. */
  get pid() {
    return this.#child.pid;
  }

  /** What the process has said so far; shown when a story fails. */
  get log() {
    return this.#log;
  }

  /** Runs another command of the binary against the same database, and gives what it prints. */
  async command(...words) {
    return this.#run(BINARY, words);
  }

  /** Fills the database with many customers, and gives what that prints. */
  async fill(much) {
    return this.#run(join(dirname(BINARY), 'coplan-bulk'), Object.entries(much).flatMap(([what, count]) => [`--${what}`, count]));
  }

  async #run(program, words) {
    const options = { cwd: this.folder, env: this.environment, maxBuffer: 64_000_000 };
    const { stdout } = await execute(program, words.map(String), options);
    return stdout;
  }

  /** Runs SQL on the database, for what otherwise only time would bring; gives the lines that come back. PostgreSQL only. */
  async sql(statement) {
    const address = this.environment.COPLAN_DATABASE_URL;
    if (!address.startsWith('postgres')) throw new Error('only a story on postgres can run SQL');
    const { stdout } = await execute('psql', [address, '--quiet', '--tuples-only', '--no-align', '--command', statement]);
    return stdout.split('\n').filter(Boolean);
  }

  /** Has everything done now that was promised for later, and waits for it. PostgreSQL only. */
  async hurry() {
    const ahead = 'from outbox where done_at is null and given_up_at is null';
    for (const begun = Date.now(); Date.now() - begun < 20_000; await pause(100)) {
      await this.sql("update outbox set due_at = 0 where done_at is null and given_up_at is null and leased_until = 0");
      const [left] = await this.sql(`select count(*) ${ahead}`);
      if (left === '0') return;
    }
    throw new Error(`the outbox is not empty: ${await this.sql(`select kind, tries, last_error ${ahead}`)}`);
  }

  /** Resident memory in megabytes. */
  async memory() {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(status.match(/VmRSS:\s+(\d+) kB/)[1]) / 1000;
  }

  async start() {
    const child = spawn(BINARY, ['serve'], {
      cwd: this.folder,
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const failed = new Promise((_, refuse) => child.once('error', refuse));
    failed.catch(() => {});
    child.stdout.on('data', (words) => (this.#log += words));
    child.stderr.on('data', (words) => (this.#log += words));
    this.#child = child;
    for (const begun = Date.now(); Date.now() - begun < 20_000; ) {
      if (child.exitCode !== null) break;
      const answer = await Promise.race([fetch(`${this.address}/healthz`).catch(() => null), failed]);
      if (answer?.status === 200) return;
      await pause(25);
    }
    throw new Error(`coplan did not get ready at ${this.address}. It said:\n${this.#log}`);
  }

  /** Ends the process the way a service manager does, and gives its exit code. */
  async stop() {
    return this.#end('SIGTERM');
  }

  /** Pulls the plug. */
  async kill() {
    return this.#end('SIGKILL');
  }

  async #end(signal) {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode;
    const ended = new Promise((done) => child.once('exit', (code) => done(code)));
    child.kill(signal);
    const late = pause(15_000, 'late', { ref: false });
    const code = await Promise.race([ended, late]);
    if (code === 'late') {
      child.kill('SIGKILL');
      throw new Error(`coplan did not end within 15 s of ${signal}. It said:\n${this.#log}`);
    }
    return code;
  }

  /** Ends the process and forgets the folder. */
  async remove() {
    try {
      await this.stop();
    } finally {
      await this.cluster?.remove();
      await rm(this.folder, { recursive: true, force: true });
    }
  }
}
