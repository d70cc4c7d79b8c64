import { registries, type Finding, type Package } from '@plumbline/core';
import { isMalicious, type AdvisorySource } from '../advisories/advisory.ts';
import { bundledIn } from './bundled.ts';
import { choiceFor, type Candidate, type Choice, type VersionSource } from './candidates.ts';
import type { TextEdit } from './edit.ts';
import { managerOf } from './managers.ts';
import type { Attempt, Strategy, Task } from './strategies.ts';
import { tries, type Try } from './tries.ts';
import { verify } from './verify.ts';
import { Workspace } from './workspace.ts';
import type { ProjectFiles } from '../project.ts';
import type { Change } from './unified-diff.ts';

/** What is to be done about one version of a package in one file. */
export interface FixPlan {
  /** Its first occurrence. */
  readonly package: Package;
  readonly choice: Choice;
  readonly target: Candidate | undefined;
  readonly strategy: Strategy | undefined;
  /** Offsets in the texts as the plans before this one leave them. */
  readonly edits: readonly TextEdit[];
  /** What is to be run afterwards, and in which folder. */
  readonly command: string | undefined;
  /**
   * `verified`: the edited files were read again, and what was to go is gone. `expected`: so it will be once the command
   * has run. `failed`: it is not. `none`: there is nothing that can be done.
   */
  readonly outcome: 'verified' | 'expected' | 'failed' | 'none';
  readonly gone: readonly string[];
  readonly stays: readonly string[];
  readonly added: readonly string[];
  /** For a person. */
  readonly reason: string;
}

export interface FixOptions {
  readonly source: AdvisorySource;
  readonly releases?: VersionSource | undefined;
  /** In this order; all when left out. */
  readonly strategies?: readonly Strategy[] | undefined;
  /** Packages of these names alone. */
  readonly names?: readonly string[] | undefined;
  /** Whether a package is used: `false` only when it is sure that nothing does. */
  readonly isUsed?: ((found: Package) => boolean | undefined) | undefined;
}

/** What to do about all vulnerable packages, and how the files look afterwards. */
export interface Fixes {
  readonly plans: readonly FixPlan[];
  /** Of the plans that are verified or expected to help, together. */
  readonly changes: readonly Change[];
}

const nothingKnown: VersionSource = { versions: () => undefined };

/**
 * Plans how to be rid of the vulnerabilities that were found. Pure: files are values, nothing is fetched, no package
 * manager is asked. Each plan builds on the edits of those before it.
 */
export function planFixes(
  files: ProjectFiles,
  packages: readonly Package[],
  findings: readonly Finding[],
  options: FixOptions,
): Fixes {
  const users = usersOf(packages);
  const versions = versionsIn(packages);
  const spots = spotsOf(packages, findings, options.names);
  const changing = new Set(spots.flat().map((it) => it.id));
  const initial = new Workspace(files);
  const bundled = bundledIn(initial, spots.flat());
  const raised = new Set<string>();
  const plans: (FixPlan | undefined)[] = spots.map(() => undefined);
  let workspace = initial;
  // What goes against others comes when it is known who of them is raised.
  const rounds = (options.strategies?.length ?? 0) > 0 ? [tries(options.strategies)] : [gentle, tries(undefined)];
  for (const allowed of rounds) {
    for (const [at, all] of spots.entries()) {
      if (plans[at] && isPlanned(plans[at])) continue;
      const shared = { packages, users, versions, changing, workspace, bundled, raised, options };
      const { plan, after, raises } = planSpot(all, shared, allowed, initial);
      plans[at] = plan;
      if (!isPlanned(plan)) continue;
      workspace = after;
      for (const id of raises) raised.add(id);
    }
  }
  const changes = workspace.changes.filter((it) => it.before !== it.after);
  return { plans: plans.filter((it) => it !== undefined), changes };
}

const gentle = tries(undefined).filter((it) => it.strategy !== 'override' && it.strategy !== 'remove');

