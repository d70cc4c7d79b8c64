import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import type { Rule } from '@plumbline/catalog';
import { UserError } from '@plumbline/core';
import { filesIn, readRuleText, type RuleText } from '../rules/index.ts';

/** A file that says what to look for. Shape: `path` is absolute, `shown` is what people are told. */
export interface RuleFile extends RuleText {
  readonly path: string;
  readonly shown: string;
}

/** The rules and models that come with Plumbline, as they were written; the samples are beside the rules. */
export function catalogueFolders(): string[] {
  const built = dirname(createRequire(import.meta.url).resolve('@plumbline/catalog/catalog.json'));
  return [join(built, '../rules'), join(built, '../models')];
}

/**
 * The files at absolute paths that hold rules or models, or try to.
 *
 * Errors: `path-not-found`, and `rules-not-found` for a path without any.
 */
export function ruleFilesAt(paths: readonly string[], cwd: string): RuleFile[] {
  return paths.flatMap((path) => {
    const files = filesIn(path).map((file) => {
      const shown = relative(cwd, file).startsWith('..') ? file : relative(cwd, file);
      return { path: file, shown, ...readRuleText(readFileSync(file, 'utf8'), shown) };
    });
    const found = files.filter((it) => it.rules.length + it.models.length + it.problems.length > 0);
    if (found.length === 0) throw new UserError('rules-not-found', { path });
    return found;
  });
}

/** Files beside a file of rules that show what they find: they begin with its name, or with a rule's. */
export function samplesOf({ path, rules }: RuleFile): string[] {
  const folder = dirname(path);
  const stems = [stemOf(path), ...rules.map((it) => it.id)];
  return readdirSync(folder)
    .filter((it) => it !== basename(path) && stems.some((stem) => it.startsWith(`${stem}.`)))
    .filter(
      (it) =>
        !it.includes('.fixed.') &&
        !it.endsWith('.md') &&
        !stems.some((stem) => /^\.ya?ml$/.test(it.slice(stem.length))),
    )
    .toSorted()
    .map((it) => join(folder, it));
}

function stemOf(path: string): string {
  return basename(path).replace(/\.ya?ml$/, '');
}

/** A rule for where it is tested: its `paths` are about projects. */
export function anywhere(rule: Rule): Rule {
  const { paths: _, ...rest } = rule;
  return rest;
}
