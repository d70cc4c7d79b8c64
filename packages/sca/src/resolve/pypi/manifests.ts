import type { Package, Problem } from '@plumbline/core';
import { normalName } from '../../lockfiles/python.ts';
import type { ProjectTexts } from '../../project.ts';
import { packagesOfGraph, type Resolution, type Resolved, type Rooted } from '../packages-of.ts';
import type { Asking } from '../question.ts';
import { Unresolved } from '../unresolved.ts';
import type { PythonEnvironment } from './environment.ts';
import { holdsMarker } from './marker.ts';
import { idOf, solve, type PythonPin, type PythonSolution, type PythonWish } from './solve.ts';
import { constraintsOf, requirementOf } from './written.ts';

const named =
  /(?:^|\/)(?:[^/]*requirements[^/]*\.txt|requirements\/[^/]*\.txt|pyproject\.toml|setup\.cfg|setup\.py|Pipfile)$/;

/** The manifests of Python that name packages and have no lock, resolved; requirements files with those that they include. */
export function resolvePythonManifests(
  project: ProjectTexts,
  byFile: ReadonlyMap<string, readonly Package[]>,
  asking: Asking,
  environment: PythonEnvironment,
): readonly Resolution[] {
  const manifests = [...byFile].filter(([path, list]) => list[0]?.ecosystem === 'pypi' && isOpen(path, list, project));
  const files = manifests.map(([path]) => path);
  const included = new Map(files.map((it) => [it, constraintsOf(project, [it]).included]));
  const taken = new Set([...included.values()].flatMap((it) => [...it]));
  return files
    .filter((it) => !taken.has(it))
    .map((path) => {
      const group = withIncluded(path, included).filter((it) => byFile.has(it));
      return resolveGroup(
        { project, path, group, declared: group.flatMap((it) => byFile.get(it) ?? []) },
        asking,
        environment,
      );
    });
}

/** Whether a file names packages without saying what they bring along. pip-compile's files say it: they are locks. */
function isOpen(path: string, list: readonly Package[], project: ProjectTexts): boolean {
  return (named.test(path) || isIncluded(path, project)) && !list.some((it) => it.dependencies.length > 0);
}

function isIncluded(path: string, project: ProjectTexts): boolean {
  return /\.(?:txt|in)$/.test(path) && project.has(path);
}

function withIncluded(path: string, included: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const all = new Set([path]);
  for (const it of all) for (const other of included.get(it) ?? []) all.add(other);
  return [...all];
}

interface Group {
  readonly project: ProjectTexts;
  readonly path: string;
  readonly group: readonly string[];
  readonly declared: readonly Package[];
}

function resolveGroup(
  { project, path, group, declared }: Group,
  asking: Asking,
  environment: PythonEnvironment,
): Resolution {
  const asked = declared
    .map((it) => ({ declared: it, requirement: requirementOf(project, it) }))
    // What is not installed here is not resolved, and stays as it is.
    .filter(({ requirement: { marker } }) => marker === undefined || (holdsMarker(marker, environment) ?? true));
  const { specifiers } = constraintsOf(project, group);
  const solutionOf = (list: typeof asked): PythonSolution =>
    solve(
      list.map((it) => it.requirement),
      asking,
      environment,
      specifiers,
    );
  const whole = solutionOf(asked);
  // What is for development need not fit what runs.
  const running = whole.conflict ? asked.filter((it) => it.declared.scopes.includes('runtime')) : asked;
  const part = running.length > 0 && running.length < asked.length ? solutionOf(running) : whole;
  const solution: PythonSolution = { ...part, conflict: whole.conflict };
  const nodes = nodesOf(solution);
  const roots = declared.map((it): Rooted => {
    const own = running.find((one) => one.declared === it);
    const name = own && normalName(own.requirement.name);
    return { declared: it, to: name !== undefined && it.origin === 'registry' && nodes.has(name) ? name : undefined };
  });
  const packages = packagesOfGraph({ ecosystem: 'pypi', path, roots, nodes: [...nodes.values()] });
  return { packages, problems: problemsOf(path, solution, roots) };
}

/** A package and the same with extras are one node. */
function nodesOf({ pins }: PythonSolution): ReadonlyMap<string, Resolved> {
  const nodes = new Map<string, Resolved>();
  for (const it of pins.values()) {
    const known = nodes.get(it.name);
    const edges = [...(known?.edges ?? []), ...edgesOf(it)];
    nodes.set(it.name, { key: it.name, name: it.name, version: it.version, edges });
  }
  return nodes;
}

function edgesOf({ name, wishes }: PythonPin): Resolved['edges'] {
  return wishes.flatMap(({ requirement }) => {
    const to = normalName(requirement.name);
    return to === name ? [] : [{ to, requested: requirement.specifier, scope: 'runtime' as const }];
  });
}

function problemsOf(
  path: string,
  { failures, conflict, isCut }: PythonSolution,
  roots: readonly Rooted[],
): readonly Problem[] {
  const reporter = new Unresolved(path);
  const places = new Map(roots.map(({ declared }) => [normalName(declared.name), declared.location]));
  if (isCut) reporter.cut();
  if (conflict) reporter.add('all of it', `no versions fit together: ${described(conflict)}`);
  for (const [wish, reason] of failures) {
    const { name, specifier } = wish.requirement;
    const who = wish.parent === undefined ? '' : ` (asked for by ${wish.parent})`;
    reporter.add(
      `${name} ${specifier}${who}`.replace(/ {2,}/g, ' ').trimEnd(),
      reason,
      places.get(normalName(wish.parent?.replace(/\[.*$/s, '') ?? name)),
    );
  }
  return reporter.problems;
}

/** Units: wishes that are told. */
const maxTold = 6;

function described(conflict: readonly PythonWish[]): string {
  const all = conflict.map(
    ({ requirement, parent }) => `${parent ?? 'the project'} wants ${idOf(requirement)}${requirement.specifier}`,
  );
  return [...new Set(all)].slice(0, maxTold).join(', ');
}
