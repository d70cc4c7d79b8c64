/** What must hold of every IR, whatever the text: broken invariants, as sentences. */
import { Op, opNames } from '../src/ir/instructions.ts';
import { edgesOf, type FunctionInfo, instructionsOf, type Ir, listOf } from '../src/ir/ir.ts';

export function brokenIn(ir: Ir): string[] {
  return ir.functions.flatMap((it) => [...brokenRuns(ir, it), ...brokenBlocks(ir, it), ...brokenVariables(ir, it)]);
}

/** Functions own runs that follow each other and leave nothing out. */
function brokenRuns(ir: Ir, it: FunctionInfo): string[] {
  const next = ir.functions[it.index + 1];
  const broken: string[] = [];
  for (const of of ['blocks', 'instructions', 'variables'] as const) {
    const size = { blocks: ir.blocks.size, instructions: ir.op.length, variables: ir.variables.size }[of];
    if (it[of].end !== (next ? next[of].first : size)) broken.push(`${of} of function ${it.index} do not end with it`);
  }
  if (it.entry !== it.blocks.first || it.exit !== it.blocks.end - 1) broken.push(`entry or exit of ${it.index}`);
  return broken;
}

/** Edges stay in the function; a branch ends its block and has two ways; nothing follows the exit. */
function brokenBlocks(ir: Ir, it: FunctionInfo): string[] {
  const broken: string[] = [];
  for (let block = it.blocks.first; block < it.blocks.end; block++) {
    const edges = edgesOf(ir, block);
    const { first, end } = instructionsOf(ir, block);
    for (let edge = edges.first; edge < edges.end; edge++) {
      const to = ir.blocks.edgeTo[edge]!;
      if (to < it.blocks.first || to >= it.blocks.end)
        broken.push(`an edge from block ${block} leaves function ${it.index}`);
    }
    for (let at = first; at < end; at++) {
      if (ir.op[at] === Op.branch && (at !== end - 1 || edges.end - edges.first < 2)) broken.push(`branch at ${at}`);
    }
    if (block === it.exit && edges.first !== edges.end) broken.push(`the exit of ${it.index} goes on`);
  }
  return broken;
}

/** Operands are variables; those of others are captured. */
function brokenVariables(ir: Ir, it: FunctionInfo): string[] {
  const broken: string[] = [];
  for (let at = it.instructions.first; at < it.instructions.end; at++) {
    const hasList = [Op.call, Op.new, Op.concat].includes(ir.op[at]!);
    const operands = [
      ir.target[at]!,
      ir.left[at]!,
      ir.right[at]!,
      ...(hasList ? listOf(ir, at).map((e) => e.value) : []),
    ];
    for (const variable of operands) {
      if (variable < -1 || variable >= ir.variables.size) broken.push(`${opNames[ir.op[at]!]} at ${at}: ${variable}`);
      const owner = ir.variables.owner[variable];
      if (owner === undefined || owner === it.index) continue;
      if (!it.captures.includes(variable) || ir.variables.captured[variable] !== 1)
        broken.push(`capture of ${variable}`);
    }
  }
  return broken;
}
