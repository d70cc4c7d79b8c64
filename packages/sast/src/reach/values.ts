import { Op } from '../ir/instructions.ts';
import { detailText, type Ir } from '../ir/ir.ts';
import type { Names, TypeName } from '../resolve/names.ts';
import { globalRefs, loadedBy, moduleLoaded } from './loading.ts';
import { instanceOf, joined, keyOf, memberOf, resultOf, type LibraryRef, type Ref } from './refs.ts';

/**
 * What the variables of a file stand for, without regard to order: two passes over all instructions, so that a function
 * sees what code behind it puts into a variable. Costs precision, never a link.
 */
export interface Values {
  readonly of: (variable: number) => readonly Ref[];
  /** What stands under a name of a class, instance, object or of `exports`. */
  readonly field: (ref: Ref, name: string) => readonly Ref[];
  /** The names under which something stands there. */
  readonly fields: (ref: Ref) => readonly string[];
}

const passes = 2;
const nothing: readonly Ref[] = [];

export function valuesOf(ir: Ir, names: Names, language: string): Values {
  const reader = new Reader(ir, names, language);
  for (let pass = 0; pass < passes; pass++) reader.pass();
  return {
    of: (variable) => reader.of(variable),
    field: (ref, name) => reader.field(ref, name),
    fields: (ref) => [...(reader.held.get(keyOf(ref))?.keys() ?? [])],
  };
}

class Reader {
  readonly held = new Map<string, Map<string, readonly Ref[]>>();
  readonly #ir: Ir;
  readonly #names: Names;
  readonly #language: string;
  readonly #refs: (readonly Ref[] | undefined)[];
  readonly #imports: readonly LibraryRef[];
  readonly #modules: readonly { readonly path: string; readonly ref: LibraryRef }[];

