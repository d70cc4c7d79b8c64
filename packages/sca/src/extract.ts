import type { Package, Problem, Read } from '@plumbline/core';
import { byName, type Named } from './file-names.ts';
import { healthFiles } from './health/health.ts';
import { executable } from './lockfiles/executable.ts';
import { lockfiles } from './lockfiles/index.ts';
import type { Lockfile, Manifest } from './lockfiles/lockfile.ts';
import { mayBeProgram } from './lockfiles/program-names.ts';
import { withOwners, type Database } from './owners.ts';
import { textsOf, type ProjectFiles, type ProjectTexts } from './project.ts';

const formatOf = byName(lockfiles.flatMap((it) => it.files.map((name) => ({ name, value: it }))));
const partedOf = byName(namesOf(lockfiles.filter((it) => it.isParted).flatMap((it) => it.files)));
const named = lockfiles.filter((it) => !it.isGuess).flatMap((it) => it.files);
const wanted = byName(namesOf([...named, ...lockfiles.flatMap((it) => it.siblings), ...healthFiles]));

function namesOf(names: readonly string[]): readonly Named<true>[] {
  return [...new Set(names)].map((name) => ({ name, value: true }));
}

/** The format that reads a file; undefined when none does. */
export function lockfileOf(path: string): Lockfile | undefined {
  return formatOf(path);
}

/** Whether `extract` has a use for a file: a manifest, or one that a manifest may refer to. */
export function isManifest(path: string): boolean {
  return wanted(path) === true;
}

/** Whether `extract` reads a file in parts, whatever its size, if it reads it: an archive, or what may be a program. */
export function readsParts(path: string): boolean {
  return partedOf(path) === true || mayBeProgram(path);
}

/** Whether the first bytes of a file that no format names are to tell whether it is a program. */
function mayRun(path: string, files: ProjectFiles): boolean {
  return mayBeProgram(path) || (files.isRunnable?.(path) ?? false);
}

/** Far above the largest known repositories; a project that has more is made to fill the memory. */
const maxProjectPackages = 1_000_000;

/** How far a long reading is. Units: files. */
export interface Reading {
  readonly done: number;
  readonly total: number;
}

/**
 * Reads every manifest of a project, in order of their paths.
 *
 * Errors: what cannot be read is a Problem; ids of packages are unique over all manifests.
 */
export function extract(files: ProjectFiles): Read<readonly Package[]> {
  const steps = extraction(files);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a rest after each manifest, in which the caller may do something else or end it. */
export function* extraction(files: ProjectFiles): Generator<Reading, Read<readonly Package[]>> {
  const project = textsOf(files);
  const packages = new Map<string, Package>();
  const problems: Problem[] = [];
  const databases: Database[] = [];
  const paths = files.paths.toSorted();
  for (const [done, path] of paths.entries()) {
    const format = lockfileOf(path) ?? (mayRun(path, files) ? executable : undefined);
    if (!format) continue;
    yield { done, total: paths.length };
    const read = packages.size >= maxProjectPackages ? unread(path, tooMany) : readWith(format, path, project);
    // A file that two others include says the same thing twice.
    for (const it of read.value) if (!packages.has(it.id)) packages.set(it.id, it);
    problems.push(...read.problems);
    if (format.system && read.value.length > 0)
      databases.push({ format, path, open: () => opened(format, path, project) });
  }
  return { value: withOwners([...packages.values()], databases), problems };
}

function readWith(format: Lockfile, path: string, project: ProjectTexts): Read<readonly Package[]> {
  const why = whyUnread(sizeFor(format, path, project), format);
  const manifest = why ? undefined : opened(format, path, project);
  return manifest ? withNames(format.read(manifest)) : unread(path, why ?? missing);
}

function sizeFor({ isParted, isBinary }: Lockfile, path: string, project: ProjectTexts): number | undefined {
  if (isParted) return project.open(path)?.size;
  return isBinary ? project.bytes(path)?.length : project.size(path);
}

function opened(format: Lockfile, path: string, project: ProjectTexts): Manifest | undefined {
  if (format.isParted) {
    const parts = project.open(path);
    return parts && { path, text: '', parts, project };
  }
  if (format.isBinary) {
    const bytes = project.bytes(path);
    return bytes && { path, text: '', bytes, project };
  }
  const text = project.text(path);
  return text === undefined ? undefined : { path, text, project };
}

/** What has no name is nobody: of files that are broken there may be such packages. */
function withNames({ value, problems }: Read<readonly Package[]>): Read<readonly Package[]> {
  const nameless = new Set(value.filter((it) => it.name === '').map((it) => it.id));
  if (nameless.size === 0) return { value, problems };
  const named = value.filter((it) => !nameless.has(it.id));
  return {
    value: named.map((it) => ({ ...it, dependencies: it.dependencies.filter(({ id }) => !nameless.has(id)) })),
    problems,
  };
}

function unread(path: string, why: Omit<Problem, 'file'>): Read<readonly Package[]> {
  return { value: [], problems: [{ ...why, file: path }] };
}

const missing = { code: 'file-unreadable', message: 'Not read: the file is not there, or may not be read.' };
const tooMany = {
  code: 'too-many-packages',
  message: `Not read: the files before it have more than ${maxProjectPackages.toLocaleString('en-US')} packages.`,
};

function whyUnread(size: number | undefined, { maxBytes }: Lockfile): Omit<Problem, 'file'> | undefined {
  if (size === undefined) return missing;
  return size <= maxBytes
    ? undefined
    : { code: 'file-too-large', message: `Not read: larger than ${maxBytes / 1024 / 1024} MB.` };
}
