import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UserError, type Finding } from '@plumbline/core';
import { explain, type PartMatch, type PartStep } from '@plumbline/sast';
import { everyRule, type Knowledge } from '../rules/index.ts';
import { nearest } from './nearest.ts';
import { installedWasm } from '../run/wasm.ts';

/** A match as people read it. Units: lines and columns from 1. */
export interface ShownMatch {
  readonly line: number;
  readonly column: number;
  /** Its first line. */
  readonly text: string;
  readonly bindings: readonly (readonly [name: string, text: string])[];
}

export interface ShownStep extends Omit<PartStep, 'found' | 'left'> {
  readonly found?: readonly ShownMatch[];
  readonly left?: readonly ShownMatch[];
}

/** Shape: `obstacles` = why the rule is not even tried on the file, in sentences. */
export interface RuleExplanation {
  readonly rule: string;
  readonly file: string;
  readonly language: string | undefined;
  readonly obstacles: readonly string[];
  readonly steps: readonly ShownStep[];
  readonly findings: readonly Finding[];
}

/**
 * Which part of a rule matches what in a file.
 *
 * Errors: `rule-unknown`, `path-not-found`.
 */
export function explainRule(id: string, path: string, knowledge: Knowledge, cwd: string): RuleExplanation {
  const rules = [...everyRule(knowledge), ...knowledge.off];
  const rule = rules.find((it) => it.id === id);
  if (!rule)
    throw new UserError('rule-unknown', {
      id,
      near: nearest(
        id,
        rules.map((it) => it.id),
      ),
    });
  const text = textOf(resolve(cwd, path), path);
  const file = relative(cwd, resolve(cwd, path)).split(sep).join('/');
  const { language, parts, findings } = explain({
    ...installedWasm(),
    rule,
    models: knowledge.models,
    file: { path: file, text },
  });
  const shown = showerFor(text);
  const many = (matches: readonly PartMatch[]): ShownMatch[] => matches.map(shown);
  return {
    rule: id,
    file,
    language,
    obstacles: obstacles(rule.languages, language, parts),
    steps: (parts?.steps ?? []).map(({ found, left, ...it }) => ({
      ...it,
      ...(found && { found: many(found) }),
      ...(left && { left: many(left) }),
    })),
    findings,
  };
}

type Parts = ReturnType<typeof explain>['parts'];

function obstacles(languages: readonly string[], language: string | undefined, parts: Parts): string[] {
  if (!parts) return [];
  const about = `The rule is about ${languages.join(', ')}; the file is ${language ?? 'of no language that we read'}.`;
  return [
    ...(parts.reads ? [] : [about]),
    ...(parts.applies ? [] : ["The rule's paths leave this file out."]),
    ...parts.wanted.map(
      (it) => `The rule needs ${it.length > 1 ? 'one of ' : ''}the words ${it.join(', ')}: not there.`,
    ),
  ];
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UserError('path-not-found', { path: shown }); // expected: nothing there, or a folder
  }
}

function showerFor(text: string): (match: PartMatch) => ShownMatch {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ start, end, bindings }) => {
    const line = starts.findLastIndex((it) => it <= start);
    const bound = [...bindings].map(([name, it]) => [name, firstLine(it)] as const);
    return {
      line: line + 1,
      column: start - starts[line]! + 1,
      text: firstLine(text.slice(start, Math.min(end, start + 500))),
      bindings: bound.filter(([name]) => !/^\$\d/.test(name)),
    };
  };
}

function firstLine(text: string): string {
  const [line = '', ...rest] = text.trim().split('\n', 2);
  return rest.length > 0 ? `${line.trimEnd()} …` : line;
}
