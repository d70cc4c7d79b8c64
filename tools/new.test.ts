import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { create } from './new.mjs';
import { skeletons } from './skeletons.mjs';

const written = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name));

test.each(Object.keys(skeletons) as (keyof typeof skeletons)[])(
  'a new %s is at most three files, and they are right as they stand',
  (kind) => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-new-'));
    const { status, text } = create(kind, skeletons[kind].example, folder);
    expect(status).toBe(0);

    const files = written(folder);
    expect(files.length).toBeLessThanOrEqual(3);
    for (const file of files) {
      expect(text).toContain(`wrote ${file.slice(folder.length + 1)}`);
      if (/\.tsx?$/.test(file)) expect(parseSync(file, readFileSync(file, 'utf8')).errors).toEqual([]);
    }
  },
);

test('never writes over a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-new-'));
  create('model', 'javascript/koa', folder);
  expect(create('model', 'javascript/koa', folder)).toEqual({
    status: 2,
    text: 'packages/catalog/models/javascript/koa.yaml exists already; nothing was written.\n',
  });
});

test('says what it knows when asked for something else', () => {
  expect(create('planet', 'mars', '/nowhere').text).toContain('Usage: npm run new <kind> <name>');
  expect(create('lockfile', '../../etc', '/nowhere')).toMatchObject({ status: 2 });
});
