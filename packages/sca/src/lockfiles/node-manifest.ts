import type { Package, Scope } from '@plumbline/core';
import { folderOf } from '../project.ts';
import { member, membersOf, textOf, type JsonMember, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { licensesOf, wishKinds } from './npm-entries.ts';
import { scopeOfKind } from './npm-graph.ts';

const locks = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
];

/**
 * package.json where no lock file is above it: what a project asks for itself. In a node_modules folder it is a package
 * that is installed; there the package itself counts.
 */
export const nodeManifest: Lockfile = {
  id: 'node-manifest',
  ecosystem: 'npm',
  files: ['package.json'],
  isShared: true,
  siblings: locks,
  docs: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-json',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, locks)) return { value: [], problems: [] };
    const { root, lines } = openJson(manifest, problems);
    if (root?.is !== 'object') problems.add('not-a-manifest', 'No object: this is no package.json.', 1);
    const isInstalled = isNodeModule(folderOf(manifest.path));
    const listed = isInstalled ? itself(root, lines) : wishesIn(root, lines);
    return { value: declaredPackages(manifest, 'npm', listed), problems: problems.list };
  },
};

function isNodeModule(folder: string): boolean {
  return /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/.test(folder);
}

function itself(root: JsonValue | undefined, lines: Lines): readonly Declared[] {
  const at = member(root, 'name');
  const [name, version] = [textOf(at)?.trim(), textOf(member(root, 'version'))?.trim()];
  if (!root || !at || !name || !version || isOfOthers(root)) return [];
  return [{ name, version, direct: false, location: lines.location(at.start, at.end), licenses: licensesOf(root) }];
}

/** Editors' extensions and Unity's packages have the same file; they are none of npm's. */
function isOfOthers(root: JsonValue): boolean {
  const isExtension = member(member(root, 'engines'), 'vscode') ?? member(root, 'contributes')?.is === 'object';
  return Boolean(isExtension) || member(root, 'unity') !== undefined;
}

function wishesIn(root: JsonValue | undefined, lines: Lines): readonly Declared[] {
  return wishKinds.flatMap((kind) =>
    [...membersOf(member(root, kind))].map(([alias, it]) => {
      return { ...wishOf(alias, it, scopeOfKind[kind]), location: lines.location(it.start, it.end) };
    }),
  );
}

const exact = /^[=v]?\s*(\d+\.\d+\.\d+(?:[-+][\w.+-]*)?)$/;

function wishOf(alias: string, { value }: JsonMember, scope: Scope): Omit<Declared, 'location'> {
  const requested = textOf(value)?.trim() ?? '';
  const [, other, range] = /^npm:(@?[^@]+)@(.*)$/.exec(requested) ?? [];
  const base = { name: other ?? alias, scopes: [scope], requested };
  const origin = other === undefined ? npmOrigin(requested) : 'registry';
  if (origin === 'git') return { ...base, version: '', origin, address: requested };
  return { ...base, version: origin === 'registry' ? (exact.exec(range ?? requested)?.[1] ?? '') : '', origin };
}

/** Where a wish of a package.json leads. */
export function npmOrigin(requested: string): Package['origin'] {
  if (/^(?:file|link|portal):/.test(requested)) return 'file';
  if (requested.startsWith('workspace:')) return 'workspace';
  if (/^(?:git\b|github:|gitlab:|bitbucket:|[\w-]+\/[\w.-]+(?:#.*)?$)|\.git(?:#|$)/.test(requested)) return 'git';
  return /^https?:/.test(requested) ? 'url' : 'registry';
}
