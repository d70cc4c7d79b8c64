import { Type } from 'typebox';
import { Location } from './location.ts';
import { closed, type Value } from './schema.ts';

/** The registries whose packages we know, by their purl type. Source: https://github.com/package-url/purl-spec */
export const ecosystems = [
  'npm',
  'jsr',
  'pypi',
  'maven',
  'golang',
  'cargo',
  'gem',
  'composer',
  'nuget',
  'hex',
  'pub',
  'swift',
  'conan',
  'cocoapods',
  'cran',
  'bioconductor',
  'hackage',
  'julia',
  'opam',
  'conda',
  'cpan',
  'luarocks',
  'nimble',
  'vcpkg',
  'docker',
  'terraform',
  'bazel',
  'helm',
  'github',
  'vscode-extension',
  'bitnami',
  'deb',
  'apk',
  'rpm',
  'alpm',
  'opkg',
  'portage',
  'snap',
  'flatpak',
  'brew',
  'generic',
] as const;
export const Ecosystem = Type.Enum(ecosystems);
export type Ecosystem = Value<typeof Ecosystem>;

/** Why a package is there: for running, developing, testing; or only if its platform allows, or its user brings it. */
export const scopes = ['runtime', 'development', 'test', 'optional', 'peer', 'build'] as const;
export const Scope = Type.Enum(scopes);
export type Scope = Value<typeof Scope>;

/** An edge of the dependency graph: the id of another package of the report and the range that was asked for. */
export const Dependency = Type.Object({ id: Type.String(), requested: Type.Optional(Type.String()) }, closed);
export type Dependency = Value<typeof Dependency>;

/** The layer of a container image that a package is from. */
export const Layer = Type.Object(
  {
    digest: Type.String({ description: "Of the layer's content, unpacked, as the image's configuration has it." }),
    instruction: Type.Optional(Type.String({ description: "What made the layer, by the image's history." })),
    base: Type.Optional(
      Type.Boolean({ description: 'The layer seems to be one of the image that this one was built from.' }),
    ),
  },
  closed,
);
export type Layer = Value<typeof Layer>;

/**
 * One occurrence of a library in one manifest or lock file.
 *
 * Shape: `id` is unique in a report and stable for the same input; `version` is empty when the manifest pins none;
 * `location` is the line that declares it; `origin` tells a registry's package from a fork that only shares its name.
 */
export const Package = Type.Object(
  {
    id: Type.String(),
    purl: Type.String(),
    ecosystem: Ecosystem,
    name: Type.String(),
    version: Type.String(),
    requested: Type.Optional(Type.String({ description: 'The range that the manifest asks for.' })),
    origin: Type.Enum(['registry', 'git', 'url', 'file', 'workspace']),
    distribution: Type.Optional(
      Type.String({
        description: 'Whose build of it this is, by os-release: `debian:12`. Of packages of an operating system.',
      }),
    ),
    builtFrom: Type.Optional(
      Type.Object(
        { name: Type.String(), version: Type.String() },
        {
          ...closed,
          description: "The distribution's source package that it was built from: what its advisories are about.",
        },
      ),
    ),
    installedBy: Type.Optional(
      Type.String({ description: "Id of the operating system's package that brought its files." }),
    ),
    layer: Type.Optional(Layer),
    source: Type.Optional(
      Type.Object(
        { repository: Type.String(), commit: Type.String() },
        { ...closed, description: 'Where a package from git is from.' },
      ),
    ),
    scopes: Type.Array(Scope),
    direct: Type.Boolean(),
    location: Location,
    guessed: Type.Optional(
      Type.Boolean({ description: 'Its name is worked out from names of files: it may be another library.' }),
    ),
    licenses: Type.Array(Type.String({ description: 'SPDX expressions, as declared.' })),
    dependencies: Type.Array(Dependency),
    deprecated: Type.Optional(
      Type.String({ description: 'What its makers say of it who have given it up; may be empty.' }),
    ),
    resolved: Type.Optional(
      Type.Boolean({ description: 'No lock file pins it: the version is the one that its registry would give.' }),
    ),
    installScript: Type.Optional(Type.Boolean({ description: 'It runs code of its own when it is installed.' })),
    scorecard: Type.Optional(
      Type.Object(
        { score: Type.Number({ minimum: 0, maximum: 10 }), date: Type.String() },
        { ...closed, description: 'What OpenSSF Scorecard gives the project that it is from, and when.' },
      ),
    ),
  },
  closed,
);
export type Package = Value<typeof Package>;
