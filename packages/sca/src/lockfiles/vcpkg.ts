import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { isTrue } from './npm-entries.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** The manifest of vcpkg. Its versions are lower bounds, of which vcpkg takes the lowest that fits all. */
export const vcpkg: Lockfile = {
  id: 'vcpkg',
  ecosystem: 'vcpkg',
  files: ['vcpkg.json'],
  siblings: [],
  docs: 'https://learn.microsoft.com/en-us/vcpkg/reference/vcpkg-json',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    if (!['name', 'dependencies', '$schema', 'builtin-baseline', 'features'].some((it) => member(root, it))) {
      problems.add('not-a-manifest', 'No name and no dependencies: this is no vcpkg.json.', 1);
    }
    const overrides = new Map(
      itemsOf(member(root, 'overrides')).map((it) => [textOf(member(it, 'name')) ?? '', versionIn(it) ?? '']),
    );
    const features = Array.from(membersOf(member(root, 'features')), ([, it]) => it.value);
    const listed = [root, ...features].flatMap((it, index) =>
      itemsOf(member(it, 'dependencies')).map((wish) => declaredOf(wish, overrides, lines, index > 0)),
    );
    return { value: declaredPackages(manifest, 'vcpkg', listed), problems: problems.list };
  },
};

function declaredOf(
  wish: JsonValue,
  overrides: ReadonlyMap<string, string>,
  lines: Lines,
  isOptional: boolean,
): Declared {
  const name = textOf(wish) ?? textOf(member(wish, 'name')) ?? '';
  const least = textOf(member(wish, 'version>='));
  const scope = isTrue(member(wish, 'host')) ? 'build' : isOptional ? 'optional' : 'runtime';
  return {
    name,
    version: (overrides.get(name) ?? least ?? '').replace(/#\d+$/, ''),
    scopes: [scope],
    location: lines.location(wish.start, wish.end),
    ...(least === undefined ? {} : { requested: `>=${least}` }),
  };
}

function versionIn(it: JsonValue): string | undefined {
  return ['version', 'version-semver', 'version-date', 'version-string']
    .map((key) => textOf(member(it, key)))
    .find((text) => text !== undefined);
}
