// Runs wrk and reads what it measured.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const MILLISECONDS = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/**
 * Requests a second, and the median and 99th percentile in milliseconds, with 16 clients that keep their
 * connections. `script` is a Lua file that chooses the requests. Anything but a 2xx makes the figures worthless.
 */
export async function measure(url, { cookie, script, seconds = 10 } = {}) {
  const words = ['--connections', '16', '--threads', '1', '--duration', `${seconds}s`, '--latency'];
  if (cookie) words.push('--header', `Cookie: ${cookie}`);
  if (script) words.push('--script', script);
  const { stdout } = await execute('wrk', [...words, url]);
  const complaint = stdout.match(/Non-2xx.*|Socket errors.*/);
  if (complaint) throw new Error(`${url}: ${complaint[0]}`);
  const percentile = (which) => {
    const [, figure, unit] = stdout.match(new RegExp(`${which}%\\s+([\\d.]+)(us|ms|s|m)\\b`));
    return Number(figure) * MILLISECONDS[unit];
  };
  return { rate: Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]), p50: percentile(50), p99: percentile(99) };
}
