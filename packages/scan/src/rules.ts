import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { placeIn, readModels, readRules, type Bundle, type Model, type Rule } from '@plumbline/catalog';
import { UserError, type Problem } from '@plumbline/core';
import { checkRule, type RuleComplaint } from '@plumbline/sast';
import type { Config } from './config/config.ts';

/** What a scan looks for. */
export interface Knowledge {
  readonly rules: readonly Rule[];
  readonly models: readonly Model[];
  /** Of the user's own files. */
  readonly problems: readonly Problem[];
}

/** Where rules come from. Shape: absolute paths. */
export interface RuleSources {
  readonly paths: readonly string[];
  readonly defaults: boolean;
  readonly ids: Config['rules']['ids'];
}

/**
 * The catalogue's rules and models and the user's own. A rule of the user's replaces one of the same id.
 *
 * Errors: `rules-not-found` for a path without a rule or model.
 */
export function loadKnowledge({ paths, defaults, ids }: RuleSources): Knowledge {
  const catalogue = bundled();
  const own = paths.map(readOwn);
  const rules = new Map<string, Rule>();
  const wanted = catalogue.rules.filter((it) => defaults && (it.metadata?.default !== 'off' || ids.has(it.id)));
  for (const rule of [...wanted, ...own.flatMap((it) => it.rules)]) rules.set(rule.id, rule);
  return {
    rules: [...rules.values()].filter((it) => ids.get(it.id) !== 'off').toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    models: [...catalogue.models, ...own.flatMap((it) => it.models)],
    problems: [...own.flatMap((it) => it.problems), ...duplicates(own.flatMap((it) => it.rules))],
  };
}

/** Of rules with one id only the last would run. */
export function duplicates(rules: readonly Rule[]): Problem[] {
  const first = new Map<string, Rule>();
  return rules.flatMap((rule) => {
    const known = first.get(rule.id);
    if (!known) first.set(rule.id, rule);
    const place = placeIn(rule.origin, ['id']);
    const reason = `there is another rule of this id in ${known?.origin?.file}`;
    return known ? [told(rule, { is: 'invalid', ...place, reason })] : [];
  });
}

/** The catalogue. */
export function bundled(): Bundle {
  const file = createRequire(import.meta.url).resolve('@plumbline/catalog/catalog.json');
  // The door: the catalogue's build has checked every rule and model against this very shape.
  return JSON.parse(readFileSync(file, 'utf8')) as Bundle;
}

function readOwn(path: string): Knowledge {
  const all = filesIn(path).map((it) => withoutIdle(readRuleFile(it)));
  const own: Knowledge = {
    rules: all.flatMap((it) => it.rules),
    models: all.flatMap((it) => it.models),
    problems: all.flatMap((it) => it.problems),
  };
  if (own.rules.length + own.models.length + own.problems.length === 0)
    throw new UserError('rules-not-found', { path });
  return own;
}

/**
 * The files that may hold rules or models: the path itself, or all YAML in the folder.
 *
 * Errors: `path-not-found`.
 */
export function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UserError('path-not-found', { path });
  if (!stat.isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((it) => /\.ya?ml$/.test(it));
  return files.toSorted().map((it) => join(path, it));
}

/**
 * What a file of the user's holds. Other YAML may lie in a folder of rules: samples, settings. Its keys say what it is.
 * `shown` is how problems name it.
 */
export function readRuleFile(path: string, shown = path): Knowledge {
  const text = readFileSync(path, 'utf8');
  if (/^(?:models|library):/m.test(text)) {
    const { value, problems } = readModels(text, shown);
    return { rules: [], models: value, problems };
  }
  if (!/^["']?rules["']?:/m.test(text)) return { rules: [], models: [], problems: [] };
  const { value, problems } = readRules(text, shown);
  return { rules: value, models: [], problems };
}

/** Without the rules that cannot find anything, for which there is a problem instead. */
export function withoutIdle({ rules, models, problems }: Knowledge): Knowledge {
  const checked = rules.map((rule) => ({ rule, complaints: checkRule(rule) }));
  return {
    rules: checked.filter((it) => it.complaints.length === 0 || isOfUse(it.rule, it.complaints)).map((it) => it.rule),
    models,
    problems: [...problems, ...checked.flatMap((it) => it.complaints.map((complaint) => told(it.rule, complaint)))],
  };
}

/** Half of a rule that does not hold finds what nobody asked for; patterns without an engine leave what models say. */
function isOfUse(rule: Rule, complaints: readonly RuleComplaint[]): boolean {
  const hasKinds = rule['sink-kinds'] !== undefined || rule['use-kinds'] !== undefined;
  return hasKinds && complaints.every((it) => it.is === 'not-run');
}

/** A complaint about a rule as a problem of the file that it stands in. */
export function told({ id, origin }: Rule, { is, line, column, reason }: RuleComplaint): Problem {
  const file = origin?.file ?? 'catalog.json';
  const code = is === 'invalid' ? 'rule-invalid' : 'rule-not-run';
  return { code, message: `${file}:${line}:${column}: rule ${id}: ${reason}`, file, line };
}
