/**
 * Finds versions that fit together, as pip does: one package after the other gets the newest version that all who ask for it
 * let in; where none is left, the choice that led there is taken back and the next older one is tried.
 *
 * A package with extras is one of its own, which asks for the package itself in the same version.
 *
 * Source: https://pip.pypa.io/en/stable/topics/more-dependency-resolution/, https://github.com/sarugaku/resolvelib
 */
import { normalName, readRequirement, type Requirement } from '../../lockfiles/python.ts';
import { remembered } from '../../versions/scheme.ts';
import type { Asking } from '../question.ts';
import { admitted, installable, isAdmittedVersion } from './candidates.ts';
import { isInstallable, type PythonEnvironment } from './environment.ts';
import { holdsMarker } from './marker.ts';
import type { PythonRelease } from './release.ts';

/** What is asked for, by the project (no parent) or by a package. */
export interface PythonWish {
  readonly requirement: Requirement;
  readonly parent: string | undefined;
}

/** A version that was chosen. */
export interface PythonPin {
  /** Normal name, with extras in brackets. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly wishes: readonly PythonWish[];
}

export interface PythonSolution {
  readonly pins: ReadonlyMap<string, PythonPin>;
  /** Why there is none: who asks for what. */
  readonly conflict: readonly PythonWish[] | undefined;
  /** What was asked for in vain, and why. */
  readonly failures: ReadonlyMap<PythonWish, string>;
  readonly isCut: boolean;
}

interface Criterion {
  readonly wishes: readonly PythonWish[];
  readonly rejected: ReadonlySet<string>;
}

interface State {
  readonly pins: ReadonlyMap<string, PythonPin>;
  readonly criteria: ReadonlyMap<string, Criterion>;
}

interface Solving {
  readonly asking: Asking;
  readonly environment: PythonEnvironment;
  /** Specifiers of constraints files, by normal name. */
  readonly constraints: ReadonlyMap<string, readonly string[]>;
  /** What is from elsewhere, by normal name: taken as it is. */
  readonly places: ReadonlySet<string>;
  readonly failures: Map<PythonWish, string>;
  readonly releases: Map<string, readonly PythonRelease[] | undefined>;
  readonly depths: Map<string, number>;
  causes: ReadonlySet<string>;
}

/** Units: choices, those that were taken back among them. */
const maxRounds = 5000;

export function solve(
  roots: readonly Requirement[],
  asking: Asking,
  environment: PythonEnvironment,
  constraints: ReadonlyMap<string, readonly string[]>,
): PythonSolution {
  const places = new Set(roots.filter((it) => it.url !== undefined).map((it) => normalName(it.name)));
  const solving: Solving = {
    asking,
    environment,
    constraints,
    places,
    failures: new Map(),
    releases: new Map(),
    depths: new Map(),
    causes: new Set(),
  };
  const wishes = roots.map((requirement): PythonWish => ({ requirement, parent: undefined }));
  const states: State[] = [];
  const first = withWishes(solving, { pins: new Map(), criteria: new Map() }, wishes);
  const done = (state: State | undefined, conflict?: readonly PythonWish[], isCut = false): PythonSolution => ({
    pins: state?.pins ?? new Map(),
    conflict,
    failures: new Map([...solving.failures].filter(([wish]) => state === undefined || isOf(state, wish))),
    isCut,
  });
  if ('conflict' in first) return done(undefined, first.conflict);
  let state: State = first;
  for (let round = 0; round < maxRounds; round += 1) {
    const id = nextOf(solving, state);
    if (id === undefined) return done(state);
    const next = pin(solving, state, id);
    if (!('conflict' in next)) {
      states.push(state);
      state = next;
      continue;
    }
    // With answers that are still to come there may be no conflict at all.
    if (asking.missing.size > 0) return done(state);
    const back = takeBack(solving, states, state, next.conflict);
    if (!back) return done(undefined, next.conflict);
    state = back;
  }
  return done(state, undefined, true);
}

/** Whether a wish is one of what was chosen in the end. */
function isOf({ pins }: State, wish: PythonWish): boolean {
  if (wish.parent !== undefined) return pins.get(wish.parent)?.wishes.includes(wish) === true;
  const pinned = pins.get(idOf(wish.requirement));
  return !pinned || wish.requirement.specifier === `==${pinned.version}`;
}

interface Conflict {
  readonly conflict: readonly PythonWish[];
}

