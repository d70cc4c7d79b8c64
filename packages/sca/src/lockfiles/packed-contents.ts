import { asciiIn, type ByteSource } from '../archives/byte-source.ts';
import { gunzip } from '../archives/inflate.ts';
import type { ArchiveEntry, OpenArchive } from '../archives/open-archive.ts';
import { openZip } from '../archives/open-zip.ts';
import { openTar } from '../archives/tar.ts';
import { isProgram, programHead } from '../archives/programs.ts';
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
import { crateItself, gemItself, npmItself } from './tar-packages.ts';
import { tarIn } from './tarball.ts';

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
  gem: gemItself,
  crate: crateItself,
  tar: npmItself,
};

/** The packages in an archive: those that texts in it describe, and the archives and programs in it. */
export function readPacked(source: ByteSource, layer: Layer, opening: Opening): Contents {
  const { problems, path } = opening;
  const own = ofKind[layer.is] ?? none;
  const isWanted = (name: string): boolean => own.isWanted(name) || isTold(layer, name) || isInner(layer, name);
  const archive = opened(source, { layer, opening, isWanted });
  if (!archive) {
    // Other programs pack under these names, too.
    if (layer.is !== 'tar') problems.add('not-an-archive', `${shownIn(layer.inside)} ${whyNone(source, layer)}.`);
    return { packages: [], itself: undefined, layers: [] };
  }
  if (archive.cut !== undefined) problems.add('archive-cut', `${shownIn(layer.inside)} is cut: ${archive.cut}.`);
  const textsOf = (isAsked: (name: string) => boolean): [string, string][] =>
    archive.entries.filter((it) => isAsked(it.name)).flatMap((it) => textOf(it, { layer, opening }));
  const { packages, itself } = own.read(new Map(textsOf((name) => own.isWanted(name))), layer, path);
  const manifests = textsOf((name) => isTold(layer, name) && !own.isWanted(name)).map(([name, text]) => ({
    name,
    packages: readInner(text, { name, layer, opening }),
  }));
  const described = itself ?? (layer.is === 'python' || layer.is === 'tar' ? pythonItself(manifests) : undefined);
  const deps = foldersOfDeps(archive.entries.map((it) => it.name));
  return {
    packages: [...packages, ...manifests.flatMap((it) => it.packages)],
    itself: described,
    layers: archive.entries.flatMap((it) =>
      innerLayer(it, { layer, opening, within: described ?? layer.within, deps }),
    ),
  };
}

interface Place {
  readonly layer: Layer;
  readonly opening: Opening;
}

function isTar({ is }: Layer): boolean {
  return is === 'tar' || is === 'gem' || is === 'crate';
}

function opened(
  source: ByteSource,
  { layer, opening, isWanted }: Place & { readonly isWanted: (name: string) => boolean },
): OpenArchive | undefined {
  const { budget } = opening;
  if (!isTar(layer)) return openZip(source, budget, isWanted, opening.inflate);
  const tar = tarIn(source, layer, opening);
  return tar && openTar(tar, budget, isWanted);
}

/** The text of an entry; it may be packed once more. */
function textOf(entry: ArchiveEntry, place: Place): [string, string][] {
  const content = unpack(entry, { ...place, limit: maxText });
  if (!content) return [];
  const bytes = content.read(0, content.size);
  return [[entry.name, decode(entry.name.endsWith('.gz') ? (gunzip(bytes, maxText)?.bytes ?? bytes) : bytes)]];
}

/** Packages of these hold files of all kinds that nobody installs: they are what they say that they are, and no more. */
function isAlone({ is }: Layer): boolean {
  return is === 'nuget' || is === 'gem' || is === 'crate';
}

function isTold(layer: Layer, name: string): boolean {
  return isInnerManifest(name) && (!isAlone(layer) || layer.is === 'nuget');
}

/** Large files are often kept elsewhere, and stand for themselves with a few lines. */
function whyNone(source: ByteSource, layer: Layer): string {
  const head = asciiIn(source.read(0, 64));
  return head.startsWith('version https://git-lfs')
    ? 'is not here: Git LFS keeps it, and `git lfs pull` fetches it'
    : `is no ${isTar(layer) ? 'tar' : 'zip'} archive, or a broken one`;
}

/** Whether it may be an archive or program that counts where it lies. */
function isInner(layer: Layer, name: string): boolean {
  if (isAlone(layer)) return false;
  const kind = archiveKind(name);
  // An extension that lies in another is none that an editor loads.
  if (kind !== undefined) return kind !== layer.is || kind !== 'extension';
  // What Java brings of its system's libraries is written in C.
  return layer.is === 'java' ? isNameless(name) : mayBeProgram(name);
}

interface InnerPlace extends Place {
  readonly within: string | undefined;
  /** Folders with a deps.json. */
  readonly deps: ReadonlySet<string>;
}

function innerLayer(entry: ArchiveEntry, place: InnerPlace): Layer[] {
  const { layer, opening, within, deps } = place;
  if (!isInner(layer, entry.name)) return [];
  const kind = archiveKind(entry.name) ?? programKind(entry);
  if (kind === undefined) return [];
  const limit = entry.isCopied ? maxInner : Infinity;
  return [
    {
      is: kind,
      name: entry.name.slice(entry.name.lastIndexOf('/') + 1),
      inside: insideOf(layer, entry.name),
      depth: layer.depth + 1,
      within,
      isListed: deps.has(folderOf(entry.name)),
      open: () => unpack(entry, { layer, opening, limit }),
    },
  ];
}

function programKind(entry: ArchiveEntry): 'program' | undefined {
  if (entry.size < smallestProgram) return undefined;
  return isProgram(entry.head(programHead)) ? 'program' : undefined;
}

function unpack(entry: ArchiveEntry, place: Place & { readonly limit: number }): ByteSource | undefined {
  const { layer, opening, limit } = place;
  const unpacked = entry.unpack(limit);
  if (unpacked.is === 'read') return unpacked.content;
  opening.problems.add('archive-cut', `${shownIn(insideOf(layer, entry.name))} ${unpacked.why}.`);
  return undefined;
}
