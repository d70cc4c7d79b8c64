import { AsyncLocalStorage } from 'node:async_hooks';
import { isBroken } from './faults.ts';
import { runtime } from './runtime.ts';
import { identityTest } from './same.ts';
import { Store } from './store.ts';

const maxSources = 1000;

/** Where a value entered: a query parameter, a header, a field of the body. */
export interface Source {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
}

/** What is known of the request at hand, for the report. */
export interface Origin {
  readonly method: string | undefined;
  /** Read late: a router knows the route only after the handler was found. */
  route(): string | undefined;
}

/** One request that is being followed. */
export interface Followed {
  readonly store: Store;
  readonly sources: Source[];
  readonly origin: Origin;
  open: boolean;
  /** Holds the stack of the last call that does its work later. */
  deferred: { stack?: unknown } | undefined;
}

const identity = identityTest();
const same = identity ?? ((a: string, b: string) => a === b);
const storage = new AsyncLocalStorage<Followed>();

/** By `text` a constant that equals an input is taken for it, so what is found that way is less sure. */
export const toldApartBy: 'identity' | 'text' = identity ? 'identity' : 'text';

/** The request that the running code works for, if it is followed. */
export function current(): Followed | undefined {
  if (runtime.on === 0) return undefined;
  const followed = storage.getStore();
  return followed?.open ? followed : undefined;
}

/** Runs `work`, and all that it starts, as part of a request. `ended` must be called when the request is over. */
export function follow<T>(origin: Origin, work: (followed: Followed) => T): T {
  const followed: Followed = { store: new Store(same), sources: [], origin, open: !isBroken(), deferred: undefined };
  if (followed.open) runtime.on++;
  return storage.run(followed, work, followed);
}

export function ended(followed: Followed): void {
  if (!followed.open) return;
  followed.open = false;
  followed.store.clear();
  followed.sources.length = 0;
  if (runtime.on > 0) runtime.on--;
}

/** Runs `work` outside of any request: what the agent itself does is never followed. */
export function aside<T>(work: () => T): T {
  return storage.exit(work);
}

/** The index of a source, new or known. */
export function sourceOf(followed: Followed, kind: string, name: string, value: string): number {
  const { sources } = followed;
  for (let i = sources.length - 1; i >= 0; i--) {
    const it = sources[i]!;
    if (it.name === name && it.kind === kind && it.value === value) return i;
  }
  if (sources.length < maxSources) sources.push({ kind, name, value });
  return sources.length - 1;
}
