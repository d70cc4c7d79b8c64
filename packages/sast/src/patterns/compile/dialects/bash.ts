import type { Dialect } from '../dialect.ts';

export const bash: Dialect = {
  name: 'bash',
  languages: ['bash', 'sh'],
  grammars: ['bash'],
  lineComment: '#',
  blockComments: false,
  quotes: [
    { open: '"', close: '"', lines: true, escapes: true, code: ['${', '$('] },
    { open: "'", close: "'", lines: true },
  ],
  metavariable: { expression: 'zzM%', others: ['$zzM%', 'zzM%=zzM%', 'zzM%;'] },
  sequence: { expression: 'zzS%', others: [] },
  ellipsis: { expression: 'zzE%', others: ['zzE%;', 'zzE%) zzE% ;;', 'zzE%=zzE%', '$zzE%', ''] },
  deep: ['$(zzD ', ')'],
  contexts: [
    { name: 'program', before: '', after: '\n' },
    { name: 'case', before: 'case zzq in\n', after: '\nesac\n' },
    { name: 'if', before: '', after: '\nthen zzq; fi\n', first: /^if\b(?![\s\S]*\bthen\b)/, partial: true },
    {
      name: 'do',
      before: '',
      after: '\ndo zzq; done\n',
      first: /^(?:for|while|until)\b(?![\s\S]*\bdo\b)/,
      partial: true,
    },
  ],
  natural: 1,
};
