import type { FixPlan, FixReport, ReleaseOptions } from '@plumbline/scan';
import { defineCommand, type Terminal } from '../command.ts';
import { registryForm, registryUrls, resolveOptions } from '../registries.ts';
import { table } from '../table.ts';

export const fix = defineCommand({
  name: 'fix',
  summary: 'Plan other versions for vulnerable libraries, and change the manifests.',
  description: `Shows for each vulnerable library which version ends its vulnerabilities, and what has to be changed for it: a diff of the manifests, and
of lock files where that is safe. Nothing is written without --apply, and no package manager is ever run: the command that brings the
lock file up to date is printed.

The strategies, in the order that they are tried: in-range (another version inside what is asked for), relax (the project asks for more, or
more of what brings it), override (against what other libraries ask for), remove (what is malicious, or what no code of the project
imports, where it asks for it itself and nothing else helps). The edited files are read
and matched again: \`verified\` says that the findings are gone, \`expected\` that they are once the command has run.

Without --resolve the versions are those that advisories and the project name, and what was kept of earlier answers of registries.

Exit codes: 0 nothing is vulnerable, or all that is has a plan; 1 something has none; 2 a mistake in the call.`,
  arguments: [{ name: 'path', help: 'Folder (default: this one)' }],
  options: {
    package: { value: 'NAME', many: true, help: 'Only this library; repeatable' },
    strategy: {
      value: 'STRATEGY',
      choices: ['in-range', 'relax', 'override', 'remove'],
      many: true,
      help: 'Only this strategy; repeatable, tried in this order',
    },
    resolve: { help: 'Ask the registries which versions there are; their answers are kept for later runs' },
    registry: resolveOptions.registry,
    apply: { help: 'Write the changes' },
    format: {
      value: 'FORMAT',
      choices: ['text', 'diff', 'json'],
      default: 'text',
      help: 'What to print: text for people, diff (for git apply), json',
    },
  },
  examples: [
    ['plumb fix', 'what could be done'],
    ['plumb fix --package lodash --apply', 'do it for one library'],
    ['plumb fix --format diff | git apply', 'by way of a patch'],
    ['plumb fix --resolve --strategy relax', 'no overrides: newer releases of what brings vulnerable libraries'],
    ['plumb fix --strategy remove', 'what no code of the project imports'],
  ],
  async run(paths, given, terminal) {
    const { applyFixes, cacheFolder, fix: plan, releasesOf, unifiedDiff } = await import('@plumbline/scan');
    const { cwd, signal, progress, note } = terminal;
    const registries = await registriesOf(paths, given, terminal);
    const report = await plan({
      paths,
      cwd,
      signal,
      cache: cacheFolder(terminal.env),
      names: given.package,
      strategies: given.strategy,
      releases: async (wanted) => releasesOf(wanted, { ...registries, onProgress: progress, onFailure: note }),
    });
    const applied = given.apply ? applyFixes(report) : [];
    const diff = unifiedDiff(report.changes);
    const text = {
      text: () => page(report, diff, applied.length),
      diff: () => diff,
      json: () => JSON.stringify({ plans: report.plans.map(rowOf), diff, applied: given.apply }, undefined, 2),
    }[given.format]();
    const isDone = report.plans.every((it) => it.outcome === 'verified' || it.outcome === 'expected');
    return { text, exitCode: isDone ? 0 : 1 };
  },
});

/** Errors: `option-invalid` when a registry is to be asked and none has an address. */
async function registriesOf(
  paths: readonly string[],
  given: { readonly resolve: boolean; readonly registry: readonly string[] },
  terminal: Terminal,
): Promise<Pick<ReleaseOptions, 'folder' | 'places' | 'fetch'>> {
  const { knownRegistries, registriesFolder, registryPlaces, targetOf } = await import('@plumbline/scan');
  const { UserError } = await import('@plumbline/core');
  const { webOf } = await import('../web.ts');
  const { env, cwd } = terminal;
  const { config } = targetOf(paths, cwd);
  const places = registryPlaces(env, await registryUrls(given.registry), config.registries.urls);
  const folder = registriesFolder(env);
  if (!given.resolve) return { folder, places };
  if (!knownRegistries.some((it) => places.urls[it])) {
    throw new UserError('option-invalid', { option: 'registry', value: 'missing', expected: registryForm });
  }
  return { folder, places, fetch: { web: await webOf(terminal), now: new Date() } };
}

