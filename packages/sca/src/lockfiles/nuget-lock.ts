import type { Scope } from '@plumbline/core';
import { member, membersOf, textOf, type JsonMember, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, Problems, type Lockfile } from './lockfile.ts';

/** NuGet's lock file, versions 1 and 2: a list for every framework that the project is built for. */
export const nugetLock: Lockfile = {
  id: 'nuget-lock',
  ecosystem: 'nuget',
  files: ['packages.lock.json', 'packages.*.lock.json'],
  siblings: [],
  docs: 'https://learn.microsoft.com/en-us/nuget/consume-packages/package-references-in-project-files#locking-dependencies',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const frameworks = member(root, 'dependencies');
    if (frameworks?.is !== 'object' || !member(root, 'version')) {
      problems.add('not-a-lockfile', 'No version and no dependencies: this is no lock file of NuGet.', 1);
      return { value: [], problems: problems.list };
    }
    reportVersion(member(root, 'version'), problems);
    const found = new Map<string, Locked>();
    for (const [, { value: list }] of membersOf(frameworks)) {
      const keys = new Map(Array.from(membersOf(list), ([name, it]) => [name.toLowerCase(), keyOf(name, it)]));
      for (const [name, it] of membersOf(list)) {
        // Other projects of the solution have their own files.
        if (name === '' || name.length > maxNameLength || typeOf(it) === 'Project') continue;
        const locked = lockedOf(name, it, keys, lines);
        found.set(locked.key, together(found.get(locked.key), locked));
      }
    }
    const roots = [...found.values()]
      .filter((it) => it.direct)
      .map((it) => ({ to: it.key, scope: 'runtime' as const }));
    return { value: packagesOf(manifest, 'nuget', [...found.values()], roots), problems: problems.list };
  },
};

function reportVersion(version: JsonValue | undefined, problems: Problems): void {
  const number = version?.is === 'scalar' ? version.value : undefined;
  if (number === 1 || number === 2) return;
  const told = JSON.stringify(number ?? 'of this file').slice(0, 40);
  problems.add('lockfile-version', `The version ${told} is not known; read as far as it resembles 1 and 2.`);
}

function typeOf({ value }: JsonMember): string | undefined {
  return textOf(member(value, 'type'));
}

function keyOf(name: string, { value }: JsonMember): string {
  return `${name.toLowerCase()}@${textOf(member(value, 'resolved')) ?? ''}`;
}

function lockedOf(name: string, it: JsonMember, keys: ReadonlyMap<string, string>, lines: Lines): Locked {
  const { value, start, end } = it;
  const requested = textOf(member(value, 'requested'));
  return {
    key: keyOf(name, it),
    name,
    version: textOf(member(value, 'resolved')) ?? '',
    location: lines.location(start, end),
    direct: typeOf(it) === 'Direct',
    ...(requested === undefined ? {} : { requested }),
    edges: Array.from(membersOf(member(value, 'dependencies')), ([wish, range]) => ({
      to: keys.get(wish.toLowerCase()) ?? '',
      requested: textOf(range.value) ?? '',
      scope: 'runtime' as Scope,
    })),
  };
}

/** What several frameworks use is one package. Each asks for nearly the same, so that only what is new is added. */
function together(known: Locked | undefined, it: Locked): Locked {
  if (!known) return it;
  const targets = new Set(known.edges?.map((edge) => edge.to));
  const added = it.edges?.filter((edge) => !targets.has(edge.to)) ?? [];
  const edges = added.length === 0 ? known.edges : [...(known.edges ?? []), ...added];
  return { ...it, ...known, direct: known.direct === true || it.direct === true, ...(edges ? { edges } : {}) };
}
