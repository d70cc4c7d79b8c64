import type { Rule } from '@plumbline/catalog';
import {
  createEngine,
  type EngineOptions,
  patternsOf,
  type FileMatches,
  type FileText,
  type Front,
  type RuleMatch,
} from '../patterns/index.ts';
import type { Secret } from './secrets.ts';

/** What a rule's patterns have found. */
export interface PatternMatch {
  readonly rule: Rule;
  readonly match: RuleMatch;
}

/** Shape: `secrets` = the stretches that rules with `redact: true` have found; in no order. */
export interface SeenPatterns extends Pick<FileMatches, 'faults' | 'cut'> {
  readonly matches: readonly PatternMatch[];
  readonly secrets: readonly Secret[];
}

/** The rules that look for patterns, compiled. */
export interface PatternRules {
  /** Whether any of them looks for code of this language. */
  readonly reads: (language: string) => boolean;
  readonly seenIn: (file: FileText) => SeenPatterns;
}

export function createPatternRules(rules: readonly Rule[], front: Front, options: EngineOptions = {}): PatternRules {
  const documents = new Map(
    rules.flatMap((rule) => {
      const { rule: patterns } = patternsOf(rule);
      return patterns ? [[patterns, rule]] : [];
    }),
  );
  const engine = createEngine([...documents.keys()], front, options);
  return {
    reads: engine.reads,
    seenIn(file) {
      const { matches, faults, cut } = engine.match(file);
      const found = matches.map((match) => ({ rule: documents.get(match.rule)!, match }));
      return { matches: found, faults, cut, secrets: found.filter(isSecret).map(({ match }) => secretOf(match)) };
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