/** The package to choose a version for next: what is pinned first, then what made others fail, then what is nearest to the project. */
function nextOf(solving: Solving, { pins, criteria }: State): string | undefined {
  let best: { readonly id: string; readonly rank: readonly number[] } | undefined;
  for (const [id, { wishes }] of criteria) {
    const pinned = pins.get(id);
    if (pinned && wishes.every((it) => isMet(it, pinned.version))) continue;
    const rank = rankOf(solving, id, wishes);
    if (!best || isBefore(rank, best.rank) || (isSame(rank, best.rank) && id < best.id)) best = { id, rank };
  }
  return best?.id;
}

function rankOf({ causes, depths }: Solving, id: string, wishes: readonly PythonWish[]): readonly number[] {
  const specifiers = wishes.map((it) => it.requirement.specifier);
  const isPinned = specifiers.some((it) => /(?:^|,)={2,3}[^*,]+(?:,|$)/.test(it));
  const isFree = specifiers.every((it) => it === '');
  const isOwn = wishes.some((it) => it.parent === undefined);
  return [Number(!isPinned), Number(!causes.has(id)), depths.get(id) ?? 0, Number(!isOwn), Number(isFree)];
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [at, it] of a.entries()) if (it !== b[at]) return it < b[at]!;
  return false;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.every((it, at) => it === b[at]);
}

function isMet({ requirement: { specifier, url } }: PythonWish, version: string): boolean {
  return url !== undefined || isAdmittedVersion(version, specifier);
}

function pin(solving: Solving, before: State, id: string): State | Conflict {
  const criterion = before.criteria.get(id)!;
  const state = before.pins.has(id) ? withoutWishesOf(before, id) : before;
  let causes: readonly PythonWish[] = criterion.wishes;
  for (const release of candidatesOf(solving, id, criterion)) {
    const wishes = wishesOf(solving, id, release);
    const next = withWishes(solving, state, wishes);
    if ('conflict' in next) {
      causes = [...causes, ...next.conflict];
      continue;
    }
    const pins = new Map(state.pins);
    pins.delete(id);
    pins.set(id, { id, name: nameOf(id), version: release.version, wishes });
    return { pins, criteria: next.criteria };
  }
  return { conflict: causes };
}

/** What an older choice asked for is not asked for any more. */
function withoutWishesOf({ pins, criteria }: State, id: string): State {
  const left = new Map<string, Criterion>();
  for (const [key, it] of criteria) {
    const wishes = it.wishes.filter((wish) => wish.parent !== id);
    if (wishes.length > 0) left.set(key, { ...it, wishes });
  }
  return { pins: new Map([...pins].filter(([key]) => left.has(key))), criteria: left };
}

/** Takes choices back until one of them has another way out that the conflict may depend on. */
function takeBack(solving: Solving, states: State[], broken: State, causes: readonly PythonWish[]): State | undefined {
  const guilty = new Set(
    causes.flatMap((it) => [idOf(it.requirement), ...(it.parent === undefined ? [] : [it.parent])]),
  );
  solving.causes = guilty;
  let last = broken;
  for (let before = states.pop(); before; last = before, before = states.pop()) {
    const chosen = [...last.pins.values()].at(-1);
    if (!chosen) return undefined;
    const isGuilty = guilty.has(chosen.id) || chosen.wishes.some((it) => guilty.has(idOf(it.requirement)));
    const criterion = before.criteria.get(chosen.id);
    if (!isGuilty || !criterion) continue;
    const rejected = new Set(criterion.rejected).add(chosen.version);
    const criteria = new Map(before.criteria).set(chosen.id, { ...criterion, rejected });
    if (candidatesOf(solving, chosen.id, criteria.get(chosen.id)!).length > 0) return { pins: before.pins, criteria };
    for (const it of criterion.wishes) if (it.parent !== undefined) guilty.add(it.parent);
  }
  return undefined;
}

function withWishes(solving: Solving, state: State, wishes: readonly PythonWish[]): State | Conflict {
  const criteria = new Map(state.criteria);
  for (const wish of wishes) {
    const id = idOf(wish.requirement);
    const known = criteria.get(id);
    if (isUnknown(solving, wish)) continue;
    const criterion: Criterion = { wishes: [...(known?.wishes ?? []), wish], rejected: known?.rejected ?? new Set() };
    if (candidatesOf(solving, id, criterion).length === 0) return { conflict: criterion.wishes };
    const depth = wish.parent === undefined ? 0 : (solving.depths.get(wish.parent) ?? 0) + 1;
    solving.depths.set(id, Math.min(depth, solving.depths.get(id) ?? depth));
    criteria.set(id, criterion);
  }
  return { pins: state.pins, criteria };
}

