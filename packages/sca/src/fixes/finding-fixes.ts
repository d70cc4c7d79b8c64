import type { AffectedPackage, Finding, Fix, Package } from '@plumbline/core';
import type { AdvisorySource } from '../advisories/advisory.ts';
import type { ProjectFiles } from '../project.ts';
import { asEdits } from './edit.ts';
import type { Candidate } from './candidates.ts';
import { spotsOf, taskFor, usersOf, versionsIn } from './plan.ts';
import { relax, targetOf, type Attempt } from './strategies.ts';
import { Workspace } from './workspace.ts';

/** What lies in others' archives is not asked for by a project itself. */
const none: ReadonlyMap<string, string> = new Map();
const nobody: ReadonlySet<string> = new Set();

/**
 * Findings with the version that ends most of what their package has, and with the edits that end them, where the project asks for the library itself and only has to ask for more.
 * Each fix stands for itself: its edits are of the files as they are. They are not read again here: that is what
 * `planFixes` does.
 */
export function withFixes(
  files: ProjectFiles,
  packages: readonly Package[],
  findings: readonly Finding[],
  source: AdvisorySource,
): readonly Finding[] {
  const workspace = new Workspace(files);
  const users = usersOf(packages);
  const spots = spotsOf(packages, findings, undefined);
  const changing = new Set(spots.flat().map((it) => it.id));
  const versions = versionsIn(packages);
  const attempts = new Map<string, Attempt>();
  const targets = new Map<string, Candidate>();
  for (const spot of spots) {
    const task = taskFor(spot, {
      packages,
      users,
      versions,
      changing,
      workspace,
      bundled: none,
      raised: nobody,
      options: { source },
    });
    const [attempt] = spot.some((it) => it.direct) ? relax(task) : [];
    const target = attempt?.target ?? targetOf(task);
    for (const { id } of spot) {
      if (attempt && attempt.blocked === undefined) attempts.set(id, attempt);
      if (target) targets.set(id, target);
    }
  }
  return findings.map((it) => {
    const target = it.package && targets.get(it.package.id);
    const attempt = it.package && attempts.get(it.package.id);
    if (!it.package || !target?.fixed.some(({ id }) => id === it.rule)) return it;
    const known = { ...it, package: { ...it.package, upgrade: upgradeTo(target) } };
    return attempt ? { ...known, fixes: [fixOf(attempt, workspace)] } : known;
  });
}

function upgradeTo({ version, fixed, remaining, added }: Candidate): NonNullable<AffectedPackage['upgrade']> {
  return { version, ends: fixed.length, leaves: remaining.length + added.length };
}

function fixOf({ note, command, edits }: Attempt, workspace: Workspace): Fix {
  const description = command === undefined ? note : `${note} Then run: ${command}`;
  return { description, edits: [...asEdits(edits, (file) => workspace.text(file))] };
}
