import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const router = readFileSync(path.join(import.meta.dirname, '../router.tsx'), 'utf8');

test('every page has an address', () => {
  const pages = readdirSync(import.meta.dirname).filter((it) => it.endsWith('.tsx') && !it.includes('.test.'));
  expect(pages.filter((it) => !router.includes(`from './pages/${it}'`))).toEqual([]);
  expect(pages.length).toBeGreaterThan(3);
});
