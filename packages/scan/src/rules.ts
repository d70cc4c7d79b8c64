import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readModels, readRuleFile, type Bundle, type Model, type PatternEntry, type Rule } from '@plumbline/catalog';
import { UserError, type Problem } from '@plumbline/core';
import { readRule, whyNotRun, type PatternRule } from '@plumbline/sast';
import type { Config } from './config/config.ts';

/** What a scan looks for. */
export interface Knowledge {
  readonly rules: readonly Rule[];
  /** Rules in more of Semgrep's language than a `Rule` holds. */
  readonly patternRules: readonly PatternRule[];
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
  for (const rule of [...(defaults ? catalogue.rules : []), ...own.flatMap((it) => it.rules)]) rules.set(rule.id, rule);
  const patternRules = new Map(own.flatMap((it) => it.patternRules).map((it) => [it.id, it]));
  for (const id of patternRules.keys()) rules.delete(id);
  return {
    rules: [...rules.values()].filter((it) => ids.get(it.id) !== 'off').toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    patternRules: [...patternRules.values()]
      .filter((it) => ids.get(it.id) !== 'off')
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    models: [...catalogue.models, ...own.flatMap((it) => it.models)],
    problems: own.flatMap((it) => it.problems),
  };
}

function bundled(): Bundle {
  const file = createRequire(import.meta.url).resolve('@plumbline/catalog/catalog.json');
  // The door: the catalogue's build has checked every rule and model against this very shape.
  return JSON.parse(readFileSync(file, 'utf8')) as Bundle;
}

function readOwn(path: string): Knowledge {
  const all = filesIn(path).map(readFile);
  const own: Knowledge = {
    rules: all.flatMap((it) => it.rules),
    patternRules: all.flatMap((it) => it.patternRules),
    models: all.flatMap((it) => it.models),
    problems: all.flatMap((it) => it.problems),
  };
  if (own.rules.length + own.patternRules.length + own.models.length + own.problems.length === 0)
    throw new UserError('rules-not-found', { path });
  return own;
}

function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UserError('path-not-found', { path });
  if (!stat.isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((it) => /\.ya?ml$/.test(it));
  return files.toSorted().map((it) => join(path, it));
}

/** Other YAML may lie in a folder of rules: samples, settings. What a file is, its keys say. */
function readFile(path: string): Knowledge {
  const text = readFileSync(path, 'utf8');
  if (/^(?:models|library):/m.test(text)) {
    const { value, problems } = readModels(text, path);
    return { rules: [], patternRules: [], models: value, problems };
  }
  if (!/^["']?rules["']?:/m.test(text)) return { rules: [], patternRules: [], models: [], problems: [] };
  const { rules, patterns, problems } = readRuleFile(text, path);
  const read = patterns.map((it) => readPattern(it, path));
  return {
    rules,
    patternRules: read.flatMap((it) => it.rules),
    models: [],
    problems: [...problems, ...read.flatMap((it) => it.problems)],
  };
}

function readPattern({ value, at }: PatternEntry, file: string): { rules: PatternRule[]; problems: Problem[] } {
  const { rule, faults } = readRule(value, at);
  const problems = faults.map(({ line, column, reason }) => {
    return { code: 'rule-invalid', message: `${file}:${line}:${column}: ${reason}`, file, line };
  });
  const idle = rule && whyNotRun(rule);
  if (rule && idle === undefined) return { rules: [rule], problems };
  const { line } = at([]);
  const why =
    idle === undefined
      ? []
      : [{ code: 'rule-not-run', message: `${file}:${line}: rule ${rule?.id}: ${idle}`, file, line }];
  return { rules: [], problems: [...problems, ...why] };
}
