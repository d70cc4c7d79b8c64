import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError, type Finding, type Package, type Problem, type Read, type ScanStats } from '@plumbline/core';
import { languageOf } from '@plumbline/sast';
import {
  advisoriesFrom,
  combine,
  extraction,
  healthFindings,
  isManifest,
  lockfileOf,
  match,
  noAdvisories,
  readsParts,
  withFixes,
  withScorecards,
  type AdvisorySource,
  type Exposure,
  type HealthFacts,
  type ProjectFiles,
} from '@plumbline/sca';
import { isOutdated, openAdvisories, readKey, type AdvisoryStore } from './feeds/index.ts';
import { argumentOf, asSettled, type LibraryRules } from './rules/index.ts';
import { unreadName } from './walk/excludes.ts';
import { paced } from './paced.ts';
import type { OnProgress } from './run/pool.ts';
import { inflated, openBytes, readBytes } from './walk/read.ts';
import type { WalkedFile } from './walk/walk.ts';

/** Lock files of large repositories have 10 MB. Units: bytes. */
export const largestManifest = 64 * 2 ** 20;

/** What the dependency engine saw. */
export interface Libraries {
  readonly packages: readonly Package[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** What there was to compare with; undefined when there was nothing, so that no finding means nothing. */
  readonly advisories: ScanStats['advisories'];
  /** The manifests that were read. */
  readonly files: readonly string[];
}

/** Where advisories are. Shape: absolute paths. */
export interface AdvisoryPlaces {
  /** The store of `plumb db`. */
  readonly store: string;
  /** Files and folders of OSV records that the project brings itself. */
  readonly own: readonly string[];
  /** Whose signature the store must have. */
  readonly publicKey?: string | undefined;
  /** Units: days after which a report says that the store is old. */
  readonly maxAge: number;
  readonly exposure?: Exposure | undefined;
  /** What is looked for beside vulnerabilities. */
  readonly health: LibraryRules;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Which libraries there are is all that is wanted: nothing is looked up. */
  readonly inventoryAlone?: boolean | undefined;
}

/** Whether a file that the system may run may be a program, by its name: scripts and sources may be run, too. */
export function hasOddName(path: string): boolean {
  return languageOf(path) === undefined && unreadName(path) === undefined;
}

/** The files of a walk as the dependency engine sees them. */
export function projectOf(root: string, files: readonly WalkedFile[]): ProjectFiles {
  const runnable = new Set(files.filter((it) => it.isRunnable && hasOddName(it.path)).map((it) => it.path));
  return {
    paths: files.map((it) => it.path),
    read: (path) => readBytes(root, path, largestManifest),
    open: (path) => openBytes(root, path),
    inflate: inflated,
    isRunnable: (path) => runnable.has(path),
  };
}

/** Reads the manifests among the files and looks their packages up; or those that `read` tells of them. */
export async function lookAtLibraries(
  root: string,
  files: readonly WalkedFile[],
  places: AdvisoryPlaces,
  read?: Read<readonly Package[]>,
): Promise<Libraries> {
  return lookUp(projectOf(root, files), root, places, { is: 'project', read });
}

/** The same, of files that somebody else reads. */
export async function lookAtProject(project: ProjectFiles, root: string, places: AdvisoryPlaces): Promise<Libraries> {
  return lookUp(project, root, places, { is: 'project', read: undefined });
}

/** The same for what is installed in a system; `attributed` says more of its packages. There is no manifest to edit. */
export async function lookAtSystem(
  project: ProjectFiles,
  root: string,
  places: AdvisoryPlaces,
  attributed: (packages: readonly Package[]) => readonly Package[],
): Promise<Libraries> {
  return lookUp(project, root, places, { is: 'system', attributed });
}

type Looked =
  | { readonly is: 'project'; readonly read: Read<readonly Package[]> | undefined }
  | { readonly is: 'system'; readonly attributed: (packages: readonly Package[]) => readonly Package[] };

async function lookUp(project: ProjectFiles, root: string, places: AdvisoryPlaces, looked: Looked): Promise<Libraries> {
  const read = looked.is === 'project' ? looked.read : undefined;
  const { value, problems } = read ?? (await paced(extraction(project), places));
  const packages = looked.is === 'system' ? looked.attributed(value) : value;
  if (places.inventoryAlone) {
    return { packages, findings: [], problems, advisories: undefined, files: filesRead(project.paths, packages) };
  }
  const { source, store, problems: ownProblems } = openKnown(root, places);
  try {
    const advisories = source.count > 0 ? { count: source.count, builtAt: source.builtAt } : undefined;
    const matched = match(packages, source, { files: project, exposure: places.exposure });
    const missing = advisories || packages.length === 0 ? [] : [nothingToCompare(places.store)];
    const found = [
      ...(looked.is === 'system' ? matched.value : withFixes(project, packages, matched.value, source)),
      ...healthFindings(packages, project, healthFacts(store, places.health)),
    ];
    return {
      packages: store ? withScorecards(packages, store.scorecardOf) : packages,
      findings: asSettled(found, places.health),
      problems: [
        ...missing,
        ...(store ? ageProblems(store, places.maxAge) : []),
        ...problems,
        ...ownProblems,
        ...matched.problems,
      ],
      advisories,
      files: filesRead(project.paths, packages),
    };
  } finally {
    store?.close();
  }
}

function nothingToCompare(store: string): Problem {
  if (!isOutdated(store)) return { code: 'no-advisories', message: noAdvisories };
  const message = `The advisories in ${store} are of another version of Plumbline and cannot be used, so no vulnerable or malicious package can be found. Fetch them again (\`plumb db update\`, or \`plumb db import <file>\`).`;
  return { code: 'advisories-outdated', message };
}

function healthFacts(store: AdvisoryStore | undefined, rules: LibraryRules): HealthFacts {
  return {
    today: new Date().toISOString().slice(0, 10),
    numberOf: (rule, name) => argumentOf(rules, rule, name),
    ...(store && { lifecycles: store.lifecycles(), scorecardOf: store.scorecardOf }),
  };
}

/** The manifests; of archives and programs those that have any packages. */
function filesRead(paths: readonly string[], packages: readonly Package[]): readonly string[] {
  const telling = new Set(packages.map((it) => it.location.file));
  return paths.filter((it) => (readsParts(it) ? telling.has(it) : isManifest(it) && lockfileOf(it) !== undefined));
}

/** All advisories that count for a project. The store is the caller's to close. */
export function openKnown(
  root: string,
  places: Pick<AdvisoryPlaces, 'own' | 'store' | 'publicKey'>,
): {
  readonly source: AdvisorySource;
  readonly store: AdvisoryStore | undefined;
  readonly problems: readonly Problem[];
} {
  const own = readOwn(root, places.own);
  const store = openAdvisories(places.store, keyAt(places.publicKey));
  return { source: combine([...own.sources, ...(store ? [store] : [])]), store, problems: own.problems };
}

/** Errors: `path-not-found`, `key-invalid` */
function keyAt(path: string | undefined): ReturnType<typeof readKey> | undefined {
  if (path === undefined) return undefined;
  if (!statSync(path, { throwIfNoEntry: false })) throw new UserError('path-not-found', { path });
  return readKey(readFileSync(path, 'utf8'), 'public', path);
}

/** The oldest part says how old the whole is: it may lack what the others have. */
function ageProblems({ manifest }: AdvisoryStore, maxAge: number): readonly Problem[] {
  const fetched = manifest.sources.filter((it) => it.name !== 'import').map((it) => it.checkedAt);
  const oldest = fetched.toSorted()[0] ?? manifest.builtAt;
  const days = Math.floor((Date.now() - Date.parse(oldest)) / 86_400_000);
  if (days <= maxAge) return [];
  const message = `The advisories are ${days} days old, so newer vulnerabilities are not found. Refresh them: \`plumb db update\`.`;
  return [{ code: 'advisories-old', message }];
}

/**
 * The OSV records that a project brings, one a file.
 *
 * Errors: `path-not-found`, `advisories-not-found`.
 */
function readOwn(
  root: string,
  paths: readonly string[],
): { readonly sources: readonly AdvisorySource[]; readonly problems: readonly Problem[] } {
  const sources: AdvisorySource[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const texts = recordsIn(path).map((it) => ({ file: relative(root, it), text: readFileSync(it, 'utf8') }));
    const read = advisoriesFrom(texts, newest(texts.map((it) => it.text)));
    if (read.value.count === 0) throw new UserError('advisories-not-found', { path });
    sources.push(read.value);
    problems.push(...read.problems);
  }
  return { sources, problems };
}

/** When the youngest of some records was changed: the files' own times say when they were checked out. */
function newest(records: readonly string[]): string {
  const times = records.map((it) => Date.parse(/"modified"\s*:\s*"([^"]{10,40})"/.exec(it)?.[1] ?? ''));
  return new Date(Math.max(0, ...times.filter((it) => !Number.isNaN(it)))).toISOString();
}

function recordsIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UserError('path-not-found', { path });
  if (!stat.isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.json'));
  return files.toSorted().map((it) => join(path, it));
}
