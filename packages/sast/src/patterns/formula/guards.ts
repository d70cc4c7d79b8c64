/**
 * Conditions on the text of a metavariable, moved to where it is bound: what would be dropped in the end is not matched to
 * its end. Only where the condition is sure to be about this very binding.
 */
import type { Bound } from '../match/bindings.ts';
import type { Guards } from '../match/run.ts';
import { NONE } from '../../tree/tree.ts';
import { matchAtStart, type Regex } from '../regex/regex.ts';
import type { Compiled, CompiledCondition } from './compiled.ts';

/** The same formula with its conditions on texts told to the patterns that bind these. */
export function guarded(formula: Compiled): Compiled {
  const regexes = new Map<string, Regex[]>();
  for (const it of formula.where) {
    if (it.is !== 'regex' || it.folded || isMadeIn(formula, it.metavariable)) continue;
    regexes.set(it.metavariable, [...(regexes.get(it.metavariable) ?? []), it.compiled]);
  }
  let found = formula;
  for (const [name, all] of regexes) found = told(found, name, all);
  return found;
}

function told(formula: Compiled, name: string, regexes: readonly Regex[]): Compiled {
  switch (formula.is) {
    case 'code':
      return mentions(formula, name) ? { ...formula, guards: withGuard(formula.guards, name, regexes) } : formula;
    case 'any':
      return { ...formula, of: formula.of.map((it) => told(it, name, regexes)) };
    case 'inside':
      return { ...formula, of: told(formula.of, name, regexes) };
    case 'all': {
      const terms = formula.of.filter((it) => it.is !== 'not' && mentions(it, name));
      const [only] = terms;
      return terms.length === 1
        ? { ...formula, of: formula.of.map((it) => (it === only ? told(it, name, regexes) : it)) }
        : formula;
    }
    default:
      return formula;
  }
}

function withGuard(known: Guards | undefined, name: string, regexes: readonly Regex[]): Guards {
  const texts = new Map<string, boolean>();
  const isFit = (bound: Bound): boolean => {
    if (bound.node !== NONE && bound.end - bound.start > longest) return true;
    const { text } = bound;
    if (text.length > longest) return true;
    let fits = texts.get(text);
    if (fits === undefined) {
      if (texts.size > most) texts.clear();
      texts.set(text, (fits = regexes.every((it) => mayFit(it, text))));
    }
    return fits;
  };
  return {
    key: `${known?.key ?? ''}\0${name}\0${regexes.map((it) => `${it.expression.flags}${it.source}`).join('\0')}`,
    lets: (it, bound) => (it === name ? isFit(bound) : known === undefined || known.lets(it, bound)),
  };
}

/** Longer texts are left to the condition itself: to try them everywhere would take more than it saves. */
const longest = 200;
const most = 5_000;

/** What takes too long to say is left to the condition, too: it tells that it was cut. */
function mayFit(regex: Regex, text: string): boolean {
  let cut = false;
  return matchAtStart(regex, text, () => (cut = true)) !== undefined || cut;
}

/** Whether a metavariable stands somewhere in what a formula looks for. */
function mentions(formula: Compiled, name: string): boolean {
  switch (formula.is) {
    case 'code':
      return holdsName(formula.pattern.text, name);
    case 'generic':
      return holdsName(formula.pattern.source, name);
    case 'regex':
      return formula.regex.names.includes(name.slice(1)) || /^\$\d/.test(name);
    case 'all':
    case 'any':
      return formula.of.some((it) => mentions(it, name));
    default:
      return mentions(formula.of, name);
  }
}

function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[A-Z_0-9]/.test(text[at + name.length] ?? '')) return true;
  return false;
}

/** Whether something else than a pattern binds it: a match as a whole, a group of a condition. */
function isMadeIn(formula: Compiled, name: string): boolean {
  const isMade = (it: CompiledCondition): boolean => it.is === 'regex' && it.compiled.names.includes(name.slice(1));
  if (formula.as !== undefined || formula.where.some(isMade)) return true;
  switch (formula.is) {
    case 'all':
    case 'any':
      return formula.of.some((it) => isMadeIn(it, name));
    case 'not':
    case 'inside':
    case 'anywhere':
      return isMadeIn(formula.of, name);
    default:
      return false;
  }
}
