import type { Dialect } from '../dialect.ts';

const words =
  /^(?:FROM|RUN|CMD|ENTRYPOINT|SHELL|ENV|LABEL|ARG|EXPOSE|USER|WORKDIR|VOLUME|COPY|ADD|HEALTHCHECK|ONBUILD|STOPSIGNAL|MAINTAINER|AS|NONE)$/i;
const begins =
  /^(?:FROM|RUN|CMD|ENTRYPOINT|SHELL|ENV|LABEL|ARG|EXPOSE|USER|WORKDIR|VOLUME|COPY|ADD|HEALTHCHECK|ONBUILD|STOPSIGNAL|MAINTAINER)\b/im;

/** Instructions, or shell as it stands behind `RUN`. */
export const dockerfile: Dialect = {
  name: 'dockerfile',
  languages: ['dockerfile', 'docker'],
  grammars: ['dockerfile'],
  lineComment: '#',
  blockComments: false,
  quotes: [
    { open: '"', close: '"', lines: true, escapes: true, code: '${' },
    { open: "'", close: "'", lines: true },
  ],
  caseless: words,
  metavariable: { expression: '$%', assigned: 'zzM%', others: ['zzM%', 'zzM%=zzM%', 'zzM%;'] },
  sequence: { expression: 'zzS%', others: [] },
  ellipsis: { expression: 'zzE%', others: ['zzE%;', 'zzE%) zzE% ;;', 'zzE%=zzE%', ''] },
  deep: ['$(zzD ', ')'],
  contexts: [
    { name: 'word', before: 'EXPOSE ', after: '\n', when: /^[\w./:-]+$/, first: /./ },
    // As a here document, so that the shell may have several lines.
    { name: 'shell', before: 'RUN <<zzH\n', after: '\nzzH\n', unless: begins, first: /^(?!(?:\$[A-Z_0-9]+|\.\.\.)$)/ },
    { name: 'file', before: '', after: '\n' },
    {
      name: 'if',
      before: 'RUN <<zzH\n',
      after: '\nthen zzq; fi\nzzH\n',
      first: /^if\b(?![\s\S]*\bthen\b)/,
      partial: true,
    },
  ],
  natural: 3,
};
