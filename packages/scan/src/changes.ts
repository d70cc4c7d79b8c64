import { arePairedAlone, matchFindings, type Finding, type Package, type Read } from '@plumbline/core';
import { isManifest, readsParts } from '@plumbline/sca';
import { isSource, joined, joinsFiles, lookAtCode, type Code } from './code.ts';
import type { Base } from './diff/base.ts';
import { hasOddName, lookAtLibraries, type AdvisoryPlaces, type Libraries } from './libraries.ts';
import type { Knowledge } from './rules/index.ts';
import type { RunOptions } from './run/run.ts';
import type { WalkedFile } from './walk/walk.ts';

/** What both sides are looked at with: today's settings, so that only the code makes a difference. */
export interface Looking {
  /** Absolute. */
  readonly root: string;
  /** Of the work tree, and of the base. */
  readonly now: readonly WalkedFile[];
  readonly then: readonly WalkedFile[];
  readonly base: Base;
  /** Undefined for an engine that does not run. */
  readonly knowledge: Knowledge | undefined;
  readonly advisories: AdvisoryPlaces | undefined;
  /** How packages of both sides are read, where manifests are resolved. */
  readonly readPackages?:
    | ((root: string, files: readonly WalkedFile[]) => Promise<Read<readonly Package[]>>)
    | undefined;
  readonly options: RunOptions;
}

/** What is new since the base. All else in it is of the work tree; of code, of its changed files. */
export interface Changes {
  readonly code: Code | undefined;
  readonly libraries: Libraries | undefined;
}

/**
 * Looks at both sides, at code in changed files alone, and leaves the findings that a full scan of the work tree has and a
 * full scan of the base has not.
 */
export async function lookAtChanges(looking: Looking): Promise<Changes> {
  const { base, knowledge, advisories } = looking;
  const sides = changedIn(looking);
  const before = new Set(sides.before);
  const isLibrary = ({ path, isRunnable }: WalkedFile): boolean =>
    isManifest(path) || readsParts(path) || (isRunnable === true && hasOddName(path));
  const needed = looking.then.filter((it) => isLibrary(it) || (before.has(it) && isSource(it)));
  return base.written(needed, async (folder) => ({
    code: knowledge && (await newInCode({ ...looking, knowledge, folder }, sides)),
    libraries: advisories && (await newInLibraries({ ...looking, advisories, folder })),
  }));
}

/** Files by whether the other side has the same. */
interface Sides {
  readonly before: readonly WalkedFile[];
  readonly after: readonly WalkedFile[];
  readonly same: readonly WalkedFile[];
}

function changedIn({ now, then, base }: Looking): Sides {
  const walked = new Set(then.map((it) => it.path));
  const mine = now.filter((it) => !base.isSubmodule(it.path));
  const same = mine.filter((it) => walked.has(it.path) && base.has(it));
  const paths = new Set(same.map((it) => it.path));
  const isChanged = (it: WalkedFile): boolean => !paths.has(it.path);
  return { before: then.filter(isChanged), after: mine.filter(isChanged), same };
}

/** `folder` holds the files of the base. */
interface CodeSides extends Looking {
  readonly knowledge: Knowledge;
  readonly folder: string;
}

async function newInCode({ root, folder, knowledge, options }: CodeSides, sides: Sides): Promise<Code> {
  // A finding of several files may be new because one of them is: all count.
  const same = joinsFiles(knowledge) ? (await lookAtCode(root, sides.same, knowledge, options)).parts : [];
  const after = joined(await lookAtCode(root, sides.after, knowledge, options), knowledge, same);
  if (after.findings.length === 0) return after;
  const quiet = { jobs: options.jobs, signal: options.signal };
  const before = joined(await lookAtCode(folder, sides.before, knowledge, quiet), knowledge, same);
  // Rarely all else counts, too: when all that is known of a finding is a value that all of its rule may share.
  const isAlone = arePairedAlone(before.findings, after.findings);
  const rest = isAlone ? [] : (await lookAtCode(root, sides.same, knowledge, options)).findings;
  return { ...after, findings: fresh([...before.findings, ...rest], [...after.findings, ...rest]) };
}

interface LibrarySides extends Looking {
  readonly advisories: AdvisoryPlaces;
  readonly folder: string;
}

async function newInLibraries({
  root,
  folder,
  now,
  then,
  base,
  advisories,
  readPackages,
}: LibrarySides): Promise<Libraries> {
  const libraries = await lookAtLibraries(root, now, advisories, await readPackages?.(root, now));
  const before = await lookAtLibraries(folder, then, advisories, await readPackages?.(folder, then));
  const findings = fresh(before.findings, libraries.findings);
  return { ...libraries, findings: findings.filter((it) => !base.isSubmodule(it.location.file)) };
}

function fresh(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  return matchFindings(before, after).fresh;
}
