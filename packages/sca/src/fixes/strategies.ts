import { registries, type Package } from '@plumbline/core';
import type { AdvisorySource } from '../advisories/advisory.ts';
import { folderOf } from '../project.ts';
import type { Candidate, Choice, Release, VersionSource } from './candidates.ts';
import type { TextEdit } from './edit.ts';
import { quoted, type Manager } from './managers.ts';
import type { Pin } from './manifests/manifest-format.ts';
import { lockChanged, wishChanged } from './npm-lock.ts';
import { rangesOf } from './ranges.ts';
import { manifestsFor, sitesOf, type Site, type Workspace } from './workspace.ts';

/**
 * How a version is changed: inside the ranges that are asked for, by raising the project's own requirement, against what
 * others ask for, or by doing without.
 */
export const strategies = ['in-range', 'relax', 'override', 'remove'] as const;
export type Strategy = (typeof strategies)[number];

/** A vulnerable version in one file, and what is known about it. */
export interface Task {
  readonly occurrences: readonly Package[];
  readonly found: Package;
  readonly packages: readonly Package[];
  /** Who asks for a package, by its id. */
  readonly users: ReadonlyMap<string, readonly User[]>;
  readonly workspace: Workspace;
  readonly releases: VersionSource;
  readonly source: AdvisorySource;
  readonly choice: Choice;
  /** Ids of the packages that get another version, too: what they ask for now says nothing. */
  readonly changing: ReadonlySet<string>;
  readonly manager: Manager | undefined;
  /** Ids of packages that no manager exchanges. */
  readonly bundled: ReadonlyMap<string, string>;
  /** Ids of packages that get newer releases by plans made before: what they ask for now says nothing. */
  readonly raised: ReadonlySet<string>;
  readonly isBad: boolean;
  readonly isUsed: boolean | undefined;
}

export interface User {
  readonly from: Package;
  readonly requested: string | undefined;
}

/** One way to do it. */
export interface Attempt {
  readonly target: Candidate | undefined;
  readonly edits: readonly TextEdit[];
  readonly command: string | undefined;
  readonly note: string;
  /** Ids of other packages that get newer releases with it. */
  readonly raises?: readonly string[];
  /** Why it would not hold, as far as that can be seen. */
  readonly blocked?: string | undefined;
}

/** The version to go to: the closest without any, else the closest with the least left. */
export function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  const left = (it: Candidate): number => it.remaining.length + it.added.length;
  const helping = candidates.filter(
    (it) => it.fixed.length > 0 && it.added.every((one) => one.severity !== 'critical'),
  );
  const least = Math.min(...helping.map(left));
  return helping.find((it) => left(it) === least);
}

/** The ranges that the packages of the project ask for it with. */
function wishesOf({ occurrences, users }: Task): readonly (string | undefined)[] {
  return occurrences.flatMap(({ id }) => (users.get(id) ?? []).map((it) => it.requested));
}

/** Who asks for it in a way that does not let a version in. */
function opponents({ found, occurrences, users, changing }: Task, version: string): readonly User[] {
  const grammar = rangesOf(found.ecosystem);
  return occurrences
    .flatMap(({ id }) => users.get(id) ?? [])
    .filter(({ from, requested }) => {
      const isSure = requested !== undefined && !changing.has(from.id);
      return isSure && grammar?.admits(requested, version) === false;
    });
}

/** Where only one version can be installed, nobody may be against it. */
function blockedBy(task: Task, version: string): string | undefined {
  const [first] = task.manager?.nests ? [] : opponents(task, version);
  if (!first) return undefined;
  const { from, requested = '' } = first;
  return `${from.name} ${from.version} asks for ${requested}, which leaves ${version} out: raise ${from.name} first.`;
}

/** The best of those that nobody is against; the best of all when there is none. */
export function targetOf(task: Task): Candidate | undefined {
  const { choice } = task;
  return bestOf(choice.all.filter((it) => blockedBy(task, it.version) === undefined)) ?? bestOf(choice.all);
}

