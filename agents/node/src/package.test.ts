import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { register, runScript } from '../samples/run.ts';

const home = path.dirname(register);
beforeAll(() => void runScript(['-e', '0'])); // builds what is stale

test('what is published needs nothing but Node', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect([manifest.dependencies, manifest.optionalDependencies, manifest.peerDependencies, manifest.scripts]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  const imported = scripts().flatMap((file) => {
    const text = fs.readFileSync(file, 'utf8');
    return Array.from(
      text.matchAll(/^(?:import|export)\b[^'"]*?\bfrom\s*["']([^"']+)["']|^import\s*["']([^"']+)["']/gm),
      (it) => it[1] ?? it[2]!,
    );
  });
  expect(imported.filter((it) => !it.startsWith('node:') && !it.startsWith('./'))).toEqual([]);
  expect(imported.length).toBeGreaterThan(10);
});

test('the licence of what is bundled goes with it', () => {
  expect(fs.readFileSync(path.join(home, 'dist/NOTICE.txt'), 'utf8')).toMatch(
    /meriyah[^]*Permission to use, copy, modify/,
  );
});

function scripts(): string[] {
  const dist = path.join(home, 'dist');
  return [
    register,
    ...fs
      .readdirSync(dist)
      .filter((it) => it.endsWith('.js'))
      .map((it) => path.join(dist, it)),
  ];
}
