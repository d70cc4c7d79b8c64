// The page that says what was found: a table of the repositories, the classes of differences with their counts, what is open.

const number = (value) => value.toLocaleString('en-US');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Shape: `about` is what a person wrote of where the scanners are from. */
export function written({ repositories, about, day }) {
  return `# Beside other scanners

Made by \`tools/sca-peers.mjs\` on ${day}: each scanner on the same checkouts with the same advisories, without a network.
A package is one name in one version, however many lock files have it; a finding is one vulnerability of one package, by
whatever names its advisory has.

${about.trim()}

## Packages

${counts(repositories, 'packages')}

## Findings

${counts(repositories, 'findings')}

## What others find and Plumbline does not

${classes(repositories, 'missing')}

## What Plumbline alone finds

${classes(repositories, 'extra')}
`;
}

/** Who finds none of a kind has no column: Syft matches nothing, Grype lists what Syft found. */
function counts(repositories, of) {
  const scanners = Object.keys(repositories[0].found).filter((name) =>
    repositories.some(({ found }) => found[name][of].size > 0),
  );
  const rows = repositories.map(({ name, commit, found }) => [
    name.replace('+', '/'),
    commit,
    ...scanners.map((scanner) => number(found[scanner][of].size)),
  ]);
  const sums = scanners.map((scanner) => number(sum(repositories.map(({ found }) => found[scanner][of].size))));
  return table(['repository', 'commit', ...scanners], [...rows, ['all', '', ...sums]]);
}

const sum = (list) => list.reduce((all, it) => all + it, 0);

function classes(repositories, kind) {
  const all = repositories.flatMap((it) => it.differences).filter((it) => it.kind === kind);
  const reasons = new Map();
  for (const it of all) {
    const reason = it.reason ?? 'Not explained yet.';
    reasons.set(reason, [...(reasons.get(reason) ?? []), it]);
  }
  const rows = [...reasons].map(([reason, list]) => [
    reason,
    ...['packages', 'findings'].map((of) => number(list.filter((it) => it.of === of).length)),
    [...new Set(list.flatMap((it) => it.by))].join(', '),
    `\`${list[0].key}\``,
  ]);
  return table(['why', 'packages', 'findings', 'found by', 'such as'], rows);
}
