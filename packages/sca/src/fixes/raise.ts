/**
 * A package that others bring, fixed by newer releases of those: up the ways that it comes in on, until everybody who asks
 * lets the new version in. What a newer release asks for its registry tells; where packages are released together, each
 * asking for its own version of the other, that tells it, too.
 */
import type { Package } from '@plumbline/core';
import { choiceFor, type Candidate } from './candidates.ts';
import { rangesOf } from './ranges.ts';
import { bestOf, runIn, siteEdit, type Attempt, type Task, type User } from './strategies.ts';
import { sitesOf } from './workspace.ts';
import type { TextEdit } from './edit.ts';

/** Units: packages on the ways up. A chain that is longer moves too much. */
const mostRaised = 40;

/** Units: versions that would do. */
const mostVersions = 200;

/** A package that is to have a newer version. Shape: any of `versions` does; the first is the nearest. */
interface Raised {
  readonly package: Package;
  readonly versions: readonly string[];
}

/** New versions of those who bring it in. */
export function raise(task: Task): readonly Attempt[] {
  const { found, choice, manager, occurrences } = task;
  const nearest = bestOf(choice.all);
  if (found.direct || !manager || !nearest) return [];
  const good = choice.all.filter((it) => left(it) === left(nearest)).slice(0, mostVersions);
  const versions = good.map((it) => it.version);
  const raised = new Map<string, Raised>();
  const isDone = occurrences.every((it) => lift(task, { package: it, versions }, raised));
  const roots = [...raised.values()].filter((it) => it.package.direct);
  const wishes = roots.map((it) => wishFor(task, it));
  if (!isDone || roots.length === 0 || wishes.includes(undefined)) return [];
  const stay = roots.filter((_, at) => wishes[at]!.edits.length === 0);
  // Others who let it in already keep what the lock file has for them.
  const others = usersOf(task).some((it) => !raised.has(it.from.id));
  if ((stay.length > 0 || others) && !manager.update) return [];
  const commands = roots.map((it) => {
    const command = stay.includes(it) ? manager.update! : manager.refresh;
    return command(it.package.name, it.versions[0]!);
  });
  const target = good.find((it) => isLetIn(task, it.version, raised)) ?? nearest;
  if (others) commands.push(manager.update!(found.name, target.version));
  return [
    {
      target,
      edits: wishes.flatMap((it) => it!.edits),
      raises: [...raised.keys()],
      command: runIn(task, [...new Set(commands)].join(' && ')),
      note: noteOf(
        task,
        { roots, raised, target },
        wishes.flatMap((it) => it!.note),
      ),
    },
  ];
}

function left({ remaining, added }: Candidate): number {
  return remaining.length + added.length;
}

interface Outcome {
  readonly roots: readonly Raised[];
  readonly raised: ReadonlyMap<string, Raised>;
  readonly target: Candidate;
}

function noteOf(task: Task, { roots, raised, target }: Outcome, asked: readonly string[]): string {
  const said = roots.map((it) => `${it.package.name} ${it.versions[0]!}`).join(', ');
  const ranges = usersOf(task).map((it) => rangeAfter(task, it, raised));
  const isWithout = ranges.every((it) => it === 'none');
  const does = isWithout
    ? roots.length === 1
      ? 'does without'
      : 'do without'
    : roots.length === 1
      ? 'brings'
      : 'bring';
  const what = isWithout ? task.found.name : `${task.found.name} ${target.version}`;
  return `${said} ${does} ${what}${asked.length > 0 ? `: ${asked.join('; ')}` : ', inside what is asked for'}.`;
}

function usersOf({ occurrences, users }: Task): readonly User[] {
  return occurrences.flatMap((it) => users.get(it.id) ?? []);
}

/** What a user will ask of the package; `none` when it asks no more, undefined when nobody knows. */
function rangeAfter(
  { found, releases }: Task,
  { from, requested }: User,
  raised: ReadonlyMap<string, Raised>,
): string | undefined {
  const version = raised.get(from.id)?.versions[0];
  if (version === undefined) return requested;
  const wishes = releases.versions(from.ecosystem, from.name)?.find((it) => it.version === version)?.dependencies;
  return wishes && (Object.hasOwn(wishes, found.name) ? wishes[found.name] : 'none');
}

function isLetIn(task: Task, version: string, raised: ReadonlyMap<string, Raised>): boolean {
  const grammar = rangesOf(task.found.ecosystem);
  const ranges = usersOf(task).map((it) => rangeAfter(task, it, raised));
  return ranges.every((it) => it === undefined || it === 'none' || grammar?.admits(it, version) === true);
}