  constructor(ir: Ir, names: Names, language: string) {
    this.#ir = ir;
    this.#names = names;
    this.#language = language;
    this.#refs = Array.from({ length: ir.variables.size });
    this.#imports = ir.imports.map(({ source, name }) => {
      const symbol = name === '*' || name === 'default' ? '' : name;
      return { is: 'library', module: source, symbol };
    });
    this.#modules = this.#imports
      .map((ref, index) => ({ path: names.imported(index), ref }))
      .toSorted((a, b) => b.path.length - a.path.length);
    for (let variable = 0; variable < ir.variables.size; variable++) this.#declare(variable);
    this.#declareFields();
  }

  of(variable: number): readonly Ref[] {
    return variable < 0 ? nothing : (this.#refs[variable] ?? nothing);
  }

  field(ref: Ref, name: string): readonly Ref[] {
    return this.held.get(keyOf(ref))?.get(name) ?? nothing;
  }

  pass(): void {
    const { op, target, left, right } = this.#ir;
    for (const info of this.#ir.functions) {
      for (let at = info.instructions.first; at < info.instructions.end; at++) {
        if (op[at] === Op.store) this.#store(this.of(left[at]!), detailText(this.#ir, at), this.of(right[at]!));
        else if (target[at]! >= 0 && op[at] !== Op.storeAt) this.#add(target[at]!, this.#made(at, info.class));
      }
    }
  }

  #add(variable: number, refs: readonly Ref[]): void {
    if (refs.length > 0) this.#refs[variable] = joined(this.of(variable), refs);
  }

  #store(owners: readonly Ref[], name: string, refs: readonly Ref[]): void {
    if (refs.length === 0) return;
    for (const owner of owners) {
      const key = keyOf(owner.is === 'module' && name === 'exports' ? { is: 'exports' } : owner);
      const under = owner.is === 'module' ? '' : name;
      const fields = this.held.get(key) ?? new Map<string, readonly Ref[]>();
      this.held.set(key, fields);
      fields.set(under, joined(fields.get(under) ?? nothing, refs));
    }
  }

  // oxlint-disable-next-line complexity -- one switch over instructions
  #made(at: number, inClass: number): readonly Ref[] {
    const { op, left, right, detail } = this.#ir;
    switch (op[at]) {
      case Op.import:
        return [this.#imports[detail[at]!]!];
      case Op.function:
        return [{ is: 'function', index: detail[at]! }];
      case Op.class:
        return [{ is: 'class', index: detail[at]! }];
      case Op.this:
        return inClass < 0 ? nothing : [{ is: 'instance', index: inClass }];
      case Op.alloc:
        return [{ is: 'object', at }];
      case Op.global:
        return globalRefs(detailText(this.#ir, at), this.#language);
      case Op.move:
      case Op.await:
      case Op.cast:
        return this.of(left[at]!);
      case Op.either:
        return joined(this.of(left[at]!), this.of(right[at]!));
      case Op.load:
        return this.of(left[at]!).flatMap((it) => this.#member(it, detailText(this.#ir, at)));
      case Op.new:
        return this.of(left[at]!).flatMap((it) => this.#instance(it));
      case Op.call:
        return this.#result(at);
      default:
        return nothing;
    }
  }

  #member(ref: Ref, name: string): readonly Ref[] {
    if (ref.is === 'library') return memberOf(ref, name);
    if (ref.is === 'module') return name === 'exports' ? [{ is: 'exports' }] : nothing;
    if (ref.is === 'loader') return name === 'resolve' ? [ref] : nothing;
    const own = this.field(ref, name);
    if (ref.is !== 'instance' || own.length > 0) return own;
    return this.field({ is: 'class', index: ref.index }, name);
  }

  #instance(ref: Ref): readonly Ref[] {
    if (ref.is === 'library') return instanceOf(ref);
    return ref.is === 'class' ? [{ is: 'instance', index: ref.index }] : nothing;
  }

  #result(at: number): readonly Ref[] {
    const { left } = this.#ir;
    return this.of(left[at]!).flatMap((it): readonly Ref[] => {
      if (it.is === 'library') {
        const loaded = loadedBy(this.#ir, at, it);
        return loaded === undefined ? resultOf(it, this.#language) : libraryNamed(loaded);
      }
      if (it.is === 'loader') return libraryNamed(moduleLoaded(this.#ir, at, it.relative) ?? '');
      return it.is === 'class' ? [{ is: 'instance', index: it.index }] : nothing;
    });
  }

  /** A written type says what a variable or parameter holds. */
  #declare(variable: number): void {
    const node = this.#ir.variables.type[variable]!;
    if (node >= 0) this.#add(variable, this.#typed(this.#names.declared(node)));
  }

  #declareFields(): void {
    for (const { index, members } of this.#ir.classes) {
      for (const { is: kind, name, type } of members) {
        if (kind !== 'field' || type < 0) continue;
        this.#store([{ is: 'instance', index }], name, this.#typed(this.#names.declared(type)));
      }
    }
    for (const { params } of this.#ir.functions) {
      for (const { variable, type } of params) {
        if (type >= 0 && variable >= 0) this.#add(variable, this.#typed(this.#names.declared(type)));
      }
    }
  }

  #typed(types: readonly TypeName[]): readonly Ref[] {
    return types.flatMap((it): readonly Ref[] => {
      if (it.is === 'class') return [{ is: 'instance', index: it.index }];
      return it.is === 'type' ? [this.#typeAt(it.path)] : [];
    });
  }

  /** The import that an access path begins with; of a path that none explains only the name is known. */
  #typeAt(path: string): LibraryRef {
    const found = this.#modules.find((it) => path === it.path || (it.path !== '' && path.startsWith(`${it.path}.`)));
    if (!found) return { is: 'library', module: '', symbol: `${path.replace(/^(?:globalThis|builtins)\./, '')}#` };
    const { module, symbol } = found.ref;
    const rest = path.slice(found.path.length).replace(/^\./, '');
    return { is: 'library', module, symbol: `${[symbol, rest].filter((it) => it !== '').join('.')}#` };
  }
}

function libraryNamed(module: string): readonly LibraryRef[] {
  return module === '' ? [] : [{ is: 'library', module, symbol: '' }];
}
