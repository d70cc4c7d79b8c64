import { registries, type Package } from '@plumbline/core';
import { lockfileOf } from '../extract.ts';
import { folderOf, textsOf, type ProjectFiles, type ProjectTexts } from '../project.ts';
import { edited, type TextEdit } from './edit.ts';
import { manifestFormats } from './manifests/index.ts';
import type { ManifestFormat, Requirement } from './manifests/manifest-format.ts';
import type { Change } from './unified-diff.ts';

/** A manifest that can be edited. */
export interface Editable {
  readonly file: string;
  readonly format: ManifestFormat;
}

/** The project with edits laid over its files; nothing is written. */
export class Workspace {
  readonly #files: ProjectFiles;
  readonly #original: ProjectTexts;
  readonly #edited: Map<string, string>;
  readonly #texts: ProjectTexts;
  readonly #read = new Map<string, readonly Package[]>();
  /** Requirements of texts that were read before. */
  readonly #known = new Map<string, { readonly text: string; readonly list: readonly Requirement[] }>();
  #editable: readonly Editable[] | undefined;

  constructor(files: ProjectFiles, changed: ReadonlyMap<string, string> = new Map()) {
    this.#files = files;
    this.#original = textsOf(files);
    this.#edited = new Map(changed);
    this.#texts = this.#overlaid();
  }

  text(path: string): string | undefined {
    return this.#edited.get(path) ?? this.#original.text(path);
  }

  /** The same project with more edits. */
  with(edits: readonly TextEdit[]): Workspace {
    if (edits.length === 0) return this;
    const changed = new Map(this.#edited);
    for (const file of new Set(edits.map((it) => it.file))) {
      const own = edits.filter((it) => it.file === file);
      changed.set(file, edited(this.text(file) ?? '', own));
    }
    return new Workspace(this.#files, changed);
  }

  /** The manifests that can be edited. */
  get editable(): readonly Editable[] {
    this.#editable ??= this.#files.paths.flatMap((file) => {
      const format = manifestFormats.find((it) => it.files.test(file));
      return format && !/(?:^|\/)node_modules\//.test(file) ? [{ file, format }] : [];
    });
    return this.#editable;
  }

  requirements({ file, format }: Editable): readonly Requirement[] {
    const text = this.text(file) ?? '';
    const known = this.#known.get(file);
    if (known?.text === text) return known.list;
    const list = format.requirements(text);
    this.#known.set(file, { text, list });
    return list;
  }

  get changes(): readonly Change[] {
    return Array.from(this.#edited, ([file, after]) => ({ file, before: this.#original.text(file) ?? '', after }));
  }

  /** Reads one manifest anew. */
  read(path: string): readonly Package[] {
    const known = this.#read.get(path);
    if (known) return known;
    const text = this.text(path);
    const read = text === undefined ? undefined : lockfileOf(path)?.read({ path, text, project: this.#texts }).value;
    this.#read.set(path, read ?? []);
    return read ?? [];
  }

  #overlaid(): ProjectTexts {
    const [original, changed] = [this.#original, this.#edited];
    return { ...original, text: (path) => changed.get(path) ?? original.text(path) };
  }
}

/** A place where a project asks for a package. */
export interface Site {
  readonly file: string;
  readonly format: ManifestFormat;
  readonly requirement: Requirement;
  /** Where the range stands under a name that other packages use as well: the place that uses it for this one. */
  readonly alone?: { readonly file: string; readonly requirement: Requirement };
}

/** Units: manifests that one package is looked for in. */
const mostManifests = 500;

/** The manifests that a package of a manifest or lock file may be asked for in: the nearest first. */
export function manifestsFor(
  workspace: Workspace,
  { ecosystem, location, id }: Pick<Package, 'ecosystem' | 'location' | 'id'>,
): readonly Editable[] {
  return editableFor(workspace, { ecosystem, location, id })
    .filter((it) => it.distance < 4)
    .slice(0, mostManifests);
}

/** All manifests of an ecosystem, the nearest first. */
function editableFor(
  workspace: Workspace,
  { ecosystem, location, id }: Pick<Package, 'ecosystem' | 'location' | 'id'>,
): readonly (Editable & { readonly distance: number })[] {
  const own = [location.file, id.slice(0, Math.max(0, id.indexOf('#')))];
  const folder = folderOf(location.file);
  const rank = (path: string): number => {
    if (own.includes(path)) return 0;
    const at = folderOf(path);
    if (at === folder) return 1;
    if (at === '' || folder.startsWith(`${at}/`)) return 2;
    return folder === '' || at.startsWith(`${folder}/`) ? 3 : 4;
  };
  return workspace.editable
    .filter((it) => it.format.ecosystem === ecosystem)
    .map((it) => ({ ...it, distance: rank(it.file) }))
    .toSorted((a, b) => a.distance - b.distance || a.file.length - b.file.length);
}

/** The places that ask for a package. A manifest that lists it itself is the only one that counts. */
export function sitesOf(workspace: Workspace, found: Package): readonly Site[] {
  const near = sitesIn(workspace, manifestsFor(workspace, found), found);
  if (near.length > 0 || found.ecosystem !== 'maven') return near;
  // A bill of materials that modules import may lie beside them: it counts where it says what they have.
  const everywhere = editableFor(workspace, found).slice(0, mostManifests);
  return sitesIn(workspace, everywhere, found).filter((it) => it.requirement.range === found.version);
}

function sitesIn(workspace: Workspace, manifests: readonly Editable[], found: Package): readonly Site[] {
  const { normalName } = registries[found.ecosystem];
  const name = normalName(found.name);
  const all = manifests.flatMap(({ file, format }) =>
    workspace
      .requirements({ file, format })
      .filter((it) => normalName(it.name) === name)
      .map((requirement) => ({ file, format, requirement })),
  );
  const own = all.filter((it) => it.file === found.location.file);
  const sites = (own.length > 0 ? own : all).flatMap((it) => resolved(workspace, manifests, it) ?? []);
  return [...new Map(sites.map((it) => [`${it.file}\0${it.requirement.start}`, it])).values()];
}

/** A range that stands elsewhere under a name: first in the same file, then in those around. */
function resolved(workspace: Workspace, manifests: readonly Editable[], site: Site): Site | undefined {
  const { variable, name } = site.requirement;
  if (variable === undefined) return site;
  const isShared = manifests.some((it) =>
    workspace.requirements(it).some((other) => other.variable === variable && other.name !== name),
  );
  const [same, others] = [
    manifests.filter((it) => it.file === site.file),
    manifests.filter((it) => it.file !== site.file),
  ];
  for (const { file, format } of [...same, ...others]) {
    const found = format.variables?.(workspace.text(file) ?? '').get(variable);
    const alone = isShared ? { alone: { file: site.file, requirement: site.requirement } } : {};
    if (found) return { file, format, requirement: { name, ...found }, ...alone };
  }
  return undefined;
}
