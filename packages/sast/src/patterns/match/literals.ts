import { Kind } from '../../languages/kinds.ts';
import { numberOf, stringOf } from '../../tree/literals.ts';
import { kindOf, nameOf, sourceOf, type Tree } from '../../tree/tree.ts';
import { compileRegex, isFoundIn } from '../regex/regex.ts';
import type { RegexMode } from '../regex/translate.ts';
import { type Constant, constantOf, isText } from './constants.ts';
import { isShell, matchWord } from './shell.ts';
import type { Run, Then } from './run.ts';

const texts = new Set<number>([Kind.Str, Kind.Template]);
const stretch = /^\$\.\.\.[A-Z_][A-Z_0-9]*$/;
const wholeMetavariable = /^\$([A-Z_][A-Z_0-9]*)$/;
const regexShape = /^=~\/([\s\S]*)\/([ims]*)$/;

/** A string of the pattern. Of a shell's words `"..."` alone is not any string. */
export function matchString(run: Run, p: number, c: number, then: Then): boolean {
  if (!isShell(run.facts.tree)) return matchText(run, p, c, then);
  if (matchWord(run, p, c, then)) return true;
  return !/^(?:\.\.\.|\$\.\.\.\w+)$/.test(nameOf(run.pattern.tree, p)) && matchText(run, p, c, then);
}

/** `"..."` is any, `"$X"` binds the content, `"=~/re/"` searches it. */
function matchText(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  const kind = kindOf(tree, c);
  if (kind === Kind.Type || isQuotedLike(run, p, c)) return false;
  const written = contentOf(run.pattern.tree, p).replace(/^zzM(?=[A-Z_0-9]+$)/, '$');
  if (written === '...') return isAnyText(run, p, c) && then();
  if (stretch.test(written) && texts.has(kind)) {
    return run.bindText(written, sourceOf(tree, c).slice(1, -1), c, then);
  }
  const isString = kind === Kind.Str;
  const value = isString ? decoded(tree, c) : stringConstant(run, c);
  if (value === undefined) return false;
  if (wholeMetavariable.test(written)) return bindContent(run, written, c, { value, isString, then });
  return isWanted(run, p, { written, value, content: nameOf(tree, c) }) && then();
}

/** A template literal of the pattern stands for template literals alone. */
function isQuotedLike(run: Run, p: number, c: number): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (tree.text[tree.start[p]!] !== '`' || !tree.table.keysAreFields || kindOf(code, c) !== Kind.Str) return false;
  return code.text[code.start[c]!] !== '`';
}

/** `"..."`: a string, or what is certainly one. A template literal stands for every other. */
function isAnyText(run: Run, p: number, c: number): boolean {
  const { tree } = run.facts;
  if (isFormatted(run.pattern.tree, p)) return isFormatted(tree, c);
  if (kindOf(tree, c) === Kind.Str) return true;
  const { text, start } = run.pattern.tree;
  if (kindOf(tree, c) === Kind.Template && text[start[p]!] === '`') return tree.text[tree.start[c]!] === '`';
  return run.options.constant_propagation && isText(run.facts, c);
}

interface Compared {
  readonly written: string;
  readonly value: string;
  /** As it stands in the code. */
  readonly content: string;
}

/** The text itself, or what a regular expression finds in it. */
function isWanted(run: Run, p: number, { written, value, content }: Compared): boolean {
  const regex = regexShape.exec(escapesAll(run.pattern.tree) ? decoded(run.pattern.tree, p) : written);
  if (!regex) return decoded(run.pattern.tree, p) === value || written === content;
  const compiled = regexIn(regex[1]!, { caseless: regex[2]!.includes('i'), dotAll: regex[2]!.includes('s') });
  if (compiled.is === 'fault') return false;
  return isFoundIn(compiled, value, () => run.giveUp());
}

/** In data, a backslash of a regular expression is written twice, as in every text. */
function escapesAll({ table }: Tree): boolean {
  return table.name === 'yaml' || table.name === 'json';
}

/** `f"..."` of Python is any formatted string, and no other. */
function isFormatted(tree: Tree, node: number): boolean {
  return tree.table.name === 'python' && /^[rRbB]?[fF]/.test(sourceOf(tree, node));
}