/** One version in one file. What nothing can change is told of with it. */
function planSpot(all: readonly Package[], shared: Planning, allowed: readonly Try[], initial: Workspace): Planned {
  const { bundled, workspace, options } = shared;
  const fixed = all.filter((it) => bundled.has(it.id));
  const free = all.filter((it) => !bundled.has(it.id));
  const task = taskFor(free.length > 0 ? free : all, shared);
  const none = { plan: unplanned(task), after: workspace, raises: [] };
  const first = free.length > 0 ? planFor(task, options, allowed) : none;
  const made = isPlanned(first.plan) ? first : (doneBefore(task, initial, options) ?? first);
  return fixed.length === 0 ? made : { ...made, plan: beside(made.plan, whyBundled(fixed, bundled)) };
}

/** The occurrences of each vulnerable version in each file, in order of the findings. */
export function spotsOf(
  packages: readonly Package[],
  findings: readonly Finding[],
  names: readonly string[] | undefined,
): readonly (readonly Package[])[] {
  const byId = new Map(packages.map((it) => [it.id, it]));
  const bySpot = new Map<string, Package[]>();
  for (const it of packages) {
    const key = keyOf(it);
    const known = bySpot.get(key);
    if (known) known.push(it);
    else bySpot.set(key, [it]);
  }
  const wanted = new Set(names?.map((it) => it.toLowerCase()));
  const keys = findings.flatMap((it): readonly string[] => {
    const found = it.package && byId.get(it.package.id);
    if (!found || it.category !== undefined || it.suppressions.length > 0) return [];
    return wanted.size === 0 || wanted.has(found.name.toLowerCase()) ? [keyOf(found)] : [];
  });
  return [...new Set(keys)].map((it) => bySpot.get(it)!);
}

function keyOf({ location, purl }: Package): string {
  return `${location.file}\0${purl}`;
}

/** Who asks for a package, by its id. */
export function usersOf(packages: readonly Package[]): Task['users'] {
  const users = new Map<string, { readonly from: Package; readonly requested: string | undefined }[]>();
  for (const from of packages)
    for (const { id, requested } of from.dependencies) {
      const list = users.get(id);
      if (list) list.push({ from, requested });
      else users.set(id, [{ from, requested }]);
    }
  return users;
}

/** The versions that a project has of each package: one of them may be what another place needs. */
export type VersionsHere = (of: Package) => readonly string[];

export function versionsIn(packages: readonly Package[]): VersionsHere {
  const keyOf = ({ ecosystem, name }: Package): string => `${ecosystem}\0${name}`;
  const known = new Map<string, string[]>();
  for (const it of packages) {
    if (it.version === '') continue;
    const list = known.get(keyOf(it));
    if (list) list.push(it.version);
    else known.set(keyOf(it), [it.version]);
  }
  return (of) => known.get(keyOf(of)) ?? [];
}

interface Planning extends Pick<Task, 'packages' | 'users' | 'changing' | 'workspace' | 'bundled' | 'raised'> {
  readonly versions: VersionsHere;
  readonly options: FixOptions;
}

/** What is known about one version of a package in one file. */
export function taskFor(occurrences: readonly Package[], { options, versions, ...rest }: Planning): Task {
  const found = occurrences[0]!;
  const { source, releases = nothingKnown } = options;
  const choice = choiceFor(found, versions(found), source, releases);
  const file = found.location.file;
  return {
    ...rest,
    occurrences,
    found,
    releases,
    source,
    choice,
    manager: managerOf(file, rest.workspace.text(file) ?? ''),
    isBad: choice.present.some((it) => isMalicious(it.id)),
    isUsed: options.isUsed?.(found),
  };
}

interface Planned {
  readonly plan: FixPlan;
  /** The files as the plan leaves them. */
  readonly after: Workspace;
  /** Ids of the packages that get newer releases with it. */
  readonly raises: readonly string[];
}

/** The first strategy that helps. */
function planFor(task: Task, { source }: FixOptions, allowed: readonly Try[]): Planned {
  const { found, choice, workspace } = task;
  const base = { package: found, choice };
  const failures: FixPlan[] = [];
  for (const { strategy, attempt } of allowed) {
    for (const made of attempt(task)) {
      const after = workspace.with(overlap(made.edits) ? [] : made.edits);
      const plan = { ...base, ...judged(made, { strategy, task, source, after }) };
      if (plan.outcome !== 'failed') return { plan, after, raises: made.raises ?? [] };
      failures.push(plan);
    }
  }
  const plan = failures[0] ?? { ...base, ...nothing, reason: whyNothing(task) };
  return { plan, after: workspace, raises: [] };
}

