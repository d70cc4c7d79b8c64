// When two scanners speak of the same: packages by name and version as their registry tells them apart, findings by
// package and by any of the advisories' names.

/** Registries that do not tell these names apart. */
const spelling = {
  pypi: (name) => name.toLowerCase().replaceAll(/[-_.]+/g, '-'),
  composer: (name) => name.toLowerCase(),
  nuget: (name) => name.toLowerCase(),
  github: (name) => name.toLowerCase(),
  hex: (name) => name.toLowerCase(),
  golang: (name) => name.toLowerCase(),
  terraform: (name) => name.toLowerCase().replace(/^registry\.terraform\.io\//, ''),
  swift: (name) => name.toLowerCase().replace(/\.git$/, ''),
};

export const nameOf = ({ type, name }) => `${type}/${spelling[type]?.(name) ?? name}`;
// NuGet's `[1.0]` is one version.
const versionOf = ({ version }) =>
  (version ?? '')
    .replace(/^v(?=\d)/, '')
    .replace(/^=+/, '')
    .replace(/^\[([^,\]]+)\]$/, '$1');
export const keyOf = (it) => `${nameOf(it)}@${versionOf(it)}`;

/** `records`: OSV records, one a line. An advisory is called by the first of all names that lead to it. */
export function sameAs(records) {
  const parent = new Map();
  const rootOf = (id) => {
    let root = id;
    while (parent.has(root)) root = parent.get(root);
    return root;
  };
  const join = (a, b) => {
    const [first, second] = [rootOf(a), rootOf(b)].toSorted();
    if (first !== second) parent.set(second, first);
  };
  const read = records
    .split('\n')
    .filter((it) => it !== '')
    .map((it) => JSON.parse(it));
  for (const { id, aliases = [] } of read) for (const it of aliases) join(id, it);
  const byRoot = grouped(read, ({ id }) => rootOf(id));
  return {
    /** All records that say the same. */
    records: (root) => byRoot.get(root) ?? [],
    keyed({ packages, findings }) {
      return {
        packages: byKey(packages, keyOf),
        findings: byKey(findings, (it) => `${keyOf(it)} ${rootOf(it.ids[0])}`),
      };
    },
  };
}

function byKey(list, key) {
  const found = new Map();
  for (const it of list) {
    const same = found.get(key(it));
    if (same) same.files.add(it.file);
    else found.set(key(it), { ...it, files: new Set([it.file]) });
  }
  return found;
}

function grouped(list, key) {
  const found = new Map();
  for (const it of list) found.set(key(it), [...(found.get(key(it)) ?? []), it]);
  return found;
}
