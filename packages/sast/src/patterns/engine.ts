/**
 * Rules in, matches out. Rules are compiled when a file first needs them: reading a pattern costs a parse, and most
 * rules are ruled out by the words of the text.
 */
import { formatsOf, isFormat, type Format } from '../languages/formats.ts';
import { dialectOf } from './compile/dialects/index.ts';
import type { Language } from '../languages/language.ts';
import type { Tree } from '../tree/tree.ts';
import { type Compiled } from './formula/compiled.ts';
import { compileFormula, type FormulaFault, Leaves, tongueOf, type Tongue } from './formula/compile-formula.ts';
import { evaluate, Sheet } from './formula/evaluate.ts';
import type { Range } from './formula/ranges.ts';
import type { Front } from './front.ts';
import { editOf, interpolated, type PatternEdit } from './interpolate.ts';
import type { Bindings } from './match/bindings.ts';
import { areWhole, isMet, needsOf, type Needs } from './prefilter.ts';
import { applies } from './paths.ts';
import type { Search, PatternRule, RuleFault } from './rule/rule.ts';
import { whyNotSpoken } from './rule/version.ts';
import { Words, type WordsSeen } from './words.ts';

/** Units: `start` and `end` are indices into the text. */
export interface RuleMatch {
  readonly rule: PatternRule;
  readonly start: number;
  readonly end: number;
  readonly bindings: Bindings;
  /** The rule's message, its metavariables filled in. */
  readonly message: string;
  readonly edit: PatternEdit | undefined;
}

export interface FileMatches {
  readonly matches: readonly RuleMatch[];
  /** What was given up because it took too much work: of a rule a part, or all of it. */
  readonly cut: readonly string[];
  /** Rules that this file needs and that turned out not to compile: every such file tells them. */
  readonly faults: readonly RuleFault[];
}

export interface FileText {
  readonly path: string;
  readonly text: string;
  /** Undefined for a text of no language that we read. */
  readonly language: Pick<Language, 'name' | 'grammar'> | undefined;
  /** The text is what a file of another language has of this one: rules about whole files have seen it there. */
  readonly embedded?: true;
  /** Made when it is first asked for, if it is not given. */
  readonly tree?: Tree | undefined;
}

export interface Engine {
  /** Whether any rule looks for code of this language. */
  readonly reads: (language: string) => boolean;
  readonly match: (file: FileText) => FileMatches;
  /** Compiles everything now: for who checks rules. */
  readonly check: () => RuleFault[];
}

/** A rule in one of its languages. */
interface Entry {
  readonly rule: PatternRule & { readonly does: Search };
  readonly tongue: Tongue;
  /** It looks only at files of this format. */
  readonly format: Format | undefined;
  /** Read off the patterns when a file of their language first turns up. */
  needs: Needs | undefined;
  compiled: Compiled | undefined | 'not yet';
  faults: readonly RuleFault[];
}

/** What is not in the rules and not in the files. Shape: `today` = `YYYY-MM-DD`, for rules that ask what day it is. */
export interface EngineOptions {
  readonly today?: string | undefined;
  readonly meter?: Meter | undefined;
}

/** Hears what every rule takes in every file. Shape: `clock` tells milliseconds. */
export interface Meter {
  readonly clock: () => number;
  readonly spent: (rule: string, work: number, milliseconds: number) => void;
}

export function createEngine(
  rules: readonly PatternRule[],
  front: Front,
  { today, meter }: EngineOptions = {},
): Engine {
  const outside = { readText: front.tree, today: today === undefined ? undefined : Date.parse(today) / 1000 };
  const leaves = new Leaves(front);
  const selection = new Selection();
  for (const rule of rules) {
    if (isSearch(rule) && whyNotSpoken(rule) === undefined) for (const entry of entriesOf(rule)) selection.add(entry);
  }

  const compile = (entry: Entry, faults: RuleFault[]): Compiled | undefined => {
    if (entry.compiled !== 'not yet') {
      faults.push(...entry.faults);
      return entry.compiled;
    }
    const found: FormulaFault[] = [];
    const { rule, tongue } = entry;
    entry.compiled = compileFormula(rule.does.formula, { leaves, tongue, options: rule.options, faults: found });
    entry.faults = found.map((it) => ({ ...it, rule: rule.id }));
    faults.push(...entry.faults);
    return entry.compiled;
  };

  const match = (file: FileText): FileMatches => {
    const faults: RuleFault[] = [];
    const { live, seen } = selection.of(file);
    const needsTree = live.some((it) => typeof it.tongue === 'object');
    const tree = needsTree ? (file.tree ?? (file.language && front.code(file.text, file.language.grammar))) : undefined;
    const sheet = new Sheet(file.text, tree, outside, seen);
    // JSON is YAML: rules for a format that is written in either have patterns in YAML.
    const asYaml = file.language?.name === 'json' && live.some((it) => it.format !== undefined);
    const formatted = asYaml ? new Sheet(file.text, front.tree(file.text, 'yaml'), outside, seen) : sheet;
    const cut: string[] = [];
    const matches = live.flatMap((entry) => {
      const started = meter?.clock() ?? 0;
      const compiled = compile(entry, faults);
      if (!compiled) return [];
      const own = entry.format ? formatted : sheet;
      own.begin();
      const ranges = evaluate(compiled, { sheet: own, options: entry.rule.options });
      meter?.spent(entry.rule.id, own.work, meter.clock() - started);
      cut.push(...[...own.cut].map((it) => `${entry.rule.id}: ${it}`));
      if (own.isSpent) {
        cut.push(entry.rule.id);
        return [];
      }
      return limited(
        entry.rule,
        ranges.map((it) => matchOf(entry.rule, it, file.text)),
      );
    });
    return { matches, cut, faults };
  };

  const check = (): RuleFault[] => {
    const faults: RuleFault[] = [];
    for (const entry of selection.all()) compile(entry, faults);
    return faults;
  };

  return { reads: (language) => selection.has(language), match, check };
}

