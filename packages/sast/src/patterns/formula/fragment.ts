import { Kind } from '../../languages/kinds.ts';
import type { Tree } from '../../tree/tree.ts';
import type { Context, Dialect } from '../compile/dialect.ts';
import type { ReadText } from './evaluate.ts';

/** A text of a language that is no whole file, as a tree of one. Units: indices into the tree's text. */
export interface Fragment {
  readonly tree: Tree;
  readonly start: number;
  readonly end: number;
  /** Where it ends without a semicolon: the node of the same code may end there. */
  readonly bare: number;
}

/** What a binding holds, read as code: statements, an expression. Grammars read whole files, so that one is put around. */
export function readFragment(dialect: Dialect, text: string, readText: ReadText): Fragment | undefined {
  let first: Fragment | undefined;
  for (const { before, after } of contextsOf(dialect, text)) {
    const tree = readText(before + text + after, dialect.grammars[0]!);
    const found = tree && { tree, ...stretchOf(text, before.length) };
    if (found && !tree.kind.subarray(0, tree.size).includes(Kind.Error)) return found;
    first ??= found;
  }
  return first;
}

/** Where the code of a text begins and ends: a node of the tree has no space around it. */
function stretchOf(text: string, offset: number): Omit<Fragment, 'tree'> {
  const end = offset + text.trimEnd().length;
  const start = Math.min(end, offset + text.length - text.trimStart().length);
  return { start, end, bare: offset + text.replace(/[\s;]+$/, '').length };
}

const whole = { before: '', after: '' } as const;

function contextsOf(dialect: Dialect, text: string): readonly Pick<Context, 'before' | 'after'>[] {
  const fitting = dialect.contexts
    .slice(0, dialect.natural)
    .filter((it) => !it.partial && (!it.when || it.when.test(text)) && !it.unless?.test(text));
  // A text of PHP that does not open it is what stands in it, not the page around it.
  return dialect.name === 'php' && !text.includes('<?') ? fitting : [whole, ...fitting];
}
