export { createAnalyser, type Analyser, type AnalyserInput, type Analysis, type Stretch } from './analyse.ts';
export { checkRule, createRuleCheck, type RuleCheck, type RuleComplaint } from './check.ts';
export { joinFindings, type JoinPart } from './findings/join.ts';
export { explain, type Explanation, type ExplainInput } from './explain.ts';
export { formatsOf } from './languages/formats.ts';
export { languageOf } from './languages/index.ts';
export type { Language } from './languages/language.ts';
export type { Meter, PartMatch, PartStep } from './patterns/index.ts';
