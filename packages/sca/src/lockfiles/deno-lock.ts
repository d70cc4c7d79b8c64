import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, Problems, type Lockfile } from './lockfile.ts';
import { grouped } from './grouped.ts';

/** Deno's lock file, versions 2 to 5. Only packages of npm: those of JSR have neither package URLs nor advisories. */
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
    const { packages, specifiers } = partsOf(root);
    const entries = Array.from(membersOf(packages), ([key, { value, start, end }]) => {
      const found = key.length <= maxNameLength ? packageKey.exec(key)?.groups : undefined;
      if (!found) problems.add('parse-error', 'A package without a name and a version.', lines.position(start).line);
      return found ? [{ key, name: found['name']!, version: found['version']!, value, start, end }] : [];
    }).flat();
    const find = finder(entries);
    const listed = entries.map((it): Locked => ({
      key: it.key,
      name: it.name,
      version: it.version,
      location: lines.location(it.start, it.end),
      edges: [...edgesOf(it.value, 'dependencies', find), ...edgesOf(it.value, 'optionalDependencies', find)],
    }));
    return { value: packagesOf(manifest, 'npm', listed, rootsOf(specifiers, find)), problems: problems.list };
  },
};

/** Shape: `name@1.0.0_peer@2.0.0`. */
const packageKey = /^(?<name>(?:@[^/@]+\/)?[^/@]+)@(?<version>\d[^_]*)/;

type Find = (written: string) => string | undefined;

/** Versions 2 and 3 keep the same lists one level deeper. */
function partsOf(root: JsonValue | undefined): Record<'packages' | 'specifiers', JsonValue | undefined> {
  const nested = member(root, 'packages');
  const npm = member(root, 'npm');
  return {
    packages: member(nested, 'npm') ?? member(npm, 'packages') ?? npm,
    specifiers: member(root, 'specifiers') ?? member(nested, 'specifiers') ?? member(npm, 'specifiers'),
  };
}

/** Finds a package by its key, or by its name where only one has it. */
function finder(entries: readonly { readonly key: string; readonly name: string }[]): Find {
  const keys = new Set(entries.map((it) => it.key));
  const byName = grouped(entries, (it) => it.name);
  return (written) => {
    const bare = written.replace(/^(?:(?:@[^/@]+\/)?[^/@]+@)?npm:/, '');
    return keys.has(bare) ? bare : byName.get(bare)?.[0]?.key;
  };
}

/** A list since version 4, before a table by the name that the package is imported under. */
function edgesOf(value: JsonValue, kind: 'dependencies' | 'optionalDependencies', find: Find): readonly Edge[] {
  const list = member(value, kind);
  const written = [...itemsOf(list), ...Array.from(membersOf(list), ([, it]) => it.value)].flatMap(
    (it) => textOf(it) ?? [],
  );
  const scope = kind === 'dependencies' ? 'runtime' : 'optional';
  return written.flatMap((it) => {
    const to = find(it);
    return to === undefined ? [] : [{ to, scope }];
  });
}

/** What the project's modules import: `npm:chalk@5` and what it led to. */
function rootsOf(specifiers: JsonValue | undefined, find: Find): readonly Edge[] {
  return Array.from(membersOf(specifiers), ([wish, { value }]): readonly Edge[] => {
    const found = /^(?:npm:)?(?<name>(?:@[^/@]+\/)?[^/@]+)(?:@(?<range>.*))?$/s.exec(wish)?.groups;
    const led = textOf(value) ?? '';
    const to = found && (find(led) ?? find(`${found['name']}@${led}`));
    return to === undefined ? [] : [{ to, requested: found?.['range'] ?? '*', scope: 'runtime' }];
  }).flat();
}
