import type { Package, Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { linesIn, locationInLine, type Line } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { mixWishes } from './mix-manifest.ts';

/** Elixir's lock file: one entry a line. Entries from git have no version. */
export const mixLock: Lockfile = {
  id: 'mix-lock',
  ecosystem: 'hex',
  files: ['mix.lock'],
  siblings: ['mix.exs'],
  docs: 'https://hexdocs.pm/mix/Mix.Tasks.Deps.html',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const listed: Locked[] = [];
    const keys = new Map<string, string>();
    for (const line of linesIn(manifest.text)) {
      if (!/^\s*"/.test(line.text) || listed.length >= maxPackages || problems.isHopeless) continue;
      const read = readEntry(manifest.path, line);
      if (!read) problems.add('parse-error', 'No entry of a mix.lock.', line.number);
      else {
        listed.push(read.locked);
        keys.set(read.app, read.locked.key);
      }
    }
    if (listed.length === 0 && !/^\s*(?:%\{|$)/.test(manifest.text)) {
      problems.add('not-a-lockfile', 'No map of entries: this is no mix.lock.', 1);
    }
    // Entries name applications; those are the keys of other lines.
    const linked = listed.map((it) => ({
      ...it,
      edges: it.edges?.map((edge) => ({ ...edge, to: keys.get(edge.to) ?? '' })) ?? [],
    }));
    return {
      value: packagesOf(manifest, 'hex', linked, rootsOf(textBeside(manifest, 'mix.exs'), keys)),
      problems: problems.list,
    };
  },
};

// "jason": {:hex, :jason, "1.4.1", "<sha>", [:mix], [{:decimal, "~> 2.0", [...]}], "hexpm", "<sha>"},
const entry =
  /^\s*"(?<app>\w+)": \{:(?<from>\w+), (?::(?<name>\w+)|"(?<address>[^"]*)"), "(?<pinned>[^"]*)"(?<rest>.*)$/;
/** `"a": {:path, "../a", []},`: nothing of it is pinned. */
const folder = /^\s*"(?<app>\w+)": \{:(?<from>path), "[^"]*"(?<rest>.*)$/;
const dependency = /\{:(?<app>\w+), "(?<range>[^"]*)", \[(?<options>[^\]]*)\]/g;

/** Far above any line that Mix writes. */
const maxLine = 64 * 1024;

function readEntry(
  file: string,
  { text, number }: Line,
): { readonly app: string; readonly locked: Locked } | undefined {
  const found = text.length <= maxLine ? (entry.exec(text) ?? folder.exec(text))?.groups : undefined;
  if (!found) return undefined;
  const app = found['app']!;
  const isHex = found['from'] === 'hex';
  const name = found['name'] ?? app;
  const version = isHex ? found['pinned']! : '';
  const indent = text.length - text.trimStart().length;
  const edges = Array.from(found['rest']!.matchAll(dependency), ({ groups }): Edge => {
    const scope: Scope = groups!['options']!.includes('optional: true') ? 'optional' : 'runtime';
    return { to: groups!['app']!, requested: groups!['range']!, scope };
  });
  const origin: Package['origin'] = isHex ? 'registry' : found['from'] === 'git' ? 'git' : 'file';
  const location = locationInLine(file, number, indent + 1, text.trim().length);
  const address = found['address'] === undefined ? '' : `${found['address']}#${found['pinned']!}`;
  return { app, locked: { key: `${name}@${version}`, name, version, origin, address, location, edges } };
}

function rootsOf(exs: string | undefined, keys: ReadonlyMap<string, string>): readonly Edge[] | undefined {
  return exs === undefined
    ? undefined
    : mixWishes(exs).flatMap(({ app, requested, scopes }) =>
        scopes.map((scope) => ({ to: keys.get(app) ?? '', requested, scope })),
      );
}
