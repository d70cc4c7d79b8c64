import type { Package } from '@plumbline/core';
import { folderOf, nameOf } from '../project.ts';
import { wishesOf } from '../lockfiles/npm-entries.ts';
import { manifestFormats } from '../fixes/manifests/index.ts';
import { readJson } from '../text/json.ts';
import { locationInLine } from '../text/lines.ts';
import { lockedIn, lockNames, type LockedAddress } from './locked.ts';
import { hostOf, isOwnMachine, placeOf, withoutSecrets } from './place.ts';
import { shownName, type Check, type Remark } from './remark.ts';

/** Where lock files have their libraries from: without encryption, without a checksum that holds. */
export const lockedAddresses: Check = function* ({ packages, texts }): Iterable<Remark> {
  for (const path of texts.paths.filter((it) => lockNames.test(it))) {
    const text = texts.text(path) ?? '';
    // Most lock files have neither, and are not gone through.
    const mayBePlain = text.includes('http://');
    const hasWeak = /"sha1-|"md5-|integrity sha1-|integrity md5-/.test(text) || lacksSums(path, text);
    if (!mayBePlain && !hasWeak) continue;
    const all = [...lockedIn(path, text, packages)].filter((it) => it.package?.origin !== 'git');
    yield* plainIn(path, all);
    yield* unsummedIn(path, all);
  }
};

function lacksSums(path: string, text: string): boolean {
  const [resolved, integrity] = path.endsWith('yarn.lock')
    ? ['\n  resolved ', '\n  integrity ']
    : ['"resolved":', '"integrity":'];
  return count(text, resolved!) > count(text, integrity!);
}

function count(text: string, words: string): number {
  let found = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) found += 1;
  return found;
}

function* plainIn(path: string, all: readonly LockedAddress[]): Iterable<Remark> {
  const byHost = new Map<string, LockedAddress[]>();
  for (const it of all) {
    const host = /^http:/i.test(it.address) ? hostOf(it.address) : undefined;
    if (host === undefined || isOwnMachine(host)) continue;
    const known = byHost.get(host);
    if (known) known.push(it);
    else byHost.set(host, [it]);
  }
  for (const [host, them] of byHost) {
    const message = `${named(them)} ${them.length === 1 ? 'is' : 'are'} fetched from http://${host}, without encryption.`;
    // A checksum that holds tells an exchanged library.
    const severity = them.every((it) => isStrong(it.integrity)) ? 'low' : 'medium';
    yield { rule: 'lock-plain-http', message, location: lineOf(path, them[0]!), subject: host, severity };
  }
}

