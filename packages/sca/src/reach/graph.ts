import { isTestFile, type LinkedFunction, type WayStep } from '@plumbline/core';
import type { CodeFile, OwnFiles } from './own.ts';

/** A function of a file of the project. */
export interface Node {
  readonly file: CodeFile;
  readonly function: number;
}

/** Something of a library that the project uses, directly or through a file of its own that hands it on. */
export interface LibraryUse extends Node {
  readonly module: string;
  readonly symbol: string;
  readonly at: { readonly start: WayStep['location']['start']; readonly end: WayStep['location']['end'] };
}

/** Who calls whom, over all files, and what they use of libraries. */
export interface Graph {
  readonly uses: readonly LibraryUse[];
  /** The way to a function from where code begins to run, that function last; empty if none is known. */
  readonly wayTo: (node: Node) => Way;
}

/** `from`: why its first function runs. */
export interface Way {
  readonly from: LinkedFunction['entry'];
  readonly steps: readonly Node[];
}

/** Files that hand on what others hand on. */
const mostHops = 6;
/** Functions that a search for a way looks at. */
const mostLookedAt = 20_000;

export function graphOf(files: readonly CodeFile[], own: OwnFiles): Graph {
  const numbers = new Map<CodeFile, number>();
  let size = 0;
  for (const it of files) {
    numbers.set(it, size);
    size += it.links.functions.length;
  }
  const numberOf = ({ file, function: index }: Node): number => numbers.get(file)! + index;
  const nodes: Node[] = files.flatMap((file) => file.links.functions.map((_, index) => ({ file, function: index })));
  const callers: (number[] | undefined)[] = Array.from({ length: size });
  const uses: LibraryUse[] = [];
  const link = (from: Node, to: Node): void => {
    if (isTestFile(from.file.path) && !isTestFile(to.file.path)) return;
    (callers[numberOf(to)] ??= []).push(numberOf(from));
  };
  const exportsOf = exportIndex();

  const read = (file: CodeFile): void => {
    for (const { from, to } of file.links.calls) link({ file, function: from }, { file, function: to });
    for (const { from, module, symbol, start, end } of file.links.uses) {
      const place = { file, function: from, at: { start, end } };
      for (const it of meant(own, exportsOf, { file, module, symbol })) {
        if (it.is === 'function') link(place, it.node);
        else uses.push({ ...place, module: it.module, symbol: it.symbol });
      }
    }
  };
  for (const it of files) read(it);
  return { uses, wayTo: (node) => search(nodes, callers, numberOf(node)) };
}

/** The nearest place where code begins to run; one that nobody but others can call is the second choice. */
function search(nodes: readonly Node[], callers: readonly (readonly number[] | undefined)[], goal: number): Way {
  const next = new Map<number, number>([[goal, -1]]);
  const queue = [goal];
  let second = -1;
  for (let at = 0; at < queue.length && at < mostLookedAt; at++) {
    const number = queue[at]!;
    const entry = entryOf(nodes[number]!);
    if (entry === 'main' || entry === 'handler') return wayFrom(nodes, next, number);
    const above = callers[number] ?? [];
    if (entry === 'exported' && second < 0) second = number;
    for (const it of above) {
      if (next.has(it)) continue;
      next.set(it, number);
      queue.push(it);
    }
  }
  return second < 0 ? { from: undefined, steps: [] } : wayFrom(nodes, next, second);
}

function wayFrom(nodes: readonly Node[], next: ReadonlyMap<number, number>, first: number): Way {
  const steps: Node[] = [];
  for (let at = first; at >= 0; at = next.get(at) ?? -1) steps.push(nodes[at]!);
  return { from: entryOf(steps[0]!), steps };
}

function entryOf({ file, function: index }: Node): LinkedFunction['entry'] {
  return file.links.functions[index]?.entry;
}

type Meaning =
  | { readonly is: 'function'; readonly node: Node }
  | { readonly is: 'library'; readonly module: string; readonly symbol: string };

type Exports = (file: CodeFile) => ReadonlyMap<string, readonly CodeFile['links']['exports'][number][]>;

interface Name {
  readonly file: CodeFile;
  readonly module: string;
  readonly symbol: string;
}

/** What a name of another file comes to, through the files that hand it on. */
function meant(own: OwnFiles, exportsOf: Exports, name: Name, hops = 0): readonly Meaning[] {
  const { file, module, symbol } = name;
  const found = own.find(file, module, symbol);
  const result: Meaning[] = found.length === 0 || isForeign(name) ? [{ is: 'library', module, symbol }] : [];
  if (hops >= mostHops) return result;
  for (const it of found) {
    const exported = exportsOf(it.file);
    for (const { function: index } of exported.get(it.symbol) ?? []) {
      if (index !== undefined) result.push({ is: 'function', node: { file: it.file, function: index } });
    }
    for (const passed of handedOn(exported, it.symbol)) {
      result.push(...meant(own, exportsOf, { file: it.file, ...passed }, hops + 1));
    }
  }
  return result;
}

/** Names of packages may begin like those of the project. */
function isForeign({ module, file }: Name): boolean {
  return !module.startsWith('.') && file.links.language !== 'javascript';
}

/** What a file hands on under a name: as the name itself, as what the name begins with, or with all else of a module. */
function handedOn(
  exported: ReturnType<Exports>,
  symbol: string,
): readonly { readonly module: string; readonly symbol: string }[] {
  const parts: { readonly module: string; readonly symbol: string }[] = [];
  for (const [name, list] of exported) {
    const isAll = name === '*';
    if (!isAll && name !== symbol && name !== '' && !/^[.#(]/.test(symbol.slice(name.length))) continue;
    if (!isAll && !symbol.startsWith(name)) continue;
    const rest = isAll ? symbol : symbol.slice(name.length).replace(/^\./, '');
    for (const { of } of list) {
      if (of)
        parts.push({
          module: of.module,
          symbol: [of.symbol, rest].filter((it) => it !== '').join(/^[#(]/.test(rest) ? '' : '.'),
        });
    }
  }
  return parts;
}

function exportIndex(): Exports {
  const known = new Map<CodeFile, Map<string, CodeFile['links']['exports'][number][]>>();
  return (file) => {
    const found = known.get(file);
    if (found) return found;
    const made = new Map<string, CodeFile['links']['exports'][number][]>();
    for (const it of file.links.exports) {
      const list = made.get(it.name);
      if (list) list.push(it);
      else made.set(it.name, [it]);
    }
    known.set(file, made);
    return made;
  };
}
