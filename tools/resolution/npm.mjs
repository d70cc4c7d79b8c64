// A universe as npm's registry would tell it, and what it resolves to.
import { Asking, resolveNpm } from '../../packages/sca/dist/index.js';
import { universeOf } from './blocks.mjs';

const folderOf = (name) => name.slice(name.lastIndexOf('>') + 1);
const isInside = (name) => name.includes('>');

/** Shape: `wants` lists by kind; `names` says what packages inside of archives are called in the universe. */
function registryOf(packages, names) {
  const releaseOf = (it) => {
    const release = { version: it.version, ...listsOf(it), inside: insideOf(it) };
    return release;
  };
  const insideOf = ({ asks }) =>
    asks
      .filter((it) => isInside(it.name))
      .flatMap(({ name, range }) =>
        (packages.get(name) ?? [])
          .filter((it) => it.version === range)
          .map((it) => {
            const release = releaseOf(it);
            names.set(release, { mangled: name, original: it.attributes.derivedfrom });
            return { name: folderOf(name), release };
          }),
      );
  const packument = (name) => {
    const versions = (packages.get(name) ?? []).filter((it) => it.attributes.derivedfrom === undefined);
    const tags = {};
    for (const it of versions)
      for (const tag of (it.attributes.tags ?? '').split(',').filter(Boolean)) tags[tag] = it.version;
    return { tags, releases: versions.filter((it) => it.attributes.deleted === undefined).map(releaseOf) };
  };
  return { packument, releaseOf };
}

function listsOf({ asks }) {
  const lists = { dependencies: {}, optionalDependencies: {}, peerDependencies: {}, bundled: [] };
  for (const { attributes, name, range } of asks.filter((it) => !isInside(it.name))) {
    const folder = attributes.knownas ?? name;
    const wish = attributes.knownas === undefined ? range : `npm:${name}@${range}`;
    const list =
      attributes.scope === 'peer' ? 'peerDependencies' : 'opt' in attributes ? 'optionalDependencies' : 'dependencies';
    if ('dev' in attributes) continue;
    lists[list][folder] = wish;
    if (attributes.scope === 'bundled') lists.bundled.push(folder);
  }
  return lists;
}

/** Shape: rows from, name, alias, range, selector, to; nodes by number. */
export function resolveCase({ universe, root, version, flags }, generation) {
  const packages = universeOf(universe);
  const names = new Map();
  const { packument, releaseOf } = registryOf(packages, names);
  const release = releaseOf(packages.get(root).find((it) => it.version === version));
  const asked = new Map();
  const answer = ({ name }) => {
    if (!asked.has(name)) asked.set(name, packument(name));
    const value = asked.get(name);
    return value.releases.length > 0 ? { is: 'known', value } : { is: 'absent', reason: 'there is none' };
  };
  const wants = [
    ['peer', release.peerDependencies],
    ['runtime', release.dependencies],
    ['optional', release.optionalDependencies],
  ];
  const top = { folder: '', name: root, version, wants, inside: release.inside };
  const found = resolveNpm([top], new Asking({ answer }), { generation });
  const isDemangled = flags.includes('demangle_names');
  const nameOf = (node) => {
    const known = names.get(node.release);
    if (!known) return node.packageName;
    return isDemangled ? known.original : known.mangled;
  };
  return { found, nameOf };
}
