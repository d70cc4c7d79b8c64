import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readModels, readRules, type Model, type Rule } from '@plumbline/catalog';
import { UserError, type Problem } from '@plumbline/core';

/** What stands in a file of rules or models. */
export interface RuleText {
  readonly rules: readonly Rule[];
  readonly models: readonly Model[];
  readonly problems: readonly Problem[];
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
 * What a text of the user's holds. Other YAML may lie in a folder of rules: samples, settings. Its keys say what it is.
 * `shown` is how problems name it.
 */
export function readRuleText(text: string, shown: string): RuleText {
  if (/^(?:models|library):/m.test(text)) {
    const { value, problems } = readModels(text, shown);
    return { rules: [], models: value, problems };
  }
  if (!isOfRules(text)) return { rules: [], models: [], problems: [] };
  const { value, problems } = readRules(text, shown);
  return { rules: value, models: [], problems };
}

/** Roles of Kubernetes and jobs of GitLab, which may be samples, have rules of their own. */
function isOfRules(text: string): boolean {
  return /^(?:\s*\{?\s*["']rules["']|rules)\s*:/m.test(text) && !/^apiVersion\s*:/m.test(text);
}