function* unsummedIn(path: string, all: readonly LockedAddress[]): Iterable<Remark> {
  const weak = all.filter(
    (it) => /^https?:/i.test(it.address) && !isStrong(it.integrity) && it.package?.origin === 'registry',
  );
  if (weak.length === 0) return;
  const has = weak.some((it) => it.integrity !== '' || /#[\da-f]{40}$/.test(it.address));
  const message = `${named(weak)} ${weak.length === 1 ? 'has' : 'have'} no checksum${has ? ' but one by SHA-1 or MD5' : ''} in ${nameOf(path)}.`;
  yield { rule: 'lock-no-checksum', message, location: lineOf(path, weak[0]!), subject: nameOf(path) };
}

function isStrong(integrity: string): boolean {
  return /\bsha(?:256|384|512)-/.test(integrity);
}

function named(all: readonly LockedAddress[]): string {
  const names = [...new Set(all.map((it) => (it.package ? shownName(it.package) : withoutSecrets(it.address))))];
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} other libraries` : shown;
}

function lineOf(path: string, { line, address }: LockedAddress): Remark['location'] {
  return locationInLine(path, line, 1, Math.min(address.length + 12, 500));
}

/** Settings and manifests that name a registry without encryption. */
const registryLines: readonly { readonly files: RegExp; readonly pattern: RegExp }[] = [
  {
    files: /(?:^|\/)(?:\.npmrc|\.yarnrc)$/,
    pattern: /^\s{0,20}"?(?:@[\w.-]{1,100}:)?registry"?[\s=]{1,20}"?(http:\/\/[^\s"]{1,500})/dm,
  },
  { files: /(?:^|\/)\.yarnrc\.yml$/, pattern: /^\s{0,20}npmRegistryServer:\s{0,20}["']?(http:\/\/[^\s"']{1,500})/dm },
  {
    files: /(?:^|\/)(?:pip\.(?:conf|ini)|[^/]*requirements[^/]*\.(?:txt|in))$/,
    pattern: /^\s{0,20}(?:--)?(?:extra-)?index-url[\s=]{1,20}(http:\/\/\S{1,500})/dm,
  },
  { files: /(?:^|\/)(?:Gemfile|gems\.rb)$/, pattern: /^\s{0,20}source[\s(]{1,20}["'](http:\/\/[^"'\n]{1,500})/dm },
  {
    files: /(?:^|\/)pom\.xml$/,
    pattern:
      /<(?:repository|pluginRepository)>(?:(?!<\/)[^]){0,400}?(?:<\/[^>]{1,50}>(?:(?!<\/)[^]){0,400}?){0,6}<url>\s{0,20}(http:\/\/[^<\s]{1,500})/d,
  },
  {
    files: /\.gradle(?:\.kts)?$/,
    pattern:
      /\b(?:maven|ivy)\b[^{}\n]{0,20}\{\s{0,50}(?:[^{}\n]{0,200}\n){0,3}?\s{0,50}(?:setUrl|url)\b[\s=(]{1,5}(?:uri\()?["'](http:\/\/[^"'\n]{1,500})/d,
  },
  {
    files: /(?:^|\/)nuget\.config$/i,
    pattern: /<packageSources>[^]{0,2000}?<add\b[^>]{0,200}\bvalue\s{0,5}=\s{0,5}["'](http:\/\/[^"']{1,500})/di,
  },
];

export const plainRegistries: Check = function* ({ texts }): Iterable<Remark> {
  for (const path of texts.paths) {
    const patterns = registryLines.filter(({ files }) => files.test(path));
    const text = patterns.length === 0 ? '' : (texts.text(path) ?? '');
    if (!text.includes('http://')) continue;
    for (const { pattern } of patterns) yield* plainAt(path, text, pattern.exec(text)?.indices?.[1]);
  }
};

function plainAt(path: string, text: string, place: readonly [number, number] | undefined): readonly Remark[] {
  const address = place ? text.slice(...place) : '';
  const host = hostOf(address);
  if (!place || host === undefined || isOwnMachine(host)) return [];
  const message = `Libraries are fetched from ${withoutSecrets(address)}, without encryption.`;
  return [{ rule: 'lock-plain-http', message, location: placeOf(path, text, ...place), subject: host }];
}

/** Libraries from git whose commit nobody has written down, nor the tag of a release. */
export const gitBranches: Check = function* ({ packages }): Iterable<Remark> {
  for (const it of packages) {
    // Git itself keeps the commits of submodules.
    const isKept = nameOf(it.location.file) === '.gitmodules';
    if (it.origin !== 'git' || isKept || /^[\da-f]{7,64}$/i.test(it.source?.commit ?? it.version)) continue;
    const asked = it.requested ?? it.version;
    // The tag of a release is moved by who attacks; a branch moves by itself.
    if (/(?:^|[#@=])v?\d+\.\d+[\w.+-]*$/.test(asked)) continue;
    const message = `${it.name} comes from git${asked === '' ? '' : ` (${withoutSecrets(asked)})`}, and no commit of it is named.`;
    yield { rule: 'lock-git-branch', message, location: it.location, package: it };
  }
};

/** Lock files with the manifests that they are of. */
const manifestOf: readonly { readonly lock: RegExp; readonly manifest: string }[] = [
  {
    lock: /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/,
    manifest: 'package.json',
  },
  { lock: /^composer\.lock$/, manifest: 'composer.json' },
  { lock: /^Cargo\.lock$/, manifest: 'Cargo.toml' },
  { lock: /^Gemfile\.lock$/, manifest: 'Gemfile' },
  { lock: /^(?:poetry|uv|pdm)\.lock$/, manifest: 'pyproject.toml' },
  { lock: /^Pipfile\.lock$/, manifest: 'Pipfile' },
];

/** Names of the packages of each file, in lower case. */
function namesIn(packages: readonly Package[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { location, name } of packages) {
    const known = names.get(location.file);
    if (known) known.add(name.toLowerCase());
    else names.set(location.file, new Set([name.toLowerCase()]));
  }
  return names;
}

/** What a manifest asks for and its lock file has never heard of. */
export const outdatedLocks: Check = function* ({ packages, texts }): Iterable<Remark> {
  for (const [path, known] of namesIn(packages)) {
    const manifest = manifestOf.find(({ lock }) => lock.test(nameOf(path)))?.manifest;
    const file = manifest === undefined ? '' : path.replace(/[^/]+$/, manifest);
    const text = file !== '' && texts.has(file) ? texts.text(file) : undefined;
    // What has no manifest beside it may be no text at all.
    if (text === undefined) continue;
    const unlisted = askedFor(file, text).filter((name) => !known.has(name.toLowerCase()));
    const [first, ...more] = unlisted.length === 0 ? [] : unheard(unlisted, texts.text(path));
    if (first === undefined) continue;
    const shown = [first, ...more.slice(0, 4)].join(', ') + (more.length > 4 ? ` and ${more.length - 4} more` : '');
    const at = Math.max(0, text.indexOf(first));
    const message = `${file} asks for ${shown}, which ${nameOf(path)} does not have.`;
    const location = placeOf(file, text, at, at + first.length);
    const subject = `${nameOf(path)} ${folderOf(path) === '' ? '' : 'inner '}${first}`;
    yield { rule: 'lock-outdated', message, location, subject };
  }
};

/** A name may be written otherwise, or stand in another part of the file. */
function unheard(names: readonly string[], text = ''): readonly string[] {
  const lock = text.toLowerCase();
  return lock === '' ? [] : names.filter((name) => !lock.includes(name.toLowerCase()));
}

/** PHP itself, its extensions and what Composer brings are no libraries; neither is Python. */
const noLibrary = /^(?:php|hhvm|python|ruby|(?:ext|lib)-.*|php-.*|composer-(?:plugin|runtime)-api|composer)$/i;

/** What Python needs to make a package of the project is in no lock file. */
function isForBuilding(text: string, offset: number): boolean {
  return text
    .slice(Math.max(0, text.lastIndexOf('\n[', offset)), offset)
    .trimStart()
    .startsWith('[build-system]');
}

/** Names that come from a registry, as they are written. */
function askedFor(file: string, text: string): readonly string[] {
  const isHere = (range: string): boolean => /^(?:file|link|portal|workspace|npm|patch|catalog):/.test(range);
  const names =
    nameOf(file) === 'package.json'
      ? wishesOf(readJson(text).value)
          .filter((it) => it.kind !== 'peerDependencies' && it.kind !== 'optionalDependencies' && !isHere(it.requested))
          .map((it) => it.name)
      : (manifestFormats.find((it) => it.files.test(file))?.requirements(text) ?? [])
          .filter((it) => !isForBuilding(text, it.start))
          .map((it) => it.name);
  return [...new Set(names)].filter((it) => it !== '' && !noLibrary.test(it));
}
