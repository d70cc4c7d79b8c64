import type { NpmRelease, Packument } from '@plumbline/sca';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { parsed } from './json.ts';

const Names = Type.Record(Type.String(), Type.String());
const Text = Type.Optional(Type.String());
const NameList = Type.Optional(Type.Array(Type.String()));

/** As it is kept. */
export const NpmPackument = Type.Object({
  tags: Names,
  releases: Type.Array(
    Type.Object({
      version: Type.String(),
      dependencies: Type.Optional(Names),
      optionalDependencies: Type.Optional(Names),
      peerDependencies: Type.Optional(Names),
      optionalPeers: NameList,
      bundled: NameList,
      deprecated: Text,
      installScript: Type.Optional(Type.Literal(true)),
      address: Text,
      integrity: Text,
    }),
  ),
});

const Answer = Type.Object({
  versions: Type.Record(Type.String(), Type.Unknown()),
  'dist-tags': Type.Optional(Type.Unknown()),
});
const Fields = Type.Record(Type.String(), Type.Unknown());

/** What is said of a package, as far as we have a use for it. */
export function npmPackument(text: string): Packument | undefined {
  const answer = parsed(text);
  if (!Check(Answer, answer)) return undefined;
  const releases = Object.entries(answer.versions).flatMap(([version, it]) =>
    Check(Fields, it) ? [releaseOf(version, it)] : [],
  );
  return { tags: names(answer['dist-tags']) ?? {}, releases };
}

function releaseOf(version: string, it: Readonly<Record<string, unknown>>): NpmRelease {
  const dist = Check(Fields, it['dist']) ? it['dist'] : {};
  const optionalPeers = optionalPeersIn(it['peerDependenciesMeta']);
  const said = {
    dependencies: names(it['dependencies']),
    optionalDependencies: names(it['optionalDependencies']),
    peerDependencies: names(it['peerDependencies']),
    optionalPeers: optionalPeers.length > 0 ? optionalPeers : undefined,
    bundled: bundledIn(it),
    deprecated: deprecationOf(it['deprecated']),
    installScript: hasInstallScript(it) ? (true as const) : undefined,
    address: textIn(dist['tarball']),
    integrity: textIn(dist['integrity']),
  };
  return { version, ...defined(said) };
}

/** Without what is undefined. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Only ranges that are texts; nothing for an empty list. */
function names(it: unknown): Readonly<Record<string, string>> | undefined {
  if (!Check(Fields, it)) return undefined;
  const texts = Object.entries(it).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

function optionalPeersIn(meta: unknown): readonly string[] {
  if (!Check(Fields, meta)) return [];
  return Object.entries(meta).flatMap(([name, it]) => (Check(Fields, it) && it['optional'] === true ? [name] : []));
}

function bundledIn(it: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const said = it['bundleDependencies'] ?? it['bundledDependencies'];
  if (said === true) return Object.keys(names(it['dependencies']) ?? {});
  const list = Array.isArray(said) ? said.filter((one) => typeof one === 'string') : [];
  return list.length > 0 ? list : undefined;
}

/** Some have `false`, or an empty text: they are in use. */
function deprecationOf(said: unknown): string | undefined {
  if (said === true) return '';
  return typeof said === 'string' && said !== '' ? said : undefined;
}

function hasInstallScript(it: Readonly<Record<string, unknown>>): boolean {
  const scripts = Check(Fields, it['scripts']) ? it['scripts'] : {};
  return (
    it['hasInstallScript'] === true ||
    ['preinstall', 'install', 'postinstall'].some((name) => Object.hasOwn(scripts, name))
  );
}

function textIn(it: unknown): string | undefined {
  return typeof it === 'string' ? it : undefined;
}