/** What no index has, or not for here, stands in nobody's way: it is told. */
function isUnknown(solving: Solving, wish: PythonWish): boolean {
  const name = normalName(wish.requirement.name);
  if (solving.places.has(name)) return false;
  const answer = solving.asking.ask({ is: 'pypi', name, version: '' });
  if (!answer) return true;
  if (answer.is === 'known') {
    const releases = releasesOf(solving, name);
    const { specifier } = wish.requirement;
    if (admitted(releases, [specifier]).length > 0) return false;
    const own = wish.parent === undefined || releases.length === 0;
    if (own)
      solving.failures.set(
        wish,
        releases.length === 0 ? 'no version can be installed here' : `no version is ${specifier}`,
      );
    return own;
  }
  solving.failures.set(wish, answer.reason);
  return true;
}

function releasesOf({ asking, releases, environment }: Solving, name: string): readonly PythonRelease[] {
  const known = releases.get(name);
  if (known) return known;
  const answer = asking.ask({ is: 'pypi', name, version: '' });
  const found = answer?.is === 'known' ? installable(answer.value, environment) : [];
  if (answer) releases.set(name, found);
  return found;
}

function candidatesOf(solving: Solving, id: string, { wishes, rejected }: Criterion): readonly PythonRelease[] {
  const name = nameOf(id);
  if (solving.places.has(name)) return [{ version: '', files: [] }];
  const specifiers = [...wishes.map((it) => it.requirement.specifier), ...(solving.constraints.get(name) ?? [])];
  return admitted(releasesOf(solving, name), specifiers).filter((it) => !rejected.has(it.version));
}

/** What a version asks for here. */
function wishesOf(solving: Solving, id: string, release: PythonRelease): readonly PythonWish[] {
  const { asking, environment } = solving;
  const name = nameOf(id);
  const extras = extrasOf(id);
  if (solving.places.has(name)) return [];
  const address = metadataOf(release, environment);
  const answer = asking.ask({ is: 'pypi-metadata', name, version: release.version, address });
  if (!answer) return [];
  const itself = extras.length > 0 ? [exactly(name, release.version, id)] : [];
  if (answer.is === 'absent') {
    const requirement = { name, extras, specifier: `==${release.version}`, url: undefined, marker: undefined };
    solving.failures.set({ requirement, parent: undefined }, `what it asks for is not known, for ${answer.reason}`);
    return itself;
  }
  const wishes = answer.value.requires.flatMap((text): readonly PythonWish[] => {
    const requirement = requirementIn(text);
    if (!requirement || !isForUs(requirement, environment, extras)) return [];
    return [{ requirement, parent: id }];
  });
  return [...itself, ...wishes];
}

/** All wheels of a version ask for the same, with few exceptions; an archive of sources may not tell. */
function metadataOf({ files }: PythonRelease, environment: PythonEnvironment): string | undefined {
  const telling = files.filter((it) => it.metadata !== undefined);
  const wheels = telling.filter((it) => it.name.endsWith('.whl'));
  const own = wheels.find((it) => isInstallable(it, environment)) ?? wheels[0] ?? telling[0];
  return own?.metadata;
}

const requirementIn = remembered(readRequirement, 50_000);

function exactly(name: string, version: string, parent: string): PythonWish {
  return { requirement: { name, extras: [], specifier: `==${version}`, url: undefined, marker: undefined }, parent };
}

function isForUs({ marker }: Requirement, environment: PythonEnvironment, extras: readonly string[]): boolean {
  if (marker === undefined || marker === '') return true;
  return holdsMarker(marker, environment, extras) ?? true;
}

export function idOf({ name, extras }: Requirement): string {
  const sorted = [...new Set(extras.map(normalName))].toSorted();
  return sorted.length === 0 ? normalName(name) : `${normalName(name)}[${sorted.join(',')}]`;
}

function nameOf(id: string): string {
  return id.replace(/\[.*$/s, '');
}

function extrasOf(id: string): readonly string[] {
  return /\[(.*)\]$/s.exec(id)?.[1]?.split(',') ?? [];
}
