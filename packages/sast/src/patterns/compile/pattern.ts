import { Flag, Kind, Role } from '../../languages/kinds.ts';
import type { FlatTree } from '../../parse/flat-tree.ts';
import {
  children,
  endOf,
  firstChild,
  kindOf,
  nameOf,
  nextOf,
  NONE,
  nextSibling,
  parentOf,
  part,
  roleOf,
  startOf,
  symbolOf,
  type Tree,
} from '../../tree/tree.ts';
import { isPart, isPiece } from '../../tree/literals.ts';
import type { Dialect } from './dialect.ts';
import { type ParsedPattern, parsePattern, type ParseText, type Placed } from './parse-pattern.ts';

/** What a node of a pattern's tree stands for. */
export const Op = { plain: 0, metavariable: 1, sequence: 2, ellipsis: 3, deep: 4 } as const;

/** A pattern of code, as a normalised tree in which some nodes stand for others. */
export interface Pattern {
  readonly is: 'pattern';
  readonly text: string;
  readonly dialect: Dialect;
  readonly tree: Tree;
  /** One node, or the neighbours of a sequence. */
  readonly roots: readonly number[];
  /** The root is the beginning of a node: what it does not name may be anything. */
  readonly partial: boolean;
  /** By node, see `Op`. */
  readonly ops: Uint8Array;
  /** Metavariables by node: `$X`, `$...X`. */
  readonly names: readonly (string | undefined)[];
  readonly types: ReadonlyMap<string, string>;
  readonly ended: boolean;
  /** Where the pattern's own text ends in its tree's text. */
  readonly end: number;
  /** It is an item of a list, and no other value. */
  readonly item: boolean;
  /** Where it begins. */
  readonly start: number;
}

export interface PatternHost {
  readonly parse: ParseText;
  readonly lower: (flat: FlatTree) => Tree;
}

/** A pattern that no way of writing makes readable: the text that came nearest, for the one who has to mend it. */
export interface PatternFault {
  readonly is: 'fault';
  readonly text: string;
}

export function compilePattern(dialect: Dialect, text: string, host: PatternHost): Pattern | PatternFault {
  const parsed = parsePattern(dialect, text, host.parse);
  if (parsed.is === 'fault') return parsed;
  const tree = host.lower(parsed.flat);
  const { roots, partial } = rootsOf(tree, parsed);
  if (roots.length === 0) return { is: 'fault', text: parsed.flat.text };
  const ops = new Uint8Array(tree.size);
  const names: (string | undefined)[] = [];
  for (const placed of parsed.placed) place(tree, placed, ops, names);
  for (let node = tree.size - 1; node >= 0; node--) {
    if (isDeep(tree, node)) ops[node] = Op.deep;
    else if (isPart(tree, node)) markPart({ tree, dialect, ops, names }, node);
    else if (isAnything(tree, node, ops)) ops[node] = Op.ellipsis;
  }
  const { types, ended, start, end } = parsed;
  return {
    is: 'pattern',
    text,
    dialect,
    tree,
    roots,
    partial,
    ops,
    names,
    types,
    ended,
    start,
    end,
    item: isItem(tree, roots),
  };
}

/** What the pattern is: its highest nodes, or the node that it begins. */
function rootsOf(tree: Tree, parsed: ParsedPattern): { roots: number[]; partial: boolean } {
  const { context, start } = parsed;
  const roots = highestNodes(tree, parsed);
  const [first] = roots;
  if (first === undefined) return { roots, partial: false };
  if (context.name === 'finally' && roots.length === 1) return { roots: [parentOf(tree, first)], partial: true };
  const header = context.partial ? headerOf(tree, first, start) : NONE;
  if (header !== NONE) return { roots: [header], partial: true };
  return {
    roots: tree.table.name === 'bash' ? shellRoots(tree, roots, parsed) : dataRoots(tree, roots),
    partial: false,
  };
}

/** A command of one word is that word; of a declaration the assignments count, however it declares. */
function shellRoots(tree: Tree, roots: number[], { placed, ended }: ParsedPattern): number[] {
  const [only] = roots;
  if (only === undefined || roots.length > 1 || ended) return roots;
  if (placed.some((it) => it.start <= startOf(tree, only) && it.end >= endOf(tree, only))) return roots;
  const inner = children(tree, only);
  if (kindOf(tree, only) === Kind.Decl) {
    const assignments = inner.filter((it) => kindOf(tree, it) === Kind.Assign);
    return assignments.length === 1 ? assignments : roots;
  }
  const isWord = kindOf(tree, only) === Kind.Call && inner.length === 1 && tree.flags[only] === 0;
  return isWord && endOf(tree, inner[0]!) === endOf(tree, only) ? inner : roots;
}

