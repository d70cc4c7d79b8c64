import type { Edge } from '../graph.ts';
import { member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** What a built .NET program was built with: `<program>.deps.json` beside it. */
export const nugetDeps: Lockfile = {
  id: 'nuget-deps',
  ecosystem: 'nuget',
  files: ['*.deps.json'],
  siblings: [],
  docs: 'https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const libraries = member(root, 'libraries');
    if (!libraries && !member(root, 'runtimeTarget')) {
      problems.add('not-a-lockfile', 'No runtimeTarget and no libraries: this is no deps.json of .NET.', 1);
    }
    const linked = edgesIn(member(root, 'targets'));
    const listed = [...membersOf(libraries)].slice(0, maxPackages).flatMap(([key, it]): readonly Locked[] => {
      const at = key.lastIndexOf('/');
      const [name, version] = [key.slice(0, at), key.slice(at + 1)];
      const location = lines.location(it.start, it.end);
      if (at <= 0 || version === '' || name.length > maxNameLength) {
        problems.add('parse-error', `${JSON.stringify(key.slice(0, 80))} is no name and version.`, location.start.line);
        return [];
      }
      const origin = textOf(member(it.value, 'type')) === 'project' ? 'workspace' : 'registry';
      return [{ key: `${name}@${version}`, name, version, location, origin, edges: linked.get(key) ?? [] }];
    });
    const own = listed.filter((it) => it.origin === 'workspace');
    const roots = own.flatMap((it): readonly Edge[] => [{ to: it.key, scope: 'runtime' }, ...(it.edges ?? [])]);
    return {
      value: packagesOf(manifest, 'nuget', listed, own.length > 0 ? roots : undefined),
      problems: problems.list,
    };
  },
};

/** Who asks for whom, of all frameworks. */
function edgesIn(targets: JsonValue | undefined): ReadonlyMap<string, readonly Edge[]> {
  const edges = new Map<string, readonly Edge[]>();
  for (const [, { value: target }] of membersOf(targets)) {
    for (const [key, it] of membersOf(target)) {
      if (edges.has(key)) continue;
      edges.set(
        key,
        Array.from(membersOf(member(it.value, 'dependencies')), ([name, range]) => ({
          to: `${name}@${textOf(range.value) ?? ''}`,
          requested: textOf(range.value) ?? '',
          scope: 'runtime' as const,
        })),
      );
    }
  }
  return edges;
}
