import type { Scope } from '@plumbline/core';
import { nameOf } from '../project.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** LuaRocks: the lock file, and rockspecs where none is beside them. Both are Lua, of which tables of texts are read. */
export const luarocks: Lockfile = {
  id: 'luarocks',
  ecosystem: 'luarocks',
  files: ['luarocks.lock', '*.rockspec'],
  siblings: ['luarocks.lock'],
  docs: 'https://github.com/luarocks/luarocks/blob/main/docs/pinning_versions_with_a_lock_file.md',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const isLock = nameOf(manifest.path) === 'luarocks.lock';
    if (!isLock && textBeside(manifest, 'luarocks.lock') !== undefined) return { value: [], problems: [] };
    const { text } = manifest;
    const lines = linesOf(manifest.path, text);
    const listed = tablesIn(text).flatMap(({ start, end, scope }) =>
      (isLock ? pinned : wished)(text, start, end, lines).map((it) => ({ ...it, scopes: [scope] })),
    );
    if (
      listed.length === 0 &&
      text.trim() !== '' &&
      !/^[ \t]{0,20}(?:return\b|(?:local )?(?:package|rockspec_format)\s{0,20}=|--)/m.test(text)
    ) {
      problems.add('not-a-manifest', 'No dependencies and no package: LuaRocks reads none of this.', 1);
    }
    return { value: declaredPackages(manifest, 'luarocks', listed.slice(0, maxPackages)), problems: problems.list };
  },
};

interface Table {
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
}

const kinds: Readonly<Record<string, Scope>> = { build_: 'build', test_: 'test' };

/** The tables `dependencies`, `build_dependencies` and `test_dependencies`, up to the brace that closes each. */
function tablesIn(text: string): readonly Table[] {
  return Array.from(text.matchAll(/\b(build_|test_)?dependencies"?\]?\s{0,20}=\s{0,20}\{/g))
    .slice(0, 10)
    .map((it) => {
      const start = it.index + it[0].length;
      let [end, depth] = [start, 1];
      for (; end < text.length && depth > 0; end += 1) {
        if (text[end] === '{') depth += 1;
        if (text[end] === '}') depth -= 1;
      }
      return { start, end, scope: kinds[it[1] ?? ''] ?? 'runtime' };
    });
}

function pinned(text: string, start: number, end: number, lines: Lines): readonly Declared[] {
  const entries = text
    .slice(start, end)
    .matchAll(/(?:\["([\w./-]{1,200})"\]|\b([A-Za-z]\w{0,200}))\s{0,20}=\s{0,20}"([^"]{1,200})"/g);
  return Array.from(entries, (it) => ({
    name: it[1] ?? it[2]!,
    version: it[3]!,
    direct: false,
    location: lines.location(start + it.index, start + it.index + it[0].length),
  }));
}

function wished(text: string, start: number, end: number, lines: Lines): readonly Declared[] {
  const entries = text.slice(start, end).matchAll(/(["'])([A-Za-z][\w./-]{0,200})\s{0,20}([^"'\n]{0,200})\1/g);
  return Array.from(entries, (it) => {
    const requested = it[3]!.trim();
    return {
      name: it[2]!,
      version: /^={0,2}\s*(\d[\w.]*(?:-\d+)?)$/.exec(requested)?.[1] ?? '',
      location: lines.location(start + it.index, start + it.index + it[0].length),
      ...(requested === '' ? {} : { requested }),
    };
  }).filter((it) => it.name !== 'lua');
}
