import type { FileLinks, LinkedCall, LinkedFunction, LinkedImport, LinkedUse, Position } from '@plumbline/core';
import type { Lines } from '../findings/lines.ts';
import { surroundings } from '../findings/symbols.ts';
import { Op } from '../ir/instructions.ts';
import { detailText, listOf, type Ir } from '../ir/ir.ts';
import type { Knowledge } from '../resolve/knowledge.ts';
import { namesOf } from '../resolve/names.ts';
import { is, sourceOf } from '../tree/tree.ts';
import { exportsOf } from './exports.ts';
import { entryOf, isVisible, type Handed } from './entry.ts';
import { isReflective, loadedBy, moduleLoaded } from './loading.ts';
import type { LibraryRef, Ref } from './refs.ts';
import { valuesOf, type Values } from './values.ts';

/** What the links of a file are made from. */
export interface Linking {
  readonly ir: Ir;
  /** Whose models apply: `javascript` for TypeScript. */
  readonly language: string;
  readonly knowledge: Knowledge;
  readonly lines: Lines;
}

/** Bounds for what one file may add to a report's work. */
const most = { uses: 3000, calls: 3000, names: 300 } as const;

/** Languages whose links are known. */
const linked = new Set(['javascript', 'python', 'java', 'go', 'ruby', 'php', 'csharp']);

export function hasLinks(language: string): boolean {
  return linked.has(language);
}

/** How a file hangs together with others. Work: a fixed number of passes over its instructions. */
export function linksOf(linking: Linking): FileLinks {
  return new Collector(linking).links();
}

/** Names of modules, as far as their spelling goes. */
const moduleName = /^(?:@[\w.-]+\/)?[\w][\w./-]{1,80}$/;

class Collector {
  readonly #it: Linking;
  readonly #values: Values;
  readonly #imports: LinkedImport[] = [];
  readonly #uses = new Map<string, LinkedUse>();
  readonly #calls = new Map<string, LinkedCall>();
  readonly #names = new Set<string>();
  readonly #dynamic: Position[] = [];
  readonly #handed = new Map<number, Handed>();
  /** Methods by their names, a few each. */
  readonly #methods = new Map<string, number[]>();

  constructor(it: Linking) {
    this.#it = it;
    for (const { is: kind, name, index } of it.ir.functions) {
      const known = this.#methods.get(name) ?? [];
      if (kind === 'method' && known.length < 8) this.#methods.set(name, [...known, index]);
    }
    this.#values = valuesOf(it.ir, namesOf(it.ir, it.language, it.knowledge), it.language);
  }

