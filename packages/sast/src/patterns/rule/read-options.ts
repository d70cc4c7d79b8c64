import { defaultOptions, plainOptions, type RuleOptions } from './options.ts';
import type { Keys, Path, Reading } from './reading.ts';

/** Options of other versions of the language are kept out without a word: they tune engines, not meanings. */
export function readOptions(value: unknown, path: Path, reading: Reading): RuleOptions {
  if (value === undefined || value === null) return plainOptions;
  const keys = reading.keys(value, path);
  if (!keys) return plainOptions;
  const options: Record<string, unknown> = { ...plainOptions };
  for (const [key, given] of Object.entries(keys)) {
    const standard = Object.entries(defaultOptions).find(([name]) => name === key)?.[1];
    if (standard === undefined) continue;
    if (typeof given === typeof standard) options[key] = given;
    else reading.fault([...path, key], `${key}: must be a ${typeof standard}`);
  }
  Object.assign(options, generic(keys, path, reading));
  if (keys['taint_focus_on'] === 'source') options['taint_focus_on'] = 'source';
  if (keys['cpp_parsing_pref'] === 'as_vardef_with_ctor') options['cpp_parsing_pref'] = 'as_vardef_with_ctor';
  return options as unknown as RuleOptions;
}

function generic(keys: Keys, path: Path, reading: Reading): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  if (keys['generic_engine'] === 'aliengrep') options['generic_engine'] = 'aliengrep';
  const style = keys['generic_comment_style'];
  if (['c', 'cpp', 'shell'].includes(String(style))) options['generic_comment_style'] = style;
  for (const key of ['generic_braces', 'generic_extra_braces'])
    if (keys[key] !== undefined) options[key] = pairs(keys[key]);
  const words = keys['generic_extra_word_characters'];
  if (words !== undefined) {
    options['generic_extra_word_characters'] = reading.texts(words, [...path, 'generic_extra_word_characters']);
  }
  return options;
}

function pairs(value: unknown): (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.filter(Array.isArray).map((pair: readonly unknown[]) => [String(pair[0]), String(pair[1])] as const);
}
