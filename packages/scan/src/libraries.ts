import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError, type Finding, type Package, type Problem, type ScanStats } from '@plumbline/core';
import { advisoriesFrom, combine, extract, lockfileOf, match, noAdvisories, type AdvisorySource } from '@plumbline/sca';
import { openAdvisories } from './feeds/index.ts';
import { readBytes } from './walk/read.ts';
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
}

/** Reads the manifests among the files and looks their packages up. */
export function lookAtLibraries(root: string, files: readonly WalkedFile[], places: AdvisoryPlaces): Libraries {
  const project = {
    paths: files.map((it) => it.path),
    read: (path: string) => readBytes(root, path, largestManifest),
  };
  const { value: packages, problems } = extract(project);
  const own = readOwn(root, places.own);
  const store = openAdvisories(places.store);
  try {
    const source = combine([...own.sources, ...(store ? [store] : [])]);
    const advisories = source.count > 0 ? { count: source.count, builtAt: source.builtAt } : undefined;
    const matched = match(packages, source, { files: project });
    const missing = advisories || packages.length === 0 ? [] : [{ code: 'no-advisories', message: noAdvisories }];
    return {
      packages,
      findings: matched.value,
      problems: [...missing, ...problems, ...own.problems, ...matched.problems],
      advisories,
      files: project.paths.filter((it) => lockfileOf(it) !== undefined),
    };
  } finally {
    store?.close();
  }
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
