import type { Package } from '@plumbline/core';
import { entriesOfV1, entriesOfV2, isTrue, type NpmEntry } from '../lockfiles/npm-entries.ts';
import { member, readJson } from '../text/json.ts';
import type { Workspace } from './workspace.ts';

/**
 * Packages that lie in the archive of another one: no manager exchanges them, whatever a project asks for.
 *
 * Shape: by the package's id the path of the one that it lies in.
 * Source: https://docs.npmjs.com/cli/configuring-npm/package-lock-json, inBundle
 */
export function bundledIn(workspace: Workspace, packages: readonly Package[]): ReadonlyMap<string, string> {
  const files = new Set(packages.map((it) => it.location.file));
  const bundled = new Map<string, string>();
  for (const file of files) {
    if (!/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(file)) continue;
    const text = workspace.text(file) ?? '';
    if (!/"(?:inBundle|bundled)"/.test(text)) continue;
    const entries = entriesOf(text);
    for (const key of entries.keys()) {
      const around = aroundOf(key, entries);
      if (around !== undefined) bundled.set(`${file}#${key}`, around);
    }
  }
  return bundled;
}

function entriesOf(text: string): ReadonlyMap<string, NpmEntry> {
  const lock = readJson(text).value;
  const packages = member(lock, 'packages');
  const ignored = (): undefined => undefined;
  return packages ? entriesOfV2(packages, ignored) : entriesOfV1(member(lock, 'dependencies'), ignored);
}

/** The folder that a bundled package came in; undefined for one that is not bundled. */
function aroundOf(key: string, entries: ReadonlyMap<string, NpmEntry>): string | undefined {
  const isBundled = (at: string): boolean => {
    const value = entries.get(at)?.value;
    return isTrue(member(value, 'inBundle')) || isTrue(member(value, 'bundled'));
  };
  let at = key;
  while (isBundled(at)) at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  return at === key || at === '' ? undefined : at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
