import type { Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, Problems, type Lockfile } from './lockfile.ts';

/** Conan's lock file: of Conan 2 lists of references, of Conan 1 a graph. */
export const conanLock: Lockfile = {
  id: 'conan-lock',
  ecosystem: 'conan',
  files: ['conan.lock'],
  siblings: [],
  docs: 'https://docs.conan.io/2/tutorial/versioning/lockfiles.html',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const nodes = member(member(root, 'graph_lock'), 'nodes');
    if (!nodes && !member(root, 'version')) {
      problems.add('not-a-lockfile', 'No version and no graph_lock: this is no lock file of Conan.', 1);
    }
    const { listed, roots } = nodes ? readGraph(nodes, lines) : readLists(root, lines);
    return { value: packagesOf(manifest, 'conan', listed, roots), problems: problems.list };
  },
};

interface Content {
  readonly listed: readonly Locked[];
  readonly roots: readonly Edge[] | undefined;
}

/** Shape: `name/version@user/channel#revision:package%time`. */
const reference = /^(?<name>[^/@#:%]+)\/(?<version>[^/@#:%]+)/;

const lists: readonly (readonly [list: string, scope: Scope])[] = [
  ['requires', 'runtime'],
  ['build_requires', 'build'],
  ['python_requires', 'build'],
  ['config_requires', 'build'],
];

function readLists(root: JsonValue | undefined, lines: Lines): Content {
  const listed = lists.flatMap(([list, scope]) =>
    itemsOf(member(root, list)).flatMap((it): readonly Locked[] => {
      const found = named(textOf(it));
      return found ? [{ ...found, location: lines.location(it.start, it.end), scopes: [scope] }] : [];
    }),
  );
  return { listed, roots: undefined };
}

function named(text: string | undefined): Pick<Locked, 'key' | 'name' | 'version'> | undefined {
  const found = text !== undefined && text.length <= maxNameLength ? reference.exec(text)?.groups : undefined;
  if (!found) return undefined;
  const { name, version } = found as Readonly<Record<'name' | 'version', string>>;
  return { key: `${name}@${version}`, name, version };
}

/** The node that has a path, or no reference, is the project itself. */
function readGraph(nodes: JsonValue, lines: Lines): Content {
  const found = Array.from(membersOf(nodes), ([id, { value, start, end }]) => {
    const written = textOf(member(value, 'ref')) ?? textOf(member(value, 'pref'));
    const isProject = member(value, 'path') !== undefined || written === undefined;
    return { id, value, start, end, package: isProject ? undefined : named(written), isProject };
  });
  const keys = new Map(found.flatMap((it) => (it.package ? [[it.id, it.package.key] as const] : [])));
  const listed = found.flatMap((it): readonly Locked[] =>
    it.package ? [{ ...it.package, location: lines.location(it.start, it.end), edges: edgesOf(it.value, keys) }] : [],
  );
  return { listed, roots: found.filter((it) => it.isProject).flatMap((it) => edgesOf(it.value, keys)) };
}

/** Nodes are named by number; the oldest form maps references to them. */
function edgesOf(node: JsonValue, keys: ReadonlyMap<string, string>): readonly Edge[] {
  return lists.flatMap(([list, scope]) => {
    const wishes = member(node, list);
    const ids = [...itemsOf(wishes), ...Array.from(membersOf(wishes), ([, it]) => it.value)].flatMap(
      (it) => textOf(it) ?? [],
    );
    return ids.map((id) => ({ to: keys.get(id) ?? '', scope }));
  });
}
