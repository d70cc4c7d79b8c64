import { Kind, Role } from '../../languages/kinds.ts';
import { endOf, kindOf, NONE, parentOf, part, startOf, type Tree } from '../../tree/tree.ts';
import type { Run } from './run.ts';

const ofC =
  'static extern inline thread_local constexpr consteval constinit volatile register virtual explicit mutable';
const ofTypeScript = 'abstract readonly declare override protected';

/** Words before a definition that no flag of the tree says: the pattern's must be there. */
const words: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    c: ofC,
    cpp: ofC,
    java: 'abstract synchronized native transient volatile strictfp default protected',
    csharp:
      'abstract virtual override sealed partial protected internal unsafe volatile extern ref out in readonly params scoped',
    kotlin:
      'data sealed open abstract override inline infix operator lateinit tailrec protected internal inner value vararg',
    php: 'abstract protected',
    rust: 'mut unsafe const extern',
    scala: 'lazy implicit override sealed abstract final case inline protected',
    javascript: ofTypeScript,
    typescript: ofTypeScript,
  }).map(([dialect, list]) => [dialect, new Set(list.split(' '))]),
);

/** `&mut x` is no `&x`, if the pattern says so. */
function isBorrowed({ pattern, facts }: Pick<Run, 'pattern' | 'facts'>, p: number, c: number): boolean {
  const isMutable = (tree: Tree, node: number): boolean =>
    /^&\s*mut\b/.test(tree.text.slice(startOf(tree, node), startOf(tree, node) + 8));
  return !isMutable(pattern.tree, p) || isMutable(facts.tree, c);
}

const definitions = new Set<number>([Kind.VarDef, Kind.FieldDef, Kind.FuncDef, Kind.ClassDef, Kind.Param]);

/** Whether the code has the modifiers that the pattern names. */
export function modifiersThere({ pattern, facts }: Run, p: number, c: number): boolean {
  if (kindOf(pattern.tree, p) === Kind.Unary && pattern.dialect.name === 'rust')
    return isBorrowed({ pattern, facts }, p, c);
  if (!definitions.has(kindOf(pattern.tree, p))) return true;
  const known = words.get(pattern.dialect.name);
  if (!known) return true;
  const wanted = wordsOf(pattern.tree, p).filter((it) => known.has(it));
  if (wanted.length === 0) return true;
  const around = parentOf(facts.tree, c);
  const found = [
    ...wordsOf(facts.tree, c),
    ...(kindOf(facts.tree, around) === Kind.Decl ? wordsOf(facts.tree, around) : []),
  ];
  return wanted.every((it) => found.includes(it));
}

/** The words from the beginning of a definition to its type or name. */
function wordsOf(tree: Tree, node: number): string[] {
  const ends = [Role.type, Role.name, Role.elem].map((it) => part(tree, node, it)).filter((it) => it !== NONE);
  const end = Math.min(...ends.map((it) => startOf(tree, it)));
  return Number.isFinite(end) ? (tree.text.slice(startOf(tree, node), end).match(/\w+/g) ?? []) : [];
}

/** Whether a parent of a class stands behind `implements`, in languages that write it. */
export function isImplemented(tree: Tree, base: number): boolean {
  const owner = parentOf(tree, base);
  const name = part(tree, owner, Role.name);
  const from = name === NONE ? startOf(tree, owner) : endOf(tree, name);
  return /\bimplements\b/.test(tree.text.slice(from, startOf(tree, base)));
}
