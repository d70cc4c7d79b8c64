import { expect, test } from 'vitest';
import { isSecretName, redact } from './redact.ts';

test.each([
  ["UPDATE users SET password = 'hunter22' WHERE id = 1", "UPDATE users SET password = '[redacted]' WHERE id = 1"],
  ['curl --token abcdefgh https://x', 'curl --token [redacted] https://x'],
  ['mail to anna@example.com now', 'mail to [redacted] now'],
  ['Bearer abcdefghijkl', '[redacted]'],
  ['eyJhbGciOiJI.eyJzdWIiOiIx.c2ln', '[redacted]'],
  ['card 4111 1111 1111 1111', 'card [redacted]'],
  ['key ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'key [redacted]'],
  ['SELECT * FROM users WHERE name = "anna"', 'SELECT * FROM users WHERE name = "anna"'],
])('%s', (text, shown) => {
  expect(redact(text)).toBe(shown);
});

test('names that say what they hold', () => {
  expect(
    ['password', 'user.passwd', 'X-Api-Key', 'authorization', 'sessionId', 'q', 'name', 'id'].filter(isSecretName),
  ).toEqual(['password', 'user.passwd', 'X-Api-Key', 'authorization', 'sessionId']);
});

test('hostile text ends', () => {
  for (const it of ['a.'.repeat(50_000), 'password '.repeat(20_000), '1 '.repeat(50_000), 'eyJ'.repeat(30_000)]) {
    expect(redact(it).length).toBeLessThan(2 * it.length);
  }
});
