import type { ESTree } from 'meriyah';
import type { Edit } from './edits.ts';
import { argumentsOf, globals } from './methods.ts';
import {
  childrenOf,
  constantLength,
  endOf,
  find,
  isNumeric,
  isOpaque,
  isShortConstant,
  isSimple,
  startOf,
  type Node,
} from './nodes.ts';
import { runtimeName, Scope } from './scope.ts';

/** What makes functions of text; template engines keep it under such a name. */
const constructors = new Set(['Function', 'ctor', 'AsyncFunction']);
const addresses = new Set(['URL', 'URLSearchParams']);
const maxOperands = 200;
const shortest = 3;
const longest = 64;

/** An operand on its way into a call of the runtime: the text that names its value there. */
type Captured = string;

/** Visits a program once and notes the edits. One instance rewrites one text. */
export class Rewriter {
  readonly edits: Edit[] = [];
  readonly literals = new Set<string>();
  operations = 0;

  readonly #text: string;
  /** Where temporaries of the code at hand live; undefined where none can be declared (defaults, class fields). */
  #scope: Scope | undefined;
  /** Start of the statement at hand: an opening bracket there could continue the line above. */
  #statement = -1;
  /** The expression that is all of a statement: nobody sees its value. */
  #unused: Node | undefined;

  readonly #isTemplate: boolean;

  /** `isTemplate`: the text is what a template engine has made, for one object that is no proxy. */
  constructor(text: string, isTemplate: boolean) {
    this.#text = text;
    this.#isTemplate = isTemplate;
  }

  program(node: ESTree.Program): void {
    this.#body(node.body);
  }

