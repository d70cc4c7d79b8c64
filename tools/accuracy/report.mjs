import { unread } from './names.mjs';

const percent = (part, whole) => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`);
const ratio = (part, whole) => (whole === 0 ? '' : `${part}/${whole}`);

/** Counts over cases: what is read, what differs, what of it is written down. */
function sum(cases) {
  const read = cases.filter((it) => it.state === 'read');
  const total = (key) => read.reduce((all, it) => all + it.counts[key], 0);
  const differences = read.flatMap((it) => it.differences);
  const of = (kind, isCovered) =>
    differences.filter(
      (it) => it.kind === kind && (isCovered === undefined || (it.deviation !== undefined) === isCovered),
    ).length;
  const isExact = (it) => it.differences.every((one) => one.kind !== 'package');
  const isCovered = (it) => it.differences.every((one) => one.kind !== 'package' || one.deviation !== undefined);
  return {
    cases: cases.length,
    read: read.length,
    rows: cases.reduce((all, { it }) => all + it.packages.length, 0),
    exact: read.filter(isExact).length,
    covered: read.filter(isCovered).length,
    total,
    of,
    state: (state) => cases.filter((it) => it.state === state),
  };
}

function row(name, { cases, read, exact, covered, total, of }) {
  const right = (kind) => ratio(total(kind) - of(kind.replace(/s$/, '')), total(kind));
  const found = total('found');
  const cells = [
    name,
    `${read}/${cases}`,
    exact,
    covered,
    `${found}/${total('wanted')}`,
    total('ranges') || '',
    total('unpinned') || '',
    of('package', true) || '',
    of('package', false) || '',
    right('scopes'),
    right('lines'),
    ratio(total('columnsRight'), total('columns')),
    right('commits'),
    ratio(total('direct') - of('direct'), total('direct')),
    ratio(total('errors') - of('problem'), total('errors')),
  ];
  return `| ${cells.join(' | ')} |`;
}

const head = [
  '| format | cases read | exact | with deviations | packages found | as ranges | ours without version | deviations | open | scopes | lines | columns | commits | direct | refused |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|',
];

function summary(name, all) {
  const { total, of, cases, read, rows, covered } = all;
  const wanted = total('wanted');
  const after = (kind, key) => percent(total(key) - of(kind, false), total(key));
  const missingCases = (state) => all.state(state).length;
  return [
    `**${name}**: ${read} of ${cases} cases (${rows} rows) are read; ${missingCases('no reader')} have no reader, ${missingCases('no file')} no file among the fixtures, ${missingCases('setting')} are about a setting of the scanner's.`,
    `Of ${wanted} packages ${percent(total('found'), wanted)} are found as written; with deviations ${percent(covered, read)} of the cases agree. Deviations: ${of('package', true)} packages, ${percent(of('package', true), wanted)}.`,
    `Scopes ${percent(total('scopes') - of('scope'), total('scopes'))} of ${total('scopes')}, ${after('scope', 'scopes')} after deviations; lines ${percent(total('lines') - of('line'), total('lines'))} of ${total('lines')}, ${after('line', 'lines')} after deviations.`,
    '',
  ];
}

function ofPeer({ peer, formats }) {
  const rows = formats.map(({ format, cases }) => [format, sum(cases)]);
  const known = rows.filter(([, it]) => it.read > 0);
  const all = sum(formats.flatMap((it) => it.cases));
  const none = rows.filter(([, it]) => it.read === 0).map(([name]) => name);
  return [
    `## ${peer}`,
    '',
    ...summary(peer, all),
    ...head,
    ...known.map(([name, it]) => row(name, it)),
    row('all', all),
    '',
    ...(none.length > 0
      ? [`No reader: ${none.map((it) => `${it} (${unread[it] ?? 'not yet'})`).join('; ')}.`, '']
      : []),
  ];
}

/** The text of the report, and each difference that no deviation covers. */
export function report(peers, deviations) {
  const text = [
    '# Accuracy of the inventory',
    '',
    `Made by \`tools/sca-accuracy.mjs\` on ${new Date().toISOString().slice(0, 10)}, with the test files of two other scanners.`,
    '',
    ...contract,
    '',
    ...peers.flatMap(ofPeer),
    '## Deviations',
    '',
    ...deviations.map(
      (it) =>
        `- ${it.peer} ${it.format}${it.files ? ` (${it.files.map((one) => one.replace(/^files\//, '')).join(', ')})` : ''}${it.names ? `, ${it.kind} ${it.names.join(', ')}` : `, ${it.kind}`}: ${it.reason}`,
    ),
    '',
  ].join('\n');
  const failures = peers.flatMap(({ peer, formats }) =>
    formats.flatMap(({ format, cases }) =>
      cases.flatMap(({ it, differences = [] }) =>
        differences
          .filter((one) => one.deviation === undefined)
          .map((one) => `- ${one.kind} ${peer} ${format} ${it.file} ${one.name}: ${one.text}`),
      ),
    ),
  );
  return { text, failures };
}

const contract = [
  'How it is compared: names as they are written (PyPI by PEP 503), versions without a leading `v`. A range is no version: where a',
  'scanner takes a bound of a range for the version, ours is empty and has that bound in `requested`; such packages are counted as',
  'found and, apart, under "as ranges". What has no version at all (a branch, a folder, an address, a name alone) we list with an',
  'empty one; where a scanner leaves it out it is counted under "ours without version". Packages of the project itself (workspaces)',
  "are not counted as too many. Cases of a matcher of the scanner's hand packages over and ask for places: only those are compared.",
  'Scopes: what a scanner takes for running must be so here, too; other words must be the same. "Columns": where the package or its',
  'name begins. "Refused": files that the scanner refuses, where ours has a problem to tell.',
];
