import { folderOf, nameOf, type ProjectTexts } from '../project.ts';
import { gradleStatements, type GradleStatement } from '../text/gradle.ts';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';

/** A version catalogue. Shape: all by alias with dots, as build files write it: `androidx.core.ktx`. */
export interface Catalog {
  readonly versions: ReadonlyMap<string, string>;
  readonly libraries: ReadonlyMap<string, CatalogEntry>;
  /** Aliases of libraries. */
  readonly bundles: ReadonlyMap<string, readonly string[]>;
  readonly plugins: ReadonlyMap<string, CatalogEntry>;
}

export interface CatalogEntry {
  /** Group and artefact, or the id of a plugin. */
  readonly name: string;
  /** A version or a range; empty where others say it. */
  readonly requested: string;
}

/** `-`, `_` and `.` are the same in an alias. */
export function aliasOf(written: string): string {
  return written.replaceAll(/[-_]/g, '.');
}

/** Reads a catalogue out of a parsed TOML file. */
export function catalogIn(toml: unknown): Catalog {
  const entriesAt = (table: string): readonly (readonly [string, unknown])[] =>
    entriesOf(entry(toml, table)).map(([key, it]) => [aliasOf(key), it] as const);
  const rich = new Map(entriesAt('versions'));
  const library = (it: unknown): CatalogEntry => {
    const short = typeof it === 'string' ? it.split(':') : undefined;
    if (short) return { name: short.slice(0, 2).join(':'), requested: short[2] ?? '' };
    return { name: moduleOf(it), requested: versionOf(entry(it, 'version'), rich) };
  };
  const plugin = (it: unknown): CatalogEntry => {
    const [name = '', requested = ''] = typeof it === 'string' ? it.split(':') : [];
    return name === ''
      ? { name: textEntry(it, 'id') ?? '', requested: versionOf(entry(it, 'version'), rich) }
      : { name, requested };
  };
  return {
    versions: new Map(Array.from(rich, ([key, it]) => [key, versionOf(it, rich)])),
    libraries: new Map(entriesAt('libraries').map(([key, it]) => [key, library(it)])),
    bundles: new Map(entriesAt('bundles').map(([key, it]) => [key, aliasesIn(it)])),
    plugins: new Map(entriesAt('plugins').map(([key, it]) => [key, plugin(it)])),
  };
}

function aliasesIn(bundle: unknown): readonly string[] {
  return Array.isArray(bundle) ? bundle.flatMap((it) => (typeof it === 'string' ? [aliasOf(it)] : [])) : [];
}

function moduleOf(library: unknown): string {
  return textEntry(library, 'module') ?? `${textEntry(library, 'group') ?? ''}:${textEntry(library, 'name') ?? ''}`;
}

/** A version, a reference to one, or a rich one; of that the preferred first. */
function versionOf(version: unknown, versions: ReadonlyMap<string, unknown>): string {
  const reference = textEntry(version, 'ref');
  const found = reference === undefined ? version : versions.get(aliasOf(reference));
  if (typeof found === 'string') return found;
  return textEntry(found, 'prefer') ?? textEntry(found, 'require') ?? textEntry(found, 'strictly') ?? '';
}

/** The catalogues that a build file sees, by the names it has for them: those in a `gradle` folder above it. */
export function catalogsFor({
  path,
  project,
}: {
  readonly path: string;
  readonly project: ProjectTexts;
}): ReadonlyMap<string, Catalog> {
  const { byFolder } = catalogsOf(project);
  const found = new Map<string, Catalog>();
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const [name, catalog] of byFolder.get(folder) ?? []) if (!found.has(name)) found.set(name, catalog);
    if (folder === '') return found;
  }
}

/** The folder of the build that a catalogue belongs to. */
export function buildOf(path: string): string {
  const folder = folderOf(path);
  return nameOf(folder) === 'gradle' ? folderOf(folder) : folder;
}

interface Catalogs {
  readonly byFolder: ReadonlyMap<string, ReadonlyMap<string, Catalog>>;
}

const cache = new WeakMap<ProjectTexts, Catalogs>();

function catalogsOf(project: ProjectTexts): Catalogs {
  const known = cache.get(project);
  if (known) return known;
  const byFolder = new Map<string, Map<string, Catalog>>();
  for (const path of project.paths) {
    const name = /(?:^|\/)([\w-]+)\.versions\.toml$/.exec(path)?.[1];
    const isSettings = /(?:^|\/)settings\.gradle(?:\.kts)?$/.test(path);
    if (name === undefined && !isSettings) continue;
    const folder = name === undefined ? folderOf(path) : buildOf(path);
    const catalogs = byFolder.get(folder) ?? new Map<string, Catalog>();
    byFolder.set(folder, catalogs);
    const text = project.text(path) ?? '';
    if (name !== undefined) catalogs.set(name, catalogIn(readToml(text).value));
    else for (const [own, catalog] of inSettings(gradleStatements(text))) catalogs.set(own, catalog);
  }
  const found = { byFolder };
  cache.set(project, found);
  return found;
}

/** `versionCatalogs { libs { library('a', 'g:a:1') } }`, `create("libs") { library("a", "g", "a").versionRef("v") }`. */
function inSettings(statements: readonly GradleStatement[]): ReadonlyMap<string, Catalog> {
  const found = new Map<string, { versions: Map<string, string>; libraries: Map<string, CatalogEntry> } & Catalog>();
  for (const it of statements) {
    const at = it.heads.findIndex(({ shape }) => shape.trim() === 'versionCatalogs');
    const head = at === -1 ? undefined : it.heads[at + 1];
    if (!head) continue;
    const name = /^\s*create\b/.test(head.shape) ? (head.texts[0]?.value ?? '') : head.shape.trim();
    const catalog = found.get(name) ?? {
      versions: new Map(),
      libraries: new Map(),
      bundles: new Map(),
      plugins: new Map(),
    };
    found.set(name, catalog);
    addTo(catalog, it);
  }
  return found;
}

function addTo(
  { versions, libraries }: { readonly versions: Map<string, string>; readonly libraries: Map<string, CatalogEntry> },
  { shape, texts }: GradleStatement,
): void {
  const [alias = '', second = '', third = ''] = texts.map((it) => it.value);
  if (/^\s*version\b/.test(shape)) versions.set(aliasOf(alias), second);
  if (!/^\s*library\b/.test(shape)) return;
  const [group = '', name = third, short = ''] = second.split(':');
  const last = texts.at(-1)?.value ?? '';
  libraries.set(aliasOf(alias), { name: `${group}:${name}`, requested: behind(shape, last, versions) ?? short });
}

/** `library(…).version("1.0")`, `.versionRef("name")`; undefined where neither is there. */
function behind(shape: string, last: string, versions: ReadonlyMap<string, string>): string | undefined {
  if (shape.includes('.versionRef(')) return versions.get(aliasOf(last));
  return shape.includes('.version(') ? last : undefined;
}
