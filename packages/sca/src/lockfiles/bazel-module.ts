import type { Package, Scope } from '@plumbline/core';
import { folderOf, type ProjectTexts } from '../project.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import {
  readStarlark,
  type StarlarkCall,
  type StarlarkFile,
  type StarlarkText,
  type StarlarkValue,
} from '../text/starlark.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

/**
 * Bazel's modules and workspaces, as far as they say plainly what they ask for: modules with `bazel_dep`, and libraries
 * of Maven with rules_jvm_external. Where those are locked, the lock file is read.
 */
export const bazelModule: Lockfile = {
  id: 'bazel-module',
  ecosystem: 'bazel',
  files: ['MODULE.bazel', '*.MODULE.bazel', 'WORKSPACE', 'WORKSPACE.bazel', 'WORKSPACE.bzlmod'],
  isShared: true,
  siblings: ['*.bzl', 'maven_install.json', '*_maven_install.json'],
  docs: 'https://github.com/bazel-contrib/rules_jvm_external/blob/master/docs/bzlmod.md',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const file = fileOf(manifest.project, manifest.path, new Map());
    const lines = linesOf(manifest.path, manifest.text);
    const modules = file.calls.flatMap((it) => moduleOf(it, lines));
    const isLocked = hasLockAbove(manifest, ['maven_install.json']);
    const wishes = isLocked ? [] : file.calls.flatMap((it) => artifactsOf(it, rulesIn(file)));
    const libraries = wishes.slice(0, maxPackages).flatMap((it) => libraryOf(it, lines, problems));
    const value: readonly Package[] = [
      ...declaredPackages(manifest, 'bazel', modules),
      ...declaredPackages(manifest, 'maven', libraries),
    ];
    return { value, problems: problems.list };
  },
};

type Files = Map<string, StarlarkFile>;

/** Units: files that one file may load, with those that they load. */
const maxLoads = 200;

/** Reads a file with the values that it loads from others of the project. */
function fileOf(project: ProjectTexts, path: string, files: Files): StarlarkFile {
  const known = files.get(path);
  if (known) return known;
  const text = project.text(path) ?? '';
  const first = readStarlark(text);
  // Files that load one another see what there is without the other.
  files.set(path, first);
  const loaded = first.calls.filter((it) => it.name === 'load').flatMap((it) => loadedBy(it, project, path, files));
  const whole = loaded.length === 0 ? first : readStarlark(text, new Map(loaded));
  files.set(path, whole);
  return whole;
}

/** The values that a `load` brings, by their names in the file. */
function loadedBy(
  load: StarlarkCall,
  project: ProjectTexts,
  path: string,
  files: Files,
): readonly (readonly [string, StarlarkValue])[] {
  const [label = '', ...names] = load.positional.flatMap((it) => (it.is === 'text' ? [it.value] : []));
  const from = files.size < maxLoads ? loadedPath(project, path, label) : undefined;
  if (from === undefined) return [];
  const { values } = fileOf(project, from, files);
  const renamed = Array.from(load.named, ([own, it]) => [own, it.is === 'text' ? it.value : ''] as const);
  return [...names.map((it) => [it, it] as const), ...renamed].flatMap(([own, name]) => {
    const value = values.get(name);
    return value ? [[own, value] as const] : [];
  });
}

/** `//a/b:c.bzl` and `:c.bzl` are in the project; `@rules//…` are not. */
function loadedPath(project: ProjectTexts, from: string, label: string): string | undefined {
  const found = /^(?:@?\/\/(?<folder>[\w./-]*))?:(?<name>[\w./-]+)$/.exec(label)?.groups;
  if (!found) return undefined;
  const folder = found['folder'] ?? folderOf(from);
  const path = folder === '' ? found['name']! : `${folder}/${found['name']!}`;
  return path !== from && project.has(path) ? path : undefined;
}

function moduleOf(call: StarlarkCall, lines: Lines): readonly Declared[] {
  const [name, version] = [textOf(call, 'name', 0), textOf(call, 'version', 1)];
  if (call.name !== 'bazel_dep' || !name) return [];
  const isDevelopment = isTrue(call, 'dev_dependency');
  return [
    {
      name: name.value,
      version: version?.value ?? '',
      scopes: [isDevelopment ? 'development' : 'build'],
      location: lines.location(call.start, call.end),
    },
  ];
}

