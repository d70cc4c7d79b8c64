import type { Dialect } from '../dialect.ts';
import { c } from './c.ts';

export const cpp: Dialect = {
  ...c,
  name: 'cpp',
  languages: ['cpp', 'c++'],
  grammars: ['cpp'],
  ownEllipsis: { before: /[\w>&]$/ },
  contexts: [
    ...c.contexts.map((it) => (it.name === 'statement' ? { ...it, unless: /[;}]\s*$|^(?:#|template|namespace)/ } : it)),
    { name: 'catch', before: 'void zzf() { try {} ', after: '\n}', first: /^catch\b/ },
  ],
};
