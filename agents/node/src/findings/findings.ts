import type { Finding } from '@plumbline/core';
import type { Hit } from '../sinks/watches.ts';
import { findingOf, type Running } from './finding.ts';
import { callingPackage, callSites, sitesIn, type Site } from './frames.ts';
import { skeleton } from './value.ts';
import { isWitnessed } from './witness.ts';

const maxFindings = 1000;
const maxKeys = 5000;
const alwaysLooked = 100;
const lookedEvery = 32;

/** Libraries that check paths themselves before they open a file. */
const carefulWithPaths = new Set(['send', 'serve-static', 'koa-send', '@fastify/send', 'express']);

interface Known {
  readonly finding: Finding;
  /** Hits since the finding was last told. */
  hits: number;
}

/** Makes findings of hits: one for each place in the code, told once, then counted. */
export class Findings {
  readonly #running: Running;
  readonly #tell: (finding: Finding) => void;
  readonly #byPlace = new Map<string, Known>();
  /** Hits that look alike without their values: spares the stack of a place that is known. */
  readonly #byLook = new Map<string, Known>();
  readonly #libraryCalls = new Map<string, number>();

  constructor(running: Running, tell: (finding: Finding) => void) {
    this.#running = running;
    this.#tell = tell;
  }

  add(hit: Hit): void {
    const look = lookOf(hit);
    const known = look === undefined ? undefined : this.#byLook.get(look);
    if (known) known.hits++;
    else if (isWitnessed(hit)) this.#locate(hit, look);
  }

  /** Findings that were hit again since the last time, with the number of these hits. */
  takeRepeated(): Finding[] {
    const repeated: Finding[] = [];
    for (const known of this.#byPlace.values()) {
      if (known.hits > 0) repeated.push(counted(known.finding, known.hits));
      known.hits = 0;
    }
    return repeated;
  }

  /**
   * What a library hashes is its own affair. Some do for every response, and a stack costs, so where a call has come
   * from libraries alone for a while, not every one is looked at.
   */
  #isOfLibrary(hit: Hit, callee: NonNullable<Hit['callee']>): boolean {
    const key = `${hit.sink}\n${hit.value}`;
    const calls = this.#libraryCalls.get(key) ?? 0;
    if (calls >= alwaysLooked && calls % lookedEvery !== 0) {
      this.#libraryCalls.set(key, calls + 1);
      return true;
    }
    const isOfLibrary = callingPackage(callee) !== undefined;
    if (this.#libraryCalls.size < maxKeys) this.#libraryCalls.set(key, isOfLibrary ? calls + 1 : 0);
    return isOfLibrary;
  }

  #locate(hit: Hit, look: string | undefined): void {
    if (hit.callee && this.#isOfLibrary(hit, hit.callee)) return;
    const sites = callSites();
    const own = applicationSites(hit, sites);
    if (!own) return;
    const [{ file, line, column }] = own;
    const place = [hit.rule.id, file, line, column].join('\n');
    const known = this.#byPlace.get(place);
    if (known) known.hits++;
    else if (this.#byPlace.size < maxFindings) {
      const finding = findingOf(hit, own, this.#running);
      this.#byPlace.set(place, { finding, hits: 0 });
      this.#tell(finding);
    }
    const now = this.#byPlace.get(place);
    if (look === undefined || !now) return;
    if (this.#byLook.size >= maxKeys) this.#byLook.clear();
    this.#byLook.set(look, now);
  }
}

/** Calls that are wrong by themselves look alike everywhere, so each needs its stack. */
function lookOf(hit: Hit): string | undefined {
  if (hit.ranges.length === 0) return undefined;
  const source = hit.followed?.sources[hit.ranges[2]!];
  const route = hit.followed?.origin.route();
  return [hit.rule.id, hit.sink, route, source?.kind, source?.name, skeleton(hit.value, hit.ranges)].join('\n');
}

/**
 * The calls from the application's innermost one outwards. None where a library is at work that is not to blame: what
 * a library hashes is its own affair, and some check paths before they open them.
 */
function applicationSites(hit: Hit, sites: readonly Site[]): [Site, ...Site[]] | undefined {
  const [caller] = sites;
  if (!caller) return undefined;
  const isUse = hit.ranges.length === 0;
  if (caller.package !== undefined && (isUse || (hit.kind === 'file-path' && carefulWithPaths.has(caller.package))))
    return undefined;
  const all = sites.some(isOwn) ? sites : [...sitesIn(hit.followed?.deferred ?? {}), ...sites];
  const at = all.findIndex(isOwn);
  const [first, ...rest] = at < 0 ? all : all.slice(at);
  return first && [first, ...rest];
}

function isOwn(site: Site): boolean {
  return site.package === undefined;
}

function counted(finding: Finding, count: number): Finding {
  const evidence = finding.evidence.map((it) =>
    it.is === 'request' ? { ...it, at: new Date().toISOString(), count } : it,
  );
  return { ...finding, evidence };
}
