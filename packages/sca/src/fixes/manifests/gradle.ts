import type { ManifestFormat, Requirement, Stretch } from './manifest-format.ts';
import { tomlStrings } from './toml-strings.ts';

const coordinates = /(["'])(?<name>[\w.-]{1,200}:[\w.-]{1,200}):(?<version>[^"':@\s]{1,100})(?:[:@][^"'\n]{0,100})?\1/g;
const map =
  /group\s*[:=]\s*(["'])(?<group>[\w.-]{1,200})\1\s*,\s*name\s*[:=]\s*(["'])(?<artifact>[\w.-]{1,200})\3\s*,\s*version\s*[:=]\s*(["'])(?<version>[^"'\n]{1,100})\5/g;
const variable = /^\$\{?(?:rootProject\.|project\.|ext\.|extra\.|versions\.)*(?<name>[\w.]+)\}?$/;
const assignment =
  /(?:^|[\s{(;,.])(?<name>[A-Za-z_]\w{0,100})["'\])]*[ \t]*(?:=|:|by extra\()[ \t]*(["'])(?<range>\d[\w.+-]{0,100})\2/g;

/** Gradle's build files, Groovy and Kotlin, as far as they can be read without running them. */
export const gradle: ManifestFormat = {
  id: 'gradle',
  ecosystem: 'maven',
  files: /(?:^|\/)[^/]+\.gradle(?:\.kts)?$/,
  docs: 'https://docs.gradle.org/current/userguide/declaring_dependencies_basics.html',

  requirements: (text) => [
    ...Array.from(text.matchAll(coordinates), (it) => requirementOf(it.groups!['name']!, it)),
    ...Array.from(text.matchAll(map), (it) => requirementOf(`${it.groups!['group']}:${it.groups!['artifact']}`, it)),
  ],
  variables: (text) => stretches(text, assignment),

  pin(text, { name, version }) {
    const gap = text.endsWith('\n') ? '\n' : '\n\n';
    const block = `dependencies {\n    constraints {\n        implementation("${name}:${version}")\n    }\n}\n`;
    return [{ start: text.length, end: text.length, text: gap + block }];
  },
};

function requirementOf(name: string, found: RegExpExecArray): Requirement {
  const version = found.groups!['version']!;
  const start = found.index + found[0].lastIndexOf(version);
  const named = variable.exec(version)?.groups?.['name']?.split('.').at(-1);
  const place = { name, start, end: start + version.length };
  return named === undefined ? { ...place, range: version } : { ...place, range: '', variable: named };
}

function stretches(text: string, pattern: RegExp): ReadonlyMap<string, Stretch> {
  const found = new Map<string, Stretch>();
  for (const it of text.matchAll(pattern)) {
    const { name = '', range = '' } = it.groups!;
    const start = it.index + it[0].lastIndexOf(range);
    if (!found.has(name)) found.set(name, { range, start, end: start + range.length });
  }
  return found;
}

/** Variables of Gradle builds. */
export const gradleProperties: ManifestFormat = {
  id: 'gradle-properties',
  ecosystem: 'maven',
  files: /(?:^|\/)gradle\.properties$/,
  docs: 'https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties',
  requirements: () => [],
  variables: (text) =>
    stretches(text, /^[ \t]*(?<name>[\w.-]{1,100})[ \t]*[=:][ \t]*(?<range>\d[\w.+-]{0,100})[ \t]*$/gm),
};

/** Gradle's version catalogues. */
export const gradleCatalog: ManifestFormat = {
  id: 'gradle-catalog',
  ecosystem: 'maven',
  files: /\.versions\.toml$/,
  docs: 'https://docs.gradle.org/current/userguide/version_catalogs.html',

  requirements(text) {
    const all = tomlStrings(text).filter((it) => it.path[0] === 'libraries');
    const field = (alias: string, name: string): string | undefined =>
      all.find((it) => it.path[1] === alias && it.path.slice(2).join('.') === name)?.value;
    return all.flatMap(({ path: [, alias = '', ...rest], value, start, end }): readonly Requirement[] => {
      const key = rest.join('.');
      const name = field(alias, 'module') ?? `${field(alias, 'group') ?? ''}:${field(alias, 'name') ?? ''}`;
      if (key === 'version.ref') return [{ name, range: '', start, end, variable: value }];
      if (/^version(?:\.(?:strictly|require|prefer))?$/.test(key)) return [{ name, range: value, start, end }];
      const plain = key === '' ? /^([^:]+:[^:]+):([^:]+)$/.exec(value) : undefined;
      return plain ? [{ name: plain[1]!, range: plain[2]!, start: end - plain[2]!.length, end }] : [];
    });
  },

  variables: (text) =>
    new Map(
      tomlStrings(text)
        .filter((it) => it.path[0] === 'versions' && !/^(?:reject|rejectAll)$/.test(it.path[2] ?? ''))
        .map(({ path, value, start, end }) => [path[1]!, { range: value, start, end }]),
    ),
};
