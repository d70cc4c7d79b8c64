/** The matching engine's door: rules in Semgrep's language, compiled once, matched file by file. */
export { dialectOf, dialects } from './compile/dialects/index.ts';
export { compilePattern, type Pattern, type PatternFault } from './compile/pattern.ts';
export {
  createEngine,
  type Engine,
  type EngineOptions,
  type FileMatches,
  type FileText,
  lookingRules,
  type Meter,
  type RuleMatch,
  whyNotRun,
} from './engine.ts';
export { explainParts, type PartMatch, type PartsExplained, type PartStep } from './explain.ts';
export { createFront, type Front, mayHaveTypes } from './front.ts';
export { interpolated } from './interpolate.ts';
export { Facts } from './match/facts.ts';
export { findMatches, type Match } from './match/find.ts';
export { plainOptions } from './rule/options.ts';
export { patternsOf, readRule, type RuleRead } from './rule/read-rule.ts';
export type { Extract, Join, JoinSide, PatternRule, RuleFault } from './rule/rule.ts';
