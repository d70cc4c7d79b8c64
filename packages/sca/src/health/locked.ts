import type { Package } from '@plumbline/core';
import { linesIn } from '../text/lines.ts';

/** Lock files that note where each package is from. */
export const lockNames = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock)$/;

/** Where a lock file has a package from. */
export interface LockedAddress {
  /** Undefined for one that is not among those that were asked for. */
  readonly package: Package | undefined;
  readonly address: string;
  /** As it is written; empty when there is none. */
  readonly integrity: string;
  /** Units: counts from 1. */
  readonly line: number;
}

/** An entry has its address in its first lines: one far below is another's. */
const mostLines = 4;

const npm = { resolved: /^\s*"resolved": ?"([^"]{1,4000})"/, integrity: /^\s*"integrity": ?"([^"]{1,2000})"/ };
const yarn = { resolved: /^ {2}resolved "?([^"\s]{1,4000})/, integrity: /^ {2}integrity ([^\s]{1,2000})/ };

/**
 * The addresses in a lock file of npm, or of Yarn 1, line by line: the file was read already, and what is wanted of it
 * here stands on lines of its own.
 */
export function* lockedIn(path: string, text: string, packages: readonly Package[]): Iterable<LockedAddress> {
  const ownerOf = ownersIn(packages.filter((it) => it.location.file === path));
  const { resolved, integrity } = path.endsWith('yarn.lock') ? yarn : npm;
  let open: LockedAddress | undefined;
  for (const { text: line, number } of linesIn(text)) {
    // The checksum stands on the next line, or there is none.
    if (open) yield { ...open, integrity: integrity.exec(line)?.[1] ?? '' };
    const address = line.includes('resolved') ? resolved.exec(line)?.[1] : undefined;
    open = address === undefined ? undefined : { package: ownerOf(number), address, integrity: '', line: number };
  }
  if (open) yield open;
}

/** The package whose entry a line is in. Lines are asked for in their order. */
function ownersIn(packages: readonly Package[]): (line: number) => Package | undefined {
  const sorted = packages.toSorted((a, b) => a.location.start.line - b.location.start.line);
  let next = 0;
  return (line) => {
    while (next < sorted.length && sorted[next]!.location.start.line <= line) next += 1;
    const before = sorted[next - 1];
    return before && line - before.location.start.line <= mostLines ? before : undefined;
  };
}
