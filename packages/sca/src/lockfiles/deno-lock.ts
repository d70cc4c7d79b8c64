import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { readSpecifier } from './deno-specifier.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { grouped } from './grouped.ts';

/** Deno's lock file, versions 2 to 5: packages of npm and JSR, and those that modules come from by their address. */
export const denoLock: Lockfile = {
  id: 'deno-lock',
  ecosystem: 'npm',
  files: ['deno.lock'],
  siblings: [],
  docs: 'https://docs.deno.com/runtime/fundamentals/modules/#integrity-checking-and-lock-files',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    if (!member(root, 'version')) {
      problems.add('not-a-lockfile', 'No version: this is no lock file of Deno.', 1);
      return { value: [], problems: problems.list };
    }
    const { npm, jsr, specifiers } = partsOf(root);
    const entries = [...entriesOf(npm, 'npm', lines, problems), ...entriesOf(jsr, 'jsr', lines, problems)];
    const find = finder(entries, specifiers);
    const listed = entries.map(({ value, start, end, ...it }): Locked => ({
      ...it,
      location: lines.location(start, end),
      edges: [
        ...edgesOf(value, 'dependencies', it.ecosystem, find),
        ...edgesOf(value, 'optionalDependencies', it.ecosystem, find),
      ],
    }));
    const remote = remoteOf(member(root, 'remote'), lines);
    const roots = [
      ...rootsOf(root, specifiers, entries, find),
      ...remote.map((it) => ({ to: it.key, scope: 'runtime' as const })),
    ];
    return { value: packagesOf(manifest, 'npm', [...listed, ...remote], roots), problems: problems.list };
  },
};

interface Entry {
  /** Of JSR with its prefix: a package may be in both registries. */
  readonly key: string;
  readonly ecosystem: 'npm' | 'jsr';
  readonly name: string;
  readonly version: string;
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
}

/** Shape: `name@1.0.0_peer@2.0.0`. */
const packageKey = /^(?<name>(?:@[^/@]+\/)?[^/@]+)@(?<version>\d[^_]*)/;

function entriesOf(
  packages: JsonValue | undefined,
  ecosystem: Entry['ecosystem'],
  lines: Lines,
  problems: Problems,
): readonly Entry[] {
  return Array.from(membersOf(packages), ([written, { value, start, end }]): readonly Entry[] => {
    const found = written.length <= maxNameLength ? packageKey.exec(written)?.groups : undefined;
    if (!found) problems.add('parse-error', 'A package without a name and a version.', lines.position(start).line);
    const key = ecosystem === 'npm' ? written : `jsr:${written}`;
    return found ? [{ key, ecosystem, name: found['name']!, version: found['version']!, value, start, end }] : [];
  }).flat();
}

/** Modules that are imported by their address: each names a package and its version, many times. */
function remoteOf(remote: JsonValue | undefined, lines: Lines): readonly Locked[] {
  const found = new Map<string, Locked>();
  for (const [address, { start, end }] of membersOf(remote)) {
    const it = address.length <= maxNameLength ? readSpecifier(address) : undefined;
    if (!it || it.version === '' || found.size >= maxPackages) continue;
    const key = `remote:${it.name}@${it.version}`;
    if (!found.has(key)) found.set(key, { ...it, key, location: lines.location(start, end) });
  }
  return [...found.values()];
}

type Find = (written: string, ecosystem: Entry['ecosystem']) => string | undefined;

/** Versions 2 and 3 keep the same lists one level deeper. */
function partsOf(root: JsonValue | undefined): Record<'npm' | 'jsr' | 'specifiers', JsonValue | undefined> {
  const nested = member(root, 'packages');
  const npm = member(root, 'npm');
  return {
    npm: member(nested, 'npm') ?? member(npm, 'packages') ?? npm,
    jsr: member(nested, 'jsr') ?? member(root, 'jsr'),
    specifiers: member(root, 'specifiers') ?? member(nested, 'specifiers') ?? member(npm, 'specifiers'),
  };
}

