import type { Dialect } from '../dialect.ts';
import { java } from './java.ts';

/** It has no variable parameters. */
const { ownEllipsis: _ownEllipsis, ...shared } = java;

/** Written as Java is, but for `$` in names, and for strings. */
export const apex: Dialect = {
  ...shared,
  name: 'apex',
  languages: ['apex'],
  grammars: ['apex'],
  quotes: [
    { open: "'''", close: "'''", lines: true, escapes: true },
    { open: "'", close: "'", escapes: true },
  ],
  contexts: [
    { name: 'list', before: 'Object[] zzv = ', after: ';', when: /^\{/, first: /^\{\s*</ },
    ...shared.contexts,
  ],
  natural: shared.natural + 1,
  metavariable: {
    expression: 'zzM%',
    parameter: 'Object zzM%',
    others: ['@zzM%', 'public', 'Integer zzM%;', 'zzM%();'],
  },
  // A name alone is no statement.
  sequence: { ...java.sequence, statement: 'zzS%();' },
  ellipsis: { ...java.ellipsis, statement: 'zzE%();' },
};
