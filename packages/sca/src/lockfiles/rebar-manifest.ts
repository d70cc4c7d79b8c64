import type { Scope } from '@plumbline/core';
import { linesOf } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { scopeOfGroup } from './groups.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What an Erlang project asks rebar3 for, where its lock file is missing. */
export const rebarManifest: Lockfile = {
  id: 'rebar-manifest',
  ecosystem: 'hex',
  files: ['rebar.config'],
  isShared: true,
  siblings: ['rebar.lock'],
  docs: 'https://rebar3.org/docs/configuration/dependencies/',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['rebar.lock'])) return { value: [], problems: [] };
    return { value: declaredPackages(manifest, 'hex', wishesIn(manifest)), problems: problems.list };
  },
};

/** Units: lists of dependencies of one file: its own, and one a profile. */
const maxLists = 100;
/** Units: characters. */
const maxList = 200_000;

function wishesIn(manifest: Manifest): readonly Declared[] {
  const code = manifest.text.replaceAll(/%[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const lists = [...code.matchAll(/\{\s*(deps|plugins|project_plugins)\s*,\s*\[/g)].slice(0, maxLists);
  return lists
    .flatMap((it) => {
      const start = it.index + it[0].length;
      const scope = it[1] === 'deps' ? scopeAt(code, it.index) : 'build';
      return entriesIn(manifest, code.slice(start, start + maxList), start, scope);
    })
    .slice(0, maxPackages);
}

/** A list inside of a profile is for that: `{profiles, [{test, [{deps, […]}]}]}`. */
function scopeAt(code: string, at: number): Scope {
  const before = code.slice(Math.max(0, at - 2000), at);
  const profile = /\{\s*profiles\s*,/.test(code.slice(0, at))
    ? /\{\s*(\w+)\s*,\s*\[[^[\]]*$/.exec(before)?.[1]
    : undefined;
  return profile === undefined ? 'runtime' : scopeOfGroup(profile);
}

const token = /"(?:[^"\\\n]|\\.){0,1000}"|[[\]{}]|[a-z]\w{0,200}/g;

/** Units: offsets, in the list. */
interface Entry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function entriesIn({ path, text }: Manifest, list: string, offset: number, scope: Scope): readonly Declared[] {
  const lines = linesOf(path, text);
  return [...entriesOf(list)].slice(0, maxPackages).map(({ name, start, end }): Declared => {
    const written = list.slice(start, end);
    return {
      name: /\{\s*pkg\s*,\s*(\w{1,200})/.exec(written)?.[1] ?? name,
      scopes: [scope],
      location: lines.location(offset + start, offset + end),
      ...pinnedBy(written),
    };
  });
}

/** The entries of a list, by its brackets: `name`, `{name, "range"}`, `{name, {git, …}}`. */
function* entriesOf(list: string): Iterable<Entry> {
  let depth = 1;
  let opened = { name: '', start: 0 };
  for (const { 0: mark, index } of list.matchAll(token)) {
    if (depth === 1 && mark === '{') opened = { name: '', start: index };
    if (/^[a-z]/.test(mark)) {
      if (depth === 1) yield { name: mark, start: index, end: index + mark.length };
      else if (depth === 2) opened.name ||= mark;
    }
    depth += depthOf(mark);
    if (depth === 1 && mark === '}' && opened.name !== '') yield { ...opened, end: index + 1 };
    if (depth <= 0) return;
  }
}

function depthOf(mark: string): number {
  if (mark === '[' || mark === '{') return 1;
  return mark === ']' || mark === '}' ? -1 : 0;
}

function pinnedBy(entry: string): Pick<Declared, 'version' | 'requested' | 'origin' | 'address'> {
  const git = /\{\s*(?:git|git_subdir)\s*,\s*"([^"]{1,500})"(?:\s*,\s*\{\s*(?:ref|tag)\s*,\s*"([^"]{1,200})")?/.exec(
    entry,
  );
  if (git) return { version: '', origin: 'git', address: `${git[1]!}#${git[2] ?? ''}` };
  const requested = /^\{\s*\w+\s*,\s*"([^"]{1,200})"/.exec(entry)?.[1];
  const version = /^(?:==\s*)?(\d+\.\d+\.\d[\w.+-]*)$/.exec(requested?.trim() ?? '')?.[1] ?? '';
  return { version, ...(requested === undefined ? {} : { requested }) };
}