/** The highest nodes of the pattern's own text. */
function highestNodes(tree: Tree, { context, start, end }: ParsedPattern): number[] {
  const roots: number[] = [];
  const limit = /^[;\n]/.test(context.after) ? end + 1 : end;
  for (let node = 1; node < tree.size;) {
    const [from, to] = [startOf(tree, node), endOf(tree, node)];
    const isInside = from >= start && to <= limit && to > from;
    if (isInside) roots.push(node);
    node = !isInside && to > start && from < end ? node + 1 : nextOf(tree, node);
  }
  return roots;
}

/**
 * In data, one key stands for itself wherever it is, several for the object that has them; a list of one item for the
 * item.
 */
function dataRoots(tree: Tree, roots: number[]): number[] {
  const [first] = roots;
  if (first === undefined) return roots;
  if (roots.length > 1 && roots.every((it) => kindOf(tree, parentOf(tree, it)) === Kind.Dict))
    return [parentOf(tree, first)];
  if (tree.table.name !== 'yaml' || roots.length > 1) return roots;
  const kind = kindOf(tree, first);
  const inner = children(tree, first);
  if (kind === Kind.Block) return dataRoots(tree, inner);
  const isFlow = tree.text[startOf(tree, first)] === '[';
  return inner.length === 1 && !isFlow && (kind === Kind.Dict || kind === Kind.Array) ? inner : roots;
}

/** Whether a list was opened for its one item. */
function isItem(tree: Tree, roots: readonly number[]): boolean {
  const [only, ...others] = roots;
  if (only === undefined || others.length > 0 || tree.table.name !== 'yaml') return false;
  return kindOf(tree, parentOf(tree, only)) === Kind.Array;
}

/** The node that begins with the pattern and ends behind it. */
function headerOf(tree: Tree, root: number, start: number): number {
  let header = NONE;
  for (let node = parentOf(tree, root); node > 0 && startOf(tree, node) === start; node = parentOf(tree, node))
    header = node;
  return header;
}

/** The highest node that is the placeholder and nothing else; of a parameter its name, so that its uses are the same. */
function nodeAt(tree: Tree, { item, start, end, inner }: Placed): number {
  const whole = highest(tree, start, end);
  const found = whole === NONE ? highest(tree, inner.start, inner.end) : whole;
  const node = found === NONE ? symbolAt(tree, inner) : insideBlock(tree, found);
  if (node === NONE || item.is !== 'metavariable') return node;
  const kind = kindOf(tree, node);
  if (kind === Kind.Decorator && part(tree, node, Role.value) !== NONE) return part(tree, node, Role.value);
  if (kind === Kind.Param || kind === Kind.ImportName) {
    const name = part(tree, node, Role.name);
    return name === NONE ? node : name;
  }
  return node;
}