/** Why a rule is not run, though it is read: a mode or languages that there is no engine for yet. */
export function whyNotRun(rule: PatternRule): string | undefined {
  const unspoken = whyNotSpoken(rule);
  if (unspoken !== undefined) return unspoken;
  const { does } = rule;
  if (does.is === 'join') return does.rules.map(whyNotRun).find((it) => it !== undefined);
  if (does.is === 'extract' && typeof tongueOf(does.language) !== 'object')
    return `its dest-language is not read: ${does.language}`;
  if (does.is === 'taint') return `rules of mode ${does.is} are checked and not run yet`;
  if (rule.languages.some((it) => tongueOf(it) !== undefined)) return undefined;
  return `none of its languages is read yet: ${rule.languages.join(', ')}`;
}

/** The rules that look for patterns: a join's are those inside of it, an extraction looks for what it takes out. */
export function lookingRules(rule: PatternRule): readonly PatternRule[] {
  const { does } = rule;
  if (does.is === 'join') return does.rules;
  return does.is === 'extract' ? [{ ...rule, does: { is: 'search', formula: does.formula } }] : [rule];
}

function isSearch(rule: PatternRule): rule is Entry['rule'] {
  return rule.does.is === 'search';
}

/** A rule for JavaScript and TypeScript is two entries; several names of one language are one. */
function entriesOf(rule: Entry['rule']): Entry[] {
  const spoken = rule.languages.flatMap((language) => {
    const tongue = tongueOf(language);
    return tongue === undefined ? [] : [{ tongue, format: isFormat(language) ? language : undefined }];
  });
  const whole = new Set(spoken.filter((it) => it.format === undefined).map((it) => it.tongue));
  const wanted = spoken.filter((it) => it.format === undefined || !whole.has(it.tongue));
  return [...new Map(wanted.map((it) => [keyOf(it), it])).values()].map(({ tongue, format }) => ({
    rule,
    tongue,
    format,
    needs: undefined,
    compiled: 'not yet',
    faults: [],
  }));
}

function keyOf({ tongue, format }: Pick<Entry, 'tongue' | 'format'>): string {
  return format ?? (typeof tongue === 'object' ? tongue.name : 'text');
}

function foldsWords(language: string | undefined): boolean {
  return language !== undefined && dialectOf(language)?.foldsWords === true;
}

/** Finds the entries that a file could match, by its language, its path and its words. */
class Selection {
  readonly #entries = new Map<string, Entry[]>();
  readonly #words = new Words();

  add(entry: Entry): void {
    const list = this.#entries.get(keyOf(entry));
    if (list) list.push(entry);
    else this.#entries.set(keyOf(entry), [entry]);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  all(): Entry[] {
    return [...this.#entries.values()].flat();
  }

  of({ path, text, language, embedded }: FileText): { readonly live: readonly Entry[]; readonly seen: WordsSeen } {
    const data = language?.name === 'yaml' || language?.name === 'json';
    const others = embedded ? [] : ['text', ...(data ? formatsOf(path, text) : [])];
    const names = [language?.name ?? '', ...others];
    const candidates = names.flatMap((it) => this.#entries.get(it) ?? []);
    for (const it of candidates) it.needs ??= this.#needsOf(it);
    const seen = this.#words.in(text, foldsWords(language?.name) ? text.toLowerCase() : text);
    const inside = (word: string): boolean => seen.hasInside(word);
    const whole = (word: string): boolean => seen.has(word);
    const live = candidates.filter(
      (it) => isMet(it.needs!, areWhole(it.tongue) ? whole : inside) && applies(it.rule.paths, path),
    );
    return { live, seen };
  }

  #needsOf({ rule, tongue }: Entry): Needs {
    if (rule.options.generic_caseless) return [];
    const needs = needsOf(rule.does.formula, tongue);
    if (areWhole(tongue)) for (const word of needs.flat()) this.#words.add(word);
    return needs;
  }
}

/** One match a place and message, in the order of the text: ways to match that nobody can tell apart are one. */
function limited(rule: PatternRule, matches: readonly RuleMatch[]): RuleMatch[] {
  const seen = new Set<string>();
  const distinct = matches.filter(({ start, end, message }) => {
    const key = `${start}:${end}:${message}`;
    return seen.has(key) ? false : seen.add(key);
  });
  const sorted = distinct.sort((a, b) => a.start - b.start || a.end - b.end);
  const most = rule.options.max_match_per_file;
  return most > 0 ? sorted.slice(0, most) : sorted;
}

function matchOf(rule: PatternRule, range: Range, text: string): RuleMatch {
  const { start, end, bindings } = range;
  const message = interpolated(rule.message, bindings);
  return { rule, start, end, bindings, message, edit: editOf(rule, range, text) };
}
