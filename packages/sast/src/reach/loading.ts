import { Op } from '../ir/instructions.ts';
import { detailText, listValue, type Ir } from '../ir/ir.ts';
import { is } from '../tree/tree.ts';
import type { LibraryRef, Ref } from './refs.ts';

/** Functions that load a module by its name, which the language brings along. */
const loaders: Readonly<Record<string, readonly string[]>> = {
  javascript: ['require', 'import'],
  python: ['__import__'],
  ruby: ['require', 'require_relative', 'load'],
};

/** The same in modules of the standard library. */
const loading: readonly { readonly module: string; readonly symbol: string }[] = [
  { module: 'importlib', symbol: 'import_module' },
  { module: 'importlib', symbol: '__import__' },
];

/** Calls that make something of a name which may be anything, by the end of their access path. */
const reflective: Readonly<Record<string, RegExp>> = {
  java: /(?:^|\.)(?:Class\.forName|ServiceLoader\.load|#?loadClass)$/,
  csharp: /(?:^|\.)(?:Activator\.CreateInstance(?:From)?|Type\.GetType|Assembly\.Load(?:From|File)?)$/,
  ruby: /^Bundler\.(?:require|setup)$|(?:^|[.#])(?:const_get|constantize)$/,
  javascript: /^(?:module|Module)\.createRequire\(\)$/,
};

/** Names that nothing in a file binds and that matter: loaders, CommonJS' exports, and what other files may declare. */
export function globalRefs(name: string, language: string): readonly Ref[] {
  if (loaders[language]?.includes(name)) return [{ is: 'loader', relative: name === 'require_relative' }];
  if (language === 'javascript') {
    if (name === 'module') return [{ is: 'module' }];
    return name === 'exports' ? [{ is: 'exports' }] : [];
  }
  const symbol = name.replaceAll(/\\|::/g, '.').replace(/^\./, '');
  return symbol === '' ? [] : [{ is: 'library', module: '', symbol }];
}

/** The module that a call of the standard library loads: '' where the text does not tell it; undefined for other calls. */
export function loadedBy(ir: Ir, at: number, { module, symbol }: LibraryRef): string | undefined {
  if (!loading.some((it) => it.module === module && it.symbol === symbol)) return undefined;
  return constantArgument(ir, at) ?? '';
}

/** The module that a call of a loader loads; undefined where the text does not tell it. */
export function moduleLoaded(ir: Ir, at: number, relative: boolean): string | undefined {
  const text = constantArgument(ir, at);
  return text !== undefined && relative && !text.startsWith('.') ? `./${text}` : text;
}

/** The text that a call has as its first argument; undefined where it is none. */
function constantArgument(ir: Ir, at: number): string | undefined {
  const value = listValue(ir, at, 0);
  if (value < 0) return undefined;
  // The argument's instruction stands close before that of the call.
  for (let before = at - 1; before >= 0 && before > at - 40; before--) {
    if (ir.target[before] !== value) continue;
    const isText = ir.op[before] === Op.const && is(ir.tree, ir.node[before]!, 'Str');
    return isText ? detailText(ir, before) : undefined;
  }
  return undefined;
}

/** Whether a call may make anything of anything. */
export function isReflective({ module, symbol }: LibraryRef, language: string): boolean {
  return (module === '' || language !== 'ruby') && reflective[language]?.test(symbol) === true;
}
