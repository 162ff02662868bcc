// Speaks HTTP on a bare socket, for clients that are slow, rude or gone: what `fetch` would never do.

import { connect } from 'node:net';

/**
 * A connection that does only what it is told. `heard` is all that has come so far; `answered` settles with it once
 * the head of an answer is there, `closed` once the connection has ended, whoever ended it.
 */
export function dial(address) {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) });
  const line = { socket, heard: '' };
  socket.setNoDelay(true);
  line.answered = new Promise((done) => {
    socket.on('data', (words) => {
      line.heard += words;
      if (line.heard.includes('\r\n\r\n')) done(line.heard);
    });
    socket.once('close', () => done(line.heard));
  });
  socket.on('error', () => {});
  line.opened = new Promise((done) => {
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
  line.closed = new Promise((done) => socket.once('close', () => done(line.heard)));
  line.say = (words) => socket.write(words);
  line.leave = () => socket.destroy();
  return line;
}

/** A request as it goes over the wire. Without `length` a body has its own; one that is longer never ends. */
export function written(method, path, { cookies = [], body = '', length, type = 'application/x-www-form-urlencoded' } = {}) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const head = [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', `Cookie: ${cookie}`];
  if (method === 'POST') head.push(`Content-Type: ${type}`, `Content-Length: ${length ?? Buffer.byteLength(body)}`);
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** The status of what was heard; none where nothing was. */
export const status = (heard) => Number(heard.match(/^HTTP\/1\.1 (\d{3})/)?.[1]) || null;
