export { isIn, type Area } from './area.ts';
export { bundled, bundleFile } from './bundle.ts';
export { duplicates, told, withoutIdle } from './check.ts';
export { argumentOf, asSettled, libraryRules, type LibraryRules } from './health.ts';
export { everyRule, loadKnowledge, type Knowledge, type RuleChoice } from './knowledge.ts';
export { categoryOf, packsOf, type Pack } from './packs.ts';
export { filesIn, readRuleText, type RuleText } from './read.ts';
export { type RuleSetting, type RuleSettings } from './settings.ts';
export { isAddress } from './sources.ts';
