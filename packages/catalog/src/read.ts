import type { Problem, Read } from '@plumbline/core';
import type { Static, TSchema } from 'typebox';
import Values from 'typebox/value';
import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { Model } from './model.ts';
import { regexOf } from './regex.ts';
import { Rule } from './rule.ts';

/** One entry of a YAML text: its value and how to find the line and column of a part of it. */
interface Entry {
  readonly value: unknown;
  readonly at: (path: readonly string[]) => { readonly line: number; readonly column: number };
}

/** YAML aliases may multiply: a text of a few lines could stand for gigabytes. */
const maxAliasCount = 100;

/**
 * The rules of a file with a key `rules`, as Semgrep writes them. A broken rule is a Problem and never stops the others.
 *
 * Errors: `rule-invalid` with the place in the message and the line.
 */
export function readRules(text: string, file: string): Read<Rule[]> {
  const { rules, problems } = readRuleFile(text, file, false);
  return { value: rules, problems };
}

/** A rule in more of Semgrep's language than `Rule` describes: the engine of patterns reads and checks it. */
export interface PatternEntry {
  readonly value: unknown;
  /** Where a part of it stands in the file. */
  readonly at: (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };
}

/** What a file of rules holds. */
export interface RuleFile {
  readonly rules: Rule[];
  readonly patterns: PatternEntry[];
  readonly problems: Problem[];
}

/** The rules of a file. With `patterns`, those that are more than a `Rule` come out as they are, and are no problems. */
export function readRuleFile(text: string, file: string, patterns = true): RuleFile {
  const problems: Problem[] = [];
  const value: Rule[] = [];
  const others: PatternEntry[] = [];
  for (const entry of entries(text, file, problems)) {
    if (patterns && isPatternRule(entry.value)) {
      others.push({ value: entry.value, at: (path) => entry.at(path.map(String)) });
      continue;
    }
    const rule = checked(Rule, entry, { code: 'rule-invalid', file }, problems);
    if (!rule) continue;
    const fault = faultOf(rule);
    if (fault) problems.push(problem({ code: 'rule-invalid', file }, entry.at([]), `rule ${rule.id}: ${fault}`));
    else value.push(rule);
  }
  return { rules: value, patterns: others, problems };
}

/** All keys that Semgrep knows at the top of a rule. Source: https://semgrep.dev/docs/writing-rules/rule-syntax */
const semgrepKeys = new Set(
  (
    'id message severity languages mode metadata options paths fix fix-regex min-version max-version version match join ' +
    'extract dest-language dest-rules transform reduce json pattern patterns pattern-either pattern-regex pattern-inside ' +
    'pattern-where-python pattern-sources pattern-sinks pattern-sanitizers pattern-propagators equivalences validators'
  ).split(' '),
);

/** A whole rule of Semgrep's, that is no `Rule`: a broken rule of ours has keys that Semgrep does not know. */
function isPatternRule(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Values.Check(Rule, value)) return false;
  const keys = Object.keys(value);
  const looks = keys.some((it) => /^(?:pattern|match$|join$|extract$)/.test(it));
  return looks && keys.every((it) => semgrepKeys.has(it) || it.startsWith('r2c-internal-'));
}

/**
 * The models of a file: one model, or several under the key `models`.
 *
 * Errors: `model-invalid` with the place in the message and the line.
 */
export function readModels(text: string, file: string): Read<Model[]> {
  const problems: Problem[] = [];
  const value: Model[] = [];
  for (const entry of entries(text, file, problems)) {
    const model = checked(Model, entry, { code: 'model-invalid', file }, problems);
    if (model) value.push(model);
  }
  return { value, problems };
}

