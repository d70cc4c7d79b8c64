import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openReader } from './kept.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'plumb-kept-'));
const text = (id: string) => ({
  shown: 'a.yaml',
  bytes: Buffer.from(
    `rules:\n  - { id: ${id}, languages: [python], severity: ERROR, message: m, pattern: f($X) }\n  - { id: broken }\n`,
  ),
});

function readOnce(cache: string, id: string): unknown {
  const reader = openReader(cache, ['rules']);
  const read = reader.read(text(id));
  reader.save();
  return read;
}

test('what was read is kept, with its problems and places', () => {
  const cache = folder();
  const first = readOnce(cache, 'a');
  expect(first).toMatchObject({ rules: [{ id: 'a', origin: { file: 'a.yaml' } }], problems: [{ line: 3 }] });
  expect(readOnce(cache, 'a')).toEqual(first);
  expect(readOnce(cache, 'b')).toMatchObject({ rules: [{ id: 'b' }] });
  expect(readdirSync(cache)).toHaveLength(1);
});

test('a second reader takes what the first has written, and nothing that was damaged', () => {
  const cache = folder();
  const first = readOnce(cache, 'a');
  const [name] = readdirSync(cache);
  const pack = readFileSync(join(cache, name!), 'utf8');
  writeFileSync(join(cache, name!), pack.replace('"message":"m"', '"message":"n"'));
  expect(readOnce(cache, 'a')).toEqual(first);
});
