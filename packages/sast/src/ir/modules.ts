import { Kind, Role } from '../languages/kinds.ts';
import { children, hasFlag, nameOf, NONE, part } from '../tree/tree.ts';
import type { Generator } from './generator.ts';
import { importsOf } from './imports.ts';
import { Op } from './instructions.ts';

/** `import …`, in all forms. */
export function importStatement(gen: Generator, node: number): void {
  for (const taken of importsOf(gen.tree, node)) {
    const { source, name, all } = taken;
    const variable = taken.binds ? gen.variable(taken.node) : NONE;
    if (variable >= 0) gen.emit(Op.import, taken.node, { target: variable, detail: gen.imports.length });
    gen.imports.push({ source, name, all, variable, node: taken.node });
  }
}

/** `export …`: the declarations run as they stand; what is exported is noted. */
export function exportStatement(gen: Generator, node: number): void {
  const { tree } = gen;
  const source = part(tree, node, Role.source);
  if (source >= 0) return exportFrom(gen, node, nameOf(tree, source));
  for (const child of children(tree, node)) {
    const kind = gen.kind(child);
    if (kind === Kind.ImportName) {
      const name = part(tree, child, Role.name);
      const alias = part(tree, child, Role.alias);
      addExport(gen, child, { name: nameOf(tree, alias < 0 ? name : alias), variable: gen.variable(name) });
    } else if (kind !== Kind.Decorator) exportChild(gen, node, child);
  }
}

function exportChild(gen: Generator, node: number, child: number): void {
  const isDefault = hasFlag(gen.tree, node, 'default');
  const kind = gen.kind(child);
  const isDefinition = kind === Kind.FuncDef || kind === Kind.ClassDef;
  if (isDefault && !(isDefinition && part(gen.tree, child, Role.name) >= 0)) {
    addExport(gen, child, { name: 'default', variable: gen.expression(child) });
    return;
  }
  gen.statement(child);
  for (const name of declaredNames(gen, child)) {
    addExport(gen, child, { name: isDefault ? 'default' : nameOf(gen.tree, name), variable: gen.variable(name) });
  }
}

/** The names that a declaration makes: of a function or class, or all in its patterns. */
function declaredNames(gen: Generator, node: number): number[] {
  const { tree } = gen;
  const kind = gen.kind(node);
  if (kind === Kind.FuncDef || kind === Kind.ClassDef) return [part(tree, node, Role.name)];
  if (kind === Kind.Decl) return children(tree, node).flatMap((it) => declaredNames(gen, it));
  if (kind !== Kind.VarDef) return [];
  const pattern = part(tree, node, Role.name);
  const names: number[] = [];
  for (let at = pattern; at < tree.next[pattern]!; at++) {
    if (gen.kind(at) === Kind.Name && gen.declaration(at)?.node === at) names.push(at);
  }
  return names;
}

/** `export { a as b } from './x'`, `export * from './x'`, `export * as ns from './x'` */
function exportFrom(gen: Generator, node: number, source: string): void {
  const names = children(gen.tree, node).filter((it) => gen.kind(it) === Kind.ImportName);
  if (names.length === 0) return reexport(gen, node, { source, name: '*', as: '*' });
  for (const it of names) {
    const all = hasFlag(gen.tree, it, 'star');
    const name = all ? '*' : nameOf(gen.tree, part(gen.tree, it, Role.name));
    const alias = part(gen.tree, it, Role.alias);
    reexport(gen, it, { source, name, as: alias < 0 ? name : nameOf(gen.tree, alias) });
  }
}

function reexport(gen: Generator, node: number, it: { source: string; name: string; as: string }): void {
  const variable = gen.emit(Op.import, node, { detail: gen.imports.length });
  gen.imports.push({ source: it.source, name: it.name, all: false, variable, node });
  addExport(gen, node, { name: it.as, variable });
}

function addExport(gen: Generator, node: number, it: { name: string; variable: number }): void {
  gen.exports.push({ ...it, node });
}

/** `package a.b;` is the file's; `namespace N { … }` has code. */
export function packageStatement(gen: Generator, node: number): void {
  const name = part(gen.tree, node, Role.name);
  if (gen.tree.parent[node] === 0 && part(gen.tree, node, Role.body) < 0) gen.package = nameOf(gen.tree, name);
  gen.each(node, Role.body);
}
