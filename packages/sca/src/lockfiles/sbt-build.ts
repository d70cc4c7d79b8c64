import type { Scope } from '@plumbline/core';
import { folderOf } from '../project.ts';
import { linesIn, linesOf, locationInLine, type Lines } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { sbtValues } from './sbt-values.ts';

/** Build files of sbt, as far as they say plainly what they ask for: `"group" %% "name" % "version" % Test`. */
export const sbtBuild: Lockfile = {
  id: 'sbt-build',
  ecosystem: 'maven',
  files: [
    'build.sbt',
    'project/*.sbt',
    '*.sbt',
    'project/*.scala',
    'project/src/main/scala/*.scala',
    'project/build.properties',
  ],
  isShared: true,
  siblings: ['build.sbt.lock'],
  docs: 'https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (manifest.path.endsWith('.properties')) return { value: ownBuild(manifest), problems: [] };
    const isPlugin = folderOf(manifest.path).endsWith('project') && manifest.path.endsWith('.sbt');
    if (!isPlugin && hasLockAbove(manifest, ['build.sbt.lock'])) return { value: [], problems: [] };
    const build = {
      values: sbtValues(manifest),
      code: withoutComments(manifest.text),
      lines: linesOf(manifest.path, manifest.text),
    };
    const listed = [...scalaIn(build), ...wishesIn(build, problems)];
    return { value: declaredPackages(manifest, 'maven', listed.slice(0, maxPackages)), problems: problems.list };
  },
};

interface Build {
  readonly values: ReadonlyMap<string, string>;
  readonly code: string;
  readonly lines: Lines;
}

/** sbt itself. */
function ownBuild(manifest: Manifest): ReturnType<typeof declaredPackages> {
  for (const { text, number } of linesIn(manifest.text)) {
    const version = /^\s*sbt\.version\s*[=:]\s*(\d[\w.-]{0,50})\s*$/.exec(text.slice(0, 200))?.[1];
    if (version === undefined) continue;
    const location = locationInLine(manifest.path, number, 1, text.trimEnd().length);
    return declaredPackages(manifest, 'maven', [{ name: 'org.scala-sbt:sbt', version, scopes: ['build'], location }]);
  }
  return [];
}

/** The same length, so that places stay; a `//` in a text is none. */
function withoutComments(text: string): string {
  return text.replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$)/g, (it) =>
    it.startsWith('/') ? it.replaceAll(/[^\n]/g, ' ') : it,
  );
}

/** The library of the language, which every project gets. */
function scalaIn({ code, values, lines }: Build): readonly Declared[] {
  const found = /\bscalaVersion\s*:=\s*(?:"([\d.]+[\w.-]*)"|([\w.]+))/.exec(code);
  if (!found) return [];
  const version = found[1] ?? values.get(lastOf(found[2]!)) ?? '';
  if (version === '') return [];
  const name = version.startsWith('3') ? 'org.scala-lang:scala3-library_3' : 'org.scala-lang:scala-library';
  return [{ name, version, location: lines.location(found.index, found.index + found[0].length) }];
}

const wish =
  /(?<call>addSbtPlugin\(\s*|addCompilerPlugin\(\s*|compilerPlugin\(\s*)?"(?<group>[\w.-]{1,200})"\s*(?<cross>%{1,3})\s*"(?<name>[\w.-]{1,200})"(?:\s*%\s*(?:"(?<version>[^"\n]{1,200})"|(?<variable>[A-Za-z_][\w.]{0,200})))?(?:\s*%\s*"?(?<configuration>[\w,>; -]{1,100})"?)?(?<full>\s*\)?\s*cross\s+CrossVersion\.full)?/g;

function wishesIn({ code, values, lines }: Build, problems: Problems): readonly Declared[] {
  return Array.from(code.matchAll(wish), (it): Declared => {
    const { call = '', configuration = '' } = it.groups!;
    const start = it.index + call.length;
    const end = it.index + it[0].trimEnd().length;
    const version = versionIn(it.groups!, values) || versionBehind(code.slice(end, end + 4000), values);
    const name = nameIn(it.groups!, values.get('scalaVersion') ?? '');
    if (version === '') {
      problems.add('version-unknown', `${name}: its version has no literal value.`, lines.position(start).line);
    }
    return {
      name,
      version: /[[\](),+]|^latest\./.test(version) ? '' : version,
      ...(version === '' ? {} : { requested: version }),
      scopes: [call === '' ? scopeOf(configuration) : 'build'],
      location: lines.location(start, end),
    };
  });
}

/** Libraries of Scala have in their names the version that they are compiled for, compiler plugins the whole of it. */
function nameIn(
  { call = '', group = '', cross = '', name = '', full }: Readonly<Record<string, string | undefined>>,
  scala: string,
): string {
  const plain = `${group}:${name}`;
  if (full !== undefined && scala !== '') return `${plain}_${scala}`;
  return cross === '%' || call.startsWith('addSbtPlugin') ? plain : `${plain}${scalaSuffix(scala)}`;
}

function versionIn(
  { version, variable }: Readonly<Record<string, string | undefined>>,
  values: ReadonlyMap<string, string>,
): string {
  return version ?? (variable === undefined ? '' : (values.get(lastOf(variable)) ?? ''));
}

/** `Seq("g" %% "a", "g" %% "b").map(_ % version)`: what stands behind the list is for all in it. */
function versionBehind(rest: string, values: ReadonlyMap<string, string>): string {
  const found = /^[^()]*\)\s*\.?\s*map\s*\(\s*_\s*%\s*(?:"([^"\n]{1,200})"|([A-Za-z_][\w.]{0,200}))/.exec(rest);
  return found ? (found[1] ?? values.get(lastOf(found[2]!)) ?? '') : '';
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function scalaSuffix(version: string): string {
  if (version.startsWith('3')) return '_3';
  const found = /^2\.\d+/.exec(version)?.[0];
  return found === undefined ? '' : `_${found}`;
}

function scopeOf(configuration: string): Scope {
  if (/test|\bit\b/i.test(configuration) && !/compile/i.test(configuration)) return 'test';
  return /provided|plugin/i.test(configuration) ? 'build' : 'runtime';
}
