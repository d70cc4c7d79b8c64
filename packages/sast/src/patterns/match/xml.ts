import { Kind } from '../../languages/kinds.ts';
import { kindOf, nameOf, type Tree } from '../../tree/tree.ts';
import { inAnyOrder, inOrder, isEllipsis } from './lists.ts';
import type { Run, Then } from './run.ts';

/** Attributes in any order, children in theirs. Text between children that is only space does not count. */
export function matchXml(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  const isAttribute = (tree: Tree, node: number): boolean =>
    kindOf(tree, node) === Kind.XmlAttr || kindOf(tree, node) === Kind.Spread;
  const isChild = (tree: Tree, node: number): boolean =>
    !isAttribute(tree, node) && (kindOf(tree, node) !== Kind.Text || nameOf(tree, node).trim() !== '');
  const { tree } = run.pattern;
  const code = run.facts.tree;
  const wantedChildren = ps.filter((it) => isChild(tree, it));
  const childless = wantedChildren.every((it) => isEllipsis(run, it));
  const wantedAttributes = ps.filter((it) => isAttribute(tree, it));
  const found = cs.filter((it) => isAttribute(code, it));
  if (wantedChildren.length === 0 && !run.options.xml_singleton_loose_matching && cs.some((it) => isChild(code, it)))
    return false;
  const style = { open: run.options.xml_attrs_implicit_ellipsis };
  const children = cs.filter((it) => isChild(code, it));
  const inner = (): boolean =>
    run.options.xml_children_ordered
      ? inOrder(run, wantedChildren, children, { then })
      : inAnyOrder(run, wantedChildren, children, { then });
  return inAnyOrder(run, wantedAttributes, found, {
    ...style,
    then: () => (childless ? then() : inner()),
  });
}