/** Whether an ellipsis is one thing, whichever: a symbol `:...`, in a shell a value `$(...)` or a command `... &`. */
function isSingle(tree: Tree, node: number): boolean {
  if (kindOf(tree, node) === Kind.Symbol) return true;
  if (tree.table.name !== 'bash') return false;
  return (
    (tree.flags[node]! & Flag.background) !== 0 || /(?:[$<]\(|`)\s*$/.test(tree.text.slice(0, startOf(tree, node)))
  );
}

/** Records what a placeholder's node stands for. */
function place(tree: Tree, placed: Placed, ops: Uint8Array, names: (string | undefined)[]): void {
  const node = nodeAt(tree, placed);
  if (node === NONE) return;
  const { is, name } = placed.item;
  const isOne = is === 'ellipsis' && isSingle(tree, node);
  ops[node] = isOne ? Op.metavariable : Op[is];
  names[node] = isOne ? '$_' : is === 'ellipsis' ? undefined : name;
  markStandIns(tree, node, placed, ops);
}

/** What a parameter's form has beside its name may be anything: it is there for the grammar. */
function markStandIns(tree: Tree, node: number, { start, end }: Placed, ops: Uint8Array): void {
  const parent = parentOf(tree, node);
  if (kindOf(tree, parent) !== Kind.Param || startOf(tree, parent) < start || endOf(tree, parent) > end) return;
  for (const it of children(tree, parent)) if (it !== node) ops[it] = Op.ellipsis;
}

/** Where a block has no brackets, it stands where its only statement stands: the statement is meant. */
function insideBlock(tree: Tree, node: number): number {
  if (kindOf(tree, node) === Kind.Decl) return onlyVariable(tree, node);
  if (node === NONE || kindOf(tree, node) !== Kind.Block) return node;
  const child = firstChild(tree, node);
  return child !== NONE && startOf(tree, child) === startOf(tree, node) ? child : node;
}

/** A declaration of one variable is that variable. */
function onlyVariable(tree: Tree, node: number): number {
  const found = children(tree, node).filter((it) => variables.has(kindOf(tree, it)));
  return found.length === 1 ? found[0]! : node;
}

const variables = new Set<number>([Kind.VarDef, Kind.FieldDef]);

/** `:$X` of Ruby: the metavariable is a part of the literal. `$X` of a shell: its name is the variable. */
function symbolAt(tree: Tree, { start, end }: Placed['inner']): number {
  if (tree.text[start] === '$') return highest(tree, start + 1, end);
  if (tree.text.startsWith('${', start - 2)) return highest(tree, start - 2, end + 1);
  const node = highest(tree, start - 1, end);
  return node !== NONE && kindOf(tree, node) === Kind.Symbol ? node : NONE;
}

function highest(tree: Tree, start: number, end: number): number {
  for (let node = 1; node < tree.size; node++) {
    if (startOf(tree, node) !== start) continue;
    const to = endOf(tree, node);
    if (to === end || (to === end - 1 && /[;,]/.test(tree.text[to]!)) || (to === end + 1 && tree.text[end] === ';'))
      return node;
  }
  return NONE;
}

/** `<... P ...>` is written as a call or a list that begins with a mark. */
function isDeep(tree: Tree, node: number): boolean {
  const kind = kindOf(tree, node);
  if (kind !== Kind.Call && kind !== Kind.Array) return false;
  const first = kind === Kind.Call ? part(tree, node, Role.callee) : firstChild(tree, node);
  return first !== NONE && nameOf(tree, first) === 'zzD';
}

interface Marks {
  readonly tree: Tree;
  readonly dialect: Dialect;
  readonly ops: Uint8Array;
  readonly names: (string | undefined)[];
}

/** Between the code of a template, `...` and metavariables stand in its text. */
function markPart(marks: Marks, node: number): void {
  const { tree, ops, names } = marks;
  if (kindOf(tree, node) === Kind.Name)
    return ops[node] === Op.ellipsis ? markCode(marks, node) : markVariable(marks, node);
  if (!isPiece(tree, node) && !isLink(tree, node)) return;
  const isAfterDollar = tree.text[startOf(tree, node) - 1] === '$' && tree.table.name === 'bash';
  const text = (isAfterDollar ? '$' : '') + nameOf(tree, node);
  if (text === '...') ops[node] = Op.ellipsis;
  const found = /^\$(\.\.\.)?[A-Z_][A-Z_0-9]*$/.exec(text);
  if (!found) return;
  ops[node] = found[1] ? Op.sequence : Op.metavariable;
  names[node] = text;
}

/** One of several strings that stand beside each other. */
function isLink(tree: Tree, node: number): boolean {
  const parent = parentOf(tree, node);
  return kindOf(tree, node) === Kind.Str && startOf(tree, firstChild(tree, parent)) === startOf(tree, parent);
}

/** `#{...}` is one expression, not any number of parts. */
function markCode({ ops, names }: Marks, node: number): void {
  ops[node] = Op.metavariable;
  names[node] = '$_';
}

/**
 * Where the language itself puts variables into texts as `$name`, a metavariable stands for text, and for an expression
 * only if it is written as one. A text that is nothing else is any text.
 */
function markVariable({ tree, dialect, ops, names }: Marks, node: number): void {
  const [from, end] = [startOf(tree, node), endOf(tree, node)];
  const start = tree.text[from] === '$' ? from : from - 1;
  const written = tree.text.slice(start, end);
  if (ops[node] !== Op.plain || !/^\$[A-Z_][A-Z_0-9]*$/.test(written) || dialect.ownNames?.test(written)) return;
  if (tree.text[start - 1] === '{' || tree.table.name === 'bash') {
    ops[node] = Op.metavariable;
    names[node] = written;
    return;
  }
  const parent = parentOf(tree, node);
  const isAll = children(tree, parent).length === 1 && kindOf(tree, parent) === Kind.Template;
  for (const it of isAll ? [parent, node] : [node]) {
    tree.kind[it] = Kind.Str;
    tree.symbol[it] = tree.texts.add(written);
  }
}

/** A YAML block that is nothing but `...` may be a mapping, a sequence or a value. */
function isAnything(tree: Tree, node: number, ops: Uint8Array): boolean {
  const kind = kindOf(tree, node);
  if (kind === Kind.Case) return isAnyCase(tree, node, ops);
  if (tree.table.name !== 'yaml' || (kind !== Kind.Dict && kind !== Kind.Array)) return false;
  const [only, ...others] = children(tree, node);
  return (
    only !== undefined && others.length === 0 && ops[only] === Op.ellipsis && tree.text[startOf(tree, node)] !== '['
  );
}

/** `case ...` is any number of cases. */
function isAnyCase(tree: Tree, node: number, ops: Uint8Array): boolean {
  const [only, ...others] = children(tree, node);
  if (only === undefined || roleOf(tree, only) !== Role.test || ops[only] !== Op.ellipsis) return false;
  return others.every((it) => symbolOf(tree, it) === symbolOf(tree, only));
}

/** What is looked for inside of a deep expression. */
export function deepPart(tree: Tree, node: number): number {
  const first = firstChild(tree, node);
  return first === NONE ? NONE : nextSibling(tree, first);
}
