import type { Edge } from '../graph.ts';
import { member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, Problems, type Lockfile } from './lockfile.ts';

/** What NuGet's restore found for a project: every package, and for every framework who asks for whom. */
export const nugetAssets: Lockfile = {
  id: 'nuget-assets',
  ecosystem: 'nuget',
  files: ['project.assets.json'],
  siblings: [],
  docs: 'https://learn.microsoft.com/en-us/nuget/concepts/dependency-resolution',
  maxBytes: 64 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const libraries = member(root, 'libraries');
    if (libraries?.is !== 'object') {
      problems.add('not-a-lockfile', 'No libraries: this is no project.assets.json.', 1);
      return { value: [], problems: problems.list };
    }
    const edges = edgesIn(member(root, 'targets'));
    const listed = Array.from(membersOf(libraries), ([key, { value, start, end }]): readonly Locked[] => {
      const [name = '', version = ''] = key.split('/');
      // Other projects of the solution have their own files.
      if (name === '' || key.length > maxNameLength || textOf(member(value, 'type')) === 'project') return [];
      return [{ key, name, version, location: lines.location(start, end), edges: edges.get(key) ?? [] }];
    }).flat();
    return { value: packagesOf(manifest, 'nuget', listed, rootsOf(root, listed)), problems: problems.list };
  },
};

function edgesIn(targets: JsonValue | undefined): ReadonlyMap<string, readonly Edge[]> {
  const edges = new Map<string, Edge[]>();
  for (const [, { value: target }] of membersOf(targets)) {
    const keys = new Map(Array.from(membersOf(target), ([key]) => [nameIn(key), key]));
    for (const [key, { value }] of membersOf(target)) {
      const wishes = [...membersOf(member(value, 'dependencies'))];
      const found = wishes.map(([name, range]): Edge => {
        return { to: keys.get(name.toLowerCase()) ?? '', requested: textOf(range.value) ?? '', scope: 'runtime' };
      });
      const known = edges.get(key);
      if (known) known.push(...found);
      else edges.set(key, found);
    }
  }
  return edges;
}

function nameIn(key: string): string {
  return key.slice(0, key.indexOf('/')).toLowerCase();
}

/** What the project asks for itself. A package that is kept from the project's users is a tool of its build. */
function rootsOf(root: JsonValue | undefined, listed: readonly Locked[]): readonly Edge[] | undefined {
  const frameworks = member(member(root, 'project'), 'frameworks');
  if (!frameworks) return undefined;
  const keys = new Map(listed.map((it) => [it.name.toLowerCase(), it.key]));
  return Array.from(membersOf(frameworks), ([, framework]) =>
    Array.from(membersOf(member(framework.value, 'dependencies')), ([name, { value }]): Edge => {
      const isPrivate = textOf(member(value, 'suppressParent')) === 'All';
      const requested = textOf(member(value, 'version')) ?? '';
      return { to: keys.get(name.toLowerCase()) ?? '', requested, scope: isPrivate ? 'development' : 'runtime' };
    }),
  ).flat();
}
