import type { Range } from './formula/ranges.ts';
import type { Bindings } from './match/bindings.ts';
import { isCheap } from './regex/cost.ts';
import { compileRegex } from './regex/regex.ts';
import type { PatternRule } from './rule/rule.ts';

/** A replacement. Units: indices into the text. */
export interface PatternEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Metavariables in a message, a fix or metadata, in place of their names what they stand for. */
export function interpolated(template: string, bindings: Bindings): string {
  return template.replace(
    /value\((\$[A-Z_][A-Z_0-9]*)\)|\$(?:\.\.\.)?(?:[A-Z_][A-Z_0-9]*|\d+)/g,
    (all, inner: string | undefined) => {
      const bound = bindings.get(inner ?? all);
      return bound ? bound.text : all;
    },
  );
}

/** What a rule's `fix` or `fix-regex` makes of a match. */
export function editOf(rule: PatternRule, range: Range, text: string): PatternEdit | undefined {
  const { start, end, bindings } = range;
  const fix = range.fix ?? rule.fix;
  if (fix !== undefined) return { start, end, text: interpolated(fix, bindings) };
  if (!rule.fixRegex) return undefined;
  const { regex, replacement, count } = rule.fixRegex;
  const compiled = compileRegex(regex, { multiline: true });
  if (compiled.is === 'fault') return undefined;
  const matched = text.slice(start, end);
  if (!isCheap(compiled.cost, matched)) return undefined;
  let left = count > 0 ? count : Infinity;
  const written = pythonReplacement(interpolated(replacement, bindings), compiled.groups);
  const fixed = matched.replace(compiled.expression, (...all) => {
    if (left-- <= 0) return String(all[0]);
    return written.map((it) => (typeof it === 'string' ? it : String(all[it] ?? ''))).join('');
  });
  return fixed === matched ? undefined : { start, end, text: fixed };
}

/** `\1` and `\g<1>` as numbers of groups, the rest as text. */
function pythonReplacement(replacement: string, groups: readonly number[]): (string | number)[] {
  return replacement.split(/(\\\d{1,2}|\\g<\d+>|\\n|\\t|\\\\)/).map((piece) => {
    const number = /^\\(?:g<)?(\d+)>?$/.exec(piece)?.[1];
    if (number !== undefined) return groups[Number(number)] ?? '';
    return piece === '\\n' ? '\n' : piece === '\\t' ? '\t' : piece === '\\\\' ? '\\' : piece;
  });
}
