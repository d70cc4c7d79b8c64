import type { Scope } from '@plumbline/core';
import { locationInLine, type Line } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { filledGradle, gradleValues, type GradleValues } from './gradle-values.ts';
import { gradleBlocks } from './gradle-blocks.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/**
 * Gradle's build files in Groovy and Kotlin, as far as they say plainly what they ask for: coordinates in their
 * `dependencies` and `plugins`, with variables that have a literal value. With a lock file beside it, that one is read.
 */
export const gradleBuild: Lockfile = {
  id: 'gradle-build',
  ecosystem: 'maven',
  files: ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', '*.gradle', '*.gradle.kts'],
  isShared: true,
  siblings: ['gradle.lockfile', 'gradle.properties'],
  docs: 'https://docs.gradle.org/current/userguide/declaring_dependencies_basics.html',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const isLocked = textBeside(manifest, 'gradle.lockfile') !== undefined;
    const values = gradleValues(manifest);
    const listed = gradleBlocks(manifest.text, new Set(['dependencies', 'plugins'])).flatMap(({ name, lines }) => {
      if (name === 'plugins') return lines.flatMap((line) => pluginIn(line, manifest, values));
      return isLocked ? [] : wishesIn(lines, manifest, values, problems);
    });
    return { value: declaredPackages(manifest, 'maven', listed.slice(0, maxPackages)), problems: problems.list };
  },
};

const coordinates =
  /(["'])(?<group>[\w.${}-]{1,200}):(?<name>[\w.${}-]{1,200})(?::(?<version>[^"':@\s]{0,200}))?(?::[\w.-]*)?(?:@\w+)?!*\1/g;
const named =
  /\bgroup\s*[:=]\s*["'](?<group>[^"']{1,200})["']\s*,\s*name\s*[:=]\s*["'](?<name>[^"']{1,200})["'](?:\s*,\s*version\s*[:=]\s*(?:["'](?<version>[^"']{0,200})["']|(?<variable>[\w.]{1,200})))?/g;

function wishesIn(
  lines: readonly Line[],
  manifest: Manifest,
  values: GradleValues,
  problems: Problems,
): readonly Declared[] {
  let configuration = '';
  return lines.flatMap((line): readonly Declared[] => {
    const first = /^\s*["'`]?([a-zA-Z]\w{0,100})["'`]?\s*[\s("'`]/.exec(line.text)?.[1];
    // What only says how, or what not.
    if (
      first !== undefined &&
      /^(?:exclude|because|reject|prefer|strictly|require|details|if|else|return)$/.test(first)
    )
      return [];
    if (first !== undefined && /\w\s*[("']|\s(?:platform|enforcedPlatform|group)\b/.test(line.text))
      configuration = first;
    return [...line.text.matchAll(coordinates), ...line.text.matchAll(named)].flatMap(({ groups }) => {
      const { group = '', name = '', variable } = groups!;
      const written = groups!['version'] ?? (variable === undefined ? '' : `\${${variable}}`);
      const version = filledGradle(written, values);
      if (version.includes('$'))
        problems.add('version-unknown', `${name}: ${version} has no literal value.`, line.number);
      return [
        {
          name: filledGradle(`${group}:${name}`, values),
          ...versioned(version),
          scopes: [scopeOf(configuration)],
          location: placeOf(manifest, line),
        },
      ];
    });
  });
}

function versioned(range: string): Pick<Declared, 'version'> & { readonly requested?: string } {
  const version = /[[\](),+$]|^latest\./.test(range) ? '' : range;
  return { version, ...(range === '' ? {} : { requested: range }) };
}

function scopeOf(configuration: string): Scope {
  if (/test/i.test(configuration)) return 'test';
  if (/^(?:classpath|compileOnly\w*|annotationProcessor|kapt\w*|ksp\w*|provided\w*)$/.test(configuration))
    return 'build';
  return /^(?:developmentOnly|lintChecks)$/.test(configuration) ? 'development' : 'runtime';
}

/** A plugin is the library of its marker. Source: Gradle, plugin marker artifacts */
function pluginIn(line: Line, manifest: Manifest, values: GradleValues): readonly Declared[] {
  const found =
    /\b(?<how>id|kotlin)\s*\(?\s*["'](?<id>[\w.-]{1,200})["']\s*\)?\s*\.?version\s*\(?\s*["'](?<version>[^"']{1,200})["']/.exec(
      line.text.slice(0, 2048),
    )?.groups;
  if (!found) return [];
  const id = found['how'] === 'kotlin' ? `org.jetbrains.kotlin.${found['id']!}` : found['id']!;
  const version = filledGradle(found['version']!, values);
  return [
    { name: `${id}:${id}.gradle.plugin`, ...versioned(version), scopes: ['build'], location: placeOf(manifest, line) },
  ];
}

function placeOf({ path }: Manifest, { text, number }: Line): Declared['location'] {
  const indent = text.length - text.trimStart().length;
  return locationInLine(path, number, indent + 1, text.trim().length);
}
