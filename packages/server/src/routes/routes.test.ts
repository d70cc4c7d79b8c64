import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from './index.ts';

const files = readdirSync(import.meta.dirname).filter((it) => it.endsWith('.ts') && !it.endsWith('.test.ts'));

test("every file's routes are mounted", async () => {
  const found: unknown[] = [];
  for (const file of files) {
    const exported = Object.values((await import(/* @vite-ignore */ `./${file}`)) as Record<string, unknown>);
    found.push(...exported.filter((it) => typeof it === 'object' && it !== null && 'shape' in it && 'handle' in it));
  }
  expect(new Set(found)).toEqual(new Set(routes));
  expect(new Set(routes.map(({ shape }) => `${shape.method} ${shape.url}`)).size).toBe(routes.length);
});
