import type { Package } from '@plumbline/core';
import { npmOrigin } from '../../lockfiles/node-manifest.ts';
import { satisfiesNpm } from '../../versions/npm-range.ts';

/** What a package.json asks for behind a name. */
export interface NpmWish {
  /** Name in the registry: behind `npm:` another than the folder's. */
  readonly name: string;
  /** Range or tag; of what is from elsewhere, the address. */
  readonly range: string;
  readonly origin: Package['origin'];
}

export function npmWish(folder: string, requested: string): NpmWish {
  const text = requested.trim();
  const alias = /^npm:(?<name>@?[^@]+)(?:@(?<range>.*))?$/s.exec(text)?.groups;
  if (alias) return { name: alias['name']!, range: alias['range'] ?? '*', origin: 'registry' };
  return { name: folder, range: text === '' ? '*' : text, origin: npmOrigin(text) };
}

/** Whether a version is what was asked for. A tag is satisfied by whatever the registry gave for a name. */
export function isWished({ range, origin }: NpmWish, version: string, address: string | undefined): boolean {
  if (origin !== 'registry') return address === range;
  return range === '*' || (satisfiesNpm(version, range) ?? address === undefined);
}
