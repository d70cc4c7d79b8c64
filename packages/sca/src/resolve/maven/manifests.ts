import type { Package, Problem } from '@plumbline/core';
import { isWholePom } from '../../lockfiles/pom-effective.ts';
import { handOnPoms, pomAt } from '../../lockfiles/pom-model.ts';
import { pom as pomFormat } from '../../lockfiles/pom.ts';
import { textsOf, type ProjectFiles, type ProjectTexts } from '../../project.ts';
import { packagesOfGraph, type Resolution } from '../packages-of.ts';
import type { Asking } from '../question.ts';
import { Unresolved } from '../unresolved.ts';
import { resolveMaven, type MavenResolved } from './resolve.ts';
import { scopeOf } from './scope.ts';

/** A project with the poms that a repository has told of. */
export interface MavenProject {
  readonly texts: ProjectTexts;
}

/**
 * The modules of a project as Maven resolves them. Their poms are read anew, with the parents and imports that are known by
 * now. `before` is the last round's project: what it has read is not read again.
 */
export function resolvePoms(
  files: ProjectFiles,
  asking: Asking,
  before: MavenProject | undefined,
): { readonly resolutions: readonly Resolution[]; readonly project: MavenProject } {
  const own = files.paths.filter((it) => /(?:^|\/)pom\.xml$/.test(it));
  const texts = textsOf({
    ...files,
    pom: (groupId, artifactId, version) => {
      const answer = asking.ask({ is: 'maven-pom', name: `${groupId}:${artifactId}`, version });
      return answer?.is === 'known' ? answer.value : files.pom?.(groupId, artifactId, version);
    },
  });
  if (before) handOnPoms(before.texts, texts, isWholePom);
  return { resolutions: own.flatMap((path) => resolvePom(texts, path, asking)), project: { texts } };
}

function resolvePom(project: ProjectTexts, path: string, asking: Asking): readonly Resolution[] {
  const pom = pomAt(project, path);
  if (!pom) return [];
  const read = pomFormat.read({ path, text: '', project });
  const found = resolveMaven(project, pom, asking);
  const roots = read.value.map((declared) => {
    const asked = declared.id.slice(declared.id.indexOf('#') + 1);
    const key = found.moved.get(asked) ?? asked;
    return { declared, to: declared.origin !== 'file' && found.nodes.has(key) ? key : undefined };
  });
  const nodes = Array.from(found.nodes.values(), ({ key, name, version, scope, isModule, edges }) => ({
    key,
    name,
    version,
    origin: isModule ? ('workspace' as const) : ('registry' as const),
    scopes: [scopeOf(scope)],
    edges: edges.map(({ to, requested }) => ({ to, requested, scope: 'runtime' as const })),
  }));
  const packages = packagesOfGraph({ ecosystem: 'maven', path, roots, nodes });
  return [{ packages, problems: [...read.problems, ...problemsOf(path, found, packages)], file: path }];
}

function problemsOf(
  path: string,
  { nodes, failures, isCut }: MavenResolved,
  packages: readonly Package[],
): readonly Problem[] {
  const reporter = new Unresolved(path);
  if (isCut) reporter.cut();
  const places = new Map(packages.map((it) => [it.id.slice(it.id.indexOf('#') + 1), it.location]));
  for (const { key, what, from, reason } of failures) {
    const asker = from === undefined ? undefined : nodes.get(from);
    const who = asker ? ` (asked for by ${asker.name} ${asker.version})` : '';
    reporter.add(`${what}${who}`, reason, places.get(key) ?? places.get(from ?? ''));
  }
  return reporter.problems;
}
