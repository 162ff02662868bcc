// A stranger comes to the front door.

import assert from 'node:assert/strict';
import { story } from '../harness/story.mjs';

story('a stranger is told where he is', {}, async ({ newPage, check }) => {
  const page = await newPage();
  const answer = await page.goto('/');
  assert.equal(answer.status(), 200);
  await check(page);
});

story('an unknown address says so and shows nothing else', {}, async ({ newPage, check }) => {
  const page = await newPage();
  page.allow(/404.*there-is-no-such-page/);
  const answer = await page.goto('/there-is-no-such-page');
  assert.equal(answer.status(), 404);
  await check(page);
});

story('the server says that it is well, and ends without a complaint when told to', { settings: [{ name: 'any' }] }, async ({ server }) => {
  const answer = await fetch(`${server.address}/healthz`);
  assert.equal(answer.status, 200);
  assert.equal(await server.stop(), 0, server.log);
});
