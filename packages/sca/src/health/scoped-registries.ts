import type { Package } from '@plumbline/core';
import { folderOf, type ProjectTexts } from '../project.ts';
import { linesIn } from '../text/lines.ts';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';
import { lockedIn, lockNames } from './locked.ts';
import { hostOf } from './place.ts';
import { shownName, type Check, type Remark } from './remark.ts';

/** A file that says which registry the packages of a scope come from. Shape: address by `@scope`. */
interface ScopeSettings {
  readonly names: readonly string[];
  readonly read: (text: string) => ReadonlyMap<string, string>;
}

/** Source: https://docs.npmjs.com/cli/using-npm/scope, https://yarnpkg.com/configuration/yarnrc, https://bun.sh/docs/install/registries */
const settings: readonly ScopeSettings[] = [
  { names: ['.npmrc'], read: (text) => lineByLine(text, /^\s*(@[\w.-]{1,200}):registry\s*=\s*["']?([^\s"']{1,500})/) },
  { names: ['.yarnrc'], read: (text) => lineByLine(text, /^\s*"?(@[\w.-]{1,200}):registry"?\s+"?([^\s"]{1,500})/) },
  { names: ['.yarnrc.yml'], read: scopesOfYarn },
  {
    names: ['bunfig.toml'],
    read: (text) =>
      new Map(
        entriesOf(entry(entry(readToml(text).value, 'install'), 'scopes')).flatMap(([name, it]) => {
          const url = typeof it === 'string' ? it : textEntry(it, 'url');
          return url === undefined ? [] : [[name.startsWith('@') ? name : `@${name}`, url] as const];
        }),
      ),
  },
];

export const scopeFiles: readonly string[] = settings.flatMap((it) => it.names);

function lineByLine(text: string, pattern: RegExp): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { text: line } of linesIn(text)) {
    const [, scope, url] = pattern.exec(line.slice(0, 1000)) ?? [];
    if (scope !== undefined && url !== undefined) found.set(scope, url);
  }
  return found;
}

/** `npmScopes:`, a scope a level deeper, its `npmRegistryServer` below. */
function scopesOfYarn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let isInside = false;
  let scope = '';
  for (const { text: line } of linesIn(text)) {
    const [, indent = '', key = '', value = ''] =
      /^(\s*)["']?([\w.@-]{1,200})["']?:\s*["']?([^\s"']{0,500})/.exec(line) ?? [];
    if (key === '') continue;
    if (indent === '') isInside = key === 'npmScopes';
    else if (isInside && value === '') scope = `@${key.replace(/^@/, '')}`;
    else if (isInside && key === 'npmRegistryServer') found.set(scope, value);
  }
  return found;
}

type Configured = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Libraries of a scope that has a registry of its own, locked from elsewhere; private names locked from a registry. */
export const scopedRegistries: Check = function* ({ packages, texts }): Iterable<Remark> {
  const configured = configuredIn(texts);
  const own = privateNames(texts);
  const scopes = new Set([...configured.values()].flatMap((it) => [...it.keys()]));
  if (scopes.size === 0 && own.size === 0) return;
  const wanted = packages.filter(
    ({ ecosystem, origin, name }) =>
      ecosystem === 'npm' && origin === 'registry' && (own.has(name) || scopes.has(name.slice(0, name.indexOf('/')))),
  );
  for (const path of texts.paths.filter((it) => lockNames.test(it))) {
    const named = wanted.filter((it) => it.location.file === path);
    if (named.length === 0) continue;
    for (const { package: it, address } of lockedIn(path, texts.text(path) ?? '', named)) {
      const host = hostOf(address);
      if (it && host !== undefined) yield* strangers(it, host, { configured, own });
    }
  }
};

function configuredIn(texts: ProjectTexts): Configured {
  return new Map(
    texts.paths.flatMap((path) => {
      const of = settings.find(({ names }) => names.some((it) => path === it || path.endsWith(`/${it}`)));
      return of ? [[path, of.read(texts.text(path) ?? '')] as const] : [];
    }),
  );
}

interface Knowing {
  readonly configured: Configured;
  readonly own: ReadonlyMap<string, string>;
}

function strangers(it: Package, host: string, { configured, own }: Knowing): readonly Remark[] {
  const about = { rule: 'package-wrong-registry', package: it, location: it.location } as const;
  const [scope = ''] = it.name.split('/');
  const wanted = nearest(configured, folderOf(it.location.file), scope);
  const wantedHost = wanted && hostOf(wanted.url);
  const manifest = own.get(it.name);
  if (wantedHost !== undefined && wantedHost !== host) {
    const message = `${shownName(it)} is locked from ${host}, though ${wanted?.file} says that ${scope} comes from ${wantedHost}.`;
    return [{ ...about, message }];
  }
  if (wanted || manifest === undefined || manifest === rootOf(it.location.file)) return [];
  const message = `${shownName(it)} is locked from ${host}, and ${manifest} is a private package of this name that is in this project.`;
  return [{ ...about, message, confidence: 'low' }];
}

/** Its own manifest: a project may be called as one of its libraries. */
function rootOf(lock: string): string {
  return lock.replace(/[^/]+$/, 'package.json');
}

function nearest(
  configured: Configured,
  folder: string,
  scope: string,
): { readonly file: string; readonly url: string } | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    for (const name of scopeFiles) {
      const file = at === '' ? name : `${at}/${name}`;
      const url = configured.get(file)?.get(scope);
      if (url !== undefined) return { file, url };
    }
    if (at === '') return undefined;
  }
}

/** Packages of this project that are never published, with the manifest that says so. */
function privateNames(texts: ProjectTexts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const path of texts.paths) {
    if (!/(?:^|\/)package\.json$/.test(path) || /(?:^|\/)node_modules\//.test(path)) continue;
    const text = texts.text(path) ?? '';
    if (!/"private"\s*:\s*true/.test(text)) continue;
    const name = /^\s{0,20}\{[^{}]{0,2000}?"name"\s*:\s*"([^"\n]{1,214})"/.exec(text)?.[1];
    if (name !== undefined) names.set(name, path);
  }
  return names;
}
