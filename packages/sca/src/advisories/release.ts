import type { Package } from '@plumbline/core';
import { schemeOf } from '../versions/index.ts';

/**
 * The version that advisories speak of. An action is pinned by its commit; which release that is, people write behind it.
 */
export function releaseOf(found: Package): string {
  const { ecosystem, version, requested = version } = found;
  return ecosystem === 'github' && !schemeOf(found).readable(version) ? requested : version;
}
