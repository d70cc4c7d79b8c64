import { folderOf, resolvePath, type ProjectTexts } from '../project.ts';
import { child, childText, listed, type XmlElement } from '../text/xml.ts';
import { maven } from '../versions/maven.ts';
import type { Pom } from './pom-model.ts';

/**
 * Which profiles of a pom are on when nobody asks for one.
 *
 * What decides besides the project is taken as on a build machine of our days: Java 17 on Linux, no properties but
 * those in `.mvn/maven.config`. Source: https://maven.apache.org/guides/introduction/introduction-to-profiles.html
 */
export function activeProfiles(project: ProjectTexts, pom: Pom): readonly XmlElement[] {
  const profiles = listed(pom.root, 'profiles', 'profile');
  const options = mavenOptions(project);
  const switched = profiles.filter((it) => isSwitchedOn(it, project, pom, options));
  if (switched.length > 0) return switched;
  // Those on by default are so only where no other is.
  return profiles.filter((it) => isDefault(it) && !options.off.has(childText(it, 'id') ?? ''));
}

function isDefault(profile: XmlElement): boolean {
  return childText(child(profile, 'activation'), 'activeByDefault') === 'true';
}

function isSwitchedOn(profile: XmlElement, project: ProjectTexts, pom: Pom, options: MavenOptions): boolean {
  const id = childText(profile, 'id') ?? '';
  if (options.off.has(id)) return false;
  if (options.on.has(id)) return true;
  const activation = child(profile, 'activation');
  const asked = conditions.filter(([name]) => child(activation, name));
  return asked.length > 0 && asked.every(([name, holds]) => holds(child(activation, name)!, project, pom, options));
}

type Holds = (condition: XmlElement, project: ProjectTexts, pom: Pom, options: MavenOptions) => boolean;

const conditions: readonly (readonly [name: string, holds: Holds])[] = [
  ['jdk', ({ text }) => isJava(text.trim())],
  ['os', isLinux],
  ['property', (it, _project, _pom, { properties }) => isSet(it, properties)],
  ['file', isThere],
];

const java = '17.0.1';

/** `1.8`, `!1.8` or a range: `[11,)`. */
function isJava(wanted: string): boolean {
  if (wanted.startsWith('!')) return !isJava(wanted.slice(1));
  const range = /^([[(])([^,]*),([^,]*)([\])])$/.exec(wanted);
  if (!range) return java.startsWith(wanted);
  const [, open, low = '', high = '', close] = range;
  const above = low.trim() === '' ? 1 : maven.compare(java, low.trim());
  const below = high.trim() === '' ? -1 : maven.compare(java, high.trim());
  return (above > 0 || (above === 0 && open === '[')) && (below < 0 || (below === 0 && close === ']'));
}

const machine: Readonly<Record<string, readonly string[]>> = {
  name: ['linux'],
  family: ['unix'],
  arch: ['amd64'],
};

function isLinux(os: XmlElement): boolean {
  return os.children.every(({ name, text }) => {
    const wanted = text.trim().toLowerCase();
    const isNot = wanted.startsWith('!');
    return (machine[name] ?? []).includes(isNot ? wanted.slice(1) : wanted) !== isNot;
  });
}

function isSet(property: XmlElement, properties: ReadonlyMap<string, string>): boolean {
  const name = childText(property, 'name') ?? '';
  const value = childText(property, 'value');
  if (name.startsWith('!')) return !properties.has(name.slice(1));
  const found = properties.get(name);
  if (value === undefined) return found !== undefined;
  return value.startsWith('!') ? found !== value.slice(1) : found === value;
}

function isThere(file: XmlElement, project: ProjectTexts, pom: Pom): boolean {
  if (pom.isPublished) return false;
  const has = (name: string): boolean => {
    const path = resolvePath(folderOf(pom.path), name.replace(/^\$\{(?:project\.)?basedir\}\//, ''));
    return path !== undefined && project.paths.some((it) => it === path || it.startsWith(`${path}/`));
  };
  const [exists, missing] = [childText(file, 'exists'), childText(file, 'missing')];
  return (exists === undefined || has(exists)) && (missing === undefined || !has(missing));
}

/** What a project hands to Maven at every call. */
interface MavenOptions {
  readonly properties: ReadonlyMap<string, string>;
  /** Ids of profiles. */
  readonly on: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
}

const cache = new WeakMap<ProjectTexts, MavenOptions>();

/** Source: https://maven.apache.org/configure.html#mvn-maven-config-file */
export function mavenOptions(project: ProjectTexts): MavenOptions {
  const known = cache.get(project);
  if (known) return known;
  const text = project.has('.mvn/maven.config') ? (project.text('.mvn/maven.config') ?? '') : '';
  const words = text.split(/\s+/).slice(0, 1000);
  const properties = new Map<string, string>();
  const ids: string[] = [];
  for (const [at, word] of words.entries()) {
    const [, name, value = 'true'] = /^(?:-D|--define=)([\w.-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (name !== undefined) properties.set(name, value);
    if (word === '-P' || word === '--activate-profiles') ids.push(...(words[at + 1] ?? '').split(','));
    else if (word.startsWith('-P')) ids.push(...word.slice(2).split(','));
  }
  const isOff = (it: string): boolean => /^[!-]/.test(it);
  const options: MavenOptions = {
    properties,
    on: new Set(ids.filter((it) => !isOff(it)).map((it) => it.replace(/^[+?]+/, ''))),
    off: new Set(ids.filter(isOff).map((it) => it.slice(1))),
  };
  cache.set(project, options);
  return options;
}
