export { filled } from './arguments.ts';
export { annotationsIn, sampleText, type Annotation } from './annotations.ts';
export { Bundle } from './bundle.ts';
export {
  alternatives,
  languages,
  Model,
  type Argument,
  type CallbackRow,
  type CleanRow,
  type Condition,
  type EntryRow,
  type FlowRow,
  type GuardRow,
  type InheritRow,
  type PartRow,
  type Port,
  type SinkRow,
  type SourceRow,
  type TypeRow,
  type UseFix,
  type UseRow,
} from './model.ts';
export { readModels, readRules, readSymbols } from './read.ts';
export { SymbolRow } from './symbols.ts';
export { regexOf } from './regex.ts';
export { hasFormula, placeIn, type Origin, type Place, type Rule, type RuleArgument } from './rule.ts';
