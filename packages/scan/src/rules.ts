import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readModels, readRules, type Bundle, type Model, type Rule } from '@plumbline/catalog';
import { UserError, type Problem } from '@plumbline/core';
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
  for (const rule of [...(defaults ? catalogue.rules : []), ...own.flatMap((it) => it.rules)]) rules.set(rule.id, rule);
  return {
    rules: [...rules.values()].filter((it) => ids.get(it.id) !== 'off').toSorted((a, b) => (a.id < b.id ? -1 : 1)),
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
    models: all.flatMap((it) => it.models),
    problems: all.flatMap((it) => it.problems),
  };
  if (own.rules.length + own.models.length + own.problems.length === 0)
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
    return { rules: [], models: value, problems };
  }
  if (!/^["']?rules["']?:/m.test(text)) return { rules: [], models: [], problems: [] };
  const { value, problems } = readRules(text, path);
  return { rules: value, models: [], problems };
}