/** Whether everybody who asks for it lets one of the versions in, themselves raised where they have to be. */
function lift(task: Task, to: Raised, raised: Map<string, Raised>): boolean {
  const waiting: Raised[] = [to];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const user of task.users.get(next.package.id) ?? []) {
      const made = letsIn(user, next) ? 'done' : raisedFor(task, user, next, raised);
      if (made === 'cannot') return false;
      if (made !== 'done') waiting.push(made);
    }
  }
  return true;
}

/** The user in a release that lets it in, put among those that are raised; `done` for one that was there and does. */
function raisedFor(task: Task, user: User, next: Raised, raised: Map<string, Raised>): Raised | 'done' | 'cannot' {
  const known = raised.get(user.from.id);
  // One that is raised for another reason has to do for this one, too.
  if (known) return asksFor(task, user.from, known.versions[0]!, next) === false ? 'cannot' : 'done';
  const version = raised.size < mostRaised ? releaseWith(task, user, next) : undefined;
  if (version === undefined) return 'cannot';
  const made = { package: user.from, versions: [version] };
  raised.set(user.from.id, made);
  return made;
}

function letsIn({ from, requested }: User, { versions }: Raised): boolean {
  const grammar = rangesOf(from.ecosystem);
  return requested === undefined || versions.some((it) => grammar?.admits(requested, it) !== false);
}

/** Whether a release of a package lets a version of another in, or does without; undefined when nobody tells. */
function asksFor(
  { releases }: Task,
  from: Package,
  release: string,
  { package: it, versions }: Raised,
): boolean | undefined {
  const wishes = releases.versions(from.ecosystem, from.name)?.find((one) => one.version === release)?.dependencies;
  if (!wishes) return undefined;
  const range = Object.hasOwn(wishes, it.name) ? wishes[it.name] : undefined;
  const grammar = rangesOf(from.ecosystem);
  return range === undefined || versions.some((version) => grammar?.admits(range, version) === true);
}

/** The nearest release of a package that lets another version of what it asks for in. */
function releaseWith(task: Task, { from, requested = '' }: User, next: Raised): string | undefined {
  const { source, releases } = task;
  if (!releases.versions(from.ecosystem, from.name))
    return isTogether(from, requested, next.package) ? next.versions[0] : undefined;
  const { all } = choiceFor(from, [], source, releases);
  const isNoWorse = (it: Candidate): boolean => it.added.length === 0;
  return all.find((it) => isNoWorse(it) && asksFor(task, from, it.version, next) === true)?.version;
}

/** Released together: both have one version, and one asks for exactly that of the other. On npm that may be chance. */
function isTogether(from: Package, requested: string, to: Package): boolean {
  const scope = to.name.slice(0, to.name.indexOf('/') + 1);
  return (
    (to.ecosystem !== 'npm' || (scope !== '' && from.name.startsWith(scope))) &&
    from.version === to.version &&
    /^[=\s]*v?[\d.]+[\w.+-]*$/.test(requested) &&
    requested.endsWith(to.version.replace(/^v/, ''))
  );
}

/** The project's requirement of a package, raised where it has to be; undefined when it cannot be. */
function wishFor(
  { workspace }: Task,
  { package: it, versions: [version = ''] }: Raised,
): { readonly edits: readonly TextEdit[]; readonly note: readonly string[] } | undefined {
  const grammar = rangesOf(it.ecosystem);
  const sites = sitesOf(workspace, it).filter(
    ({ requirement }) => grammar?.admits(requirement.range, version) === false,
  );
  const raised = sites.map((site) => ({ site, range: grammar?.raise(site.requirement.range, version) }));
  if (raised.some(({ range }) => range === undefined)) return undefined;
  return {
    edits: raised.map(({ site, range }) => siteEdit(site, range!)),
    note: raised.map(
      ({ site, range }) => `${site.file} asks for ${range!} of ${it.name} instead of ${site.requirement.range}`,
    ),
  };
}

/** Those whose releases have to be known to fix packages: they themselves, and all who bring them in. */
export function bringersOf(packages: readonly Package[], wanted: readonly Package[]): readonly Package[] {
  const users = new Map<string, Package[]>();
  for (const from of packages) {
    for (const { id } of from.dependencies) {
      const known = users.get(id);
      if (known) known.push(from);
      else users.set(id, [from]);
    }
  }
  const found = new Map(wanted.map((it) => [it.id, it]));
  const waiting = wanted.filter((it) => !it.direct);
  for (let next = waiting.pop(); next && found.size < mostBringers; next = waiting.pop()) {
    for (const user of users.get(next.id) ?? []) {
      if (found.has(user.id)) continue;
      found.set(user.id, user);
      waiting.push(user);
    }
  }
  return [...found.values()];
}

/** Units: packages that a registry is asked about. */
const mostBringers = 500;
