import type { Ecosystem } from './package.ts';

/** What tells one registry's packages from another's. A new ecosystem is a row here. */
export interface Registry {
  /** What OSV calls it; undefined when nobody writes advisories for it there. */
  readonly osv: string | undefined;
  /** The name by which the registry and its advisories know a package. */
  readonly normalName: (name: string) => string;
  /** The path of a package URL: namespace and name. Source: https://github.com/package-url/purl-spec, types */
  readonly path: (name: string) => readonly string[];
  /** What of a name is no package of its own but a part of one. */
  readonly subpath?: (name: string) => readonly string[];
}

const asWritten = (name: string): string => name;
const lowerCase = (name: string): string => name.toLowerCase();
const whole = (name: string): readonly string[] => [name];
const slashes = (name: string): readonly string[] => name.split('/');
/** Source: PEP 503 */
const pypiName = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

/** npm's old names with capitals are other packages than those without; Maven's and Go's are taken as written. */
export const registries: Readonly<Record<Ecosystem, Registry>> = {
  npm: { osv: 'npm', normalName: asWritten, path: (name) => slashes(name.toLowerCase()) },
  jsr: { osv: undefined, normalName: lowerCase, path: (name) => slashes(name.toLowerCase()) },
  pypi: { osv: 'PyPI', normalName: pypiName, path: (name) => [pypiName(name)] },
  maven: { osv: 'Maven', normalName: asWritten, path: (name) => name.split(':') },
  golang: { osv: 'Go', normalName: asWritten, path: slashes },
  cargo: { osv: 'crates.io', normalName: asWritten, path: whole },
  gem: { osv: 'RubyGems', normalName: asWritten, path: whole },
  composer: { osv: 'Packagist', normalName: lowerCase, path: (name) => slashes(name.toLowerCase()) },
  nuget: { osv: 'NuGet', normalName: lowerCase, path: whole },
  hex: { osv: 'Hex', normalName: lowerCase, path: (name) => slashes(name.toLowerCase()) },
  pub: { osv: 'Pub', normalName: lowerCase, path: (name) => [name.toLowerCase()] },
  swift: { osv: 'SwiftURL', normalName: lowerCase, path: slashes },
  conan: { osv: 'ConanCenter', normalName: asWritten, path: whole },
  cran: { osv: 'CRAN', normalName: asWritten, path: whole },
  cocoapods: {
    osv: undefined,
    normalName: asWritten,
    path: (name) => slashes(name).slice(0, 1),
    subpath: (name) => slashes(name).slice(1),
  },
  bioconductor: { osv: 'Bioconductor', normalName: asWritten, path: whole },
  hackage: { osv: 'Hackage', normalName: asWritten, path: whole },
  julia: { osv: 'Julia', normalName: asWritten, path: whole },
  opam: { osv: 'opam', normalName: asWritten, path: whole },
  conda: { osv: undefined, normalName: lowerCase, path: (name) => [name.toLowerCase()] },
  cpan: { osv: undefined, normalName: asWritten, path: slashes },
  luarocks: { osv: undefined, normalName: lowerCase, path: (name) => slashes(name.toLowerCase()) },
  nimble: { osv: undefined, normalName: lowerCase, path: (name) => slashes(name.toLowerCase()) },
  vcpkg: { osv: undefined, normalName: lowerCase, path: whole },
  docker: { osv: undefined, normalName: lowerCase, path: slashes },
  bazel: { osv: undefined, normalName: asWritten, path: whole },
  helm: { osv: undefined, normalName: asWritten, path: slashes },
  terraform: { osv: undefined, normalName: lowerCase, path: (name) => slashes(name.toLowerCase()) },
  github: { osv: 'GitHub Actions', normalName: lowerCase, path: (name) => slashes(name.toLowerCase()) },
  'vscode-extension': { osv: 'VSCode', normalName: lowerCase, path: (name) => slashes(name.toLowerCase()) },
  bitnami: { osv: 'Bitnami', normalName: lowerCase, path: (name) => [name.toLowerCase()] },
  // Those of operating systems: OSV names the system, not the kind of its packages.
  deb: { osv: undefined, normalName: lowerCase, path: whole },
  apk: { osv: undefined, normalName: lowerCase, path: whole },
  rpm: { osv: undefined, normalName: asWritten, path: whole },
  alpm: { osv: undefined, normalName: lowerCase, path: whole },
  opkg: { osv: undefined, normalName: lowerCase, path: whole },
  portage: { osv: undefined, normalName: asWritten, path: slashes },
  snap: { osv: undefined, normalName: lowerCase, path: whole },
  flatpak: { osv: undefined, normalName: asWritten, path: whole },
  brew: { osv: undefined, normalName: lowerCase, path: whole },
  generic: { osv: undefined, normalName: asWritten, path: slashes },
};