/** The text between the quotes, as written; of a YAML block without its header and indentation. */
function contentOf(tree: Tree, node: number): string {
  const text = nameOf(tree, node);
  return isBlockScalar(tree, text) ? text.replace(/^[^\n]*(?:\n\s*|$)/, '').trimEnd() : text;
}

/** The content of a string as other engines read it: of YAML the value, of code what is between the quotes. */
export function writtenText(tree: Tree, node: number): string {
  return tree.table.name === 'yaml' ? decoded(tree, node) : nameOf(tree, node);
}

function decoded(tree: Tree, node: number): string {
  const text = nameOf(tree, node);
  if (!isBlockScalar(tree, text)) return stringOf(tree, node);
  const lines = text.replace(/^[^\n]*(?:\n|$)/, '').split('\n');
  const indent = Math.min(
    text.length,
    ...lines.filter((it) => it.trim() !== '').map((it) => it.length - it.trimStart().length),
  );
  const content = lines.map((it) => it.slice(indent)).join('\n');
  const folded = text.startsWith('>') ? content.trimEnd().replace(/(?<=\S)\n(?=\S)/g, ' ') : content;
  return /^[|>]\d*-/.test(text) ? folded.trimEnd() : `${folded.trimEnd()}\n`;
}

function isBlockScalar(tree: Tree, text: string): boolean {
  return tree.table.name === 'yaml' && /^[|>][-+\d]*[ \t]*(?:#.*)?(?:\n|$)/.test(text);
}

const regexes = new Map<string, ReturnType<typeof compileRegex>>();

/** Compiled once for all the strings that it is tried on. */
function regexIn(text: string, mode: RegexMode): ReturnType<typeof compileRegex> {
  const key = `${JSON.stringify(mode)}${text}`;
  let compiled = regexes.get(key);
  if (!compiled) regexes.set(key, (compiled = compileRegex(text, mode)));
  return compiled;
}

/** The literal that a variable was given; the node itself if it is none. */
function originOf(run: Run, c: number): number {
  const { tree } = run.facts;
  let node = c;
  for (let i = 0; i < 20 && kindOf(tree, node) === Kind.Name; i++) {
    const value = run.facts.valueOf(node);
    if (value < 0) return c;
    node = value;
  }
  return kindOf(tree, node) === Kind.Str ? node : c;
}

function bindContent(
  run: Run,
  name: string,
  c: number,
  { value, isString, then }: { value: string; isString: boolean; then: Then },
): boolean {
  const { tree } = run.facts;
  if (!isString) {
    const origin = originOf(run, c);
    if (origin !== c) return bindContent(run, name, origin, { value, isString: true, then });
    return run.bindText(name, value, c, then);
  }
  const content = contentOf(tree, c);
  const start = Math.max(tree.start[c]!, tree.text.indexOf(content, tree.start[c]! + (content === '' ? 1 : 0)));
  const text = tree.table.name === 'yaml' ? value : content;
  return run.bind(name, { start, end: start + content.length, node: -1, text, tree: undefined }, then);
}

function stringConstant(run: Run, c: number): string | undefined {
  if (!run.options.constant_propagation) return undefined;
  const value = constantOf(run.facts, c);
  if (run.facts.tree.table.name === 'hcl' && value !== undefined) return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** A number, truth value or null of the pattern: by value, so that `0x8` is 8. */
export function matchValue(run: Run, p: number, c: number, then: Then): boolean {
  const kind = kindOf(run.pattern.tree, p);
  const { tree } = run.facts;
  if (kind === kindOf(tree, c) && run.pattern.tree.symbol[p] === tree.symbol[c]) return then();
  if (kind === Kind.Null) return false;
  const wanted =
    kind === Kind.Num ? numberOf(run.pattern.tree, p) : nameOf(run.pattern.tree, p).toLowerCase() === 'true';
  if (kindOf(tree, c) !== kind && !run.options.constant_propagation) return false;
  const value = constantOf(run.facts, c);
  return wanted !== undefined && (value === wanted || isConverted(tree, wanted, value)) && then();
}

/** Terraform takes `"150"` for 150, and `"true"` for true. */
function isConverted(tree: Tree, wanted: number | boolean, value: Constant | undefined): boolean {
  if (tree.table.name !== 'hcl' || typeof value !== 'string' || value.trim() === '') return false;
  return typeof wanted === 'number' ? Number(value) === wanted : value === String(wanted);
}