  #visit(node: Node): void {
    switch (node.type) {
      case 'BinaryExpression':
        return node.operator === '+' ? this.#sum(node) : this.#children(node);
      case 'AssignmentExpression':
        return node.operator === '+=' ? this.#append(node, false) : this.#children(node);
      case 'TemplateLiteral':
        return this.#template(node);
      case 'TaggedTemplateExpression':
        this.#visit(node.tag);
        return this.#children(node.quasi);
      case 'CallExpression':
        return this.#call(node);
      case 'NewExpression':
        return this.#make(node);
      case 'ChainExpression':
        return this.#chain(node);
      case 'ExpressionStatement':
        return this.#expressionStatement(node);
      case 'Literal':
        return this.#note(node.value);
      case 'Property':
        if (!node.computed && node.key.type === 'Identifier') this.#note(node.key.name);
        return this.#children(node);
      default:
        return this.#declaration(node);
    }
  }

  #declaration(node: Node): void {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        this.#without(() => node.params.forEach((it) => this.#visit(it)));
        if (node.body) this.#body(node.body.body);
        return;
      case 'ArrowFunctionExpression':
        return this.#arrow(node);
      case 'StaticBlock':
        return this.#body(node.body);
      case 'PropertyDefinition':
      case 'AccessorProperty':
        if (node.computed) this.#visit(node.key);
        this.#without(() => node.value && this.#visit(node.value));
        return;
      case 'WithStatement':
        this.#visit(node.object);
        if (this.#isTemplate) return this.#visit(node.body);
        return this.#without(() => this.#visit(node.body)); // our names could be taken for members
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return;
      case 'ExportNamedDeclaration':
        if (node.declaration) this.#visit(node.declaration);
        return;
      default:
        this.#children(node);
    }
  }

  #children(node: Node): void {
    for (const child of childrenOf(node)) this.#visit(child);
  }

  /** A function's statements, with temporaries of their own, declared after the directives. */
  #body(statements: readonly Node[]): void {
    const first = statements.find((it) => !('directive' in it && it.directive));
    if (!first) return;
    const declaration = this.#insert(startOf(first), '');
    const outer = this.#scope;
    this.#scope = new Scope(declaration);
    for (const it of statements) this.#visit(it);
    this.#scope.declare();
    this.#scope = outer;
  }

  /** `x => x + 1` → `x =>{let $plumb0;return( x + 1)}`, if its body has anything to report. */
  #arrow(node: ESTree.ArrowFunctionExpression): void {
    this.#without(() => node.params.forEach((it) => this.#visit(it)));
    if (node.body.type === 'BlockStatement') return this.#body(node.body.body);
    const last = node.params.at(-1);
    const at = find(this.#text, '=>', last ? endOf(last) : startOf(node)) + 2;
    const opening = this.#insert(at, '');
    const outer = this.#scope;
    const declaration: Edit = { at, remove: 0, text: '' };
    this.#scope = new Scope(declaration);
    this.#visit(node.body);
    this.#scope.declare();
    this.#scope = outer;
    if (declaration.text === '') return;
    opening.text = `{${declaration.text}return(`;
    this.#insert(endOf(node), ')}');
  }

  #without(work: () => void): void {
    const outer = this.#scope;
    this.#scope = undefined;
    work();
    this.#scope = outer;
  }

  #expressionStatement(node: ESTree.ExpressionStatement): void {
    if ('directive' in node && node.directive) return;
    const { expression } = node;
    this.#statement = startOf(node);
    this.#unused = expression;
    if (expression.type === 'AssignmentExpression' && expression.operator === '+=') {
      this.#append(expression, startOf(expression) === startOf(node));
    } else this.#visit(expression);
    this.#statement = -1;
  }

  // ── operations ───────────────────────────────────────────────────────────

  #sum(node: ESTree.BinaryExpression): void {
    const operands = this.#operands(node);
    const constant = operands.every((it) => constantLength(it) !== undefined);
    if (!this.#scope || constant || operands.every(isNumeric)) return operands.forEach((it) => this.#visit(it));
    this.#report(node, (result) => {
      const captured: Captured[] = [];
      const lengths = [0];
      for (const it of operands) {
        const length = constantLength(it);
        if (length === undefined) {
          captured.push(this.#capture(it));
          lengths.push(0);
        } else {
          this.#visit(it);
          lengths[lengths.length - 1]! += length;
        }
      }
      const surelyText = operands.some((it) => constantLength(it) !== undefined);
      return { call: joined(result, captured, lengths), surelyText };
    });
  }

  /** `a + b + c` is one sum of three. */
  #operands(node: ESTree.BinaryExpression): Node[] {
    const operands: Node[] = [node.right];
    let left: Node = node.left;
    while (left.type === 'BinaryExpression' && left.operator === '+' && operands.length < maxOperands) {
      operands.push(left.right);
      left = left.left;
    }
    operands.push(left);
    return operands.reverse();
  }

  #template(node: ESTree.TemplateLiteral): void {
    if (node.expressions.length === 0 || !this.#scope) return this.#children(node);
    this.#report(node, (result) => {
      const captured = node.expressions.map((it) => this.#capture(it));
      const lengths = node.quasis.map((it) => it.value.cooked?.length ?? 0);
      return { call: joined(result, captured, lengths), surelyText: true };
    });
  }

  #append(node: ESTree.AssignmentExpression, isStatement: boolean): void {
    const { left, right } = node;
    if (!this.#scope || isNumeric(right)) return this.#children(node);
    if (left.type === 'Identifier') return this.#appendToName(node, left.name, isStatement);
    if (left.type === 'MemberExpression' && left.object.type !== 'Super') return this.#appendToMember(node, left);
    this.#children(node);
  }

  /** `x += y` → `$plumb0=x,x += ($plumb1=y),…,x`: the operation stays, its old value is caught before. */
  #appendToName(node: ESTree.AssignmentExpression, name: string, isStatement: boolean): void {
    const scope = this.#scope!;
    const mark = scope.mark();
    const old = scope.take();
    const [open, close] = isStatement ? ['', ''] : this.#brackets(node);
    this.#insert(startOf(node), `${open}${old}=${name},`);
    const { test, call } = this.#added(name, old, node.right);
    this.#insert(endOf(node), `,${test}${runtimeName}.on&&${call}${isStatement ? '' : `,${name}${close}`}`);
    this.operations++;
    scope.release(mark);
  }

  /** `o.p += y` → `(t=o).p =(sum of t.p and y, reported)`. */
  #appendToMember(node: ESTree.AssignmentExpression, left: ESTree.MemberExpression): void {
    const scope = this.#scope!;
    const mark = scope.mark();
    const [result, old] = [scope.take(), scope.take()];
    const object = this.#capture(left.object);
    const key = this.#keyText(left);
    const at = find(this.#text, '+=', endOf(left));
    this.#replace(at, 2, `=(${result}=(${old}=${object}${key})+(`);
    const { test, call } = this.#added(result, old, node.right);
    this.#insert(endOf(node), `),${test}${runtimeName}.on?${call}:${result})`);
    this.operations++;
    scope.release(mark);
  }

  /** Visits what is added to `old`; returns the test and the call of the runtime that report it. */
  #added(result: string, old: string, right: Node): { test: string; call: string } {
    if (constantLength(right) === undefined) {
      const call = `${runtimeName}.two(${result},${old},${this.#capture(right)})`;
      return { test: `typeof ${result}==='string'&&`, call };
    }
    this.#visit(right);
    return { test: '', call: `${runtimeName}.left(${result},${old})` };
  }

  #keyText(node: ESTree.MemberExpression): string {
    const { property } = node;
    if (!node.computed) return `.${this.#slice(property)}`;
    const text = property.type === 'Literal' || isSimple(property) ? this.#slice(property) : this.#catch(property);
    return `[${text}]`;
  }

  #call(node: ESTree.CallExpression): void {
    const { callee } = node;
    if (callee.type === 'Identifier') return this.#callByName(node, callee.name);
    const name = methodOf(callee);
    const isFollowed = name !== undefined && this.#scope && !hasSpread(node) && node !== this.#unused;
    if (!isFollowed || callee.type !== 'MemberExpression') return this.#children(node);
    this.#report(node, (result) => {
      const object = isSimple(callee.object) ? this.#slice(callee.object) : this.#catch(callee.object);
      const args = this.#captureArguments(node, argumentsOf(name)!);
      return { call: `${name}(${[result, object, ...args].join(',')})`, surelyText: true };
    });
  }

  /** `new URL(x)` keeps what it was made of; `new Function(x)` runs it. */
  #make(node: ESTree.NewExpression): void {
    const name = node.callee.type === 'Identifier' ? node.callee.name : '';
    if (constructors.has(name)) return this.#code(node, name);
    const isFollowed = addresses.has(name) && this.#scope && node.arguments.length > 0 && !hasSpread(node);
    if (!isFollowed) return this.#children(node);
    this.#report(node, (result) => {
      const args = this.#captureArguments(node, 1);
      return { call: `made(${result},${args[0]})`, surelyText: true };
    });
  }

  #callByName(node: ESTree.CallExpression, name: string): void {
    const isFollowed = this.#scope && node.arguments.length > 0 && !hasSpread(node);
    if (isFollowed && (name === 'eval' || constructors.has(name))) return this.#code(node, name);
    if (!isFollowed || !globals.some((it) => it === name)) return this.#children(node);
    this.#report(node, (result) => {
      const args = this.#captureArguments(node, 1);
      return { call: `carried(${result},'${name}',${args[0]})`, surelyText: true };
    });
  }

  /** `eval(x)` → `eval($plumb.code(eval,x))`: still a direct eval. */
  #code(node: ESTree.CallExpression | ESTree.NewExpression, name: string): void {
    const last = node.arguments.at(-1);
    if (!last || hasSpread(node)) return this.#children(node);
    for (const it of node.arguments) {
      if (it === last) this.#insert(startOf(it), `${runtimeName}.code(${name},`);
      this.#visit(it);
    }
    this.#insert(endOf(last), ')');
    this.operations++;
  }

  /** An optional chain is followed only as a whole: `x?.trim()`, never by taking a link out of it. */
  #chain(node: ESTree.ChainExpression): void {
    const { expression } = node;
    const callee = expression.type === 'CallExpression' ? expression.callee : undefined;
    const name = callee && methodOf(callee);
    const isFollowed =
      name !== undefined &&
      this.#scope &&
      expression.type === 'CallExpression' &&
      !expression.optional &&
      !hasSpread(expression);
    if (!isFollowed || callee?.type !== 'MemberExpression' || !callee.optional) return this.#links(expression);
    this.#report(node, (result) => {
      const object = this.#captureLinks(callee.object);
      const args = this.#captureArguments(expression, argumentsOf(name)!);
      return { call: `${name}(${[result, object, ...args].join(',')})`, surelyText: true };
    });
  }

  /** Visits what hangs on a chain's links, and what the chain starts from, but not the links. */
  #links(node: Node): void {
    if (node.type === 'CallExpression') {
      this.#links(node.callee);
      node.arguments.forEach((it) => this.#visit(it));
    } else if (node.type === 'MemberExpression') {
      this.#links(node.object);
      if (node.computed) this.#visit(node.property);
    } else this.#visit(node);
  }

  // ── pieces ───────────────────────────────────────────────────────────────

  /** Wraps an expression: its value goes into a temporary, then to the runtime if a request is being followed. */
  #report(node: Node, inside: (result: string) => { call: string; surelyText: boolean }): void {
    const scope = this.#scope!;
    const mark = scope.mark();
    const result = scope.take();
    const [open, close] = this.#brackets(node);
    const opening = this.#insert(startOf(node), '');
    const { call, surelyText } = inside(result);
    opening.text = surelyText ? `${open}${result}=` : `${open}typeof (${result}=`;
    const test = surelyText ? `,${runtimeName}.on` : `)==='string'&&${runtimeName}.on`;
    this.#insert(endOf(node), `${test}?${runtimeName}.${call}:${result}${close}`);
    this.operations++;
    scope.release(mark);
  }

  #brackets(node: Node): [open: string, close: string] {
    if (startOf(node) !== this.#statement) return ['(', ')'];
    this.#statement = -1;
    return [` ${runtimeName}.as((`, '))'];
  }

  /** Visits an operand and returns the text that stands for its value afterwards. */
  #capture(node: Node): Captured {
    if (isSimple(node)) return this.#slice(node);
    if (isOpaque(node) || isShortConstant(node)) {
      this.#visit(node);
      return isOpaque(node) && !isNumeric(node) ? '0' : this.#slice(node);
    }
    return this.#catch(node);
  }

  /** Visits an operand and catches its value in a temporary. */
  #catch(node: Node): Captured {
    const temporary = this.#scope!.take();
    const [open, close] = this.#brackets(node);
    const isList = node.type === 'SequenceExpression';
    this.#insert(startOf(node), `${open}${temporary}=${isList ? '(' : ''}`);
    this.#visit(node);
    this.#insert(endOf(node), `${isList ? ')' : ''}${close}`);
    return temporary;
  }

  #captureLinks(node: Node): Captured {
    if (isSimple(node)) return this.#slice(node);
    const temporary = this.#scope!.take();
    const [open, close] = this.#brackets(node);
    this.#insert(startOf(node), `${open}${temporary}=`);
    this.#links(node);
    this.#insert(endOf(node), close);
    return temporary;
  }

  #captureArguments(node: ESTree.CallExpression | ESTree.NewExpression, count: number): Captured[] {
    return node.arguments.flatMap((it, i) => {
      if (i < count) return [this.#capture(it)];
      this.#visit(it);
      return [];
    });
  }

  #note(value: unknown): void {
    if (typeof value === 'string' && value.length >= shortest && value.length <= longest) this.literals.add(value);
  }

  #insert(at: number, text: string): Edit {
    return this.#replace(at, 0, text);
  }

  #replace(at: number, remove: number, text: string): Edit {
    const edit: Edit = { at, remove, text };
    this.edits.push(edit);
    return edit;
  }

  #slice(node: Node): string {
    return this.#text.slice(startOf(node), endOf(node));
  }
}

/** The runtime's call for text that was put together from captured values and constants of these lengths. */
function joined(result: string, captured: readonly Captured[], lengths: readonly number[]): string {
  const [first, second] = captured;
  if (captured.length === 1 && lengths[0] === 0) return `left(${result},${first})`;
  if (captured.length === 1 && lengths[1] === 0) return `right(${result},${first})`;
  if (captured.length === 2 && lengths.every((it) => it === 0)) return `two(${result},${first},${second})`;
  return `sum(${result},[${lengths.join(',')}],${captured.join(',')})`;
}

function methodOf(callee: Node): string | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type === 'Super') return undefined;
  const { property } = callee;
  return property.type === 'Identifier' && argumentsOf(property.name) !== undefined ? property.name : undefined;
}

function hasSpread(node: ESTree.CallExpression | ESTree.NewExpression): boolean {
  return node.arguments.some((it) => it.type === 'SpreadElement');
}
