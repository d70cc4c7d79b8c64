import type { Problem, Read } from '@plumbline/core';
import type { Static, TSchema } from 'typebox';
import Values from 'typebox/value';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { Model } from './model.ts';
import { regexOf } from './regex.ts';
import { SymbolRow } from './symbols.ts';
import { hasFormula, placeIn, RuleDocument, type Origin, type Place, type Rule } from './rule.ts';

/** One entry of a YAML text: its value, and where it and its parts stand. */
interface Entry {
  readonly value: unknown;
  readonly origin: Origin;
}

/** YAML aliases may multiply: a text of a few lines could stand for gigabytes. */
const maxAliasCount = 100;

/**
 * The rules of a file with a key `rules`, as Semgrep writes them. A broken rule is a Problem and never stops the others.
 * Their formulas are checked by who compiles them.
 *
 * Errors: `rule-invalid` with the place in the message and the line.
 */
export function readRules(text: string, file: string): Read<Rule[]> {
  const problems: Problem[] = [];
  const value: Rule[] = [];
  for (const entry of entries(text, file, problems)) {
    const document = checked(RuleDocument, withoutForeign(entry), 'rule-invalid', problems);
    if (!document) continue;
    const rule = { ...document, origin: entry.origin };
    const fault = faultOf(rule);
    if (fault) problems.push(problem('rule-invalid', entry.origin, [], `rule ${rule.id}: ${fault}`));
    else value.push(rule);
  }
  return { value, problems };
}

/** Keys that a registry puts into rules for itself. */
const foreign = /^(?:r2c|semgrep)-internal-/;

function withoutForeign({ value, origin }: Entry): Entry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value, origin };
  const own = Object.fromEntries(Object.entries(value).filter(([key]) => !foreign.test(key)));
  return { value: own['mode'] === 'join' ? { languages: joinedLanguages(own['join']), ...own } : own, origin };
}

/** A rule that joins others is about what these are about. */
function joinedLanguages(join: unknown): readonly unknown[] {
  const rules: unknown =
    typeof join === 'object' && join !== null ? Object.entries(join).find(([key]) => key === 'rules')?.[1] : undefined;
  const found = (Array.isArray(rules) ? rules : []).flatMap((it: unknown): unknown[] => {
    const given =
      typeof it === 'object' && it !== null ? Object.entries(it).find(([key]) => key === 'languages')?.[1] : [];
    return Array.isArray(given) ? given : [];
  });
  return found.length > 0 ? [...new Set(found)] : ['generic'];
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
    const model = checked(Model, entry, 'model-invalid', problems);
    if (model) value.push(model);
  }
  return { value, problems };
}

/**
 * The rows of a file with a key `symbols`: the vulnerable parts of packages.
 *
 * Errors: `symbols-invalid` with the place in the message and the line.
 */
export function readSymbols(text: string, file: string): Read<SymbolRow[]> {
  const problems: Problem[] = [];
  const value: SymbolRow[] = [];
  for (const entry of entries(text, file, problems)) {
    const row = checked(SymbolRow, entry, 'symbols-invalid', problems);
    if (row) value.push(row);
  }
  return { value, problems };
}

/** The list under the only key of the document, or the document itself. */
function entries(text: string, file: string, problems: Problem[]): Entry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = (offset: number, message: string): void => {
    problems.push(problem('yaml-invalid', { file, parts: { '': positionOf(lines, offset) } }, [], message));
  };
  for (const error of document.errors) broken(error.pos[0], error.message);
  if (document.errors.length > 0) return [];
  let whole: unknown;
  try {
    whole = document.toJS({ maxAliasCount });
  } catch (error) {
    // Expected: aliases that point at themselves, or at too much.
    broken(0, String(error));
    return [];
  }
  for (const key of ['rules', 'models', 'symbols']) {
    const list: unknown = document.has(key) ? Object.entries(whole ?? {}).find(([it]) => it === key)?.[1] : undefined;
    if (!Array.isArray(list)) continue;
    const nodes = document.get(key);
    const node = (at: number): unknown => (isSeq(nodes) ? nodes.items[at] : undefined);
    return list.map((value: unknown, at) => ({ value, origin: { file, parts: partsOf(node(at), lines) } }));
  }
  return [{ value: whole, origin: { file, parts: partsOf(document.contents, lines) } }];
}

/** Places of a node and all that is in it: of the key where a part belongs to a map, of the value elsewhere. */
function partsOf(root: unknown, lines: LineCounter): Record<string, Place> {
  const parts: Record<string, Place> = { '': positionOf(lines, startOf(root)) };
  const open: { readonly node: unknown; readonly path: string }[] = [{ node: root, path: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path } = next;
    const add = (key: string, value: unknown, shown: unknown): void => {
      const below = path === '' ? key : `${path}/${key}`;
      parts[below] = positionOf(lines, startOf(shown));
      open.push({ node: value, path: below });
    };
    if (isSeq(node)) for (const [at, item] of node.items.entries()) add(String(at), item, item);
    if (isMap(node)) {
      for (const { key, value } of node.items) add(isScalar(key) ? String(key.value) : String(key), value, key);
    }
  }
  return parts;
}

function startOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null ? (node as Partial<Node>).range : undefined;
  return range?.[0] ?? 0;
}

function positionOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function checked<S extends TSchema>(
  schema: S,
  { value, origin }: Entry,
  code: string,
  problems: Problem[],
): Static<S> | null {
  if (Values.Check(schema, value)) return value;
  const said = new Set<string>();
  for (const error of Values.Errors(schema, value)) {
    for (const [path, message] of complaints(error)) {
      const key = path.join('/');
      if (said.has(key)) continue;
      said.add(key);
      problems.push(problem(code, origin, path, message));
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
  if (!rule['sink-kinds'] && !rule['use-kinds'] && !rule.secret && !hasFormula(rule)) {
    return 'needs one of sink-kinds, use-kinds, secret, pattern, patterns, pattern-either, pattern-regex, match';
  }
  if (rule['sink-kinds'] && !rule['source-kinds']) return 'sink-kinds needs source-kinds';
  if (rule['source-kinds'] && !rule['sink-kinds']) return 'source-kinds needs sink-kinds';
  return regexesOf(rule)
    .map(regexFault)
    .find((it) => it !== undefined);
}

function regexesOf({ secret, 'safe-prefix': safe, 'not-in': notIn }: Rule): string[] {
  return [safe ?? [], notIn ?? [], secret?.regex ?? [], secret?.['not-regex'] ?? []].flat();
}

function regexFault(text: string): string | undefined {
  try {
    regexOf(text);
    return undefined;
  } catch {
    return `not a regular expression: ${text}`; // expected: the user's is broken
  }
}

function problem(code: string, origin: Origin, path: readonly (string | number)[], message: string): Problem {
  const { line, column } = placeIn(origin, path);
  return { code, file: origin.file, line, message: `${origin.file}:${line}:${column}: ${message}` };
}
