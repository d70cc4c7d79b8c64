import { knownGroup } from './java-groups.ts';
import type { JarManifest } from './java-manifest.ts';
import { jarName, type JarName } from './java-names.ts';

/** Maven coordinates. */
export interface Coordinates {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

/** Which library an archive is. `guessed`: names of files and of its parts say so, and nobody who knows. */
export interface Identity extends Coordinates {
  readonly guessed: boolean;
}

/** What an archive may have that says what is in it. */
export interface JarFacts {
  readonly file: string;
  readonly manifest: JarManifest;
  /** What its pom.properties and pom.xml files say: the archive itself, and what was packed into it. */
  readonly poms: readonly Coordinates[];
}

/**
 * Which library an archive is itself; undefined when one of its poms says so, and when nothing does.
 *
 * A jar's own description is the one that its file name or its title repeats; the only one of a jar without another is its own
 * as well. Without one, name and version are the file name's, and the group is, in this order: what a plugin of Jenkins
 * says, the one that is known for the name, the vendor's id of Maven's archiver, the name of the OSGi bundle without the
 * artifact, the package that the manifest describes. Where nothing says a group, the artifact's name stands for it: many old
 * libraries are published so. What is none of the first three is a guess.
 */
export function identityOf(facts: JarFacts): Identity | undefined {
  if (ownPom(facts)) return undefined;
  const said = attributesOf(facts.manifest);
  const plugin = pluginOf(said);
  if (plugin) return plugin;
  const claimed = versionIn(said);
  const named = jarName(facts.file, claimed);
  const version = named.version === '' ? claimed : named.version;
  // An archive with others' descriptions and no version of its own is a program, not a library.
  if (version === '' || isSources(facts.file)) return undefined;
  const artifact = named.version === '' ? (titleIn(said) ?? named.artifact) : named.artifact;
  if (!isId(artifact) || !/^[\w.+-]{1,100}$/.test(version)) return undefined;
  return { artifact, version, ...groupOf(artifact, version, said) };
}

/** The description of the archive itself among those in it. */
export function ownPom({ file, manifest, poms }: JarFacts): Coordinates | undefined {
  const said = attributesOf(manifest);
  const title = titleIn(said);
  const own =
    poms.find((it) => isFileOf(file, it)) ??
    poms.find((it) => it.artifact === title && said.get('implementation-version') === it.version);
  const [only] = poms;
  return own ?? (poms.length === 1 && only && isAlone(jarName(file), only) ? only : undefined);
}

/**
 * Whether the one description in a jar is its own though the file has another name. `app.jar` has no version: it may well
 * be. Distributions write names in their own way and keep the version. `uber-1.0.jar` is not the `gson` 2.8 in it.
 */
function isAlone(name: JarName, { artifact, version }: Coordinates): boolean {
  const spelt = (it: string): string => it.toLowerCase().replaceAll(/[-_.]+/g, '-');
  return name.version === '' || name.version === version || spelt(name.artifact) === spelt(artifact);
}

function isFileOf(file: string, { artifact, version }: Coordinates): boolean {
  const stem = file.replace(/\.[a-z0-9]+$/i, '');
  return stem === artifact || stem === `${artifact}-${version}` || stem.startsWith(`${artifact}-${version}-`);
}

type Attributes = ReadonlyMap<string, string>;

function attributesOf({ main, part }: JarManifest): Attributes {
  return new Map([...part, ...main]);
}

/** Source: https://www.jenkins.io/doc/developer/plugin-development/plugin-pom (the manifest of an .hpi) */
function pluginOf(said: Attributes): Identity | undefined {
  const [group, artifact] = [said.get('group-id'), said.get('short-name') ?? said.get('extension-name')];
  const version = said.get('plugin-version')?.split(' ')[0];
  return group && artifact && version && isId(group) && isId(artifact)
    ? { group, artifact, version, guessed: false }
    : undefined;
}

function versionIn(said: Attributes): string {
  for (const key of ['implementation-version', 'bundle-version', 'plugin-version']) {
    // Some write more than the version: the day, the revision.
    const value = said.get(key)?.split(/[\s,;]/)[0] ?? '';
    if (/^\d[\w.+-]*$/.test(value)) return value;
  }
  return '';
}

/** What a manifest calls the artifact, if it is the name of one. */
function titleIn(said: Attributes): string | undefined {
  const bundle = said.get('bundle-symbolicname')?.split(';')[0]?.trim();
  const names = [said.get('implementation-title'), said.get('bundle-name'), bundle, said.get('specification-title')];
  return names.find((it) => it !== undefined && isId(it) && !/^[A-Z]\w*$/.test(it));
}

function isId(name: string): boolean {
  return /^[A-Za-z0-9_][\w.-]{0,200}$/.test(name);
}

/** They hold no code that runs. */
function isSources(file: string): boolean {
  return /-(?:sources|javadoc)\.\w+$/.test(file);
}

function groupOf(artifact: string, version: string, said: Attributes): Pick<Identity, 'group' | 'guessed'> {
  const known = knownGroup(artifact, version);
  if (known !== undefined) return { group: known, guessed: false };
  const vendor = said.get('implementation-vendor-id');
  if (vendor !== undefined && isGroup(vendor) && !tooWide.has(vendor)) return { group: vendor, guessed: false };
  const group =
    ofBundle(said.get('bundle-symbolicname')?.split(';')[0]?.trim(), artifact) ??
    dottedIn(artifact) ??
    ofPackage(said) ??
    ofModule(said, artifact) ??
    [said.get('extension-name'), said.get('implementation-title')].find((it) => it !== undefined && isGroup(it)) ??
    artifact;
  return { group, guessed: true };
}

/** Houses with many groups: nobody publishes under their name alone. */
const tooWide = new Set([
  'org.apache',
  'com.sun',
  'com.google',
  'org.eclipse',
  'org.glassfish',
  'org.jboss',
  'com.oracle',
  'com.ibm',
]);

function isGroup(name: string): boolean {
  return /^[a-z][\w-]*(?:\.[\w-]+)+$/i.test(name) && name.length <= 200;
}

/**
 * The group in the name of a bundle. By default it is group and artifact, of which a part that both have in common is
 * written once: `org.apache.maven` and `maven-core` are `org.apache.maven.core`.
 *
 * Source: https://felix.apache.org/documentation/subprojects/apache-felix-maven-bundle-plugin-bnd.html, "Default Behavior"
 */
function ofBundle(bundle: string | undefined, artifact: string): string | undefined {
  if (bundle === undefined || !isGroup(bundle)) return undefined;
  if (bundle.endsWith(`.${artifact}`)) return groupOr(bundle.slice(0, -artifact.length - 1), bundle);
  const last = bundle.slice(bundle.lastIndexOf('.') + 1);
  const rest = bundle.slice(0, -last.length - 1);
  const shared = rest.slice(rest.lastIndexOf('.') + 1);
  if (artifact === `${shared}-${last}`) return groupOr(rest, bundle);
  return artifact === bundle ? dottedIn(artifact) : bundle;
}

/** A group of one part is nobody's: then the whole name is. */
function groupOr(group: string, bundle: string): string {
  return isGroup(group) ? group : bundle;
}

/** Bundles of Eclipse are published under their whole name: `org.eclipse.sisu:org.eclipse.sisu.inject`. */
function dottedIn(artifact: string): string | undefined {
  // `jakarta.xml.bind:jakarta.xml.bind-api`
  const group = artifact.endsWith('-api')
    ? artifact.slice(0, -4)
    : artifact.slice(0, Math.max(0, artifact.lastIndexOf('.')));
  return /^(?:[a-z][\w-]*\.)+[a-z]/i.test(artifact) && isGroup(group) ? group : undefined;
}

/** `Name: org/apache/axis/` of a section that says who implements that package. */
function ofPackage(said: Attributes): string | undefined {
  const group = said.get('name')?.replace(/\/$/, '').replaceAll('/', '.');
  return group !== undefined && isGroup(group) ? group : undefined;
}

/** The name of the module, or of the first package that others may use, without the part that names the artifact. */
function ofModule(said: Attributes, artifact: string): string | undefined {
  const name = said.get('automatic-module-name') ?? said.get('export-package')?.split(/[;,]/)[0];
  if (name === undefined || !isGroup(name)) return undefined;
  const last = name.slice(name.lastIndexOf('.') + 1);
  const isOfArtifact = artifact.split(/[-_.]/).includes(last);
  return isOfArtifact ? groupOr(name.slice(0, -last.length - 1), name) : name;
}
