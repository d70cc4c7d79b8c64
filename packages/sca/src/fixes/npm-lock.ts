import { entriesOfV2 } from '../lockfiles/npm-entries.ts';
import { member, membersOf, readJson, textOf, type JsonValue } from '../text/json.ts';
import type { Release } from './candidates.ts';
import type { Replacement } from './manifests/manifest-format.ts';
import { rangesOf } from './ranges.ts';

/** What an entry of the lock file shall be. */
export interface LockChange {
  /** Path of the folder: `node_modules/a`. */
  readonly key: string;
  readonly release: Release;
}

/**
 * Puts another version into an npm lock file of version 2 or 3. Only where that leaves a whole tree: the address and the
 * checksum of the new version are known, and the tree has all that it asks for already.
 *
 * Errors: undefined when it cannot be done by exchanging the entry alone.
 */
export function lockChanged(text: string, { key, release }: LockChange): readonly Replacement[] | undefined {
  const lock = readJson(text).value;
  const packages = member(lock, 'packages');
  const entry = member(packages, key);
  const { version, address, integrity, dependencies = {} } = release;
  if (!packages || entry?.is !== 'object' || address === undefined || integrity === undefined) return undefined;
  if (!isSatisfied(packages, key, dependencies)) return undefined;
  const fresh = { version, resolved: address, integrity };
  const own = entryChanged(text, entry, { fresh, list: 'dependencies', dependencies });
  const old = oldEntry(lock, key);
  const more = old && entryChanged(text, old, { fresh, list: 'requires', dependencies });
  return own && (old === undefined ? own : more && [...own, ...more]);
}

interface EntryChange {
  readonly fresh: Readonly<Record<string, string>>;
  /** What the list of its own dependencies is called. */
  readonly list: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

function entryChanged(
  text: string,
  entry: JsonValue,
  { fresh, list, dependencies }: EntryChange,
): readonly Replacement[] | undefined {
  const fields = fieldsOf(entry, fresh);
  const wishes = listReplaced(text, entry, list, dependencies);
  return fields && wishes && [...fields, ...wishes];
}

/** The same package in the nested list that version 2 keeps for older programs. */
function oldEntry(lock: JsonValue | undefined, key: string): JsonValue | undefined {
  let at: JsonValue | undefined = lock;
  for (const name of key.split(/(?:^|\/)node_modules\//).slice(1)) at = member(member(at, 'dependencies'), name);
  return at === lock ? undefined : at;
}

function fieldsOf(
  entry: JsonValue | undefined,
  fresh: Readonly<Record<string, string>>,
): readonly Replacement[] | undefined {
  const all = Object.entries(fresh).map(([name, value]) => {
    const old = member(entry, name);
    return old && { start: old.start, end: old.end, text: JSON.stringify(value) };
  });
  return all.includes(undefined) ? undefined : all.map((it) => it as Replacement);
}

/** Whether Node.js finds all of it from that folder, in versions that fit. */
function isSatisfied(packages: JsonValue, key: string, wanted: Readonly<Record<string, string>>): boolean {
  const entries = entriesOfV2(packages, () => undefined);
  return Object.entries(wanted).every(([name, range]) => {
    for (let folder = key; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
      const found = entries.get(`${folder === '' ? '' : `${folder}/`}node_modules/${name}`);
      if (found) return rangesOf('npm')?.admits(range, found.version) === true;
      if (folder === '') return false;
    }
  });
}

function listReplaced(
  text: string,
  entry: JsonValue,
  name: string,
  wanted: Readonly<Record<string, string>>,
): readonly Replacement[] | undefined {
  const old = member(entry, name);
  const written = new Map(Array.from(membersOf(old), ([key, it]) => [key, textOf(it.value)]));
  const names = Object.keys(wanted);
  if (written.size === names.length && names.every((it) => written.get(it) === wanted[it])) return [];
  // A list that has to appear or go moves commas about: the manager does that better.
  if (!old || names.length === 0) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', old.start) + 1))![0];
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const lines = names.toSorted().map((it) => `${indent}${unit}${JSON.stringify(it)}: ${JSON.stringify(wanted[it])}`);
  return [{ start: old.start, end: old.end, text: `{\n${lines.join(',\n')}\n${indent}}` }];
}

/** The project's own wish, which the lock file repeats. */
export function wishChanged(text: string, folder: string, name: string, range: string): readonly Replacement[] {
  const root = member(member(readJson(text).value, 'packages'), folder);
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((list) => {
    const old = member(member(root, list), name);
    return old ? [{ start: old.start, end: old.end, text: JSON.stringify(range) }] : [];
  });
}
