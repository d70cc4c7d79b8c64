import type { Rule } from '@plumbline/catalog';
import type { Finding } from '@plumbline/core';
import { createAnalyser } from './analyse.ts';
import { languageOf } from './languages/index.ts';
import { createParser, type ParserParts } from './parse/parser.ts';
import { createFront, explainParts, patternsOf, type PartsExplained } from './patterns/index.ts';
import type { AnalyserInput } from './analyse.ts';

/** How a rule came to its findings in a file. Shape: `parts` undefined for a rule that has no patterns. */
export interface Explanation {
  readonly language: string | undefined;
  readonly parts: PartsExplained | undefined;
  readonly findings: readonly Finding[];
}

export interface ExplainInput extends ParserParts {
  readonly rule: Rule;
  readonly models: AnalyserInput['models'];
  readonly file: { readonly path: string; readonly text: string };
}

/** Runs one rule over one file, step by step. */
export function explain({ rule, models, file, ...wasm }: ExplainInput): Explanation {
  const language = languageOf(file.path);
  const { rule: patterns } = patternsOf(rule);
  const { findings } = createAnalyser({ ...wasm, rules: [rule], models }).analyse(file);
  const parts = patterns && explainParts(patterns, { ...file, language }, createFront(createParser(wasm)));
  return { language: language?.name, parts, findings };
}
