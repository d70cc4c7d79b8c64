import type { Finding, Package } from '@plumbline/core';
import { waysIn } from '../advisories/paths.ts';
import { textsOf, type ProjectFiles } from '../project.ts';
import { endOfLife } from './end-of-life.ts';
import { gitBranches, lockedAddresses, outdatedLocks, plainRegistries } from './locks.ts';
import { maintenance } from './maintenance.ts';
import { marks } from './marks.ts';
import { mixedRegistries, registryFiles } from './mixed-registries.ts';
import { findingOf, type Check, type HealthProject, type Remark } from './remark.ts';
import { healthRule } from './rules.ts';
import { scopedRegistries, scopeFiles } from './scoped-registries.ts';

/** Files that are read for how they say where libraries come from. */
export const healthFiles: readonly string[] = [...scopeFiles, ...registryFiles];

const checks: readonly Check[] = [
  marks,
  endOfLife,
  maintenance,
  mixedRegistries,
  scopedRegistries,
  lockedAddresses,
  plainRegistries,
  gitBranches,
  outdatedLocks,
];

/** What is known beside the project itself. A project that has no such data is told what its files say. */
export type HealthFacts = Pick<HealthProject, 'today'> &
  Partial<Pick<HealthProject, 'lifecycles' | 'scorecardOf' | 'numberOf'>>;

/** What is wrong with libraries though nobody has found a vulnerability in them, as findings of the line that shows it. */
export function healthFindings(packages: readonly Package[], files: ProjectFiles, facts: HealthFacts): Finding[] {
  const project: HealthProject = {
    lifecycles: undefined,
    scorecardOf: () => undefined,
    numberOf: (rule, name) => healthRule(rule).arguments?.[name] ?? 0,
    ...facts,
    packages,
    texts: textsOf(files),
  };
  const remarks = once(checks.flatMap((it) => [...it(project)]));
  let ways: ReturnType<typeof waysIn> | undefined;
  return remarks.map((it) => findingOf(it, it.package ? (ways ??= waysIn(packages))(it.package.id) : []));
}

/** Two copies of a library in one file are told of once. */
function once(remarks: readonly Remark[]): readonly Remark[] {
  const seen = new Set<string>();
  return remarks.filter(({ rule, package: found, location, subject = '' }) => {
    const key = `${location.file}\0${found?.purl ?? subject}\0${rule}`;
    return !seen.has(key) && seen.add(key);
  });
}
