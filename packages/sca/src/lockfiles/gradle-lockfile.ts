import type { Scope } from '@plumbline/core';
import { folderOf, nameOf } from '../project.ts';
import { linesIn, locationInLine, type Line } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { scopeOfConfiguration } from './gradle-scopes.ts';
import { gradleUsage } from './gradle-usage.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/**
 * Gradle's lock files: a line for every module, with the configurations that it is in. They do not say who asks for
 * whom; a module is direct when the build file beside names it.
 */
export const gradleLockfile: Lockfile = {
  id: 'gradle-lockfile',
  ecosystem: 'maven',
  files: ['gradle.lockfile', 'buildscript-gradle.lockfile', 'settings-gradle.lockfile', 'dependency-locks/*.lockfile'],
  siblings: ['build.gradle', 'build.gradle.kts'],
  docs: 'https://docs.gradle.org/current/userguide/dependency_locking.html',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const build = textBeside(manifest, 'build.gradle') ?? textBeside(manifest, 'build.gradle.kts');
    const asked = build === undefined ? undefined : namesIn(build, manifest);
    const isBuild = /^(?:buildscript|settings)-/.test(nameOf(manifest.path));
    const listed: Locked[] = [];
    for (const line of linesIn(manifest.text)) {
      if (/^\s*(?:#|empty=|$)/.test(line.text)) continue;
      if (problems.isHopeless || listed.length >= maxPackages) break;
      const read = readModule(manifest.path, line);
      if (!read) problems.add('parse-error', 'Expected group:artifact:version=configurations.', line.number);
      else {
        const direct = asked === undefined ? {} : { direct: asked.has(read.name) };
        listed.push({ ...read, ...direct, ...(isBuild ? { scopes: ['build'] } : {}) });
      }
    }
    return { value: packagesOf(manifest, 'maven', listed), problems: problems.list };
  },
};

/** What stands in the build file, or is taken from a catalogue there. */
function namesIn(build: string, { path, project }: Manifest): ReadonlySet<string> {
  const written = Array.from(build.matchAll(/(?<![\w.-])[\w.-]{1,200}:[\w.-]{1,200}/g), ([it]) => it);
  const folder = folderOf(path);
  const asked = gradleUsage(project).filter((it) => it.folder === folder);
  return new Set([...written, ...asked.flatMap((it) => [...it.libraries.keys()])]);
}

/** A large project has a few hundred configurations. */
const maxLine = 64 * 1024;

const module = /^(?<name>[^\s:=,]+:[^\s:=,]+):(?<version>[^\s:=,]+)(?:=(?<configurations>\S*))?$/;

function readModule(file: string, { text, number }: Line): Locked | undefined {
  const found = text.length <= maxLine ? module.exec(text.trim())?.groups : undefined;
  if (!found || found['name']!.length > maxNameLength) return undefined;
  const {
    name,
    version,
    configurations = '',
  } = found as Readonly<Record<'name' | 'version', string>> & { configurations?: string };
  const location = locationInLine(file, number, 1, text.trimEnd().length);
  return { key: `${name}@${version}`, name, version, location, scopes: scopesIn(configurations) };
}

function scopesIn(configurations: string): readonly Scope[] {
  const names = configurations.split(',');
  return [...new Set(names.map(scopeOfConfiguration))];
}
