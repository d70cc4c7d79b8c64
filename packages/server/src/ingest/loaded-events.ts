import type { LoadedJoin } from '../store/write-evidence.ts';
import type { FindingEvent } from '../store/write-events.ts';

/** A service is told of once for each library that it has loaded. */
export function loadedEvents(joined: readonly LoadedJoin[]): FindingEvent[] {
  return joined
    .filter((it) => it.isNew)
    .map(({ finding, service }) => ({ finding, kind: 'loaded' as const, detail: { service } }));
}
