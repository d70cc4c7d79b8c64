import type { Scope } from '@plumbline/core';
import { nameOf } from '../project.ts';
import { ednAt, ednItems, ednValue, readEdn, type EdnForm } from '../text/edn.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** Build files of Clojure: of its own tools, of Leiningen, shadow-cljs and Babashka. Its libraries are Maven's. */
export const clojureBuild: Lockfile = {
  id: 'clojure-build',
  ecosystem: 'maven',
  files: ['project.clj', 'deps.edn', 'shadow-cljs.edn', 'bb.edn'],
  isShared: true,
  siblings: [],
  docs: 'https://clojure.org/reference/deps_edn',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const forms = readEdn(manifest.text);
    const isLein = nameOf(manifest.path) === 'project.clj';
    const project = isLein
      ? forms.find((it) => ednValue(ednItems(it)[0]) === 'defproject')
      : forms.find((it) => it.is === 'map');
    const listed = isLein ? leiningen(project, lines) : tools(project, lines);
    return { value: declaredPackages(manifest, 'maven', listed.slice(0, maxPackages)), problems: problems.list };
  },
};

/** `(defproject a/b "1" :dependencies [[g/n "1.0" :scope "test"]] :plugins […] :profiles {:dev {…}})` */
function leiningen(project: EdnForm | undefined, lines: Lines): readonly Declared[] {
  const managed = new Map(ednItems(ednAt(project, ':managed-dependencies')).map((it) => vectorOf(it)));
  const profiles = pairsIn(ednAt(project, ':profiles')).flatMap(([name, it]) => [
    ...vectors(ednAt(it, ':dependencies'), scopeOfAlias(name), managed, lines),
    ...vectors(ednAt(it, ':plugins'), 'build', managed, lines),
  ]);
  return [
    ...vectors(ednAt(project, ':dependencies'), 'runtime', managed, lines),
    ...vectors(ednAt(project, ':plugins'), 'build', managed, lines),
    ...profiles,
  ];
}

function vectorOf(it: EdnForm): readonly [name: string, version: string] {
  const [name, version] = ednItems(it);
  return [libraryName(ednValue(name)), version?.is === 'text' ? version.value : ''];
}

function vectors(
  list: EdnForm | undefined,
  scope: Scope,
  managed: ReadonlyMap<string, string>,
  lines: Lines,
): readonly Declared[] {
  return ednItems(list).flatMap((it): readonly Declared[] => {
    const [name, written] = vectorOf(it);
    const own = ednValue(ednAt(it, ':scope'));
    const scopes: readonly Scope[] = [own === 'test' ? 'test' : own === 'provided' ? 'build' : scope];
    return declared(name, written === '' ? (managed.get(name) ?? '') : written, {
      scopes,
      location: lines.location(it.start, it.end),
    });
  });
}

/** `{:deps {g/n {:mvn/version "1.0"}} :aliases {:test {:extra-deps {…}}}}`; shadow-cljs and others list vectors. */
function tools(root: EdnForm | undefined, lines: Lines): readonly Declared[] {
  const aliases = pairsIn(ednAt(root, ':aliases')).flatMap(([name, it]) =>
    [':extra-deps', ':replace-deps', ':deps', ':override-deps'].flatMap((key) =>
      coordinates(ednAt(it, key), scopeOfAlias(name), lines),
    ),
  );
  return [
    ...coordinates(ednAt(root, ':deps'), 'runtime', lines),
    ...vectors(ednAt(root, ':dependencies'), 'runtime', new Map(), lines),
    ...aliases,
  ];
}

function coordinates(map: EdnForm | undefined, scope: Scope, lines: Lines): readonly Declared[] {
  return pairsIn(map).flatMap(([written, it, key]): readonly Declared[] => {
    const field = (name: string): string => ednValue(ednAt(it, name));
    const place = { scopes: [scope], location: lines.location(key.start, it.end) };
    const name = libraryName(written);
    const commit = field(':git/sha') || field(':sha');
    if (field(':local/root') !== '') return [];
    if (commit === '' && field(':git/tag') === '') return declared(name, field(':mvn/version'), place);
    const address = `${field(':git/url') || addressOf(written)}#${commit}`;
    return declared(name, field(':git/tag'), { ...place, origin: 'git', address });
  });
}

/** `io.github.owner/name` says where it lies. */
function addressOf(name: string): string {
  const found = /^(?:io|com)\.(github|gitlab)\.([\w-]+)\/([\w.-]+)$/.exec(name);
  return found ? `https://${found[1]!}.com/${found[2]!}/${found[3]!}` : '';
}

function pairsIn(map: EdnForm | undefined): readonly (readonly [name: string, value: EdnForm, key: EdnForm])[] {
  const items = ednItems(map);
  return items.flatMap((key, at): readonly (readonly [string, EdnForm, EdnForm])[] => {
    const value = items[at + 1];
    return at % 2 === 0 && value ? [[ednValue(key), value, key]] : [];
  });
}

/** A library of one name has it for group and for artefact; a `$` begins a classifier. */
function libraryName(written: string): string {
  const name = written.replace(/\$.*$/, '');
  return name.includes('/') ? name.replace('/', ':') : `${name}:${name}`;
}

function scopeOfAlias(name: string): Scope {
  if (/test/i.test(name)) return 'test';
  if (/^:(?:build|uberjar|provided|tools?)$/.test(name)) return 'build';
  return /^:(?:dev|user|repl|nrepl|lint|format|cider|bench|outdated)/.test(name) ? 'development' : 'optional';
}

function declared(
  name: string,
  written: string,
  rest: Pick<Declared, 'scopes' | 'location' | 'origin' | 'address'>,
): readonly Declared[] {
  if (!/^[\w.+*!?-]{1,300}:[\w.+*!?-]{1,300}$/.test(name)) return [];
  const isVersion = /^[\w.+-]+$/.test(written) && !/^(?:LATEST|RELEASE)$/.test(written);
  return [{ name, version: isVersion ? written : '', ...(written === '' ? {} : { requested: written }), ...rest }];
}
