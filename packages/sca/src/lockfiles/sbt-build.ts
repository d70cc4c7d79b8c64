import type { Scope } from '@plumbline/core';
import { folderOf } from '../project.ts';
import { linesIn, locationInLine, type Line } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Build files of sbt, as far as they say plainly what they ask for: `"group" %% "name" % "version" % Test`. */
export const sbtBuild: Lockfile = {
  id: 'sbt-build',
  ecosystem: 'maven',
  files: ['build.sbt', 'project/*.sbt', '*.sbt', 'project/*.scala'],
  isShared: true,
  siblings: ['build.sbt.lock'],
  docs: 'https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const isPlugin = folderOf(manifest.path).endsWith('project') && manifest.path.endsWith('.sbt');
    if (!isPlugin && hasLockAbove(manifest, ['build.sbt.lock'])) return { value: [], problems: [] };
    const values = valuesOf(manifest);
    const listed: Declared[] = [];
    for (const line of linesIn(manifest.text)) {
      if (line.text.length > maxLine || listed.length >= maxPackages) continue;
      listed.push(...wishesIn(line, manifest, values, problems));
    }
    return { value: declaredPackages(manifest, 'maven', listed), problems: problems.list };
  },
};

/** Units: characters. */
const maxLine = 4096;

const wish =
  /"(?<group>[\w.-]{1,200})"\s*(?<cross>%{1,3})\s*"(?<name>[\w.-]{1,200})"\s*%\s*(?:"(?<version>[^"]{1,200})"|(?<variable>[\w.]{1,200}))(?:\s*%\s*"?(?<configuration>[\w,>; -]{1,100})"?)?/g;

function wishesIn(
  line: Line,
  { path }: Manifest,
  values: ReadonlyMap<string, string>,
  problems: Problems,
): readonly Declared[] {
  const code = line.text.replace(/(?:^|\s)\/\/.*$/, '');
  const isPlugin = code.includes('addSbtPlugin');
  return Array.from(code.matchAll(wish), (it): Declared => {
    const { group = '', cross = '', name = '', configuration = '' } = it.groups!;
    const version = versionIn(it.groups!, values);
    if (version === '') problems.add('version-unknown', `${name}: its version has no literal value.`, line.number);
    return {
      name: `${group}:${name}${cross === '%' || isPlugin ? '' : scalaSuffix(values.get('scalaVersion'))}`,
      version: /[[\](),+]|^latest\./.test(version) ? '' : version,
      ...(version === '' ? {} : { requested: version }),
      scopes: [isPlugin ? 'build' : scopeOf(configuration)],
      location: locationInLine(path, line.number, it.index + 1, it[0].trimEnd().length),
    };
  });
}

function versionIn(
  { version, variable = '' }: Readonly<Record<string, string | undefined>>,
  values: ReadonlyMap<string, string>,
): string {
  return version ?? values.get(variable.slice(variable.lastIndexOf('.') + 1)) ?? '';
}

/** Libraries of Scala have the version they are compiled for in their names. */
function scalaSuffix(version = ''): string {
  if (version.startsWith('3')) return '_3';
  const found = /^2\.\d+/.exec(version)?.[0];
  return found === undefined ? '' : `_${found}`;
}

function scopeOf(configuration: string): Scope {
  if (/test|\bit\b/i.test(configuration) && !/compile/i.test(configuration)) return 'test';
  return /provided|plugin/i.test(configuration) ? 'build' : 'runtime';
}

/** Literal values of this file, and of the build file at the top. */
function valuesOf({ path, text, project }: Manifest): ReadonlyMap<string, string> {
  const top = folderOf(path).replace(/(?:^|\/)project$/, '');
  const build = top === '' ? 'build.sbt' : `${top}/build.sbt`;
  const texts = [
    text,
    ...[build, 'build.sbt'].filter((it) => it !== path && project.has(it)).map((it) => project.text(it) ?? ''),
  ];
  const values = new Map<string, string>();
  for (const it of texts) {
    for (const [, name, value] of it.matchAll(/\b([A-Za-z]\w{0,100})(?:\s*:\s*String)?\s*:?=\s*"([^"\s]{1,200})"/g)) {
      if (!values.has(name!)) values.set(name!, value!);
    }
  }
  return values;
}
