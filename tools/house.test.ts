import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => JSON.parse(readFileSync(resolve(root, file), 'utf8'));

test.each(['core', 'catalog', 'sast', 'sca'])(
  '%s can do no input or output: the compiler knows no such names',
  (name) => {
    expect(read('tsconfig.base.json').compilerOptions).toMatchObject({ types: [], lib: ['es2023'] });
    expect(read(`packages/${name}/tsconfig.json`).compilerOptions).toBeUndefined();
  },
);

test('the agent brings nothing into the process it runs in', () => {
  expect(read('agents/node/package.json')).not.toHaveProperty('dependencies');
});

test('no install script of a dependency runs', () => {
  expect(readFileSync(resolve(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
});

test('all packages have one version', () => {
  const { version, packages } = read('package-lock.json');
  const own = Object.entries<{ version?: string }>(packages).filter(([path]) =>
    /^((packages|agents)\/[^/]+|bench|e2e)$/.test(path),
  );
  expect(own.filter(([, it]) => it.version !== version)).toEqual([]);
  expect(own.length).toBeGreaterThan(9);
});
