import type { Package } from '@plumbline/core';
import { locationInLine } from '../text/lines.ts';
import { entry, readToml, readTomlBlocks, textEntry, type TomlBlock, type TomlTable } from '../text/toml.ts';
import { maxNameLength, maxPackages, type Manifest, type Problems } from './lockfile.ts';

/** One `[[package]]` of a lock file in TOML: the form that Cargo's and Python's programs share. */
export interface TomlPackage {
  readonly name: string;
  /** Empty when there is none. */
  readonly version: string;
  readonly table: TomlTable;
  readonly location: Package['location'];
}

/** How a format calls its parts. */
export interface TomlLock {
  /** `package` or `packages`. */
  readonly list: string;
  /** Other tables of the file, which end the last package. */
  readonly others: readonly string[];
  /** The program, for the sentence that a file is none of its. */
  readonly program: string;
}

/** Reads the packages of a lock file; a broken one spoils no other. */
export function readTomlPackages(manifest: Manifest, lock: TomlLock, problems: Problems): readonly TomlPackage[] {
  const blocks = readTomlBlocks(manifest.text, new Set([lock.list, ...lock.others]));
  for (const { fault } of blocks) if (fault) problems.add('parse-error', fault.message, fault.line);
  if (blocks.length === 0) checkEmpty(manifest, lock, problems);
  return blocks
    .filter((it) => it.name === lock.list)
    .slice(0, maxPackages)
    .flatMap((it) => packageIn(it, manifest, problems));
}

/** A file without packages is fine when it is one at all: TOML, with a table or a version of the format. */
function checkEmpty(manifest: Manifest, { list, program }: TomlLock, problems: Problems): void {
  if (manifest.text.trim() === '') return;
  const { value, fault } = readToml(manifest.text);
  if (fault) problems.add('parse-error', fault.message, fault.line);
  else if (!['version', 'lock-version'].some((it) => entry(value, it) !== undefined)) {
    problems.add('not-a-lockfile', `No [[${list}]] and no version: this is no lock file of ${program}.`, 1);
  }
}

function packageIn({ table, line, header }: TomlBlock, manifest: Manifest, problems: Problems): TomlPackage[] {
  const name = textEntry(table, 'name');
  if (!table) return [];
  if (name === undefined || name === '' || name.length > maxNameLength) {
    problems.add('parse-error', 'A package without a name.', line);
    return [];
  }
  const column = header.length - header.trimStart().length + 1;
  const location = locationInLine(manifest.path, line, column, header.trim().length);
  return [{ name, version: textEntry(table, 'version') ?? '', table, location }];
}
