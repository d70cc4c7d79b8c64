import type { Package } from '@plumbline/core';

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

/** The checksum stands on the next line, or there is none. */
const npm = /"resolved": ?"([^"\n]{1,4000})"(?:,?[ \t\r\n]{1,200}"integrity": ?"([^"\n]{1,2000})")?/g;
const yarn = /^ {2}resolved "?([^"\s]{1,4000})"?(?:\r?\n {2}integrity (\S{1,2000}))?/gm;

/**
 * The addresses in a lock file of npm, or of Yarn 1, in order: the file was read already, and what is wanted of it here
 * stands on lines of its own.
 */
export function* lockedIn(path: string, text: string, packages: readonly Package[]): Iterable<LockedAddress> {
  const ownerOf = ownersIn(packages.filter((it) => it.location.file === path));
  let line = 1;
  let end = text.indexOf('\n');
  for (const { index, 1: address = '', 2: integrity = '' } of text.matchAll(path.endsWith('yarn.lock') ? yarn : npm)) {
    for (; end !== -1 && end < index; end = text.indexOf('\n', end + 1)) line += 1;
    yield { package: ownerOf(line), address, integrity, line };
  }
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
