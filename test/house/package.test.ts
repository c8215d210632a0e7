import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('npm start gives its place to the server, so that a supervisor who stops npm stops the server and the database', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  // A shell that stays in between dies of the signal alone and leaves the server behind.
  expect(scripts.start).toMatch(/^exec node /);
});
