import { kindNames } from '../languages/kinds.ts';
import { Edge, edgeNames } from './instructions.ts';
import {
  detailText,
  edgesOf,
  instructionsOf,
  type Ir,
  listOf,
  opName,
  ownerOf,
  type FunctionInfo,
  variableName,
} from './ir.ts';

/** The IR as text, for tests and `--dump`: functions with their blocks, one instruction a line. */
export function printIr(ir: Ir): string {
  const names = namesOf(ir);
  return ir.functions.map((it) => printFunction(ir, it, names)).join('\n\n');
}

/** One function; variables of others have a `^` before their name. */
function printFunction(ir: Ir, info: FunctionInfo, names: readonly string[]): string {
  const show = (variable: number): string => {
    if (variable < 0) return '_';
    return `${ownerOf(ir, variable).index === info.index ? '' : '^'}${names[variable]}`;
  };
  const params = info.params.map((it) => `${it.is === 'positional' ? '' : `${it.is} `}${show(it.variable)}`);
  const captures = info.captures.length > 0 ? ` captures ${info.captures.map(show).join(', ')}` : '';
  const lines = [`${info.is} ${info.name || `#${info.index}`}(${params.join(', ')})${captures}`];
  for (let block = info.blocks.first; block < info.blocks.end; block++) {
    const { first, end } = instructionsOf(ir, block);
    const edges = printEdges(ir, block, info);
    if (block > info.blocks.first && first === end && edges === '' && block !== info.exit) continue;
    lines.push(`  b${block - info.blocks.first}:${edges}`);
    for (let at = first; at < end; at++) lines.push(`    ${printInstruction(ir, at, show)}`);
  }
  return lines.join('\n');
}

function printEdges(ir: Ir, block: number, info: FunctionInfo): string {
  const { first, end } = edgesOf(ir, block);
  let text = '';
  for (let edge = first; edge < end; edge++) {
    const kind = ir.blocks.edgeKind[edge]!;
    const to = ir.blocks.edgeTo[edge]! - info.blocks.first;
    text += ` ${kind === Edge.next ? '' : `${edgeNames[kind]} `}-> b${to}`;
  }
  return text;
}

/**
 * Names for all variables: those of the source, the others by their place in their function. One that covers another
 * of the same function has its number behind it: `x`, `x/2`.
 */
function namesOf(ir: Ir): string[] {
  const seen = new Map<string, number>();
  return Array.from(ir.variables.name, (_, variable) => {
    const owner = ownerOf(ir, variable);
    const name = variableName(ir, variable);
    if (name === '') return `$${variable - owner.variables.first}`;
    const count = (seen.get(`${owner.index} ${name}`) ?? 0) + 1;
    seen.set(`${owner.index} ${name}`, count);
    return count === 1 ? name : `${name}/${count}`;
  });
}

type Show = (variable: number) => string;
type Line = (ir: Ir, at: number, show: Show) => string;

const left: Line = (ir, at, show) => show(ir.left[at]!);
const right: Line = (ir, at, show) => show(ir.right[at]!);
const text: Line = (ir, at) => detailText(ir, at);
const number: Line = (ir, at) => String(ir.detail[at]!);

/** Instructions that are not simply `target = op left right`. */
const lines: Readonly<Record<string, Line>> = {
  const: (ir, at) => (ir.detail[at]! < 0 ? 'const' : `const ${JSON.stringify(text(ir, at, String))}`),
  global: (ir, at, show) => `global ${text(ir, at, show)}`,
  setGlobal: (ir, at, show) => `global ${text(ir, at, show)} = ${left(ir, at, show)}`,
  move: left,
  operator: (ir, at, show) =>
    ir.right[at]! < 0
      ? `${text(ir, at, show)} ${left(ir, at, show)}`
      : `${left(ir, at, show)} ${text(ir, at, show)} ${right(ir, at, show)}`,
  concat: (ir, at, show) => `concat (${printList(ir, at, show)})`,
  load: (ir, at, show) => `${left(ir, at, show)}.${text(ir, at, show)}`,
  store: (ir, at, show) => `${left(ir, at, show)}.${text(ir, at, show)} = ${right(ir, at, show)}`,
  loadAt: (ir, at, show) => `${left(ir, at, show)}[${right(ir, at, show)}]`,
  storeAt: (ir, at, show) => `${left(ir, at, show)}[${show(ir.target[at]!)}] = ${right(ir, at, show)}`,
  loadItem: (ir, at, show) => `${left(ir, at, show)}#${number(ir, at, show)}`,
  storeItem: (ir, at, show) => `${left(ir, at, show)}#${number(ir, at, show)} = ${right(ir, at, show)}`,
  rest: (ir, at, show) => `rest ${left(ir, at, show)} ${number(ir, at, show)}`,
  call: (ir, at, show) => `call ${callee(ir, at, show)}(${printList(ir, at, show)})`,
  new: (ir, at, show) => `new ${callee(ir, at, show)}(${printList(ir, at, show)})`,
  alloc: (ir, at) => `alloc ${kindNames[ir.detail[at]!]}`,
  function: (ir, at) => `function ${ir.functions[ir.detail[at]!]!.name || `#${ir.detail[at]}`}`,
  class: (ir, at) => `class ${ir.classes[ir.detail[at]!]!.name || `#${ir.detail[at]}`}`,
  yield: (ir, at, show) => `yield ${ir.detail[at] === 1 ? 'all ' : ''}${left(ir, at, show)}`,
  param: (ir, at) => `param ${ir.detail[at]}`,
  import: (ir, at) => {
    const { source, name, all } = ir.imports[ir.detail[at]!]!;
    return `import ${JSON.stringify(source)} ${name}${all ? ' all' : ''}`;
  },
  cast: (ir, at, show) => `cast ${left(ir, at, show)} ${text(ir, at, show)}`,
};

function callee(ir: Ir, at: number, show: Show): string {
  return ir.right[at]! < 0 ? left(ir, at, show) : `${left(ir, at, show)} this ${right(ir, at, show)} `;
}

function printList(ir: Ir, at: number, show: Show): string {
  const spreads = { no: '', elements: '...', entries: '**' };
  return listOf(ir, at)
    .map((it) => `${spreads[it.spread]}${it.name && `${it.name}: `}${show(it.value)}`)
    .join(', ');
}

const storing = new Set(['store', 'storeAt', 'storeItem', 'setGlobal']);

function printInstruction(ir: Ir, at: number, show: Show): string {
  const op = opName(ir, at);
  const operands = [ir.left[at]!, ir.right[at]!].filter((it) => it >= 0).map(show);
  const line = lines[op]?.(ir, at, show) ?? [op, ...operands].join(' ');
  return ir.target[at]! < 0 || storing.has(op) ? line : `${show(ir.target[at]!)} = ${line}`;
}
