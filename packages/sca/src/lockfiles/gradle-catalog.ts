import { linesIn, locationInLine } from '../text/lines.ts';
import { entry, readToml } from '../text/toml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { versioned } from './gradle-build.ts';
import { aliasOf, buildOf, catalogIn, type CatalogEntry } from './gradle-catalogs.ts';
import { managedVersions } from './gradle-managed.ts';
import { gradleLocked, gradleUsage } from './gradle-usage.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/**
 * Gradle's version catalogue: the modules that a build's projects may ask for, with their versions. What they are for,
 * and which plugins are in use, the build files say; what a lock file holds is told there.
 */
export const gradleCatalog: Lockfile = {
  id: 'gradle-catalog',
  ecosystem: 'maven',
  files: ['libs.versions.toml', '*.versions.toml'],
  siblings: ['gradle.lockfile', '*.gradle', '*.gradle.kts'],
  docs: 'https://docs.gradle.org/current/userguide/version_catalogs.html',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { value: catalog, fault } = readToml(manifest.text);
    if (fault) problems.add('parse-error', fault.message, fault.line);
    else if (
      manifest.text.trim() !== '' &&
      !['libraries', 'versions', 'plugins', 'bundles'].some((it) => entry(catalog, it))
    ) {
      problems.add('not-a-manifest', 'No [versions] and no [libraries]: this is no version catalogue.', 1);
    }
    return { value: declaredPackages(manifest, 'maven', declaredIn(manifest, catalog)), problems: problems.list };
  },
};

function declaredIn({ path, text, project }: Manifest, toml: unknown): readonly Declared[] {
  const catalog = catalogIn(toml);
  const folder = buildOf(path);
  const usage = gradleUsage(project).filter(
    (it) => folder === '' || it.folder === folder || it.folder.startsWith(`${folder}/`),
  );
  const known = gradleLocked(project, folder);
  const places = keyLines(text);
  const declared = (alias: string, { name, requested }: CatalogEntry, table: string): Omit<Declared, 'scopes'> => {
    const { number, length } = places.get(`${table}.${alias}`) ?? { number: 1, length: 1 };
    return { name, ...versioned(requested), location: locationInLine(path, number, 1, length) };
  };
  const libraries = [...catalog.libraries].slice(0, maxPackages).flatMap(([alias, it]): readonly Declared[] => {
    if (!/^[^\s:]+:[^\s:]+$/.test(it.name) || it.name.length > maxNameLength || known.has(it.name)) return [];
    const users = usage.filter((one) => one.libraries.has(it.name));
    const scopes = new Set(users.flatMap((one) => [...one.libraries.get(it.name)!]));
    const requested = it.requested === '' ? managedFor(it.name, users[0]?.path, project) : it.requested;
    return [
      { ...declared(alias, { ...it, requested }, 'libraries'), scopes: scopes.size > 0 ? [...scopes] : ['runtime'] },
    ];
  });
  const plugins = [...catalog.plugins].flatMap(([alias, it]): readonly Declared[] => {
    const isUsed = it.requested !== '' && usage.some((one) => one.plugins.has(alias));
    const marker = { ...it, name: `${it.name}:${it.name}.gradle.plugin` };
    return isUsed ? [{ ...declared(alias, marker, 'plugins'), scopes: ['build'] }] : [];
  });
  return [...libraries, ...plugins];
}

/** The version that a platform gives to a library, as a build file sees it that asks for it. */
function managedFor(name: string, path: string | undefined, project: Manifest['project']): string {
  if (path === undefined) return '';
  return managedVersions({ path, text: project.text(path) ?? '', project })(name);
}

/** The lines on which the keys of tables stand, as `libraries.alias`. */
function keyLines(text: string): ReadonlyMap<string, { readonly number: number; readonly length: number }> {
  const places = new Map<string, { readonly number: number; readonly length: number }>();
  let table = '';
  for (const { text: line, number } of linesIn(text)) {
    const head = /^\s*\[\s*([\w.-]{1,300})\s*\]/.exec(line)?.[1];
    if (head !== undefined) {
      // A library may have a table of its own: [libraries.alias].
      const dot = head.indexOf('.');
      table = dot === -1 ? head : head.slice(0, dot);
      if (dot !== -1) places.set(`${table}.${aliasOf(head.slice(dot + 1))}`, { number, length: line.trimEnd().length });
      if (dot !== -1) table = '';
    }
    const key = table === '' ? undefined : /^\s*"?([\w.-]{1,200})"?\s*=/.exec(line)?.[1];
    if (key === undefined) continue;
    // In `alias.module = "…"` the key goes on.
    const alias = aliasOf(key.replace(/\.(?:module|group|name|version(?:\.ref)?|id)$/, ''));
    const place = `${table}.${alias}`;
    if (!places.has(place)) places.set(place, { number, length: line.trimEnd().length });
  }
  return places;
}
