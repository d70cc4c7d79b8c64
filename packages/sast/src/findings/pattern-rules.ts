import type { Rule } from '@plumbline/catalog';
import {
  createEngine,
  type Extract,
  lookingRules,
  type EngineOptions,
  patternsOf,
  type FileMatches,
  type FileText,
  type Front,
  type PatternRule,
  type RuleMatch,
} from '../patterns/index.ts';
import { joinsOf, type JoinSource } from './join.ts';
import type { Secret } from './secrets.ts';

/** What a rule's patterns have found. */
export interface PatternMatch {
  readonly rule: Rule;
  readonly match: RuleMatch;
}

/** What a rule of a join has found. */
export interface JoinMatch {
  readonly source: JoinSource;
  readonly match: RuleMatch;
}

/** Code of another language that a rule of mode `extract` has found. */
export interface Extraction {
  readonly does: Extract;
  readonly matches: readonly RuleMatch[];
}

/** Shape: `secrets` = the stretches that rules with `redact: true` have found; in no order. */
export interface SeenPatterns extends Pick<FileMatches, 'faults' | 'cut'> {
  readonly matches: readonly PatternMatch[];
  readonly joined: readonly JoinMatch[];
  readonly extracted: readonly Extraction[];
  readonly secrets: readonly Secret[];
}

/** The rules that look for patterns, compiled. */
export interface PatternRules {
  /** Whether any of them looks for code of this language. */
  readonly reads: (language: string) => boolean;
  readonly seenIn: (file: FileText) => SeenPatterns;
}

export function createPatternRules(rules: readonly Rule[], front: Front, options: EngineOptions = {}): PatternRules {
  const known = new Map<Rule, PatternRule>();
  const documents = new Map<PatternRule, Rule>();
  const extracts = new Map<PatternRule, Extract>();
  for (const rule of rules) {
    const { rule: patterns } = patternsOf(rule);
    if (!patterns) continue;
    known.set(rule, patterns);
    if (patterns.does.is === 'extract') extracts.set(lookingRules(patterns)[0]!, patterns.does);
    else if (patterns.does.is !== 'join') documents.set(patterns, rule);
  }
  const sources = new Map<PatternRule, JoinSource[]>();
  for (const { of, ...source } of joinsOf(rules, known).flatMap((it) => it.sources)) {
    if (of) sources.set(of, [...(sources.get(of) ?? []), source]);
  }
  const engine = createEngine(
    [...new Set([...documents.keys(), ...extracts.keys(), ...sources.keys()])],
    front,
    options,
  );
  return {
    reads: engine.reads,
    seenIn(file) {
      const { matches, faults, cut } = engine.match(file);
      const found = matches.flatMap((match) => {
        const rule = documents.get(match.rule);
        return rule ? [{ rule, match }] : [];
      });
      const joined = matches.flatMap((match) => (sources.get(match.rule) ?? []).map((source) => ({ source, match })));
      const secrets = found.filter(isSecret).map(({ match }) => secretOf(match));
      const extracted = [...extracts].flatMap(([rule, does]) => {
        const taken = matches.filter((it) => it.rule === rule);
        return taken.length > 0 ? [{ does, matches: taken }] : [];
      });
      return { matches: found, joined, extracted, faults, cut, secrets };
    },
  };
}

function isSecret({ rule }: PatternMatch): boolean {
  return rule.metadata?.redact === true;
}

/** What `$SECRET` stands for, or a group `secret` of a regular expression, or all of it. */
function secretOf({ start, end, bindings }: RuleMatch): Secret {
  const bound = bindings.get('$SECRET') ?? bindings.get('$secret');
  return bound ? { start: bound.start, end: bound.end } : { start, end };
}