/** Finds a package by its key, by what its specifier led to, or by its name where only one has it. */
function finder(entries: readonly Entry[], specifiers: JsonValue | undefined): Find {
  const keys = new Set(entries.map((it) => it.key));
  const byName = grouped(entries, (it) => `${it.ecosystem}:${it.name}`);
  return (written, ecosystem) => {
    const kind = /^(?:[^:]*@)?(npm|jsr):/.exec(written)?.[1] ?? ecosystem;
    const bare = written.replace(/^(?:(?:@[^/@]+\/)?[^/@]+@)?(?:npm|jsr):/, '');
    const name = /^(?:@[^/@]+\/)?[^/@]+/.exec(bare)?.[0] ?? '';
    const led = textOf(member(specifiers, `${kind}:${bare}`));
    const candidates = [bare, ...(led === undefined ? [] : [`${name}@${led}`])];
    const known = candidates.map((it) => (kind === 'jsr' ? `jsr:${it}` : it)).find((it) => keys.has(it));
    return known ?? byName.get(`${kind}:${bare}`)?.[0]?.key;
  };
}

/** A list since version 4, before a table by the name that the package is imported under. */
function edgesOf(
  value: JsonValue,
  kind: 'dependencies' | 'optionalDependencies',
  ecosystem: Entry['ecosystem'],
  find: Find,
): readonly Edge[] {
  const list = member(value, kind);
  const written = [...itemsOf(list), ...Array.from(membersOf(list), ([, it]) => it.value)].flatMap(
    (it) => textOf(it) ?? [],
  );
  const scope = kind === 'dependencies' ? 'runtime' : 'optional';
  return written.flatMap((it) => {
    const to = find(it, ecosystem);
    const requested = ecosystem === 'jsr' ? readSpecifier(it)?.requested : undefined;
    return to === undefined ? [] : [{ to, scope, ...(requested === undefined ? {} : { requested }) }];
  });
}

/**
 * What the project's modules import: `npm:chalk@5` and what it led to. Packages of JSR have specifiers of their own: they
 * are the project's only where it is not said what the project asks for, and no package does.
 */
function rootsOf(
  root: JsonValue | undefined,
  specifiers: JsonValue | undefined,
  entries: readonly Entry[],
  find: Find,
): readonly Edge[] {
  const told = wishesOfWorkspace(member(root, 'workspace'));
  const asked = new Set(
    entries
      .filter((it) => it.ecosystem === 'jsr')
      .flatMap((it) => itemsOf(member(it.value, 'dependencies')).flatMap((wish) => textOf(wish) ?? [])),
  );
  return Array.from(membersOf(specifiers), ([wish, { value }]): readonly Edge[] => {
    const it = wishOf(wish);
    const led = textOf(value) ?? '';
    const to = it && (find(led, it.kind) ?? find(`${it.name}@${led}`, it.kind));
    if (!it || to === undefined) return [];
    const isOthers = !told.has(wish) && (asked.has(wish) || asked.has(`${it.kind}:${it.name}`));
    return isOthers ? [] : [{ to, requested: it.range, scope: 'runtime' }];
  }).flat();
}

/** Shape: `npm:chalk@5`; before version 3 without the prefix. */
function wishOf(written: string): { kind: Entry['ecosystem']; name: string; range: string } | undefined {
  const found = /^(?:(?<kind>npm|jsr):)?(?<name>(?:@[^/@]+\/)?[^/@]+)(?:@(?<range>.*))?$/s.exec(written)?.groups;
  if (!found) return undefined;
  const { kind, name = '', range = '*' } = found;
  return { kind: kind === 'jsr' ? 'jsr' : 'npm', name, range };
}

/** Since version 4 the file says what the project, its members and their package.json files ask for. */
function wishesOfWorkspace(workspace: JsonValue | undefined): ReadonlySet<string> {
  const members = [...membersOf(member(workspace, 'members'))].map(([, it]) => it.value);
  const lists = [workspace, ...members].flatMap((it) => [
    member(it, 'dependencies'),
    member(member(it, 'packageJson'), 'dependencies'),
  ]);
  return new Set(lists.flatMap((it) => itemsOf(it).flatMap((wish) => textOf(wish) ?? [])));
}
