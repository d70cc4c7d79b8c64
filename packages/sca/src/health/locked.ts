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
  const sorted = packages
    .filter((it) => it.location.file === path)
    .toSorted((a, b) => a.location.start.line - b.location.start.line);
  const { resolved, integrity } = path.endsWith('yarn.lock') ? yarn : npm;
  let next = 0;
  let open: LockedAddress | undefined;
  for (const { text: line, number } of linesIn(text)) {
    const [, sum] = open ? (integrity.exec(line) ?? []) : [];
    if (open && (sum !== undefined || number > open.line + 1)) {
      yield { ...open, integrity: sum ?? '' };
      open = undefined;
    }
    if (!line.includes('resolved')) continue;
    const [, address] = resolved.exec(line) ?? [];
    if (address === undefined) continue;
    while (next < sorted.length && sorted[next]!.location.start.line <= number) next += 1;
    const before = sorted[next - 1];
    open = {
      package: before && number - before.location.start.line <= mostLines ? before : undefined,
      address,
      integrity: '',
      line: number,
    };
  }
  if (open) yield open;
}
