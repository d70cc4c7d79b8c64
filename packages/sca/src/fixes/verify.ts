import { purlOf, registries, type Package } from '@plumbline/core';
import type { AdvisorySource } from '../advisories/advisory.ts';
import { match } from '../advisories/match.ts';
import { schemeOf } from '../versions/index.ts';
import type { Workspace } from './workspace.ts';

/** What edits do to the findings, seen by reading the edited texts and matching their packages again. */
export interface Verification {
  /** Whether the edited files themselves have the new version; else it was put in, as the manager will. */
  readonly isRead: boolean;
  readonly gone: readonly string[];
  readonly stays: readonly string[];
  readonly added: readonly string[];
}

export interface Verifying {
  readonly before: Workspace;
  readonly after: Workspace;
  /** The occurrences of one version in one file. */
  readonly occurrences: readonly Package[];
  /** Undefined when the package is to go. */
  readonly version: string | undefined;
  /** What stays as it is, by its id: it is told of elsewhere. */
  readonly bundled: ReadonlyMap<string, string>;
  readonly source: AdvisorySource;
}

/** Reads the files of a package, and those that were edited, before and after. */
export function verify(asked: Verifying): Verification {
  const { before, after, occurrences, version, bundled, source } = asked;
  const [first] = occurrences;
  const { normalName } = registries[first!.ecosystem];
  const isSame = (it: Package): boolean => normalName(it.name) === normalName(first!.name);
  const manifests = new Set([
    ...occurrences.map(({ id }) => id.slice(0, id.indexOf('#'))),
    ...after.changes.filter((it) => it.after !== before.text(it.file)).map((it) => it.file),
  ]);
  const isFree = (it: Package): boolean => !bundled.has(it.id);
  const old = [...manifests].flatMap((it) => before.read(it)).filter(isFree);
  const read = [...manifests].flatMap((it) => after.read(it)).filter(isFree);
  const ids = new Set(occurrences.map((it) => it.id));
  const isOld = (it: Package): boolean => isSame(it) && it.version === first!.version;
  const isRead = !read.some((it) => isOld(it) && it.location.file === first!.location.file);
  const fresh = isRead ? read : replaced(read, (it) => ids.has(it.id) || isOld(it), version);
  const knownBefore = new Set(old.map((it) => it.purl));
  const had = rulesOf(match(old.filter(isOld), source).value);
  const target = fresh.filter((it) => isSame(it) && isOneOf(it, first!, version));
  const has = rulesOf(match(target, source).value);
  const others = rulesOf(
    match(
      fresh.filter((it) => !knownBefore.has(it.purl)),
      source,
    ).value,
  );
  return {
    isRead,
    gone: [...had].filter((it) => !has.has(it)),
    stays: [...had].filter((it) => has.has(it)),
    added: [...new Set([...has, ...others])].filter((it) => !had.has(it)),
  };
}

/** Whether it has the version that there was or the one that there shall be, however that is written. */
function isOneOf(it: Package, first: Package, version: string | undefined): boolean {
  const { readable, compare } = schemeOf(it);
  return [first.version, version].some(
    (wanted) =>
      wanted !== undefined &&
      (it.version === wanted || (readable(it.version) && readable(wanted) && compare(it.version, wanted) === 0)),
  );
}

function rulesOf(findings: readonly { readonly rule: string }[]): ReadonlySet<string> {
  return new Set(findings.map((it) => it.rule));
}

function replaced(
  packages: readonly Package[],
  isMeant: (it: Package) => boolean,
  version: string | undefined,
): readonly Package[] {
  if (version === undefined) return packages.filter((it) => !isMeant(it));
  return packages.map((it) => (isMeant(it) ? { ...it, version, purl: purlOf(it.ecosystem, it.name, version) } : it));
}
