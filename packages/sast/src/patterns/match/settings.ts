import { Kind, Role } from '../../languages/kinds.ts';
import { children, kindOf, nameOf, NONE, part, parts, type Tree } from '../../tree/tree.ts';

/** Values that Terraform gives names: `local.x` of the blocks `locals`, `var.x` of the default of `variable "x"`. */
export function settingsIn(tree: Tree): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (tree.table.name !== 'hcl') return found;
  for (const block of children(tree, 0)) {
    if (kindOf(tree, block) !== Kind.Call) continue;
    const kind = nameOf(tree, part(tree, block, Role.callee));
    const entries = children(tree, part(tree, block, Role.block)).filter((it) => kindOf(tree, it) === Kind.Pair);
    if (kind === 'locals') for (const it of entries) found.set(`local.${keyOf(tree, it)}`, part(tree, it, Role.value));
    const initial = kind === 'variable' ? entries.find((it) => keyOf(tree, it) === 'default') : undefined;
    const label = part(tree, block, Role.arg);
    if (initial !== undefined && label !== NONE)
      found.set(`var.${nameOf(tree, label)}`, part(tree, initial, Role.value));
  }
  return found;
}

function keyOf(tree: Tree, pair: number): string {
  const key = part(tree, pair, Role.key);
  return key === NONE ? '' : nameOf(tree, key);
}

/** `var.x`; undefined for other steps into a value. */
export function settingName(tree: Tree, member: number): string | undefined {
  const object = part(tree, member, Role.object);
  const names = parts(tree, member, Role.name);
  if (kindOf(tree, object) !== Kind.Name || names.length !== 1 || children(tree, member).length !== 2) return undefined;
  return `${nameOf(tree, object)}.${nameOf(tree, names[0]!)}`;
}
