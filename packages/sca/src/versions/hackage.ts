import type { VersionScheme } from './scheme.ts';
import { cran } from './cran.ts';

/**
 * Haskell's order of versions: numbers between dots; of two that agree, the longer comes last.
 *
 * Source: https://pvp.haskell.org/
 */
export const hackage: VersionScheme = {
  docs: 'https://pvp.haskell.org/',
  readable: (version) => cran.readable(version) && !version.includes('-'),
  compare: cran.compare,
};
