import type { Release } from '@plumbline/sca';
import { Type } from 'typebox';
import { Check } from 'typebox/value';

/** The registries that can be asked. */
export type KnownRegistry = 'npm' | 'pypi' | 'maven';

interface RegistryFormat {
  readonly docs: string;
  readonly url: (base: string, name: string) => string;
  /** Undefined for what is no answer of such a registry. */
  readonly read: (text: string) => readonly Release[] | undefined;
}

const Names = Type.Record(Type.String(), Type.String());
const Packument = Type.Object({
  versions: Type.Record(Type.String(), Type.Unknown()),
  time: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
const NpmVersion = Type.Object({
  deprecated: Type.Optional(Type.Unknown()),
  dependencies: Type.Optional(Names),
  optionalDependencies: Type.Optional(Names),
  peerDependencies: Type.Optional(Names),
  dist: Type.Optional(Type.Object({ tarball: Type.String(), integrity: Type.Optional(Type.String()) })),
});
const PypiProject = Type.Object({ releases: Type.Record(Type.String(), Type.Array(Type.Unknown())) });
const PypiFile = Type.Object({
  upload_time_iso_8601: Type.Optional(Type.String()),
  yanked: Type.Optional(Type.Boolean()),
});

export const registryFormats: Readonly<Record<KnownRegistry, RegistryFormat>> = {
  npm: {
    docs: 'https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md',
    url: (base, name) => `${base}/${name.replace('/', '%2f')}`,
    read(text) {
      const answer = parsed(text);
      if (!Check(Packument, answer)) return undefined;
      return Object.entries(answer.versions).flatMap(([version, it]) =>
        Check(NpmVersion, it) ? [npmRelease(version, it, answer.time?.[version])] : [],
      );
    },
  },
  pypi: {
    docs: 'https://docs.pypi.org/api/json/',
    url: (base, name) => `${base}/${encodeURIComponent(name)}/json`,
    read(text) {
      const answer = parsed(text);
      if (!Check(PypiProject, answer)) return undefined;
      return Object.entries(answer.releases).flatMap(([version, list]): readonly Release[] => {
        const files = list.filter((it) => Check(PypiFile, it));
        // A version without files was taken back.
        if (files.length === 0) return [];
        const deprecated = files.every((it) => it.yanked === true);
        return [{ version, deprecated, ...publishedAt(files[0]!.upload_time_iso_8601) }];
      });
    },
  },
  maven: {
    docs: 'https://maven.apache.org/repositories/metadata.html',
    url(base, name) {
      const [group = '', artifact = ''] = name.split(':');
      const path = [...group.split('.'), artifact].map(encodeURIComponent).join('/');
      return `${base}/${path}/maven-metadata.xml`;
    },
    read(text) {
      const list = /<versions>([^]*?)<\/versions>/.exec(text)?.[1];
      if (list === undefined) return undefined;
      return Array.from(list.matchAll(/<version>\s*([^<\s]+)\s*<\/version>/g), (it) => ({ version: it[1]! }));
    },
  },
};

function publishedAt(time: unknown): Pick<Release, 'published'> {
  return typeof time === 'string' ? { published: time } : {};
}

interface NpmFields {
  readonly deprecated?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly dist?: { readonly tarball: string; readonly integrity?: string };
}

/** Without the address of one that wants optional or peer packages: a lock file has more to say of it than we know. */
function npmRelease(version: string, it: NpmFields, time: unknown): Release {
  const { deprecated, dependencies = {}, optionalDependencies = {}, peerDependencies = {}, dist } = it;
  const isPlain = Object.keys(optionalDependencies).length + Object.keys(peerDependencies).length === 0;
  const files = isPlain && dist?.integrity !== undefined ? { address: dist.tarball, integrity: dist.integrity } : {};
  const isDeprecated = deprecated !== undefined && deprecated !== false && deprecated !== '';
  return { version, dependencies, deprecated: isDeprecated, ...publishedAt(time), ...files };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // expected: something else answers there
  }
}
