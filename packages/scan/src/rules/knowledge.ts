import { readFileSync } from 'node:fs';
import type { Model, Rule, SymbolRow } from '@plumbline/catalog';
import type { Problem, RuleSource } from '@plumbline/core';
import { isIn, type Area } from './area.ts';
import { bundled, bundleFile } from './bundle.ts';
import { isAboutLibraries, libraryRules, type LibraryRules } from './health.ts';
import { withOwnIds } from './ids.ts';
import { openReader } from './kept.ts';
import { isOptional, rulesOf } from './packs.ts';
import { settled, type RuleSettings } from './settings.ts';
import { digestOf, readSource } from './sources.ts';

/** What a scan looks for. */
export interface Knowledge {
  readonly rules: readonly Rule[];
  /** Folders where other rules run than elsewhere, the deepest first. */
  readonly areas: readonly Area[];
  /** Those about libraries, which another engine runs. */
  readonly health: LibraryRules;
  /** Rules that are there and run nowhere. */
  readonly off: readonly Rule[];
  readonly models: readonly Model[];
  /** The vulnerable parts of packages. */
  readonly symbols: readonly SymbolRow[];
  /** Of the user's own files. */
  readonly problems: readonly Problem[];
  readonly sources: readonly RuleSource[];
}

/**
 * Where rules come from, and which of them are wanted.
 *
 * Shape: `paths` are absolute files and folders, or addresses. `packs` = of the catalogue these alone. `cwd` is what
 *        people are told paths relative to.
 */
export interface RuleChoice extends RuleSettings {
  readonly paths: readonly string[];
  readonly defaults: boolean;
  readonly packs: readonly string[];
  readonly areas: readonly (RuleSettings & { readonly folder: string })[];
  readonly cwd: string;
  /** Absolute folder where it is kept what was read of the user's files. */
  readonly cache?: string | undefined;
}

/**
 * The catalogue's rules and models and the user's own. A rule of the user's replaces one of the catalogue's of the same id.
 *
 * Errors: of `readSource`, `rulesOf` and `settled`.
 */
export async function loadKnowledge(choice: RuleChoice): Promise<Knowledge> {
  const catalogue = bundled();
  const reader = openReader(choice.cache, choice.paths);
  const read: Awaited<ReturnType<typeof readSource>> = [];
  for (const path of choice.paths) read.push(...(await readSource(path, choice.cwd, reader)));
  reader.save();
  const own = withOwnIds(read);
  const ids = new Set(own.rules.map((it) => it.id));
  const offered = choice.defaults ? [...catalogue.rules, ...libraryRules].filter((it) => !ids.has(it.id)) : [];
  const asked = choice.packs.length > 0 ? rulesOf(offered, choice.packs) : undefined;
  // What the user brings runs; what a named pack holds, too.
  const named = new Set([...own.rules, ...(asked ?? [])]);
  const all: readonly Rule[] = [...offered, ...own.rules];
  const isOn = (rule: Rule): boolean => named.has(rule) || (asked === undefined && !isOptional(rule));
  const rulesFor = (settings: readonly RuleSettings[]): Rule[] =>
    settled(all, settings, isOn).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const areas = nested(choice.areas).map(({ folder, settings }) => ({
    folder,
    rules: rulesFor([choice, ...settings]),
  }));
  const rules = rulesFor([choice]);
  const running = new Set([rules, ...areas.map((it) => it.rules)].flatMap((list) => list.map((it) => it.id)));
  const [code, health] = [parted(rules, areas, (it) => !isAboutLibraries(it)), parted(rules, areas, isAboutLibraries)];
  return {
    ...code,
    health,
    off: all.filter((it) => !running.has(it.id)),
    models: [...catalogue.models, ...own.models],
    symbols: catalogue.symbols,
    problems: own.problems,
    sources: [
      ...(choice.defaults ? [catalogueSource(offered.filter((it) => !isAboutLibraries(it)).length)] : []),
      ...read.map((it) => it.source),
    ],
  };
}

function parted(rules: readonly Rule[], areas: readonly Area[], is: (rule: Rule) => boolean): LibraryRules {
  return { rules: rules.filter(is), areas: areas.map((it) => ({ folder: it.folder, rules: it.rules.filter(is) })) };
}

function catalogueSource(rules: number): RuleSource {
  return { name: 'catalogue', sha256: digestOf(readFileSync(bundleFile())), rules };
}

/** An area's own settings, behind those of the areas around it. */
function nested(areas: RuleChoice['areas']): { readonly folder: string; readonly settings: readonly RuleSettings[] }[] {
  const outward = areas.toSorted((a, b) => a.folder.length - b.folder.length);
  const inward = outward.toReversed();
  return inward.map(({ folder }) => ({ folder, settings: outward.filter((it) => isIn(folder, it.folder)) }));
}

/** Every rule that runs anywhere, once. */
export function everyRule({ rules, areas }: Pick<Knowledge, 'rules' | 'areas'>): Rule[] {
  const all = [...rules, ...areas.flatMap((it) => it.rules)];
  return [...new Map(all.toReversed().map((it) => [it.id, it])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
