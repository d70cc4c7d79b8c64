import type { Location } from '@plumbline/core';
import type { LicencedPackage } from '@plumbline/scan';
import { defineCommand } from '../command.ts';
import { table } from '../table.ts';

export const licenses = defineCommand({
  name: 'licenses',
  summary: "List the licences of a project's libraries, and what the policy says of them.",
  description: `A licence is what plumbline.yaml says of a package, else what the lock file, the installed package's manifest, an SPDX tag or
the text of its licence file says; nothing is fetched. The policy stands under licenses: in plumbline.yaml.

Exit codes: 0 all is allowed or to be reviewed, 1 a licence is denied, 2 a mistake in the call.`,
  arguments: [{ name: 'path', help: 'Folder (default: this one)' }],
  options: {
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'notice'],
      default: 'text',
      help: 'What to print: text for people, json, notice (the text that goes with a program)',
    },
    output: { value: 'FILE', short: 'o', help: 'Write it there; - is standard output' },
    scope: { value: 'SCOPE', many: true, help: 'Only libraries of this scope (runtime, development, …); repeatable' },
    verbose: { short: 'v', help: 'Every library, not only those that somebody should look at' },
  },
  examples: [
    ['plumb licenses', 'what there is, and what is to be looked at'],
    ['plumb licenses --format notice --scope runtime --output NOTICE', 'the text that goes with a program'],
  ],
  async run(paths, given, { cwd, signal, note }) {
    const { placeShown } = await import('@plumbline/core');
    const { licencesOf, noticeOf, scan, targetOf } = await import('@plumbline/scan');
    const { root, config } = targetOf(paths, cwd);
    const { packages, project } = await scan({ paths, cwd, signal, only: 'sca', inventoryAlone: true });
    const wanted = packages.filter(
      (it) => given.scope.length === 0 || it.scopes.some((one) => given.scope.includes(one)),
    );
    const today = new Date().toISOString().slice(0, 10);
    const { packages: all, problems } = licencesOf(wanted, config.licences, { root, today });
    for (const it of problems) note(it.message);
    const isDenied = all.some((it) => it.judgement.verdict === 'deny');
    const text = {
      text: () => page(all, given.verbose, placeShown),
      json: () => JSON.stringify(all.map(rowOf), undefined, 2),
      notice: () => noticeOf(all, root, project.name),
    }[given.format]();
    return { text, file: given.output, exitCode: isDenied ? 1 : 0 };
  },
});

function rowOf({ package: it, licence, classes, fact, judgement }: LicencedPackage): Readonly<Record<string, unknown>> {
  const { by, sure, said, file } = fact;
  return { purl: it.purl, licence, classes, by, sure, said, file, ...judgement, scopes: it.scopes, direct: it.direct };
}

const unknown = '(unknown)';

function page(all: readonly LicencedPackage[], verbose: boolean, placeOf: (it: Location) => string): string {
  if (all.length === 0) return 'There are no libraries here.';
  const counts = new Map<string, LicencedPackage[]>();
  for (const it of all) counts.set(it.licence || unknown, [...(counts.get(it.licence || unknown) ?? []), it]);
  const summary = [...counts]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([licence, list]) => [licence, list[0]!.classes.join(', '), String(list.length)]);
  const shown = all.filter((it) => verbose || it.judgement.verdict !== 'allow' || it.licence === '');
  return [
    table([['LICENCE', 'CLASS', 'LIBRARIES'], ...summary]),
    ...(shown.length === 0
      ? []
      : [
          '',
          table([
            ['LIBRARY', 'LICENCE', 'VERDICT', 'SAYS', 'DECLARED IN'],
            ...shown.map((it) => lineOf(it, placeOf(it.package.location))),
          ]),
        ]),
    '',
    `${all.length} libraries, ${counts.size} licences${verdictsOf(all)}.`,
  ].join('\n');
}

function lineOf({ package: it, licence, fact, judgement }: LicencedPackage, place: string): string[] {
  const doubt = fact.sure || licence === '' ? '' : ' (not sure)';
  return [
    `${it.name} ${it.version}`.trim(),
    (licence || fact.said || unknown) + doubt,
    judgement.verdict,
    fact.by,
    place,
  ];
}

function verdictsOf(all: readonly LicencedPackage[]): string {
  const count = (verdict: string): number => all.filter((it) => it.judgement.verdict === verdict).length;
  const [deny, review] = [count('deny'), count('review')];
  return `${deny > 0 ? `, ${deny} denied` : ''}${review > 0 ? `, ${review} to review` : ''}`;
}
