import { folderOf } from '../project.ts';

/** What an archive is, by the end of its name. */
export type ArchiveKind = 'java' | 'python' | 'extension' | 'nuget' | 'zip' | 'gem' | 'crate' | 'tar';

/** The one list of archives that are looked into. */
const endings: Readonly<Record<ArchiveKind, readonly string[]>> = {
  java: ['jar', 'war', 'ear', 'par', 'sar', 'hpi', 'jpi', 'nar', 'kar', 'lpkg', 'aar', 'jmod'],
  python: ['whl', 'egg', 'pex', 'pyz', 'shiv'],
  extension: ['vsix'],
  nuget: ['nupkg'],
  zip: ['zip'],
  gem: ['gem'],
  crate: ['crate'],
  tar: ['tgz', 'tar.gz', 'tar'],
};

const kinds = new Map(
  Object.entries(endings).flatMap(([kind, list]) => list.map((it) => [it, kind as ArchiveKind] as const)),
);

/** Names of files of some kind, as formats list them. */
export function namesOf(kind: ArchiveKind): readonly string[] {
  return endings[kind].map((it) => `*.${it}`);
}

export function archiveKind(name: string): ArchiveKind | undefined {
  return kinds.get(/\.(tar\.gz|\w+)$/.exec(name.toLowerCase())?.[1] ?? '');
}

/** Units: bytes. Archives are read in parts: they need not fit into memory. */
export const largestArchive = 16 * 2 ** 30;

/** The folders in which a deps.json of .NET lists what lies there. */
export function foldersOfDeps(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.filter((it) => it.endsWith('.deps.json')).map((it) => folderOf(it)));
}
