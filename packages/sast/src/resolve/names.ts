import { is, part, sourceOf } from '../tree/tree.ts';
import { Role } from '../languages/kinds.ts';
import { variableName, type ImportInfo, type Ir } from '../ir/ir.ts';
import type { Knowledge } from './knowledge.ts';

/** What a name of a type stands for. */
export type TypeName =
  | { readonly is: 'type'; readonly path: string }
  | { readonly is: 'class'; readonly index: number }
  | { readonly is: 'number' };

/** The names of one file: what its imports, classes and written types stand for. */
export interface Names {
  /** Access path of what an import binds. */
  readonly imported: (index: number) => string;
  /** Whether an access path is a whole module that the file imports. */
  readonly isModule: (path: string) => boolean;
  /** Access path of a module by the text that `require` or `import()` is called with. */
  readonly module: (text: string) => string;
  /** Access path of a name that nothing in the file binds. */
  readonly global: (name: string) => string;
  /** What the text of a type says: `http.Request`, `*sql.DB`, `Request<P>`, `Optional[str]`. */
  readonly types: (text: string) => readonly TypeName[];
  /** What the declaration at a node says of its type. */
  readonly declared: (node: number) => readonly TypeName[];
  /** Parent classes of a class of the file. */
  readonly bases: (index: number) => readonly TypeName[];
}

/** Where the names live that a language brings along. */
const globals: Readonly<Record<string, string>> = { javascript: 'globalThis.', python: 'builtins.' };
/** Modules of Node that exist under their prefixed name alone: https://nodejs.org/api/modules.html#built-in-modules-with-mandatory-node-prefix */
const prefixedOnly = new Set(['node:sqlite', 'node:test', 'node:test/reporters', 'node:sea']);
const numbers = new Set(
  `int long short byte float double boolean char Integer Long Short Byte Float Double Boolean BigInteger BigDecimal
   int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 float32 float64 bool rune number bigint`.split(/\s+/),
);
/** Types in Python's annotations are not enforced, and a number of TypeScript's may be anything at run time. */
const enforced = new Set(['java', 'go']);
const maxTypes = 4;

export function namesOf(ir: Ir, models: string, knowledge: Knowledge): Names {
  const imported = ir.imports.map((it) => importPath(it, models));
  const local = new Map<string, string>();
  for (const [index, it] of ir.imports.entries()) {
    if (it.variable >= 0) local.set(variableName(ir, it.variable), imported[index]!);
  }
  const wildcards = ir.imports.filter((it) => it.all).map((it) => it.source);
  const classes = new Map(ir.classes.map((it) => [it.name, it.index]));

  function global(name: string): string {
    const prefix = globals[models];
    if (prefix !== undefined) return prefix + name;
    if (models !== 'java' || !/^[A-Z]/.test(name)) return name;
    return [...wildcards, 'java.lang'].map((it) => `${it}.${name}`).find(knowledge.isKnown) ?? name;
  }

  function named(text: string): TypeName[] {
    const dot = text.indexOf('.');
    const head = dot < 0 ? text : text.slice(0, dot);
    if (numbers.has(text)) return enforced.has(models) ? [{ is: 'number' }] : [];
    const index = dot < 0 ? classes.get(head) : undefined;
    if (index !== undefined) return [{ is: 'class', index }];
    const rest = dot < 0 ? '' : text.slice(dot);
    return [{ is: 'type', path: (local.get(head) ?? global(head)) + rest }];
  }

  const types = (text: string): readonly TypeName[] => namesIn(text).flatMap(named).slice(0, maxTypes);
  const modules = new Set(ir.imports.map((it) => modulePath(it.source, models)));
  return {
    isModule: (path) => modules.has(path),
    imported: (index) => imported[index] ?? '',
    module: (text) => modulePath(text, models),
    global,
    types,
    declared(node) {
      const type = is(ir.tree, node, 'Type') ? node : part(ir.tree, node, Role.type);
      return type < 0 ? [] : types(sourceOf(ir.tree, type));
    },
    bases: (index) => basesOf(ir, index).flatMap(types),
  };
}

function importPath({ source, name }: ImportInfo, models: string): string {
  const module = modulePath(source, models);
  if (module === '') return name;
  return name === '*' || name === 'default' || name === '' ? module : `${module}.${name}`;
}

function modulePath(text: string, models: string): string {
  return models === 'javascript' && text.startsWith('node:') && !prefixedOnly.has(text) ? text.slice(5) : text;
}

/** The names in a type's text that a value may be an instance of; lists and maps of something are not it. */
function namesIn(text: string): string[] {
  if (text.length > 500 || /^\s*(?:\[\]|map\[|chan\b|func\b|\()|\[\]\s*$/.test(text)) return [];
  const bare = text
    .replace(/^\s*:/, '')
    .replace(/^[\s*&]+|^\s*(?:final|readonly|\.\.\.)\s+/g, '')
    .replace(/^(?:typing\.)?(?:Optional|Annotated|Promise)\s*[[<](.*)[\]>]$/s, '$1');
  return bare
    .split('|')
    .map((it) => /^[\s"'*]*([\w$.]+)/.exec(it)?.[1] ?? '')
    .filter((it) => it !== '' && !/^(?:None|null|undefined|string|str|any|unknown|void|error|var|let|const)$/.test(it));
}

/** The texts of a class's bases, as they stand in the code. */
function basesOf(ir: Ir, index: number): string[] {
  const info = ir.classes[index];
  if (!info) return [];
  const found: string[] = [];
  const end = ir.tree.next[info.node]!;
  for (let child = info.node + 1; child < end; child = ir.tree.next[child]!) {
    if (ir.tree.role[child] === Role.base) found.push(sourceOf(ir.tree, child));
  }
  return found;
}