/** The list under the only key of the document, or the document itself. */
function entries(text: string, file: string, problems: Problem[]): Entry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const at = lines.linePos(error.pos[0]);
    problems.push(problem({ code: 'yaml-invalid', file }, { line: at.line, column: at.col }, error.message));
  }
  if (document.errors.length > 0) return [];
  let whole: unknown;
  try {
    whole = document.toJS({ maxAliasCount });
  } catch (error) {
    // Expected: aliases that point at themselves, or at too much.
    problems.push(problem({ code: 'yaml-invalid', file }, { line: 1, column: 1 }, String(error)));
    return [];
  }
  for (const key of ['rules', 'models']) {
    const list: unknown = document.has(key) ? Object.entries(whole ?? {}).find(([it]) => it === key)?.[1] : undefined;
    if (!Array.isArray(list)) continue;
    return list.map((value: unknown, index) => ({ value, at: place(document, lines, [key, index]) }));
  }
  return [{ value: whole, at: place(document, lines, []) }];
}

/** Finds the place of a part: of the key where the part belongs to a map, of the value elsewhere. */
function place(document: Document, lines: LineCounter, root: readonly (string | number)[]): Entry['at'] {
  return (path) => {
    const whole = [...root, ...path.map((it) => (/^\d+$/.test(it) ? Number(it) : it))];
    const last = whole.at(-1);
    const holder = whole.length > 1 ? document.getIn(whole.slice(0, -1), true) : document.contents;
    const pair = isMap(holder) ? holder.items.find((it) => String(it.key) === String(last)) : undefined;
    const node = pair?.key ?? document.getIn(whole, true);
    const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : undefined;
    const at = lines.linePos(Array.isArray(range) ? Number(range[0]) : 0);
    return { line: Math.max(1, at.line), column: Math.max(1, at.col) };
  };
}

function checked<S extends TSchema>(
  schema: S,
  entry: Entry,
  where: Pick<Problem, 'code' | 'file'>,
  problems: Problem[],
): Static<S> | null {
  if (Values.Check(schema, entry.value)) return entry.value;
  const said = new Set<string>();
  for (const error of Values.Errors(schema, entry.value)) {
    for (const [path, message] of complaints(error)) {
      const key = path.join('/');
      if (said.has(key)) continue;
      said.add(key);
      problems.push(problem(where, entry.at(path), message));
    }
  }
  return null;
}

interface Complaint {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

/** What to tell of a schema's error: unknown and missing keys by name, other faults by the key that holds them. */
function complaints({ keyword, instancePath, params, message }: Complaint): [string[], string][] {
  const path = instancePath.split('/').slice(1);
  const names = Object.values(params).flat().map(String);
  switch (keyword) {
    case 'additionalProperties':
      return names.map((name) => [[...path, name], `unknown key "${name}"`]);
    case 'required':
      return names.map((name) => [path, `missing key "${name}"`]);
    case 'boolean':
      return [];
    case 'enum':
      return [[path, `${path.at(-1)}: must be one of ${names.join(', ')}`]];
    default:
      return [[path, `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`]];
  }
}

/** What a schema cannot say: a rule looks for something, and for data from somewhere if it looks for data. */
function faultOf(rule: Rule): string | undefined {
  const regexes = regexesOf(rule);
  if (!rule['sink-kinds'] && !rule['use-kinds'] && regexes.length === 0) {
    return 'needs one of sink-kinds, use-kinds, pattern-regex, patterns, pattern-either';
  }
  if (rule['sink-kinds'] && !rule['source-kinds']) return 'sink-kinds needs source-kinds';
  if (rule['source-kinds'] && !rule['sink-kinds']) return 'source-kinds needs sink-kinds';
  for (const regex of [...regexes, rule['safe-prefix'] ?? '']) {
    try {
      regexOf(regex);
    } catch {
      return `not a regular expression: ${regex}`; // expected: the user's pattern is broken
    }
  }
  return undefined;
}

function regexesOf(rule: Rule): string[] {
  const terms = [...(rule.patterns ?? []), ...(rule['pattern-either'] ?? [])];
  const inner = terms.flatMap((it) => ('patterns' in it ? it.patterns : [it]));
  return [...(rule['pattern-regex'] ? [rule['pattern-regex']] : []), ...inner.flatMap((it) => Object.values(it))];
}

function problem(
  where: Pick<Problem, 'code' | 'file'>,
  at: { readonly line: number; readonly column: number },
  message: string,
): Problem {
  return { ...where, line: at.line, message: `${where.file}:${at.line}:${at.column}: ${message}` };
}