function rowOf({ choice, target, ...plan }: FixPlan): Readonly<Record<string, unknown>> {
  const { package: it, strategy, outcome, command, gone, stays, added, reason } = plan;
  const place = { purl: it.purl, location: it.location, direct: it.direct };
  const shown = { to: target?.version, strategy, outcome, reason, command };
  return { ...place, ...shown, fixed: gone, remaining: stays, new: added, candidates: choice.best };
}

function page({ plans, changes }: FixReport, diff: string, applied: number): string {
  if (plans.length === 0) return 'Nothing to fix: no vulnerable library is known here.';
  const commands = joined(plans.flatMap((it) => (it.outcome === 'failed' ? [] : (it.command ?? []))));
  const good = plans.filter((it) => it.outcome === 'verified' || it.outcome === 'expected').length;
  const files = changes.map((it) => it.file).join(', ');
  const written = applied > 0 ? `Written: ${files}.` : `Nothing was written: --apply changes ${files}.`;
  return [
    plans.map(block).join('\n\n'),
    ...(diff === '' ? [] : ['', diff.trimEnd()]),
    '',
    `${good} of ${plans.length} vulnerable versions have a plan.${changes.length > 0 ? ` ${written}` : ''}`,
    ...(commands.length === 0 ? [] : ['Then run:', ...commands.map((it) => `  ${it}`)]),
  ].join('\n');
}

/** Commands that take several names, as one: resolved together they stand in nobody's way. */
const several =
  /^(?<head>\((?:cd \S+ && ))?(?<command>(?:npm|bun|poetry|pdm|pipenv) update|pnpm update -r --depth 100|yarn up -R|bundle lock --update|composer update) (?<name>[^\s()']+)(?<tail>(?: --with-dependencies)?\)?)$/;

function joined(commands: readonly string[]): readonly string[] {
  const byForm = new Map<string, string[]>();
  for (const it of new Set(commands)) {
    const { head = '', command = it, name, tail = '' } = several.exec(it)?.groups ?? {};
    const key = [head + command, tail].join('\0');
    byForm.set(key, [...(byForm.get(key) ?? []), ...(name === undefined ? [] : [name])]);
  }
  return Array.from(byForm, ([key, names]) => {
    const [head = '', tail = ''] = key.split('\0');
    return [head, ...new Set(names)].join(' ') + tail;
  });
}

function block(plan: FixPlan): string {
  const { package: it, target, strategy, outcome, gone, stays, added, reason, choice } = plan;
  const to = target ? ` → ${target.version}` : strategy === 'remove' ? ' → removed' : '';
  const how = strategy === undefined ? 'no plan' : `${strategy}, ${outcome}`;
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['fixed', gone],
    ['remaining', strategy === undefined ? choice.present.map((one) => one.id) : stays],
    ['new', added],
  ];
  const candidates = choice.best.map((one) => [
    `    ${one.version}`,
    one.aims.join(', '),
    `fixed ${one.fixed.length}, remaining ${one.remaining.length}, new ${one.added.length}`,
  ]);
  return [
    `${it.name} ${it.version}${to}  ${it.location.file}:${it.location.start.line}  ${how}`,
    `  ${reason}`,
    ...facts.filter(([, list]) => list.length > 0).map(([name, list]) => `  ${name}: ${list.join(', ')}`),
    ...(candidates.length === 0 ? [] : ['  versions:', table(candidates)]),
  ].join('\n');
}