/** By which names a file calls the rules that fetch from Maven. */
interface MavenRules {
  readonly extensions: ReadonlySet<string>;
  readonly install: ReadonlySet<string>;
}

function rulesIn({ values, calls }: StarlarkFile): MavenRules {
  const extensions = Array.from(values).flatMap(([name, it]) => (isMavenExtension(it) ? [name] : []));
  const loads = calls.filter((it) => it.name === 'load' && isRules(it.positional[0]));
  const install = loads.flatMap((it) => [
    ...it.positional.slice(1).flatMap((one) => (one.is === 'text' ? [one.value] : [])),
    ...it.named.keys(),
  ]);
  return { extensions: new Set(extensions), install: new Set(install) };
}

function isRules(label: StarlarkValue | undefined): boolean {
  return label?.is === 'text' && /^@{1,2}rules_jvm_external\b/.test(label.value);
}

function isMavenExtension(it: StarlarkValue): boolean {
  return it.is === 'call' && it.name === 'use_extension' && isRules(it.positional[0]);
}

type Artifact = Pick<Declared, 'name' | 'version'> & {
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
};

function artifactsOf(call: StarlarkCall, { extensions, install }: MavenRules): readonly Artifact[] {
  const dot = call.name.lastIndexOf('.');
  const [owner, kind] = [call.name.slice(0, Math.max(0, dot)), call.name.slice(dot + 1)];
  const scope = isTrue(call, 'testonly') || isTrue(call, 'dev_dependency') ? 'test' : 'runtime';
  if (extensions.has(owner) && kind === 'artifact') return artifactOf(call, scope);
  const isInstall =
    (extensions.has(owner) && kind === 'install') || (install.has(call.name) && kind === 'maven_install');
  if (isInstall) return itemsOf(call.named.get('artifacts')).flatMap((it) => artifactOf(it, scope));
  if (/^(?:jvm_maven_import_external|java_import_external|maven_jar)$/.test(kind)) {
    const one = call.named.get('artifact');
    return one ? artifactOf(one, scope) : [];
  }
  return [];
}

function itemsOf(value: StarlarkValue | undefined): readonly StarlarkValue[] {
  return value?.is === 'list' ? value.items : [];
}

/** `"group:name:version"`, or `maven.artifact(group = …, artifact = …, version = …)`. */
function artifactOf(it: StarlarkValue, scope: Scope): readonly Artifact[] {
  if (it.is === 'text') {
    const [group = '', name = '', ...rest] = it.value.replace(/@\w+$/, '').split(':');
    return [{ name: `${group}:${name}`, version: rest.at(-1) ?? '', start: it.start, end: it.end, scope }];
  }
  if (it.is !== 'call' || !/\bartifact$/.test(it.name)) return [];
  const fields = ['group', 'artifact', 'version'].map((key, at) => textOf(it, key, at)?.value ?? '');
  const own = isTrue(it, 'testonly') ? 'test' : scope;
  return [{ name: `${fields[0]!}:${fields[1]!}`, version: fields[2]!, start: it.start, end: it.end, scope: own }];
}

function libraryOf(
  { name, version, start, end, scope }: Artifact,
  lines: Lines,
  problems: Problems,
): readonly Declared[] {
  const { line } = lines.position(start);
  if (!/^[\w.-]+:[\w.-]+$/.test(name)) {
    problems.add('parse-error', `${JSON.stringify(name.slice(0, 80))} is no name of a library.`, line);
    return [];
  }
  const isRange = /[[\](),]/.test(version);
  const location = lines.location(start, end);
  const requested = isRange ? { requested: version } : {};
  return [{ name, version: isRange ? '' : version, ...requested, scopes: [scope], location }];
}

function textOf(call: StarlarkCall, name: string, at: number): StarlarkText | undefined {
  const value = call.named.get(name) ?? call.positional[at];
  return value?.is === 'text' ? value : undefined;
}

function isTrue(call: StarlarkCall, name: string): boolean {
  const value = call.named.get(name);
  return value?.is === 'unknown' && value.word === 'True';
}
