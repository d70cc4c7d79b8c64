import type { LinkedFunction } from '@plumbline/core';
import type { FunctionInfo, Ir } from '../ir/ir.ts';
import { hasFlag } from '../tree/tree.ts';

/** To whom a function is given as a value. */
export type Handed = 'library' | 'unknown';

interface Standing {
  readonly language: string;
  readonly exported: boolean;
  readonly handed: Handed | undefined;
}

/** Languages whose functions begin a program by their name. */
const mains: Readonly<Record<string, readonly string[]>> = {
  go: ['main', 'init'],
  java: ['main'],
  csharp: ['Main'],
};

/** Why a function runs although nobody in the project calls it; undefined where nothing says that it does. */
export function entryOf(ir: Ir, info: FunctionInfo, standing: Standing): LinkedFunction['entry'] {
  const { language, exported, handed } = standing;
  if (info.is === 'module') return 'main';
  if (mains[language]?.includes(info.name) && (language !== 'go' || (info.class < 0 && isMain(ir, info))))
    return 'main';
  if (handed === 'library') return 'handler';
  // Somebody looks at an annotation; these two are for the compiler and for readers.
  if (info.decorators.length > 0 && isAnnotated(ir, info)) return 'handler';
  return exported ? 'exported' : undefined;
}

function isMain({ package: name }: Ir, info: FunctionInfo): boolean {
  return info.name === 'init' || name === 'main';
}

const forReaders = /^\s*@(?:Override|Deprecated|SuppressWarnings|staticmethod|classmethod|property)\b/;

function isAnnotated({ tree }: Ir, info: FunctionInfo): boolean {
  const text = tree.text.slice(tree.start[info.node]!, tree.start[info.node]! + 60);
  return info.decorators.length > 1 || !forReaders.test(text);
}

/** Whether others may call it, as far as its declaration says. */
export function isVisible(
  ir: Ir,
  { name, node }: { readonly name: string; readonly node: number },
  language: string,
): boolean {
  switch (language) {
    case 'go':
      return /^\p{Lu}/u.test(name);
    case 'python':
      return !/^_(?!_)/.test(name);
    case 'csharp':
      return hasFlag(ir.tree, node, 'public');
    default:
      return !hasFlag(ir.tree, node, 'private') && !name.startsWith('#');
  }
}
