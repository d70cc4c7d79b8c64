/**
 * Our trees against web-tree-sitter's and against the core's own public cursor, node by node, on real files of the
 * machine. A machine with Node alone has files of some languages only; what is not there is said and skipped.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import {
  createParser,
  endOf,
  fieldNameOf,
  grammarFile,
  grammars,
  hasError,
  isMissing,
  isNamed,
  kindNameOf,
  kindOf,
  nextOf,
  parentOf,
  startOf,
  type FlatTree,
  type WasmGrammar,
} from '@plumbline/sast/parse';
import { expect, test } from 'vitest';
import * as WebTreeSitter from 'web-tree-sitter';
import { realFiles } from './corpus.mjs';

const require = createRequire(import.meta.url);
const pathOf = (name: WasmGrammar): string => require.resolve(`@plumbline/sast/${grammarFile(name)}`);
const parts = {
  core: readFileSync(require.resolve('@plumbline/sast/wasm/core.wasm')),
  grammar: (name: WasmGrammar) => readFileSync(pathOf(name)),
};

const wanted = 200;
/** Some files have errors, and there the two versions of tree-sitter may differ: they are left out. */
const spare = 40;
/** Of C there are headers alone, whose macros leave errors in more than half of them. */
const leastOf = (name: WasmGrammar): number => (name === 'c' ? 50 : wanted);

interface Counts {
  files: number;
  compared: number;
  nodes: number;
  errors: number;
  onlyOurs: number;
  onlyTheirs: number;
}

await WebTreeSitter.Parser.init();
const ours = createParser(parts);
const reference = createParser({ ...parts, flatten: 'cursor' });

test.for(Object.keys(grammars) as WasmGrammar[])('%s: the same trees as the references', async (name, { skip }) => {
  const theirs = new WebTreeSitter.Parser();
  theirs.setLanguage(await WebTreeSitter.Language.load(pathOf(name)));
  const files = realFiles(name, { count: wanted + spare, largest: 30_000 });
  if (files.length === 0) skip(`no file of this language on this machine`);
  const counts: Counts = { files: files.length, compared: 0, nodes: 0, errors: 0, onlyOurs: 0, onlyTheirs: 0 };
  for (const { path, text } of files) {
    const tree = parse(ours, text, name);
    for (const it of [text, text.slice(0, text.length * 0.7)]) {
      const same = bytesOf(parse(ours, it, name)).equals(bytesOf(parse(reference, it, name)));
      expect(same, `${path}: direct and by cursor`).toBe(true);
    }
    const other = theirs.parse(text)!;
    const [damaged, alsoDamaged] = [hasError(tree, 0), other.rootNode.hasError];
    if (damaged || alsoDamaged) {
      counts.errors++;
      if (!alsoDamaged) counts.onlyOurs++;
      if (!damaged) counts.onlyTheirs++;
    } else {
      expect(difference(tree, other), path).toBe('');
      counts.compared++;
      counts.nodes += tree.size;
    }
    other.delete();
  }
  theirs.delete();
  process.stdout.write(`${name}: ${sentence(counts)}\n`);
  if (files.length === wanted + spare) expect(counts.compared).toBeGreaterThanOrEqual(leastOf(name));
});

function sentence({ files, compared, nodes, errors, onlyOurs, onlyTheirs }: Counts): string {
  const few =
    files < wanted + spare ? ' (this machine has no more: node bench/corpus.mjs says where files come from)' : '';
  const differing = `${onlyOurs} with errors for us alone, ${onlyTheirs} for them alone`;
  return `${files} files${few}: ${compared} without errors, ${nodes} nodes, the same; ${errors} left out, ${differing}`;
}

function parse(parser: typeof ours, text: string, name: WasmGrammar): FlatTree {
  const parsed = parser.parse(text, name);
  if (parsed.is === 'problem') throw new Error(parsed.problem.message);
  return parsed.tree;
}

function bytesOf({ nodes }: FlatTree): Buffer {
  return Buffer.from(nodes.buffer, nodes.byteOffset, nodes.byteLength);
}

/** The first node in which the trees differ, printed from both; empty when there is none. */
function difference(tree: FlatTree, other: WebTreeSitter.Tree): string {
  const cursor = other.walk();
  const open: number[] = [];
  let found: string | undefined;
  for (let node = 0; found === undefined; node++) {
    if (!isSame(tree, node, cursor)) found = `${node}: ${describe(tree, node)} / ${describeCursor(cursor)}`;
    else if (parentOf(tree, node) !== (open.at(-1) ?? -1))
      found = `${node}: in ${parentOf(tree, node)} / ${open.at(-1)}`;
    else if (cursor.gotoFirstChild()) open.push(node);
    else found = ascend(tree, node, { cursor, open });
  }
  cursor.delete();
  return found;
}

/** Goes from a leaf to the node after it. Returns what is wrong with the ends on the way; empty after the last node. */
function ascend(
  tree: FlatTree,
  leaf: number,
  at: { cursor: WebTreeSitter.TreeCursor; open: number[] },
): string | undefined {
  for (let node = leaf; ; node = at.open.pop()!) {
    if (nextOf(tree, node) !== leaf + 1) return `${node}: ends at ${nextOf(tree, node)} / ${leaf + 1}`;
    if (at.cursor.gotoNextSibling()) return undefined;
    if (!at.cursor.gotoParent()) return leaf === tree.size - 1 ? '' : `${tree.size} nodes / ${leaf + 1}`;
  }
}

function isSame(tree: FlatTree, node: number, cursor: WebTreeSitter.TreeCursor): boolean {
  return (
    kindOf(tree, node) === cursor.nodeTypeId &&
    kindNameOf(tree, node) === cursor.nodeType &&
    fieldNameOf(tree, node) === (cursor.currentFieldName ?? '') &&
    isNamed(tree, node) === cursor.nodeIsNamed &&
    isMissing(tree, node) === cursor.nodeIsMissing &&
    startOf(tree, node) === cursor.startIndex &&
    endOf(tree, node) === cursor.endIndex
  );
}

function describe(tree: FlatTree, node: number): string {
  return `${fieldNameOf(tree, node)}: ${kindNameOf(tree, node)} ${startOf(tree, node)}-${endOf(tree, node)}`;
}

function describeCursor(cursor: WebTreeSitter.TreeCursor): string {
  return `${cursor.currentFieldName ?? ''}: ${cursor.nodeType} ${cursor.startIndex}-${cursor.endIndex}`;
}
