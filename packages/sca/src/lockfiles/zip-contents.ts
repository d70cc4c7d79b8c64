import { asciiIn, type ByteSource } from '../archives/byte-source.ts';
import { openZip, type OpenZip } from '../archives/open-zip.ts';
import { isProgram, programHead } from '../archives/programs.ts';
import type { ZipEntry } from '../archives/zip.ts';
import { decode } from '../text/decode.ts';
import { folderOf } from '../project.ts';
import { archiveKind, foldersOfDeps } from './archive-kinds.ts';
import { insideOf, shownIn, type Contents, type Itself, type Layer, type Opening } from './archive-layer.ts';
import { extensionItself } from './extension-manifest.ts';
import { isInnerManifest, readInner } from './inner-manifests.ts';
import { jarItself } from './jar-packages.ts';
import { nuspecItself } from './nuspec.ts';
import { isNameless, mayBeProgram } from './program-names.ts';
import { pythonItself } from './python-archive-name.ts';

/** Units: bytes. Of texts that describe packages. */
const maxText = 16 * 2 ** 20;
/** Units: bytes. Of an archive or program in an archive; what is not packed has no limit, for it is not copied. */
const maxInner = 256 * 2 ** 20;
/** Units: bytes. Programs of Go and Rust are larger. */
const smallestProgram = 16 * 1024;

const none: Itself = { isWanted: () => false, read: () => ({ packages: [], itself: undefined }) };

const ofKind: Readonly<Partial<Record<Layer['is'], Itself>>> = {
  java: jarItself,
  extension: extensionItself,
  nuget: nuspecItself,
};

/** The packages in a zip archive: those that texts in it describe, and the archives and programs in it. */
export function readZipped(source: ByteSource, layer: Layer, opening: Opening): Contents {
  const { problems, budget, path } = opening;
  const own = ofKind[layer.is] ?? none;
  const isWanted = (name: string): boolean => own.isWanted(name) || isInnerManifest(name) || isInner(layer, name);
  const zip = openZip(source, budget, isWanted, opening.inflate);
  if (!zip) {
    problems.add('not-an-archive', `${shownIn(layer.inside)} ${whyNone(source)}.`);
    return { packages: [], itself: undefined, layers: [] };
  }
  if (zip.cut !== undefined) problems.add('archive-cut', `${shownIn(layer.inside)} is cut: ${zip.cut}.`);
  const textOf = (entry: ZipEntry): string | undefined => {
    const content = unpack(zip, entry, { layer, opening, limit: maxText });
    return content && decode(content.read(0, content.size));
  };
  const texts = new Map(zip.entries.filter((it) => own.isWanted(it.name)).flatMap((it) => listed(it.name, textOf(it))));
  const { packages, itself } = own.read(texts, layer, path);
  const manifests = zip.entries
    .filter((it) => isInnerManifest(it.name))
    .flatMap((it) => listed(it.name, textOf(it)))
    .map(([name, text]) => ({ name, packages: readInner(text, { name, layer, opening }) }));
  const described = itself ?? (layer.is === 'python' ? pythonItself(manifests) : undefined);
  const deps = foldersOfDeps(zip.entries.map((it) => it.name));
  return {
    packages: [...packages, ...manifests.flatMap((it) => it.packages)],
    itself: described,
    layers: zip.entries.flatMap((it) =>
      innerLayer(zip, it, { layer, opening, within: described ?? layer.within, deps }),
    ),
  };
}

/** Large files are often kept elsewhere, and stand for themselves with a few lines. */
function whyNone(source: ByteSource): string {
  const head = asciiIn(source.read(0, 64));
  return head.startsWith('version https://git-lfs')
    ? 'is not here: Git LFS keeps it, and `git lfs pull` fetches it'
    : 'is no zip archive, or a broken one';
}

function listed(name: string, text: string | undefined): [string, string][] {
  return text === undefined ? [] : [[name, text]];
}

/** Whether it may be an archive or program that counts where it lies. */
function isInner({ is }: Layer, name: string): boolean {
  const kind = archiveKind(name);
  // An extension that lies in another is none that an editor loads.
  if (kind !== undefined) return kind !== is || is !== 'extension';
  // What a package of NuGet holds is that package.
  if (is === 'nuget') return false;
  // What Java brings of its system's libraries is written in C.
  return is === 'java' ? isNameless(name) : mayBeProgram(name);
}

interface Place {
  readonly layer: Layer;
  readonly opening: Opening;
}

interface InnerPlace extends Place {
  readonly within: string | undefined;
  /** Folders with a deps.json. */
  readonly deps: ReadonlySet<string>;
}

function innerLayer(zip: OpenZip, entry: ZipEntry, place: InnerPlace): Layer[] {
  const { layer, opening, within, deps } = place;
  if (!isInner(layer, entry.name)) return [];
  const kind = archiveKind(entry.name) ?? programKind(zip, entry);
  if (kind === undefined) return [];
  const limit = entry.method === 0 ? Infinity : maxInner;
  return [
    {
      is: kind,
      name: entry.name.slice(entry.name.lastIndexOf('/') + 1),
      inside: insideOf(layer, entry.name),
      depth: layer.depth + 1,
      within,
      isListed: deps.has(folderOf(entry.name)),
      open: () => unpack(zip, entry, { layer, opening, limit }),
    },
  ];
}

function programKind(zip: OpenZip, entry: ZipEntry): 'program' | undefined {
  if (entry.size < smallestProgram) return undefined;
  return isProgram(zip.head(entry, programHead)) ? 'program' : undefined;
}

function unpack(zip: OpenZip, entry: ZipEntry, place: Place & { readonly limit: number }): ByteSource | undefined {
  const { layer, opening, limit } = place;
  const unpacked = zip.unpack(entry, limit);
  if (unpacked.is === 'read') return unpacked.content;
  opening.problems.add('archive-cut', `${shownIn(insideOf(layer, entry.name))} ${unpacked.why}.`);
  return undefined;
}
