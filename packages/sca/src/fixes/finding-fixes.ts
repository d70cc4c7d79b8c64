import type { Finding, Fix, Package } from '@plumbline/core';
import type { AdvisorySource } from '../advisories/advisory.ts';
import type { ProjectFiles } from '../project.ts';
import { asEdits } from './edit.ts';
import { spotsOf, taskFor, usersOf } from './plan.ts';
import { relax, type Attempt } from './strategies.ts';
import { Workspace } from './workspace.ts';

/**
 * Findings with the edits that end them, where the project asks for the library itself and only has to ask for more.
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
  const attempts = new Map<string, Attempt>();
  for (const spot of spots.filter((all) => all.some((it) => it.direct))) {
    const task = taskFor(spot, { packages, users, changing, workspace, options: { source } });
    const [attempt] = relax(task);
    if (attempt && attempt.blocked === undefined) for (const { id } of spot) attempts.set(id, attempt);
  }
  return findings.map((it) => {
    const attempt = it.package && attempts.get(it.package.id);
    const helps = attempt?.target?.fixed.some(({ id }) => id === it.rule) ?? false;
    return attempt && helps ? { ...it, fixes: [fixOf(attempt, workspace)] } : it;
  });
}

function fixOf({ note, command, edits }: Attempt, workspace: Workspace): Fix {
  const description = command === undefined ? note : `${note} Then run: ${command}`;
  return { description, edits: [...asEdits(edits, (file) => workspace.text(file))] };
}