export function inRange(task: Task): readonly Attempt[] {
  const { found, choice, workspace, manager, occurrences } = task;
  const grammar = rangesOf(found.ecosystem);
  if (!grammar || !manager) return [];
  const own = found.direct ? sitesOf(workspace, found).map((it) => it.requirement.range) : [];
  const all = [...wishesOf(task), ...own];
  const assumed = manager.assumesCompatible ? `^${found.version}` : undefined;
  const ranges = (all.length === 0 ? [undefined] : all).map((it) => it ?? assumed);
  const admitted = choice.all.filter(({ version }) =>
    ranges.every((it) => it !== undefined && grammar.admits(it, version) === true),
  );
  const target = bestOf(admitted);
  if (!target) return [];
  const command = manager.update?.(found.name, target.version);
  const edits = lockEdits(task, target.version, occurrences);
  const what = `${target.version} is inside what is asked for`;
  const note = edits.length > 0 ? `${what}: only the lock file changes.` : `${what}: the package manager takes it.`;
  if (edits.length > 0)
    return [{ target, edits, command: runIn(task, manager.refresh(found.name, target.version)), note }];
  return command === undefined ? [] : [{ target, edits, command: runIn(task, command), note }];
}

/** Edits of the lock file itself, for the formats where that is safe. */
function lockEdits(
  { workspace, releases, found, manager }: Task,
  version: string,
  list: readonly Package[],
): readonly TextEdit[] {
  const file = found.location.file;
  const release = releaseOf(releases, found, version);
  if (manager?.id !== 'npm' || !release) return [];
  const edits: TextEdit[] = [];
  for (const { id } of list) {
    const text = workspace.text(file) ?? '';
    const changes = lockChanged(text, { key: id.slice(id.indexOf('#') + 1), release });
    if (!changes) return [];
    edits.push(...changes.map((it) => ({ file, ...it })));
  }
  return edits;
}

function releaseOf(releases: VersionSource, { ecosystem, name }: Package, version: string): Release | undefined {
  return releases.versions(ecosystem, name)?.find((it) => it.version === version);
}

/** The project's own requirement, raised. */
export function relax(task: Task): readonly Attempt[] {
  const { found, workspace } = task;
  const grammar = rangesOf(found.ecosystem);
  const listed = sitesOf(workspace, found);
  const sites = found.direct || listed.some((it) => it.file === found.location.file) ? listed : [];
  const target = targetOf(task);
  if (!grammar || !target || sites.length === 0) return [];
  const raised = sites.flatMap((site): readonly { readonly site: Site; readonly range: string }[] => {
    const { range } = site.requirement;
    // Another workspace may ask for another version of it.
    if (range !== '' && grammar.admits(range, found.version) === false) return [];
    const fresh = grammar.raise(range, target.version);
    if (fresh === undefined || fresh === range) return [];
    return [{ site: isPatchOfOne(range, fresh) ? itself(site) : site, range: fresh }];
  });
  if (raised.length === 0) return [];
  const isOpposed = task.manager?.nests === true && (opponents(task, target.version).length > 0 || keepsOthers(task));
  const pins = isOpposed && found.ecosystem === 'npm' ? pinEdits(task, target.version, true) : [];
  const edits = [
    ...raised.map(({ site, range }) => siteEdit(site, range)),
    ...pins,
    ...lockOfRelax(task, target, raised),
  ];
  const note = `${raised.map(({ site, range }) => `${site.file} asks for ${range} instead of ${site.requirement.range || written(site)}`).join('; ')}.`;
  const blocked = blockedBy(task, target.version);
  return [{ target, edits, command: commandOfRelax(task, target.version), note, blocked }];
}

/** `2.13.4.2` for `2.13.4`: what is released together has no such version, one of it was mended alone. */
function isPatchOfOne(range: string, fresh: string): boolean {
  return fresh.startsWith(`${range}.`);
}

function written({ requirement: { variable } }: Site): string {
  return variable === undefined ? 'any version' : variable;
}

/** The place that is about this package alone. */
function itself(site: Site): Site {
  return site.alone ? { ...site, ...site.alone } : site;
}

/** Others who ask for it too, of managers that keep what a lock file has for each who asks. */
function othersOf({ occurrences, users, manager }: Task): readonly User[] {
  if (manager?.nests !== true || manager.id === 'npm') return [];
  return occurrences.flatMap(({ id }) => users.get(id) ?? []).filter(({ from }) => from.origin !== 'workspace');
}

/** Whether others would stay with the old version, and no command brings them on. */
function keepsOthers(task: Task): boolean {
  return task.manager?.update === undefined && othersOf(task).length > 0;
}

function commandOfRelax(task: Task, version: string): string | undefined {
  const { found, manager } = task;
  const refresh = refreshOf(task, version);
  if (!manager?.update || othersOf(task).length === 0 || opponents(task, version).length > 0) return refresh;
  return runIn(task, `${manager.refresh(found.name, version)} && ${manager.update(found.name, version)}`);
}

