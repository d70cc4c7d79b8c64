import { sha256, type RequestEvidence } from '@plumbline/core';

/**
 * Which observations of running services are one and the same: the same way in, to the same call, in the same service.
 * The value that was seen, and how often, do not count.
 */
export function requestKey(it: RequestEvidence): string {
  const at = it.frames[0]?.location;
  return `request/${sha256(
    JSON.stringify([
      it.service,
      it.environment ?? '',
      it.method ?? '',
      it.route ?? '',
      it.sink,
      at ? [at.file, at.start.line] : [],
      it.sources.map(({ kind, name }) => [kind, name]),
    ]),
  ).slice(0, 32)}`;
}
