import { Kind, Role } from '../../languages/kinds.ts';
import { kindOf, nameOf, NONE, part, parts, type Tree } from '../../tree/tree.ts';
import { inOrder, isEllipsis } from './lists.ts';
import type { Run, Then } from './run.ts';

/**
 * Whether the command of a pattern is a list of words, of which the first need not be the command's name:
 * `... apt-get ...` is also `apt-get update`.
 */
export function isWordList(run: Run, p: number): boolean {
  const { tree } = run.pattern;
  const callee = part(tree, p, Role.callee);
  return callee !== NONE && isShell(tree) && isEllipsis(run, callee);
}

export function matchWords(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  if (kindOf(tree, c) !== Kind.Call || part(tree, c, Role.callee) === NONE) return false;
  return inOrder(run, wordsOf(run.pattern.tree, p), wordsOf(tree, c), { element: matchNamed, then });
}

function isShell({ table }: Tree): boolean {
  return table.name === 'bash' || table.name === 'dockerfile';
}

function wordsOf(tree: Tree, command: number): number[] {
  return [part(tree, command, Role.callee), ...parts(tree, command, Role.arg)];
}

/** A name that is written as a word is that word. */
function matchNamed(run: Run, p: number, c: number, then: Then): boolean {
  const isSame =
    kindOf(run.pattern.tree, p) === Kind.Str &&
    kindOf(run.facts.tree, c) === Kind.Name &&
    nameOf(run.pattern.tree, p) === nameOf(run.facts.tree, c);
  return (isSame && then()) || run.node(run, p, c, then);
}