export function siteEdit({ file, requirement }: Site, range: string): TextEdit {
  const [before, after] = requirement.frame ?? ['', ''];
  return { file, start: requirement.start, end: requirement.end, text: before + range + after };
}

/** The lock file along with the manifest, where all of it is known. */
function lockOfRelax(
  task: Task,
  { version }: Candidate,
  raised: readonly { readonly site: Site; readonly range: string }[],
): readonly TextEdit[] {
  const { found, occurrences, workspace } = task;
  const lock = found.location.file;
  const edits = lockEdits(task, version, occurrences);
  if (edits.length === 0) return [];
  const root = folderOf(lock);
  const wishes = raised.flatMap(({ site, range }) => {
    const folder = folderOf(site.file).slice(root === '' ? 0 : root.length + 1);
    return wishChanged(workspace.text(lock) ?? '', folder, found.name, range).map((it) => ({ file: lock, ...it }));
  });
  return [...edits, ...wishes];
}

export function override(task: Task): readonly Attempt[] {
  const { found } = task;
  const target = targetOf(task);
  if (!target || found.direct) return [];
  const edits = pinEdits(task, target.version, false);
  const [first] = edits;
  if (!first) return [];
  const note = `${first.file} gives ${found.name} the version ${target.version}, whatever others ask for. Test what uses it.`;
  // Only those of npm go against what others ask for.
  const blocked = goesAlong(task) ?? blockedBy(task, target.version);
  return [{ target, edits, command: refreshOf(task, target.version), note, blocked }];
}

/** Newer releases of all who ask for it may want another version than the one that they would be given. */
function goesAlong({ occurrences, users, raised }: Task): string | undefined {
  const asking = occurrences.flatMap(({ id }) => users.get(id) ?? []).map((it) => it.from);
  if (asking.length === 0 || !asking.every((it) => raised.has(it.id))) return undefined;
  const names = [...new Set(asking.map((it) => it.name))].join(', ');
  return `${names} will be another release: run the command, then plan again.`;
}

function pinEdits(task: Task, version: string, isDirect: boolean): readonly TextEdit[] {
  const { found, workspace, manager } = task;
  // npm wants the project's own requirement and an override of it to be the same.
  const value = isDirect && manager?.id === 'npm' ? `$${found.name}` : version;
  const only = isDirect ? undefined : onlyOf(task);
  for (const { file, format } of manifestsFor(workspace, found)) {
    const pin = { name: found.name, version: value, only };
    const made = format.pin?.(workspace.text(file) ?? '', pin, manager?.id ?? '') ?? [];
    if (made.length > 0) return made.map((it) => ({ file, ...it }));
  }
  return [];
}

/** Which of several versions is meant; undefined when there is one. */
function onlyOf(task: Task): Pin['only'] {
  const { found, packages, occurrences, users } = task;
  const { normalName } = registries[found.ecosystem];
  const isSame = (it: Package): boolean =>
    it.location.file === found.location.file && normalName(it.name) === normalName(found.name);
  if (packages.every((it) => !isSame(it) || it.version === found.version)) return undefined;
  const all = occurrences.flatMap(({ id }) => users.get(id) ?? []);
  return {
    version: found.version,
    users: [...new Set(all.map((it) => it.from.name))],
    ranges: [...new Set(all.flatMap((it) => it.requested ?? []))],
  };
}

/** Only what is malicious, or what nothing uses for sure. */
export function remove(task: Task): readonly Attempt[] {
  const { found, workspace, isBad, isUsed } = task;
  if (!found.direct || !(isBad || isUsed === false)) return [];
  const edits = sitesOf(workspace, found).flatMap(({ file, requirement }) => {
    const [start, end] = requirement.whole ?? [];
    return start === undefined || end === undefined ? [] : [{ file, start, end, text: '' }];
  });
  if (edits.length === 0) return [];
  const why = isBad ? 'it is malicious' : 'nothing imports it';
  return [
    { target: undefined, edits, command: refreshOf(task, ''), note: `${found.name} is asked for no more: ${why}.` },
  ];
}

function refreshOf(task: Task, version: string): string | undefined {
  const { manager, found } = task;
  return manager && runIn(task, manager.refresh(found.name, version).replace('FILE', quoted(found.location.file)));
}

export function runIn({ found, manager }: Task, command: string): string {
  const folder = folderOf(found.location.file);
  return folder === '' || manager?.id === 'pip' ? command : `(cd ${quoted(folder)} && ${command})`;
}
