import type { Package, Problem } from '@plumbline/core';
import type { ProjectFiles } from '../project.ts';
import { textsOf } from '../project.ts';
import { resolvePoms, type MavenProject } from './maven/manifests.ts';
import { resolveNodeManifests } from './npm/manifests.ts';
import { pythonEnvironment } from './pypi/environment.ts';
import { resolvePythonManifests } from './pypi/manifests.ts';
import type { Resolution } from './packages-of.ts';
import { Asking, type Question, type Registries } from './question.ts';

/** What it is resolved for. */
export interface ResolveOptions {
  /** The version of Python; 3.12 when left out. */
  readonly python?: string | undefined;
}

/** What a round of resolving came to. */
export interface ResolutionRound {
  readonly packages: readonly Package[];
  readonly problems: readonly Problem[];
  /** Manifests that were read anew: what `extract` told of them is told here again, as far as it still holds. */
  readonly reread: ReadonlySet<string>;
  /** What to ask before another round comes to more; when it is empty, this was the last. */
  readonly missing: readonly Question[];
}

/**
 * Resolves what manifests without a lock name, with what registries have answered so far. `packages` are those of `extract`;
 * those of other files come back as they are.
 */
export function resolverOf(
  files: ProjectFiles,
  packages: readonly Package[],
  { python }: ResolveOptions = {},
): (registries: Registries) => ResolutionRound {
  const project = textsOf(files);
  const byFile = byManifest(packages);
  const environment = pythonEnvironment(python);
  let poms: MavenProject | undefined;
  return (registries) => {
    const asking = new Asking(registries);
    const maven = resolvePoms(files, asking, poms);
    poms = maven.project;
    const resolutions: readonly Resolution[] = [
      ...maven.resolutions,
      ...resolveNodeManifests(project, byFile, asking),
      ...resolvePythonManifests(project, byFile, asking, environment),
    ];
    const resolved = new Map(resolutions.flatMap((it) => it.packages.map((one) => [one.id, one] as const)));
    const own = packages.map((it) => {
      const found = resolved.get(it.id) ?? it;
      resolved.delete(it.id);
      return found;
    });
    return {
      packages: [...own, ...resolved.values()],
      problems: resolutions.flatMap((it) => it.problems),
      reread: new Set(resolutions.flatMap((it) => it.file ?? [])),
      missing: [...asking.missing.values()],
    };
  };
}

/** By the manifest that names them: what is in front of `#` in their ids. */
function byManifest(packages: readonly Package[]): ReadonlyMap<string, readonly Package[]> {
  const byFile = new Map<string, Package[]>();
  for (const it of packages) {
    const file = it.id.slice(0, it.id.indexOf('#'));
    const known = byFile.get(file);
    if (known) known.push(it);
    else byFile.set(file, [it]);
  }
  return byFile;
}
