export { createAnalyser, type Analyser, type AnalyserInput, type Analysis, type Stretch } from './analyse.ts';
export { languageOf } from './languages/index.ts';
export type { PatternRule, RuleFault } from './patterns/rule/rule.ts';
export { whyNotRun } from './patterns/engine.ts';
export { readRule, type RuleRead } from './patterns/rule/read-rule.ts';
export type { Language } from './languages/language.ts';
