/** What a `catch` of the pattern and one of the code say of what is caught. */
import { Kind, Role } from '../../languages/kinds.ts';
import { Op } from '../compile/pattern.ts';
import { isEllipsis } from './lists.ts';
import { hasRole, type Parts, type RoleParts } from './parts.ts';
import type { Run } from './run.ts';

/**
 * What the pattern names, and the code may leave out: the end of a range, in JavaScript what a `catch` takes, in PHP
 * which of the words `die` and `exit` it is.
 */
export function unnamedIn(run: Run, kind: number, wanted: Parts, found: Parts): Parts {
  if (kind === Kind.Range) return wanted.filter((it) => isAny(run, it) && !hasRole(found, it.role));
  if (kind === Kind.Throw) return wanted.filter((it) => it.role === Role.child);
  if (kind !== Kind.Catch || !run.facts.tree.table.keysAreFields) return [];
  return wanted.filter((it) => it.role === Role.target && isAny(run, it) && !hasRole(found, Role.target));
}

function isAny({ pattern }: Run, { nodes }: RoleParts): boolean {
  return nodes.length === 1 && pattern.ops[nodes[0]!] === Op.metavariable;
}

/** Whether the code catches something that the pattern does not, or gives it a name. Only types of TypeScript say nothing. */
export function catchesLess(run: Run, wanted: Parts, found: Parts): boolean {
  const isOpen = wanted.some((it) => it.nodes.some((node) => isEllipsis(run, node)));
  return found.some(({ role }) => {
    if (hasRole(wanted, role)) return false;
    if (role === Role.type) return !isOpen && !run.facts.tree.table.keysAreFields;
    return role === Role.target ? !isOpen : role !== Role.child && role !== Role.decorator;
  });
}
