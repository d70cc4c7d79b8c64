import type { Package } from '@plumbline/core';
import { member, textOf, type JsonValue } from '../text/json.ts';

/** How pnpm names a package. */
export interface PnpmKey {
  readonly name: string;
  readonly version: string;
  /** The version, or the address that stands in its place; without peers. */
  readonly reference: string;
  readonly origin: Package['origin'];
}

/** Since version 6: `/name@1.0.0(peer@2.0.0)`, since 9 without the slash. */
const withAt = /^\/?(?<name>(?:@[^/@]+\/)?[^/@(]+)@(?<reference>[^(]+)/;
/** Until version 5: `/name/1.0.0_peer@2.0.0`, or with the host of the registry in front. */
const withSlash = /^[^/@]*\/(?<name>(?:@[^/]+\/)?[^/]+)\/(?<reference>\d[^_/(]*)/;

/** Reads the key of a package; undefined when it names no package. What the entry says itself goes first. */
export function readPnpmKey(key: string, value: JsonValue | undefined): PnpmKey | undefined {
  const found = (withAt.exec(key) ?? withSlash.exec(key))?.groups;
  const reference = found?.['reference'] ?? key.replace(/[(_].*$/s, '');
  const name = textOf(member(value, 'name')) ?? found?.['name'];
  const version = textOf(member(value, 'version')) ?? (found && versionIn(reference));
  if (name === undefined || version === undefined) return undefined;
  return { name, version, reference, origin: originOf(key, reference, member(value, 'resolution')) };
}

/** An address is no version; a runtime's is one behind its word. */
function versionIn(reference: string): string {
  return /^(?:runtime:)?(\d.*)$/s.exec(reference)?.[1] ?? '';
}

function originOf(key: string, reference: string, resolution: JsonValue | undefined): Package['origin'] {
  const type = textOf(member(resolution, 'type'));
  const tarball = textOf(member(resolution, 'tarball')) ?? '';
  if (type === 'git' || member(resolution, 'commit')) return 'git';
  if (type === 'directory' || /^(?:file|link):/.test(reference) || key.startsWith('file:')) return 'file';
  if (withSlash.test(key) || /^\d/.test(reference)) return 'registry';
  return isOfCommit(`${reference} ${tarball}`) ? 'git' : 'url';
}

/** The archives that hosts make of a commit, and addresses of repositories. */
function isOfCommit(address: string): boolean {
  return /codeload\.github\.com|\/(?:-\/archive|get|archive)\/[^/]*[\da-f]{40}|git\+|\.git(?:#|$)|[/#][\da-f]{40}(?:\s|$)/.test(
    address,
  );
}
