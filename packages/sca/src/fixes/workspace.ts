import { registries, type Package } from '@plumbline/core';
import { lockfileOf } from '../extract.ts';
import { folderOf, textsOf, type ProjectFiles, type ProjectTexts } from '../project.ts';
import { edited, type TextEdit } from './edit.ts';
import { manifestFormats } from './manifests/index.ts';
import type { ManifestFormat, Requirement } from './manifests/manifest-format.ts';
import type { Change } from './unified-diff.ts';

/** The project with edits laid over its files; nothing is written. */
export class Workspace {
  readonly #files: ProjectFiles;
  readonly #original: ProjectTexts;
  readonly #edited: Map<string, string>;
  #texts: ProjectTexts;

  constructor(files: ProjectFiles, changed: ReadonlyMap<string, string> = new Map()) {
    this.#files = files;
    this.#original = textsOf(files);
    this.#edited = new Map(changed);
    this.#texts = this.#overlaid();
  }

  get paths(): readonly string[] {
    return this.#files.paths;
  }

  text(path: string): string | undefined {
    return this.#edited.get(path) ?? this.#original.text(path);
  }

  /** The same project with more edits. */
  with(edits: readonly TextEdit[]): Workspace {
    const changed = new Map(this.#edited);
    for (const file of new Set(edits.map((it) => it.file))) {
      const own = edits.filter((it) => it.file === file);
      changed.set(file, edited(this.text(file) ?? '', own));
    }
    return new Workspace(this.#files, changed);
  }

  get changes(): readonly Change[] {
    return Array.from(this.#edited, ([file, after]) => ({ file, before: this.#original.text(file) ?? '', after }));
  }

  /** Reads one manifest anew. */
  read(path: string): readonly Package[] {
    const text = this.text(path);
    if (text === undefined) return [];
    return lockfileOf(path)?.read({ path, text, project: this.#texts }).value ?? [];
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
}

/** Units: manifests that one package is looked for in. */
const mostManifests = 500;

/** The manifests that a package of a manifest or lock file may be asked for in: the nearest first. */
export function manifestsFor(
  workspace: Workspace,
  { ecosystem, location, id }: Pick<Package, 'ecosystem' | 'location' | 'id'>,
): readonly { readonly file: string; readonly format: ManifestFormat }[] {
  const formats = manifestFormats.filter((it) => it.ecosystem === ecosystem);
  const own = [location.file, id.slice(0, Math.max(0, id.indexOf('#')))];
  const folder = folderOf(location.file);
  const rank = (path: string): number => {
    if (own.includes(path)) return 0;
    const at = folderOf(path);
    if (at === folder) return 1;
    if (at === '' || folder.startsWith(`${at}/`)) return 2;
    return folder === '' || at.startsWith(`${folder}/`) ? 3 : 4;
  };
  return workspace.paths
    .flatMap((file) => {
      const format = formats.find((it) => it.files.test(file));
      const distance = rank(file);
      return format && distance < 4 && !/(?:^|\/)node_modules\//.test(file) ? [{ file, format, distance }] : [];
    })
    .toSorted((a, b) => a.distance - b.distance || a.file.length - b.file.length)
    .slice(0, mostManifests);
}

/** The places that ask for a package. A manifest that lists it itself is the only one that counts. */
export function sitesOf(workspace: Workspace, found: Package): readonly Site[] {
  const { normalName } = registries[found.ecosystem];
  const name = normalName(found.name);
  const manifests = manifestsFor(workspace, found);
  const all = manifests.flatMap(({ file, format }) =>
    format
      .requirements(workspace.text(file) ?? '')
      .filter((it) => normalName(it.name) === name)
      .map((requirement) => ({ file, format, requirement })),
  );
  const own = all.filter((it) => it.file === found.location.file);
  const sites = (own.length > 0 ? own : all).flatMap((it) => resolved(workspace, manifests, it) ?? []);
  return [...new Map(sites.map((it) => [`${it.file}\0${it.requirement.start}`, it])).values()];
}

/** A range that stands elsewhere under a name: first in the same file, then in those around. */
function resolved(workspace: Workspace, manifests: ReturnType<typeof manifestsFor>, site: Site): Site | undefined {
  const { variable, name } = site.requirement;
  if (variable === undefined) return site;
  const [same, others] = [
    manifests.filter((it) => it.file === site.file),
    manifests.filter((it) => it.file !== site.file),
  ];
  for (const { file, format } of [...same, ...others]) {
    const found = format.variables?.(workspace.text(file) ?? '').get(variable);
    if (found) return { file, format, requirement: { name, ...found } };
  }
  return undefined;
}
