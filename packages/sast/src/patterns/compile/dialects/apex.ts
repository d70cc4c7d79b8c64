import type { Dialect } from '../dialect.ts';
import { java } from './java.ts';

/** Written as Java is, but for `$` in names, and for strings. */
export const apex: Dialect = {
  ...java,
  name: 'apex',
  languages: ['apex'],
  grammars: ['apex'],
  quotes: [
    { open: "'''", close: "'''", lines: true, escapes: true },
    { open: "'", close: "'", escapes: true },
  ],
  metavariable: { expression: 'zzM%', parameter: 'Object zzM%', others: ['@zzM%', 'public', 'Integer zzM%;'] },
};
