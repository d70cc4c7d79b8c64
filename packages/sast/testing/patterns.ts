import { createParser } from '../src/parse/parser.ts';
import { languageOf, languages } from '../src/languages/index.ts';
import { createEngine, createFront, readRule, type Front, type RuleMatch } from '../src/patterns/index.ts';
import { coreFromDisk, grammarFromDisk } from './from-disk.ts';

export const front: Front = createFront(createParser({ core: coreFromDisk(), grammar: grammarFromDisk }));

/** All matches of a rule in a text. `keys` are a rule's own; id, message and severity are filled in. */
export function matchesOf(keys: object, text: string, path = 'file'): readonly RuleMatch[] {
  const { rule, faults } = readRule({ id: 'r', message: 'found', severity: 'INFO', ...keys }, () => ({
    line: 1,
    column: 1,
  }));
  if (!rule) throw new Error(JSON.stringify(faults));
  const engine = createEngine([rule], front);
  const reasons = engine.check().map((it) => it.reason);
  if (reasons.length > 0) throw new Error(reasons.join('; '));
  const language = languageOf(path) ?? languages.find((it) => rule.languages.includes(it.name));
  return engine.match({ path, text, language }).matches;
}

/** What a pattern finds, as text. */
export function found(language: string, pattern: string, text: string, options: object = {}): string[] {
  return matchesOf({ languages: [language], pattern, options }, text).map(({ start, end }) => text.slice(start, end));
}

/** The same, as line numbers. */
export function linesFound(keys: object, text: string): number[] {
  return matchesOf(keys, text).map(({ start }) => text.slice(0, start).split('\n').length);
}
