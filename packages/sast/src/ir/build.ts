import { NONE, type Tree } from '../tree/tree.ts';
import { assign } from './assign.ts';
import { generate } from './bodies.ts';
import { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { ENTRY, type FunctionInfo, type Ir } from './ir.ts';
import { bindNames } from './bind.ts';
import { expression, statement } from './statements.ts';

/** Makes the IR of a file. Functions are made one after the other, never one inside the other. */
export function buildIr(tree: Tree): Ir {
  const gen = new Generator(tree, bindNames(tree), { expression, statement, assign });
  gen.addFunction(0, { is: 'module', name: '' });
  for (let at = 0; at < gen.functions.length; at++) generate(gen, gen.functions[at]!);
  joinMethods(gen);
  const captured = findCaptures(gen);
  const { code } = gen;
  return {
    tree,
    package: gen.package,
    op: code.op.slice(0, code.size),
    target: code.target.slice(0, code.size),
    left: code.left.slice(0, code.size),
    right: code.right.slice(0, code.size),
    detail: code.detail.slice(0, code.size),
    node: code.node.slice(0, code.size),
    lists: new Int32Array(code.lists),
    blocks: code.blocks(),
    variables: code.variables(captured),
    functions: gen.functions,
    classes: gen.classes,
    imports: gen.imports,
    exports: gen.exports,
    unread: gen.unread,
  };
}

/** Methods that stand beside their type (Go) become its members. */
function joinMethods(gen: Generator): void {
  const byName = new Map(gen.classes.map((it) => [it.name, it]));
  for (const method of gen.methods) {
    const owner = byName.get(gen.tree.texts.get(method.owner));
    const info = gen.functions[method.function]!;
    if (!owner) continue;
    info.class = owner.index;
    const { name, node, decorators } = info;
    const type = gen.resultType(node);
    owner.members.push({ name, is: 'method', static: false, function: info.index, node, type, decorators });
  }
}

/** Notes for each function the variables of others that it uses. Returns which variables those are. */
function findCaptures(gen: Generator): Uint8Array {
  const captured = new Uint8Array(gen.code.variableNames.length);
  for (const info of gen.functions) {
    const captures = new Set<number>();
    const { first, end } = info.variables;
    eachOperand(gen, info, (variable) => {
      if (variable === NONE || (variable >= first && variable < end)) return;
      captures.add(variable);
      captured[variable] = 1;
    });
    info.captures = [...captures];
  }
  return captured;
}

function eachOperand(gen: Generator, info: FunctionInfo, visit: (variable: number) => void): void {
  const { op, target, left, right, detail, lists } = gen.code;
  for (let at = info.instructions.first; at < info.instructions.end; at++) {
    visit(target[at]!);
    visit(left[at]!);
    visit(right[at]!);
    if (op[at] !== Op.call && op[at] !== Op.new && op[at] !== Op.concat) continue;
    const first = detail[at]! + 1;
    const end = first + lists[detail[at]!]! * ENTRY;
    for (let entry = first; entry < end; entry += ENTRY) visit(lists[entry]!);
  }
}