  links(): FileLinks {
    const { ir, language } = this.#it;
    for (const it of ir.imports) this.#import(it.node, { module: this.#wholeModule(it), name: it.name, all: it.all });
    for (const { index, instructions } of ir.functions) {
      for (let at = instructions.first; at < instructions.end; at++) this.#look(at, index);
    }
    this.#classes();
    const exports = exportsOf(ir, language, this.#values);
    const isSeen = (index: number): boolean => {
      const info = ir.functions[index]!;
      return info.is === 'fields' || info.is === 'constructor' || isVisible(ir, info, language);
    };
    const exported = new Set(exports.flatMap((it) => it.function ?? []).filter(isSeen));
    const named = this.#named();
    return {
      language,
      package: ir.package,
      imports: this.#imports,
      functions: ir.functions.map((it) => this.#function(it.index, exported, named)),
      uses: [...this.#uses.values()],
      calls: [...this.#calls.values()],
      exports,
      names: [...this.#names],
      dynamic: this.#dynamic,
      partial: ir.unread.length > 0 || this.#uses.size >= most.uses || this.#calls.size >= most.calls,
    };
  }

  /** The functions that a way may lead through. */
  #named(): ReadonlySet<number> {
    const calls = [...this.#calls.values()].flatMap(({ from, to }) => [from, to]);
    return new Set([...calls, ...Array.from(this.#uses.values(), (it) => it.from)]);
  }

  #function(index: number, exported: ReadonlySet<number>, named: ReadonlySet<number>): LinkedFunction {
    // What nothing leads to or from is never shown.
    if (!named.has(index)) return { name: '', line: 1 };
    const { ir, language, lines } = this.#it;
    const info = ir.functions[index]!;
    const entry = entryOf(ir, info, { language, exported: exported.has(index), handed: this.#handed.get(index) });
    return {
      name: surroundings(ir, index).symbol ?? '',
      line: lines.position(ir.tree.start[info.node]!).line,
      ...(entry && { entry }),
    };
  }

  /** `import google.cloud.storage` binds `google` alone, but loads all of it. */
  #wholeModule({ source, node }: Ir['imports'][number]): string {
    if (this.#it.language !== 'python') return source;
    const written = /^[\w.]+/.exec(sourceOf(this.#it.ir.tree, node))?.[0] ?? '';
    return written.startsWith(`${source}.`) ? written : source;
  }

  #import(node: number, it: Pick<LinkedImport, 'module' | 'name' | 'all'>): void {
    if (it.module === '' && it.name === '') return;
    this.#imports.push({ ...it, ...this.#place(node) });
  }

  #place(node: number): { readonly start: Position; readonly end: Position } {
    const { ir, lines } = this.#it;
    const start = lines.position(ir.tree.start[node]!);
    const end = lines.position(ir.tree.end[node]!);
    // Of a call that goes over many lines the first says where it is.
    return { start, end: end.line === start.line ? end : { line: start.line, column: start.column + 1 } };
  }

  #look(at: number, from: number): void {
    const { ir } = this.#it;
    const { op } = ir;
    if (op[at] === Op.call || op[at] === Op.new) this.#call(at, from);
    else if (op[at] === Op.return || op[at] === Op.storeItem) this.#give(ir.left[at]!, at, from);
    else if (op[at] === Op.store) this.#give(ir.right[at]!, at, from);
    else if (op[at] === Op.const && from === 0) this.#name(at);
    else if (op[at] === Op.load && from === 0 && this.#it.language === 'python')
      this.#mention(ir.target[at]!, at, from);
  }

  #name(at: number): void {
    const { ir } = this.#it;
    if (this.#names.size >= most.names || !is(ir.tree, ir.node[at]!, 'Str')) return;
    const text = detailText(ir, at);
    if (moduleName.test(text)) this.#names.add(text);
  }

  #call(at: number, from: number): void {
    const { ir } = this.#it;
    for (const ref of this.#values.of(ir.left[at]!)) this.#callee(ref, at, from);
    for (const { value } of listOf(ir, at)) this.#give(value, at, from);
  }

  #callee(ref: Ref, at: number, from: number): void {
    const { ir } = this.#it;
    switch (ref.is) {
      case 'function':
        return this.#link(from, ref.index, at);
      case 'class':
        for (const it of ir.functions) {
          if (it.class === ref.index && (it.is === 'constructor' || it.is === 'fields')) this.#link(from, it.index, at);
        }
        return;
      case 'loader': {
        const module = moduleLoaded(ir, at, ref.relative);
        if (module === undefined) this.#dynamic.push(this.#place(ir.node[at]!).start);
        else this.#import(ir.node[at]!, { module, name: '*', all: false });
        return;
      }
      case 'library':
        return this.#library(ref, at, from);
    }
  }

  #library(ref: LibraryRef, at: number, from: number): void {
    const { ir, language } = this.#it;
    const loaded = loadedBy(ir, at, ref);
    if (loaded !== undefined && loaded !== '') this.#import(ir.node[at]!, { module: loaded, name: '*', all: false });
    if (loaded === '' || isReflective(ref, language)) this.#dynamic.push(this.#place(ir.node[at]!).start);
    this.#use(ref, at, from);
    // Ruby's methods call each other by their bare names.
    if (language !== 'ruby' || ref.module !== '') return;
    for (const it of this.#methods.get(ref.symbol) ?? []) this.#link(from, it, at);
  }

  /** A value is handed on: a function may be called by whoever gets it, something imported is used. */
  #give(variable: number, at: number, from: number): void {
    const { ir } = this.#it;
    for (const ref of this.#values.of(variable)) {
      if (ref.is === 'library' && ref.symbol !== '') this.#use(ref, at, from);
      if (ref.is !== 'function' || ir.op[at] !== Op.call) continue;
      const callee = this.#values.of(ir.left[at]!).find((it) => it.is === 'library');
      this.#handed.set(ref.index, callee ? 'library' : 'unknown');
      this.#link(from, ref.index, at, true);
    }
  }

  #mention(variable: number, at: number, from: number): void {
    for (const ref of this.#values.of(variable)) if (ref.is === 'library') this.#use(ref, at, from);
  }

  /** What a class inherits from and is decorated with is used where it stands. */
  #classes(): void {
    const { ir } = this.#it;
    for (const { bases, decorators, node, parent } of ir.classes) {
      for (const variable of [...bases, ...decorators]) this.#useAtNode(variable, node, parent);
    }
    for (const { decorators, node, parent } of ir.functions) {
      for (const variable of decorators) this.#useAtNode(variable, node, Math.max(parent, 0));
    }
  }

  #useAtNode(variable: number, node: number, from: number): void {
    for (const ref of this.#values.of(variable)) if (ref.is === 'library') this.#add(ref, node, from);
  }

  #use(ref: LibraryRef, at: number, from: number): void {
    this.#add(ref, this.#it.ir.node[at]!, from);
  }

  #add({ module, symbol }: LibraryRef, node: number, from: number): void {
    const key = `${from} ${module}\0${symbol}`;
    if (this.#uses.has(key) || this.#uses.size >= most.uses || /[)#]$/.test(symbol)) return;
    if (module === '' && !this.#mayBeForeign(symbol)) return;
    this.#uses.set(key, { from, module, symbol, ...this.#place(node) });
  }

  /** Of names that nothing binds those of variables and of the language's own functions say nothing. */
  #mayBeForeign(symbol: string): boolean {
    const { language, ir } = this.#it;
    if (language === 'javascript' || symbol.startsWith('$')) return false;
    return language !== 'python' || ir.imports.some((it) => it.all);
  }

  #link(from: number, to: number, at: number, handed = false): void {
    const key = `${from} ${to}`;
    if (from === to || this.#calls.has(key) || this.#calls.size >= most.calls) return;
    const line = this.#it.lines.position(this.#it.ir.tree.start[this.#it.ir.node[at]!]!).line;
    this.#calls.set(key, { from, to, line, ...(handed && { handed }) });
  }
}