function isPlanned({ outcome }: FixPlan): boolean {
  return outcome === 'verified' || outcome === 'expected';
}

/** What the edits for another package have done for this one already: a version that several share. */
function doneBefore(task: Task, initial: Workspace, { source }: FixOptions): Planned | undefined {
  const { found, choice, workspace, occurrences, bundled } = task;
  if (workspace === initial) return undefined;
  const seen = verify({ before: initial, after: workspace, occurrences, bundled, version: found.version, source });
  if (!seen.isRead || seen.gone.length === 0) return undefined;
  const { normalName } = registries[found.ecosystem];
  const now = workspace.read(found.location.file).find((it) => normalName(it.name) === normalName(found.name));
  const target = choice.all.find((it) => it.version === now?.version);
  const reason = 'The edit for another place does it.';
  const made = { target, strategy: 'relax', edits: [], command: undefined, outcome: 'verified', reason } as const;
  return { plan: { package: found, choice, ...made, ...shownOf(seen) }, after: workspace, raises: [] };
}

function unplanned({ found, choice }: Task): FixPlan {
  return { package: found, choice, ...nothing, reason: '' };
}

/** Copies that nothing changes keep what they have: nothing of it is gone from the file. */
function beside(plan: FixPlan, why: string): FixPlan {
  return { ...plan, gone: [], stays: [...plan.gone, ...plan.stays], reason: `${plan.reason} ${why}`.trim() };
}

function whyBundled(fixed: readonly Package[], bundled: ReadonlyMap<string, string>): string {
  const around = [...new Set(fixed.map((it) => bundled.get(it.id) ?? ''))].join(', ');
  const what = fixed.length === 1 ? 'It comes' : `${fixed.length} copies of it come`;
  return `${what} inside the archive of ${around}: only another release of that has another.`;
}

const nothing = {
  target: undefined,
  strategy: undefined,
  edits: [],
  command: undefined,
  outcome: 'none',
  gone: [],
  stays: [],
  added: [],
} as const;

type Judged = Omit<FixPlan, 'package' | 'choice'>;

interface Judging {
  readonly strategy: Strategy;
  readonly task: Task;
  readonly source: AdvisorySource;
  readonly after: Workspace;
}

function judged(made: Attempt, { strategy, task, source, after }: Judging): Judged {
  const { target, edits, command, note, blocked } = made;
  const none = { target, strategy, command: undefined, outcome: 'failed', gone: [], stays: [], added: [] } as const;
  if (blocked !== undefined) return { ...none, edits: [], reason: blocked };
  if (overlap(edits)) return { ...none, edits: [], reason: 'Two of its edits are of the same place.' };
  const { workspace: before, occurrences, bundled } = task;
  const seen = verify({ before, after, occurrences, bundled, version: target?.version, source });
  const helps = seen.gone.length > 0 && (edits.length > 0 || command !== undefined);
  const outcome = !helps ? 'failed' : seen.isRead ? 'verified' : 'expected';
  const failed = 'Reading the edited files again did not show that anything is better.';
  return { target, strategy, edits, command, outcome, ...shownOf(seen), reason: helps ? note : failed };
}

/** Whether two edits want the same stretch of text. */
function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = edits.toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)) || a.start - b.start);
  return sorted.some((it, at) => {
    const next = sorted[at + 1];
    return next !== undefined && next.file === it.file && next.start < it.end;
  });
}

function shownOf({ gone, stays, added }: ReturnType<typeof verify>): Pick<FixPlan, 'gone' | 'stays' | 'added'> {
  return { gone, stays, added };
}

function whyNothing({ found, choice, isBad }: Task): string {
  if (isBad) return 'It is malicious: remove it, and find out who asks for it (plumb why).';
  if (choice.all.length === 0) return 'No version without this is known.';
  const where = found.location.file;
  return `No place was found where ${where} or a manifest near it could ask for another version.`;
}
