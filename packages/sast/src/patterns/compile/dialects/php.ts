import type { Dialect } from '../dialect.ts';

const statementWords = /^(?:try|catch|finally|for|foreach|while|if|switch|do|else|return|throw|echo)\b/;

export const php: Dialect = {
  name: 'php',
  languages: ['php'],
  grammars: ['php'],
  lineComment: '//',
  blockComments: true,
  ownNames: /^\$(?:_(?:GET|POST|COOKIE|REQUEST|SERVER|FILES|ENV|SESSION)|GLOBALS|HTTP_\w+)$/,
  quotes: [
    { open: '"', close: '"', lines: true, escapes: true },
    { open: "'", close: "'", lines: true, escapes: true },
    { open: '`', close: '`', lines: true, escapes: true },
  ],
  metavariable: { expression: '$zzM%', others: ['zzM%', 'zzM% $zzm', 'zzM%::class', "'zzM%'"] },
  sequence: { expression: '$zzS%', statement: '$zzS%;', others: ['...$zzS%'] },
  ellipsis: {
    expression: '$zzE%',
    statement: '$zzE%;',
    parameter: '$zzE%',
    member: 'public $zzE%;',
    others: [
      'public $zzE%;',
      '$zzE%;;',
      'case $zzE%:',
      'zzE%()',
      '$zzE% => $zzE%',
      'catch (zzE $zzE%) {}',
      'zzE%',
      '$zzE%,',
      '',
    ],
  },
  deep: ['zzD(', ')'],
  contexts: [
    { name: 'statement', before: '<?php\n', after: ';', unless: /[;}]\s*$/ },
    { name: 'program', before: '<?php\n', after: '' },
    { name: 'expression', before: '<?php\n(', after: '\n);' },
    { name: 'member', before: '<?php\nclass zzC {\n', after: '\n}', unless: statementWords },
    { name: 'member-end', before: '<?php\nclass zzC {\n', after: ';\n}', unless: statementWords },
    { name: 'pair', before: '<?php\n[', after: '\n];', when: /=>/ },
    { name: 'header', before: '<?php\n', after: '\n{}', first: 'header', partial: true },
    {
      name: 'class-header',
      before: '<?php\n',
      after: ' {}',
      first: /^(?:\w+\s+)*(?:class|interface|function)\b[^{]*$/,
      partial: true,
    },
    { name: 'member-header', before: '<?php\nclass zzC {\n', after: ' {}\n}', partial: true },
    { name: 'catch', before: '<?php\ntry {} ', after: '', first: /^(?:catch|finally)\b/ },
    { name: 'case', before: '<?php\nswitch ($zzq) {', after: '\n}' },
    { name: 'open-block', before: '<?php\n', after: '\n}', partial: true },
    { name: 'type', before: '<?php\nfunction zzf(): ', after: ' {}' },
  ],
  natural: 3,
};
