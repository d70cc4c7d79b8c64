import { Kind, Role } from '../languages/kinds.ts';
import { children, hasFlag, is, kindOf, nameOf, NONE, part, type Tree } from '../tree/tree.ts';

/** One thing that an import statement takes from a module, and the name under which the file knows it. */
export interface Taken {
  readonly source: string;
  /** A name, `default`, or `*` for the module itself. */
  readonly name: string;
  readonly all: boolean;
  /** '' if nothing is bound. */
  readonly binds: string;
  readonly node: number;
  /** The `Name` in the tree that is declared, -1 if the import does not spell it. */
  readonly declares: number;
}

/** What an `Import` takes, in all languages' ways of saying it. */
export function importsOf(tree: Tree, node: number): Taken[] {
  const source = part(tree, node, Role.source);
  const elements = children(tree, node).filter((it) => tree.role[it] === Role.elem || isMissingRole(tree, it));
  if (elements.length > 0) return elements.flatMap((it) => elementOf(tree, it, source));
  return source < 0 ? [] : [moduleOf(tree, node, source)];
}

function isMissingRole(tree: Tree, node: number): boolean {
  return tree.role[node] === Role.child && is(tree, node, 'ImportName');
}

/** `import "net/http"`, `import java.sql.Statement`, `import './x'`. */
function moduleOf(tree: Tree, node: number, sourceNode: number): Taken {
  const source = nameOf(tree, sourceNode);
  const { binds, separator } = tree.table.imports;
  const alias = part(tree, node, Role.alias);
  if (hasFlag(tree, node, 'star')) return { source, name: '*', all: true, binds: '', node, declares: NONE };
  if (alias >= 0) return aliased(tree, { source, node, alias });
  if (binds === 'member') {
    const at = source.lastIndexOf(separator);
    const name = source.slice(at + 1);
    return { source: source.slice(0, Math.max(at, 0)), name, all: false, binds: name, node, declares: sourceNode };
  }
  const bound = binds === 'last' ? lastPart(source, separator) : '';
  return { source, name: '*', all: false, binds: bound, node, declares: NONE };
}

/** Go's `.` takes all names, `_` none. */
function aliased(tree: Tree, { source, node, alias }: { source: string; node: number; alias: number }): Taken {
  const binds = nameOf(tree, alias);
  if (binds === '.') return { source, name: '*', all: true, binds: '', node, declares: NONE };
  return { source, name: '*', all: false, binds: binds === '_' ? '' : binds, node, declares: alias };
}

function elementOf(tree: Tree, node: number, sourceNode: number): Taken[] {
  const source = nameOf(tree, sourceNode);
  const all = hasFlag(tree, node, 'star');
  const alias = part(tree, node, Role.alias);
  const nameNode = kindOf(tree, node) === Kind.Name ? node : part(tree, node, Role.name);
  const name = nameOf(tree, nameNode);
  const binds = nameOf(tree, alias);
  if (all) return [{ source, name: '*', all: alias < 0, binds, node, declares: alias }];
  if (sourceNode < 0) return [moduleNamed(tree, { node, nameNode, alias })];
  if (kindOf(tree, node) === Kind.Name && tree.table.imports.binds === 'nothing') {
    // `import x = require('x')` takes the module itself.
    const taken = hasFlag(tree, tree.parent[node]!, 'star') ? '*' : 'default';
    return [{ source, name: taken, all: false, binds: name, node, declares: node }];
  }
  const declares = alias < 0 ? nameNode : alias;
  return [{ source, name, all: false, binds: binds || name, node, declares }];
}

/** `import os.path` binds `os`; `import os.path as p` binds the module at the end of the name. */
function moduleNamed(tree: Tree, at: { node: number; nameNode: number; alias: number }): Taken {
  const { node, nameNode, alias } = at;
  const module = nameOf(tree, nameNode);
  if (alias >= 0) {
    return { source: module, name: '*', all: false, binds: nameOf(tree, alias), node, declares: alias };
  }
  const first = module.split(tree.table.imports.separator, 1)[0]!;
  return { source: first, name: '*', all: false, binds: first, node, declares: nameNode };
}

/** The package name that a Go path most likely has: the last part, without version and the usual decorations. */
function lastPart(path: string, separator: string): string {
  const parts = path.split(separator);
  const last = /^v\d+$/.test(parts.at(-1)!) && parts.length > 1 ? parts.at(-2)! : parts.at(-1)!;
  return last.replace(/\.v\d+$/, '').replace(/^go-|[-.]go$/, '');
}
