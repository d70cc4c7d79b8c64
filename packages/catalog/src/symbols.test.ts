import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSymbols } from './read.ts';

const folder = new URL('../symbols/', import.meta.url);
const files = readdirSync(folder).filter((it) => it.endsWith('.yaml'));
const read = (name: string): ReturnType<typeof readSymbols> =>
  readSymbols(readFileSync(new URL(name, folder), 'utf8'), name);

test.each(files)('%s has rows of its ecosystem, each vulnerable part once', (name) => {
  const { value, problems } = read(name);
  expect(problems).toEqual([]);
  expect(new Set(value.map((it) => `${it.ecosystem}.yaml`))).toEqual(new Set([name]));
  const parts = value.flatMap((row) =>
    row.advisories.flatMap((advisory) => row.symbols.map((it) => `${row.package} ${advisory} ${it}`)),
  );
  expect(parts.filter((it, at) => parts.indexOf(it) !== at)).toEqual([]);
});

test.each([
  ['source: http://example.com', 'symbols[0].source'],
  ['source: https://example.com\n    more: 1', 'unknown key "more"'],
])('a row that is not right is a Problem: %s', (line, message) => {
  const text = `symbols:\n  - ecosystem: npm\n    package: x\n    advisories: [CVE-2020-0001]\n    symbols: [x.y]\n    ${line}\n`;
  const { value, problems } = readSymbols(text, 'x.yaml');
  expect(value).toEqual([]);
  expect(problems.map((it) => it.code)).toEqual(['symbols-invalid']);
  expect(problems[0]?.message).toContain(message.replace('symbols[0].', ''));
});
