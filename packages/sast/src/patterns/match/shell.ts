import { Flag, Kind, Role } from '../../languages/kinds.ts';
import { stringOf } from '../../tree/literals.ts';
import { flagsOf, kindOf, nameOf, parentOf, roleOf, type Tree } from '../../tree/tree.ts';
import { Op } from '../compile/pattern.ts';
import type { Run, Then } from './run.ts';

/** How the words of a shell are alike: quotes do not matter, what puts a value there does. */

export function isShell({ table }: Tree): boolean {
  return table.name === 'bash';
}

type Opening = '$' | '$(' | '<(' | '';

/** What puts the value of a node where it stands: `$x`, `$(f)`, `<(f)`; nothing for a word. */
export function openingOf(tree: Tree, node: number): Opening {
  const before = tree.text.slice(Math.max(0, tree.start[node]! - 12), tree.start[node]!);
  if (kindOf(tree, node) === Kind.Name) return /\$\{?[#!]?$/.test(before) ? '$' : '';
  if (/\$\{?$/.test(before)) return '$';
  if (/(?:\$\(|`)\s*$/.test(before)) return '$(';
  return /[<>]\(\s*$/.test(before) ? '<(' : '';
}

/**
 * Whether a node of the pattern says in which way a value comes here, or that nobody waits for the command, and the code
 * does it otherwise.
 */
export function isOtherCommand({ pattern, facts }: Run, p: number, c: number): boolean {
  if (!isShell(facts.tree)) return false;
  if ((flagsOf(pattern.tree, p) & Flag.background & ~flagsOf(facts.tree, c)) !== 0) return true;
  if (pattern.ops[p] === Op.deep || !isValue(pattern.tree, p)) return false;
  if (isText(pattern.tree, p) && isText(facts.tree, c) && isFilled(pattern.tree, p) !== isFilled(facts.tree, c))
    return true;
  const wanted = openingOf(pattern.tree, p);
  if (wanted === '' && pattern.ops[p] !== Op.plain) return false;
  return wanted !== openingOf(facts.tree, c) || (wanted !== '' && kindOf(facts.tree, c) === Kind.Template);
}

/** Where values stand: words of commands, parts of texts, what is assigned. */
function isValue(tree: Tree, node: number): boolean {
  const role = roleOf(tree, node);
  return role === Role.arg || role === Role.part || role === Role.right || role === Role.callee;
}

/** The text of a word, quoted or not; undefined for what holds values. */
function wordOf(tree: Tree, node: number): string | undefined {
  const kind = kindOf(tree, node);
  if (kind === Kind.Str) return stringOf(tree, node);
  if (kind === Kind.Num) return nameOf(tree, node);
  return kind === Kind.Name && openingOf(tree, node) === '' ? nameOf(tree, node) : undefined;
}

function isText(tree: Tree, node: number): boolean {
  return kindOf(tree, node) === Kind.Template;
}

/** A text in double quotes that holds values: to match `"..."`. */
function isFilled(tree: Tree, node: number): boolean {
  return kindOf(tree, node) === Kind.Template && tree.text[tree.start[node]!] === '"';
}

/** A word of the pattern. `"..."` is any text that holds values, `"$...X"` binds it: quotes around one word mean nothing. */
export function matchWord(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  const text = kindOf(tree, p) === Kind.Str ? nameOf(tree, p) : '';
  if (text === '...') return isFilled(code, c) && then();
  if (/^\$\.\.\.[A-Z_][A-Z_0-9]*$/.test(text))
    return isFilled(code, c) && run.bindText(text, code.text.slice(code.start[c]! + 1, code.end[c]! - 1), c, then);
  const wanted = wordOf(tree, p);
  return wanted !== undefined && wanted === wordOf(code, c) && then();
}

/** An assignment for one command alone: `X=1 f`. */
export function isPassed(tree: Tree, node: number): boolean {
  return isShell(tree) && roleOf(tree, node) === Role.init && kindOf(tree, parentOf(tree, node)) === Kind.Call;
}
