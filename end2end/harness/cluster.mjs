// A PostgreSQL cluster that one story has for itself, to stop and start as it likes.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const TOOL = fileURLToPath(new URL('../../tools/with-postgres', import.meta.url));
// What the cluster is kept for: it says where the cluster is, and stays until nobody listens any more.
const KEEPER = `
  const { COPLAN_TEST_POSTGRES: address, COPLAN_TEST_POSTGRES_CONTROL: control } = process.env;
  console.log(JSON.stringify({ address, control }));
  process.stdin.resume();
`;

/** `address` may create databases; `stop()` pulls its plug, `start()` waits until it answers. */
export async function startCluster() {
  const keeper = spawn(TOOL, [process.execPath, '--eval', KEEPER], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(keeper, 'exit');
  const said = once(keeper.stdout, 'data').then(([words]) => JSON.parse(words));
  const { address, control } = await Promise.race([
    said,
    ended.then(([code]) => Promise.reject(new Error(`the cluster ended with ${code} before it began`))),
  ]);
  return {
    address,
    stop: () => execute(control, ['stop']),
    start: () => execute(control, ['start']),
    remove: () => {
      keeper.stdin.end();
      return ended;
    },
  };
}
